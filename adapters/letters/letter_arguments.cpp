// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/letter_arguments.hpp"

#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/written_dates.hpp"
#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"

#include <unicode/unistr.h>

#include <algorithm>

namespace redress::letters {
namespace {

/// Notes that something is there; a mark can be needed by a paragraph and not be written.
void mark(Arguments& arguments, std::string_view name, std::size_t present) {
  if (present != 0) arguments.insert_or_assign(std::string(name), icu::Formattable(1));
}

/// A number that is not torn apart at the end of a line: its spaces become non-breaking.
std::string kept_together(std::string const& number) {
  std::string kept;
  for (char const c : on_one_line(number)) kept.append(c == ' ' ? std::string_view("\u00A0") : std::string_view(&c, 1));
  return kept;
}

std::string contact_of(StaffMember const& handler, ContactTexts const& texts) {
  Arguments ways;
  set(ways, "phone", kept_together(handler.phone));
  set(ways, "email", on_one_line(handler.email));
  if (ways.size() == 2) return texts.phone_and_email.with(ways);
  if (ways.contains("phone")) return texts.phone.with(ways);
  return ways.contains("email") ? texts.email.with(ways) : std::string{};
}

void add_people(Arguments& arguments, LetterFacts const& facts, Organisation const& organisation, CommonTexts const& common) {
  auto const& handler = handler_of(facts, organisation);
  set(arguments, "name", on_one_line(facts.complainant.name));
  set(arguments, "organisation", on_one_line(organisation.name.at(facts.language)));
  set(arguments, "handler_name", on_one_line(handler.name.at(facts.language)));
  set(arguments, "handler_title", on_one_line(handler.title.at(facts.language)));
  set(arguments, "handler_contact", contact_of(handler, common.contact));
  mark(arguments, "copies", facts.copies.size());
}

void add_questions(Arguments& arguments, LetterFacts const& facts) {
  mark(arguments, "questions", facts.questions.size());
  set(arguments, "questions_count", facts.questions.size());
}

void add_schedule(Arguments& arguments, LetterFacts const& facts) {
  mark(arguments, "schedule", facts.schedule.size());
  set(arguments, "schedule_count", facts.schedule.size());
}

void add_answer_by(Arguments& arguments, LetterFacts const& facts, CommonTexts const& common) {
  if (facts.answer_by) set(arguments, "answer_by", written(*facts.answer_by, common.dates.by));
}

void add_appointment(Arguments& arguments, LetterFacts const& facts, CommonTexts const& common) {
  if (!facts.appointment) return;
  auto const moment = written(facts.appointment->at, facts.appointment->zone, common, facts.language);
  mark(arguments, "appointment", 1);
  set(arguments, "appointment_kind", choice_word(name_of(facts.appointment->kind)));
  set(arguments, "appointment_weekday", moment.weekday);
  set(arguments, "appointment_on", moment.on);
  set(arguments, "appointment_time", moment.clock);
  set(arguments, "appointment_zone", moment.zone);
}

std::string_view word_for(LetterFacts::News news) {
  switch (news) {
    case LetterFacts::News::Made:
      return "made";
    case LetterFacts::News::Changed:
      return "changed";
    case LetterFacts::News::Cancelled:
      return "cancelled";
  }
  return {};
}

void add_new_date(Arguments& arguments, LetterFacts const& facts, CommonTexts const& common) {
  if (!facts.new_date) return;
  set(arguments, "new_date_on", written(*facts.new_date, common.dates.on));
  set(arguments, "new_date_by", written(*facts.new_date, common.dates.by));
}

void add_acknowledgement(Arguments& arguments, LetterFacts const& facts, CommonTexts const& common) {
  mark(arguments, "points", facts.points.size());
  set(arguments, "points_count", facts.points.size());
  add_questions(arguments, facts);
  add_appointment(arguments, facts, common);
  bool const is_call = facts.appointment && facts.appointment->kind == AppointmentKind::Call;
  mark(arguments, "number_needed", is_call && facts.complainant.phone.empty() ? 1 : 0);
  add_new_date(arguments, facts, common);
}

void add_missed_promise(Arguments& arguments, LetterFacts const& facts, CommonTexts const& common) {
  set(arguments, "delay_reason", as_sentence(facts.delay_reason));
  add_new_date(arguments, facts, common);
  if (!facts.promise) return;
  set(arguments, "promise", as_phrase(facts.promise->what));
  set(arguments, "promise_on", written(facts.promise->by, common.dates.on));
  set(arguments, "promise_by", written(facts.promise->by, common.dates.by));
}

std::string written_within(Period const& period, ReferralPeriods const& texts) {
  Arguments count;
  set(count, "count", static_cast<std::size_t>(std::max<std::int64_t>(period.amount, 1)));
  switch (period.unit) {
    case Unit::Months:
      return texts.months.with(count);
    case Unit::Weeks:
      return texts.weeks.with(count);
    case Unit::WorkingDays:
      return texts.working_days.with(count);
    case Unit::CalendarDays:
      return texts.calendar_days.with(count);
    case Unit::Hours:
    case Unit::WorkingHours:
      throw ports::LetterFault("nobody is sent further within hours; say it in days or months");
  }
  return {};
}

void add_referral(Arguments& arguments, LetterFacts const& facts, CommonTexts const& common) {
  if (!facts.referral) return;
  set(arguments, "referral_body", as_phrase(facts.referral->body));
  set(arguments, "referral_address", on_one_line(facts.referral->address));
  if (facts.referral->within) set(arguments, "referral_within", written_within(*facts.referral->within, common.referral_within));
}

void add_holding_response(Arguments& arguments, LetterFacts const& facts, CommonTexts const& common) {
  set(arguments, "delay_reason", as_sentence(facts.delay_reason));
  set(arguments, "known_so_far", as_sentence(facts.known_so_far));
  set(arguments, "notice", as_sentence(facts.notice));
  add_referral(arguments, facts, common);
  add_new_date(arguments, facts, common);
}

std::size_t upheld_of(std::vector<LetterFacts::AnsweredPoint> const& answers) {
  return static_cast<std::size_t>(std::ranges::count_if(answers, [](auto const& answer) { return answer.finding != Finding::NotUpheld; }));
}

void add_final_response(Arguments& arguments, LetterFacts const& facts, Organisation const& organisation, CommonTexts const& common) {
  bool const agreed = facts.outcome == LetterFacts::Outcome::Agreed;
  mark(arguments, agreed ? "agreed" : "not_agreed", 1);
  set(arguments, "desired_outcome", as_phrase(facts.desired_outcome));
  mark(arguments, "answers", facts.answers.size());
  set(arguments, "answers_count", facts.answers.size());
  mark(arguments, "upheld", upheld_of(facts.answers));
  set(arguments, "upheld_count", upheld_of(facts.answers));
  set(arguments, "cause", as_sentence(facts.cause));
  set(arguments, "discussion", as_sentence(facts.discussion));
  set(arguments, "final_position", as_sentence(facts.final_position));
  set(arguments, "prevention", as_sentence(facts.prevention));
  set(arguments, "goodwill", as_phrase(facts.goodwill));
  add_schedule(arguments, facts);
  add_referral(arguments, facts, common);
  set(arguments, "external_body", as_phrase(organisation.external_body.at(facts.language)));
}

void add_proposal(Arguments& arguments, LetterFacts const& facts, CommonTexts const& common) {
  set(arguments, "offer", as_sentence(facts.offer));
  set(arguments, "desired_outcome", as_phrase(facts.desired_outcome));
  set(arguments, "goodwill", as_phrase(facts.goodwill));
  add_answer_by(arguments, facts, common);
  add_schedule(arguments, facts);
}

void add_closure(Arguments& arguments, LetterFacts const& facts, Organisation const& organisation) {
  mark(arguments, facts.outcome == LetterFacts::Outcome::Agreed ? "agreed" : "not_agreed", 1);
  mark(arguments, "put_right", facts.put_right ? 1 : 0);
  set(arguments, "prevention", as_sentence(facts.prevention));
  set(arguments, "external_body", as_phrase(organisation.external_body.at(facts.language)));
}

void add_own_facts(Arguments& arguments, LetterFacts const& facts, Organisation const& organisation, CommonTexts const& common) {
  switch (facts.kind) {
    case LetterKind::Acknowledgement:
      return add_acknowledgement(arguments, facts, common);
    case LetterKind::HoldingResponse:
      return add_holding_response(arguments, facts, common);
    case LetterKind::FinalResponse:
      return add_final_response(arguments, facts, organisation, common);
    case LetterKind::PromiseMissed:
      return add_missed_promise(arguments, facts, common);
    case LetterKind::Appointment:
      mark(arguments, word_for(facts.news), 1);
      return add_appointment(arguments, facts, common);
    case LetterKind::RequestForInformation:
      add_questions(arguments, facts);
      return add_answer_by(arguments, facts, common);
    case LetterKind::Proposal:
      return add_proposal(arguments, facts, common);
    case LetterKind::FollowUp:
      return add_schedule(arguments, facts);
    case LetterKind::Closure:
      return add_closure(arguments, facts, organisation);
    case LetterKind::UnconfirmedSender:
      return;
  }
}

std::vector<Arguments> numbered(std::vector<std::string> const& values, std::string_view name, std::string (*made_fit)(std::string_view)) {
  std::vector<Arguments> entries;
  for (auto const& value : values) {
    auto& entry = entries.emplace_back();
    set(entry, "number", std::to_string(entries.size()));
    set(entry, name, made_fit(value));
  }
  return entries;
}

std::vector<Arguments> answers_of(std::vector<LetterFacts::AnsweredPoint> const& answers, CommonTexts const& common) {
  std::vector<Arguments> entries;
  for (auto const& answer : answers) {
    auto& entry = entries.emplace_back();
    set(entry, "number", std::to_string(entries.size()));
    set(entry, "point", as_phrase(answer.point));
    set(entry, "finding", common.findings.at(answer.finding));
    set(entry, "finding_kind", choice_word(name_of(answer.finding)));
    set(entry, "explanation", as_sentence(answer.explanation));
  }
  return entries;
}

}  // namespace

StaffMember const& handler_of(LetterFacts const& facts, Organisation const& organisation) {
  auto const* const handler = organisation.find(facts.handler);
  if (handler == nullptr) throw ports::LetterFault("the letter's handler is nobody of the organisation");
  return *handler;
}

Arguments arguments_of(LetterFacts const& facts, Organisation const& organisation, CommonTexts const& common) {
  Arguments arguments;
  set(arguments, "reference", on_one_line(facts.reference.value));
  // What nobody may say in our name is told by its day instead.
  auto const matter = as_phrase(facts.matter);
  set(arguments, "matter", matter.empty() ? written(facts.received_on, common.dates.letter) : matter);
  set(arguments, "received_on", written(facts.received_on, common.dates.on));
  mark(arguments, "apology_due", facts.apology_due ? 1 : 0);
  add_people(arguments, facts, organisation, common);
  add_own_facts(arguments, facts, organisation, common);
  return arguments;
}

std::vector<Arguments> entries_of(LetterFacts const& facts, List list, CommonTexts const& common) {
  switch (list) {
    case List::Points:
      return numbered(facts.points, "point", as_sentence);
    case List::Questions:
      return numbered(facts.questions, "question", as_sentence);
    case List::Answers:
      return answers_of(facts.answers, common);
  }
  return {};
}

void set(Arguments& arguments, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  auto const text = icu::UnicodeString::fromUTF8(icu::StringPiece(value.data(), static_cast<std::int32_t>(value.size())));
  arguments.insert_or_assign(std::string(name), icu::Formattable(text));
}

void set(Arguments& arguments, std::string_view name, std::size_t count) {
  if (count != 0) arguments.insert_or_assign(std::string(name), icu::Formattable(static_cast<std::int64_t>(count)));
}

}  // namespace redress::letters
