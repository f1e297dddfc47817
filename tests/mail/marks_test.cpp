// SPDX-License-Identifier: Apache-2.0
// Combining marks are put into their order with work that grows as their number does, and the text stays what it was.
#include <gtest/gtest.h>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <random>
#include <string>

#include "adapters/mail_in/mark_order.hpp"
#include "adapters/mail_in/text_decoding.hpp"

namespace redress::mail_in {
namespace {

icu::UnicodeString composed(icu::UnicodeString const& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status)->normalize(text, status);
}

/// The same mark so many times, and then as many that belong before them.
icu::UnicodeString in_the_worst_order(int32_t each) {
  icu::UnicodeString text(u"a");
  for (int32_t i = 0; i < each; ++i) text.append(UChar32{0x0301});
  for (int32_t i = 0; i < each; ++i) text.append(UChar32{0x0316});
  return text;
}

/// How often a mark stands behind one that it belongs before: each is moved by whoever normalises.
int out_of_order(icu::UnicodeString const& text) {
  int found = 0;
  std::uint8_t before = 0;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    auto const lead = static_cast<std::uint8_t>(u_getIntPropertyValue(text.char32At(i), UCHAR_LEAD_CANONICAL_COMBINING_CLASS));
    if (lead != 0 && lead < before) ++found;
    before = static_cast<std::uint8_t>(u_getIntPropertyValue(text.char32At(i), UCHAR_TRAIL_CANONICAL_COMBINING_CLASS));
  }
  return found;
}

TEST(CombiningMarks, TakeWorkThatGrowsAsTheirNumber) {
  for (int32_t const each : {1'000, 2'000, 4'000, 100'000}) {
    auto const text = in_the_worst_order(each);
    auto const ordered = with_marks_in_order(text);

    EXPECT_EQ(ordered.steps, 1U + 4U * static_cast<std::size_t>(each)) << "each is looked at once and moved once";
    EXPECT_GT(out_of_order(text), 0);
    EXPECT_EQ(out_of_order(ordered.text), 0) << "nothing is left to move for whoever comes after";
  }
}

TEST(CombiningMarks, AlsoThoseWithinOtherCharacters) {
  icu::UnicodeString text(u"\u0f40");
  for (int i = 0; i < 1'000; ++i) text.append(UChar32{0x0f73});  // a vowel sign that consists of two marks

  auto const ordered = with_marks_in_order(text);

  EXPECT_LE(ordered.steps, 3U * static_cast<std::size_t>(text.length()));
  EXPECT_EQ(out_of_order(ordered.text), 0);
  EXPECT_EQ(composed(ordered.text), composed(text));
}

TEST(CombiningMarks, StayTheSameText) {
  constexpr UChar32 some[] = {'a',    'e',    ' ',    0x0e1,  0x1ead, 0x0301, 0x0316, 0x0327, 0x0344,  0x0345, 0x093c,
                              0x0f71, 0x0f73, 0x0f75, 0x0f81, 0x3099, 0x1100, 0x1161, 0x11a8, 0x1d165, 0x1d16e};
  std::mt19937 chance(7);
  for (int turn = 0; turn < 20'000; ++turn) {
    icu::UnicodeString text;
    for (int i = 0; i < 12; ++i) text.append(some[chance() % std::size(some)]);

    ASSERT_EQ(composed(with_marks_in_order(text).text), composed(text)) << turn;
  }
}

TEST(CleanedText, TakesHalfAMillionMarksInTheWorstOrder) {
  std::string utf8;
  in_the_worst_order(250'000).toUTF8String(utf8);

  EXPECT_EQ(cleaned_text(utf8).size(), utf8.size() - 1) << "all are there, and one of them became part of its letter";
}

}  // namespace
}  // namespace redress::mail_in
