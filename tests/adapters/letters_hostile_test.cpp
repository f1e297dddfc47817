// SPDX-License-Identifier: Apache-2.0
// Whatever people type, or send in order to do harm, a letter stays a letter: in text, in HTML, in a mail and on paper.
#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "adapters/letters/template_letter_writer.hpp"
#include "adapters/letters/text_width.hpp"
#include "tests/adapters/letters_sample.hpp"
#include "tests/support/printed.hpp"

namespace redress::letters {
namespace {

namespace sample = letters_sample;
using redress::testing::Printed;

TemplateLetterWriter const& writer(std::string const& letterhead = "international") {
  auto const made_for = [](std::string name) {
    auto organisation = sample::organisation();
    organisation.letter_style.letterhead = std::move(name);
    return std::make_unique<TemplateLetterWriter>(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates", organisation);
  };
  static auto const international = made_for("international");
  static auto const gost = made_for("gost-r-7.0.97");
  return letterhead == "international" ? *international : *gost;
}

/// The value wherever a person or a clerk can put one.
LetterDocument holding(std::string const& value, std::string const& letterhead = "international") {
  auto facts = sample::rich(LetterKind::FinalResponse, Language::English);
  facts.complainant.name = value;
  facts.complainant.postal_address = {value, "Riga"};
  facts.complainant.salutation = value;
  facts.matter = value;
  facts.cause = value;
  facts.answers[0].point = value;
  facts.schedule[0].what = value;
  facts.schedule[1].who = value;
  facts.copies = {value};
  facts.enclosures = {value, value};
  auto document = writer(letterhead).compose(facts);
  document.body.push_back({Block::Care, value, {}, {}});
  return document;
}

/// Nothing is cut off and nothing stands outside the page.
void expect_within_the_page(Printed const& letter) {
  EXPECT_EQ(letter.particular("Tagged"), "yes");
  EXPECT_EQ(letter.particular("JavaScript"), "no");
  for (auto const& word : letter.words()) {
    EXPECT_GE(word.left, 50) << word.text.substr(0, 40);
    EXPECT_LE(word.right, 595.3 - 25) << word.text.substr(0, 40);
    EXPECT_LE(word.bottom, 841.9 - 50) << word.text.substr(0, 40);
  }
  EXPECT_NE(letter.text().find("Yours sincerely,"), std::string::npos);
  EXPECT_NE(letter.text().find("Complaint manager"), std::string::npos);
}

/// Every header of a mail on lines of its own and in order, and no line that a relay could cut.
void expect_sound_mail(std::string const& mail) {
  auto const head = mail.substr(0, mail.find("\r\n\r\n"));
  EXPECT_EQ(head.find("\nBcc:"), std::string::npos);
  std::istringstream lines(mail);
  for (std::string line; std::getline(lines, line);) {
    ASSERT_TRUE(line.ends_with('\r')) << line;
    ASSERT_LE(line.size(), 999U);
  }
}

std::string mail_to(LetterDocument const& document) {
  auto envelope = sample::envelope();
  envelope.to_name = document.inside_address.front();
  return writer().message(document, envelope);
}

std::size_t widest_line(std::string const& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, columns_of(line));
  return widest;
}

void expect_whole(std::string const& value) {
  auto const document = holding(value);
  EXPECT_LE(widest_line(writer().text(document)), 78U);
  expect_sound_mail(mail_to(document));
  for (auto const* letterhead : {"international", "gost-r-7.0.97"}) expect_within_the_page(Printed(writer(letterhead).pdf(holding(value, letterhead))));
}

TEST(HostileLetters, ShowMarkupAsText) {
  std::string const markup = "<script>alert(1)</script><img src=x onerror=y>&amp;]]></p><b>(\\ /JS) >> endobj";

  expect_whole(markup);
  auto const html = writer().html(holding(markup));
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
  EXPECT_NE(Printed(writer().pdf(holding(markup))).text().find("<script>"), std::string::npos);
}

TEST(HostileLetters, KeepNoControlCharacter) {
  std::string value = "a";
  for (char control = 1; control < ' '; ++control) value += control;
  value += std::string(
      "\0b\x7F\xC2\x85"
      "c\xE2\x80\xA8"
      "d\xE2\x80\xA9"
      "e",
      15);
  auto const document = holding(value);

  expect_whole(value);
  for (auto const& out : {writer().text(document), writer().html(document), Printed(writer().pdf(document)).text()})
    for (char const sign : out) ASSERT_TRUE(sign == '\n' || sign == '\f' || static_cast<unsigned char>(sign) >= ' ') << static_cast<int>(sign);
}

TEST(HostileLetters, AddNoHeaderAndNoRecipient) {
  std::string const value = "Anna\r\nBcc: all@example.org\r\n\r\n<b>body</b>\r\n.\r\nRCPT TO:<x@example.org>";

  expect_whole(value);
  EXPECT_EQ(holding(value).inside_address.front(), "Anna Bcc: all@example.org <b>body</b> . RCPT TO:<x@example.org>");
}

TEST(HostileLetters, DoNotTurnTheReadingDirectionRound) {
  std::string const marks =
      "\xE2\x80\xAE"  // right-to-left override
      "\xE2\x81\xA7"  // right-to-left isolate
      "\xE2\x80\x8F"  // right-to-left mark
      "\xD8\x9C"      // Arabic letter mark
      "fdp.exe";

  expect_whole(marks);
  auto const document = holding(marks);
  for (auto const& out : {writer().text(document), writer().html(document)})
    for (auto const* mark : {"\xE2\x80\xAE", "\xE2\x81\xA7", "\xE2\x80\x8F", "\xD8\x9C"}) EXPECT_EQ(out.find(mark), std::string::npos);
  EXPECT_EQ(document.inside_address.front(), "fdp.exe");
}

TEST(HostileLetters, SetAHebrewNameAtTheLeftLikeAnyOther) {
  std::string const name = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\x9B\xD7\x94\xD7\x9F";
  Printed const letter(writer().pdf(holding(name)));

  expect_within_the_page(letter);
  auto const line = letter.word("Riga");
  auto const above = std::ranges::find_if(letter.words(), [&](auto const& word) { return std::abs(word.top - line.top + 13.2) < 1; });
  ASSERT_NE(above, letter.words().end());
  EXPECT_NEAR(above->left, line.left, 1);
}

TEST(HostileLetters, BreakANameOfTenThousandLetters) {
  for (std::string const letter : {"x", "\xC5\xA1", "\xE4\xB8\xAD"}) {
    std::string name;
    while (name.size() < 10'000) name += letter;
    expect_whole(name);
    EXPECT_LE(Printed(writer().pdf(holding(name))).particular("Title").size(), 250U);
  }
}

TEST(HostileLetters, KeepEveryPartOfANameThatFillsPages) {
  std::string name;
  for (int i = 0; i < 2000; ++i) name += std::to_string(i) + "-";
  Printed const letter(writer().pdf(holding(name)));

  std::string joined;
  for (auto const& word : letter.words()) joined += word.text;

  EXPECT_NE(joined.find("1997-1998-1999-"), std::string::npos);
  EXPECT_GT(letter.pages(), 5U);
}

TEST(HostileLetters, ShowASignWhereNoFontHasTheCharacter) {
  std::string const unknown =
      "\xF0\x9F\xA6\x84"  // a unicorn
      "\xE4\xB8\xAD\xE6\x96\x87"
      "\xCD\xB8"                                      // unassigned
      "\xEF\xA3\xBF"                                  // private use
      "\xF3\xA0\x80\x81"                              // a tag character
      "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9"  // two people joined
      "end";

  expect_whole(unknown);
  EXPECT_NE(Printed(writer().pdf(holding(unknown))).text().find("\xEF\xBF\xBD"), std::string::npos);
}

TEST(HostileLetters, BearAccentsUponAccents) {
  std::string tower = "Z";
  for (int i = 0; i < 300; ++i) tower += "\xCC\x81\xCC\xA7";

  expect_whole(tower + "algo");
}

TEST(HostileLetters, ReadBytesThatAreNoTextAsReplacementSigns) {
  expect_whole("\xFF\xFE\xC3(\xE2\x82\xF0\x9F\xED\xA0\x80");
}

TEST(HostileLetters, LeaveALinkWholeInPlainTextAndBreakItOnPaper) {
  auto const link = "https://example.org/" + std::string(150, 'a');
  auto const document = holding(link);

  EXPECT_NE(writer().text(document).find("\n" + link + "\n"), std::string::npos);
  expect_within_the_page(Printed(writer().pdf(document)));
}

}  // namespace
}  // namespace redress::letters
