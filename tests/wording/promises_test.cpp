// SPDX-License-Identifier: Apache-2.0
// Which sentences promise, and where a letter still waits to be filled in.
#include <gtest/gtest.h>

#include "tests/wording/statements.hpp"

namespace redress::wording {
namespace {

constexpr auto en = Language::English, lv = Language::Latvian, ru = Language::Russian;

using Sentences = std::vector<std::string>;

Sentences pieces_of(std::string_view text, std::vector<TextRange> const& ranges) {
  Sentences all;
  for (auto const& range : ranges) all.push_back(piece_of(text, range.start, range.end));
  return all;
}

Sentences promises_of(std::string_view text, Language language) {
  return pieces_of(text, shipped_reader().promises_in(text, language));
}

Sentences placeholders_of(std::string_view text) {
  return pieces_of(text, shipped_reader().placeholders_in(text));
}

void expect_promises(Language language, std::vector<std::string_view> const& sentences) {
  for (auto const sentence : sentences) EXPECT_EQ(promises_of(sentence, language), Sentences{std::string(sentence)}) << sentence;
}

void expect_none(Language language, std::vector<std::string_view> const& sentences) {
  for (auto const sentence : sentences) EXPECT_EQ(promises_of(sentence, language), Sentences{}) << sentence;
}

TEST(Promises, AreFoundInEnglish) {
  expect_promises(
      en, {"We will refund you €45 by 12 December.", "We'll call you on Monday.", "You shall receive 45 euros.", "I'm going to call you on 3 March.",
           "You are to receive a new chair.", "We promise you a refund of 45 euros.", "We have agreed to pay you 45 euros.",
           "Your refund: 45 euros by 12 December.", "45 euros back within 14 days.", "We're refunding you €45 on 12 December.", "Refund due 12 December.",
           "If we do not keep this date, we pay you 20 euros for each day.", "The money won’t be taken again."});
  expect_none(en, {"We charged you 45 euros on 3 March.", "You wrote to us on 12 December 2026.", "You paid 45 euros in two parts.",
                   "The parcel was delivered by 3 March.", "Thank you for coming to us.", "One promise to call you back was not kept.",
                   "You can reach me by telephone on +371 6700 0000.", "You told us: “We will refund you.”"});
}

TEST(Promises, AreFoundInLatvian) {
  expect_promises(lv, {"Mēs atmaksāsim Jums 45 eiro līdz 12. decembrim.", "Jūs saņemsiet 45 eiro.", "Nauda tiks pārskaitīta 12. decembrī.",
                       "Apsolām atmaksāt 45 eiro.", "Apņemamies to izdarīt līdz 12. decembrim.", "Es Jums piezvanīšu 3. martā.", "Meistars piezvanīs rīt.",
                       "Sazināsimies ar Jums pirmdien.", "Atmaksa 45 eiro līdz 12. decembrim.", "Krēsls būs pie Jums 3. martā.",
                       "Sagaidiet zvanu 12. decembrī.", "Ja šo termiņu neievērosim, maksāsim 20 eiro par katru dienu."});
  expect_none(lv, {"3. martā no Jums iekasējām 45 eiro.", "Jūs mums rakstījāt 2026. gada 12. decembrī.", "Paldies par vēstuli.",
                   "Atmaksa tika veikta līdz 3. martam.", "Sūtījums atbilstošu saturu neuzrādīja.", "Jūs norādījāt: „Jūs man atmaksāsiet.”"});
}

TEST(Promises, AreFoundInRussian) {
  expect_promises(ru, {"Мы вернём Вам 45 евро до 12 декабря.", "Мы вернем Вам деньги.", "Перечислим 45 евро на Ваш счёт.", "Вы получите 45 евро.",
                       "Деньги будут перечислены 12 декабря.", "Обязуемся выплатить 500 рублей.", "Обещаем позвонить 3 марта.", "Я позвоню Вам в понедельник.",
                       "Мастер приедет 3 марта.", "Возврат 45 евро — до 12 декабря.", "Сумма возврата поступит на счёт.", "Ждите звонка 12 декабря.",
                       "Если мы не уложимся в срок, заплатим 20 евро.", "Вы должны получить новый подлокотник до 4 мая."});
  expect_none(
      ru, {"3 марта мы списали с Вас 45 евро.", "Вы написали нам 12 декабря 2026 года.", "Спасибо за письмо.", "Кресло обещали 20 февраля, а привезли 4 марта.",
           "О чём мы с Вами договорились.", "Мы благодарим Вас за отзыв.", "Возврат был выполнен до 3 марта.", "Вы сообщили: «Вы мне вернёте деньги»."});
}

TEST(Promises, AreWholeSentencesWithTheirMarks) {
  EXPECT_EQ(promises_of("Thank you. €45 will be refunded by 12 December! We are sorry.", en), Sentences{"€45 will be refunded by 12 December!"});
  EXPECT_EQ(promises_of("You paid on 3 March.\n\n- We will repay 45 €\n- Yours", en), Sentences{"- We will repay 45 €"});
  EXPECT_EQ(promises_of("  We will call.  We will write. ", en), (Sentences{"We will call.", "We will write."}));
}

TEST(Promises, AreNotCutWithinADateOrAnAmount) {
  EXPECT_EQ(promises_of("Mēs atmaksāsim līdz 12. Decembrim. Paldies.", lv), Sentences{"Mēs atmaksāsim līdz 12. Decembrim."});
  EXPECT_EQ(promises_of("Мы вернём 500 руб. 50 коп. до 12 дек. 2026 г. на карту.", ru), Sentences{"Мы вернём 500 руб. 50 коп. до 12 дек. 2026 г. на карту."});
  EXPECT_EQ(promises_of("До 5 декабря 2026 г. Вы получите ответ.", ru), Sentences{"До 5 декабря 2026 г. Вы получите ответ."});
  EXPECT_EQ(promises_of("2026. gada 12. decembrī atmaksāsim 45 eiro.", lv), Sentences{"2026. gada 12. decembrī atmaksāsim 45 eiro."});
}

TEST(Placeholders, AreFoundWhateverTheyLookLike) {
  EXPECT_EQ(placeholders_of("Dear {name}, on [date] you get ___ EUR."), (Sentences{"{name}", "[date]", "___"}));
  EXPECT_EQ(placeholders_of("by XX.XX.XXXX or 20XX, ХХ.ХХ.2026"), (Sentences{"XX.XX.XXXX", "20XX", "ХХ.ХХ.2026"}));
  EXPECT_EQ(placeholders_of("TO"
                            "DO: say when (TBC), TBD."),
            (Sentences{"TO"
                       "DO",
                       "TBC", "TBD"}));
  EXPECT_EQ(placeholders_of("<name> and <…>, {{amount}} by ........ ??"), (Sentences{"<name>", "<…>", "{{amount}}", "........", "??"}));
  EXPECT_EQ(placeholders_of("līdz dd.mm.gggg. / до ДД.ММ.ГГГГ"), (Sentences{"dd.mm.gggg", "ДД.ММ.ГГГГ"}));
  EXPECT_EQ(placeholders_of("[insert the date here]"), Sentences{"[insert the date here]"});
  EXPECT_EQ(placeholders_of("€XX.XX [] {}"), (Sentences{"XX.XX", "[]", "{}"}));
}

TEST(Placeholders, AreNoRemarksNoAddressesAndNoNumbers) {
  for (std::string_view const text :
       {"We looked again [the driver remembered you well.] and agree.", "See note [1].", "Write to <info@example.org>.", "<https://example.org/a>",
        "5 < 6 and 7 > 3", "in the XX century", "Really?", "You wrote: “I [the complainant] was told”.", "well... then", "an XXL shirt", "a_b", "{ not closed",
        "12.12.2026, 45 EUR"})
    EXPECT_EQ(placeholders_of(text), Sentences{}) << text;
}

TEST(Placeholders, AreFoundInTextsThatMeanHarm) {
  for (char const letter : {'{', '[', '<', '_', '.', 'X', '?', '\0', '\xFF'}) EXPECT_LE(placeholders_of(std::string(1'000'000, letter)).size(), 1u);
}

}  // namespace
}  // namespace redress::wording
