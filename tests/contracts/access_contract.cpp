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
  Time around(Time now) { return now + std::chrono::hours{static_cast<int>(chance_() % 5) - 2}; }
  std::string after() { return chance_() % 2 == 0 ? std::string() : "R-0000-00" + std::to_string(10 + chance_() % 40); }

 private:
  std::mt19937 chance_;
};

/// The list that the predicate in the program makes of the whole list.
std::vector<ComplaintRow> filtered(ports::Store& store, StaffId const& reader, Time now, ports::ListFilter filter) {
  auto const limit = static_cast<std::size_t>(std::exchange(filter.limit, 500));
  auto rows = store.list(filter);
  std::erase_if(rows, [&](auto const& row) { return ports::is_hidden_from(*store.load(row.reference), reader, now); });
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
    for (auto const& named : chance.some_staff())
      if (std::ranges::find(complaint.received.concerns_staff, named) == complaint.received.concerns_staff.end()) write(complaint, {StaffNamed{named, "why"}});
    for (auto const& staff : complaint.received.concerns_staff) write(complaint, {GlassBroken{staff, chance.around(now_), "why"}});
  }

  int hidden = 0;
  for (int i = 0; i < 60; ++i) {
    auto const reader = chance.reader();
    ports::ListFilter filter;
    filter.after = chance.after();
    filter.limit = chance.limit();
    auto const expected = filtered(store(), reader, now_, filter);
    EXPECT_EQ(conflicts().list_for(reader, now_, filter), expected) << reader.value << " after " << filter.after;
    hidden += store().list(filter) == expected ? 0 : 1;
    for (auto const& row : store().list(filter)) {
      bool const about = ports::is_hidden_from(*store().load(row.reference), reader, now_);
      EXPECT_EQ(conflicts().concerns(row.reference, reader, now_), about);
      EXPECT_EQ(conflicts().concerning(reader, now_).contains(row.reference), about);
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

  EXPECT_FALSE(conflicts().concerns(event.reference, {}, now_));
  EXPECT_TRUE(conflicts().concerning({}, now_).empty());
  EXPECT_EQ(conflicts().list_for({}, now_, {}).size(), 1U);
}

TEST_P(StoreContract, FindsAndMendsARowThatHidesTooLittle) {
  auto event = received();
  event.concerns_staff = {StaffId("staff-01")};
  Complaint complaint;
  write(complaint, {event});
  tamper("DELETE FROM concerned");
  ASSERT_FALSE(conflicts().concerns(event.reference, StaffId("staff-01"), now_));

  auto const findings = store().verify().findings;
  store().rebuild_projection();

  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings.front().ends_with("whom it concerns is not what its history tells")) << findings.front();
  EXPECT_TRUE(conflicts().concerns(event.reference, StaffId("staff-01"), now_));
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, KnowsWhomOlderComplaintsConcern) {
  auto event = received();
  event.concerns_staff = {StaffId("staff-01"), StaffId("staff-02")};
  Complaint complaint;
  write(complaint, {event});
  // As it was before anybody could log in.
  for (auto const* table : {"concerned", "account", "account_session", "account_token", "log_in", "reading", "account_identity"})
    tamper(std::string("DROP TABLE ") + table);
  for (auto const* index : {"mail_of_complaint", "complaint_coming", "complaint_coming_by_stage", "complaint_coming_by_handler"})
    tamper(std::string("DROP INDEX ") + index);
  for (auto const* column : {"authentication", "acknowledged"}) tamper(std::string("ALTER TABLE mail DROP COLUMN ") + column);
  tamper("DELETE FROM migration WHERE number >= 3");

  restart();

  EXPECT_TRUE(conflicts().concerns(event.reference, StaffId("staff-02"), now_));
  EXPECT_TRUE(conflicts().list_for(StaffId("staff-01"), now_, {}).empty());
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, HidesFromWhoeverIsNamedLaterUntilTheyAreLetIn) {
  StaffId const named("staff-02");
  auto const event = received();
  Complaint complaint;
  write(complaint, {event});
  ASSERT_FALSE(conflicts().concerns(event.reference, named, now_));

  write(complaint, {StaffNamed{named, "it was them"}});
  bool const hidden = conflicts().concerns(event.reference, named, now_);
  write(complaint, {GlassBroken{named, now_ + minutes{60}, "a hearing"}});

  EXPECT_TRUE(hidden);
  EXPECT_FALSE(conflicts().concerns(event.reference, named, now_ + minutes{59}));
  EXPECT_TRUE(conflicts().concerns(event.reference, named, now_ + minutes{60}));
  EXPECT_EQ(conflicts().list_for(named, now_, {}).size(), 1U);
  EXPECT_TRUE(conflicts().list_for(named, now_ + minutes{60}, {}).empty());
  EXPECT_TRUE(store().verify().findings.empty());
  store().rebuild_projection();
  EXPECT_FALSE(conflicts().concerns(event.reference, named, now_ + minutes{59}));
  EXPECT_TRUE(conflicts().concerns(event.reference, named, now_ + minutes{60}));
}

TEST_P(StoreContract, FindsARowThatLetsSomebodyInLonger) {
  auto const event = received();
  Complaint complaint;
  write(complaint, {event, StaffNamed{StaffId("staff-02"), "it was them"}});
  tamper("UPDATE concerned SET let_in_until = 9000000000000000000");

  auto const findings = store().verify().findings;

  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings.front().ends_with("whom it concerns is not what its history tells")) << findings.front();
}

TEST_P(StoreContract, CountsWhatBelongsToComplaintsThatConcernSomebody) {
  StaffId const named("staff-02");
  auto event = received();
  event.concerns_staff = {named};
  Complaint complaint;
  Projection before;
  auto one = step(complaint, before, {event});
  one.outbox.push_back(outbox_item(event.reference, {}, "a notice"));
  auto const transaction = store().begin();
  transaction->write(one);
  transaction->record_mail({MailId("mail-1"), "api", now_, "digest", 1, ports::MailState::Filed, "", event.reference});
  transaction->record_mail({MailId("mail-2"), "api", now_, "digest", 1, ports::MailState::Quarantined, "why", {}});
  auto const why = "it belongs to " + event.reference.value + ", which did not take it";
  transaction->record_mail({MailId("mail-3"), "api", now_, "digest", 1, ports::MailState::Quarantined, why, {}});
  transaction->record_mail({MailId("mail-4"), "api", now_, "digest", 1, ports::MailState::Quarantined, "why", {}});
  transaction->decide_mail(MailId("mail-4"), {ports::MailVerdict::Discarded, StaffId("staff-01"), now_, "see " + event.reference.value}, {});
  transaction->commit();

  auto const mails = conflicts().mails_concerning(named, now_);
  EXPECT_EQ(mails.filed, 1);
  EXPECT_EQ(mails.quarantined, 2);
  EXPECT_EQ(mails.undecided, 1);
  EXPECT_EQ(conflicts().outbox_concerning(named, now_), 1);
  EXPECT_EQ(conflicts().mails_concerning(StaffId("staff-01"), now_).filed, 0);
  EXPECT_EQ(conflicts().mails_concerning(StaffId("staff-01"), now_).quarantined, 0);
  std::int64_t named_by_the_predicate = 0;
  for (auto const& entry : store().mails({})) named_by_the_predicate += ports::names_one_of(conflicts().concerning(named, now_), entry) ? 1 : 0;
  EXPECT_EQ(named_by_the_predicate, mails.filed + mails.quarantined);
  EXPECT_EQ(conflicts().outbox_concerning({}, now_), 0);
}

TEST_P(StoreContract, LinksAnIdentityToOneUserOnly) {
  ports::Identity const known{"https://id.example.org", "subject-1", "ilze", now_};

  EXPECT_TRUE(accounts().link(known));
  EXPECT_FALSE(accounts().link({known.issuer, known.subject, "maija", now_}));

  EXPECT_EQ(accounts().identity(known.issuer, known.subject), known);
  EXPECT_FALSE(accounts().identity("https://other.example.org", known.subject)) << "a subject is its issuer's";
  EXPECT_EQ(accounts().identities("ilze"), std::vector{known});
  EXPECT_FALSE(accounts().unlink("maija", known.issuer, known.subject));
  EXPECT_TRUE(accounts().unlink("ilze", known.issuer, known.subject));
  EXPECT_FALSE(accounts().identity(known.issuer, known.subject));
}

ports::Reading reading(Time at, std::string user, std::string reference) {
  return {at, std::move(user), StaffId("staff-01"), "session", "/api/v1/complaints/{reference}", Reference(reference), "", "", ports::ReadOutcome::Shown};
}

TEST_P(StoreContract, KeepsReadingsAndTellsTheNewestFirst) {
  std::vector const all{reading(now_, "ilze", "R-0000-0001"), reading(now_ + minutes{1}, "maija", "R-0000-0001"),
                        reading(now_ + minutes{2}, "ilze", "R-0000-0002")};

  read_log().record(all);

  auto const page = read_log().readings({{}, {}, 0, 2});
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0].reading, all[2]);
  EXPECT_EQ(page[1].reading, all[1]);
  ASSERT_EQ(read_log().readings({{}, {}, page[1].place, 2}).size(), 1U);
  EXPECT_EQ(read_log().readings({Reference("R-0000-0001"), {}, 0, 9}).size(), 2U);
  EXPECT_EQ(read_log().readings({{}, "ilze", 0, 9}).size(), 2U);
  EXPECT_EQ(read_log().readings({Reference("R-0000-0001"), "ilze", 0, 9}).front().reading, all[0]);
  restart();
  EXPECT_EQ(read_log().readings({{}, {}, 0, 9}).size(), 3U);
  read_log().forget_readings(now_ + minutes{2});
  EXPECT_EQ(read_log().readings({{}, {}, 0, 9}).size(), 1U);
  EXPECT_TRUE(store().verify().findings.empty()) << "the record of reading is no part of any history";
}

}  // namespace
}  // namespace redress::testing
