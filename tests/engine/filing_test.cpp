// SPDX-License-Identifier: Apache-2.0
// Many mails are filed at once: one that takes long holds up none behind it, the sum is right at every moment, and what is recorded together costs one commit.
#include <atomic>
#include <barrier>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

#include "engine/runtime/mail_desk.hpp"
#include "engine/runtime/mail_reconciliation.hpp"
#include "tests/support/house.hpp"
#include "tests/support/told_journal.hpp"

namespace redress::testing {
namespace {

using ports::MailState;

class Filing : public ::testing::Test {
 protected:
  MailId accept(std::string const& raw) { return desk_.accept(raw, "smtp"); }
  std::size_t complaints() { return house_.store.list({{}, {}, {}, {}, {}, 500}).size(); }
  std::vector<std::string> findings() { return runtime::reconcile_mail(house_.store, journal_).findings; }

  House house_;
  ToldJournal journal_;
  ToldReader reader_;
  runtime::MailDesk desk_{*house_.engine, journal_, reader_, house_.identifiers, 4};
};

TEST_F(Filing, FilesWhatArrivesWhileOneMailIsStillBeingRead) {
  std::latch reading(1), read_on(1);
  reader_.while_reading([&](std::string_view raw) {
    if (!raw.starts_with("odd: slow")) return;
    reading.count_down();
    read_on.wait();
  });
  auto const slow = accept("odd: slow");
  std::thread desk([this] { desk_.file_waiting(); });
  reading.wait();

  std::vector<MailId> others;
  for (int i = 0; i < 20; ++i) others.push_back(accept("Neviens neatbild " + std::to_string(i)));
  for (auto const& id : others)
    while (!house_.store.mail(id)) std::this_thread::yield();

  EXPECT_FALSE(house_.store.mail(slow));
  EXPECT_EQ(desk_.counts().waiting, 1);
  EXPECT_EQ(desk_.counts().filed, 20);
  read_on.count_down();
  desk.join();
  EXPECT_EQ(house_.store.mail(slow)->state, MailState::Quarantined);
  EXPECT_EQ(desk_.counts().waiting, 0);
}

TEST_F(Filing, ReadsAsManyAtOnceAsThereAreInTheCrew) {
  std::barrier all_four(4);
  reader_.while_reading([&](std::string_view) { all_four.arrive_and_wait(); });
  for (int i = 0; i < 8; ++i) accept("Neviens neatbild " + std::to_string(i));

  EXPECT_EQ(desk_.file_waiting(), 8);

  EXPECT_EQ(complaints(), 8U);
}

TEST_F(Filing, KeepsTheSumAtEveryMoment) {
  constexpr int mails = 200;
  std::atomic<int> accepted = 0;
  std::atomic<bool> done = false;
  std::thread sender([&] {
    for (int i = 0; i < mails; ++i) {
      accept((i % 10 == 0 ? "broken " : "Neviens neatbild ") + std::to_string(i));
      ++accepted;
    }
    done = true;
  });
  std::thread desk([&] {
    while (!done || desk_.counts().waiting > 0) desk_.file_waiting();
  });
  std::int64_t decided_before = 0;
  while (!done || desk_.counts().waiting > 0) {
    int const before = accepted;
    auto const counts = desk_.counts();
    // The one mail that is durable and not yet answered for may be in the sum or not.
    EXPECT_GE(counts.received, before);
    EXPECT_LE(counts.received, accepted + 1);
    EXPECT_GE(counts.filed + counts.quarantined, decided_before);
    decided_before = counts.filed + counts.quarantined;
  }
  sender.join();
  desk.join();

  EXPECT_EQ(desk_.counts().filed, mails - mails / 10);
  EXPECT_EQ(desk_.counts().quarantined, mails / 10);
  EXPECT_TRUE(findings().empty()) << findings().front();
}

TEST_F(Filing, CommitsInOneTransactionWhatIsRecordedAtOneTime) {
  runtime::MailLedger ledger(house_.store, journal_);
  std::mutex mutex;
  std::condition_variable changed;
  int commits = 0;
  bool may_commit = false;
  house_.store.watch([&](FaultyMoment moment) {
    if (moment != FaultyMoment::Commit) return;
    std::unique_lock lock(mutex);
    ++commits;
    changed.notify_all();
    changed.wait(lock, [&] { return may_commit; });
  });
  std::atomic<int> begun = 0;
  auto const record = [&](int i) {
    ++begun;
    ledger.record({MailId("mail-" + std::to_string(i)), "smtp", house_.clock.now(), "00", 1, MailState::Quarantined, "why", {}});
  };
  std::vector<std::jthread> recorders;
  recorders.emplace_back(record, 0);
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return commits == 1; });
  }
  for (int i = 1; i < 9; ++i) recorders.emplace_back(record, i);
  while (begun < 9) std::this_thread::yield();
  {
    std::lock_guard const lock(mutex);
    may_commit = true;
    changed.notify_all();
  }
  recorders.clear();

  EXPECT_LT(commits, 9);
  EXPECT_EQ(ledger.counts().quarantined, 9);
}

TEST_F(Filing, RecordsTheOthersWhenTheStoreFailsOnce) {
  for (int i = 0; i < 12; ++i) accept("broken " + std::to_string(i));
  house_.store.fail(FaultyMoment::Write, 5);

  while (desk_.counts().waiting > 0) desk_.file_waiting();

  EXPECT_EQ(desk_.counts().quarantined, 12);
  EXPECT_TRUE(findings().empty());
}

TEST_F(Filing, IsReconciledMailByMail) {
  auto const filed = accept("Dīvāns ir saplēsts");
  auto const broken = accept("broken");
  desk_.file_waiting();
  auto const waiting = accept("Neviens neatbild");

  auto const sound = runtime::reconcile_mail(house_.store, journal_);
  EXPECT_EQ(sound.counts.received, 3);
  EXPECT_EQ(sound.counts.filed, 1);
  EXPECT_EQ(sound.counts.quarantined, 1);
  EXPECT_EQ(sound.counts.undecided, 1);
  EXPECT_EQ(sound.counts.waiting, 1);
  EXPECT_TRUE(sound.findings.empty());

  journal_.change(filed);
  journal_.lose(broken);
  journal_.put_away(waiting);
  auto const unsound = findings();
  ASSERT_EQ(unsound.size(), 3U);
  EXPECT_EQ(unsound[0], "mail " + broken.value + ": its bytes are not in the journal");
  EXPECT_EQ(unsound[1], "mail " + filed.value + ": its bytes are not those that came in");
  EXPECT_EQ(unsound[2], "mail " + waiting.value + ": it was put away, and nothing says what became of it");
}

TEST_F(Filing, ReconcilesComplaintsThatAreNotThere) {
  auto const id = accept("broken");
  journal_.put_away(id);
  auto transaction = house_.store.begin();
  auto const raw = journal_.read(id);
  transaction->record_mail({id, "smtp", house_.clock.now(), journal_.digest(raw), std::ssize(raw), MailState::Filed, "", Reference("R-0000-0000")});
  transaction->commit();
  transaction.reset();

  EXPECT_EQ(findings(), std::vector<std::string>{"mail " + id.value + ": it is filed, and there is no such complaint"});
}

}  // namespace
}  // namespace redress::testing
