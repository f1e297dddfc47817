// SPDX-License-Identifier: Apache-2.0
// Mail that came in, through the API: listed, shown as far as it can be read, and decided about.
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "adapters/http/api.hpp"
#include "adapters/http/client.hpp"
#include "adapters/http/download.hpp"
#include "adapters/http/server.hpp"
#include "tests/adapters/http_fakes.hpp"
#include "tests/support/operator_desk.hpp"

namespace redress::http {
namespace {

std::vector<Header> as_json(std::vector<Header> more = {}) {
  more.push_back({"Content-Type", "application/json"});
  return more;
}

boost::json::object body_of(Reply const& reply) {
  return boost::json::parse(reply.body).as_object();
}

class HttpQuarantine : public ::testing::Test {
 protected:
  HttpQuarantine() {
    engine_.start();
    server_.start();
  }
  ~HttpQuarantine() override {
    server_.stop();
    engine_.stop();
  }

  Api api() {
    auto const texts = [](Reason reason, Language, std::string_view) { return std::string(name_of(reason)); };
    return {engine_, desk_, quarantine_, letters_, wording_, explainer_, broadcast_, metrics_, texts, operator_.desk, operator_.readings, operator_.read_log};
  }
  static Settings settings() {
    Settings settings;
    settings.port = 0;
    return settings;
  }
  Reply get(std::string_view target) { return client_.request("GET", target); }
  Reply post(std::string_view target, std::string body, std::vector<Header> const& headers = as_json()) {
    return client_.request("POST", target, std::move(body), headers);
  }

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

TEST_F(HttpQuarantine, PagesAndFiltersWhatBecameOfMail) {
  EXPECT_EQ(body_of(get("/api/v1/intake?state=undecided&limit=1")).at("entries").as_array().size(), 1U);
  EXPECT_TRUE(body_of(get("/api/v1/intake?state=undecided&limit=1")).at("next").is_null());
  EXPECT_TRUE(body_of(get("/api/v1/intake?state=filed")).at("entries").as_array().empty());
  EXPECT_TRUE(body_of(get("/api/v1/intake?after=mail-1")).at("entries").as_array().empty());
  EXPECT_EQ(get("/api/v1/intake?state=lost").status, 400U);
  EXPECT_EQ(get("/api/v1/intake?limit=0").status, 400U);
  EXPECT_EQ(get("/api/v1/intake?inlet=%FF").status, 400U);
}

TEST_F(HttpQuarantine, ShowsAMailAsFarAsItCanBeRead) {
  auto const shown = body_of(get("/api/v1/intake/mail-1"));
  reader_.gives_up = true;
  auto const unreadable = body_of(get("/api/v1/intake/mail-1"));

  EXPECT_EQ(shown.at("reason"), "a machine wrote it");
  EXPECT_EQ(shown.at("reading").at("text"), "It came late.");
  EXPECT_TRUE(unreadable.at("reading").is_null());
  EXPECT_EQ(unreadable.at("unreadable"), "reading it took too long");
  EXPECT_EQ(get("/api/v1/intake/mail-9").status, 404U);
  EXPECT_EQ(get("/api/v1/intake/..%2F..%2Fkeys%2Fapi-token/raw").status, 404U);
}

TEST_F(HttpQuarantine, GivesTheBytesOfAMailAsADownloadThatRunsNothing) {
  auto const raw = get("/api/v1/intake/mail-1/raw");

  EXPECT_EQ(raw.status, 200U);
  EXPECT_EQ(raw.body, "Subject: x\r\n\r\nbody");
  EXPECT_EQ(raw.header("Content-Disposition"), "attachment; filename=\"mail-1.eml\"");
  EXPECT_EQ(raw.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(raw.header("Content-Security-Policy"), "default-src 'none'; sandbox");
}

TEST_F(HttpQuarantine, GivesTheFilesOfAMailAsDownloadsThatRunNothing) {
  auto const file = get("/api/v1/intake/mail-1/files/1");

  EXPECT_EQ(file.status, 200U);
  EXPECT_EQ(file.body, "%PDF");
  EXPECT_EQ(file.header("Content-Type"), "application/pdf");
  EXPECT_EQ(file.header("Content-Disposition"), "attachment; filename=\"receipt.pdf\"");
  EXPECT_EQ(file.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(file.header("Content-Security-Policy"), "default-src 'none'; sandbox");
  for (auto const* other : {"2", "0", "-1", "x", "99999999999999999999"})
    EXPECT_EQ(get("/api/v1/intake/mail-1/files/" + std::string(other)).status, 404U) << other;
  EXPECT_EQ(get("/api/v1/intake/mail-9/files/1").status, 404U);
  EXPECT_EQ(get("/api/v1/complaints/R-0000-0001/files/mail-1/1").status, 404U) << "no mail of this complaint";
  reader_.gives_up = true;
  EXPECT_EQ(get("/api/v1/intake/mail-1/files/1").status, 422U);
}

TEST(ADownload, BearsNoNameThatMisleads) {
  auto const named = [](std::string_view name) { return download("image/svg+xml", name, {}).headers.at(1).value; };

  EXPECT_EQ(named("rēķins.pdf"), "attachment; filename=\"r____ins.pdf\"; filename*=UTF-8''r%C4%93%C4%B7ins.pdf");
  EXPECT_EQ(named("../../etc/passwd"), "attachment; filename=\"passwd\"");
  EXPECT_EQ(named("C:\\evil\r\nSet-Cookie: x"), "attachment; filename=\"evilSet-Cookie x\"");
  EXPECT_EQ(named(".\""), "attachment; filename=\"file\"");
  EXPECT_EQ(download("image/svg+xml", "a", {}).headers.at(0).value, "application/octet-stream") << "scripts run in it";
}

TEST_F(HttpQuarantine, DecidesAboutMailInQuarantineOnce) {
  auto const as_ilze = as_json({{"X-Redress-Actor", "ilze"}});
  EXPECT_EQ(post("/api/v1/intake/mail-1/release", R"({"reason":"a person"})").status, 422U);
  EXPECT_EQ(post("/api/v1/intake/mail-1/release", R"({"reason":"a person","colour":"red"})", as_ilze).status, 400U);
  EXPECT_EQ(post("/api/v1/intake/mail-9/discard", R"({"reason":"nothing"})", as_ilze).status, 404U);
  EXPECT_EQ(post("/api/v1/intake/mail-1/file", R"({"reason":"theirs"})", as_ilze).status, 422U);
  EXPECT_EQ(post("/api/v1/intake/mail-1/file", R"({"reason":"theirs","reference":"R-9999-9999"})", as_ilze).status, 404U);

  auto const released = post("/api/v1/intake/mail-1/release", R"({"reason":"a person"})", as_ilze);

  EXPECT_EQ(released.status, 200U) << released.body;
  EXPECT_EQ(body_of(released).at("state"), "filed");
  EXPECT_EQ(body_of(released).at("reference"), "R-0000-0001");
  EXPECT_EQ(body_of(released).at("decision").at("verdict"), "released");
  EXPECT_EQ(body_of(released).at("decision").at("by"), "ilze");
  EXPECT_EQ(post("/api/v1/intake/mail-1/discard", R"({"reason":"nothing"})", as_ilze).status, 409U);
}

}  // namespace
}  // namespace redress::http
