// SPDX-License-Identifier: Apache-2.0
// Notices to staff in every language, and their texts, read strictly.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include <gtest/gtest.h>

#include "adapters/letters/template_notice_writer.hpp"
#include "tests/adapters/rule_files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::letters {
namespace {

namespace fs = std::filesystem;

Organisation const& organisation() {
  static auto const shared = rules::load_organisation(rules::source() / "adapters/app/demonstration/organisation.toml");
  return shared;
}

Profile const& profile() {
  static auto const shared = rules::load_profile(rules::source() / "workflows/profiles/standard.toml");
  return shared;
}

WorkingCalendar const& calendar() {
  static auto const shared = rules::shipped_calendar("latvia");
  return shared;
}

TemplateNoticeWriter const& writer() {
  static TemplateNoticeWriter const shared(rules::source() / "templates", organisation());
  return shared;
}

ports::NoticeFacts facts(ports::NoticeKind kind, Language language) {
  ports::NoticeFacts facts{kind, language, Reference("R-7K3M-Q9PX"), {}, {}, Escalation::NotEscalated, profile(), calendar()};
  facts.due = parse_time("2026-03-23T15:00:00Z");
  if (kind == ports::NoticeKind::DeadlineWarned || kind == ports::NoticeKind::DeadlinePassed) facts.deadline = DeadlineName("final-response");
  if (kind == ports::NoticeKind::Escalated) {
    facts.level = Escalation::Supervisor;
    facts.due.reset();
  }
  if (kind == ports::NoticeKind::IdentityQuestion) facts.code = "1234-5678";
  return facts;
}

ports::MessageEnvelope envelope() {
  return {
      "Dzintara Māja",      "complaints@dzintara-maja.example", "", "ilze.berzina@dzintara-maja.example", "1@dzintara-maja.example", {}, "=_redress_1", Time{},
      ports::CopyNote::None};
}

/// "R-7K3M-Q9PX:" as a header of another script begins.
std::string const reference_in_base64 = "Ui03SzNNLVE5UFg6";

TEST(ANoticeToStaff, IsAShortPlainMail) {
  auto const mail = writer().mail(facts(ports::NoticeKind::DeadlineWarned, Language::English), envelope());

  EXPECT_NE(mail.find("Subject: R-7K3M-Q9PX: final response due Mon 23 Mar 2026, 17:00\r\n"), std::string::npos) << mail;
  EXPECT_NE(mail.find("To: ilze.berzina@dzintara-maja.example\r\n"), std::string::npos) << mail;
  EXPECT_NE(mail.find("Auto-Submitted: auto-generated\r\n"), std::string::npos);
  EXPECT_NE(mail.find("Content-Type: text/plain; charset=utf-8\r\n"), std::string::npos) << mail;
  EXPECT_NE(mail.find("Content-Language: en\r\n"), std::string::npos) << mail;
  EXPECT_EQ(mail.find("multipart"), std::string::npos);
}

TEST(ANoticeToStaff, IsWrittenInEveryLanguageForEveryOccasionAndAlwaysTheSame) {
  for (auto const language : all_languages)
    for (std::size_t kind = 0; kind < count_of<ports::NoticeKind>; ++kind) {
      auto const about = facts(static_cast<ports::NoticeKind>(kind), language);
      auto const mail = writer().mail(about, envelope());
      bool const is_legible = mail.find("Subject: R-7K3M-Q9PX: ") != std::string::npos;
      EXPECT_TRUE(is_legible || mail.find("Subject: =?UTF-8?B?" + reference_in_base64) != std::string::npos) << mail;
      EXPECT_EQ(mail, writer().mail(about, envelope()));
    }
}

TEST(WhatASystemIsTold, IsCanonicalJson) {
  EXPECT_EQ(writer().json({ports::HoldEvent::HoldLifted, Reference("R-7K3M-Q9PX"), HoldId("hold-2"), {"billing", "Lietvedība"}, Time{}}),
            R"({"at":"1970-01-01T00:00:00Z","event":"hold-lifted","hold":"hold-2","reference":"R-7K3M-Q9PX","systems":["billing","Lietvedība"]})");
}

std::string slurp(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The fault that the templates have with one thing changed in the English notices, without the number of the line.
std::string fault_with(std::string const& what, std::string const& with) {
  testing::TemporaryFolder const folder("notice-templates");
  fs::copy(rules::source() / "templates", folder.path(), fs::copy_options::recursive);
  auto const file = folder.path() / "en/notices.toml";
  auto const changed = rules::replaced(slurp(file), what, with);
  std::ofstream(file, std::ios::binary) << changed;
  try {
    TemplateNoticeWriter const read(folder.path(), organisation());
    return {};
  } catch (ports::LetterFault const& fault) {
    return std::regex_replace(fault.what(), std::regex("^([^:]+):[0-9]+: "), "$1: ");
  }
}

TEST(TextsOfNotices, AreRefusedUnlessTheyAreWholeAndSayWhatTheyMust) {
  EXPECT_EQ(fault_with("\n", "\n"), "");
  EXPECT_EQ(fault_with("[promise-due]", "[promise-do]"), "en/notices.toml: the table [promise-due] is missing");
  EXPECT_EQ(fault_with("[level]", "[levels]"), "en/notices.toml: the table [level] is missing");
  EXPECT_EQ(fault_with("[level]", "[another]\n[level]"), "en/notices.toml: \"another\" is not a key that is known here");
  EXPECT_EQ(fault_with("executive = \"executive\"\n", ""), "en/notices.toml: level: \"executive\" is missing or no text");
  EXPECT_EQ(fault_with("{deadline} due {due}", "{deadline} due {level}"), "en/notices.toml: deadline-warned: \"subject\" names {level}, which it cannot have");
  EXPECT_EQ(fault_with("{reference}: {deadline} due {due}", "{deadline} due {due}"), "en/notices.toml: deadline-warned: \"subject\" lacks {reference}");
  EXPECT_EQ(fault_with("draws near: {due}.", "draws near."), "en/notices.toml: deadline-warned: \"text\" lacks {due}");
  EXPECT_EQ(fault_with("draws near: {due}.", "draws near: {due} {name}."), "en/notices.toml: deadline-warned: \"text\" names {name}, which it cannot have");
}

TEST(TheNoticeWriter, RefusesAnOrganisationWhoseStaffCannotBeWrittenTo) {
  auto changed = organisation();
  changed.staff.front().email = "ilze bērziņa@dzintara-maja.example";

  EXPECT_THROW(TemplateNoticeWriter(rules::source() / "templates", changed), ports::LetterFault);
}

}  // namespace
}  // namespace redress::letters
