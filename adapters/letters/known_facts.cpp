// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/known_facts.hpp"

#include <algorithm>
#include <array>

namespace redress::letters {
namespace {

constexpr std::array<std::string_view, 2> appointment_kinds{"call", "meeting"};
constexpr std::array<std::string_view, 3> finding_kinds{"upheld", "partly_upheld", "not_upheld"};
static_assert(appointment_kinds.size() == names_of(AppointmentKind{}).size() && finding_kinds.size() == names_of(Finding{}).size());

constexpr KnownFact text(std::string_view name) {
  return {name, Use::Text, {}};
}
constexpr KnownFact count(std::string_view name) {
  return {name, Use::Count, {}};
}
constexpr KnownFact mark(std::string_view name) {
  return {name, std::nullopt, {}};
}

constexpr std::array every_letter{
    text("reference"),     text("received_on"),     text("name"),        text("matter"), text("organisation"), text("handler_name"),
    text("handler_title"), text("handler_contact"), mark("apology_due"), mark("copies"),
};

constexpr std::array acknowledgement{
    mark("appointment"),
    KnownFact{"appointment_kind", Use::Choice, appointment_kinds},
    text("appointment_weekday"),
    text("appointment_on"),
    text("appointment_time"),
    text("appointment_zone"),
    mark("points"),
    count("points_count"),
    mark("questions"),
    count("questions_count"),
};

constexpr std::array holding_response{text("delay_reason"), text("known_so_far"), text("new_date_on"), text("new_date_by")};

constexpr std::array promise_missed{text("promise"), text("promise_on"), text("promise_by"), text("delay_reason"), text("new_date_on"), text("new_date_by")};

constexpr std::array appointment{
    mark("made"),
    mark("changed"),
    mark("cancelled"),
    KnownFact{"appointment_kind", Use::Choice, appointment_kinds},
    text("appointment_weekday"),
    text("appointment_on"),
    text("appointment_time"),
    text("appointment_zone"),
};

constexpr std::array final_response{
    mark("agreed"),     mark("not_agreed"),    text("desired_outcome"), mark("answers"),         count("answers_count"),
    mark("upheld"),     count("upheld_count"), text("cause"),           text("discussion"),      text("final_position"),
    text("prevention"), text("goodwill"),      mark("schedule"),        count("schedule_count"), text("external_body"),
};

constexpr std::array point_entry{text("number"), text("point")};
constexpr std::array question_entry{text("number"), text("question")};
constexpr std::array answer_entry{
    text("number"), text("point"), text("finding"), KnownFact{"finding_kind", Use::Choice, finding_kinds}, text("explanation"),
};

KnownFact const* find(std::span<KnownFact const> facts, std::string_view name) {
  auto const found = std::ranges::find(facts, name, &KnownFact::name);
  return found == facts.end() ? nullptr : &*found;
}

std::span<KnownFact const> facts_only_in(LetterKind kind) {
  switch (kind) {
    case LetterKind::Acknowledgement:
      return acknowledgement;
    case LetterKind::HoldingResponse:
      return holding_response;
    case LetterKind::FinalResponse:
      return final_response;
    case LetterKind::PromiseMissed:
      return promise_missed;
    case LetterKind::Appointment:
      return appointment;
  }
  return {};
}

std::span<KnownFact const> entries_of(List list) {
  switch (list) {
    case List::Points:
      return point_entry;
    case List::Questions:
      return question_entry;
    case List::Answers:
      return answer_entry;
  }
  return {};
}

}  // namespace

KnownFact const* fact_named(std::string_view name, LetterKind kind) {
  auto const* const shared = find(every_letter, name);
  return shared != nullptr ? shared : find(facts_only_in(kind), name);
}

KnownFact const* entry_named(std::string_view name, List list) {
  return find(entries_of(list), name);
}

std::string choice_word(std::string_view name) {
  std::string word(name);
  std::ranges::replace(word, '-', '_');
  return word;
}

}  // namespace redress::letters
