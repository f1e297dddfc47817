// SPDX-License-Identifier: Apache-2.0
// Places in the bytes, quotations, sentences, readability, and texts that mean harm.
#include <gtest/gtest.h>

#include "tests/wording/small_book.hpp"

namespace redress::wording {
namespace {

using Phrases = std::vector<std::string>;

RuleBook const& sorry_if() {
  static auto const book = loaded(book_text("abbreviations = [\"plkst\", \"г\"]", rule("(sorry if|жаль если|žēl ja)")));
  return book;
}

std::vector<std::string> phrases_in(std::string_view text) {
  Phrases phrases;
  for (auto const& finding : findings_by(sorry_if(), text))
    phrases.emplace_back(text.substr(static_cast<std::size_t>(finding.start), static_cast<std::size_t>(finding.end - finding.start)));
  return phrases;
}

TEST(Findings, StandAtTheirBytesAndLines) {
  std::string const text = "Здравствуйте!\n\nНам жаль, если так.\n";
  auto const findings = findings_by(sorry_if(), text);

  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].start, static_cast<std::int64_t>(text.find("жаль")));
  EXPECT_EQ(findings[0].end, static_cast<std::int64_t>(text.find(" так")));
  EXPECT_EQ(findings[0].line, 3);
  EXPECT_EQ(findings[0].why, "why");
}

TEST(Findings, SeeThroughWhatDoesNotChangeAWord) {
  EXPECT_EQ(phrases_in("SORRY\u00A0IF"), Phrases{"SORRY\u00A0IF"});
  EXPECT_EQ(phrases_in("sor\u00ADry if"), Phrases{"sor\u00ADry if"});
  EXPECT_EQ(phrases_in("s\u200Borry if"), Phrases{"s\u200Borry if"});
  EXPECT_EQ(phrases_in("sorry\n  if"), Phrases{"sorry\n  if"});
  EXPECT_EQ(phrases_in("z\u0304e\u0304l ja"), Phrases{});
  EXPECT_EQ(phrases_in("ze\u0304l ja, z\u030Ce\u0304l ja"), Phrases{"z\u030Ce\u0304l ja"});
  EXPECT_EQ(phrases_in("жа\u0301ль е\u0301сли"), Phrases{"жа\u0301ль е\u0301сли"});
}

TEST(Findings, FoldTheLetterYo) {
  EXPECT_EQ(found_by("все еще", "Всё ещё и все еще."), (Phrases{"Всё ещё", "все еще"}));
  EXPECT_EQ(found_by("всё", "Все"), Phrases{"Все"});
}

TEST(Quotations, AreNotJudged) {
  EXPECT_EQ(phrases_in("You wrote “sorry if”, „sorry if“, „sorry if”, «sorry if», \"sorry if\" and ‘sorry if’."), Phrases{});
  EXPECT_EQ(phrases_in("> sorry if\nsorry if"), Phrases{"sorry if"});
  EXPECT_EQ(phrases_in("«a «sorry if» sorry if» sorry if"), Phrases{"sorry if"});
}

TEST(Quotations, ThatAreNeverClosedHideNothing) {
  EXPECT_EQ(phrases_in("You wrote “this.\n\nWe are sorry if it hurt.”"), Phrases{"sorry if"});
  EXPECT_EQ(phrases_in("the drivers’ fault, sorry if"), Phrases{"sorry if"});
}

TEST(Sentences, DoNotEndAfterAbbreviationsNumbersAndInitials) {
  auto const count = [](std::string_view text) { return read_text(text, sorry_if().habits).sentences.size(); };

  EXPECT_EQ(count("Līdz 4. maijam plkst. 10.00 J. Ozols. Tad viss."), 2u);
  EXPECT_EQ(count("Это было в 2026 г. Мы помним г. Ригу."), 2u);
  EXPECT_EQ(count("One\n\nTwo\n\nThree."), 3u);
  EXPECT_EQ(count("We agreed:\n- a chair\n- a lamp\n1. Now\n2. Then"), 5u);
  EXPECT_EQ(count("līdz\n21. novembrim"), 1u);
  EXPECT_EQ(count("“Give it back.” We did."), 2u);
  EXPECT_EQ(count("Really?! Yes… no."), 2u);
}

TEST(ReadabilityOf, CountsWholeSentencesOutsideQuotations) {
  auto const read = read_text("Baltic Chairs\n\nThe cat sat on the mat. “It is a very long quotation” is short.", sorry_if().habits);
  auto const readability = readability_of(read, Language::English);

  EXPECT_EQ(readability.sentences, 2);
  EXPECT_EQ(readability.words, 8);
  EXPECT_EQ(readability.longest_sentence_words, 6);
  EXPECT_EQ(readability.average_sentence_words, 4);
  EXPECT_EQ(readability.index_name, ReadabilityIndex::FleschReadingEase);
}

TEST(ReadabilityOf, FollowsThePublishedFormulas) {
  auto const of = [](std::string_view text, Language language) { return readability_of(read_text(text, {}), language).index; };

  EXPECT_EQ(of("The cat sat on the mat.", Language::English), 116);       // 206.835 - 1.015 * 6 - 84.6 * 6 / 6
  EXPECT_EQ(of("Mama mazgāja vislielāko logu.", Language::Latvian), 54);  // 4 + 100 * 2 / 4
  EXPECT_EQ(of("Мама мыла раму.", Language::Russian), 83);                // 206.835 - 1.3 * 3 - 60.1 * 6 / 3
  EXPECT_EQ(syllables_in("table", Language::English), 2u);
  EXPECT_EQ(syllables_in("file", Language::English), 1u);
  EXPECT_EQ(syllables_in("в", Language::Russian), 1u);
}

TEST(LongSentences, AreMeasured) {
  std::string text;
  for (int i = 0; i < 31; ++i) text += "word ";
  auto const findings = findings_by(sorry_if(), text + "end.");

  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "long");
  EXPECT_TRUE(findings_by(sorry_if(), text + "and no end").empty());
}

TEST(HostileTexts, AreSurvived) {
  EXPECT_EQ(phrases_in(""), Phrases{});
  EXPECT_EQ(phrases_in("\xFF\xFEsorry if\xC3"), Phrases{"sorry if"});
  EXPECT_EQ(phrases_in(std::string_view("sorry\0if", 8)), Phrases{std::string("sorry\0if", 8)});
  EXPECT_EQ(phrases_in("\u202Esorry if\u202C"), Phrases{"sorry if"});
  EXPECT_EQ(phrases_in("...!!!???,,,''--“”«»>"), Phrases{});
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

/// Each is a megabyte: work that grew by the square would not end within the time that a test has.
TEST(HostileTexts, OfAMegabyteAreReviewedToTheEnd) {
  RuleWordingReviewer const reviewer(REDRESS_SOURCE_DIR "/templates");
  for (std::string_view const piece :
       {"sorry if any inconvenience may have ", "a", ". ", "....", "“", "«", "\n1. ", "\u0301", "'-'", ")", "we will do our best to ", ">\n", "\n \n"}) {
    auto const work = [&](std::size_t size) {
      auto const text = repeated(piece, size);
      auto const findings = reviewer.review(text, Language::English).findings;
      for (auto const& finding : findings) EXPECT_LE(finding.end, static_cast<std::int64_t>(text.size()));
      return findings.size();
    };
    EXPECT_GE(work(1'000'000), work(1'000)) << piece;
  }
}

}  // namespace
}  // namespace redress::wording
