// SPDX-License-Identifier: Apache-2.0
// Who gets a mail in the morning, when, and of what; and that they get one.
#include "engine/runtime/morning_digest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "adapters/letters/template_digest_writer.hpp"
#include "tests/support/house.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

class Mornings : public ::testing::Test {
 protected:
  Mornings() { begin(); }

  /// As after a start of the program.
  void begin() { digest = std::make_unique<runtime::MorningDigest>(*house.engine, writer); }

  /// A complaint that has a handler. Its first deadline, within the hour, is met or not.
  Reference handled(bool acknowledged = true) {
    auto const reference = house.receive();
    house.go(reference, "assign-handler");
    if (acknowledged) house.go(reference, "acknowledge");
    return reference;
  }

  /// They have spoken: what is due next is the final response.
  void talk(Reference const& reference) {
    RecordContact talk;
    talk.channel = Channel::Phone;
    talk.summary = "Pārrunājām, kas noticis";
    answer_of(house.give(reference, talk, Actor{ActorKind::Staff, StaffId("staff-01"), "test"}));
  }

  /// What went out as a digest.
  [[nodiscard]] std::vector<std::string> got() {
    house.run_until(house.clock.now());
    std::vector<std::string> all;
    for (auto const& sent : house.mailer.sent())
      if (sent.key.starts_with("digest-")) all.push_back(sent.bytes);
    return all;
  }

  std::unique_ptr<ports::Workflow> workflow =
      resolution_of([](Organisation& organisation) { organisation.digests = redress::MorningDigests::EveryWorkingDay; });
  House house{*workflow};
  letters::TemplateDigestWriter writer{REDRESS_SOURCE_DIR "/templates"};
  std::unique_ptr<runtime::MorningDigest> digest;
};

TEST_F(Mornings, BringNothingToWhoeverHasNothing) {
  house.clock.set(local("2026-03-02 09:00"));

  EXPECT_EQ(digest->put_due(), 0U);
  EXPECT_TRUE(got().empty());
}

TEST_F(Mornings, BringOneMailADayWhateverIsStartedAgain) {
  house.clock.set(local("2026-03-02 09:00"));
  auto const reference = handled();
  talk(reference);
  house.run_until(local("2026-03-03 09:00"));
  auto const of_tomorrow = handled();
  talk(of_tomorrow);
  house.run_until(local("2026-03-23 08:59"));
  EXPECT_EQ(digest->put_due(), 0U) << "nobody is there yet";
  EXPECT_EQ(digest->next(), local("2026-03-23 09:00"));

  house.clock.set(local("2026-03-23 09:00"));
  EXPECT_GE(digest->put_due(), 1U);
  EXPECT_EQ(digest->put_due(), 0U);
  begin();
  EXPECT_EQ(digest->put_due(), 0U) << "a second start finds what stands in the outbox";

  auto const mails = got();
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_TRUE(mails[0].contains(reference.value)) << mails[0];
  EXPECT_FALSE(mails[0].contains(of_tomorrow.value)) << mails[0];
  EXPECT_FALSE(mails[0].substr(0, mails[0].find("\r\n\r\n")).contains(reference.value)) << "the subject counts, and names nothing";
  begin();
  EXPECT_EQ(digest->put_due(), 0U) << "nor is it sent again once it was sent";

  house.run_until(local("2026-03-24 09:00"));
  EXPECT_GE(digest->put_due(), 1U);
  ASSERT_EQ(got().size(), 2U);
  EXPECT_TRUE(got()[1].contains(of_tomorrow.value)) << got()[1];
}

TEST_F(Mornings, SayWhatIsLateUntilItIsDone) {
  house.clock.set(local("2026-03-02 09:00"));
  auto const reference = handled(false);

  for (auto const* morning : {"2026-03-03 09:00", "2026-03-04 09:00"}) {
    house.run_until(local(morning));
    EXPECT_EQ(digest->put_due(), 1U);
    EXPECT_TRUE(got().back().contains("Nokav=C4=93ts un v=C4=93l nav izdar=C4=ABts:\r\n  " + reference.value)) << got().back();
  }
  house.go(reference, "acknowledge");
  house.run_until(local("2026-03-05 09:00"));

  EXPECT_EQ(digest->put_due(), 1U) << "today they are to speak";
  EXPECT_FALSE(got().back().contains("Nokav")) << got().back();
}

TEST_F(Mornings, AreNotOfDaysOnWhichNobodyWorks) {
  house.clock.set(local("2026-03-02 09:00"));
  handled();

  house.run_until(local("2026-03-22 12:00"));  // a Sunday
  EXPECT_EQ(digest->put_due(), 0U);
  EXPECT_EQ(digest->next(), local("2026-03-23 09:00"));
}

TEST_F(Mornings, WaitForAStoreThatIsAway) {
  house.clock.set(local("2026-03-02 09:00"));
  handled();
  house.run_until(local("2026-03-23 09:00"));
  house.store.fail(FaultyMoment::Commit, 1, ports::StoreFaultKind::Unavailable);

  EXPECT_THROW(digest->put_due(), ports::StoreFault);
  house.store.heal();
  EXPECT_GE(digest->put_due(), 1U);
  EXPECT_EQ(got().size(), 1U);
}

TEST_F(Mornings, AreWantedBeforeTheyAreSent) {
  auto const without = resolution_of([](Organisation&) {});
  House quiet{*without};
  runtime::MorningDigest const none(*quiet.engine, writer);

  EXPECT_FALSE(none.is_on());
  EXPECT_TRUE(digest->is_on());
}

}  // namespace
}  // namespace redress::testing
