// SPDX-License-Identifier: Apache-2.0
// The record of reading: who read what, noted by every route that reads, durable soon, and without anything of what was read.
#include <set>

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "tests/access/access_house.hpp"

namespace redress::testing {
namespace {

using ports::ReadOutcome;

/// A log that fails when it is told to.
class FakeReadLog final : public ports::ReadLog {
 public:
  void record(std::span<ports::Reading const> readings) override {
    ++writes;
    if (fails) throw ports::StoreFault(ports::StoreFaultKind::Full, "the fake log was told to fail");
    kept.insert(kept.end(), readings.begin(), readings.end());
  }
  [[nodiscard]] std::vector<ports::KeptReading> readings(ports::ReadingFilter const&) override { return {}; }
  void forget_readings(Time before) override { forgotten_before = before; }

  std::vector<ports::Reading> kept;
  bool fails = false;
  int writes = 0;
  Time forgotten_before;
};

ports::Reading reading_by(std::string user) {
  ports::Reading reading;
  reading.user = std::move(user);
  reading.what = "/api/v1/complaints/{reference}";
  return reading;
}

class ReadRecorder : public ::testing::Test {
 protected:
  system::ManualClock clock{*parse_time("2026-03-02T09:00:00Z")};
  FakeReadLog log;
  runtime::ReadRecorder recorder{log, clock, std::chrono::days{400}};
};

TEST_F(ReadRecorder, WritesManyReadingsTogether) {
  for (int i = 0; i < 100; ++i) recorder.note(reading_by("user-" + std::to_string(i)));
  EXPECT_EQ(log.writes, 0) << "no request waits for the store";

  recorder.write();

  EXPECT_EQ(log.writes, 1);
  EXPECT_EQ(log.kept.size(), 100U);
  EXPECT_EQ(log.kept.front().at, clock.now());
}

TEST_F(ReadRecorder, TakesTheSameThingReadAgainWithinMinutesForOneReading) {
  recorder.note(reading_by("ilze"));
  clock.set(clock.now() + std::chrono::minutes{4});
  recorder.note(reading_by("ilze"));
  recorder.write();
  ASSERT_EQ(log.kept.size(), 1U);

  clock.set(clock.now() + std::chrono::minutes{1});
  recorder.note(reading_by("ilze"));
  recorder.write();

  EXPECT_EQ(log.kept.size(), 2U);
}

TEST_F(ReadRecorder, KeepsWhatCouldNotBeWrittenInItsOrder) {
  log.fails = true;
  recorder.note(reading_by("first"));
  EXPECT_THROW(recorder.write(), ports::StoreFault);
  recorder.note(reading_by("second"));
  log.fails = false;

  recorder.write();

  ASSERT_EQ(log.kept.size(), 2U);
  EXPECT_EQ(log.kept[0].user, "first");
  EXPECT_EQ(log.kept[1].user, "second");
}

TEST_F(ReadRecorder, CountsWhatItHasNoRoomFor) {
  for (std::size_t i = 0; i < runtime::ReadRecorder::waiting_most + 3; ++i) recorder.note(reading_by(std::to_string(i)));

  EXPECT_EQ(recorder.lost(), 3);
}

TEST_F(ReadRecorder, RecordsWhatItHadNoRoomForWhenItIsReadAgain) {
  for (std::size_t i = 0; i < runtime::ReadRecorder::waiting_most; ++i) recorder.note(reading_by(std::to_string(i)));
  recorder.note(reading_by("ilze"));
  recorder.write();

  recorder.note(reading_by("ilze"));
  recorder.write();

  EXPECT_EQ(log.kept.back().user, "ilze");
  EXPECT_EQ(recorder.lost(), 1);
}

TEST_F(ReadRecorder, RecordsWhenTheClockWasSetBack) {
  recorder.note(reading_by("ilze"));
  clock.set(clock.now() - std::chrono::hours{24});

  recorder.note(reading_by("ilze"));
  recorder.write();

  EXPECT_EQ(log.kept.size(), 2U);
}

TEST_F(ReadRecorder, WritesWhatIsLeftWhenItStops) {
  recorder.note(reading_by("ilze"));

  recorder.stop();

  EXPECT_EQ(log.kept.size(), 1U);
}

class RecordOfReading : public ::testing::Test {
 protected:
  RecordOfReading() {
    house.add("ilze", "manager", "staff-01");
    house.add("andrejs", "manager", "staff-02");
    house.add("approver", "approver", "staff-03");
    house.add("auditor", "auditor");
    reference = house.receive({StaffId("staff-02")}).value;
  }

  std::vector<ports::Reading> kept(std::string const& user) {
    house.readings.write();
    std::vector<ports::Reading> all;
    for (auto const& one : house.store->readings({{}, user, 0, 500})) all.push_back(one.reading);
    return all;
  }

  AccessHouse house;
  std::string reference;
};

TEST_F(RecordOfReading, NamesWhoReadWhatAndHow) {
  ASSERT_EQ(house.ask(house.token("ilze"), "GET", "/api/v1/complaints/" + reference).status, 200U);
  ASSERT_EQ(house.ask(house.browser("ilze"), "GET", "/api/v1/complaints/" + reference + "/history").status, 200U);

  auto const all = kept("ilze");

  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].what, "/api/v1/complaints/{reference}");
  EXPECT_EQ(all[1].reference.value, reference);
  EXPECT_EQ(all[1].way, "token");
  EXPECT_EQ(all[1].staff, StaffId("staff-01"));
  EXPECT_EQ(all[1].at, house.clock.now());
  EXPECT_EQ(all[0].what, "/api/v1/complaints/{reference}/history");
  EXPECT_EQ(all[0].way, "session");
}

TEST_F(RecordOfReading, NamesWhoeverWasTurnedAway) {
  ASSERT_EQ(house.ask(house.token("andrejs"), "GET", "/api/v1/complaints/" + reference).status, 404U);
  ASSERT_EQ(house.ask(house.token("approver"), "GET", "/api/v1/outbox").status, 403U);

  ASSERT_EQ(kept("andrejs").size(), 1U);
  EXPECT_EQ(kept("andrejs").front().outcome, ReadOutcome::Hidden);
  EXPECT_EQ(kept("andrejs").front().reference.value, reference);
  ASSERT_EQ(kept("approver").size(), 1U);
  EXPECT_EQ(kept("approver").front().outcome, ReadOutcome::Forbidden);
}

TEST_F(RecordOfReading, NamesEachFileThatWasTaken) {
  auto const mail = house.take(
      "From: <anna@example.org>\r\nSubject: The sofa\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nIt came late.\r\n"
      "--x\r\nContent-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment\r\n\r\n1\r\n"
      "--x\r\nContent-Type: text/csv; name=b.csv\r\nContent-Disposition: attachment\r\n\r\n2\r\n--x--\r\n");
  auto const filed = house.store->mail(mail)->reference;
  for (auto const& target : {"/api/v1/complaints/" + filed.value + "/files/" + mail.value, "/api/v1/intake/" + mail.value + "/files"})
    for (auto const* number : {"/1", "/2"}) ASSERT_EQ(house.ask(house.token("ilze"), "GET", target + number).status, 200U) << target;

  auto const all = kept("ilze");

  ASSERT_EQ(all.size(), 4U);
  for (auto const& one : all) EXPECT_EQ(one.reference, filed) << one.what;
  EXPECT_EQ(all[0].part, mail.value + "/2");
  EXPECT_EQ(all[1].part, mail.value + "/1");
  EXPECT_EQ(all[2].part, mail.value + "/2");
}

TEST_F(RecordOfReading, HasPagesWithoutAGapForWhomeverAComplaintIsAbout) {
  house.add("chief-auditor", "auditor", "staff-02");
  auto const other = house.receive().value;
  for (auto const& one : {reference, other, reference + "/history", other + "/history", reference + "/files"})
    ASSERT_EQ(house.ask(house.token("ilze"), "GET", "/api/v1/complaints/" + one).status, 200U) << one;
  auto const page = [&](std::string const& user, std::string const& query) {
    return boost::json::parse(house.ask(house.token(user), "GET", "/api/v1/readings?user=ilze&limit=1" + query).body).as_object();
  };

  auto const first = page("chief-auditor", "");
  ASSERT_EQ(first.at("readings").as_array().size(), 1U);
  auto const second = page("chief-auditor", "&before=" + std::to_string(first.at("next").as_int64()));

  EXPECT_EQ(second.at("readings").as_array().size(), 1U);
  EXPECT_TRUE(second.at("next").is_null());
  EXPECT_FALSE(page("auditor", "").at("next").is_null());
}

TEST_F(RecordOfReading, HoldsNothingThatSomebodyTyped) {
  auto const token = house.token("ilze");
  for (auto const* target : {"/api/v1/complaints?q=Anna%20Kalna", "/api/v1/complaints/Anna-Kalna", "/api/v1/intake/Anna-Kalna"})
    static_cast<void>(house.ask(token, "GET", target));

  auto const all = kept("ilze");

  ASSERT_EQ(all.size(), 3U);
  std::set<std::string> searched;
  for (auto const& one : all) {
    for (auto const* text : {&one.what, &one.reference.value, &one.part, &one.searched}) EXPECT_FALSE(text->contains("Kalna")) << *text;
    searched.insert(one.searched);
  }
  EXPECT_EQ(searched.size(), 2U) << "what was searched for has a digest";
}

TEST_F(RecordOfReading, TellsTheSameSearchAgainByItsDigest) {
  static_cast<void>(house.ask(house.token("ilze"), "GET", "/api/v1/complaints?q=Anna"));
  static_cast<void>(house.ask(house.token("andrejs"), "GET", "/api/v1/complaints?q=anna"));
  static_cast<void>(house.ask(house.token("approver"), "GET", "/api/v1/complaints?q=Maija"));

  EXPECT_EQ(kept("ilze").front().searched, kept("andrejs").front().searched);
  EXPECT_NE(kept("ilze").front().searched, kept("approver").front().searched);
}

TEST_F(RecordOfReading, IsMadeByEveryRouteThatNeedsAPrivilegeToRead) {
  auto const token = house.token("ilze");
  auto const auditor = house.token("auditor");
  std::size_t routes = 0;
  for (auto const& route : house.routes()) {
    auto const& need = route.need;
    if (need.kind() != http::Need::Kind::Allowed || !need.action().starts_with("read-") || route.pattern == "/api/v1/events" || route.method != "GET") continue;
    auto target = route.pattern;
    if (auto const at = target.find("{reference}"); at != std::string::npos) target.replace(at, 11, reference);
    if (auto const at = target.find("{id}"); at != std::string::npos) target.replace(at, 4, "letter-1");
    auto const status = house.ask(need.action() == "read-readings" ? auditor : token, route.method, target).status;
    auto const all = kept(need.action() == "read-readings" ? "auditor" : "ilze");
    auto const is_it = [&](auto const& one) { return one.what == route.pattern; };
    EXPECT_TRUE(std::ranges::any_of(all, is_it)) << route.pattern << " " << status;
    ++routes;
  }
  EXPECT_GE(routes, 10U);
}

TEST_F(RecordOfReading, IsForAuditorsAndNotForThoseWhoAreReadAbout) {
  ASSERT_EQ(house.ask(house.token("ilze"), "GET", "/api/v1/complaints/" + reference).status, 200U);
  house.add("chief-auditor", "auditor", "staff-02");

  auto const shown = house.ask(house.token("auditor"), "GET", "/api/v1/readings?reference=" + reference);
  auto const hidden = house.ask(house.token("chief-auditor"), "GET", "/api/v1/readings");

  EXPECT_TRUE(shown.body.contains(R"("user":"ilze")")) << shown.body;
  EXPECT_EQ(house.ask(house.token("ilze"), "GET", "/api/v1/readings").status, 403U);
  EXPECT_EQ(hidden.status, 200U);
  EXPECT_FALSE(hidden.body.contains(reference)) << hidden.body;
  for (auto const* query : {"?limit=0", "?limit=501", "?before=x"})
    EXPECT_EQ(house.ask(house.token("auditor"), "GET", std::string("/api/v1/readings") + query).status, 400U) << query;
}

}  // namespace
}  // namespace redress::testing
