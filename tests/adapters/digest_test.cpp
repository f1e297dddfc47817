// SPDX-License-Identifier: Apache-2.0
// The morning's digest in every language, and its texts, read strictly.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "adapters/letters/template_digest_writer.hpp"
#include "tests/adapters/rule_files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::letters {
namespace {

WorkingCalendar const& calendar() {
  static auto const shared = rules::shipped_calendar("latvia");
  return shared;
}

ports::MessageEnvelope envelope() {
  ports::MessageEnvelope envelope;
  envelope.from_name = "Dzintara Māja";
  envelope.from_address = "complaints@dzintara-maja.example";
  envelope.to_address = "ilze.berzina@dzintara-maja.example";
  envelope.message_id = "1@dzintara-maja.example";
  envelope.boundary = "=_redress_1";
  return envelope;
}

ports::Digest digest(Language language, int today, int appointments, int late = 0) {
  ports::Digest digest{language, {}, {}, {}, calendar()};
  auto const at = *parse_time("2026-03-23T15:00:00Z");
  for (int i = 0; i < late; ++i) digest.late.push_back({Reference(fmt::format("R-LATE-{:04}", i)), *parse_time("2026-03-20T15:00:00Z")});
  for (int i = 0; i < today; ++i) digest.due_today.push_back({Reference(fmt::format("R-2DAY-{:04}", i)), at});
  for (int i = 0; i < appointments; ++i) digest.appointments.push_back({Reference(fmt::format("R-CALL-{:04}", i)), at});
  return digest;
}

TEST(ADigest, CountsInItsSubjectAndNamesComplaintsByTheirReferences) {
  static TemplateDigestWriter const writer(rules::source() / "templates");

  auto const mail = writer.mail(digest(Language::English, 2, 0), envelope());

  EXPECT_TRUE(mail.contains("Subject: Today: 2 due, no appointments\r\n")) << mail;
  EXPECT_TRUE(mail.contains("Due today:\r\n  R-2DAY-0000: Mon 23 Mar 2026, 17:00\r\n  R-2DAY-0001: ")) << mail;
  EXPECT_FALSE(mail.contains("You speak with"));
  EXPECT_EQ(mail, writer.mail(digest(Language::English, 2, 0), envelope()));
}

TEST(ADigest, SaysFirstWhatIsLate) {
  TemplateDigestWriter const writer(rules::source() / "templates");

  auto const mail = writer.mail(digest(Language::English, 0, 1, 2), envelope());

  EXPECT_TRUE(mail.contains("Subject: Late: 2. Today: nothing due, 1 appointment\r\n")) << mail;
  EXPECT_TRUE(mail.contains("\r\n\r\nLate, and still to be done:\r\n  R-LATE-0000: Fri 20 Mar 2026, 17:00\r\n")) << mail;
}

TEST(ADigest, LeavesTheRestOfALongListToTheWorklist) {
  TemplateDigestWriter const writer(rules::source() / "templates");

  auto const mail = writer.mail(digest(Language::English, 37, 0), envelope());

  EXPECT_TRUE(mail.contains("R-2DAY-0029"));
  EXPECT_FALSE(mail.contains("R-2DAY-0030"));
  EXPECT_TRUE(mail.contains("and 7 more\r\n")) << mail;
}

TEST(ADigest, IsWrittenInEveryLanguageForEveryNumber) {
  TemplateDigestWriter const writer(rules::source() / "templates");

  for (auto const language : all_languages)
    for (int const number : {0, 1, 2, 5, 11, 21})
      EXPECT_TRUE(writer.mail(digest(language, number, number + 1, number), envelope()).contains(fmt::format("Content-Language: {}\r\n", name_of(language))))
          << number;
}

TEST(ADigest, IsRefusedWhenItsTextsAreNotWhole) {
  testing::TemporaryFolder const folder("digest-templates");
  std::filesystem::copy(rules::source() / "templates", folder.path(), std::filesystem::copy_options::recursive);
  std::ofstream(folder.path() / "lv/digest.toml") << "subject = \"{today}\"\n";

  try {
    TemplateDigestWriter const read(folder.path());
    FAIL() << "read";
  } catch (ports::LetterFault const& fault) {
    EXPECT_TRUE(std::string(fault.what()).contains("lv/digest.toml")) << fault.what();
  }
}

}  // namespace
}  // namespace redress::letters
