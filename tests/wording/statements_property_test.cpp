// SPDX-License-Identifier: Apache-2.0
// Whatever day or sum is written, in every form and by two writers (this test and Unicode's spelling of numbers), the same one is read.
#include <gtest/gtest.h>
#include <unicode/rbnf.h>

#include <array>
#include <chrono>
#include <memory>
#include <random>

#include "engine/domain/enumeration.hpp"
#include "tests/wording/statements.hpp"

namespace redress::wording {
namespace {

using Names = std::array<std::string_view, 12>;

constexpr auto en = Language::English, lv = Language::Latvian, ru = Language::Russian;
constexpr int years[]{2026, 2028, 2031};

constexpr Names english{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr Names latvian_in{"janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā", "jūlijā", "augustā", "septembrī", "oktobrī", "novembrī", "decembrī"};
constexpr Names latvian_until{"janvārim", "februārim", "martam",     "aprīlim",  "maijam",    "jūnijam",
                              "jūlijam",  "augustam",  "septembrim", "oktobrim", "novembrim", "decembrim"};
constexpr Names russian{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"};

constexpr std::array<std::string_view, 20> latvian_ordinals{
    "",       "pirm",        "otr",        "treš",        "ceturt",      "piekt",       "sest",       "septīt",        "astot",        "devīt",
    "desmit", "vienpadsmit", "divpadsmit", "trīspadsmit", "četrpadsmit", "piecpadsmit", "sešpadsmit", "septiņpadsmit", "astoņpadsmit", "deviņpadsmit"};

std::string latvian_ordinal(unsigned day, std::string_view ending) {
  if (day < 20) return fmt::format("{}{}", latvian_ordinals[day], ending);
  std::string_view const tens = day < 30 ? "divdesmit" : "trīsdesmit";
  return day % 10 == 0 ? fmt::format("{}{}", tens, ending) : fmt::format("{} {}{}", tens, latvian_ordinals[day % 10], ending);
}

std::string_view english_suffix(unsigned day) {
  if (day / 10 == 1) return "th";
  return day % 10 == 1 ? "st" : (day % 10 == 2 ? "nd" : (day % 10 == 3 ? "rd" : "th"));
}

/// Unicode's spelling of numbers.
class Speller {
 public:
  explicit Speller(Language language) {
    auto status = U_ZERO_ERROR;
    rules_ = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, icu::Locale(std::string(name_of(language)).c_str()), status);
    EXPECT_TRUE(U_SUCCESS(status));
  }

  [[nodiscard]] std::vector<icu::UnicodeString> forms(std::string_view beginning) const {
    std::vector<icu::UnicodeString> names;
    for (std::int32_t i = 0; i < rules_->getNumberOfRuleSetNames(); ++i)
      if (auto const name = rules_->getRuleSetName(i); name.startsWith(icu::UnicodeString::fromUTF8(std::string(beginning)))) names.push_back(name);
    EXPECT_FALSE(names.empty()) << beginning;
    return names;
  }

  [[nodiscard]] std::string spelled(std::int64_t number, icu::UnicodeString const& form) const {
    auto status = U_ZERO_ERROR;
    icu::UnicodeString text;
    icu::FieldPosition position;
    rules_->format(number, form, text, position, status);
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
  }

 private:
  std::unique_ptr<icu::RuleBasedNumberFormat> rules_;
};

template <class Check>
void for_each_day(Check const& check) {
  for (int const year : years)
    for (auto day = std::chrono::sys_days{std::chrono::year{year} / 1 / 1}; day < std::chrono::sys_days{std::chrono::year{year + 1} / 1 / 1};
         day += std::chrono::days{1}) {
      std::chrono::year_month_day const date{day};
      check(year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    }
}

void expect_date(Language language, std::string const& text, std::string const& date) {
  ASSERT_EQ(stated_in(text, language), Stated{date}) << text;
}

TEST(EveryDay, IsReadBackInFigures) {
  for_each_day([](int year, unsigned month, unsigned day) {
    auto const whole = fmt::format("{}-{:02}-{:02}", year, month, day);
    for (auto const language : all_languages) {
      expect_date(language, fmt::format("({:02}.{:02}.{})", day, month, year), whole);
      expect_date(language, fmt::format("{}.{}.{}.", day, month, year), whole);
      expect_date(language, fmt::format("{}/{}/{}", day, month, year), whole);
      expect_date(language, whole, whole);
      expect_date(language, fmt::format("{:02}.{:02}.{:02}", day, month, year % 100), whole);
      expect_date(language, fmt::format("{:02}.{:02}. ", day, month), fmt::format("*-{:02}-{:02}", month, day));
      if (day > 12) expect_date(language, fmt::format("{}/{}/{}", month, day, year), whole);
    }
  });
}

TEST(EveryDay, IsReadBackInEnglish) {
  Speller const speller(en);
  for_each_day([&](int year, unsigned month, unsigned day) {
    auto const whole = fmt::format("{}-{:02}-{:02}", year, month, day);
    auto const name = english[month - 1];
    for (auto const& text : {fmt::format("by {} {} {}.", day, name, year), fmt::format("by {} {}, {}.", name, day, year),
                             fmt::format("{}{} of {} {}", day, english_suffix(day), name, year), fmt::format("{} {} {}", day, name.substr(0, 3), year)})
      expect_date(en, text, whole);
    for (auto const& form : speller.forms("%spellout-ordinal"))
      for (auto const& year_form : speller.forms("%spellout-numbering-year")) {
        expect_date(en, fmt::format("by the {} of {} {}", speller.spelled(day, form), name, speller.spelled(year, year_form)), whole);
        expect_date(en, fmt::format("on {} the {}.", name, speller.spelled(day, form)), fmt::format("*-{:02}-{:02}", month, day));
      }
  });
}

TEST(EveryDay, IsReadBackInLatvian) {
  for_each_day([&](int year, unsigned month, unsigned day) {
    auto const whole = fmt::format("{}-{:02}-{:02}", year, month, day);
    auto const in = latvian_in[month - 1], until = latvian_until[month - 1];
    auto const year_in_words = fmt::format("divi tūkstoši {} gada", latvian_ordinal(static_cast<unsigned>(year % 100), "ā"));
    for (auto const& text :
         {fmt::format("{}. gada {}. {}", year, day, in), fmt::format("līdz {}. gada {}. {}.", year, day, until),
          fmt::format("{}. gada {} {}", year, latvian_ordinal(day, "ajā"), in), fmt::format("līdz {}. gada {} {}", year, latvian_ordinal(day, "ajam"), until),
          fmt::format("{} {} {}", year_in_words, latvian_ordinal(day, "ajā"), in)})
      expect_date(lv, text, whole);
    expect_date(lv, fmt::format("līdz {} {}", latvian_ordinal(day, "ajam"), until), fmt::format("*-{:02}-{:02}", month, day));
  });
}

TEST(EveryDay, IsReadBackInRussian) {
  Speller const speller(ru);
  for_each_day([&](int year, unsigned month, unsigned day) {
    auto const whole = fmt::format("{}-{:02}-{:02}", year, month, day);
    auto const name = russian[month - 1];
    for (auto const& text : {fmt::format("до {} {} {} г.", day, name, year), fmt::format("{}-го {} {} года", day, name, year)}) expect_date(ru, text, whole);
    for (auto const& form : speller.forms("%spellout-ordinal")) expect_date(ru, fmt::format("{} {} {} года", speller.spelled(day, form), name, year), whole);
    for (auto const& form : speller.forms("%spellout-ordinal-masculine-genitive"))
      expect_date(ru, fmt::format("{} {} {} года", speller.spelled(day, form), name, speller.spelled(year, form)), whole);
  });
}

// ---- sums

std::string with_groups(std::int64_t whole, std::string_view separator) {
  return whole < 1000 ? std::to_string(whole) : fmt::format("{}{}{:03}", whole / 1000, separator, whole % 1000);
}

TEST(EverySum, IsReadBackInFigures) {
  std::mt19937 chance(7);  // NOLINT: the same sums each time
  for (std::int64_t whole = 1; whole <= 9999; whole += 1 + static_cast<std::int64_t>(chance() % 5)) {
    auto const cents = static_cast<std::int64_t>(chance() % 100);
    auto const exact = Stated{fmt::format("{}.{:02} EUR", whole, cents)};
    auto const round = Stated{fmt::format("{}.00 EUR", whole)};
    for (auto const language : all_languages) {
      for (auto const& [group, decimal] :
           std::initializer_list<std::pair<std::string_view, char>>{{",", '.'}, {".", ','}, {" ", ','}, {"\u00A0", ','}, {"", '.'}, {"", ','}}) {
        auto const sum = fmt::format("{}{}{:02}", with_groups(whole, group), decimal, cents);
        for (auto const& text : {fmt::format("€{}", sum), fmt::format("{} €", sum), fmt::format("EUR {}.", sum), fmt::format("{} EUR,", sum)})
          ASSERT_EQ(stated_in(text, language), exact) << text;
        ASSERT_EQ(stated_in(fmt::format("{} EUR", with_groups(whole, group)), language), round) << whole << group;
      }
    }
  }
}

void expect_every_spelled_sum(Language language, std::string_view unit, std::string_view code) {
  Speller const speller(language);
  std::mt19937 chance(11);  // NOLINT: the same sums each time
  for (auto const& form : speller.forms("%spellout-cardinal"))
    for (std::int64_t whole = 1; whole <= 999'999; whole += 1 + (whole > 300 ? static_cast<std::int64_t>(chance() % static_cast<unsigned>(whole / 20)) : 0)) {
      auto const text = fmt::format("{} {}", speller.spelled(whole, form), unit);
      ASSERT_EQ(stated_in(text, language), Stated{fmt::format("{}.00 {}", whole, code)}) << text;
    }
}

TEST(EverySum, IsReadBackInWords) {
  expect_every_spelled_sum(en, "euros", "EUR");
  expect_every_spelled_sum(lv, "eiro", "EUR");
  expect_every_spelled_sum(ru, "евро", "EUR");
  expect_every_spelled_sum(en, "per cent", "%");
  expect_every_spelled_sum(lv, "procenti", "%");
  expect_every_spelled_sum(ru, "процентов", "%");
  expect_every_spelled_sum(ru, "рублей", "RUB");
}

// ---- numbers that are neither

TEST(EveryNumber, WithoutAUnitOrAMonthIsNothing) {
  std::mt19937 chance(13);  // NOLINT: the same numbers each time
  for (int i = 0; i < 3000; ++i) {
    auto const number = chance() % 100'000'000;
    for (auto const language : all_languages)
      for (auto const& text : {fmt::format("№ {}", number), fmt::format("R-{}-{:06}", 2020 + number % 10, number % 1'000'000),
                               fmt::format("+371 {:08}", number), fmt::format("LV{:02}HABA05510{:08}", number % 100, number),
                               fmt::format("{:02}:{:02}", number % 24, number % 60), fmt::format("{:02}.{:02}", number % 24, number % 60),
                               fmt::format("{}/{}", number % 50, 2 + number % 9), fmt::format("v{}.{}", number % 9, number % 31)})
        ASSERT_EQ(stated_in(text, language), Stated{}) << text;
  }
}

// ---- any text at all

template <class Places>
void expect_places_in(std::string const& text, Places const& places) {
  std::int64_t last = 0;
  for (auto const& one : places) {
    ASSERT_GE(one.start, last) << text;
    ASSERT_GT(one.end, one.start) << text;
    ASSERT_LE(one.end, static_cast<std::int64_t>(text.size())) << text;
    last = one.end;
  }
}

TEST(AnyText, HasItsStatementsInOrderAndWithinIt) {
  static constexpr std::array<std::string_view, 46> pieces{
      "12", ".", "12.12.2026", "2026", " gada ",   " decembrī ", "декабря", " December ", "May",  "€",  "EUR",        " ", "\n",       "\n\n",  "-",   "–",
      "(",  ")", "forty",      "five", "двадцать", "пятого",     "тысячи",  "hundred",    "and",  "un", "and a half", "%", "per cent", "cents", "коп", ",",
      "/",  ":", "'",          "1",    "000",      "\xFF",       "\0",      "\u00AD",     "the ", "th", "«",          "»", "will",     "г"};
  std::mt19937 chance(17);  // NOLINT: the same texts each time
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto left = chance() % 12; left != 0; --left) text += pieces[chance() % pieces.size()];
    for (auto const language : all_languages) {
      auto const found = shipped_reader().statements_in(text, language);
      expect_places_in(text, found.dates);
      expect_places_in(text, shipped_reader().promises_in(text, language));
      for (auto const& one : found.amounts)
        ASSERT_TRUE(one.start < one.end && one.end <= static_cast<std::int64_t>(text.size()) && one.hundredths >= 0) << text;
    }
    expect_places_in(text, shipped_reader().placeholders_in(text));
  }
}

}  // namespace
}  // namespace redress::wording
