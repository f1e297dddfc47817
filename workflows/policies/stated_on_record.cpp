// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/stated_on_record.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace redress::workflows::policies {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool is_same(StatedDate const& stated, Date day) {
  bool const is_year = !stated.year || *stated.year == static_cast<int>(day.year());
  return is_year && stated.month == static_cast<unsigned>(day.month()) && stated.day == static_cast<unsigned>(day.day());
}

bool is_same(StatedDate const& one, StatedDate const& other) {
  bool const is_year = !one.year || !other.year || *one.year == *other.year;
  return is_year && one.month == other.month && one.day == other.day;
}

bool is_same(StatedAmount const& one, StatedAmount const& other) {
  return one.hundredths == other.hundredths && one.unit == other.unit;
}

/// The day that is meant when no year is named: the one nearest to the letter.
Date nearest(StatedDate const& stated, Date letter) {
  auto const in = [&](std::chrono::year year) { return Date{year, std::chrono::month{stated.month}, std::chrono::day{stated.day}}; };
  if (stated.year) return in(std::chrono::year{*stated.year});
  constexpr days half_a_year{183};
  auto const here = in(letter.year());
  if (!here.ok()) return here;
  if (sys_days(here) + half_a_year < sys_days(letter)) return in(letter.year() + std::chrono::years{1});
  if (sys_days(letter) + half_a_year < sys_days(here)) return in(letter.year() - std::chrono::years{1});
  return here;
}

std::string in_figures(StatedDate const& stated) {
  return stated.year ? fmt::format("{:04}-{:02}-{:02}", *stated.year, stated.month, stated.day) : fmt::format("{:02}-{:02}", stated.month, stated.day);
}

std::string in_figures(StatedAmount const& stated) {
  return fmt::format("{}.{:02} {}", stated.hundredths / 100, stated.hundredths % 100, stated.unit);
}

bool overlaps(std::int64_t start, std::int64_t end, TextRange const& range) {
  return start < range.end && end > range.start;
}

bool is_within_any(std::int64_t start, std::int64_t end, std::vector<TextRange> const& ranges) {
  return std::ranges::any_of(ranges, [&](TextRange const& range) { return overlaps(start, end, range); });
}

/// As it stands in a letter: without the punctuation at its end.
std::string without_end(std::string text) {
  while (!text.empty() && std::string_view(".,;:!? \n").find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

}  // namespace

StatedOnRecord::StatedOnRecord(Consideration const& at, LetterDocument const& document)
    : at_(at), document_(document), dated_(document.dated.value_or(at.calendar.local_day(at.now))) {
  read_promises();
  read_days();
  read_texts();
}

void StatedOnRecord::note(std::string const& text, std::vector<StatedAmount>& amounts) {
  if (text.empty()) return;
  auto stated = at_.proofreaders.statements.statements_in(text, document_.language);
  amounts.insert(amounts.end(), stated.amounts.begin(), stated.amounts.end());
  told_days_.insert(told_days_.end(), stated.dates.begin(), stated.dates.end());
}

/// A proposal is what is offered while it waits, and what was agreed once it is accepted.
void StatedOnRecord::read_promises() {
  auto const& complaint = at_.complaint;
  bool const is_offer = document_.kind == LetterKind::Proposal;
  for (auto const& promise : complaint.promises) {
    if (promise.state == PromiseState::Released || (promise.state == PromiseState::Proposed && !is_offer)) continue;
    promised_days_.push_back(promise.by);
    note(promise.what, promised_);
  }
  for (auto const& proposal : complaint.proposals) {
    if (proposal.answer != ProposalAnswer::Accept && !(is_offer && !proposal.answer)) continue;
    note(proposal.description, promised_);
    note(proposal.goodwill, promised_);
    if (proposal.compensation) promised_.push_back({0, 0, proposal.compensation->minor_units, proposal.compensation->currency});
  }
  note(complaint.final_position, promised_);
  for (auto const& action : complaint.preventive_actions)
    if (action.by) promised_days_.push_back(*action.by);
  promised_days_.insert(promised_days_.end(), document_.days.begin(), document_.days.end());
}

void StatedOnRecord::read_days() {
  auto const& complaint = at_.complaint;
  days_.push_back(dated_);
  days_.push_back(at_.calendar.local_day(complaint.received.received_at));
  for (auto const& contact : complaint.contacts) days_.push_back(at_.calendar.local_day(contact.at));
  for (auto const& appointment : complaint.appointments)
    if (!appointment.cancelled) promised_days_.push_back(at_.calendar.local_day(appointment.at));
  for (auto const& deadline : complaint.deadlines) days_.push_back(at_.regime_calendar.local_day(deadline.due_at - Duration{1}));
  for (auto const& promise : complaint.promises) days_.insert(days_.end(), promise.earlier.begin(), promise.earlier.end());
}

void StatedOnRecord::read_texts() {
  auto const& complaint = at_.complaint;
  note(complaint.received.narrative, told_);
  note(complaint.received.desired_outcome.value_or(std::string{}), told_);
  note(complaint.matter, told_);
  for (auto const& point : complaint.points) {
    note(point.text, told_);
    note(point.explanation, told_);
  }
  for (auto const& fact : complaint.facts) note(fact.text, told_);
  for (auto const& contact : complaint.contacts) note(contact.summary, told_);
  for (auto const& question : complaint.questions) note(question.text, told_);
  for (auto const& promise : complaint.promises) note(promise.what, told_);
  for (auto const& proposal : complaint.proposals) note(proposal.description, told_);
  if (complaint.root_cause) note(complaint.root_cause->circumstance, told_);
  if (!complaint.hearing) return;
  note(complaint.hearing->desired_outcome, told_);
  note(complaint.hearing->summary, told_);
}

/// What the complainant said stands in the letter as they said it.
std::vector<TextRange> StatedOnRecord::own_words_in(std::string const& text) const {
  std::vector<TextRange> own;
  auto const add = [&](std::string const& words) {
    auto const said = without_end(words);
    if (said.empty()) return;
    for (auto at = text.find(said); at != std::string::npos; at = text.find(said, at + said.size()))
      own.push_back({static_cast<std::int64_t>(at), static_cast<std::int64_t>(at + said.size())});
  };
  for (auto const& point : at_.complaint.points) add(point.text);
  if (at_.complaint.hearing) add(at_.complaint.hearing->desired_outcome);
  return own;
}

bool StatedOnRecord::may_stand(StatedDate const& date, bool is_promise) const {
  auto const is_it = [&](auto const& one) { return is_same(date, one); };
  if (std::ranges::any_of(promised_days_, is_it)) return true;
  auto const meant = nearest(date, dated_);
  if (!meant.ok()) return false;
  bool const is_past = sys_days(meant) <= sys_days(dated_);
  if (std::ranges::any_of(days_, is_it)) return is_past || !is_promise;
  if (!is_past) return false;
  return !is_promise || std::ranges::any_of(told_days_, is_it);
}

bool StatedOnRecord::may_stand(StatedAmount const& amount, bool is_promise) const {
  auto const is_it = [&](StatedAmount const& one) { return is_same(amount, one); };
  return std::ranges::any_of(promised_, is_it) || (!is_promise && std::ranges::any_of(told_, is_it));
}

void StatedOnRecord::check(std::int64_t number, std::string const& text, MissingList& missing) const {
  auto const& reader = at_.proofreaders.statements;
  auto const stated = reader.statements_in(text, document_.language);
  if (stated.dates.empty() && stated.amounts.empty()) return;
  auto const promises = reader.promises_in(text, document_.language);
  auto const own = own_words_in(text);
  auto const look_at = [&](auto const& one, Reason reason) {
    if (is_within_any(one.start, one.end, own) || may_stand(one, is_within_any(one.start, one.end, promises))) return;
    missing.push_back({reason, in_figures(one), TextPlace{number, one.start, one.end}});
  };
  for (auto const& date : stated.dates) look_at(date, Reason::DateNotPromised);
  for (auto const& amount : stated.amounts) look_at(amount, Reason::AmountNotPromised);
}

}  // namespace redress::workflows::policies
