// SPDX-License-Identifier: Apache-2.0
// Appointments made, moved and cancelled, and what the complainant gets for their calendar.
#include <gtest/gtest.h>

#include "engine/domain/projection.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

AppointmentId const first("appointment-1");
AppointmentId const second("appointment-2");

Appointment appointment(Desk const& desk, AppointmentId const& id) {
  auto const* found = find_by_id(desk.complaint().appointments, id);
  return found == nullptr ? Appointment{} : *found;
}

bool holds(std::string const& bytes, std::string_view text) {
  return bytes.find(text) != std::string::npos;
}

TEST(AnAcknowledgement, CarriesTheAppointmentForTheCalendar) {
  auto const desk = a_complaint().at(Stage::Acknowledged);

  auto const& mail = desk.messages().front();

  EXPECT_TRUE(holds(mail.bytes, "Content-Type: text/calendar; charset=utf-8; method=REQUEST")) << mail.bytes;
}

TEST(AnAcknowledgement, GoesToThePrinterWithoutACalendar) {
  Desk desk;
  auto received = std::get<ReceiveComplaint>(desk.good("receive-complaint"));
  received.complainant.email.clear();
  ASSERT_TRUE(desk.give(received));
  desk.go({"acknowledge"});

  EXPECT_EQ(desk.messages().front().route, Route::Print);
  EXPECT_FALSE(holds(desk.messages().front().bytes, "text/calendar"));
}

TEST(AnAppointment, IsConfirmedInWritingOnceTheComplaintIsAcknowledged) {
  auto desk = a_complaint().at(Stage::Investigating);

  ASSERT_TRUE(desk.give("make-appointment"));

  auto const& letter = desk.letter(LetterKind::Appointment);
  EXPECT_EQ(letter.state, LetterState::Queued);
  EXPECT_EQ(desk.messages().back().letter, letter.id);
  EXPECT_TRUE(holds(desk.messages().back().bytes, "method=REQUEST"));
}

TEST(AnAppointment, IsNotConfirmedBeforeTheAcknowledgementThatOffersIt) {
  Desk desk;
  desk.go({"receive-complaint", "make-appointment"});

  EXPECT_TRUE(desk.complaint().letters.empty());
  EXPECT_TRUE(desk.messages().empty());
}

TEST(AnAppointment, IsMovedAndKeepsItsNameInTheCalendar) {
  auto desk = a_complaint().at(Stage::Investigating);
  ChangeAppointment const later{first, local("2026-03-19 14:00"), AppointmentKind::Meeting, StaffId("staff-03")};

  ASSERT_TRUE(desk.give(later));
  ASSERT_TRUE(desk.give(ChangeAppointment{first, local("2026-03-20 15:00"), {}, {}}));

  auto const moved = appointment(desk, first);
  EXPECT_EQ(local(moved.at), "2026-03-20 15:00");
  EXPECT_EQ(moved.kind, AppointmentKind::Meeting);
  EXPECT_EQ(moved.with, StaffId("staff-03"));
  EXPECT_EQ(moved.changes, 2);
  EXPECT_EQ(desk.complaint().appointments.size(), 1u);
  EXPECT_TRUE(holds(desk.messages().back().bytes, "method=REQUEST"));
}

TEST(AnAppointment, IsCancelledOnceAndTakenOutOfTheCalendar) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  ASSERT_TRUE(desk.give(CancelAppointment{first, "Saslimis"}));

  EXPECT_TRUE(appointment(desk, first).cancelled);
  EXPECT_TRUE(holds(desk.messages().back().bytes, "method=CANCEL"));
  EXPECT_EQ(reason_of(desk.decide(CancelAppointment{first, {}})), Reason::UnknownAppointment);
  EXPECT_EQ(reason_of(desk.decide(ChangeAppointment{first, local("2026-03-19 14:00"), {}, {}})), Reason::UnknownAppointment);
}

TEST(AnAppointment, ThatHasPassedIsCancelledWithoutALetter) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  auto const letters = desk.complaint().letters.size();
  desk.at_time("2026-03-16 12:00");

  ASSERT_TRUE(desk.give(CancelAppointment{first, {}}));

  EXPECT_EQ(desk.complaint().letters.size(), letters);
}

TEST(AnAppointment, ThatWasCancelledIsNotWhatAnAcknowledgementOffers) {
  Desk desk;
  desk.go({"receive-complaint", "make-appointment"});
  ASSERT_TRUE(desk.give(CancelAppointment{first, {}}));
  auto command = std::get<Acknowledge>(desk.good("acknowledge"));
  command.appointment.reset();

  EXPECT_EQ(reason_of(desk.decide(command)), Reason::NoAppointment);
}

TEST(AnAppointment, IsMovedOnlyToWhereItCanBeKept) {
  auto const desk = a_complaint().at(Stage::Acknowledged);
  auto const moved_to = [&](std::string_view moment, std::optional<StaffId> with = {}) {
    return reason_of(desk.decide(ChangeAppointment{first, local(moment), {}, std::move(with)}));
  };

  EXPECT_EQ(moved_to("2026-02-20 14:00"), Reason::AppointmentInThePast);
  EXPECT_EQ(moved_to("2026-03-19 23:00"), Reason::AppointmentOutsideWorkingTime);
  EXPECT_EQ(moved_to("2026-03-19 14:00", StaffId("staff-99")), Reason::UnknownStaff);
  EXPECT_EQ(reason_of(desk.decide(ChangeAppointment{second, local("2026-03-19 14:00"), {}, {}})), Reason::UnknownAppointment);
}

TEST(AnAppointment, StandsAmongThoseToBeKeptAsLongAsItsComplaintIsOpen) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  EXPECT_TRUE(project(desk.complaint()).appointments.front().stands);

  desk.go({"withdraw"});
  EXPECT_FALSE(project(desk.complaint()).appointments.front().stands);
}

}  // namespace
}  // namespace redress::testing
