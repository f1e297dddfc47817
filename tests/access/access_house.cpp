// SPDX-License-Identifier: Apache-2.0
#include "tests/access/access_house.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "adapters/codec/command_codec.hpp"
#include "adapters/http/api.hpp"
#include "adapters/mail_in/gmime_mail_reader.hpp"
#include "adapters/rules/role_rules.hpp"
#include "tests/adapters/http_fakes.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/house.hpp"
#include "tests/support/rulebook.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/told_journal.hpp"
#include "workflows/resolution/workflow.hpp"

namespace redress::testing {

namespace {

std::filesystem::path data() {
  return std::filesystem::path(REDRESS_SOURCE_DIR) / "workflows" / "access";
}

std::vector<std::string_view> given_commands() {
  std::vector<std::string_view> names;
  for (auto const& command : codec::commands())
    if (!command.by_clock) names.push_back(command.name);
  return names;
}

std::vector<StaffId> everybody() {
  std::vector<StaffId> staff;
  for (auto const& member : resolution().rulebook().organisation.staff) staff.push_back(member.id);
  return staff;
}

/// The real workflow, of an organisation in which everybody's calendar can be read.
ports::Workflow const& with_calendars() {
  static TemporaryFolder const folder("calendars");
  static auto const rulebook = [] {
    std::filesystem::create_directories(folder.path());
    auto const file = folder.path() / "token";
    std::ofstream(file) << AccessHouse::calendar_token;
    auto copied = resolution().rulebook();
    for (auto& member : copied.organisation.staff) member.calendar_token_file = file.string();
    return copied;
  }();
  static workflows::ResolutionWorkflow const workflow(rulebook, demonstration_letters(), demonstration_notices(), demonstration_proofreaders());
  return workflow;
}

/// The child processes that read mail are the same for all houses.
ports::MailReader& real_reader() {
  static mail_in::GmimeMailReader reader({REDRESS_MAIL_READER_CHILD});
  return reader;
}

/// Hashing costs next to nothing here: how much it costs is the business of the program, and of the one test that looks.
constexpr system::HashCost cheap{1, 8192};

}  // namespace

Roles const& shipped_roles() {
  static Roles const roles = rules::load_roles(data() / "roles.toml", given_commands());
  return roles;
}

std::vector<std::string> const& all_actions() {
  static std::vector<std::string> const actions = [] {
    auto const commands = given_commands();
    std::vector<std::string> all(commands.begin(), commands.end());
    for (auto const privilege : names_of(Privilege{})) all.emplace_back(privilege);
    return all;
  }();
  return actions;
}

struct AccessHouse::Surroundings {
  explicit Surroundings(AccessHouse& house)
      : engine(*house.store, with_calendars(), house.clock, house.identifiers),
        desk(engine, journal, real_reader(), house.identifiers),
        quarantine(engine, journal, real_reader()) {
    engine.on_committed([this](auto const& committed) { http::tell_of(broadcast, committed); });
  }

  runtime::Engine engine;
  ToldJournal journal;
  http::FakeWording wording;
  http::FakeExplainer explainer;
  http::Broadcast broadcast;
  http::Metrics metrics;
  runtime::MailDesk desk;
  runtime::Quarantine quarantine;
};

AccessHouse::AccessHouse()
    : clock(local("2026-03-02 09:00")),
      store(store::open_sqlite(":memory:", {identifiers, "complaints.example.org/log"})),
      secrets(data() / "common-passwords.txt", cheap),
      desk({*store, *store, secrets, clock, shipped_roles(), all_actions(), everybody(), operator_token}),
      readings(*store, clock, std::chrono::days{400}),
      surroundings_(std::make_unique<Surroundings>(*this)) {
  spdlog::set_level(spdlog::level::off);
  auto& all = *surroundings_;
  auto const texts = [](Reason reason, Language, std::string_view) { return std::string(name_of(reason)); };
  auto router = http::make_router({all.engine,
                                   all.desk,
                                   all.quarantine,
                                   demonstration_letters(),
                                   all.wording,
                                   all.explainer,
                                   all.broadcast,
                                   all.metrics,
                                   texts,
                                   desk,
                                   readings,
                                   *store,
                                   nullptr,
                                   {},
                                   [] {},
                                   {},
                                   dynamic_cast<ports::LetterTemplates const*>(&demonstration_letters())});
  routes_ = router.routes();
  http::Settings settings;
  settings.port = 0;
  server_ = std::make_unique<http::Server>(settings, std::move(router));
  all.engine.start();
  server_->start();
}

AccessHouse::~AccessHouse() {
  server_->stop();
  surroundings_->engine.stop();
}

void AccessHouse::add(std::string const& name, std::string const& role, std::string const& staff) {
  ports::User user;
  user.name = name;
  user.roles = {role};
  user.staff = StaffId(staff);
  auto const added = desk.add_user(std::move(user), role == "program" ? std::nullopt : std::optional<std::string>(password));
  ensure(added.has_value(), "a user of a test will do");
}

Browser AccessHouse::browser(std::string const& name) {
  auto const logged_in = desk.log_in(name, password, "192.0.2.1");
  ensure(logged_in.has_value(), "a user of a test can log in");
  return {"redress=" + logged_in->secret};
}

std::string AccessHouse::token(std::string const& name, std::vector<std::string> scopes) {
  auto const made = desk.add_token(name, std::move(scopes));
  ensure(made.has_value(), "a user of a test gets a token");
  return made->secret;
}

http::Reply AccessHouse::ask(Browser const& browser, std::string_view method, std::string_view target, std::string body,
                             std::vector<http::Header> headers) const {
  headers.push_back({"Cookie", browser.cookie});
  if (method != "GET") headers.insert(headers.end(), {{"X-Redress-CSRF", "1"}, {"Sec-Fetch-Site", "same-origin"}});
  if (!body.empty()) headers.push_back({"Content-Type", "application/json"});
  return http::Client(address(), "").request(method, target, std::move(body), headers);
}

http::Reply AccessHouse::ask(std::string const& bearer, std::string_view method, std::string_view target, std::string body,
                             std::vector<http::Header> headers) const {
  if (!body.empty()) headers.push_back({"Content-Type", "application/json"});
  return http::Client(address(), bearer).request(method, target, std::move(body), headers);
}

http::Reply AccessHouse::log_in(std::string const& name, std::string const& with_password, std::vector<http::Header> headers) const {
  headers.push_back({"Content-Type", "application/json"});
  auto const body = R"({"name":")" + name + R"(","password":")" + with_password + "\"}";
  return http::Client(address(), "").request("POST", "/api/v1/session", body, headers);
}

Reference AccessHouse::receive(std::vector<StaffId> concerns) {
  auto command = good_command("receive-complaint", {}, clock.now());
  std::get<ReceiveComplaint>(command).concerns_staff = std::move(concerns);
  auto const outcome = surroundings_->engine.handle({{}, std::move(command), {ActorKind::Staff, {}, "api"}, std::nullopt, {}, {}, {}});
  return std::get<Answer>(outcome).reference;
}

void AccessHouse::go(Reference const& reference, std::string_view command) {
  auto given = good_command(command, store->load(reference).value(), clock.now());
  auto const outcome = surroundings_->engine.handle({reference, std::move(given), {ActorKind::Staff, StaffId("staff-01"), "api"}, std::nullopt, {}, {}, {}});
  EXPECT_TRUE(std::holds_alternative<Answer>(outcome)) << command << ": " << describe(outcome);
}

MailId AccessHouse::take(std::string_view raw) {
  auto const id = surroundings_->desk.accept(raw, "test");
  surroundings_->desk.file_waiting();
  return id;
}

}  // namespace redress::testing
