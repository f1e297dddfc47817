// SPDX-License-Identifier: Apache-2.0
// What guessing costs, and what the desk keeps.
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "tests/access/access_house.hpp"
#include "tests/support/operator_desk.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::testing {
namespace {

/// Counts how often a password is compared.
class CountingSecrets final : public ports::Secrets {
 public:
  [[nodiscard]] std::string random() override { return "random " + std::to_string(++drawn_); }
  [[nodiscard]] std::string digest(std::string_view secret) const override { return "digest of " + std::string(secret); }
  [[nodiscard]] bool are_same(std::string_view one, std::string_view other) const override { return one == other; }
  [[nodiscard]] std::string hash(std::string_view password) override { return "hash of " + std::string(password); }
  [[nodiscard]] bool matches(std::string_view password, std::string const& hash) override {
    ++compared;
    return hash == "hash of " + std::string(password);
  }
  [[nodiscard]] bool is_common(std::string_view) const override { return false; }

  int compared = 0;

 private:
  int drawn_ = 0;
};

class AccessDesk : public ::testing::Test {
 protected:
  AccessDesk() {
    ports::User user;
    user.name = "ilze";
    user.roles = {"handler"};
    static_cast<void>(desk.add_user(user, "correct horse battery staple"));
  }

  system::ManualClock clock{*parse_time("2026-03-02T09:00:00Z")};
  system::SeededIdentifiers identifiers{1};
  std::unique_ptr<store::NodeStore> store = store::open_sqlite(":memory:", {identifiers, "log"});
  CountingSecrets secrets;
  runtime::AccessDesk desk{{*store, *store, secrets, clock, shipped_roles(), all_actions(), {}, "operator"}};
};

TEST_F(AccessDesk, EvaluatesAtMostTwentyOfAThousandGuesses) {
  for (int i = 0; i < 1000; ++i) {
    static_cast<void>(desk.log_in("ilze", "guess " + std::to_string(i), "192.0.2." + std::to_string(i % 250)));
    clock.advance(std::chrono::milliseconds{100});
  }
  EXPECT_LE(secrets.compared, 20);

  secrets.compared = 0;
  for (int i = 0; i < 1000; ++i) {
    static_cast<void>(desk.log_in("name" + std::to_string(i), "guess", "198.51.100.7"));
    clock.advance(std::chrono::milliseconds{100});
  }
  EXPECT_LE(secrets.compared, 20);
  EXPECT_GT(secrets.compared, 0);
}

TEST_F(AccessDesk, DoesTheSameWorkForANameThatNobodyHas) {
  static_cast<void>(desk.log_in("ilze", "wrong", "192.0.2.1"));
  auto const for_a_user = std::exchange(secrets.compared, 0);
  static_cast<void>(desk.log_in("nobody", "wrong", "192.0.2.2"));
  auto const for_nobody = std::exchange(secrets.compared, 0);
  static_cast<void>(desk.log_in("Not even a name", "wrong", "192.0.2.3"));

  EXPECT_EQ(for_a_user, 1);
  EXPECT_EQ(for_nobody, 1);
  EXPECT_EQ(secrets.compared, 1);
  EXPECT_TRUE(store->log_ins("nobody", 10).empty());
  EXPECT_EQ(store->log_ins("", 10).size(), 2U);
}

TEST_F(AccessDesk, DoesNotCountLogInsThatSucceed) {
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(desk.log_in("ilze", "correct horse battery staple", "127.0.0.1")) << i;
}

TEST_F(AccessDesk, KeepsNothingThatOpensAnything) {
  auto const logged_in = desk.log_in("ilze", "correct horse battery staple", "127.0.0.1");
  auto const token = desk.add_token("ilze", {});
  ASSERT_TRUE(logged_in && token);

  EXPECT_FALSE(store->session(logged_in->secret));
  EXPECT_TRUE(store->session(secrets.digest(logged_in->secret)));
  EXPECT_FALSE(store->token(token->secret));
  EXPECT_EQ(desk.caller_with_token(token->secret).user, "ilze");
  EXPECT_EQ(desk.caller_with_token(secrets.digest(token->secret)).kind, runtime::CallerKind::Nobody);
}

TEST_F(AccessDesk, LetsAProgramLogInNever) {
  ports::User robot;
  robot.name = "robot";
  robot.roles = {"program"};
  ASSERT_TRUE(desk.add_user(robot, std::nullopt));

  EXPECT_FALSE(desk.log_in("robot", "", "127.0.0.1"));
  auto const caller = desk.caller_with_token(desk.add_token("robot", {})->secret);
  EXPECT_EQ(caller.kind, runtime::CallerKind::Program);
  EXPECT_TRUE(desk.may(caller, "propose-remedy"));
  EXPECT_FALSE(desk.may(caller, "manage-users"));
}

TEST_F(AccessDesk, RefusesAScopeThatMeansNothing) {
  EXPECT_EQ(desk.add_token("ilze", {"read-complaint"}).error(), runtime::AccountFault::UnknownAction);
  EXPECT_EQ(desk.add_token("nobody", {}).error(), runtime::AccountFault::UnknownUser);
}

TEST(May, DeniesByDefault) {
  Roles const roles{{"reader", {"reader", {"read-complaints"}, std::nullopt}}};
  runtime::Caller caller;
  caller.roles = {"reader"};
  EXPECT_FALSE(runtime::may(roles, caller, "read-complaints")) << "nobody vouched for them";
  caller.kind = runtime::CallerKind::Person;
  EXPECT_TRUE(runtime::may(roles, caller, "read-complaints"));
  EXPECT_FALSE(runtime::may(roles, caller, "read-history"));
  EXPECT_FALSE(runtime::may(roles, caller, ""));
  caller.scopes = std::vector<std::string>{};
  EXPECT_FALSE(runtime::may(roles, caller, "read-complaints")) << "a token without scopes may nothing";
  caller.scopes = std::vector<std::string>{"read-*"};
  EXPECT_TRUE(runtime::may(roles, caller, "read-complaints"));
  caller.roles = {"a role that is gone"};
  EXPECT_FALSE(runtime::may(roles, caller, "read-complaints"));
}

TEST(May, BoundsARemedyByTheLargestOfTheRolesThatProposeIt) {
  Roles const roles{{"small", {"small", {"propose-remedy"}, Money{1000, "EUR"}}},
                    {"large", {"large", {"propose-remedy"}, Money{5000, "EUR"}}},
                    {"free", {"free", {"propose-remedy"}, std::nullopt}},
                    {"other", {"other", {"add-note"}, std::nullopt}}};
  runtime::Caller caller;
  caller.kind = runtime::CallerKind::Person;
  caller.roles = {"small", "other"};
  EXPECT_EQ(runtime::remedy_most(roles, caller), (Money{1000, "EUR"}));
  caller.roles = {"small", "large"};
  EXPECT_EQ(runtime::remedy_most(roles, caller), (Money{5000, "EUR"}));
  caller.roles = {"small", "free"};
  EXPECT_FALSE(runtime::remedy_most(roles, caller));
}

TEST(SodiumSecrets, HashPasswordsAtAFullCost) {
  system::SodiumSecrets secrets(std::filesystem::path(REDRESS_SOURCE_DIR) / "workflows" / "access" / "common-passwords.txt");

  auto const hash = secrets.hash("correct horse battery staple");

  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$")) << hash;
  EXPECT_NE(hash, secrets.hash("correct horse battery staple"));
  EXPECT_TRUE(secrets.matches("correct horse battery staple", hash));
  EXPECT_FALSE(secrets.matches("correct horse battery stapler", hash));
  EXPECT_FALSE(secrets.matches("", hash));
}

TEST(SodiumSecrets, KnowWhatIsGuessedFirst) {
  system::SodiumSecrets const secrets(std::filesystem::path(REDRESS_SOURCE_DIR) / "workflows" / "access" / "common-passwords.txt");

  EXPECT_TRUE(secrets.is_common("1qaz2wsx3edc"));
  EXPECT_TRUE(secrets.is_common("QWERTY123456"));
  for (auto const* guessed : {"password1984!", "2024-Liverpool-2024", "passwordpassword", "abcabcabcabc", "aaaaaaaaaaaaaa"})
    EXPECT_TRUE(secrets.is_common(guessed)) << guessed;
  for (auto const* good : {"correct horse battery staple", "four quite other words", "жёлтый зонт под дождём", "734192066518", "blue tea blue tea mug"})
    EXPECT_FALSE(secrets.is_common(good)) << good;
}

}  // namespace
}  // namespace redress::testing
