// SPDX-License-Identifier: Apache-2.0
// Logging in, over a real connection.
#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "tests/access/access_house.hpp"

namespace redress::testing {
namespace {

using boost::json::object;
using std::chrono::hours;
using std::chrono::minutes;

object body_of(http::Reply const& reply) {
  return boost::json::parse(reply.body).as_object();
}

class LogIn : public ::testing::Test {
 protected:
  LogIn() {
    house.add("ilze", "handler", "staff-01");
    house.add("root", "administrator");
  }
  [[nodiscard]] unsigned who_am_i(Browser const& browser) const { return house.ask(browser, "GET", "/api/v1/session").status; }

  AccessHouse house;
};

TEST_F(LogIn, LetsInWhoeverKnowsThePassword) {
  auto const reply = house.log_in("Ilze", AccessHouse::password);

  ASSERT_EQ(reply.status, 200U) << reply.body;
  auto const cookie = reply.header("Set-Cookie");
  EXPECT_TRUE(cookie.starts_with("redress=")) << cookie;
  EXPECT_TRUE(cookie.ends_with("; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict")) << cookie;
  auto const body = body_of(reply);
  EXPECT_EQ(body.at("name"), "ilze");
  EXPECT_EQ(body.at("display_name"), "Ilze Bērziņa");
  EXPECT_EQ(body.at("staff_id"), "staff-01");
  EXPECT_EQ(body.at("roles"), boost::json::array{"handler"});
  EXPECT_EQ(body.at("language"), "en");
  auto const again = house.ask(Browser{cookie.substr(0, cookie.find(';'))}, "GET", "/api/v1/session");
  EXPECT_EQ(body_of(again), body);
}

TEST_F(LogIn, SaysTheSameToAWrongPasswordAndToANameNobodyHas) {
  auto const wrong = house.log_in("ilze", "not the password at all");
  auto const unknown = house.log_in("nobody", "not the password at all");

  EXPECT_EQ(wrong.status, 401U);
  EXPECT_EQ(unknown.status, 401U);
  EXPECT_EQ(wrong.body, unknown.body);
  EXPECT_EQ(wrong.header("Set-Cookie"), "");
}

TEST_F(LogIn, TellsWhoeverGuessesToWait) {
  unsigned status = 401;
  for (int i = 0; i < 20 && status == 401; ++i) status = house.log_in("ilze", "guess number " + std::to_string(i)).status;
  auto const reply = house.log_in("ilze", AccessHouse::password);

  EXPECT_EQ(status, 429U);
  EXPECT_EQ(reply.status, 429U);
  EXPECT_GT(std::stoi(reply.header("Retry-After")), 0);
  house.clock.advance(minutes{5});
  EXPECT_EQ(house.log_in("ilze", AccessHouse::password).status, 200U);
}

TEST_F(LogIn, EndsAfterHalfAnHourWithoutUseAndAfterTwelveHoursOfIt) {
  auto const idle = house.browser("ilze");
  house.clock.advance(minutes{29});
  EXPECT_EQ(who_am_i(idle), 200U);
  auto const busy = house.browser("ilze");
  house.clock.advance(minutes{31});
  EXPECT_EQ(who_am_i(busy), 401U);

  auto caller = house.desk.caller_with_session(house.browser("ilze").cookie.substr(8));
  for (int i = 0; i < 71; ++i) {
    house.clock.advance(minutes{10});
    house.desk.note_use(caller);
  }
  EXPECT_TRUE(house.desk.still_may(caller, "read-complaints"));
  house.clock.advance(minutes{10});
  EXPECT_FALSE(house.desk.still_may(caller, "read-complaints"));
}

TEST_F(LogIn, EndsWhenTheUserLogsOut) {
  auto const browser = house.browser("ilze");

  auto const reply = house.ask(browser, "DELETE", "/api/v1/session");

  EXPECT_EQ(reply.status, 204U);
  EXPECT_TRUE(reply.header("Set-Cookie").starts_with("redress=; Path=/; Max-Age=0;"));
  EXPECT_EQ(who_am_i(browser), 401U);
}

TEST_F(LogIn, EndsWhenTheUserIsDisabledOrHasOtherRoles) {
  auto const browser = house.browser("ilze");
  auto const administrator = house.browser("root");
  ASSERT_EQ(house.ask(administrator, "PATCH", "/api/v1/users/ilze", R"({"language":"lv"})").status, 200U);
  EXPECT_EQ(who_am_i(browser), 200U);

  ASSERT_EQ(house.ask(administrator, "PATCH", "/api/v1/users/ilze", R"({"roles":["auditor"]})").status, 200U);
  EXPECT_EQ(who_am_i(browser), 401U);

  auto const anew = house.browser("ilze");
  ASSERT_EQ(house.ask(administrator, "PATCH", "/api/v1/users/ilze", R"({"disabled":true})").status, 200U);
  EXPECT_EQ(who_am_i(anew), 401U);
  EXPECT_EQ(house.log_in("ilze", AccessHouse::password).status, 401U);
}

TEST_F(LogIn, BeginsAnewWhenThePasswordIsChanged) {
  auto const browser = house.browser("ilze");
  auto const elsewhere = house.browser("ilze");

  auto const wrong = house.ask(browser, "POST", "/api/v1/session/password", R"({"old":"not this one","new":"four quite other words"})");
  auto const reply = house.ask(browser, "POST", "/api/v1/session/password", R"({"old":"correct horse battery staple","new":"four quite other words"})");

  EXPECT_EQ(wrong.status, 403U);
  ASSERT_EQ(reply.status, 200U) << reply.body;
  auto const cookie = reply.header("Set-Cookie");
  EXPECT_EQ(who_am_i({cookie.substr(0, cookie.find(';'))}), 200U);
  EXPECT_EQ(who_am_i(browser), 401U);
  EXPECT_EQ(who_am_i(elsewhere), 401U);
  EXPECT_EQ(house.log_in("ilze", "four quite other words").status, 200U);
}

TEST_F(LogIn, RefusesPasswordsThatAreGuessedFirst) {
  auto const try_one = [this](std::string const& password) {
    auto const body = object{{"name", "peteris.zarins"}, {"password", password}};
    return house.ask(AccessHouse::operator_token, "POST", "/api/v1/users", boost::json::serialize(body));
  };

  EXPECT_TRUE(try_one("short").body.contains("PasswordTooShort"));
  EXPECT_TRUE(try_one("Qwerty123456").body.contains("PasswordCommon"));
  EXPECT_TRUE(try_one("i am Peteris.Zarins").body.contains("PasswordHoldsName"));
  EXPECT_TRUE(try_one(std::string(300, 'x')).body.contains("PasswordTooLong"));
  EXPECT_EQ(try_one("двенадцать!!").status, 201U);
}

TEST_F(LogIn, TakesNothingFromAnotherSite) {
  auto const browser = house.browser("root");
  auto const add = [&](std::vector<http::Header> headers) {
    headers.push_back({"Cookie", browser.cookie});
    headers.push_back({"Content-Type", "application/json"});
    return http::Client(house.address(), "").request("POST", "/api/v1/users", R"({"name":"robot"})", headers).status;
  };

  EXPECT_EQ(add({}), 403U);
  EXPECT_EQ(add({{"X-Redress-CSRF", "1"}}), 403U);
  EXPECT_EQ(add({{"Origin", house.address()}}), 403U);
  EXPECT_EQ(add({{"X-Redress-CSRF", "1"}, {"Origin", "https://evil.example"}}), 403U);
  EXPECT_EQ(add({{"X-Redress-CSRF", "1"}, {"Origin", house.address()}, {"Sec-Fetch-Site", "cross-site"}}), 403U);
  EXPECT_EQ(add({{"X-Redress-CSRF", "1"}, {"Origin", "null"}}), 403U);
  EXPECT_FALSE(house.desk.user("robot"));
  EXPECT_EQ(add({{"X-Redress-CSRF", "1"}, {"Origin", house.address()}}), 201U);
  EXPECT_EQ(house.log_in("ilze", AccessHouse::password, {{"Origin", "https://evil.example"}}).status, 403U);
}

TEST_F(LogIn, NeedsNoSuchHeaderOfABearer) {
  EXPECT_EQ(house.ask(AccessHouse::operator_token, "POST", "/api/v1/users", R"({"name":"robot"})", {{"Origin", "https://elsewhere.example"}}).status, 201U);
}

TEST_F(LogIn, ShowsRecentLogInsToTheUserAndToAdministrators) {
  static_cast<void>(house.log_in("ilze", "not the password at all"));
  static_cast<void>(house.log_in("ilze", AccessHouse::password));
  house.add("maija", "approver", "staff-03");

  auto const own = house.ask(house.token("ilze"), "GET", "/api/v1/users/ilze/log-ins");

  ASSERT_EQ(own.status, 200U);
  auto const shown = body_of(own).at("log_ins").as_array();
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].at("succeeded"), true);
  EXPECT_EQ(shown[1].at("succeeded"), false);
  EXPECT_EQ(shown[1].at("address"), "127.0.0.1");
  EXPECT_EQ(house.ask(house.token("root"), "GET", "/api/v1/users/ilze/log-ins").body, own.body);
  EXPECT_EQ(house.ask(house.token("maija"), "GET", "/api/v1/users/ilze/log-ins").status, 403U);
}

TEST_F(LogIn, MakesAFirstAdministratorOnlyWhereThereIsNobody) {
  auto const body = R"({"code":"the code","name":"chief","password":"four quite other words"})";
  house.desk.await_first_administrator("the code");
  EXPECT_EQ(house.ask(std::string(), "POST", "/api/v1/first-administrator", body).status, 403U);

  AccessHouse empty;
  EXPECT_EQ(empty.ask(std::string(), "POST", "/api/v1/first-administrator", body).status, 403U);
  empty.desk.await_first_administrator("the code");
  auto const wrong = R"({"code":"a code","name":"chief","password":"four quite other words"})";
  EXPECT_EQ(empty.ask(std::string(), "POST", "/api/v1/first-administrator", wrong).status, 403U);
  EXPECT_EQ(empty.ask(std::string(), "POST", "/api/v1/first-administrator", body).status, 201U);
  EXPECT_EQ(empty.ask(std::string(), "POST", "/api/v1/first-administrator", body).status, 403U);
  EXPECT_EQ(empty.log_in("chief", "four quite other words").status, 200U);
}

TEST_F(LogIn, LetsNobodyChangeTheirOwnRights) {
  auto const root = house.browser("root");

  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/root", R"({"roles":["manager"]})").status, 403U);
  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/root", R"({"staff_id":"staff-05"})").status, 403U);
  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/root", R"({"language":"ru"})").status, 200U);
}

TEST_F(LogIn, RefusesFieldsAndTypesItDoesNotKnow) {
  auto const root = house.browser("root");

  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/ilze", R"({"role":["manager"]})").status, 400U);
  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/ilze", R"({"roles":"manager"})").status, 400U);
  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/ilze", R"({"disabled":1})").status, 400U);
  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/ilze", R"({"roles":["king"]})").status, 422U);
  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/ilze", R"({"staff_id":"staff-99"})").status, 422U);
  EXPECT_EQ(house.ask(root, "PATCH", "/api/v1/users/nobody", R"({"language":"ru"})").status, 404U);
  EXPECT_EQ(house.ask(root, "POST", "/api/v1/users", R"({"name":"Not A Name"})").status, 422U);
  EXPECT_EQ(house.ask(root, "POST", "/api/v1/users", R"({"name":"ilze"})").status, 409U);
}

TEST_F(LogIn, GivesTokensThatMayNoMoreThanTheirScopes) {
  auto const whole = house.token("ilze");
  auto const reading = house.token("ilze", {"read-complaints"});
  auto const reference = house.receive().value;

  EXPECT_EQ(house.ask(reading, "GET", "/api/v1/complaints/" + reference).status, 200U);
  EXPECT_EQ(house.ask(reading, "GET", "/api/v1/complaints/" + reference + "/history").status, 403U);
  EXPECT_EQ(house.ask(whole, "GET", "/api/v1/complaints/" + reference + "/history").status, 200U);
  EXPECT_EQ(house.ask(whole, "GET", "/api/v1/users").status, 403U);
  EXPECT_EQ(house.ask(reading, "POST", "/api/v1/users/ilze/tokens", "{}").status, 403U);
  EXPECT_EQ(house.ask(reading, "GET", "/api/v1/users/ilze/tokens").status, 403U);
  EXPECT_EQ(house.ask(reading, "GET", "/api/v1/users/ilze/log-ins").status, 403U);
  for (auto const& one : house.desk.tokens("ilze")) EXPECT_EQ(house.ask(reading, "DELETE", "/api/v1/users/ilze/tokens/" + one.id).status, 403U);
  EXPECT_EQ(house.ask(whole, "GET", "/api/v1/users/ilze/tokens").status, 200U);
}

TEST_F(LogIn, EndsTheSessionsThatAnIdentityMayHaveBegun) {
  auto const linked = house.desk.link("ilze", "https://id.example.org", "subject-7");
  ASSERT_TRUE(linked);
  auto const session = house.browser("ilze");
  ASSERT_EQ(house.ask(session, "GET", "/api/v1/session").status, 200U);

  EXPECT_EQ(house.ask(house.browser("root"), "DELETE", "/api/v1/users/ilze/identities/" + house.desk.id_of(*linked)).status, 204U);

  EXPECT_EQ(house.ask(session, "GET", "/api/v1/session").status, 401U);
}

TEST_F(LogIn, TakesATokenBack) {
  auto const made = house.ask(house.browser("ilze"), "POST", "/api/v1/users/ilze/tokens", R"({"scopes":["read-*"]})");
  ASSERT_EQ(made.status, 201U) << made.body;
  auto const token = std::string(body_of(made).at("token").as_string());
  auto const id = std::string(body_of(made).at("id").as_string());
  EXPECT_EQ(house.ask(token, "GET", "/api/v1/complaints").status, 200U);
  EXPECT_FALSE(house.ask(house.browser("ilze"), "GET", "/api/v1/users/ilze/tokens").body.contains(token));

  EXPECT_EQ(house.ask(house.browser("ilze"), "DELETE", "/api/v1/users/ilze/tokens/" + id).status, 204U);

  EXPECT_EQ(house.ask(token, "GET", "/api/v1/complaints").status, 401U);
}

}  // namespace
}  // namespace redress::testing
