// SPDX-License-Identifier: Apache-2.0
// Which clocks run is the profile's to say: each regime has its own, and all of them can be computed again from the history.
#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

Desk under(std::string const& profile) {
  Desk desk;
  desk.under(profile).go({"receive-complaint"});
  return desk;
}

std::string in_zone(Time moment, WorkingCalendar const& calendar) {
  auto const minute = calendar.local_minute(moment);
  return to_text(calendar.local_day(moment)) + " " + std::to_string(minute / std::chrono::hours{1}) + ":" +
         std::to_string(minute % std::chrono::hours{1} / std::chrono::minutes{1});
}

DeadlineState state_of(Desk const& desk, std::string const& name) {
  return desk.deadline(DeadlineName(name)).state;
}

WorkingCalendar const& calendar_of(Profile const& profile) {
  return profile.calendar.empty() ? calendar() : demonstration_rulebook().calendars.at(profile.calendar);
}

TEST(AProfile, CountsByItsOwnCalendarWhileTheOrganisationWorksByItsOwn) {
  auto const desk = under("fca-disp");

  auto const& london = demonstration_rulebook().calendars.at("england-and-wales");
  EXPECT_EQ(in_zone(desk.deadline(DeadlineName("final-response")).due_at, london), "2026-04-28 0:0");
  EXPECT_EQ(desk.complaint().received.calendar, "latvia");
}

TEST(AProfile, LetsAClockStartWhenAnotherThingHasHappened) {
  auto desk = under("housing-ombudsman");
  auto const starts_on_acknowledgement = [](Deadline const& deadline) { return deadline.start == Milestone::Acknowledged; };
  EXPECT_TRUE(std::ranges::none_of(desk.complaint().deadlines, starts_on_acknowledgement));

  desk.at_time("2026-03-04 10:00").go({"define-points", "acknowledge"});

  EXPECT_TRUE(std::ranges::any_of(desk.complaint().deadlines, starts_on_acknowledgement));
  EXPECT_EQ(state_of(desk, "acknowledgement"), DeadlineState::Met);
}

TEST(AProfile, LetsItsClocksRunOnWhileWeWait) {
  auto desk = under("fca-disp");

  desk.go({"acknowledge", "ask-complainant"});

  EXPECT_EQ(state_of(desk, "final-response"), DeadlineState::Running);
  EXPECT_EQ(desk.complaint().waiting, Waiting::WaitingForComplainant);
}

TEST(AProfile, MayKnowNoExtension) {
  auto desk = under("ru-consumer");
  desk.go({"acknowledge"});

  EXPECT_EQ(reason_of(desk.give("extend")), Reason::ExtensionNotProvided);
}

TEST(AProfile, SaysWhichDeadlineAnExtensionIsAbout) {
  auto desk = a_complaint().at(Stage::Investigating);
  auto command = std::get<Extend>(desk.good("extend"));

  command.deadline = DeadlineName("lunch");
  EXPECT_EQ(reason_of(desk.give(command)), Reason::NothingToExtend);
  command.deadline = DeadlineName("talk");
  EXPECT_EQ(reason_of(desk.give(command)), Reason::ExtensionNotProvided);
  command.deadline = DeadlineName("final-response");
  EXPECT_TRUE(desk.give(command));
}

TEST(AWarningOfTheFinalResponse, DraftsTheHoldingLetterForSomebodyToSend) {
  auto desk = a_complaint().at(Stage::Investigating);
  desk.at_time("2026-03-23 13:00");

  ASSERT_TRUE(desk.give(DeadlineWarned{DeadlineName("final-response"), {}}, the_clock()));

  auto const& letter = desk.letter(LetterKind::HoldingResponse);
  EXPECT_EQ(letter.state, LetterState::Drafted);
  EXPECT_TRUE(letter.drafted_by.empty());
  EXPECT_EQ(std::ranges::count_if(desk.messages(), &SendMessage::is_letter), 1) << "only the acknowledgement is on its way";
  EXPECT_TRUE(desk.give(ReviewLetter{letter.id}));
}

TEST(AWarningOfTheFinalResponse, DraftsNothingTwiceAndNothingWhenThereIsAnAgreement) {
  auto twice = a_complaint().at(Stage::Investigating);
  twice.at_time("2026-03-23 13:00");
  ASSERT_TRUE(twice.give(DeadlineWarned{DeadlineName("final-response"), {}}, the_clock()));
  auto const letters = twice.complaint().letters.size();
  twice.go({"extend"});
  ASSERT_TRUE(twice.give(DeadlineWarned{DeadlineName("final-response"), {}}, the_clock()));
  EXPECT_EQ(twice.complaint().letters.size(), letters);

  auto agreed = a_complaint().at(Stage::Agreed);
  auto const before = agreed.complaint().letters.size();
  ASSERT_TRUE(agreed.give(DeadlineWarned{DeadlineName("final-response"), {}}, the_clock()));
  EXPECT_EQ(agreed.complaint().letters.size(), before);
}

/// Computes every deadline of a history again, from what happened and from the profile alone.
class Recomputation {
 public:
  Recomputation(Profile const& profile, WorkingCalendar const& calendar) : profile_(profile), calendar_(calendar) {}

  void follow(std::vector<RecordedEvent> const& history) {
    for (auto const& recorded : history) {
      now_ = recorded.at;
      std::visit([this](auto const& event) { on(event); }, recorded.event);
    }
  }
  int checked = 0;

 private:
  struct Clock {
    Due due;
    bool stands_still = false;
  };

  template <class Other>
  void on(Other const&) {}
  void on(ComplaintReceived const& event) {
    received_at_ = event.received_at;
    channel_ = event.channel;
  }
  void on(InformationAsked const&) { waiting_since_ = now_; }
  void on(ResponseExtended const& event) { extension_ = event; }
  void on(DeadlineMoved const& event) {
    if (auto const clock = clocks_.find(event.deadline); clock != clocks_.end()) clock->second.stands_still = event.state == DeadlineState::Paused;
  }
  void on(DeadlineSet const& event) {
    if (!event.start) return;
    auto const* rule = profile_.find(event.deadline, channel_, *event.start);
    ASSERT_NE(rule, nullptr);
    auto& clock = clocks_[event.deadline];
    clock = {again(event, rule->counting, clock), false};
    EXPECT_EQ(clock.due.at, event.due_at) << event.deadline.value;
    EXPECT_EQ(clock.due.because, event.because) << event.deadline.value;
    ++checked;
  }

  Due again(DeadlineSet const& event, CountingRule const& rule, Clock const& clock) {
    if (clock.stands_still) return after_pause(clock.due, rule, waiting_since_, now_, calendar_);
    if (extension_ && extension_->deadline == event.deadline) {
      auto const by = std::exchange(extension_, std::nullopt)->by;
      return after_extension(clock.due, rule, by, now_, calendar_);
    }
    return due_after(event.start == Milestone::Received ? received_at_ : now_, rule, calendar_);
  }

  Profile const& profile_;
  WorkingCalendar const& calendar_;
  Time now_;
  Time received_at_;
  Time waiting_since_;
  Channel channel_ = Channel::Email;
  std::optional<ResponseExtended> extension_;
  std::map<DeadlineName, Clock> clocks_;
};

/// Whatever may be given is given, at random moments of some weeks.
void wander(Desk& desk, std::mt19937& chance) {
  static constexpr std::array commands{"acknowledge", "ask-complainant",     "record-information", "extend", "record-contact",  "define-points",
                                       "escalate",    "begin-investigation", "withdraw",           "reopen", "ask-complainant", "record-information"};
  auto moment = desk.now();
  for (int step = 0; step < 25; ++step) {
    moment += std::chrono::minutes{std::uniform_int_distribution<int>{1, 3 * 24 * 60}(chance)};
    desk.at_time(local(moment));
    std::ignore = desk.give(commands[std::uniform_int_distribution<std::size_t>{0, commands.size() - 1}(chance)]);
  }
}

TEST(TheDeadlinesOfAHistory, ComeOutTheSameWithTheSameReasonsWhenTheyAreComputedAgain) {
  std::mt19937 chance{3};
  for (auto const& [name, profile] : demonstration_rulebook().profiles) {
    int checked = 0;
    for (int complaint = 0; complaint < 20; ++complaint) {
      auto desk = under(name);
      wander(desk, chance);
      Recomputation again(profile, calendar_of(profile));
      again.follow(desk.history());
      checked += again.checked;
    }
    EXPECT_GT(checked, 40) << name;
  }
}

TEST(APromise, IsRefusedForADayOnWhichItsOwnerIsAway) {
  auto desk = a_complaint().at(Stage::Discussing);
  desk.go({"confirm-identity", "record-hearing"});
  auto command = std::get<ProposeRemedy>(desk.good("propose-remedy"));
  command.promises.front().by = *parse_date("2026-07-08");
  command.promises.front().owner = StaffId("staff-03");

  EXPECT_EQ(reason_of(desk.decide(command)), Reason::OwnerAway);
  command.promises.front().by = *parse_date("2026-07-15");
  EXPECT_TRUE(desk.decide(command));
}

TEST(ARemedy, IsRefusedOverTheAuthorityOfWhoeverProposesIt) {
  auto desk = a_complaint().at(Stage::Discussing);
  desk.go({"confirm-identity", "record-hearing"});
  auto command = std::get<ProposeRemedy>(desk.good("propose-remedy"));

  command.compensation = Money{1'000'000, "EUR"};
  EXPECT_EQ(reason_of(desk.decide(command, staff("staff-01"))), Reason::OverAuthority);
  command.compensation = Money{10, "USD"};
  EXPECT_EQ(reason_of(desk.decide(command, staff("staff-01"))), Reason::OverAuthority) << "another currency";
  command.compensation = Money{1'000, "EUR"};
  EXPECT_TRUE(desk.decide(command, staff("staff-01")));
  command.compensation = Money{1'000'000, "EUR"};
  EXPECT_TRUE(desk.decide(command, staff("staff-05"))) << "nothing bounds the managing director";
}

}  // namespace
}  // namespace redress::testing
