// SPDX-License-Identifier: Apache-2.0
// Profiles as files: what is read from them, and what is refused, at which line.
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "adapters/rules/rules.hpp"
#include "tests/adapters/rule_files.hpp"

namespace redress::rules {
namespace {

class ProfileFile : public RuleFiles {
 protected:
  /// The profile that a file of that content is.
  Profile loaded(std::string const& content) { return load_profile(write("regime.toml", content)); }
  std::string fault_in(std::string const& content) { return fault_of(load_profile, write("regime.toml", content)); }
};

std::string const least = R"(name = "regime"
title = { en = "Regime", lv = "Režīms", ru = "Режим" }
[[deadlines]]
name = "final-response"
title = { en = "final response", lv = "galīgā atbilde", ru = "окончательный ответ" }
start = "received"
met_by = "final-response-sent"
period = "8 weeks"
warn_before = "2 working-days"
source = "an act, section 1"
[information_within]
period = "10 working-days"
source = "an act, section 2"
)";

std::string const whole = R"(name = "regime"
calendar = "riga"
[title]
en = "Regime"
lv = "Režīms"
ru = "Режим"
[[deadlines]]
name = "acknowledgement"
title = { en = "acknowledgement", lv = "apstiprinājums", ru = "подтверждение" }
start = "received"
met_by = "acknowledged"
channels = ["post", "in-person"]
period = "3 calendar-days"
starts_from = "next-opening"
day_of_start = "counted"
ends_at = "close-of-business"
on_day_off = "next-working-day"
warn_before = "4 working-hours"
source = "an act, section 1"
[[deadlines]]
name = "final-response"
title = { en = "final response", lv = "galīgā atbilde", ru = "окончательный ответ" }
start = "acknowledged"
met_by = "final-response-sent"
period = "15 working-days"
while_waiting = "stands-still"
warn_before = "2 working-days"
drafts_on_warning = "holding-response"
silence = "may-be-referred"
source = "an act, section 2"
[deadlines.extension]
times = 2
at_most = "10 working-days"
needs = "notice"
notice = { en = "You may complain.", lv = "Jūs varat sūdzēties.", ru = "Вы можете пожаловаться." }
source = "an act, section 3"
[information_within]
period = "10 working-days"
source = "the house"
[staff_notices]
when = "at-once"
source = "the house"
[referral]
body = { en = "the Ombudsman", lv = "ombuds", ru = "омбудсмен" }
address = "https://ombudsman.example"
within = "6 months"
source = "an act, section 4"
[retention]
keep = "36 months"
source = "an act, section 5"
[[contents]]
letter = "final-response"
must = ["decision", "reasons", "right-to-refer"]
source = "an act, section 6"
)";

TEST_F(ProfileFile, IsReadWithEverythingInIt) {
  auto const profile = loaded(whole);

  EXPECT_EQ(profile.name, "regime");
  EXPECT_EQ(profile.calendar, "riga");
  EXPECT_EQ(profile.title.at(Language::Latvian), "Režīms");
  ASSERT_EQ(profile.deadlines.size(), 2u);
  EXPECT_EQ(profile.information_within, (Period{10, Unit::WorkingDays}));
  EXPECT_EQ(profile.staff_notices, StaffNotices::AtOnce);
  EXPECT_EQ(profile.referral->body.at(Language::English), "the Ombudsman");
  EXPECT_EQ(profile.referral->address, "https://ombudsman.example");
  EXPECT_EQ(profile.referral->within, (Period{6, Unit::Months}));
  EXPECT_EQ(profile.retention->keep, (Period{36, Unit::Months}));
  ASSERT_EQ(profile.contents.size(), 1u);
  EXPECT_EQ(profile.contents[0].letter, LetterKind::FinalResponse);
  EXPECT_EQ(profile.contents[0].contents, (std::vector{LetterContents::Decided, LetterContents::Reasons, LetterContents::RightToRefer}));
}

TEST_F(ProfileFile, SaysHowADeadlineCounts) {
  auto const profile = loaded(whole);

  auto const& rule = profile.deadlines[0];
  EXPECT_EQ(rule.name, DeadlineName{"acknowledgement"});
  EXPECT_EQ(rule.title.at(Language::Russian), "подтверждение");
  EXPECT_EQ(rule.met_by, Milestone::Acknowledged);
  EXPECT_EQ(rule.channels, (std::vector{Channel::Post, Channel::InPerson}));
  EXPECT_EQ(rule.counting,
            (CountingRule{{3, Unit::CalendarDays}, StartsFrom::NextOpening, DayOfStart::Counted, EndsAt::CloseOfBusiness, OnDayOff::NextWorkingDay}));
  EXPECT_EQ(rule.warn_before, (Period{4, Unit::WorkingHours}));
  EXPECT_EQ(rule.source, "an act, section 1");
}

TEST_F(ProfileFile, SaysWhatBecomesOfADeadline) {
  auto const profile = loaded(whole);

  auto const& rule = profile.deadlines[1];
  EXPECT_EQ(rule.start, Milestone::Acknowledged);
  EXPECT_EQ(rule.while_waiting, WhileWaiting::StandsStill);
  EXPECT_EQ(rule.drafts_on_warning, LetterKind::HoldingResponse);
  EXPECT_EQ(rule.silence, Silence::MayBeReferred);
  ASSERT_TRUE(rule.extension);
  EXPECT_EQ(rule.extension->times, 2);
  EXPECT_EQ(rule.extension->at_most, (Period{10, Unit::WorkingDays}));
  EXPECT_EQ(rule.extension->needs, ExtensionNeeds::Notice);
  EXPECT_EQ(rule.extension->notice.at(Language::English), "You may complain.");
  EXPECT_EQ(rule.extension->source, "an act, section 3");
}

TEST_F(ProfileFile, LeavesTheRestToTheHouse) {
  auto const profile = loaded(least);

  auto const& rule = profile.deadlines.at(0);
  EXPECT_TRUE(profile.calendar.empty());
  EXPECT_EQ(profile.staff_notices, StaffNotices::InWorkingHours);
  EXPECT_FALSE(profile.referral || profile.retention || !profile.contents.empty());
  EXPECT_EQ(rule.counting, counting({8, Unit::Weeks}));
  EXPECT_TRUE(rule.channels.empty());
  EXPECT_EQ(rule.while_waiting, WhileWaiting::Runs);
  EXPECT_EQ(rule.silence, Silence::NothingYet);
  EXPECT_FALSE(rule.extension || rule.drafts_on_warning);
}

TEST_F(ProfileFile, EndsWorkingDaysAtCloseOfBusinessUnlessItSaysOtherwise) {
  EXPECT_EQ(loaded(replaced(least, "8 weeks", "15 working-days")).deadlines[0].counting.ends_at, EndsAt::CloseOfBusiness);
  EXPECT_EQ(loaded(replaced(least, "8 weeks\"", "15 working-days\"\nends_at = \"midnight\"")).deadlines[0].counting.ends_at, EndsAt::Midnight);
}

constexpr char const* milestones = "received, acknowledged, points-defined, talked, agreed, final-response-sent, escalated, reopened, closed";

TEST_F(ProfileFile, IsRefusedWhenAWordIsNoneOfThoseThatCanStandThere) {
  for (auto const& broken : {
           Broken{"start = \"received\"", "start = \"recieved\"", "regime.toml:10: \"start\" cannot be \"recieved\"; it is one of "},
           Broken{"met_by = \"acknowledged\"", "met_by = \"Acknowledged\"", "regime.toml:11: \"met_by\" cannot be \"Acknowledged\"; it is one of "},
       })
    EXPECT_EQ(fault_in(replaced(whole, broken.what, broken.with)), std::string{broken.fault} + milestones);
  for (auto const& broken : {
           Broken{"holding-response", "excuse", "regime.toml:28: \"drafts_on_warning\" cannot be \"excuse\"; it is one of "},
           Broken{"letter = \"final-response\"", "letter = \"bill\"", "regime.toml:52: \"letter\" cannot be \"bill\"; it is one of "},
       })
    EXPECT_EQ(fault_in(replaced(whole, broken.what, broken.with)), fmt::format("{}{}", broken.fault, fmt::join(names_of(LetterKind{}), ", ")));
  for (auto const& broken : {
           Broken{"\"in-person\"", "\"fax\"", "12: every entry of \"channels\" must be one of email, phone, web-form, chat, social, post, in-person"},
           Broken{"\"in-person\"", "7", "12: every entry of \"channels\" must be one of email, phone, web-form, chat, social, post, in-person"},
           Broken{"\"in-person\"", "\"post\"", "12: \"post\" is in \"channels\" twice; take one of the two out"},
           Broken{"[\"post\", \"in-person\"]", "[]",
                  "12: \"channels\" must be a list of at least one of email, phone, web-form, chat, social, post, in-person"},
           Broken{"[\"post\", \"in-person\"]", "\"post\"",
                  "12: \"channels\" must be a list of at least one of email, phone, web-form, chat, social, post, in-person"},
           Broken{"next-opening", "opening", "14: \"starts_from\" cannot be \"opening\"; it is one of moment, next-opening"},
           Broken{"\"counted\"", "\"yes\"", "15: \"day_of_start\" cannot be \"yes\"; it is one of not-counted, counted"},
           Broken{"close-of-business", "noon", "16: \"ends_at\" cannot be \"noon\"; it is one of close-of-business, midnight"},
           Broken{"next-working-day", "moves", "17: \"on_day_off\" cannot be \"moves\"; it is one of stays, next-working-day, previous-working-day"},
           Broken{"stands-still", "stops", "26: \"while_waiting\" cannot be \"stops\"; it is one of stands-still, runs"},
           Broken{"may-be-referred", "consent", "29: \"silence\" cannot be \"consent\"; it is one of nothing-yet, refusal, may-be-referred"},
           Broken{"\"notice\"", "\"nothing\"", "34: \"needs\" cannot be \"nothing\"; it is one of agreement, notice"},
           Broken{"at-once", "never", "41: \"when\" cannot be \"never\"; it is one of in-working-hours, at-once"},
           Broken{"\"reasons\"", "\"riddles\"",
                  "53: every entry of \"must\" must be one of decision, reasons, remedy, right-to-refer, referral-body, referral-time-limit, named-handler, "
                  "next-steps, reference, points-of-complaint, deadline, apology, delay-reason"},
       })
    EXPECT_EQ(fault_in(replaced(whole, broken.what, broken.with)), std::string{"regime.toml:"} + broken.fault);
}

TEST_F(ProfileFile, IsRefusedWhenSomethingIsMissingOrMeansNothing) {
  for (auto const& broken : {
           Broken{", ru = \"Режим\"", "", "2: \"ru\" is missing; add it here"},
           Broken{", lv = \"galīgā atbilde\"", "", "5: \"lv\" is missing; add it here"},
           Broken{"start = \"received\"\n", "", "3: \"start\" is missing; add it here"},
           Broken{"period = \"8 weeks\"\n", "", "3: \"period\" is missing; add it here"},
           Broken{"warn_before = \"2 working-days\"\n", "", "3: \"warn_before\" is missing; add it here"},
           Broken{"source = \"an act, section 1\"\n", "", "3: \"source\" is missing; add it here"},
           Broken{"source = \"an act, section 2\"\n", "", "11: \"source\" is missing; add it here"},
           Broken{"[information_within]", "[informations]", "1: \"information_within\" is missing; add it here"},
           Broken{"[[deadlines]]", "[[deadline]]", "1: this profile has no deadline; add a [[deadlines]] for each that the regime sets"},
           Broken{"\nwarn_before", "\nwarn = 1\nwarn_before", "9: nobody knows what \"warn\" means here; correct its spelling or take it out"},
           Broken{"[information_within]", "[surprise]\n[information_within]",
                  "11: nobody knows what \"surprise\" means here; correct its spelling or take it out"},
           Broken{"ru = \"Режим\"", "ru = \"Режим\", et = \"Kord\"", "2: nobody knows what \"et\" means here; correct its spelling or take it out"},
           Broken{"\"regime\"", "\"other\"", "1: \"name\" says \"other\" but the file is called regime.toml; make them the same"},
           Broken{"8 weeks", "0 weeks",
                  "8: \"period\" must be a number from 1 to 10000 and a unit, such as \"15 working-days\"; the units are hours, working-hours, calendar-days, "
                  "working-days, weeks, months"},
       })
    EXPECT_EQ(fault_in(replaced(least, broken.what, broken.with)), std::string{"regime.toml:"} + broken.fault);
}

TEST_F(ProfileFile, IsRefusedWhenADeadlineCannotBeWhatItSays) {
  for (auto const& broken : {
           Broken{"\"final-response\"", "\"promise\"", "4: the house keeps the deadline \"promise\" itself; give this one another name"},
           Broken{"\"final-response\"", "\"information\"", "4: the house keeps the deadline \"information\" itself; give this one another name"},
           Broken{"\"final-response\"", "\"Final response\"",
                  "4: \"Final response\" is not a name for a deadline; write it in small letters and hyphens, such as \"final-response\""},
           Broken{"\"final-response-sent\"", "\"received\"", "7: a deadline that is met by what starts it never runs; let it be met by something else"},
           Broken{"8 weeks\"", "8 hours\"\nends_at = \"midnight\"", "9: \"ends_at\" means nothing for a period of hours; take it out"},
           Broken{"8 weeks\"", "8 working-hours\"\nday_of_start = \"counted\"", "9: \"day_of_start\" means nothing for a period of working-hours; take it out"},
           Broken{"8 weeks\"", "8 working-days\"\non_day_off = \"stays\"", "9: \"on_day_off\" means nothing for a period of working-days; take it out"},
       })
    EXPECT_EQ(fault_in(replaced(least, broken.what, broken.with)), std::string{"regime.toml:"} + broken.fault);
}

TEST_F(ProfileFile, IsRefusedWhenAnExtensionOrAReferralCannotBeWhatItSays) {
  for (auto const& broken : {
           Broken{"times = 2", "times = 0", "32: \"times\" must be a whole number of at least 1"},
           Broken{"times = 2", "times = 1.5", "32: \"times\" must be a whole number of at least 1"},
           Broken{
               "at_most = \"10 working-days\"", "at_most = \"10 days\"",
               "33: \"at_most\" must be a number from 1 to 10000 and a unit, such as \"15 working-days\"; the units are hours, working-hours, calendar-days, "
               "working-days, weeks, months"},
           Broken{"needs = \"notice\"\n", "", "31: \"needs\" is missing; add it here"},
           Broken{", lv = \"Jūs varat sūdzēties.\"", "", "35: \"lv\" is missing; add it here"},
           Broken{"source = \"an act, section 3\"\n", "", "31: \"source\" is missing; add it here"},
           Broken{"https://", "", "45: \"address\" must be a web address such as \"https://www.example.org\""},
           Broken{"keep = \"36 months\"\n", "", "48: \"keep\" is missing; add it here"},
       })
    EXPECT_EQ(fault_in(replaced(whole, broken.what, broken.with)), std::string{"regime.toml:"} + broken.fault);
}

std::string const another = R"([[deadlines]]
name = "final-response"
title = { en = "final response", lv = "galīgā atbilde", ru = "окончательный ответ" }
start = "received"
met_by = "final-response-sent"
channels = ["post"]
period = "9 weeks"
warn_before = "2 working-days"
source = "an act, section 1"
)";

TEST_F(ProfileFile, IsRefusedWhenTwoRulesAreForTheSameDeadlineStartAndChannel) {
  EXPECT_EQ(fault_in(least + another),
            "regime.toml:15: there is a deadline \"final-response\" already that starts when \"received\" and applies to the channel post; take one of the two "
            "out, or give each channels of its own");
  EXPECT_EQ(fault_in(replaced(least, "period = \"8", "channels = [\"phone\"]\nperiod = \"8") + another), "") << "each has its own channels";
  EXPECT_EQ(fault_in(least + replaced(another, "\"received\"", "\"reopened\"")), "") << "each has its own start";
}

TEST_F(ProfileFile, IsRefusedWhenTheContentsOfALetterAreGivenTwice) {
  EXPECT_EQ(fault_in(whole + "[[contents]]\nletter = \"final-response\"\nmust = [\"apology\"]\nsource = \"an act\"\n"),
            "regime.toml:56: the contents of \"final-response\" are given already; put them all into one [[contents]]");
}

TEST(ShippedProfiles, AreAllSoundAndNameCalendarsThatAreThere) {
  auto const calendars = load_calendars(source() / "workflows/calendars");
  for (auto const& entry : std::filesystem::directory_iterator(source() / "workflows/profiles")) {
    auto const profile = load_profile(entry.path());

    EXPECT_TRUE(profile.calendar.empty() || calendars.contains(profile.calendar)) << profile.name;
  }
}

TEST(ShippedProfiles, HoldTheNumbersOfTheStandard) {
  auto const standard = load_profile(source() / "workflows/profiles/standard.toml");
  auto const period_of = [&](char const* name, Channel channel) {
    auto const* rule = standard.find(DeadlineName{name}, channel, Milestone::Received);
    return rule == nullptr ? Period{} : rule->counting.period;
  };

  EXPECT_EQ(period_of("acknowledgement", Channel::Email), (Period{1, Unit::WorkingHours}));
  EXPECT_EQ(period_of("acknowledgement", Channel::Post), (Period{1, Unit::WorkingDays}));
  EXPECT_EQ(period_of("talk", Channel::Email), (Period{3, Unit::WorkingDays}));
  EXPECT_EQ(period_of("final-response", Channel::Email), (Period{15, Unit::WorkingDays}));
  EXPECT_EQ(standard.find(DeadlineName{"final-response"}, Channel::Email, Milestone::Received)->extension->at_most, (Period{10, Unit::WorkingDays}));
  EXPECT_EQ(standard.information_within, (Period{10, Unit::WorkingDays}));
}

}  // namespace
}  // namespace redress::rules
