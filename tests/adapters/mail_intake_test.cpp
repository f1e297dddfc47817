// SPDX-License-Identifier: Apache-2.0
// The way mail comes in: the child that reads it, the journal that keeps it, the Maildir it is delivered into.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "adapters/mail_in/file_mail_journal.hpp"
#include "adapters/mail_in/gmime_mail_reader.hpp"
#include "adapters/mail_in/mail_digest.hpp"
#include "adapters/mail_in/mail_frames.hpp"
#include "adapters/mail_in/maildir_inlet.hpp"
#include "adapters/mail_in/read_in_this_process.hpp"
#include "engine/domain/ensure.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::mail_in {
namespace {

namespace fs = std::filesystem;
using redress::testing::TemporaryFolder;
using namespace std::chrono_literals;

constexpr std::string_view plain_mail =
    "From: Anna <anna@example.org>\nTo: us@example.com\nCc: b@example.org\nSubject: Kettle\nDate: Mon, 02 Mar 2026 11:00:00 +0200\n\nIt is "
    "broken.\n";

void write_file(fs::path const& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string bytes_of(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t files_in(fs::path const& folder) {
  auto const is_file = [](fs::directory_entry const& entry) { return entry.is_regular_file(); };
  return static_cast<std::size_t>(std::count_if(fs::directory_iterator(folder), fs::directory_iterator(), is_file));
}

std::vector<std::string> shell(std::string const& script) {
  return {"/bin/sh", "-c", script};
}

std::string reason(std::expected<ReadMail, ports::UnreadableMail> const& reading) {
  return reading ? (reading->doubt.empty() ? "read" : reading->doubt) : reading.error().reason;
}

TEST(MailFrames, GiveBackWhatWasWritten) {
  ReadMail mail = read_in_this_process(plain_mail).value();
  mail.attachments.push_back({"a.pdf", "application/pdf", 7});
  mail.language = Language::Latvian;
  mail.answers = {"one@example.org"};
  mail.deliveries.push_back({"anna@example.org", DeliveryFate::Delayed, "4.4.1", "later"});

  auto const reading = decode_reading(encode_reading(mail)).value().value();

  EXPECT_EQ(encode_reading(reading), encode_reading(mail));
  EXPECT_EQ(reading.from.address, "anna@example.org");
  EXPECT_EQ(reading.date, mail.date);
  EXPECT_EQ(reading.attachments.front().size, 7);
  EXPECT_EQ(reading.deliveries.front().fate, DeliveryFate::Delayed);
  EXPECT_EQ(decode_reading(encode_reading(std::unexpected(ports::UnreadableMail{"why"}))).value().error().reason, "why");
}

TEST(MailFrames, GiveBackAFileWithEveryByte) {
  MailFile const file{{"a.pdf", "application/pdf", 4}, std::string("a\0\xff\n", 4)};

  auto const given = decode_file(encode_file(file)).value().value();

  ASSERT_TRUE(given);
  EXPECT_EQ(given->bytes, file.bytes);
  EXPECT_EQ(given->about.name, "a.pdf");
  EXPECT_FALSE(decode_file(encode_file(std::nullopt)).value().value());
  EXPECT_FALSE(decode_file(encode_file(file) + "x"));
  EXPECT_EQ(decode_wanted(encode_wanted({})), Wanted());
  EXPECT_EQ(decode_wanted(encode_wanted(0)), Wanted(0));
}

TEST(MailFrames, AreNotTakenWhenTheyAreNoAnswer) {
  std::string const whole = encode_reading(read_in_this_process(plain_mail).value());

  for (std::size_t length = 0; length < whole.size(); ++length) EXPECT_FALSE(decode_reading(whole.substr(0, length))) << length;
  EXPECT_FALSE(decode_reading(whole + "x"));
  EXPECT_FALSE(decode_reading(std::string(80, '\xff')));
}

TEST(GmimeMailReader, SaysWhenItsChildCannotBeStarted) {
  GmimeMailReader reader({"/nonexistent/program"});

  EXPECT_EQ(reason(reader.read(plain_mail)), "the process that reads mail could not be started");
}

TEST(GmimeMailReader, SurvivesAChildThatDies) {
  GmimeMailReader reader(shell("head -c 5 >/dev/null; kill -SEGV $$"));

  for (int i = 0; i < 3; ++i) EXPECT_TRUE(reason(reader.read(plain_mail)).starts_with("reading it ended the process")) << reason(reader.read(plain_mail));
}

TEST(GmimeMailReader, KillsAChildThatHangs) {
  GmimeMailReader reader(shell("sleep 1000"), 50ms);

  EXPECT_EQ(reason(reader.read(plain_mail)), "reading it took too long");
  EXPECT_EQ(reason(reader.read(std::string(1 << 20, 'x'))), "reading it took too long");
}

TEST(GmimeMailReader, BelievesNoNonsense) {
  GmimeMailReader reader(shell("printf '\\001\\000\\000\\000\\000\\000\\000\\000X'; cat >/dev/null"));
  GmimeMailReader endless(shell("cat /dev/zero | tr '\\000' '\\377'"));

  EXPECT_EQ(reason(reader.read(plain_mail)), "the process that reads mail gave no sensible answer");
  EXPECT_NE(reason(endless.read(plain_mail)), "read");
}

TEST(GmimeMailReader, RefusesMoreThan25Megabytes) {
  GmimeMailReader reader({"/nonexistent/program"});

  EXPECT_EQ(reason(reader.read(std::string(std::size_t{30} << 20, 'x'))), "larger than 25 MB");
}

#ifdef REDRESS_MAIL_READER_CHILD

TEST(GmimeMailReader, ReadsMailAfterMailInOneChild) {
  GmimeMailReader reader({REDRESS_MAIL_READER_CHILD});

  for (int i = 0; i < 600; ++i) {
    auto const mail = reader.read(plain_mail);
    ASSERT_TRUE(mail) << mail.error().reason;
    EXPECT_EQ(mail->text, "It is broken.\n");
    EXPECT_EQ(reason(reader.read("no mail")), "it has no header");
  }
}

TEST(GmimeMailReader, TakesEachFileOutOfTheMail) {
  std::string const raw =
      "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\n\nSee there.\n--b\n"
      "Content-Type: application/pdf; name=\"=?utf-8?B?xIzEvMSTay5wZGY=?=\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: "
      "base64\n\nJVBERgD/\n--b\n"
      "Content-Type: text/html; name=evil.html\nContent-Disposition: attachment\n\n<script>alert(1)</script>\n--b--\n";
  GmimeMailReader reader({REDRESS_MAIL_READER_CHILD});
  auto const mail = reader.read(raw);
  ASSERT_TRUE(mail);
  ASSERT_EQ(mail->attachments.size(), 2U);

  auto const pdf = reader.file(raw, 0);
  auto const page = reader.file(raw, 1);

  ASSERT_TRUE(pdf && *pdf && page && *page);
  EXPECT_EQ((*pdf)->bytes, std::string("%PDF\0\xff", 6));
  EXPECT_EQ((*pdf)->about.size, 6);
  EXPECT_EQ((*pdf)->about.name, mail->attachments[0].name);
  EXPECT_EQ((*page)->bytes, "<script>alert(1)</script>");
  EXPECT_FALSE(*reader.file(raw, 2));
  EXPECT_FALSE(reader.file("", 0)) << "an empty mail cannot be read";
}

TEST(GmimeMailReader, ReadsALargeMailWithinTheChildsMemory) {
  std::string raw = "From: a@example.org\nContent-Type: text/html; charset=windows-1251\n\n";
  raw.append((std::size_t{24} << 20), '\xe4');
  GmimeMailReader reader({REDRESS_MAIL_READER_CHILD});

  auto const mail = reader.read(raw);

  ASSERT_TRUE(mail) << mail.error().reason;
  EXPECT_EQ(mail->text.size(), std::size_t{10} << 20);
}

TEST(GmimeMailReader, ReadsTheNextMailAfterOneThatKilledItsChild) {
  TemporaryFolder const temporary("mail-intake");
  auto const& folder = temporary.path();
  fs::create_directories(folder);
  fs::path const mark = folder / "once";
  GmimeMailReader reader(shell("[ -e " + mark.string() + " ] && exec " REDRESS_MAIL_READER_CHILD "; touch " + mark.string() + "; kill -KILL $$"));

  EXPECT_TRUE(reason(reader.read(plain_mail)).starts_with("reading it ended the process"));
  EXPECT_EQ(reason(reader.read(plain_mail)), "read");
}

#endif

TEST(MailDigest, IsSha256) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(FileMailJournal, GivesBackTheVeryBytes) {
  TemporaryFolder const temporary("mail-intake");
  FileMailJournal journal(temporary.path() / "mail" / "journal");
  std::string const raw("\xff\0\r\n.\r\nnot a mail", 18);

  EXPECT_EQ(journal.put(raw, MailId("b-2")), MailId("b-2"));
  journal.put("", MailId("a-1"));

  EXPECT_EQ(journal.read(MailId("b-2")), raw);
  EXPECT_EQ(journal.list(), (std::vector{MailId("a-1"), MailId("b-2")}));
}

TEST(FileMailJournal, NeverReplacesAMail) {
  TemporaryFolder const temporary("mail-intake");
  FileMailJournal journal(temporary.path());
  journal.put("one", MailId("1"));

  EXPECT_NO_THROW(journal.put("one", MailId("1")));
  EXPECT_THROW(journal.put("two", MailId("1")), ports::JournalFault);
  EXPECT_EQ(journal.read(MailId("1")), "one");
}

TEST(FileMailJournal, ForgetsDraftsOfAnEarlierLife) {
  TemporaryFolder const temporary("mail-intake");
  auto const& folder = temporary.path();
  fs::create_directories(folder);
  write_file(folder / "7.draft", "half a m");

  FileMailJournal journal(folder);

  EXPECT_TRUE(journal.list().empty());
  EXPECT_EQ(files_in(folder), 0U);
}

TEST(FileMailJournal, SaysWhatTheSystemSaid) {
  TemporaryFolder const temporary("mail-intake");
  auto const& folder = temporary.path();
  FileMailJournal journal(folder);

  EXPECT_THROW((void)journal.read(MailId("absent")), ports::JournalFault);
  EXPECT_THROW((void)journal.read(MailId("../../etc/passwd")), BrokenInvariant);
  write_file(folder / "file", "");
  EXPECT_THROW(FileMailJournal{folder / "file" / "journal"}, ports::JournalFault);
}

/// A limit on file size is a disk that is full, without needing one.
class FullDisk {
 public:
  FullDisk() {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    rlimit const tight{4096, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

TEST(FileMailJournal, LeavesNothingHalfWrittenOnAFullDisk) {
  TemporaryFolder const temporary("mail-intake");
  auto const& folder = temporary.path();
  FileMailJournal journal(folder);
  {
    FullDisk const full;
    EXPECT_THROW(journal.put(std::string(100'000, 'x'), MailId("big")), ports::JournalFault);
  }

  EXPECT_EQ(files_in(folder), 0U);
  EXPECT_NO_THROW(journal.put(std::string(100'000, 'x'), MailId("big")));
}

TEST(MaildirInlet, MovesWhatWasAcceptedAndDeletesNothing) {
  TemporaryFolder const temporary("mail-intake");
  auto const& maildir = temporary.path();
  MaildirInlet inlet(maildir);
  std::string const huge(std::size_t{30} << 20, 'x');
  write_file(maildir / "new" / "2.host", huge);
  write_file(maildir / "new" / "1.host", "first");
  write_file(maildir / "cur" / "0.host:2,S", "seen before");
  std::vector<std::string> accepted;

  Intake const intake = inlet.take([&](std::string_view raw) { accepted.emplace_back(raw); });

  EXPECT_EQ(intake.taken, 2U);
  EXPECT_EQ(intake.failed, 0U);
  EXPECT_EQ(accepted, (std::vector<std::string>{"first", huge}));
  EXPECT_EQ(bytes_of(maildir / "cur" / "1.host:2,S"), "first");
  EXPECT_EQ(files_in(maildir / "cur"), 3U);
  EXPECT_EQ(files_in(maildir / "new"), 0U);
}

TEST(MaildirInlet, LeavesInPlaceWhatWasNotAccepted) {
  TemporaryFolder const temporary("mail-intake");
  auto const& maildir = temporary.path();
  MaildirInlet inlet(maildir);
  write_file(maildir / "new" / "1", "bad");
  write_file(maildir / "new" / "2", "good");
  fs::create_symlink("/etc/hostname", maildir / "new" / "3");
  fs::create_directory(maildir / "new" / "4");
  auto const accept = [](std::string_view raw) {
    if (raw == "bad") throw ports::JournalFault("the disk is full");
  };

  Intake const intake = inlet.take(accept);

  EXPECT_EQ(intake.taken, 1U);
  EXPECT_EQ(intake.failed, 3U);
  EXPECT_EQ(intake.first_failure, "the disk is full");
  EXPECT_TRUE(fs::exists(maildir / "new" / "1"));
  EXPECT_EQ(inlet.take([](std::string_view) {}).taken, 1U);
}

TEST(MaildirInlet, KeepsBothMailsOfOneName) {
  TemporaryFolder const temporary("mail-intake");
  auto const& maildir = temporary.path();
  MaildirInlet inlet(maildir);
  for (char const* content : {"one", "two"}) {
    write_file(maildir / "new" / "same", content);
    inlet.take([](std::string_view) {});
  }

  EXPECT_EQ(bytes_of(maildir / "cur" / "same:2,S"), "one");
  EXPECT_EQ(bytes_of(maildir / "cur" / "same-1:2,S"), "two");
}

TEST(MaildirInlet, WaitsForAFileThatIsStillWritten) {
  TemporaryFolder const temporary("mail-intake");
  auto const& maildir = temporary.path();
  MaildirInlet inlet(maildir);
  std::ofstream copy(maildir / "new" / "copied-by-hand");
  copy << "From: a" << std::flush;

  EXPECT_EQ(inlet.take([](std::string_view) { FAIL(); }).taken, 0U);
  copy << "nna@example.org\n\n";
  copy.close();

  EXPECT_EQ(inlet.wait(0ms), Awakening::Arrived);
  EXPECT_EQ(inlet.take([](std::string_view raw) { EXPECT_EQ(raw, "From: anna@example.org\n\n"); }).taken, 1U);
}

TEST(MaildirInlet, WakesForADeliveryAndForACall) {
  TemporaryFolder const temporary("mail-intake");
  auto const& maildir = temporary.path();
  MaildirInlet inlet(maildir);
  EXPECT_EQ(inlet.wait(0ms), Awakening::TimedOut);

  write_file(maildir / "tmp" / "1", "mail");
  fs::rename(maildir / "tmp" / "1", maildir / "new" / "1");
  EXPECT_EQ(inlet.wait(10s), Awakening::Arrived);

  std::thread caller([&] { inlet.wake(); });
  EXPECT_EQ(inlet.wait(10s), Awakening::Called);
  caller.join();
}

}  // namespace
}  // namespace redress::mail_in
