// SPDX-License-Identifier: Apache-2.0
// From the first word to the investigation: logged whoever writes, answered fast, with a named person and an appointment.
#include <algorithm>

#include <gtest/gtest.h>

#include "engine/domain/projection.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

template <class C>
C good(Desk const& desk) {
  return std::get<C>(desk.good(C::name));
}

Desk received_on(Channel channel) {
  Desk desk;
  auto command = good<ReceiveComplaint>(desk);
  command.channel = channel;
  EXPECT_TRUE(desk.give(command));
  return desk;
}

TEST(ReceivingAComplaint, GivesItAReferenceAndThreeDeadlines) {
  auto const desk = a_complaint().at(Stage::Received);

  EXPECT_FALSE(desk.complaint().received.reference.empty());
  EXPECT_EQ(local(desk.deadline(DeadlineName("acknowledgement")).due_at), "2026-03-02 10:00");
  EXPECT_EQ(local(desk.deadline(DeadlineName("talk")).due_at), "2026-03-05 17:00");
  EXPECT_EQ(local(desk.deadline(DeadlineName("final-response")).due_at), "2026-03-23 17:00");
}

TEST(ReceivingAComplaint, IsPossibleAtAnyHourAndCountsFromTheNextWorkingOne) {
  Desk desk;
  desk.at_time("2026-02-28 23:30");

  ASSERT_TRUE(desk.give("receive-complaint"));

  EXPECT_EQ(local(desk.deadline(DeadlineName("acknowledgement")).due_at), "2026-03-02 10:00");
}

TEST(ReceivingAComplaint, NeverComesFromTheFuture) {
  Desk desk;
  auto command = good<ReceiveComplaint>(desk);
  command.received_at = desk.now() + std::chrono::hours{48};

  ASSERT_TRUE(desk.give(command));

  EXPECT_EQ(desk.complaint().received.received_at, desk.now());
}

TEST(ReceivingAComplaint, GivesTheSlowChannelsAWorkingDay) {
  EXPECT_EQ(local(received_on(Channel::Post).deadline(DeadlineName("acknowledgement")).due_at), "2026-03-03 17:00");
  EXPECT_EQ(local(received_on(Channel::Phone).deadline(DeadlineName("acknowledgement")).due_at), "2026-03-02 10:00");
}

TEST(ReceivingAComplaint, RefusesStaffComplainedAboutWhomNobodyKnows) {
  Desk desk;
  auto command = good<ReceiveComplaint>(desk);
  command.concerns_staff = {StaffId("staff-99")};

  EXPECT_EQ(reason_of(desk.give(command)), Reason::UnknownStaff);
}

TEST(ReceivingAComplaint, KeepsTheSituationItIsIn) {
  Desk desk;
  auto command = good<ReceiveComplaint>(desk);
  command.situation = "delivery/late";

  ASSERT_TRUE(desk.give(command));

  EXPECT_EQ(desk.complaint().situation, "delivery/late");
}

TEST(ReceivingAComplaint, RefusesASituationNobodyKnowsAndNamesThoseThereAre) {
  Desk desk;
  auto command = good<ReceiveComplaint>(desk);
  command.situation = "delivery/by-pigeon";

  auto const answer = desk.give(command);

  ASSERT_EQ(reason_of(answer), Reason::UnknownSituation);
  auto const& subject = answer.error().missing.front().subject;
  EXPECT_TRUE(subject.starts_with("product/characteristics, product/availability, ")) << subject;
  EXPECT_TRUE(subject.ends_with(", failure/conduct")) << subject;
}

TEST(DefiningThePoints, NamesOrCorrectsTheSituation) {
  auto desk = a_complaint().at(Stage::Received);
  ASSERT_TRUE(desk.give(DefinePoints{{"Dīvāna nav"}, "delivery/late"}));
  ASSERT_EQ(desk.complaint().situation, "delivery/late");

  ASSERT_TRUE(desk.give(DefinePoints{{"Dīvāna nav"}}));
  EXPECT_EQ(desk.complaint().situation, "delivery/late") << "what is left out stays as it was";

  ASSERT_TRUE(desk.give(DefinePoints{{"Dīvāna nav"}, "delivery/lost"}));
  EXPECT_EQ(desk.complaint().situation, "delivery/lost");
  EXPECT_EQ(reason_of(desk.give(DefinePoints{{"Dīvāna nav"}, "delivery"})), Reason::UnknownSituation);
}

TEST(Acknowledging, SpeaksToTheSituation) {
  auto desk = a_complaint().at(Stage::Received);
  ASSERT_TRUE(desk.give(DefinePoints{{"Dīvāna nav"}, "delivery/late"}));

  desk.go({"acknowledge"});

  auto const& letter = desk.letter(LetterKind::Acknowledgement);
  auto const joining = std::ranges::find(letter.document.body, Block::Joining, &Paragraph::block);
  ASSERT_NE(joining, letter.document.body.end());
  EXPECT_TRUE(joining->text.starts_with("Gaidīt to, kas nenāk")) << joining->text;
}

TEST(Acknowledging, QueuesALetterWhoseBytesAreFrozen) {
  auto desk = a_complaint().at(Stage::Received);

  ASSERT_TRUE(desk.give("acknowledge"));

  ASSERT_EQ(desk.messages().size(), 1u);
  auto const& message = desk.messages().front();
  auto const& letter = desk.letter(LetterKind::Acknowledgement);
  auto const queued = std::ranges::find_if(desk.history(), [](RecordedEvent const& one) { return std::holds_alternative<LetterQueued>(one.event); });
  ASSERT_NE(queued, desk.history().end());
  EXPECT_EQ(letter.state, LetterState::Queued);
  EXPECT_EQ(message.envelope_to, "anna.kalna@mail.example");
  EXPECT_EQ(message.envelope_from, "") << "an acknowledgement must not be answered by a machine";
  EXPECT_EQ(std::get<LetterQueued>(queued->event).message, demonstration_letters().freeze(message.bytes, "message/rfc822"));
}

TEST(Acknowledging, MeetsItsDeadline) {
  EXPECT_EQ(a_complaint().at(Stage::Acknowledged).deadline(DeadlineName("acknowledgement")).state, DeadlineState::Met);
}

TEST(Acknowledging, IsRefusedWithoutANamedHandler) {
  auto desk = a_complaint().at(Stage::Received);
  auto command = good<Acknowledge>(desk);
  command.handler.reset();

  EXPECT_EQ(reason_of(desk.give(command)), Reason::NoHandler);
}

TEST(Acknowledging, NeedsNoHandlerWhenOneIsAssigned) {
  auto desk = a_complaint().at(Stage::Received);
  desk.go({"assign-handler"});
  auto command = good<Acknowledge>(desk);
  command.handler.reset();

  EXPECT_TRUE(desk.give(command));
}

TEST(Acknowledging, IsRefusedWithoutAnAppointment) {
  auto desk = a_complaint().at(Stage::Received);
  auto command = good<Acknowledge>(desk);
  command.appointment.reset();

  EXPECT_EQ(reason_of(desk.give(command)), Reason::NoAppointment);
}

TEST(Acknowledging, OffersTheAppointmentThatWasMadeBefore) {
  auto desk = a_complaint().at(Stage::Received);
  desk.go({"make-appointment"});
  auto command = good<Acknowledge>(desk);
  command.appointment.reset();

  EXPECT_TRUE(desk.give(command));
  EXPECT_EQ(desk.complaint().appointments.size(), 1u);
}

TEST(Acknowledging, SaysEverythingThatIsMissingAtOnce) {
  auto desk = a_complaint().at(Stage::Received);

  auto const answer = desk.give(Acknowledge{});

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().missing, (std::vector<Missing>{{Reason::NoHandler, ""}, {Reason::NoAppointment, ""}}));
}

TEST(Acknowledging, IsRefusedWhenTheHandlerIsComplainedAbout) {
  Desk desk;
  auto received = good<ReceiveComplaint>(desk);
  received.concerns_staff = {StaffId("staff-01")};
  ASSERT_TRUE(desk.give(received));

  EXPECT_EQ(reason_of(desk.give(desk.good("acknowledge"), staff("staff-04"))), Reason::ConflictOfInterest);
}

TEST(Acknowledging, WritesNoLetterWhereAPersonAnswersByVoice) {
  for (auto const channel : {Channel::Phone, Channel::Chat, Channel::Social, Channel::Post, Channel::InPerson}) {
    auto desk = received_on(channel);

    ASSERT_TRUE(desk.give("acknowledge"));

    EXPECT_TRUE(desk.messages().empty()) << name_of(channel);
    EXPECT_TRUE(desk.complaint().letters.empty()) << name_of(channel);
  }
}

TEST(Acknowledging, ByMailIsRefusedWithoutAnAddress) {
  Desk desk;
  auto received = good<ReceiveComplaint>(desk);
  received.complainant.email.clear();
  received.complainant.postal_address.clear();
  ASSERT_TRUE(desk.give(received));

  EXPECT_EQ(reason_of(desk.give("acknowledge")), Reason::NoAddress);
}

TEST(Acknowledging, PrintsWhenThereIsOnlyAPostalAddress) {
  Desk desk;
  auto received = good<ReceiveComplaint>(desk);
  received.complainant.email.clear();
  ASSERT_TRUE(desk.give(received));

  ASSERT_TRUE(desk.give("acknowledge"));

  ASSERT_EQ(desk.messages().size(), 1u);
  EXPECT_EQ(desk.messages().front().route, Route::Print);
}

TEST(Appointments, AreRefusedInThePast) {
  auto desk = a_complaint().at(Stage::Received);
  auto command = good<MakeAppointment>(desk);
  command.at = desk.now();

  EXPECT_EQ(reason_of(desk.give(command)), Reason::AppointmentInThePast);
}

TEST(Appointments, AreRefusedWhenNobodyWorks) {
  auto desk = a_complaint().at(Stage::Received);
  auto command = good<MakeAppointment>(desk);

  for (auto const* moment : {"2026-03-07 12:00", "2026-03-03 17:00", "2026-04-03 12:00"}) {
    command.at = local(moment);
    EXPECT_EQ(reason_of(desk.give(command)), Reason::AppointmentOutsideWorkingTime) << moment;
  }
}

TEST(Appointments, AreKeptByTheHandlerUnlessSomebodyElseIsNamed) {
  auto desk = a_complaint().at(Stage::Received);
  auto command = good<MakeAppointment>(desk);
  command.with.reset();
  EXPECT_EQ(reason_of(desk.give(command)), Reason::NoHandler);

  desk.go({"assign-handler"});
  ASSERT_TRUE(desk.give(command));

  EXPECT_EQ(desk.complaint().appointments.back().with, desk.complaint().handler);
}

TEST(AssigningAHandler, IsRefusedForStrangersAndForTheOneWhoHasIt) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  EXPECT_EQ(reason_of(desk.give(AssignHandler{StaffId("staff-99")})), Reason::UnknownStaff);
  EXPECT_EQ(reason_of(desk.give(AssignHandler{desk.complaint().handler})), Reason::SameHandler);
}

TEST(PointsOfComplaint, AreSaidInWords) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  EXPECT_EQ(reason_of(desk.give(DefinePoints{})), Reason::NoPoints);
  EXPECT_EQ(reason_of(desk.give(DefinePoints{{"Dīvānu atveda par vēlu", ""}})), Reason::NoPoints);
}

TEST(PointsOfComplaint, AreReplacedWhenDefinedAnew) {
  auto desk = a_complaint().at(Stage::Acknowledged);
  desk.go({"define-points"});

  ASSERT_TRUE(desk.give(DefinePoints{{"Tikai viens"}}));

  ASSERT_EQ(desk.complaint().points.size(), 1u);
  EXPECT_EQ(desk.complaint().points.front().id, PointId("point-1"));
}

TEST(PointsOfComplaint, AreDefinedBeforeTheInvestigationBegins) {
  auto desk = a_complaint().at(Stage::Acknowledged);

  EXPECT_EQ(reason_of(desk.give("begin-investigation")), Reason::NoPoints);
}

TEST(ADecision, LeavesTheComplaintUntouched) {
  auto const desk = a_complaint().at(Stage::Agreed);
  auto const before = project(desk.complaint());

  ASSERT_TRUE(desk.decide(desk.good("add-note")));
  ASSERT_TRUE(desk.decide(desk.good("withdraw")));

  EXPECT_EQ(project(desk.complaint()), before);
  EXPECT_EQ(desk.complaint().version, static_cast<std::int64_t>(desk.history().size()));
}

TEST(ADecision, IsTheSameForTheSameComplaintCommandAndMoment) {
  auto const first = a_complaint().at(Stage::FollowingUp);
  auto const second = a_complaint().at(Stage::FollowingUp);

  ASSERT_EQ(first.history().size(), second.history().size());
  for (std::size_t i = 0; i < first.history().size(); ++i) EXPECT_EQ(first.history()[i].event, second.history()[i].event) << i;
}

}  // namespace
}  // namespace redress::testing
