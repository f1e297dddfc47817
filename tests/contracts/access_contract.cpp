// SPDX-License-Identifier: Apache-2.0
// What every store must do for log-in, and for conflicts of interest.
#include <algorithm>
#include <random>

#include "tests/contracts/store_contract.hpp"

namespace redress::testing {
namespace {

using std::chrono::minutes;

ports::User ilze(Time made_at) {
  return {"ilze", "a hash", StaffId("staff-01"), {"handler", "approver"}, Language::Latvian, ports::Standing::Active, made_at};
}

TEST_P(StoreContract, KeepsUsersAsTheyAre) {
  ASSERT_FALSE(accounts().has_users());

  ASSERT_TRUE(accounts().add_user(ilze(now_)));

  EXPECT_TRUE(accounts().has_users());
  EXPECT_EQ(accounts().user("ilze"), ilze(now_));
  EXPECT_EQ(accounts().users(), std::vector{ilze(now_)});
  EXPECT_FALSE(accounts().user("maija"));
  EXPECT_FALSE(accounts().add_user(ilze(now_)));
}

TEST_P(StoreContract, TakesAFirstUserOnce) {
  auto other = ilze(now_);
  other.name = "maija";

  EXPECT_TRUE(accounts().add_first_user(ilze(now_)));
  EXPECT_FALSE(accounts().add_first_user(other));

  EXPECT_EQ(accounts().users().size(), 1U);
}

TEST_P(StoreContract, EndsSessionsWithAChangeWhenToldTo) {
  auto user = ilze(now_);
  ASSERT_TRUE(accounts().add_user(user));
  accounts().begin_session({"one", "ilze", now_, now_});
  accounts().begin_session({"another's", "maija", now_, now_});
  user.language = Language::Russian;
  accounts().change_user(user, ports::Sessions::Keep);
  ASSERT_TRUE(accounts().session("one"));

  user.standing = ports::Standing::Disabled;
  user.roles.clear();
  accounts().change_user(user, ports::Sessions::End);

  EXPECT_EQ(accounts().user("ilze"), user);
  EXPECT_FALSE(accounts().session("one"));
  EXPECT_TRUE(accounts().session("another's"));
}

TEST_P(StoreContract, KnowsSinceWhenASessionIsAndWasUsed) {
  accounts().begin_session({"one", "ilze", now_, now_});
  accounts().begin_session({"two", "ilze", now_, now_});

  accounts().use_session("one", now_ + minutes{5});
  accounts().forget_sessions(now_ - minutes{1}, now_ + minutes{1});

  ASSERT_TRUE(accounts().session("one"));
  EXPECT_EQ(accounts().session("one")->user, "ilze");
  EXPECT_EQ(accounts().session("one")->begun_at, now_);
  EXPECT_EQ(accounts().session("one")->used_at, now_ + minutes{5});
  EXPECT_FALSE(accounts().session("two"));
  accounts().end_session("one");
  EXPECT_FALSE(accounts().session("one"));
}

TEST_P(StoreContract, KeepsTokensByTheirDigests) {
  accounts().add_token({"token-1", "digest", "robot", {"read-*", "add-note"}, now_});

  ASSERT_TRUE(accounts().token("digest"));
  EXPECT_EQ(accounts().token("digest")->user, "robot");
  EXPECT_EQ(accounts().token("digest")->scopes, (std::vector<std::string>{"read-*", "add-note"}));
  EXPECT_EQ(accounts().tokens("robot").size(), 1U);
  EXPECT_FALSE(accounts().remove_token("ilze", "token-1"));
  EXPECT_TRUE(accounts().remove_token("robot", "token-1"));
  EXPECT_FALSE(accounts().token("digest"));
}

TEST_P(StoreContract, TellsTheNewestLogInsFirst) {
  accounts().record({"ilze", now_, "127.0.0.1", ports::LogInResult::Refused});
  accounts().record({"maija", now_, "127.0.0.1", ports::LogInResult::Refused});
  accounts().record({"ilze", now_ + minutes{1}, "::1", ports::LogInResult::Succeeded});

  auto const all = accounts().log_ins("ilze", 10);
  accounts().forget_log_ins(now_ + minutes{1});

  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].result, ports::LogInResult::Succeeded);
  EXPECT_EQ(all[0].address, "::1");
  EXPECT_EQ(all[1].at, now_);
  EXPECT_EQ(accounts().log_ins("ilze", 10).size(), 1U);
}

class Concerning {
 public:
  explicit Concerning(unsigned seed) : chance_(seed) {}

  std::vector<StaffId> some_staff() {
    std::vector<StaffId> some;
    for (auto const* one : {"staff-01", "staff-02", "staff-03"})
      if (chance_() % 3 == 0) some.emplace_back(one);
    return some;
  }
  StaffId reader() { return StaffId("staff-0" + std::to_string(chance_() % 5)); }
  std::int64_t limit() { return static_cast<std::int64_t>(chance_() % 12) + 1; }
  std::string after() { return chance_() % 2 == 0 ? std::string() : "R-0000-00" + std::to_string(10 + chance_() % 40); }

 private:
  std::mt19937 chance_;
};

/// The list that the predicate in the program makes of the whole list.
std::vector<ComplaintRow> filtered(ports::Store& store, StaffId const& reader, ports::ListFilter filter) {
  auto const limit = static_cast<std::size_t>(std::exchange(filter.limit, 500));
  auto rows = store.list(filter);
  std::erase_if(rows, [&](auto const& row) { return ports::is_about(*store.load(row.reference), reader); });
  if (rows.size() > limit) rows.resize(limit);
  return rows;
}

TEST_P(StoreContract, LeavesOutOfAListWhatThePredicateWouldLeaveOut) {
  Concerning chance(20260302);
  for (int i = 0; i < 40; ++i) {
    auto event = received("Person " + std::to_string(i));
    event.concerns_staff = chance.some_staff();
    Complaint complaint;
    write(complaint, {event});
  }

  int hidden = 0;
  for (int i = 0; i < 60; ++i) {
    auto const reader = chance.reader();
    ports::ListFilter filter;
    filter.after = chance.after();
    filter.limit = chance.limit();
    auto const expected = filtered(store(), reader, filter);
    EXPECT_EQ(conflicts().list_for(reader, filter), expected) << reader.value << " after " << filter.after;
    hidden += store().list(filter) == expected ? 0 : 1;
    for (auto const& row : store().list(filter)) {
      bool const about = ports::is_about(*store().load(row.reference), reader);
      EXPECT_EQ(conflicts().concerns(row.reference, reader), about);
      EXPECT_EQ(conflicts().concerning(reader).contains(row.reference), about);
    }
  }
  EXPECT_GT(hidden, 10);
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, HidesNothingFromNobody) {
  auto event = received();
  event.concerns_staff = {StaffId("staff-01")};
  Complaint complaint;
  write(complaint, {event});

  EXPECT_FALSE(conflicts().concerns(event.reference, {}));
  EXPECT_TRUE(conflicts().concerning({}).empty());
  EXPECT_EQ(conflicts().list_for({}, {}).size(), 1U);
}

TEST_P(StoreContract, FindsAndMendsARowThatHidesTooLittle) {
  auto event = received();
  event.concerns_staff = {StaffId("staff-01")};
  Complaint complaint;
  write(complaint, {event});
  tamper("DELETE FROM concerned");
  ASSERT_FALSE(conflicts().concerns(event.reference, StaffId("staff-01")));

  auto const findings = store().verify().findings;
  store().rebuild_projection();

  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings.front().ends_with("whom it concerns is not what its history tells")) << findings.front();
  EXPECT_TRUE(conflicts().concerns(event.reference, StaffId("staff-01")));
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, KnowsWhomOlderComplaintsConcern) {
  auto event = received();
  event.concerns_staff = {StaffId("staff-01"), StaffId("staff-02")};
  Complaint complaint;
  write(complaint, {event});
  // As it was before anybody could log in.
  for (auto const* table : {"concerned", "account", "account_session", "account_token", "log_in"}) tamper(std::string("DROP TABLE ") + table);
  tamper("DELETE FROM migration WHERE number >= 3");

  restart();

  EXPECT_TRUE(conflicts().concerns(event.reference, StaffId("staff-02")));
  EXPECT_TRUE(conflicts().list_for(StaffId("staff-01"), {}).empty());
  EXPECT_TRUE(store().verify().findings.empty());
}

}  // namespace
}  // namespace redress::testing
