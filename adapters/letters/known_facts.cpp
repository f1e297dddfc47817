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

constexpr std::array<std::string_view, 4> always_there{"reference", "received_on", "matter", "organisation"};

constexpr KnownFact appointment_kind{"appointment_kind", Use::Choice, appointment_kinds};

constexpr std::array acknowledgement{
    mark("appointment"),   appointment_kind, text("appointment_weekday"), text("appointment_on"), text("appointment_time"), text("appointment_zone"),
    mark("number_needed"), mark("points"),   count("points_count"),       mark("questions"),      count("questions_count"), text("new_date_on"),
    text("new_date_by"),
};

constexpr std::array holding_response{
    text("delay_reason"), text("known_so_far"),  text("new_date_on"),      text("new_date_by"),
    text("notice"),       text("referral_body"), text("referral_address"), text("referral_within"),
};

constexpr std::array promise_missed{text("promise"), text("promise_on"), text("promise_by"), text("delay_reason"), text("new_date_on"), text("new_date_by")};

constexpr std::array appointment{
    mark("made"),           mark("changed"),          mark("cancelled"),        appointment_kind, text("appointment_weekday"),
    text("appointment_on"), text("appointment_time"), text("appointment_zone"),
};

constexpr std::array final_response{
    mark("agreed"),        mark("not_agreed"),      text("desired_outcome"), mark("answers"),        count("answers_count"),   mark("upheld"),
    count("upheld_count"), text("cause"),           text("discussion"),      text("final_position"), text("prevention"),       text("goodwill"),
    mark("schedule"),      count("schedule_count"), text("external_body"),   text("referral_body"),  text("referral_address"), text("referral_within"),
};

constexpr std::array request_for_information{mark("questions"), count("questions_count"), text("answer_by")};
constexpr std::array proposal{
    text("offer"), text("desired_outcome"), text("goodwill"), text("answer_by"), mark("schedule"), count("schedule_count"),
};
constexpr std::array follow_up{mark("schedule"), count("schedule_count")};
constexpr std::array closure{mark("agreed"), mark("not_agreed"), mark("put_right"), text("prevention"), text("external_body")};

// What each letter is there to say.
constexpr std::array<std::string_view, 8> acknowledgement_says{"received_on",      "handler_name", "handler_contact", "appointment_on",
                                                               "appointment_time", "point",        "question",        "new_date_by"};
constexpr std::array<std::string_view, 7> holding_response_says{"delay_reason", "known_so_far",  "new_date_by",     "handler_contact",
                                                                "notice",       "referral_body", "referral_address"};
constexpr std::array<std::string_view, 4> promise_missed_says{"promise", "delay_reason", "new_date_by", "handler_contact"};
constexpr std::array<std::string_view, 4> appointment_says{"appointment_weekday", "appointment_on", "appointment_time", "handler_contact"};
constexpr std::array<std::string_view, 13> final_response_says{
    "desired_outcome", "point",           "finding",       "explanation",      "cause",          "final_position", "prevention", "goodwill",
    "external_body",   "handler_contact", "referral_body", "referral_address", "referral_within"};
constexpr std::array<std::string_view, 3> request_for_information_says{"question", "answer_by", "handler_contact"};
constexpr std::array<std::string_view, 5> proposal_says{"offer", "desired_outcome", "goodwill", "answer_by", "handler_contact"};
constexpr std::array<std::string_view, 1> follow_up_says{"handler_contact"};
constexpr std::array<std::string_view, 3> closure_says{"prevention", "external_body", "handler_contact"};
constexpr std::array<std::string_view, 2> unconfirmed_sender_says{"received_on", "handler_contact"};

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
    case LetterKind::RequestForInformation:
      return request_for_information;
    case LetterKind::Proposal:
      return proposal;
    case LetterKind::FollowUp:
      return follow_up;
    case LetterKind::Closure:
      return closure;
    case LetterKind::UnconfirmedSender:
      return {};
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

bool is_always_there(std::string_view name) {
  return std::ranges::find(always_there, name) != always_there.end();
}

std::span<std::string_view const> must_be_written(LetterKind kind) {
  switch (kind) {
    case LetterKind::Acknowledgement:
      return acknowledgement_says;
    case LetterKind::HoldingResponse:
      return holding_response_says;
    case LetterKind::FinalResponse:
      return final_response_says;
    case LetterKind::PromiseMissed:
      return promise_missed_says;
    case LetterKind::Appointment:
      return appointment_says;
    case LetterKind::RequestForInformation:
      return request_for_information_says;
    case LetterKind::Proposal:
      return proposal_says;
    case LetterKind::FollowUp:
      return follow_up_says;
    case LetterKind::Closure:
      return closure_says;
    case LetterKind::UnconfirmedSender:
      return unconfirmed_sender_says;
  }
  return {};
}

std::string choice_word(std::string_view name) {
  std::string word(name);
  std::ranges::replace(word, '-', '_');
  return word;
}

}  // namespace redress::letters
