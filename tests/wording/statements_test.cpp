// SPDX-License-Identifier: Apache-2.0
// What a letter states, in digits and in words: the forms that people write, and what only looks like them.
#include <gtest/gtest.h>

#include "tests/wording/statements.hpp"

namespace redress::wording {
namespace {

constexpr auto en = Language::English, lv = Language::Latvian, ru = Language::Russian;

struct Example {
  Language language;
  std::string_view text;
  Stated stated;
};

void expect_all(std::vector<Example> const& examples) {
  for (auto const& [language, text, stated] : examples) EXPECT_EQ(stated_in(text, language), stated) << text;
}

void expect_the_same(Language language, std::vector<std::string_view> const& texts, Stated const& stated) {
  for (auto const text : texts) EXPECT_EQ(stated_in(text, language), stated) << text;
}

// ---- dates

TEST(StatedDates, AreReadInFigures) {
  for (auto const language : {en, lv, ru})
    expect_the_same(language,
                    {"12.12.2026", "12/12/2026", "2026-12-12", "12.12.26", "12/12/26", "2026.12.12", "12-12-2026", "(12.12.2026)", "12.12.2026.",
                     "12. 12. 2026.", "2026-12-12T10:00", "12.12.2026, 10:00", "1\u200B2.12.2026", "\uFF11\uFF12.12.2026"},
                    {"2026-12-12"});
  expect_all({{en, "by 03/04/2026", {"2026-04-03"}},
              {en, "by 12/25/2026", {"2026-12-25"}},
              {en, "by 25/12/2026", {"2026-12-25"}},
              {lv, "līdz 12.12. atmaksāsim", {"*-12-12"}},
              {ru, "до 12.12. вернём", {"*-12-12"}},
              {ru, "вернём до 12.12", {"*-12-12"}},
              {lv, "līdz 12.12 atmaksāsim", {"*-12-12"}},
              {ru, "до 12.12, не позже", {"*-12-12"}},
              {ru, "12.12.2026 г.", {"2026-12-12"}},
              {ru, "12.12.2026г.", {"2026-12-12"}},
              {lv, "03.03.2026.–05.03.2026.", {"2026-03-03", "2026-03-05"}},
              {ru, "с 03.03.2026 по 05.03.2026", {"2026-03-03", "2026-03-05"}},
              {ru, "03.03.2026-05.03.2026", {"2026-03-03", "2026-03-05"}},
              {lv, "3.–5.03.2026.", {"2026-03-03", "2026-03-05"}}});
}

TEST(StatedDates, AreReadInEnglish) {
  expect_the_same(en,
                  {"12 December 2026",
                   "December 12, 2026",
                   "December 12 2026",
                   "12th of December 2026",
                   "the 12th of December, 2026",
                   "the twelfth of December 2026",
                   "Saturday, 12 December 2026",
                   "12 Dec 2026",
                   "12 Dec. 2026",
                   "12-Dec-2026",
                   "Dec. 12, 2026",
                   "Dec 12th, 2026",
                   "December the twelfth, 2026",
                   "the twelfth of December two thousand and twenty-six",
                   "the twelfth of December, twenty twenty-six",
                   "12 DECEMBER 2026",
                   "12\nDecember\n2026",
                   "12\u00A0December 2026",
                   "twelfth of December of 2026",
                   "12 December '26",
                   "the 12th day of December 2026"},
                  {"2026-12-12"});
  expect_the_same(en, {"12 December", "12th December", "December 12", "the twelfth of December", "twelfth December", "Dec. 12", "on December 12th."},
                  {"*-12-12"});
  expect_all({{en, "from 3 to 5 March 2026", {"2026-03-03", "2026-03-05"}},
              {en, "3–5 March", {"*-03-03", "*-03-05"}},
              {en, "3, 5 and 7 March", {"*-03-03", "*-03-05", "*-03-07"}},
              {en, "from the third to the fifth of March", {"*-03-03", "*-03-05"}},
              {en, "March 3–5, 2026", {"2026-03-03", "2026-03-05"}},
              {en, "between 30 March and 2 April 2026", {"*-03-30", "2026-04-02"}},
              {en, "the thirty-first of May", {"*-05-31"}},
              {en, "31 June 2026", {"2026-06-31"}},
              {en, "30.02.2026", {"2026-02-30"}},
              {en, "on 3 May we", {"*-05-03"}},
              {en, "on 3 may 2026", {"2026-05-03"}},
              {en, "on 12 December 2026 500 EUR", {"2026-12-12", "500.00 EUR"}},
              {en, "on 12 December 2000 euros", {"*-12-12", "2000.00 EUR"}}});
}

TEST(StatedDates, AreReadInLatvian) {
  expect_the_same(lv,
                  {"2026. gada 12. decembrī", "2026. gada 12. decembris", "līdz 2026. gada 12. decembrim", "2026. gada 12. decembra", "2026.gada 12.decembrī",
                   "2026. g. 12. decembrī", "2026. gada divpadsmitajā decembrī", "divi tūkstoši divdesmit sestā gada divpadsmitajā decembrī",
                   "12. decembrī, 2026. gadā", "12.12.2026.", "2026. GADA 12. DECEMBRĪ"},
                  {"2026-12-12"});
  expect_the_same(lv, {"12. decembrī", "līdz 12. decembrim", "divpadsmitajā decembrī", "divpadsmitais decembris", "līdz divpadsmitajam decembrim", "12. dec."},
                  {"*-12-12"});
  expect_all({{lv, "2026. gada divdesmit septītajā novembrī", {"2026-11-27"}},
              {lv, "2026. gada trīsdesmitajā novembrī", {"2026-11-30"}},
              {lv, "no 3. līdz 5. martam", {"*-03-03", "*-03-05"}},
              {lv, "2026. gada 3. un 5. martā", {"2026-03-03", "2026-03-05"}},
              {lv, "3.–5. martā", {"*-03-03", "*-03-05"}},
              {lv, "divdesmitpiektajā martā", {"*-03-25"}},
              {lv, "2026. gada 31. jūnijā", {"2026-06-31"}},
              {lv, "pirmajā aprīlī un otrajā maijā", {"*-04-01", "*-05-02"}}});
}

TEST(StatedDates, AreReadInRussian) {
  expect_the_same(
      ru,
      {"12 декабря 2026 года", "12 декабря 2026 г.", "12-го декабря 2026 года", "двенадцатого декабря 2026 года", "12 декабря 2026",
       "двенадцатое декабря две тысячи двадцать шестого года", "12 дек. 2026 г.", "12 декабря 26 г.", "«12» декабря 2026 г.", "12 ДЕКАБРЯ 2026 ГОДА"},
      {"2026-12-12"});
  expect_the_same(ru, {"12 декабря", "12-го декабря", "12-е декабря", "двенадцатого декабря", "до двенадцатого декабря", "к 12-му декабря"}, {"*-12-12"});
  expect_all({{ru, "двадцать седьмое ноября 2026 года", {"2026-11-27"}},
              {ru, "двадцать третьего ноября", {"*-11-23"}},
              {ru, "с 3 по 5 марта 2026 года", {"2026-03-03", "2026-03-05"}},
              {ru, "с третьего по пятое марта", {"*-03-03", "*-03-05"}},
              {ru, "3 и 5 марта", {"*-03-03", "*-03-05"}},
              {ru, "31 июня 2026 года", {"2026-06-31"}},
              {ru, "12 числа декабря", {"*-12-12"}},
              {ru, "до 1 мая", {"*-05-01"}}});
}

TEST(StatedDates, StandAtTheirBytes) {
  std::string_view const text = "Мы вернём 45 евро до 12 декабря 2026 года.";
  auto const found = shipped_reader().statements_in(text, ru);

  ASSERT_EQ(found.dates.size(), 1u);
  ASSERT_EQ(found.amounts.size(), 1u);
  EXPECT_EQ(piece_of(text, found.dates[0].start, found.dates[0].end), "12 декабря 2026");
  EXPECT_EQ(piece_of(text, found.amounts[0].start, found.amounts[0].end), "45 евро");
}

// ---- amounts

TEST(StatedAmounts, AreReadInFigures) {
  for (auto const language : {en, lv, ru}) {
    expect_the_same(language,
                    {"€45", "45 €", "45€", "€ 45", "EUR 45.00", "45,00 EUR", "45.00 EUR", "45 EUR", "EUR45", "45 eur", "45,- EUR", "€45.00.", "(45 €)"},
                    {"45.00 EUR"});
    expect_the_same(language,
                    {"1,200.50 EUR", "1 200,50 EUR", "1\u00A0200,50 EUR", "1\u2009200,50 EUR", "1\u202F200,50 €", "1.200,50 EUR", "1200.5 EUR", "EUR 1,200.50",
                     "1'200.50 EUR"},
                    {"1200.50 EUR"});
    expect_the_same(language, {"1,200 EUR", "1.200 EUR", "1 200 EUR", "1200 EUR"}, {"1200.00 EUR"});
    expect_the_same(language, {"10 %", "10%", "10\u00A0%", "10,00 %"}, {"10.00 %"});
    expect_all({{language, "£45", {"45.00 GBP"}},
                {language, "$45", {"45.00 USD"}},
                {language, "A$45", {"45.00 AUD"}},
                {language, "$45 AUD", {"45.00 AUD"}},
                {language, "500 ₽", {"500.00 RUB"}},
                {language, "300 CHF", {"300.00 CHF"}},
                {language, "1 234 567,89 EUR", {"1234567.89 EUR"}},
                {language, "40–45 EUR", {"40.00 EUR", "45.00 EUR"}},
                {language, "33.122 %", {"33.12 %"}},
                {language, "1.500 %", {"1.50 %"}},
                {language, "€40-45", {"40.00 EUR", "45.00 EUR"}},
                {language, "EUR: 45", {"45.00 EUR"}},
                {language, "45,00 (EUR)", {"45.00 EUR"}},

                {language, "EUR 45, EUR 12", {"45.00 EUR", "12.00 EUR"}}});
  }
}

TEST(StatedAmounts, AreReadInEnglish) {
  expect_the_same(en, {"45 euros", "45 euro", "forty-five euros", "Forty five euros", "45 (forty-five) euros", "EUR 45 (forty-five)", "a 45-euro voucher"},
                  {"45.00 EUR"});
  expect_the_same(en, {"45 euro and 50 cents", "45 euros 50 cents", "forty-five euros and fifty cents", "€45.50"}, {"45.50 EUR"});
  expect_the_same(en, {"one hundred and twenty euros", "a hundred and twenty euros", "120 euros", "hundred twenty euros"}, {"120.00 EUR"});
  expect_the_same(en, {"ten per cent", "10 percent", "ten percent", "10 per cent", "10-per-cent"}, {"10.00 %"});
  expect_all({{en, "45 pounds", {"45.00 GBP"}},
              {en, "fortyfive euros, twentyfive five euros", {"45.00 EUR", "5.00 EUR"}},
              {en, "45p", {"0.45 GBP"}},
              {en, "fifty pence", {"0.50 GBP"}},
              {en, "45 dollars", {"45.00 USD"}},
              {en, "forty Australian dollars", {"40.00 AUD"}},
              {en, "two thousand three hundred and four euros", {"2304.00 EUR"}},
              {en, "1.5 thousand euros", {"1500.00 EUR"}},
              {en, "€1.5k", {"1500.00 EUR"}},
              {en, "two and a half thousand euros", {"2500.00 EUR"}},
              {en, "ten and a half per cent", {"10.50 %"}},
              {en, "forty to forty-five euros", {"40.00 EUR", "45.00 EUR"}},
              {en, "45 (fifty-five) euros", {"45.00 EUR", "55.00 EUR"}},
              {en, "EUR 45 (fifty-five)", {"45.00 EUR", "55.00 EUR"}},
              {en, "45.50 (forty-five euros and fifty cents)", {"45.50 EUR", "45.50 EUR"}},
              {en, "45 EUR (forty-five euros)", {"45.00 EUR", "45.00 EUR"}}});
}

TEST(StatedAmounts, AreReadInLatvian) {
  expect_the_same(lv, {"45 eiro", "četrdesmit pieci eiro", "četrdesmit piecus eiro", "četrdesmit piecu eiro", "45 (četrdesmit pieci) eiro", "45,00 eiro"},
                  {"45.00 EUR"});
  expect_the_same(lv, {"45 eiro un 50 centi", "45 eiro 50 centu", "četrdesmit pieci eiro un piecdesmit centi"}, {"45.50 EUR"});
  expect_the_same(lv, {"simt divdesmit eiro", "simts divdesmit eiro", "viens simts divdesmit eiro"}, {"120.00 EUR"});
  expect_the_same(lv, {"desmit procenti", "10 procentu", "desmit procentiem", "10 procentus"}, {"10.00 %"});
  expect_all({{lv, "divi simti eiro", {"200.00 EUR"}},
              {lv, "četrdesmitpieci eiro", {"45.00 EUR"}},
              {lv, "pusotrs tūkstotis eiro", {"1500.00 EUR"}},
              {lv, "divi tūkstoši trīs simti četri eiro", {"2304.00 EUR"}},
              {lv, "1,5 tūkstoši eiro", {"1500.00 EUR"}},
              {lv, "desmit ar pusi procentu", {"10.50 %"}},
              {lv, "45 mārciņas un 20 dolāru", {"45.00 GBP", "20.00 USD"}}});
}

TEST(StatedAmounts, AreReadInRussian) {
  expect_the_same(ru, {"45 евро", "сорок пять евро", "сорока пяти евро", "45 (сорок пять) евро", "45,00 евро"}, {"45.00 EUR"});
  expect_the_same(ru, {"45 евро 50 центов", "45 евро и 50 центов", "сорок пять евро пятьдесят центов"}, {"45.50 EUR"});
  expect_the_same(ru, {"500 руб.", "500 рублей", "пятьсот рублей", "500 р.", "500 ₽", "пятисот рублей", "500 (пятьсот) рублей 00 копеек", "500 руб. 00 коп."},
                  {"500.00 RUB"});
  expect_the_same(ru, {"десять процентов", "десяти процентов", "10 процентов", "10-процентная"}, {"10.00 %"});
  expect_all({{ru, "ста двадцати евро", {"120.00 EUR"}},
              {ru, "двадцати процентов", {"20.00 %"}},
              {ru, "полторы тысячи рублей", {"1500.00 RUB"}},
              {ru, "1,5 тысячи рублей", {"1500.00 RUB"}},
              {ru, "1,5 тыс. руб.", {"1500.00 RUB"}},
              {ru, "2 тысячи 500 рублей", {"2500.00 RUB"}},
              {ru, "два с половиной миллиона рублей", {"2500000.00 RUB"}},
              {ru, "45 евро 50 копеек", {"45.50 EUR"}},
              {ru, "500 руб. 50 коп.", {"500.50 RUB"}},
              {ru, "500 (пятьсот пять) рублей", {"500.00 RUB", "505.00 RUB"}},
              {ru, "100 долларов США", {"100.00 USD"}},
              {ru, "до 12.12 евро", {"12.12 EUR"}},
              {ru, "EUR 12 декабря", {"*-12-12"}}});
}

// ---- what only looks like it

TEST(StatedNothing, IsReadWhereNothingIsStated) {
  for (auto const language : {en, lv, ru})
    expect_the_same(language,
                    {"A-45/2026",
                     "INV-2026-12-12-7",
                     "12.30",
                     "12:30",
                     "3.2.10.4",
                     "192.168.10.12",
                     "1/2",
                     "12/12",
                     "+371 26 121 212",
                     "8 (495) 121-12-20",
                     "67121220",
                     "LV80 BANK 0000 4351 9500 1",
                     "LV80BANK0000435195001",
                     "2026",
                     "45",
                     "12",
                     "2026/45",
                     "№ 12345",
                     "R-2026-000123",
                     "12.5",
                     "99.99.2026",
                     "12.13.26.4",
                     "https://example.org/2026/12/12/45",
                     "45.12.2026",
                     "100-200",
                     "II",
                     "",
                     " ",
                     "€",
                     "EUR",
                     "%",
                     "12.12"},
                    {});
}

TEST(StatedNothing, IsReadWhereNothingIsStatedInEnglish) {
  expect_the_same(en,
                  {"Your order 45-12-2026 of two chairs", "version 3.2.10", "see section 4.5.", "clause 3.12.", "at 12.10.", "half of the price",
                   "December 2026", "the 12 may apply", "one of the second chairs", "page 12 p", "several thousand dollars, thousands of euros",
                   "12 pages, 45 minutes, two hundred people", "a $ sign"},
                  {});
}

TEST(StatedNothing, IsReadWhereNothingIsStatedInLatvian) {
  expect_the_same(lv,
                  {"daži simti eiro", "2026. gada decembrī", "plkst. 12.10.", "līguma 3.2. punkts", "uz 11. novembra krastmalu 5", "līdz 12.30",
                   "no 9.00 līdz 12.10", "versija 3.2.10", "četrdesmit pieci cilvēki", "otrais zvans", "divas dienas decembrī", "no 9.30 līdz 12.10."},
                  {});
}

TEST(StatedNothing, IsReadWhereNothingIsStatedInRussian) {
  expect_the_same(ru,
                  {"несколько тысяч рублей", "в декабре 2026 года", "в 12.10.", "с 9.00 до 12.10.", "п. 4.5.", "версия 3.2.10", "на улице 8 Марта",
                   "ул. 8 Марта, дом 12", "до 12.30", "с 9.00 до 12.10", "с 3.12", "в декабре 12 человек", "сорок пять дней", "вторая жалоба"},
                  {});
}

TEST(StatedNothing, IsNotWhatNobodyCanTell) {
  // Better one too many.
  expect_all({{en, "In December 12 people called", {"*-12-12"}}, {ru, "в третьем марте", {"*-03-03"}}});
}

// ---- texts that mean harm

TEST(Statements, SurviveWhateverTheyAreGiven) {
  std::string const digits(1'000'000, '1');
  std::string groups, words, marks, years;
  for (int i = 0; i < 100'000; ++i) {
    groups += "000 ";
    words += "million hundred ";
    marks += "12.";
    years += "12, ";
  }

  for (auto const language : {en, lv, ru}) {
    EXPECT_EQ(stated_in(digits, language), Stated{});
    EXPECT_EQ(stated_in(digits + " EUR", language), Stated{});
    EXPECT_EQ(stated_in("EUR " + digits, language), Stated{});
    EXPECT_EQ(stated_in(marks, language), Stated{});
    EXPECT_EQ(stated_in(years + "March", language).size() <= 1, true);
    EXPECT_EQ(stated_in(words, language), Stated{});
    EXPECT_EQ(stated_in(std::string(200'000, '\0') + "45\xFF EUR", language), Stated{"45.00 EUR"});
    EXPECT_EQ(stated_in("\xFF\xC3\x28 12.12.2026\xE2\x82", language), Stated{"2026-12-12"});
    EXPECT_LE(stated_in(groups + "EUR", language).size(), 1u);
    EXPECT_EQ(shipped_reader().promises_in(words + marks, language).size(), 0u);
  }
}

TEST(Statements, OfSumsThatNobodyHasAreNone) {
  EXPECT_EQ(stated_in("99999999999999 EUR", en), Stated{});
  EXPECT_EQ(stated_in("1000000 million euros", en), Stated{"1000000000000.00 EUR"});
}

}  // namespace
}  // namespace redress::wording
