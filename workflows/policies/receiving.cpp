// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/receiving.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "workflows/policies/member_of_staff.hpp"

namespace redress::workflows::policies {
namespace {

void check_moment(Consideration const& at, Time moment, MissingList& missing) {
  if (moment <= at.now)
    miss(missing, Reason::AppointmentInThePast, "at");
  else if (!at.calendar.is_working_time(moment))
    miss(missing, Reason::AppointmentOutsideWorkingTime, "at");
}

/// The situation a command names; empty when it names none.
std::optional<std::string> named_situation(Consideration const& at) {
  if (auto const* command = at.given<ReceiveComplaint>()) return command->situation;
  auto const* command = at.given<DefinePoints>();
  return command == nullptr ? std::nullopt : command->situation;
}

std::string in_a_row(std::vector<std::string> const& names) {
  std::string all;
  for (auto const& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

}  // namespace

void ConcernedStaffAreKnown::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<ReceiveComplaint>();
  if (command == nullptr) return;
  for (auto const& staff : command->concerns_staff)
    if (at.rules.organisation.find(staff) == nullptr) miss(missing, Reason::UnknownStaff, staff.value);
}

void SituationIsKnown::check(Consideration const& at, MissingList& missing) {
  auto const named = named_situation(at);
  auto const& known = at.rules.situations;
  if (named && std::ranges::find(known, *named) == known.end()) miss(missing, Reason::UnknownSituation, in_a_row(known));
}

void HandlerMayHaveIt::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<AssignHandler>();
  if (command == nullptr) return;
  check_staff(at, command->handler, missing);
  if (command->handler == at.complaint.handler) miss(missing, Reason::SameHandler, command->handler.value);
}

void HandlerNamed::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<Acknowledge>();
  if (command == nullptr) return;
  if (command->handler)
    check_staff(at, *command->handler, missing);
  else if (at.complaint.handler.empty())
    miss(missing, Reason::NoHandler);
}

void AppointmentOffered::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<Acknowledge>();
  if (command == nullptr) return;
  if (command->appointment)
    check_moment(at, command->appointment->at, missing);
  else if (standing_appointment(at.complaint) == nullptr)
    miss(missing, Reason::NoAppointment);
}

void AppointmentCanBeKept::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<MakeAppointment>();
  if (command == nullptr) return;
  check_moment(at, command->at, missing);
  if (command->with)
    check_staff(at, *command->with, missing);
  else if (at.complaint.handler.empty())
    miss(missing, Reason::NoHandler);
}

void AppointmentStands::check(Consideration const& at, MissingList& missing) {
  if (at.command == nullptr) {
    if (standing_appointment(at.complaint) == nullptr) miss(missing, Reason::UnknownAppointment);
    return;
  }
  auto const* change = at.given<ChangeAppointment>();
  auto const* cancellation = at.given<CancelAppointment>();
  if (change == nullptr && cancellation == nullptr) return;
  auto const& id = change != nullptr ? change->appointment : cancellation->appointment;
  auto const* appointment = find_by_id(at.complaint.appointments, id);
  if (appointment == nullptr || appointment->cancelled) miss(missing, Reason::UnknownAppointment, id.value);
}

void NewTimeCanBeKept::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<ChangeAppointment>();
  if (command == nullptr) return;
  check_moment(at, command->at, missing);
  if (command->with) check_staff(at, *command->with, missing);
}

void PointsAreNamed::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<DefinePoints>();
  auto const said = [](std::string const& point) { return !point.empty(); };
  if (command != nullptr && (command->points.empty() || !std::ranges::all_of(command->points, said))) miss(missing, Reason::NoPoints, "points");
}

void PointsAreDefined::check(Consideration const& at, MissingList& missing) {
  if (at.complaint.points.empty()) miss(missing, Reason::NoPoints);
}

void ReplyCanReachThem::check(Consideration const& at, MissingList& missing) {
  auto const& received = at.complaint.received;
  if (at.given<Acknowledge>() != nullptr && !is_answered_by_mail(received.channel)) return;
  if (received.complainant.email.empty() && received.complainant.postal_address.empty()) miss(missing, Reason::NoAddress);
}

}  // namespace redress::workflows::policies
