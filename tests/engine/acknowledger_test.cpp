// SPDX-License-Identifier: Apache-2.0
// A complaint that came by mail is acknowledged by itself, once a sender and a day; what speaks against it is recorded, and its deadline runs on.
#include "engine/runtime/acknowledger.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "engine/runtime/mail_desk.hpp"
#include "tests/support/house.hpp"
#include "tests/support/kept_mails.hpp"
#include "tests/support/rulebook.hpp"
#include "tests/support/written_mails.hpp"

namespace redress::testing {
namespace {

constexpr auto anna = "anna.kalna@mail.example";

/// A house that acknowledges by itself, and the mail it gets.
class Prompt {
 public:
  explicit Prompt(AcknowledgingRules rules, std::string const& profile = {}) : workflow_(resolution_acknowledging(std::move(rules), profile)) { open(); }
  explicit Prompt(std::unique_ptr<ports::Workflow> workflow) : workflow_(std::move(workflow)) { open(); }

  /// The mail desk begins anew, from what is durable.
  void open() { desk_ = std::make_unique<runtime::MailDesk>(*house.engine, journal_, reader_, house.identifiers, 1); }

  ReadMail from(std::string const& address, AuthenticationResult dmarc = AuthenticationResult::Pass) {
    ReadMail mail;
    mail.from = {"Win a prize", address};
    mail.to = {{"", "complaints@dzintara-maja.example"}};
    mail.subject = "Cheap watches";
    mail.text = mail.visible_reply = "Visit us.";
    mail.language = Language::English;
    mail.message_id = "m" + std::to_string(++mails_) + "@mail.example";
    mail.authentication.dmarc = dmarc;
    return mail;
  }

  /// The complaint it became.
  Complaint take(ReadMail mail) {
    entry = file(std::move(mail));
    return house.complaint(entry.reference);
  }
  ports::MailEntry file(ReadMail mail) {
    auto const id = desk_->accept(reader_.add(std::move(mail)), "test");
    return file_waiting(id);
  }
  ports::MailEntry file_waiting(MailId const& id) {
    desk_->file_waiting();
    return house.store.mail(id).value_or(ports::MailEntry{});
  }
  MailId last_waiting() { return journal_.list().back(); }

  /// What went out to that address.
  std::vector<std::string> sent_to(std::string const& address) {
    house.run_until(house.clock.now());
    std::vector<std::string> all;
    for (auto const& sent : house.mailer.sent())
      if (sent.to == address) all.push_back(sent.bytes);
    return all;
  }

 private:
  std::unique_ptr<ports::Workflow> workflow_;

 public:
  House house{*workflow_};
  ports::MailEntry entry;

 private:
  KeptMails journal_;
  WrittenMails reader_;
  std::unique_ptr<runtime::MailDesk> desk_;
  int mails_ = 0;
};

AcknowledgingRules at_once(AcknowledgedSenders senders = AcknowledgedSenders::Authenticated) {
  return {Acknowledging::Automatically, senders, {StaffId("staff-01")}, 3};
}

TEST(AnAcknowledgementByItself, NamesAHandlerAndOffersAnAppointment) {
  Prompt prompt(at_once());

  auto const complaint = prompt.take(prompt.from(anna));

  EXPECT_EQ(complaint.stage, Stage::Acknowledged);
  EXPECT_EQ(complaint.handler, StaffId("staff-01"));
  ASSERT_EQ(complaint.appointments.size(), 1U);
  EXPECT_EQ(local(complaint.appointments[0].at), "2026-03-02 11:00") << "the first half hour that nobody can miss";
  EXPECT_EQ(find_deadline(complaint, DeadlineName("acknowledgement"))->state, DeadlineState::Met);
  EXPECT_FALSE(complaint.received.acknowledgement_withheld);
  EXPECT_TRUE(prompt.entry.acknowledged);
  EXPECT_TRUE(prompt.house.store.verify().findings.empty());
}

TEST(AnAcknowledgementByItself, SaysThatAMachineSentIt) {
  Prompt prompt(at_once());
  prompt.take(prompt.from(anna));

  auto const sent = prompt.sent_to(anna);

  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(header(sent[0], "Auto-Submitted"), "auto-replied");
  EXPECT_NE(header(sent[0], "Subject").find("Cheap watches"), std::string::npos) << "their own domain vouches for who wrote it";
}

TEST(AnAcknowledgementByItself, DoesNotPassOnWhatAStrangerWrote) {
  Prompt prompt(at_once(AcknowledgedSenders::Everybody));
  prompt.take(prompt.from(anna, AuthenticationResult::None));

  auto const sent = prompt.sent_to(anna);

  ASSERT_EQ(sent.size(), 1U);
  for (auto const* theirs : {"Cheap watches", "Win a prize", "Visit us"}) EXPECT_EQ(sent[0].find(theirs), std::string::npos) << theirs;
}

TEST(AnAcknowledgementByItself, IsNotSentToWhomNobodyVouchesFor) {
  for (auto const dmarc : {AuthenticationResult::Unknown, AuthenticationResult::None, AuthenticationResult::Fail, AuthenticationResult::TemporaryError}) {
    Prompt prompt(at_once());

    auto const complaint = prompt.take(prompt.from(anna, dmarc));

    EXPECT_EQ(complaint.stage, Stage::Received) << name_of(dmarc);
    EXPECT_EQ(complaint.received.acknowledgement_withheld, AcknowledgementWithheld::SenderNotAuthenticated);
    EXPECT_EQ(find_deadline(complaint, DeadlineName("acknowledgement"))->state, DeadlineState::Running);
    EXPECT_TRUE(prompt.sent_to(anna).empty());
  }
  Prompt open_to_all(at_once(AcknowledgedSenders::Everybody));
  EXPECT_EQ(open_to_all.take(open_to_all.from(anna, AuthenticationResult::Fail)).stage, Stage::Received) << "their own domain says that it was not them";
}

TEST(AnAcknowledgementByItself, IsSentOnceASenderAndADay) {
  Prompt prompt(at_once());
  prompt.take(prompt.from(anna));

  auto const second = prompt.take(prompt.from("Anna.Kalna@Mail.Example"));
  prompt.house.clock.set(prompt.house.clock.now() + std::chrono::hours{24});
  auto const next_day = prompt.take(prompt.from(anna));

  EXPECT_EQ(second.received.acknowledgement_withheld, AcknowledgementWithheld::SenderAcknowledgedToday);
  EXPECT_EQ(next_day.stage, Stage::Acknowledged);
}

TEST(AnAcknowledgementByItself, IsCountedAlsoAfterARestart) {
  Prompt prompt(at_once());
  prompt.take(prompt.from(anna));

  prompt.open();

  EXPECT_EQ(prompt.take(prompt.from(anna)).received.acknowledgement_withheld, AcknowledgementWithheld::SenderAcknowledgedToday);
}

TEST(AnAcknowledgementByItself, IsSentToADomainOnlySoOftenAnHour) {
  Prompt prompt(at_once());
  for (auto const* name : {"a", "b", "c"}) EXPECT_EQ(prompt.take(prompt.from(std::string(name) + "@mail.example")).stage, Stage::Acknowledged);

  auto const fourth = prompt.take(prompt.from("d@mail.example"));
  auto const elsewhere = prompt.take(prompt.from("d@other.example"));
  prompt.house.clock.set(prompt.house.clock.now() + std::chrono::hours{1});
  auto const later = prompt.take(prompt.from("e@mail.example"));

  EXPECT_EQ(fourth.received.acknowledgement_withheld, AcknowledgementWithheld::DomainAcknowledgedOften);
  EXPECT_EQ(elsewhere.stage, Stage::Acknowledged);
  EXPECT_EQ(later.stage, Stage::Acknowledged);
}

TEST(AnAcknowledgementByItself, IsLeftToAHandlerWhenTheMailMayBelongToAnotherComplaint) {
  Prompt prompt(at_once());
  auto const first = prompt.take(prompt.from(anna));
  auto mail = prompt.from("somebody@else.example");
  mail.subject = "About " + first.received.reference.value;

  EXPECT_EQ(prompt.take(mail).received.acknowledgement_withheld, AcknowledgementWithheld::MayBelongToAnother);
}

TEST(AnAcknowledgementByItself, OffersNoHalfHourTwice) {
  Prompt prompt(at_once());

  auto const first = prompt.take(prompt.from("a@one.example"));
  auto const second = prompt.take(prompt.from("b@two.example"));

  EXPECT_EQ(second.appointments.at(0).at - first.appointments.at(0).at, std::chrono::minutes{30});
}

TEST(AnAcknowledgementByItself, IsGivenOnAtNightForTheNextMorning) {
  Prompt prompt(at_once());
  prompt.house.clock.set(local("2026-03-06 23:40"));  // a Friday

  auto const complaint = prompt.take(prompt.from(anna));

  EXPECT_EQ(complaint.stage, Stage::Acknowledged);
  EXPECT_EQ(local(complaint.appointments.at(0).at), "2026-03-09 10:00") << "whoever is to call has an hour to read that they shall";
}

TEST(AnAcknowledgementByItself, IsNotGivenWhenNobodyCanSpeakWithThem) {
  auto rules = at_once();
  rules.handlers = {StaffId("nobody-there")};
  Prompt prompt(std::move(rules));

  EXPECT_EQ(prompt.take(prompt.from(anna)).received.acknowledgement_withheld, AcknowledgementWithheld::NobodyFree);
}

TEST(AnAcknowledgementByItself, IsNotGivenTwiceForOneMailByTwoWays) {
  Prompt prompt(at_once());
  auto const mail = prompt.from(anna);

  auto const once = prompt.file(mail);
  prompt.house.clock.set(prompt.house.clock.now() + std::chrono::hours{25});
  auto const again = prompt.file(mail);

  EXPECT_EQ(once.reference, again.reference);
  EXPECT_EQ(prompt.sent_to(anna).size(), 1U);
  EXPECT_FALSE(again.acknowledged);
}

TEST(AnAcknowledgementByItself, IsGivenToNoMachine) {
  Prompt prompt(at_once(AcknowledgedSenders::Everybody));
  for (auto const kind : {MailClass::AutoReply, MailClass::Bounce, MailClass::Report, MailClass::List}) {
    auto mail = prompt.from(anna);
    mail.mail_class = kind;
    EXPECT_EQ(prompt.file(mail).state, ports::MailState::Quarantined);
  }

  EXPECT_TRUE(prompt.sent_to(anna).empty());
}

TEST(AnAcknowledgementByItself, FollowsWhenTheStoreWasAwayInBetween) {
  Prompt prompt(at_once());
  prompt.house.store.fail(FaultyMoment::Commit, 2);
  auto const waiting = prompt.file(prompt.from(anna));
  EXPECT_TRUE(waiting.reference.empty()) << "it stays waiting, and is looked at again";

  prompt.file(prompt.from("somebody@else.example"));

  auto const rows = prompt.house.store.list({});
  ASSERT_EQ(rows.size(), 2U);
  for (auto const& row : rows) EXPECT_EQ(row.stage, Stage::Acknowledged);
}

TEST(AnAcknowledgementByItself, FollowsWhenTheServerEndedInBetween) {
  Prompt prompt(at_once());
  prompt.house.store.fail(FaultyMoment::Commit, 2);  // the complaint is durable, its acknowledgement is not
  prompt.file(prompt.from(anna));
  auto const mail = prompt.last_waiting();

  prompt.open();
  auto const entry = prompt.file_waiting(mail);

  EXPECT_TRUE(entry.acknowledged);
  EXPECT_EQ(prompt.house.complaint(entry.reference).stage, Stage::Acknowledged);
  EXPECT_EQ(prompt.sent_to(anna).size(), 1U);
}

TEST(AnAcknowledgementByItself, IsCountedAndNotRepeatedWhenTheServerEndedAfterIt) {
  Prompt prompt(at_once());
  prompt.house.store.fail(FaultyMoment::Commit, 3);  // both are durable, the mail's entry is not
  prompt.file(prompt.from(anna));
  auto const mail = prompt.last_waiting();

  prompt.open();
  auto const entry = prompt.file_waiting(mail);
  auto const second = prompt.take(prompt.from(anna));

  EXPECT_TRUE(entry.acknowledged);
  EXPECT_EQ(second.received.acknowledgement_withheld, AcknowledgementWithheld::SenderAcknowledgedToday);
  EXPECT_EQ(prompt.sent_to(anna).size(), 1U);
}

/// Decides as the real one does, but for acknowledgements: there it makes a mistake.
class CannotAcknowledge final : public ports::Workflow {
 public:
  explicit CannotAcknowledge(std::unique_ptr<ports::Workflow> real) : real_(std::move(real)) {}

  std::expected<Decision, Refusal> decide(Complaint const& complaint, CommandEnvelope const& envelope,
                                          ports::Circumstances const& circumstances) const override {
    if (std::holds_alternative<Acknowledge>(envelope.command)) throw ports::LetterFault("a paragraph names what it does not have");
    return real_->decide(complaint, envelope, circumstances);
  }
  std::vector<ports::PermittedCommand> permitted(Complaint const& complaint, Time now, StaffId const& actor) const override {
    return real_->permitted(complaint, now, actor);
  }
  std::vector<Missing> proofread(Complaint const& complaint, LetterId const& letter, Time now) const override {
    return real_->proofread(complaint, letter, now);
  }
  ports::Rulebook const& rulebook() const override { return real_->rulebook(); }

 private:
  std::unique_ptr<ports::Workflow> real_;
};

TEST(AnAcknowledgementByItself, DoesNotKeepAComplaintFromBeingFiledWhenItCannotBeWritten) {
  Prompt prompt(std::make_unique<CannotAcknowledge>(resolution_acknowledging(at_once())));

  auto const complaint = prompt.take(prompt.from(anna));

  EXPECT_EQ(prompt.entry.state, ports::MailState::Filed);
  EXPECT_FALSE(prompt.entry.acknowledged);
  EXPECT_EQ(complaint.stage, Stage::Received);
}

TEST(AnAcknowledgementByItself, IsNotGivenInALanguageThatNobodyRecognised) {
  Prompt prompt(at_once());
  auto mail = prompt.from(anna);
  mail.language = std::nullopt;

  EXPECT_EQ(prompt.take(mail).received.acknowledgement_withheld, AcknowledgementWithheld::LanguageUnknown);
  EXPECT_TRUE(prompt.sent_to(anna).empty());
}

TEST(AnAcknowledgementByItself, IsNotGivenToNobody) {
  Prompt prompt(at_once(AcknowledgedSenders::Everybody));

  EXPECT_EQ(prompt.take(prompt.from("")).received.acknowledgement_withheld, AcknowledgementWithheld::NoAddress);
}

TEST(AnAcknowledgementByItself, IsToldToWhoeverIsToCall) {
  Prompt prompt(at_once());
  prompt.take(prompt.from(anna));
  auto const* handler = prompt.house.engine->workflow().rulebook().organisation.find(StaffId("staff-01"));

  auto const told = prompt.sent_to(handler->email);

  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].find("Cheap watches"), std::string::npos) << "a notice says nothing personal";
}

TEST(AnAcknowledgementByItself, AsksForTheNumberThatIsToBeCalled) {
  Prompt prompt(at_once());
  auto const complaint = prompt.take(prompt.from(anna));

  auto const& body = complaint.letters.at(0).document.body;

  EXPECT_TRUE(std::ranges::any_of(body, [](Paragraph const& one) { return one.text.find("telephone number") != std::string::npos; }));
}

TEST(AnAcknowledgementByItself, IsRefusedAtStartWhereAPersonMustDefineThePointsFirst) {
  EXPECT_THROW(Prompt(at_once(), "housing-ombudsman"), std::runtime_error);
  EXPECT_NO_THROW(Prompt(AcknowledgingRules{}, "housing-ombudsman"));
}

TEST(AnAcknowledgement, IsLeftToHandlersUnlessTheOrganisationWantsItOtherwise) {
  Prompt prompt(AcknowledgingRules{});

  auto const complaint = prompt.take(prompt.from(anna));

  EXPECT_EQ(complaint.stage, Stage::Received);
  EXPECT_FALSE(complaint.received.acknowledgement_withheld);
}

}  // namespace
}  // namespace redress::testing
