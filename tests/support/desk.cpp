// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk.hpp"

#include <gtest/gtest.h>

#include "tests/support/good_command.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

using Road = std::vector<std::string_view>;

Road operator+(Road road, Road const& further) {
  road.insert(road.end(), further.begin(), further.end());
  return road;
}

/// The commands that lead to a stage from the very beginning.
Road road_to(Stage stage) {
  switch (stage) {
    case Stage::Received:
      return {"receive-complaint"};
    case Stage::Acknowledged:
      return road_to(Stage::Received) + Road{"acknowledge"};
    case Stage::Investigating:
      return road_to(Stage::Acknowledged) + Road{"define-points", "begin-investigation"};
    case Stage::Discussing:
      return road_to(Stage::Investigating) + Road{"request-statement", "record-statement", "record-fact", "record-root-cause", "conclude-investigation"};
    case Stage::Agreed:
      return road_to(Stage::Discussing) + Road{"confirm-identity", "record-hearing", "propose-remedy", "record-answer", "agree-schedule"};
    case Stage::LetterSent:
      return road_to(Stage::Agreed) + Road{"draft-letter", "review-letter", "approve-letter", "send-letter"};
    case Stage::FollowingUp:
      return road_to(Stage::LetterSent) + Road{"letter-accepted", "copy-letter"};
    case Stage::Closed:
      return road_to(Stage::FollowingUp) + Road{"keep-promise", "keep-promise", "record-follow-up", "add-preventive-action", "close"};
    case Stage::NotAgreed:
      return road_to(Stage::Discussing) + Road{"confirm-identity", "record-hearing", "propose-remedy", "record-answer", "conclude-without-agreement"};
    case Stage::Withdrawn:
      return road_to(Stage::Received) + Road{"withdraw"};
    case Stage::Merged:
      return road_to(Stage::Received) + Road{"merge"};
    case Stage::Referred:
      return road_to(Stage::Received) + Road{"refer"};
  }
  return {};
}

}  // namespace

Actor staff(std::string_view id) {
  return {ActorKind::Staff, StaffId(std::string(id)), "test"};
}
Actor the_clock() {
  return {ActorKind::Clock, {}, "clock"};
}

Desk::Desk()
    : workflow_(&resolution()),
      clock_(std::make_unique<system::ManualClock>(local("2026-03-02 09:00"))),
      identifiers_(std::make_unique<system::SeededIdentifiers>(1)) {}

std::expected<Decision, Refusal> Desk::decide(Command command, Actor actor) const {
  CommandEnvelope const envelope{complaint_.received.reference, std::move(command), std::move(actor), {}, {}, {}, {}};
  ports::Circumstances const circumstances{now(), *identifiers_, [this](Reference const&) { return other_complaint_exists_; }};
  return workflow_->decide(complaint_, envelope, circumstances);
}

std::expected<Decision, Refusal> Desk::give(Command command, Actor actor) {
  auto decision = decide(std::move(command), actor);
  if (!decision) return decision;
  auto const id = complaint_.exists() ? complaint_.id : ComplaintId(identifiers_->uuid(now()));
  for (auto const& event : decision->events) {
    history_.push_back({EventId(identifiers_->uuid(now())), id, complaint_.version + 1, now(), actor, event});
    apply(complaint_, history_.back());
  }
  for (auto const& effect : decision->effects) messages_.push_back(std::get<SendMessage>(effect));
  return decision;
}

std::expected<Decision, Refusal> Desk::give(std::string_view command) {
  return give(good(command), is_for_the_clock(command) ? the_clock() : staff("staff-01"));
}

Desk& Desk::go(std::initializer_list<std::string_view> commands) {
  for (auto const command : commands) {
    auto const answer = give(command);
    EXPECT_TRUE(answer.has_value()) << command << " at " << name_of(complaint_.stage) << ": " << why(answer);
  }
  return *this;
}

Desk& Desk::under(ports::Workflow const& workflow) {
  workflow_ = &workflow;
  return *this;
}

Desk& Desk::under(std::string const& profile) {
  workflow_ = &resolution_under(profile);
  return *this;
}

Command Desk::good(std::string_view command) const {
  return good_command(command, complaint_, now());
}

std::vector<ports::PermittedCommand> Desk::permitted() const {
  return workflow_->permitted(complaint_, now(), {});
}

Deadline const& Desk::deadline(DeadlineName name, PromiseId const& promise) const {
  static Deadline const none{};
  auto const* found = find_deadline(complaint_, name, promise);
  EXPECT_NE(found, nullptr) << "there is no deadline " << name.value;
  return found == nullptr ? none : *found;
}

Letter const& Desk::letter(LetterKind kind) const {
  static Letter const none{};
  auto const* found = newest_letter(complaint_, kind);
  EXPECT_NE(found, nullptr) << "there is no " << name_of(kind);
  return found == nullptr ? none : *found;
}

Desk& Desk::at_time(std::string_view local_moment) {
  clock_->set(local(local_moment));
  return *this;
}

Desk& Desk::without_other_complaint() {
  other_complaint_exists_ = false;
  return *this;
}

Desk ComplaintBuilder::at(Stage stage) const {
  Desk desk;
  for (auto const command : road_to(stage)) {
    auto step = desk.good(command);
    if (stage == Stage::NotAgreed && command == "record-answer") std::get<RecordAnswer>(step).answer = ProposalAnswer::Decline;
    auto const answer = desk.give(std::move(step), is_for_the_clock(command) ? the_clock() : staff("staff-01"));
    EXPECT_TRUE(answer.has_value()) << command << " on the road to " << name_of(stage) << ": " << why(answer);
  }
  EXPECT_EQ(desk.complaint().stage, stage);
  return desk;
}

Reason reason_of(std::expected<Decision, Refusal> const& answer) {
  EXPECT_FALSE(answer.has_value()) << "it was accepted";
  return answer.has_value() ? Reason{} : answer.error().reason;
}

std::string why(std::expected<Decision, Refusal> const& answer) {
  if (answer.has_value()) return "accepted";
  std::string all;
  for (auto const& missing : answer.error().missing) all += std::string(name_of(missing.reason)) + "(" + missing.subject + ") ";
  return all;
}

}  // namespace redress::testing
