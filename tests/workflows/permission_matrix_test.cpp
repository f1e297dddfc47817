// SPDX-License-Identifier: Apache-2.0
// What may be done at which stage, written out. Everything else is refused, and what is offered is really accepted.
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/good_command.hpp"

namespace redress::testing {
namespace {

// One column a stage, in the order of engine/domain/stage.hpp: Received, Acknowledged, Investigating, Discussing, Agreed, LetterSent,
// FollowingUp, Closed, NotAgreed, Withdrawn, Merged, Referred.
constexpr auto matrix = R"(
                             Rec Ack Inv Dis Agr Let Fol Clo Not Wit Mer Ref
  receive-complaint           .   .   .   .   .   .   .   .   .   .   .   .
  receive-message             x   x   x   x   x   x   x   x   x   x   .   x
  ask-identity                x   x   x   x   x   x   x   .   x   .   .   .
  confirm-identity            x   x   x   x   x   x   x   .   x   .   .   .
  acknowledge                 x   .   .   .   .   .   .   .   .   .   .   .
  define-points               x   x   x   .   .   .   .   .   .   .   .   .
  assign-handler              x   x   x   x   x   x   x   .   x   .   .   .
  make-appointment            x   x   x   x   x   x   x   .   x   .   .   .
  change-appointment          x   x   x   x   x   x   x   .   x   .   .   .
  cancel-appointment          x   x   x   x   x   x   x   .   x   .   .   .
  record-contact              x   x   x   x   x   x   x   x   x   x   .   x
  begin-investigation         .   x   .   .   .   .   .   .   .   .   .   .
  request-statement           .   .   x   .   .   .   .   .   .   .   .   .
  record-statement            .   .   x   .   .   .   .   .   .   .   .   .
  record-fact                 .   .   x   x   .   .   .   .   .   .   .   .
  record-root-cause           .   .   x   .   .   .   .   .   .   .   .   .
  conclude-investigation      .   .   x   .   .   .   .   .   .   .   .   .
  record-hearing              .   .   .   x   .   .   .   .   .   .   .   .
  propose-remedy              .   .   .   x   .   .   .   .   .   .   .   .
  record-answer               .   .   .   x   .   .   .   .   .   .   .   .
  agree-schedule              .   .   .   x   .   .   .   .   .   .   .   .
  conclude-without-agreement  .   .   .   x   .   .   .   .   .   .   .   .
  draft-letter                x   x   x   x   x   x   x   .   x   .   .   .
  review-letter               x   x   x   x   x   x   x   .   x   .   .   .
  return-letter               x   x   x   x   x   x   x   .   x   .   .   .
  approve-letter              x   x   x   x   x   x   x   .   x   .   .   .
  send-letter                 x   x   x   x   x   x   x   .   x   .   .   .
  copy-letter                 .   .   .   .   .   x   .   .   x   .   .   .
  record-copy-read            x   x   x   x   x   x   x   x   x   x   .   x
  post-letter                 x   x   x   x   x   x   x   x   x   x   .   x
  letter-accepted             x   x   x   x   x   x   x   x   x   x   x   x
  letter-delayed              x   x   x   x   x   x   x   x   x   x   x   x
  letter-bounced              x   x   x   x   x   x   x   x   x   x   x   x
  keep-promise                .   .   .   .   x   x   x   .   .   .   .   .
  amend-promise               .   .   .   .   x   x   x   .   .   .   .   .
  release-promise             .   .   .   .   x   x   x   .   .   .   .   .
  record-follow-up            .   .   .   .   .   .   x   .   .   .   .   .
  add-preventive-action       .   x   x   x   x   x   x   x   x   x   .   x
  agree-preventive-action     x   x   x   x   x   x   x   x   x   x   .   x
  complete-preventive-action  x   x   x   x   x   x   x   x   x   x   .   x
  assess-preventive-action    x   x   x   x   x   x   x   x   x   x   .   x
  close                       .   .   .   .   .   .   x   .   x   .   .   .
  promise-missed              .   .   .   .   x   x   x   .   .   .   .   .
  deadline-warned             x   x   x   x   x   x   x   x   x   x   .   x
  deadline-passed             x   x   x   x   x   x   x   x   x   x   .   x
  escalate                    x   x   x   x   x   x   x   .   x   .   .   .
  ask-complainant             x   x   x   x   .   .   .   .   .   .   .   .
  record-information          x   x   x   x   x   x   x   .   x   .   .   .
  extend                      x   x   x   x   x   .   .   .   .   .   .   .
  hold-adverse-action         x   x   x   x   x   x   x   .   x   .   .   .
  lift-hold                   x   x   x   x   x   x   x   x   x   x   .   x
  add-note                    x   x   x   x   x   x   x   x   x   x   .   x
  attach                      x   x   x   x   x   x   x   x   x   x   .   x
  name-staff                  x   x   x   x   x   x   x   x   x   x   .   x
  break-glass                 x   x   x   x   x   x   x   x   x   x   x   x
  withdraw                    x   x   x   x   x   x   x   .   .   .   .   .
  merge                       x   x   x   x   x   x   x   .   .   .   .   .
  refer                       x   x   x   x   x   x   x   .   .   .   .   .
  reopen                      .   .   .   .   .   .   .   x   x   x   .   x
)";

constexpr std::array all_stages{Stage::Received,    Stage::Acknowledged, Stage::Investigating, Stage::Discussing, Stage::Agreed, Stage::LetterSent,
                                Stage::FollowingUp, Stage::Closed,       Stage::NotAgreed,     Stage::Withdrawn,  Stage::Merged, Stage::Referred};

std::map<Stage, std::set<std::string>> read_matrix() {
  std::map<Stage, std::set<std::string>> allowed;
  std::istringstream lines{matrix};
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream words{line};
    std::string command;
    words >> command;
    for (auto const stage : all_stages)
      if (std::string mark; words >> mark && mark == "x") allowed[stage].insert(command);
  }
  return allowed;
}

class AtStage : public ::testing::TestWithParam<Stage> {};

INSTANTIATE_TEST_SUITE_P(PermissionMatrix, AtStage, ::testing::ValuesIn(all_stages), [](auto const& one) { return std::string(name_of(one.param)); });

TEST_P(AtStage, ExactlyTheCommandsOfTheMatrixAreOffered) {
  auto const desk = a_complaint().at(GetParam());

  std::set<std::string> offered;
  for (auto const& one : desk.permitted()) EXPECT_TRUE(offered.insert(std::string(one.name)).second) << one.name << " is offered twice";

  auto expected = read_matrix()[GetParam()];
  std::erase_if(expected, [](std::string const& command) { return is_for_the_clock(command); });
  EXPECT_EQ(offered, expected);
}

TEST_P(AtStage, EverythingElseIsRefused) {
  auto const desk = a_complaint().at(GetParam());
  auto const allowed = read_matrix()[GetParam()];

  for (auto const command : all_commands()) {
    auto const answer = desk.decide(desk.good(command), is_for_the_clock(command) ? the_clock() : staff("staff-01"));
    bool const is_refused_here = !answer && answer.error().reason == Reason::NotAtThisStage;
    EXPECT_EQ(is_refused_here, !allowed.contains(std::string(command))) << command << ": " << why(answer);
  }
}

TEST_P(AtStage, WhatIsReadyIsAcceptedAndWhatIsNotIsRefusedWithItsReason) {
  auto const desk = a_complaint().at(GetParam());

  for (auto const& offer : desk.permitted()) {
    auto const answer = desk.decide(desk.good(offer.name));

    EXPECT_EQ(answer.has_value(), offer.missing.empty()) << offer.name << ": " << why(answer);
    // Where there is no final response, sending cannot name one; what is named instead is refused on its own account.
    bool const cannot_name_it = offer.name == "send-letter" && !offer.missing.empty() && offer.missing.front().reason == Reason::NoFinalResponse;
    if (!answer && !offer.missing.empty() && !cannot_name_it) {
      EXPECT_EQ(answer.error().reason, offer.missing.front().reason) << offer.name << ": " << why(answer);
    }
  }
}

TEST_P(AtStage, TheClocksOwnCommandsAreRefusedToStaff) {
  auto const desk = a_complaint().at(GetParam());

  for (auto const command : all_commands())
    if (is_for_the_clock(command)) {
      EXPECT_EQ(reason_of(desk.decide(desk.good(command))), Reason::OnlyTheClock) << command;
    }
}

TEST(PermissionMatrix, RefusesEverythingToWhoeverIsComplainedAbout) {
  Desk desk;
  auto received = std::get<ReceiveComplaint>(desk.good("receive-complaint"));
  received.concerns_staff = {StaffId("staff-02")};
  ASSERT_TRUE(desk.give(received));

  for (auto const command : all_commands()) {
    if (is_for_the_clock(command)) continue;
    EXPECT_EQ(reason_of(desk.decide(desk.good(command), staff("staff-02"))), Reason::ConflictOfInterest) << command;
  }
}

TEST(PermissionMatrix, HasARowForEveryCommand) {
  std::string const text = matrix;
  for (auto const command : all_commands()) EXPECT_NE(text.find("  " + std::string(command) + " "), std::string::npos) << command;
}

}  // namespace
}  // namespace redress::testing
