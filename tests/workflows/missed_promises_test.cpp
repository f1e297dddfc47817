// SPDX-License-Identifier: Apache-2.0
// A promise that was missed: the letter that explains it and offers a new day drafts itself, and both days stay on record.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

PromiseId const first("promise-1");

/// Following up, on the evening of the day for which the first promise was made.
Desk with_a_missed_promise() {
  auto desk = a_complaint().at(Stage::FollowingUp);
  auto const* promise = find_by_id(desk.complaint().promises, first);
  desk.at_time(to_text(promise->by) + " 17:00");
  EXPECT_TRUE(desk.give(PromiseMissed{first}, the_clock()));
  return desk;
}

std::string text_of(Letter const& letter) {
  std::string text;
  for (auto const& paragraph : letter.document.body) text += paragraph.text + "\n";
  return text;
}

DraftLetter a_draft() {
  DraftLetter draft;
  draft.kind = LetterKind::PromiseMissed;
  return draft;
}

Date day(std::string_view text) {
  return *parse_date(text);
}

TEST(AMissedPromise, DraftsALetterForSomebodyToLookAt) {
  auto desk = with_a_missed_promise();

  auto const& letter = desk.letter(LetterKind::PromiseMissed);

  EXPECT_EQ(letter.state, LetterState::Drafted);
  EXPECT_TRUE(letter.drafted_by.empty());
  EXPECT_NE(text_of(letter).find(find_by_id(desk.complaint().promises, first)->what), std::string::npos) << text_of(letter);
  desk.go({"review-letter", "approve-letter", "send-letter"});
  EXPECT_EQ(desk.letter(LetterKind::PromiseMissed).state, LetterState::Queued);
}

TEST(AMissedPromise, OffersADayAWorkingWeekAheadOnWhichItsOwnerIsThere) {
  auto desk = a_complaint().at(Stage::FollowingUp);
  auto const owner = find_by_id(desk.complaint().promises, first)->owner;
  desk.at_time("2026-06-24 12:00");

  EXPECT_EQ(owner, StaffId("staff-02"));
  ASSERT_TRUE(desk.give(PromiseMissed{first}, the_clock()));

  // 23 and 24 June are holidays in Latvia: 25, 26, 29 and 30 June and 1 July are five working days.
  EXPECT_NE(text_of(desk.letter(LetterKind::PromiseMissed)).find("2026. gada 1. jūlijam"), std::string::npos)
      << text_of(desk.letter(LetterKind::PromiseMissed));
}

TEST(AMissedPromise, IsExplainedInTheWordsOfWhoeverWritesTheLetter) {
  auto desk = with_a_missed_promise();
  auto draft = a_draft();
  draft.letter = desk.letter(LetterKind::PromiseMissed).id;
  draft.delay_reason = "noliktavā izbeidzās audums";
  draft.new_date = day("2026-03-18");

  ASSERT_TRUE(desk.give(draft));

  auto const text = text_of(desk.letter(LetterKind::PromiseMissed));
  EXPECT_NE(text.find("Noliktavā izbeidzās audums."), std::string::npos) << text;
  EXPECT_NE(text.find("2026. gada 18. martam"), std::string::npos) << text;
  EXPECT_EQ(std::ranges::count(desk.complaint().letters, LetterKind::PromiseMissed, &Letter::kind), 1);
}

TEST(AMissedPromise, KeepsBothDaysOnRecordWhenANewOneIsAgreed) {
  auto desk = with_a_missed_promise();
  auto const missed = find_by_id(desk.complaint().promises, first)->by;

  ASSERT_TRUE(desk.give(AmendPromise{first, day("2026-03-18"), "Audums izbeidzies", "Pa tālruni"}));

  auto const* promise = find_by_id(desk.complaint().promises, first);
  EXPECT_EQ(promise->by, day("2026-03-18"));
  EXPECT_EQ(promise->earlier, std::vector{missed});
  auto const events = desk.history();
  EXPECT_TRUE(std::ranges::any_of(events, [](RecordedEvent const& one) { return std::holds_alternative<PromiseBroken>(one.event); }));
}

TEST(ALetterOnAMissedPromise, IsRefusedWhereNoneWasMissed) {
  auto const desk = a_complaint().at(Stage::FollowingUp);
  auto draft = a_draft();

  EXPECT_EQ(reason_of(desk.decide(draft)), Reason::WrongLetterKind);
  draft.promise = first;
  EXPECT_EQ(reason_of(desk.decide(draft)), Reason::WrongLetterKind);
  draft.promise = PromiseId("promise-9");
  EXPECT_EQ(reason_of(desk.decide(draft)), Reason::UnknownPromise);
}

TEST(ALetterOnAMissedPromise, OffersNoDayOnWhichItCannotBeKept) {
  auto const desk = with_a_missed_promise();
  auto draft = a_draft();

  draft.new_date = day("2026-03-14");
  EXPECT_EQ(reason_of(desk.decide(draft)), Reason::PromiseOutsideWorkingTime);
  draft.new_date = day("2026-03-02");
  EXPECT_EQ(reason_of(desk.decide(draft)), Reason::PromiseInThePast);
  draft.new_date = day("2026-03-16");
  EXPECT_TRUE(desk.decide(draft).has_value());
}

}  // namespace
}  // namespace redress::testing
