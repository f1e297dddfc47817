// SPDX-License-Identifier: Apache-2.0
// Every route, every command, every role and every relation to the complaint, against the real router. What each role may do stands in a table that a person
// can read (tests/golden/access/permissions.txt, written anew with UPDATE_GOLDEN=1); that nobody finds what is about themselves is checked request by request.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
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

struct Caller {
  std::string name;
  std::string token;
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
    ordinary = house.receive();
    about_them = house.receive({StaffId("staff-02")});
    for (auto const& route : house.routes())
      if (!route.pattern.ends_with("/commands/{name}")) all.push_back({route.method, route.pattern, ""});
    for (auto const& action : all_actions())
      if (!action.starts_with("read-") && action != "deliver-mail" && action != "manage-users" && action != "receive-complaint")
        all.push_back({"POST", "/api/v1/complaints/{reference}/commands/{name}", action});
  }

  /// What is sent is never carried out: a list is no body that any route takes.
  [[nodiscard]] http::Reply ask(Asked const& asked, Caller const& caller, std::string_view reference) const {
    auto target = replaced(asked.pattern, "{reference}", reference);
    target = replaced(replaced(replaced(target, "{name}", asked.command.empty() ? "someone" : asked.command), "{id}", "letter-1"), "{file}", "staff-02.ics");
    target = replaced(replaced(target, "{mail}", "mail-1"), "{number}", "1");
    std::vector<http::Header> headers;
    if (caller.name == "program") headers.push_back({"X-Redress-Actor", "staff-02"});
    bool const has_body = asked.method == "POST" || asked.method == "PATCH";
    return house.ask(caller.token, asked.method, target, has_body ? "[]" : "", headers);
  }

  [[nodiscard]] bool is_stream(Asked const& asked) const { return asked.pattern == "/api/v1/events"; }

  AccessHouse house;
  std::vector<Caller> callers;
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

TEST_F(Matrix, HidesFromEverybodyWhatIsAboutThemselves) {
  int compared = 0;
  for (auto const& asked : all) {
    if (!asked.is_about_a_complaint()) continue;
    for (auto const& caller : callers) {
      auto const hidden = ask(asked, caller, about_them.value);
      auto const unknown = ask(asked, caller, "R-0000-0000");
      EXPECT_EQ(hidden.status, unknown.status) << asked.name() << " by " << caller.name;
      EXPECT_EQ(hidden.body, unknown.body) << asked.name() << " by " << caller.name;
      EXPECT_NE(hidden.status, 200U) << asked.name() << " by " << caller.name;
      ++compared;
    }
  }
  EXPECT_GT(compared, 400);
}

TEST_F(Matrix, ShowsTheSameToWhomItIsNotAbout) {
  auto const other = house.token("someone");
  for (auto const* what : {"", "/history", "/letters/letter-1/review"})
    EXPECT_EQ(house.ask(other, "GET", "/api/v1/complaints/" + about_them.value + what).status,
              house.ask(other, "GET", "/api/v1/complaints/" + ordinary.value + what).status);
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
                                         "POST /api/v1/session", "POST /api/v1/first-administrator"}));
}

}  // namespace
}  // namespace redress::testing
