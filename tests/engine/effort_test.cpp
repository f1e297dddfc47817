// SPDX-License-Identifier: Apache-2.0
// What a complaint costs the person, and how urgent it is: the counts themselves. The stories are rule-09-*.scenario and rule-12-*.scenario.

#include "engine/domain/effort.hpp"

#include <gtest/gtest.h>

namespace redress {
namespace {

using namespace std::chrono_literals;

constexpr Time monday = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + 9h;

/// A complaint folded from events that happened at given times after it came in.
class Told {
 public:
  Told() {
    ComplaintReceived received;
    received.received_at = monday;
    then(0h, received);
  }

  Told& then(std::chrono::hours after, Event event) {
    apply(complaint_, {EventId("event"), ComplaintId("complaint"), complaint_.version + 1, monday + after, {}, std::move(event)});
    return *this;
  }
  Told& asked_and_answered(std::string question) {
    InformationRecorded answer;
    answer.text = "1207";
    return then(1h, InformationAsked{std::move(question), false}).then(2h, answer).then(2h, WaitingEnded{});
  }

  [[nodiscard]] Complaint const& complaint() const { return complaint_; }

 private:
  Complaint complaint_;
};

TEST(Effort, CountsHandlersAfterTheFirst) {
  Told told;

  told.then(1h, HandlerAssigned{StaffId("staff-01")});
  EXPECT_EQ(effort_of(told.complaint(), monday).transfers, 0);
  told.then(2h, HandlerAssigned{StaffId("staff-02")}).then(3h, HandlerAssigned{StaffId("staff-01")});

  EXPECT_EQ(effort_of(told.complaint(), monday).transfers, 2);
}

TEST(Effort, CountsWholeDaysUntilTheEndAndNotWhileItRested) {
  Told told;
  EXPECT_EQ(effort_of(told.complaint(), monday + 47h).days_waited, 1);

  told.then(72h, StageMoved{Stage::FollowingUp, Stage::Closed});
  EXPECT_EQ(effort_of(told.complaint(), monday + 1000h).days_waited, 3);
  told.then(720h, StageMoved{Stage::Closed, Stage::Investigating});

  EXPECT_EQ(effort_of(told.complaint(), monday + 720h).days_waited, 3);
  EXPECT_EQ(effort_of(told.complaint(), monday + 768h).days_waited, 5);
}

TEST(Effort, IsNothingBeforeTheComplaintCameIn) {
  EXPECT_EQ(effort_of(Told().complaint(), monday - 100h), Effort{});
}

TEST(AnsweredQuestion, IsTheSameHoweverItIsWritten) {
  Told told;
  told.asked_and_answered("Kāds ir pasūtījuma numurs?");

  EXPECT_TRUE(is_answered(told.complaint(), "kāds  ir pasūtījuma Numurs"));
  EXPECT_FALSE(is_answered(told.complaint(), "Kāds ir čeka numurs?"));
  EXPECT_FALSE(is_answered(told.complaint(), "?"));
}

TEST(AnsweredQuestion, IsNotOneThatIsOpen) {
  Told told;
  told.then(1h, InformationAsked{"Kurš stāvs?", false});

  EXPECT_FALSE(is_answered(told.complaint(), "Kurš stāvs?"));
}

TEST(AnsweredQuestion, IsCountedWithoutItsText) {
  Told told;
  told.asked_and_answered("").then(3h, InformationAsked{"", true});

  EXPECT_EQ(effort_of(told.complaint(), monday).repetitions, 1);
  EXPECT_EQ(effort_of(told.complaint(), monday).questions, 2);
}

TEST(Reach, IsThatOfThePostInHistoriesThatDoNotSayItByItself) {
  ComplaintReceived received;
  received.public_post = PublicPost{"https://social.example/1", 2000};
  Complaint complaint;

  apply(complaint, {EventId("event"), ComplaintId("complaint"), 1, monday, {}, received});

  EXPECT_EQ(complaint.reach, 2000);
}

TEST(Urgency, RisesWithReachAndWithSeverity) {
  EXPECT_EQ(urgency_of(0, {}), Urgency::Normal);
  EXPECT_EQ(urgency_of(wide_reach - 1, Severity::Slight), Urgency::Normal);
  EXPECT_EQ(urgency_of(wide_reach, {}), Urgency::High);
  EXPECT_EQ(urgency_of(0, Severity::Serious), Urgency::High);
  EXPECT_EQ(urgency_of(wide_reach, Severity::Serious), Urgency::Highest);
  EXPECT_EQ(urgency_of(mass_reach, {}), Urgency::Highest);
  EXPECT_EQ(urgency_of(0, Severity::Grave), Urgency::Highest);
}

}  // namespace
}  // namespace redress
