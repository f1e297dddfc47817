// SPDX-License-Identifier: Apache-2.0
// Many mails at once: read by several children of which some take long, and journaled by several senders.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "adapters/mail_in/file_mail_journal.hpp"
#include "adapters/mail_in/gmime_mail_reader.hpp"
#include "adapters/mail_in/shared_sync.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::mail_in {
namespace {

namespace fs = std::filesystem;
using redress::testing::TemporaryFolder;

constexpr std::string_view plain_mail = "From: Anna <anna@example.org>\nSubject: Kettle\n\nIt is broken.\n";

std::string reason(std::expected<ReadMail, ports::UnreadableMail> const& reading) {
  return reading ? (reading->doubt.empty() ? "read" : reading->doubt) : reading.error().reason;
}

/// As tests/support/mail_reader_child.cpp understands it.
constexpr std::string_view mail_that_takes_all_processor_time = "X-Take-All-Time: yes\nFrom: a@example.org\n\nhello\n";

TEST(GmimeMailReader, GivesAMailNoMoreThanItsProcessorTime) {
  GmimeMailReader reader({REDRESS_MAIL_READER_CHILD});
  ASSERT_TRUE(reader.read(plain_mail));

  auto const why = reason(reader.read(mail_that_takes_all_processor_time));

  // On a machine that has no processor to spare, its time on the clock on the wall ends first.
  EXPECT_TRUE(why == "reading it took too much processor time" || why == "reading it took too long") << why;
  EXPECT_EQ(reason(reader.read(plain_mail)), "read");
}

TEST(GmimeMailReader, ReadsOthersWhileMailsTakeLong) {
  GmimeMailReader reader({REDRESS_MAIL_READER_CHILD}, reader_patience, {1, 3});
  std::atomic<int> reading = 0, read = 0;
  std::vector<std::jthread> long_ones;
  for (int i = 0; i < 2; ++i)
    long_ones.emplace_back([&] {
      ++reading;
      EXPECT_NE(reason(reader.read(mail_that_takes_all_processor_time)), "read");
      ++read;
    });
  while (reading < 2) std::this_thread::yield();

  for (int i = 0; i < 20; ++i) EXPECT_EQ(reason(reader.read(plain_mail)), "read");

  EXPECT_LT(read, 2);
}

TEST(GmimeMailReader, IsUsedByManyAtOnce) {
  GmimeMailReader reader({REDRESS_MAIL_READER_CHILD}, reader_patience, {2, 3});
  std::atomic<int> right = 0;
  {
    std::vector<std::jthread> readers;
    for (int thread = 0; thread < 8; ++thread)
      readers.emplace_back([&, thread] {
        for (int i = 0; i < 40; ++i) {
          auto const text = std::to_string(thread) + "/" + std::to_string(i) + "\n";
          auto const mail = reader.read("From: a@example.org\n\n" + text);
          if (mail && mail->text == text) ++right;
        }
      });
  }

  EXPECT_EQ(right, 320);
}

TEST(FileMailJournal, KeepsWhatManyPutAtOnce) {
  TemporaryFolder const temporary("mail-intake");
  FileMailJournal journal(temporary.path());
  {
    std::vector<std::jthread> senders;
    for (int thread = 0; thread < 8; ++thread)
      senders.emplace_back([&, thread] {
        for (int i = 0; i < 25; ++i) {
          auto const name = std::to_string(thread) + "-" + std::to_string(i);
          journal.put("mail " + name, MailId(name));
          if (i % 2 == 0) journal.put_away(MailId(name));
        }
      });
  }

  FileMailJournal beside(temporary.path(), JournalOpening::ToRead);
  EXPECT_EQ(beside.list().size(), 96U);
  EXPECT_EQ(beside.kept().size(), 104U);
  EXPECT_EQ(beside.read(MailId("3-7")), "mail 3-7");
  EXPECT_EQ(beside.read(MailId("3-8")), "mail 3-8");
}

TEST(FileMailJournal, OpenedToReadMakesAndRemovesNothing) {
  TemporaryFolder const temporary("mail-intake");
  auto const& folder = temporary.path();
  FileMailJournal nothing(folder / "none", JournalOpening::ToRead);
  EXPECT_TRUE(nothing.list().empty());
  EXPECT_TRUE(nothing.kept().empty());
  EXPECT_THROW((void)nothing.read(MailId("a")), ports::JournalFault);
  EXPECT_FALSE(fs::exists(folder / "none"));

  fs::create_directories(folder);
  FileMailJournal journal(folder);
  std::ofstream(folder / "one.draft") << "half";
  FileMailJournal beside(folder, JournalOpening::ToRead);
  EXPECT_TRUE(fs::exists(folder / "one.draft"));
}

TEST(SharedSync, AnswersEveryCallerWithASyncThatBeganAfterTheCall) {
  SharedSync sync;
  std::atomic<int> begun = 0, wrong = 0;
  {
    std::vector<std::jthread> callers;
    for (int thread = 0; thread < 8; ++thread)
      callers.emplace_back([&] {
        for (int i = 0; i < 500; ++i) {
          int const before = begun;
          int const answer = sync.sync([&] { return ++begun; });
          if (answer <= before) ++wrong;
        }
      });
  }

  EXPECT_EQ(wrong, 0);
  EXPECT_LE(begun, 4000);
}

}  // namespace
}  // namespace redress::mail_in
