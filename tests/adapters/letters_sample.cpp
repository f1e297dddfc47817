// SPDX-License-Identifier: Apache-2.0
#include "tests/adapters/letters_sample.hpp"

namespace redress::letters_sample {
namespace {

using enum Language;

Date day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

/// What a complaint says, in one language.
struct Story {
  std::string matter;
  std::string desired_outcome;
  std::vector<std::string> points;
  std::vector<std::string> questions;
  std::vector<std::string> explanations;
  std::string delay_reason;
  std::string known_so_far;
  std::string cause;
  std::string discussion;
  std::string prevention;
  std::string goodwill;
  std::string final_position;
  std::string offer;
  std::vector<ScheduleRow> schedule;
  std::vector<std::string> copies;
};

Story english() {
  return {
      .matter = "Delivery of 20 February",
      .desired_outcome = "I want the chair delivered undamaged and the delivery fee back.",
      .points = {"The chair came twelve days late.", "Its left armrest was cracked.", "Nobody called back although I was promised it twice"},
      .questions = {"Which telephone number did you call?", "Is the packaging still with you?"},
      .explanations = {"It was promised for 20 February and came on 4 March, because it was loaded onto the wrong van",
                       "The photographs show the crack; the courier's record shows that the box was whole when handed over.",
                       "We have a record of one promise to call back, and it was not kept"},
      .delay_reason = "the maker of the chair has not yet told us when a new armrest can be sent",
      .known_so_far = "The chair left our warehouse on 3 March and was damaged before it reached you.",
      .cause = "two vans stood at the same gate, and parcels were loaded without a second look at the number",
      .discussion =
          "On 9 March we spoke by telephone. You told us what the delay meant for your work; we offered a repair, and you preferred a new "
          "chair.",
      .prevention = "Each gate now takes one van at a time, and the driver reads the number aloud before the doors close.",
      .goodwill = "a year's free delivery",
      .final_position =
          "we can replace the chair and refund the delivery fee, but the price of the desk is not part of this order and cannot be "
          "refunded",
      .offer = "you get a new chair, brought to your door, and the delivery fee back",
      .schedule = {{PromiseId{"promise-1"}, "A new chair is brought to your door and unpacked, and the old one is taken away", "Andris Kalniņš, courier",
                    day(2026, 3, 20)},
                   {PromiseId{"promise-2"}, "The delivery fee of €12.50 is paid back to your card", "Ilze Bērziņa", day(2026, 3, 13)}},
      .copies = {"Andris Kalniņš", "Riga warehouse"},
  };
}

Story latvian() {
  return {
      .matter = "20. februāra piegāde",
      .desired_outcome = "Gribu saņemt nebojātu krēslu un atpakaļ piegādes maksu.",
      .points = {"Krēslu piegādāja divpadsmit dienas par vēlu.", "Kreisais roku balsts bija ieplaisājis.", "Neviens neatzvanīja, kaut gan to divreiz apsolīja"},
      .questions = {"Uz kuru tālruņa numuru Jūs zvanījāt?", "Vai iepakojums vēl ir pie Jums?"},
      .explanations = {"Krēslu solījām 20. februārī, bet piegādājām 4. martā, jo tas bija iekrauts citā furgonā",
                       "Fotogrāfijās plaisa ir redzama, un pieraksts liecina, ka nodošanas brīdī kaste bija vesela.",
                       "Mūsu pierakstos ir viens solījums atzvanīt, un tas netika izpildīts"},
      .delay_reason = "krēsla ražotājs vēl nav pateicis, kad varēs atsūtīt jaunu roku balstu",
      .known_so_far = "Krēsls no noliktavas tika izvests 3. martā un sabojāts, pirms nonāca pie Jums.",
      .cause = "pie vieniem vārtiem stāvēja divi furgoni, un sūtījumus iekrāva, numuru nepārbaudot otrreiz",
      .discussion =
          "9. martā runājām pa tālruni. Jūs pastāstījāt, kā kavēšanās traucēja Jūsu darbam; mēs piedāvājām remontu, bet Jums labāk derēja "
          "jauns krēsls.",
      .prevention = "Pie katriem vārtiem tagad stāv viens furgons, un pirms durvju aizvēršanas numuru nolasa skaļi.",
      .goodwill = "bezmaksas piegāde visa gada garumā",
      .final_position = "krēslu varam apmainīt un piegādes maksu atmaksāt, bet galds nav šī pasūtījuma daļa, un tā cenu atmaksāt nevaram",
      .offer = "Jūs saņemat jaunu krēslu ar piegādi līdz durvīm, un piegādes maksu atmaksājam",
      .schedule = {{PromiseId{"promise-1"}, "Jauns krēsls tiks atvests līdz Jūsu durvīm un izpakots, vecais aizvests", "Andris Kalniņš, kurjers",
                    day(2026, 3, 20)},
                   {PromiseId{"promise-2"}, "Piegādes maksa 12,50 € tiks atmaksāta uz Jūsu karti", "Ilze Bērziņa", day(2026, 3, 13)}},
      .copies = {"Andris Kalniņš", "Rīgas noliktava"},
  };
}

Story russian() {
  return {
      .matter = "Доставка 20 февраля",
      .desired_outcome = "Хочу получить неповреждённое кресло и вернуть плату за доставку.",
      .points = {"Кресло привезли на двенадцать дней позже.", "Левый подлокотник треснул.", "Никто не перезвонил, хотя обещали дважды"},
      .questions = {"По какому номеру телефона Вы звонили?", "Сохранилась ли у Вас упаковка?"},
      .explanations = {"Кресло обещали 20 февраля, а привезли 4 марта, потому что его погрузили в другой фургон",
                       "На фотографиях трещина видна, а запись показывает, что при передаче коробка была целой.",
                       "В наших записях есть одно обещание перезвонить, и оно не было выполнено"},
      .delay_reason = "изготовитель кресла ещё не сообщил, когда сможет прислать новый подлокотник",
      .known_so_far = "Кресло выехало со склада 3 марта и было повреждено, прежде чем попало к Вам.",
      .cause = "у одних ворот стояли два фургона, и посылки грузили, не сверяя номер второй раз",
      .discussion =
          "9 марта мы говорили по телефону. Вы рассказали, как задержка помешала Вашей работе; мы предложили ремонт, но Вас больше "
          "устроило новое кресло.",
      .prevention = "У каждых ворот теперь стоит один фургон, и номер читают вслух, прежде чем закрыть двери.",
      .goodwill = "бесплатная доставка в течение года",
      .final_position = "кресло мы можем заменить и плату за доставку вернуть, но стол не входит в этот заказ, и вернуть его стоимость мы не можем",
      .offer = "Вы получаете новое кресло с доставкой до двери, а плату за доставку мы возвращаем",
      .schedule = {{PromiseId{"promise-1"}, "Новое кресло привезут к Вашей двери и распакуют, старое заберут", "Андрис Калниньш, курьер", day(2026, 3, 20)},
                   {PromiseId{"promise-2"}, "Плата за доставку, 12,50 €, вернётся на Вашу карту", "Илзе Берзиня", day(2026, 3, 13)}},
      .copies = {"Андрис Калниньш", "Рижский склад"},
  };
}

/// What could be said in any situation.
Story anything(Language language) {
  Story told;
  std::string what;
  if (language == English) {
    told.matter = "order of 20 February";
    told.desired_outcome = "I want it put right without having to call again.";
    told.explanations = {"It happened as you described, and the records say the same."};
    told.cause = "the order was passed on without anybody comparing it with what you had asked for";
    told.discussion = "On 9 March we spoke by telephone. You told us what it had cost you, and which solution suits you.";
    told.prevention = "Each order is now read a second time, by somebody else, before it is passed on.";
    what = "What you and we agreed on the telephone is done, and you have a written confirmation of it";
  }
  if (language == Latvian) {
    told.matter = "20. februāra pasūtījums";
    told.desired_outcome = "Gribu, lai to sakārto un man vairs nav jāzvana.";
    told.explanations = {"Bija tā, kā aprakstījāt, un to pašu rāda pieraksti."};
    told.cause = "pasūtījumu nodeva tālāk, nesalīdzinot ar to, ko Jūs lūdzāt";
    told.discussion = "9. martā runājām pa tālruni. Jūs pastāstījāt, ko tas Jums prasīja un kāds risinājums Jums der.";
    told.prevention = "Katru pasūtījumu pirms nodošanas tagad izlasa vēl viens cilvēks.";
    what = "Telefonsarunā norunātais tiks izdarīts, un Jūs saņemsiet par to rakstisku apstiprinājumu";
  }
  if (language == Russian) {
    told.matter = "заказ от 20 февраля";
    told.desired_outcome = "Хочу, чтобы всё исправили и больше не нужно было звонить.";
    told.explanations = {"Всё было так, как Вы описали, и записи говорят то же самое."};
    told.cause = "заказ передали дальше, не сверив с тем, о чём Вы просили";
    told.discussion = "9 марта мы говорили по телефону. Вы рассказали, как это Вам помешало и какое решение подходит.";
    told.prevention = "Каждый заказ перед передачей теперь читает ещё один человек.";
    what = "То, о чём договорились по телефону, будет сделано, и Вы получите письменное подтверждение";
  }
  told.schedule = {{PromiseId{"promise-1"}, what, organisation().staff.front().name.at(language), day(2026, 3, 20)}};
  return told;
}

Story story(Language language) {
  switch (language) {
    case English:
      return english();
    case Latvian:
      return latvian();
    case Russian:
      return russian();
  }
  return {};
}

Complainant complainant(Language language) {
  Complainant one{.name = {}, .email = "janis.ozols@example.net", .phone = {}, .postal_address = {"Brīvības iela 1–2", "Rīga, LV-1010"}, .salutation = {}};
  one.name = language == Russian ? "Янис Озолс" : "Jānis Ozols";
  if (language == English) one.postal_address.emplace_back("Latvia");
  if (language == Russian) one.postal_address = {"ул. Бривибас, 1–2", "Рига, LV-1010"};
  if (language == Latvian) one.salutation = "Cienījamais Ozola kungs";
  return one;
}

LetterFacts::Appointment appointment() {
  return {AppointmentKind::Call, *parse_time("2026-03-12T12:30:00Z"), "Europe/Riga"};
}

void add_answers(LetterFacts& facts, Story const& told) {
  auto const findings = {Finding::Upheld, Finding::Upheld, Finding::PartlyUpheld};
  for (auto const finding : findings) {
    auto const i = facts.answers.size();
    facts.answers.push_back({{}, told.points[i], finding, told.explanations[i]});
  }
}

}  // namespace

Organisation organisation() {
  Organisation ours;
  ours.name = {{English, "Baltic Chairs"}, {Latvian, "SIA „Baltijas krēsli”"}, {Russian, "ООО «Балтийские кресла»"}};
  ours.address = {
      {English, {"Lielā iela 5", "Riga, LV-1050", "Latvia"}}, {Latvian, {"Lielā iela 5", "Rīga, LV-1050"}}, {Russian, {"ул. Лиела, 5", "Рига, LV-1050"}}};
  ours.external_body = {{English, "the Consumer Rights Protection Centre of Latvia, ptac.gov.lv"},
                        {Latvian, "Patērētāju tiesību aizsardzības centrs, ptac.gov.lv"},
                        {Russian, "Центр защиты прав потребителей Латвии, ptac.gov.lv"}};
  ours.mail_name = "Baltic Chairs";
  ours.mail_address = "complaints@example.org";
  ours.staff = {{StaffId{"staff-01"},
                 {{English, "Ilze Bērziņa"}, {Latvian, "Ilze Bērziņa"}, {Russian, "Илзе Берзиня"}},
                 {{English, "Complaint manager"}, {Latvian, "Sūdzību vadītāja"}, {Russian, "Руководитель по работе с обращениями"}},
                 "ilze.berzina@example.org",
                 "+371 6700 0000",
                 {},
                 {},
                 {}}};
  return ours;
}

LetterFacts bare(LetterKind kind, Language language) {
  auto const told = story(language);
  LetterFacts facts;
  facts.kind = kind;
  facts.language = language;
  facts.reference = Reference{"R-7K3M-Q9PX"};
  facts.date = day(2026, 3, 10);
  facts.received_on = day(2026, 3, 2);
  facts.complainant.name = complainant(language).name;
  facts.handler = StaffId{"staff-01"};
  facts.matter = told.matter;
  facts.apology_due = false;
  if (kind == LetterKind::HoldingResponse) {
    facts.delay_reason = told.delay_reason;
    facts.new_date = day(2026, 12, 5);
  }
  if (kind == LetterKind::Appointment)
    facts.appointment = LetterFacts::Appointment{AppointmentKind::Meeting, *parse_time("2026-03-12T12:30:00Z"), "Europe/Riga"};
  if (kind == LetterKind::PromiseMissed) {
    facts.promise = told.schedule.front();
    facts.new_date = day(2026, 12, 5);
  }
  if (kind == LetterKind::RequestForInformation) facts.questions = {told.questions.front()};
  if (kind == LetterKind::Proposal) {
    facts.offer = told.offer;
    facts.answer_by = day(2026, 12, 5);
  }
  return facts;
}

LetterFacts rich(LetterKind kind, Language language) {
  auto const told = story(language);
  auto facts = bare(kind, language);
  facts.complainant = complainant(language);
  facts.apology_due = true;
  facts.appointment = appointment();
  facts.points = told.points;
  facts.questions = told.questions;
  facts.delay_reason = told.delay_reason;
  facts.known_so_far = told.known_so_far;
  facts.new_date = day(2026, 3, 27);
  facts.answer_by = day(2026, 3, 24);
  facts.offer = told.offer;
  facts.put_right = true;
  facts.desired_outcome = told.desired_outcome;
  add_answers(facts, told);
  facts.cause = told.cause;
  facts.discussion = told.discussion;
  facts.prevention = told.prevention;
  facts.goodwill = told.goodwill;
  facts.schedule = told.schedule;
  if (kind == LetterKind::FinalResponse) facts.copies = told.copies;
  return facts;
}

LetterFacts not_agreed(Language language) {
  auto facts = rich(LetterKind::FinalResponse, language);
  facts.outcome = LetterFacts::Outcome::NotAgreed;
  facts.final_position = story(language).final_position;
  facts.goodwill.clear();
  facts.schedule.clear();
  facts.copies.clear();
  facts.answers[2].finding = Finding::NotUpheld;
  return facts;
}

LetterFacts in_situation(LetterKind kind, SituationGuide const& guide, Language language) {
  auto const told = anything(language);
  auto facts = rich(kind, language);
  facts.situation = guide.name;
  facts.matter = told.matter;
  facts.points = {guide.question};
  facts.questions.clear();
  facts.desired_outcome = told.desired_outcome;
  facts.answers = {{{}, guide.question, Finding::Upheld, told.explanations.front()}};
  facts.cause = told.cause;
  facts.discussion = told.discussion;
  facts.prevention = told.prevention;
  facts.goodwill.clear();
  facts.schedule = told.schedule;
  facts.copies.clear();
  return facts;
}

LetterFacts barely_in_situation(LetterKind kind, SituationGuide const& guide, Language language) {
  auto facts = bare(kind, language);
  facts.situation = guide.name;
  return facts;
}

ports::MessageEnvelope envelope() {
  return {.from_name = "SIA „Baltijas krēsli”",
          .from_address = "complaints@example.org",
          .to_name = "Янис Озолс",
          .to_address = "janis.ozols@example.net",
          .message_id = "01976f0e-8a30-7c11-9d2e-4b5c6d7e8f90@complaints.example.org",
          .boundary = "redress-01976f0e",
          .date = *parse_time("2026-03-10T08:15:00Z")};
}

}  // namespace redress::letters_sample
