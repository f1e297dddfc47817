// SPDX-License-Identifier: Apache-2.0
// Received is filed plus quarantined plus waiting, at every moment and after every crash; and the same mail twice is one complaint.
#include "engine/runtime/mail_desk.hpp"

#include <gtest/gtest.h>

#include "tests/support/house.hpp"
#include "tests/support/told_journal.hpp"

namespace redress::testing {
namespace {

using ports::MailState;

class TheMailDesk : public ::testing::Test {
 protected:
  MailId accept(std::string_view raw) { return desk_->accept(raw, "smtp"); }
  void restart() {
    house_.restart();
    desk_ = std::make_unique<runtime::MailDesk>(*house_.engine, journal_, reader_, house_.identifiers);
  }
  std::size_t complaints() { return house_.store.list({}).size(); }
  void expect_counts(std::int64_t filed, std::int64_t quarantined, std::int64_t waiting) {
    auto const counts = desk_->counts();
    EXPECT_EQ(counts.filed, filed);
    EXPECT_EQ(counts.quarantined, quarantined);
    EXPECT_EQ(counts.waiting, waiting);
    EXPECT_EQ(counts.received, filed + quarantined + waiting);
  }

  House house_;
  ToldJournal journal_;
  ToldReader reader_;
  std::unique_ptr<runtime::MailDesk> desk_ = std::make_unique<runtime::MailDesk>(*house_.engine, journal_, reader_, house_.identifiers);
};

TEST_F(TheMailDesk, MakesAComplaintOfAMail) {
  auto const id = accept("Dīvāns ir saplēsts");
  expect_counts(0, 0, 1);

  EXPECT_EQ(desk_->file_waiting(), 1);

  auto const entry = house_.store.mail(id);
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->inlet, "smtp");
  EXPECT_EQ(house_.complaint(entry->reference).received.narrative, "Dīvāns ir saplēsts");
  expect_counts(1, 0, 0);
}

TEST_F(TheMailDesk, MakesOneComplaintOfTheSameMailTwice) {
  auto const first = accept("Dīvāns ir saplēsts");
  auto const second = accept("Dīvāns ir saplēsts");

  desk_->file_waiting();

  EXPECT_EQ(complaints(), 1u);
  EXPECT_EQ(house_.store.mail(first)->reference, house_.store.mail(second)->reference);
  expect_counts(2, 0, 0);
}

TEST_F(TheMailDesk, PutsInQuarantineWhatItCannotRead) {
  auto const id = accept("broken");

  desk_->file_waiting();

  EXPECT_EQ(house_.store.mail(id)->reason, "it has no structure");
  EXPECT_EQ(complaints(), 0u);
  expect_counts(0, 1, 0);
}

TEST_F(TheMailDesk, PutsInQuarantineWhatAMachineWrote) {
  auto const id = accept("auto: Esmu atvaļinājumā");

  desk_->file_waiting();

  EXPECT_EQ(house_.store.mail(id)->state, MailState::Quarantined);
  EXPECT_EQ(complaints(), 0u);
}

TEST_F(TheMailDesk, PutsInQuarantineWhatTheReaderDoubts) {
  auto const id = accept("odd: Dīvāns ir saplēsts");

  desk_->file_waiting();

  EXPECT_EQ(house_.store.mail(id)->state, MailState::Quarantined);
  EXPECT_EQ(house_.store.mail(id)->reason, "it names several senders");
  EXPECT_EQ(complaints(), 0u);
}

TEST_F(TheMailDesk, LeavesAMailWaitingWhileTheStoreIsAway) {
  for (auto const moment : {FaultyMoment::Begin, FaultyMoment::Write, FaultyMoment::Commit}) {
    accept("Dīvāns ir saplēsts " + std::to_string(static_cast<int>(moment)));
    house_.store.fail(moment);
    EXPECT_EQ(desk_->file_waiting(), 0);
    EXPECT_EQ(desk_->counts().waiting, 1);

    EXPECT_EQ(desk_->file_waiting(), 1);
  }

  EXPECT_EQ(complaints(), 3u);
  expect_counts(3, 0, 0);
}

TEST_F(TheMailDesk, FilesOnceWhenItCrashedBeforeAnythingWasPutAway) {
  accept("Dīvāns ir saplēsts");
  journal_.crash_before_putting_away();
  desk_->file_waiting();
  expect_counts(1, 0, 0);

  restart();
  desk_->file_waiting();

  EXPECT_EQ(complaints(), 1u);
  expect_counts(1, 0, 0);
}

TEST_F(TheMailDesk, FilesOnceWhenItCrashedBetweenTheComplaintAndTheRecord) {
  auto const id = accept("Dīvāns ir saplēsts");
  house_.store.fail(FaultyMoment::Commit, 2);
  EXPECT_EQ(desk_->file_waiting(), 0);
  expect_counts(0, 0, 1);
  EXPECT_EQ(complaints(), 1u);

  restart();
  desk_->file_waiting();

  EXPECT_EQ(complaints(), 1u);
  EXPECT_EQ(house_.store.mail(id)->state, MailState::Filed);
  expect_counts(1, 0, 0);
}

TEST_F(TheMailDesk, DoesNotLetOneBadMailHoldUpTheOthers) {
  accept("broken");
  accept("Dīvāns ir saplēsts");
  accept("auto: Esmu atvaļinājumā");
  accept("Neviens neatbild");

  EXPECT_EQ(desk_->file_waiting(), 4);

  EXPECT_EQ(complaints(), 2u);
  expect_counts(2, 2, 0);
}

}  // namespace
}  // namespace redress::testing
