// SPDX-License-Identifier: Apache-2.0
// Numbers of orders, invoices and telephones are found in what somebody wrote, by the organisation's patterns.

#include <gtest/gtest.h>

#include "engine/domain/numbers_in_text.hpp"

namespace redress {
namespace {

using Numbers = std::vector<FoundNumber>;
using Texts = std::vector<std::string>;

std::vector<NumberPattern> const patterns{{"order", "ORD-######"}, {"invoice", "@@-####/##"}, {"account", "###-###-###"}};

TEST(NumbersInText, AreFoundHoweverTheyAreWritten) {
  EXPECT_EQ(numbers_in("My order ORD-123456 and ord 654321.", patterns), (Numbers{{"order", "ORD-123456"}, {"order", "ORD-654321"}}));
  EXPECT_EQ(numbers_in("Rēķins LV1234/26, konts 111222333", patterns), (Numbers{{"invoice", "LV-1234/26"}, {"account", "111-222-333"}}));
  EXPECT_EQ(numbers_in("Заказ ORD123456, ещё раз: ORD-123456!", patterns), (Numbers{{"order", "ORD-123456"}}));
}

TEST(NumbersInText, AreNotPartsOfOthers) {
  EXPECT_EQ(numbers_in("ORD-1234567 xORD-123456 ORD-12345", patterns), Numbers{});
  EXPECT_EQ(numbers_in("1112223334", patterns), Numbers{});
}

TEST(NumbersInText, NeedAPatternThatMeansSomething) {
  EXPECT_EQ(why_unusable("ORD-######"), "");
  EXPECT_NE(why_unusable("ORD-##"), "");
  EXPECT_NE(why_unusable("-###"), "");
  EXPECT_NE(why_unusable(std::string(50, '#')), "");
}

TEST(TelephoneNumbersInText, AreThoseThatSayTheirCountry) {
  EXPECT_EQ(telephone_numbers_in("Zvaniet +371 2000 0000 vai 00371-20000001."), (Texts{"+37120000000", "+37120000001"}));
  EXPECT_EQ(telephone_numbers_in("тел. +7 (495) 123-45-67, снова +74951234567"), (Texts{"+74951234567"}));
  EXPECT_EQ(telephone_numbers_in("20000000, order 1000200030, 2 + 2, +1"), Texts{});
}

TEST(TelephoneNumbersInText, TakeLinearTime) {
  for (std::string_view const piece : {"+", "00", "+ ", "+1-"}) {
    std::string text;
    while (text.size() < 500'000) text += piece;
    EXPECT_EQ(telephone_numbers_in(text).size(), 0U);
  }
}

}  // namespace
}  // namespace redress
