// SPDX-License-Identifier: Apache-2.0
// What people decide about mail in quarantine: each decision once, with a name and a reason, whatever crashes in between.
#include "engine/runtime/quarantine.hpp"

#include <gtest/gtest.h>

#include "engine/runtime/mail_desk.hpp"
#include "engine/runtime/mail_reconciliation.hpp"
#include "tests/support/house.hpp"
#include "tests/support/told_journal.hpp"

namespace redress::testing {
namespace {

using ports::MailEntry;
using ports::MailState;
using ports::MailVerdict;
using runtime::Decided;
using runtime::NotDecided;

MailEntry entry_of(Decided const& decided) {
  EXPECT_TRUE(std::holds_alternative<MailEntry>(decided)) << decided.index();
  return std::holds_alternative<MailEntry>(decided) ? std::get<MailEntry>(decided) : MailEntry{};
}

class TheQuarantine : public ::testing::Test {
 protected:
  MailId in_quarantine(std::string const& raw) {
    auto const id = desk_.accept(raw, "smtp");
    desk_.file_waiting();
    EXPECT_EQ(house_.store.mail(id)->state, MailState::Quarantined);
    return id;
  }
  std::size_t complaints() { return house_.store.list({}).size(); }

  House house_;
  ToldJournal journal_;
  ToldReader reader_;
  runtime::MailDesk desk_{*house_.engine, journal_, reader_, house_.identifiers, 1};
  runtime::Quarantine quarantine_{*house_.engine, journal_, reader_};
  runtime::Deciding ilze_{{ActorKind::Staff, StaffId("staff-01"), "api"}, "A person wrote it after all."};
};

TEST_F(TheQuarantine, ReleasesAMailAsAComplaint) {
  auto const id = in_quarantine("odd: Dīvāns ir saplēsts");

  auto const entry = entry_of(quarantine_.release(id, ilze_, {}));

  EXPECT_EQ(entry.state, MailState::Filed);
  auto const stored = house_.store.mail(id).value();
  EXPECT_EQ(stored.state, MailState::Filed);
  EXPECT_EQ(stored.reason, "it names several senders");
  EXPECT_EQ(stored.decision->verdict, MailVerdict::Released);
  EXPECT_EQ(stored.decision->by, StaffId("staff-01"));
  EXPECT_EQ(stored.decision->why, "A person wrote it after all.");
  auto const complaint = house_.complaint(stored.reference);
  EXPECT_EQ(complaint.received.narrative, "odd: Dīvāns ir saplēsts");
  EXPECT_TRUE(house_.all_histories().contains("note-added"));
  EXPECT_EQ(desk_.counts().quarantined, 0);
  EXPECT_EQ(desk_.counts().filed, 1);
  EXPECT_EQ(desk_.counts().received, 1);
}

TEST_F(TheQuarantine, ReleasesWhatCannotBeReadWhenAPersonSaysWhatItSays) {
  auto const id = in_quarantine("broken: Dīvāns");

  EXPECT_EQ(std::get<NotDecided>(quarantine_.release(id, ilze_, {})), NotDecided::NothingToReceive);
  auto const entry = entry_of(quarantine_.release(id, ilze_, {"Anna Kalna", "anna.kalna@mail.example", "Dīvāns ir saplēsts."}));

  EXPECT_EQ(house_.complaint(entry.reference).received.narrative, "Dīvāns ir saplēsts.");
  EXPECT_EQ(house_.complaint(entry.reference).received.complainant.email, "anna.kalna@mail.example");
}

TEST_F(TheQuarantine, FilesAMailToAComplaintThatIsThere) {
  auto const id = in_quarantine("auto: Dīvāns ir saplēsts");
  auto const reference = house_.receive();

  auto const entry = entry_of(quarantine_.file(id, ilze_, reference));

  EXPECT_EQ(entry.reference, reference);
  EXPECT_EQ(house_.store.mail(id)->decision->verdict, MailVerdict::Filed);
  EXPECT_EQ(house_.store.mail(id)->state, MailState::Filed);
  EXPECT_EQ(complaints(), 1U);
}

TEST_F(TheQuarantine, FilesToNoComplaintThatIsNotThere) {
  auto const id = in_quarantine("auto: Dīvāns ir saplēsts");

  EXPECT_EQ(std::get<Refusal>(quarantine_.file(id, ilze_, Reference("R-0000-0000"))).reason, Reason::UnknownComplaint);

  EXPECT_FALSE(house_.store.mail(id)->decision);
}

TEST_F(TheQuarantine, DeletesNothingWhenAMailIsDiscarded) {
  auto const id = in_quarantine("auto: Esmu atvaļinājumā");

  auto const entry = entry_of(quarantine_.discard(id, ilze_));

  EXPECT_EQ(entry.state, MailState::Quarantined);
  EXPECT_EQ(quarantine_.raw(id), "auto: Esmu atvaļinājumā");
  EXPECT_EQ(desk_.counts().quarantined, 1);
  EXPECT_EQ(desk_.counts().undecided, 0);
  EXPECT_EQ(house_.store.mails({ports::MailSelection::Undecided, {}, {}, 10}).size(), 0U);
  EXPECT_TRUE(runtime::reconcile_mail(house_.store, journal_).findings.empty());
}

TEST_F(TheQuarantine, LetsTheFirstDecisionStand) {
  auto const id = in_quarantine("auto: Esmu atvaļinājumā");
  entry_of(quarantine_.discard(id, ilze_));

  EXPECT_EQ(std::get<NotDecided>(quarantine_.release(id, ilze_, {})), NotDecided::DecidedAlready);
  EXPECT_EQ(std::get<NotDecided>(quarantine_.discard(id, ilze_)), NotDecided::DecidedAlready);

  EXPECT_EQ(complaints(), 0U);
}

TEST_F(TheQuarantine, TakesNoDecisionWithoutANameOrAReason) {
  auto const id = in_quarantine("auto: Esmu atvaļinājumā");
  auto nobody = ilze_;
  nobody.actor.id = StaffId();
  auto no_reason = ilze_;
  no_reason.why.clear();

  EXPECT_EQ(std::get<NotDecided>(quarantine_.discard(id, nobody)), NotDecided::NoReason);
  EXPECT_EQ(std::get<NotDecided>(quarantine_.release(id, no_reason, {})), NotDecided::NoReason);
  EXPECT_EQ(std::get<NotDecided>(quarantine_.discard(MailId("mail-9"), ilze_)), NotDecided::UnknownMail);
}

TEST_F(TheQuarantine, DoesNotTouchWhatWasFiled) {
  auto const id = desk_.accept("Dīvāns ir saplēsts", "smtp");
  desk_.file_waiting();

  EXPECT_EQ(std::get<NotDecided>(quarantine_.discard(id, ilze_)), NotDecided::NotInQuarantine);
}

TEST_F(TheQuarantine, MakesOneComplaintHoweverOftenItCrashesOnTheWay) {
  // The commits of a release: the complaint, the note, the decision.
  for (int nth = 1; nth <= 3; ++nth) {
    auto const id = in_quarantine("odd: Dīvāns ir saplēsts " + std::to_string(nth));
    house_.store.fail(FaultyMoment::Commit, nth);
    try {
      EXPECT_TRUE(std::holds_alternative<runtime::Fault>(quarantine_.release(id, ilze_, {}))) << nth;
    } catch (ports::StoreFault const&) {
      EXPECT_EQ(nth, 3);
    }
    EXPECT_FALSE(house_.store.mail(id)->decision);
    if (nth > 1) {
      EXPECT_EQ(std::get<NotDecided>(quarantine_.discard(id, ilze_)), NotDecided::IsComplaint);
    }

    entry_of(quarantine_.release(id, ilze_, {}));

    EXPECT_EQ(complaints(), static_cast<std::size_t>(nth));
    EXPECT_EQ(house_.store.mail(id)->state, MailState::Filed);
  }
  EXPECT_TRUE(house_.store.verify().findings.empty());
}

}  // namespace
}  // namespace redress::testing
