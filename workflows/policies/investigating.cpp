// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/investigating.hpp"

#include <algorithm>
#include <string_view>

namespace redress::workflows::policies {
namespace {

/// Whether `name`, or a part of it of at least four bytes such as a surname, stands in `text`. Letters are compared as written: a name has a capital letter.
bool names(std::string_view text, std::string_view name) {
  while (!name.empty()) {
    auto const part = name.substr(0, name.find(' '));
    if (part.size() >= 4 && text.find(part) != std::string_view::npos) return true;
    name.remove_prefix(std::min(name.size(), part.size() + 1));
  }
  return false;
}

bool is_answered(ConcludeInvestigation const& command, PointId const& point) {
  return std::ranges::any_of(command.answers, [&](PointAnswer const& answer) { return answer.point == point && !answer.explanation.empty(); });
}

}  // namespace

void PersonIsInvolved::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.involved.empty()) return miss(missing, Reason::NobodyHeard);
  auto const* command = at.given<RecordStatement>();
  if (command == nullptr) return;
  auto const same = [&](Involved const& person) { return person.person == command->person; };
  if (std::ranges::none_of(at.complaint.involved, same)) miss(missing, Reason::UnknownPerson, command->person.value);
}

void EveryoneHeard::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.involved.empty()) miss(missing, Reason::NobodyHeard);
  for (auto const& person : at.complaint.involved)
    if (!person.heard) miss(missing, Reason::StatementsMissing, person.person.value);
}

void FactsOnRecord::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.facts.empty()) miss(missing, Reason::NoFacts);
}

void RootCauseOnRecord::check(Consideration const& at, MissingList& missing) {
  if (!at.complaint.root_cause) miss(missing, Reason::NoRootCause);
}

void CauseNamesNoPerson::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<RecordRootCause>();
  if (command == nullptr) return;
  for (auto const& person : at.complaint.involved)
    if (names(command->circumstance, person.name)) return miss(missing, Reason::CauseNamesAPerson, person.person.value);
  for (auto const& member : at.rules.organisation.staff)
    for (auto const& [language, name] : member.name)
      if (names(command->circumstance, name)) return miss(missing, Reason::CauseNamesAPerson, member.id.value);
}

void EveryPointAnswered::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<ConcludeInvestigation>();
  if (command == nullptr) return;
  for (auto const& point : at.complaint.points)
    if (!is_answered(*command, point.id)) miss(missing, Reason::PointsUnanswered, point.id.value);
  for (auto const& answer : command->answers)
    if (find_by_id(at.complaint.points, answer.point) == nullptr) miss(missing, Reason::UnknownPoint, answer.point.value);
}

}  // namespace redress::workflows::policies
