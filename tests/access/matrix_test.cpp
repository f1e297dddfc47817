// SPDX-License-Identifier: Apache-2.0
// Every route, every command, every role and every relation to the complaint, against the real router. What each role may do stands in a table that a person
// can read (tests/golden/access/permissions.txt, written anew with UPDATE_GOLDEN=1); that nobody finds what is about themselves is checked request by request.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/access/access_house.hpp"

namespace redress::testing {
namespace {

/// A request that its route answers, or one command's.
struct Asked {
  std::string method;
  std::string pattern;
  std::string command;  ///< empty unless the route gives the command that its path names

  [[nodiscard]] std::string name() const { return method + " " + pattern + (command.empty() ? "" : " " + command); }
  [[nodiscard]] bool is_about_a_complaint() const { return pattern.contains("{reference}"); }
};

/// What somebody has to do with the complaint about staff-02, and who of the staff they are then.
struct Relation {
  std::string name;
  std::string staff;
};

std::vector<Relation> const relations{{"named", "staff-02"}, {"handler", "staff-01"}, {"line manager of the named", "staff-04"}, {"stranger", "staff-06"}};

struct Caller {
  std::string name;
  std::string token;
  std::string staff = "staff-02";
};

std::string replaced(std::string text, std::string_view place, std::string_view with) {
  if (auto const at = text.find(place); at != std::string::npos) text.replace(at, place.size(), with);
  return text;
}

class Matrix : public ::testing::Test {
 protected:
  Matrix() {
    for (auto const& [name, role] : shipped_roles()) {
      house.add("the-" + name, name, name == "program" ? "" : "staff-02");
      callers.push_back({name, house.token("the-" + name)});
    }
    callers.push_back({"nobody", ""});
    house.add("someone", "handler", "staff-01");
    for (auto const& relation : relations)
      for (auto const& [name, role] : shipped_roles()) {
        auto const user = name + "-" + relation.staff;
        house.add(user, name, name == "program" ? "" : relation.staff);
        related[relation.name].push_back({name, house.token(user), relation.staff});
      }
    ordinary = house.receive();
    about_them = house.receive({StaffId("staff-02")});
    for (auto const& route : house.routes())
      if (!route.pattern.ends_with("/commands/{name}")) all.push_back({route.method, route.pattern, ""});
    for (auto const& action : all_actions())
      if (!action.starts_with("read-") && action != "deliver-mail" && action != "decide-mail" && action != "manage-users" && action != "receive-complaint")
        all.push_back({"POST", "/api/v1/complaints/{reference}/commands/{name}", action});
  }

  /// What is sent is never carried out: a list is no body that any route takes.
  [[nodiscard]] http::Reply ask(Asked const& asked, Caller const& caller, std::string_view reference) const {
    auto target = replaced(asked.pattern, "{reference}", reference);
    target = replaced(replaced(replaced(target, "{name}", asked.command.empty() ? "someone" : asked.command), "{id}", "letter-1"), "{file}", "staff-02.ics");
    target = replaced(replaced(target, "{mail}", "mail-1"), "{number}", "1");
    std::vector<http::Header> headers;
    if (caller.name == "program") headers.push_back({"X-Redress-Actor", caller.staff});
    bool const has_body = asked.method == "POST" || asked.method == "PATCH";
    return house.ask(caller.token, asked.method, target, has_body ? "[]" : "", headers);
  }

  [[nodiscard]] bool is_stream(Asked const& asked) const { return asked.pattern == "/api/v1/events"; }

  AccessHouse house;
  std::vector<Caller> callers;
  std::map<std::string, std::vector<Caller>> related;  ///< a user of each role for each relation
  std::vector<Asked> all;
  Reference ordinary;
  Reference about_them;
};

std::string golden(std::string const& text) {
  auto const path = std::filesystem::path(REDRESS_SOURCE_DIR) / "tests" / "golden" / "access" / "permissions.txt";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST_F(Matrix, IsWhatTheTableSays) {
  std::string table = fmt::format("{:<90}", "");
  for (auto const& caller : callers) table += fmt::format(" {:<15}", caller.name);
  table += "\n";
  for (auto const& asked : all) {
    if (is_stream(asked)) continue;  // it never ends; Conflicts.AreNotHeardOf listens
    table += fmt::format("{:<90}", asked.name());
    for (auto const& caller : callers) {
      auto const status = ask(asked, caller, ordinary.value).status;
      EXPECT_LT(status, 500U) << asked.name() << " by " << caller.name;
      table += fmt::format(" {:<15}", status == 401 ? "log in" : status == 403 ? "-" : "may");
    }
    while (table.ends_with(' ')) table.pop_back();
    table += "\n";
  }

  EXPECT_EQ(table, golden(table));
}

TEST_F(Matrix, HidesFromWhoeverIsNamedAndFromNobodyElseByEveryRouteForEveryRole) {
  std::map<std::string, int> compared;
  for (auto const& [relation, somebody] : related)
    for (auto const& asked : all) {
      if (!asked.is_about_a_complaint()) continue;
      for (auto const& caller : somebody) {
        auto const about = ask(asked, caller, about_them.value);
        auto const other = ask(asked, caller, relation == "named" ? "R-0000-0000" : ordinary.value);
        EXPECT_EQ(about.status, other.status) << asked.name() << " by " << caller.name << ", " << relation;
        if (relation == "named") {
          EXPECT_EQ(about.body, other.body) << asked.name() << " by " << caller.name;
          EXPECT_NE(about.status, 200U) << asked.name() << " by " << caller.name;
        }
        ++compared[relation];
      }
    }
  ASSERT_EQ(compared.size(), relations.size());
  for (auto const& [relation, count] : compared) EXPECT_GT(count, 400) << relation;
}

TEST_F(Matrix, DescribesEveryRouteThatItTries) {
  auto const described = house.ask("", "GET", "/api/v1/openapi.json").body;
  for (auto const& route : house.routes()) {
    if (route.pattern.ends_with("/commands/{name}")) continue;
    EXPECT_TRUE(described.contains("\"" + route.pattern + "\"")) << route.pattern;
  }
}

TEST_F(Matrix, ShowsTheSameToWhomItIsNotAbout) {
  auto const other = house.token("someone");
  EXPECT_EQ(house.ask(other, "GET", "/api/v1/complaints/" + about_them.value).status, 200U);
}

TEST_F(Matrix, NamesNoActionThatARoleCannotHave) {
  std::set<std::string> const known(all_actions().begin(), all_actions().end());
  for (auto const& route : house.routes()) EXPECT_TRUE(route.need.action().empty() || known.contains(route.need.action())) << route.pattern;
}

TEST_F(Matrix, LeavesOpenOnlyWhatMustBe) {
  std::set<std::string> open;
  for (auto const& route : house.routes())
    if (route.need.kind() == http::Need::Kind::Nothing) open.insert(route.method + " " + route.pattern);

  EXPECT_EQ(open, (std::set<std::string>{"GET /healthz", "GET /readyz", "GET /metrics", "GET /api/v1/openapi.json", "GET /calendars/{file}",
                                         "POST /api/v1/session", "POST /api/v1/first-administrator", "GET /api/v1/log-in-ways", "GET /api/v1/session/provider",
                                         "GET /api/v1/session/provider/return"}));
}

}  // namespace
}  // namespace redress::testing
