// SPDX-License-Identifier: Apache-2.0
// The API over a real connection and the real engine, with a store in memory and a workflow that knows two commands.
#include "adapters/http/api.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>

#include "adapters/http/client.hpp"
#include "adapters/http/complaint_document.hpp"
#include "adapters/http/server.hpp"
#include "tests/adapters/http_fakes.hpp"
#include "tests/support/operator_desk.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::http {
namespace {

using boost::json::object;

constexpr auto complaint_of_anna =
    R"({"channel":"email","language":"lv","complainant":{"name":"Anna Bērziņa","email":"anna@example.org"},"narrative":"It came late."})";

std::vector<Header> as_json(std::vector<Header> more = {}) {
  more.push_back({"Content-Type", "application/json"});
  return more;
}

object body_of(Reply const& reply) {
  return boost::json::parse(reply.body).as_object();
}

class HttpApi : public ::testing::Test {
 protected:
  HttpApi() {
    engine_.on_committed([this](auto const& committed) { tell_of(broadcast_, committed); });
    engine_.start();
    server_.start();
  }
  ~HttpApi() override {
    server_.stop();
    engine_.stop();
  }

  Api api() {
    auto const texts = [](Reason reason, Language language, std::string_view subject) {
      return std::string(name_of(language)) + ": " + std::string(name_of(reason)) + " " + std::string(subject);
    };
    return {engine_, desk_, quarantine_, letters_, wording_, explainer_, broadcast_, metrics_, texts, operator_.desk, operator_.readings, operator_.read_log};
  }
  Settings settings() {
    Settings settings;
    settings.port = 0;
    settings.observe = [this](Observation const& observation) { metrics_.count(observation); };
    return settings;
  }

  Reply get(std::string_view target, std::vector<Header> const& headers = {}) { return client_.request("GET", target, {}, headers); }
  Reply post(std::string_view target, std::string body, std::vector<Header> const& headers = as_json()) {
    return client_.request("POST", target, std::move(body), headers);
  }
  Reply note(std::vector<Header> headers, std::string text = "a note") {
    return post("/api/v1/complaints/R-0000-0001/commands/add-note", R"({"text":")" + text + R"("})", as_json(std::move(headers)));
  }
  void receive() { ASSERT_EQ(post("/api/v1/complaints", complaint_of_anna).status, 201U); }

  FakeStore store_;
  FakeWorkflow workflow_;
  FakeClock clock_;
  FakeIdentifiers identifiers_;
  FakeJournal journal_;
  FakeReader reader_;
  FakeLetters letters_;
  FakeWording wording_;
  FakeExplainer explainer_;
  Broadcast broadcast_;
  Metrics metrics_;
  runtime::Engine engine_{store_, workflow_, clock_, identifiers_};
  runtime::MailDesk desk_{engine_, journal_, reader_, identifiers_};
  runtime::Quarantine quarantine_{engine_, journal_, reader_};
  testing::OperatorDesk operator_{store_, clock_, "secret"};
  Server server_{settings(), make_router(api())};
  Client client_{server_.address(), "secret"};
};

TEST_F(HttpApi, TakesAComplaintIn) {
  auto const reply = post("/api/v1/complaints", complaint_of_anna);

  EXPECT_EQ(reply.status, 201U) << reply.body;
  EXPECT_EQ(reply.header("Location"), "/api/v1/complaints/R-0000-0001");
  auto const body = body_of(reply);
  EXPECT_EQ(body.at("reference"), "R-0000-0001");
  EXPECT_EQ(body.at("stage"), "Received");
  EXPECT_EQ(body.at("version"), 3);
  EXPECT_EQ(body.at("events").at(0), "complaint-received");
}

TEST_F(HttpApi, ShowsEverythingAboutAComplaint) {
  receive();

  auto const reply = get("/api/v1/complaints/R-0000-0001", {{"Accept-Language", "ru"}});

  ASSERT_EQ(reply.status, 200U) << reply.body;
  EXPECT_EQ(reply.header("ETag"), "\"3\"");
  auto const body = body_of(reply);
  EXPECT_EQ(body.at("complainant").at("name"), "Anna Bērziņa");
  EXPECT_TRUE(body.at("public").is_null());
  EXPECT_TRUE(body.at("handler").is_null());
  EXPECT_EQ(body.at("urgency"), "normal");
  EXPECT_EQ(body.at("effort").at("transfers"), 0);
  auto const& deadline = body.at("deadlines").at(0);
  EXPECT_EQ(deadline.at("name"), "acknowledgement");
  EXPECT_EQ(deadline.at("title"), "ru acknowledgement");
  EXPECT_EQ(deadline.at("because").at(0).at("text"), "ru started.");
  EXPECT_TRUE(std::string_view(deadline.at("because_text").as_string()).starts_with("ru started. ru counted. "));
  EXPECT_EQ(body.at("letters").at(0).at("links").at("self"), "/api/v1/complaints/R-0000-0001/letters/letter-1");
  EXPECT_EQ(body.at("permitted_commands").at(0).at("ready"), true);
  EXPECT_EQ(body.at("permitted_commands").at(1).at("missing").at(0).at("title"), "ru: NotHeardOut ");
}

TEST_F(HttpApi, TellsTheHandlerAboutTheSituationInTheLanguageOfTheComplaint) {
  receive();
  auto const none = body_of(get("/api/v1/complaints/R-0000-0001"));
  auto named = boost::json::parse(complaint_of_anna).as_object();
  named["situation"] = "delivery/late";
  ASSERT_EQ(post("/api/v1/complaints", boost::json::serialize(named)).status, 201U);

  auto const told = body_of(get("/api/v1/complaints/R-0000-0002", {{"Accept-Language", "ru"}}));

  EXPECT_TRUE(none.at("situation").is_null());
  EXPECT_TRUE(none.at("situation_guide").is_null());
  EXPECT_EQ(told.at("situation"), "delivery/late");
  EXPECT_EQ(told.at("situation_guide").at("question").as_string(), std::string(told.at("language").as_string()) + " question");
  EXPECT_EQ(told.at("situation_guide").at("evidence").at(0), "order number");
}

TEST_F(HttpApi, ExplainsDeadlinesInTheLanguageOfTheOrganisationUnlessAnotherIsWanted) {
  receive();

  auto const body = body_of(get("/api/v1/complaints/R-0000-0001"));

  EXPECT_EQ(body.at("deadlines").at(0).at("title"), "lv acknowledgement");
}

TEST_F(HttpApi, DescribesEveryFieldOfAComplaint) {
  receive();
  auto const shown = body_of(get("/api/v1/complaints/R-0000-0001"));
  auto const document = boost::json::parse(openapi_document());
  std::set<std::string> described;
  for (auto const& part : document.at("components").at("schemas").at("Complaint").at("allOf").as_array())
    for (auto const& [name, schema] : part.at("properties").as_object()) described.insert(name);

  std::set<std::string> present;
  for (auto const& [name, value] : shown) present.insert(name);

  EXPECT_EQ(present, described);
}

TEST_F(HttpApi, CarriesOutACommandAtTheRightVersion) {
  receive();

  auto const reply = note({{"If-Match", "\"3\""}, {"X-Redress-Actor", "ilze"}});

  EXPECT_EQ(reply.status, 200U) << reply.body;
  EXPECT_EQ(reply.header("ETag"), "\"4\"");
  EXPECT_EQ(body_of(reply).at("version"), 4);
}

TEST_F(HttpApi, RefusesAStaleVersionAndSaysTheCurrentOne) {
  receive();

  auto const reply = note({{"If-Match", "2"}});

  EXPECT_EQ(reply.status, 412U);
  EXPECT_EQ(body_of(reply).at("current_version"), 3);
  EXPECT_EQ(body_of(reply).at("refusal"), "StaleVersion");
}

TEST_F(HttpApi, GivesARefusalAsAProblem) {
  receive();

  auto const reply = post("/api/v1/complaints/R-0000-0001/commands/escalate", "", {{"Accept-Language", "lv"}});

  EXPECT_EQ(reply.status, 422U) << reply.body;
  EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
  auto const body = body_of(reply);
  EXPECT_EQ(body.at("refusal"), "NotHeardOut");
  EXPECT_EQ(body.at("title"), "lv: NotHeardOut ");
  EXPECT_EQ(body.at("missing").at(1).at("reason"), "NoPoints");
  EXPECT_EQ(body.at("missing").at(1).at("subject"), "points");
}

TEST_F(HttpApi, TellsApartWhatIsWrongWithARequest) {
  receive();
  auto const commands = std::string("/api/v1/complaints/R-0000-0001/commands/");

  EXPECT_EQ(post("/api/v1/complaints", "{").status, 400U);
  EXPECT_EQ(post("/api/v1/complaints", "{}", {{"Content-Type", "text/plain"}}).status, 415U);
  EXPECT_EQ(body_of(post("/api/v1/complaints", "{}")).at("refusal"), "MalformedCommand");
  EXPECT_EQ(post(commands + "do-magic", "{}").status, 404U);
  EXPECT_EQ(post(commands + "receive-complaint", "{}").status, 404U);
  EXPECT_EQ(post("/api/v1/complaints/R-9999-9999/commands/escalate", "{}").status, 404U);
  EXPECT_EQ(note({{"If-Match", "new"}}).status, 400U);
  EXPECT_EQ(note({{"X-Redress-Actor", "nobody"}}).status, 400U);
  EXPECT_EQ(note({{"Idempotency-Key", "with space"}}).status, 400U);
  for (auto const* query : {"stage=Nowhere", "stage=", "limit=", "limit=0", "limit=201", "due_before="})
    EXPECT_EQ(get("/api/v1/complaints?" + std::string(query)).status, 400U) << query;
  EXPECT_EQ(get("/api/v1/complaints?q=%ff").status, 400U);
}

TEST_F(HttpApi, AnswersARepetitionWithTheFirstAnswer) {
  receive();

  auto const first = note({{"Idempotency-Key", "k1"}});
  auto const again = note({{"Idempotency-Key", "k1"}});
  auto const other = note({{"Idempotency-Key", "k1"}}, "another note");

  EXPECT_EQ(first.body, again.body);
  EXPECT_EQ(other.status, 422U);
  EXPECT_EQ(body_of(other).at("refusal"), "KeyUsedForAnotherCommand");
}

TEST_F(HttpApi, SaysWhetherTryingAgainHelps) {
  receive();

  store_.writing_fails_with = ports::StoreFaultKind::Unavailable;
  auto const unavailable = note({});
  store_.writing_fails_with = ports::StoreFaultKind::Full;
  auto const full = note({});
  store_.writing_fails_with.reset();
  auto const mistake = post("/api/v1/complaints/R-0000-0001/commands/withdraw", R"({"reason":"x"})");

  EXPECT_EQ(unavailable.status, 503U);
  EXPECT_EQ(unavailable.header("Retry-After"), "1");
  EXPECT_EQ(full.status, 507U);
  EXPECT_EQ(mistake.status, 500U);
}

TEST_F(HttpApi, NeedsTheToken) {
  auto const reply = Client(server_.address(), "").request("GET", "/api/v1/complaints");

  EXPECT_EQ(reply.status, 401U);
  EXPECT_TRUE(reply.header("WWW-Authenticate").starts_with("Bearer"));
}

TEST_F(HttpApi, ListsPageByPage) {
  for (int i = 0; i < 3; ++i) receive();

  auto const first = body_of(get("/api/v1/complaints?limit=2&stage=Received"));
  auto const second = body_of(get("/api/v1/complaints?limit=2&after=" + std::string(first.at("next").as_string())));

  EXPECT_EQ(first.at("complaints").as_array().size(), 2U);
  EXPECT_EQ(second.at("complaints").at(0).at("reference"), "R-0000-0003");
  EXPECT_TRUE(second.at("next").is_null());
}

TEST_F(HttpApi, GivesTheHistoryByteForByte) {
  receive();
  std::string leaf;
  store_.read_history(Reference("R-0000-0001"), [&](ports::StoredLeaf const& one) { leaf = leaf.empty() ? one.bytes : leaf; });

  auto const reply = get("/api/v1/complaints/R-0000-0001/history");

  EXPECT_TRUE(reply.body.starts_with(R"({"leaves":[{"leaf":)" + leaf + ",")) << reply.body;
  auto const body = body_of(reply);
  EXPECT_EQ(body.at("events").at(0).at("type"), "complaint-received");
  EXPECT_EQ(body.at("events").at(0).at("data").at("narrative"), "It came late.");
  EXPECT_EQ(get("/api/v1/complaints/R-9999-9999/history").status, 404U);
}

TEST_F(HttpApi, GivesALetterInTheFormAskedFor) {
  receive();
  auto const letter = std::string("/api/v1/complaints/R-0000-0001/letters/letter-1");

  EXPECT_EQ(get(letter, {{"Accept", "text/plain"}}).body, "Your complaint\n");
  EXPECT_EQ(get(letter, {{"Accept", "text/html"}}).body, "<p>Your complaint</p>");
  EXPECT_TRUE(get(letter, {{"Accept", "text/html"}}).header("Content-Security-Policy").contains("sandbox"));
  EXPECT_EQ(body_of(get(letter)).at("subject"), "Your complaint");
  EXPECT_EQ(get(letter, {{"Accept", "application/pdf"}}).body, "%PDF-1.5 Your complaint");
  EXPECT_EQ(get(letter, {{"Accept", "application/pdf"}}).header("Content-Type"), "application/pdf");
  EXPECT_EQ(get(letter, {{"Accept", "application/pdf"}}).header("Content-Disposition"), "inline; filename=\"R-0000-0001.pdf\"");
  EXPECT_EQ(get(letter, {{"Accept", "image/png"}}).status, 406U);
  EXPECT_EQ(get(letter, {{"Accept", "message/rfc822"}}).status, 404U);
  EXPECT_EQ(get("/api/v1/complaints/R-0000-0001/letters/letter-9").status, 404U);
}

TEST_F(HttpApi, TakesMailIn) {
  std::vector<Header> const mail{{"Content-Type", "message/rfc822"}};

  auto const accepted = post("/api/v1/intake/mail", "Subject: x\r\n\r\nbody", mail);
  journal_.full = true;
  auto const full = post("/api/v1/intake/mail", "Subject: y\r\n\r\nbody", mail);

  EXPECT_EQ(accepted.status, 202U) << accepted.body;
  EXPECT_TRUE(body_of(accepted).at("id").is_string());
  EXPECT_EQ(journal_.mails, (std::vector<std::string>{"Subject: x\r\n\r\nbody"}));
  EXPECT_EQ(full.status, 503U);
  EXPECT_EQ(post("/api/v1/intake/mail", "{}").status, 415U);
}

TEST_F(HttpApi, ShowsWhatBecameOfMail) {
  auto const intake = body_of(get("/api/v1/intake"));
  auto const outbox = get("/api/v1/outbox");

  EXPECT_EQ(intake.at("received").as_int64(), intake.at("filed").as_int64() + intake.at("quarantined").as_int64() + intake.at("waiting").as_int64());
  EXPECT_EQ(intake.at("entries").at(0).at("reason"), "a machine wrote it");
  EXPECT_EQ(body_of(outbox).at("waiting"), 3);
  EXPECT_FALSE(outbox.body.contains("anna@example.org"));
  EXPECT_FALSE(outbox.body.contains("secret bytes"));
}

TEST_F(HttpApi, GivesTheCalendarOfAMemberOfStaffToWhoeverBearsItsToken) {
  redress::testing::TemporaryFolder const folder("calendar");
  std::filesystem::create_directories(folder.path());
  auto const token_file = (folder.path() / "token").string();
  std::ofstream(token_file) << "a-token-of-twenty-one\n";
  workflow_.open_calendar(token_file);
  receive();
  ASSERT_EQ(post("/api/v1/complaints/R-0000-0001/commands/make-appointment", R"({"kind":"call","at":"2026-03-03T08:00:00Z"})").status, 200U);
  Client const program(server_.address(), "");
  auto const status_of = [&](std::string const& target) { return program.request("GET", target).status; };

  auto const calendar = program.request("GET", "/calendars/ilze.ics?token=a-token-of-twenty-one");

  EXPECT_EQ(calendar.status, 200U);
  EXPECT_EQ(calendar.body, "R-0000-0001-appointment-1@example.org 2026-03-03T08:00:00Z\n");
  EXPECT_EQ(status_of("/calendars/ilze.ics?token=another-token-of-them"), 404U);
  EXPECT_EQ(status_of("/calendars/ilze.ics"), 404U);
  EXPECT_EQ(status_of("/calendars/ilze?token=a-token-of-twenty-one"), 404U);
  EXPECT_EQ(status_of("/calendars/nobody.ics?token=a-token-of-twenty-one"), 404U);
  std::ofstream(token_file) << "short\n";
  EXPECT_EQ(status_of("/calendars/ilze.ics?token=short"), 404U) << "it can be guessed";
  workflow_.open_calendar({});
  EXPECT_EQ(status_of("/calendars/ilze.ics?token="), 404U);
}

TEST_F(HttpApi, TellsListenersWhatChanged) {
  auto const listener = broadcast_.listen();

  receive();

  EXPECT_EQ(listener->take(), R"({"reference":"R-0000-0001","stage":"Received","version":3})");
}

TEST_F(HttpApi, ShowsItsFiguresWithoutSayingWhoTheyAreAbout) {
  receive();
  static_cast<void>(get("/api/v1/complaints/R-0000-0001"));

  auto const text = Client(server_.address(), "").request("GET", "/metrics").body;

  EXPECT_TRUE(text.contains(R"(redress_http_requests_total{method="GET",route="/api/v1/complaints/{reference}",status="200"} 1)")) << text;
  EXPECT_TRUE(text.contains("redress_commands_total{outcome=\"accepted\"} 1")) << text;
  EXPECT_TRUE(text.contains("redress_outbox_waiting 3"));
  EXPECT_FALSE(text.contains("R-0000")) << text;
}

TEST_F(HttpApi, IsAliveAndReady) {
  Client const stranger(server_.address(), "");

  EXPECT_EQ(stranger.request("GET", "/healthz").status, 200U);
  EXPECT_EQ(stranger.request("GET", "/readyz").status, 200U);
  EXPECT_EQ(stranger.request("GET", "/api/v1/openapi.json").body, openapi_document());
}

TEST_F(HttpApi, DescribesEveryRoute) {
  auto const paths = boost::json::parse(openapi_document()).at("paths").as_object();
  auto const router = make_router(api());
  for (auto const& route : router.routes()) {
    if (route.pattern.ends_with("/commands/{name}")) continue;  // described command by command
    auto method = route.method;
    std::ranges::transform(method, method.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    ASSERT_TRUE(paths.contains(route.pattern)) << route.pattern;
    EXPECT_TRUE(paths.at(route.pattern).as_object().contains(method)) << method << " " << route.pattern;
  }
  EXPECT_TRUE(paths.contains("/api/v1/complaints/{reference}/commands/propose-remedy"));
  EXPECT_FALSE(paths.contains("/api/v1/complaints/{reference}/commands/deadline-passed"));
}

}  // namespace
}  // namespace redress::http
