// SPDX-License-Identifier: Apache-2.0
// A mail finds its complaint by what nobody can guess; everything else is a suggestion. What comes back is told to the letter it was.
#include "engine/runtime/mail_desk.hpp"

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/house.hpp"
#include "tests/support/kept_mails.hpp"
#include "tests/support/written_mails.hpp"

namespace redress::testing {
namespace {

using ports::MailState;

class TheThreadsOfMail : public ::testing::Test {
 protected:
  /// The last message of ours to that address.
  std::string last_to(std::string const& address) {
    house_.run_until(house_.clock.now());
    std::string bytes;
    for (auto const& sent : house_.mailer.sent())
      if (sent.to == address) bytes = sent.bytes;
    EXPECT_FALSE(bytes.empty()) << "nothing was sent to " << address;
    return bytes;
  }

  ReadMail from(std::string const& address, std::string text) {
    ReadMail mail;
    mail.from = {"", address};
    mail.to = {{"", "complaints@dzintara-maja.example"}};
    mail.subject = "Re: sūdzība";
    mail.text = mail.visible_reply = std::move(text);
    mail.message_id = "m" + std::to_string(++mails_) + "@mail.example";
    return mail;
  }

  ports::MailEntry take(ReadMail mail) {
    auto const id = desk_.accept(reader_.add(std::move(mail)), "test");
    desk_.file_waiting();
    auto entry = house_.store.mail(id);
    EXPECT_TRUE(entry);
    return entry.value_or(ports::MailEntry{});
  }

  /// A mail server's report on that message.
  ports::MailEntry take_report(std::string const& message, DeliveryFate fate) {
    auto mail = from("mailer-daemon@mail.example", "Undelivered");
    mail.mail_class = MailClass::Bounce;
    mail.original_message_id = header(message, "Message-ID");
    mail.deliveries = {{"anna.kalna@mail.example", fate, "5.1.1", "no such mailbox"}};
    return take(std::move(mail));
  }

  std::size_t complaints() { return house_.store.list({}).size(); }
  Reference acknowledged() {
    auto const reference = house_.receive();
    house_.go(reference, "acknowledge");
    return reference;
  }

  House house_;
  KeptMails journal_;
  WrittenMails reader_;
  runtime::MailDesk desk_{*house_.engine, journal_, reader_, house_.identifiers, 1};
  int mails_ = 0;
};

constexpr auto anna = "anna.kalna@mail.example";

TEST_F(TheThreadsOfMail, AreFoundByTheAddressOfTheirOwn) {
  auto const reference = acknowledged();
  auto mail = from("anna.at.work@office.example", "Paldies, gaidīšu zvanu");
  mail.to = {{"", header(last_to(anna), "Reply-To")}};

  auto const entry = take(mail);

  EXPECT_EQ(entry.state, MailState::Filed);
  EXPECT_EQ(entry.reference, reference);
  EXPECT_EQ(complaints(), 1U);
  ASSERT_EQ(house_.complaint(reference).contacts.size(), 1U);
  EXPECT_EQ(house_.complaint(reference).contacts[0].summary, "Paldies, gaidīšu zvanu");
  EXPECT_TRUE(house_.store.verify().findings.empty());
}

TEST_F(TheThreadsOfMail, NeedAnUnguessableAddress) {
  acknowledged();
  auto const one = header(last_to(anna), "Reply-To");
  acknowledged();
  auto const other = header(last_to(anna), "Reply-To");

  EXPECT_NE(one, other);
  EXPECT_EQ(one.find("complaints+"), 0U);
  EXPECT_EQ(one.find('@') - one.find('+'), 27U) << "26 letters of five random bits";
  auto mail = from(anna, "Vai ir kas jauns?");
  mail.to = {{"", "complaints+" + std::string(26, '0') + "@dzintara-maja.example"}};
  take(mail);
  EXPECT_EQ(complaints(), 3U);
}

TEST_F(TheThreadsOfMail, AreFoundByWhatTheRecipientAnswers) {
  auto const reference = acknowledged();
  auto mail = from("Anna.Kalna@Mail.example", "Paldies");
  mail.answers = {header(last_to(anna), "Message-ID")};

  EXPECT_EQ(take(mail).reference, reference);
  EXPECT_EQ(complaints(), 1U);
}

TEST_F(TheThreadsOfMail, AreOnlySuggestedToSomebodyElse) {
  auto const reference = acknowledged();
  auto mail = from("a.stranger@mail.example", "Un kas ar manu naudu?");
  mail.answers = {header(last_to(anna), "Message-ID")};

  auto const entry = take(mail);

  EXPECT_NE(entry.reference, reference);
  EXPECT_EQ(house_.complaint(entry.reference).received.possibly_about, reference);
  EXPECT_TRUE(house_.complaint(reference).contacts.empty());
}

TEST_F(TheThreadsOfMail, AreFoundBySomebodyElseWhomTheirDomainVouchesFor) {
  auto const reference = acknowledged();
  auto mail = from("anna.at.work@office.example", "Paldies, gaidīšu zvanu");
  mail.answers = {header(last_to(anna), "Message-ID")};
  mail.authentication.dmarc = AuthenticationResult::Pass;

  auto const entry = take(mail);

  EXPECT_EQ(entry.reference, reference);
  EXPECT_EQ(entry.authentication.dmarc, AuthenticationResult::Pass);
  EXPECT_EQ(complaints(), 1U);
}

TEST_F(TheThreadsOfMail, AreOnlySuggestedToASenderWhomTheirDomainDisowns) {
  auto const reference = acknowledged();
  auto mail = from(anna, "Lūdzu, sūtiet naudu uz citu kontu");
  mail.answers = {header(last_to(anna), "Message-ID")};
  mail.authentication.dmarc = AuthenticationResult::Fail;

  auto const entry = take(mail);

  EXPECT_NE(entry.reference, reference);
  auto const forged = house_.complaint(entry.reference);
  EXPECT_EQ(forged.received.possibly_about, reference);
  EXPECT_EQ(forged.received.authentication, mail.authentication);
  EXPECT_TRUE(house_.complaint(reference).contacts.empty());
}

TEST_F(TheThreadsOfMail, AreOnlySuggestedByAReferenceInTheSubject) {
  auto const reference = acknowledged();
  auto mail = from(anna, "Vai ir kas jauns?");
  mail.subject = "Par sūdzību " + reference.value + "!";

  auto const entry = take(mail);

  EXPECT_NE(entry.reference, reference);
  EXPECT_EQ(house_.complaint(entry.reference).received.possibly_about, reference);
  auto unknown = from(anna, "Cits");
  unknown.subject = "R-0000-0000";
  EXPECT_FALSE(house_.complaint(take(unknown).reference).received.possibly_about);
}

TEST_F(TheThreadsOfMail, HideFromWhomTheOtherComplaintIsAboutWhatMayBelongToIt) {
  auto const reference = acknowledged();
  static_cast<void>(answer_of(house_.give(reference, NameStaff{StaffId("staff-02"), "it was them"}, staff("staff-04"))));
  auto mail = from("a.stranger@mail.example", "Un kas ar manu naudu?");
  mail.subject = "Re: " + reference.value;

  EXPECT_EQ(house_.complaint(take(mail).reference).received.concerns_staff, std::vector{StaffId("staff-02")});
}

TEST_F(TheThreadsOfMail, AreNamedByTheReasonOfAMailThatIsPutAside) {
  auto const reference = acknowledged();
  auto answering = from(anna, "Esmu prom");
  answering.mail_class = MailClass::AutoReply;
  answering.answers = {header(last_to(anna), "Message-ID")};
  auto naming = from(anna, "Esmu prom");
  naming.mail_class = MailClass::AutoReply;
  naming.subject = "Re: " + reference.value;
  auto other = from(anna, "Esmu prom");
  other.mail_class = MailClass::AutoReply;

  EXPECT_EQ(take(answering).reason, "a machine wrote it (auto-reply), about " + reference.value);
  EXPECT_EQ(take(naming).reason, "a machine wrote it (auto-reply), about " + reference.value);
  EXPECT_EQ(take(other).reason, "a machine wrote it (auto-reply)");
}

TEST_F(TheThreadsOfMail, EndTheWaiting) {
  auto const reference = acknowledged();
  auto const reply_to = header(last_to(anna), "Reply-To");
  house_.go(reference, "ask-complainant");
  ASSERT_EQ(house_.complaint(reference).waiting, Waiting::WaitingForComplainant);
  auto mail = from(anna, "Pasūtījuma numurs ir 12");
  mail.to = {{"", reply_to}};

  take(mail);

  EXPECT_EQ(house_.complaint(reference).waiting, Waiting::NotWaiting);
}

TEST_F(TheThreadsOfMail, LeadToTheLivingComplaint) {
  auto const reference = acknowledged();
  auto const reply_to = header(last_to(anna), "Reply-To");
  auto const living = house_.receive();
  answer_of(house_.give(reference, Merge{living}, Actor{ActorKind::Staff, StaffId("staff-01"), "test"}));
  auto mail = from(anna, "Vai ir kas jauns?");
  mail.to = {{"", reply_to}};

  EXPECT_EQ(take(mail).reference, living);
  EXPECT_EQ(house_.complaint(living).contacts.size(), 1U);
}

TEST_F(TheThreadsOfMail, AskForReopeningAfterTheEnd) {
  auto const reference = acknowledged();
  auto const reply_to = header(last_to(anna), "Reply-To");
  house_.go(reference, "withdraw");
  auto mail = from(anna, "Tomēr nav kārtībā");
  mail.to = {{"", reply_to}};

  EXPECT_EQ(take(mail).state, MailState::Filed);

  EXPECT_TRUE(house_.complaint(reference).reopening_asked);
  EXPECT_NE(last_to("ilze.berzina@dzintara-maja.example").find(reference.value), std::string::npos);
  house_.go(reference, "reopen");
  EXPECT_FALSE(house_.complaint(reference).reopening_asked);
}

TEST_F(TheThreadsOfMail, KnowWhoseCopyWasAnswered) {
  auto const reference = acknowledged();
  for (auto const* command : {"define-points", "begin-investigation", "request-statement", "record-statement", "record-fact", "record-root-cause",
                              "conclude-investigation", "confirm-identity", "record-hearing", "propose-remedy", "record-answer", "agree-schedule",
                              "draft-letter", "review-letter", "approve-letter", "send-letter"})
    house_.go(reference, command);
  house_.run_until(house_.clock.now());
  house_.go(reference, "copy-letter");
  auto const copied = house_.complaint(reference).involved.at(0);
  auto mail = from(copied.email, "Izlasīju, sapratu");
  mail.answers = {header(last_to(copied.email), "Message-ID")};

  EXPECT_EQ(take(mail).reference, reference);

  EXPECT_TRUE(house_.complaint(reference).contacts.empty()) << "it was not the complainant";
}

TEST_F(TheThreadsOfMail, TellALetterThatItCameBack) {
  auto const reference = acknowledged();

  auto const entry = take_report(last_to(anna), DeliveryFate::Failed);

  EXPECT_EQ(entry.state, MailState::Filed);
  EXPECT_EQ(entry.reference, reference);
  EXPECT_EQ(house_.complaint(reference).letters.at(0).state, LetterState::Bounced);
  EXPECT_NE(last_to("ilze.berzina@dzintara-maja.example").find(reference.value), std::string::npos) << "the handler must reach them another way";
}

TEST_F(TheThreadsOfMail, TakeTheFinalResponseBackThatDidNotArrive) {
  auto const reference = acknowledged();
  for (auto const* command : {"define-points", "begin-investigation", "request-statement", "record-statement", "record-fact", "record-root-cause",
                              "conclude-investigation", "confirm-identity", "record-hearing", "propose-remedy", "record-answer", "agree-schedule",
                              "draft-letter", "review-letter", "approve-letter", "send-letter"})
    house_.go(reference, command);
  auto const letter = last_to(anna);
  ASSERT_EQ(house_.complaint(reference).stage, Stage::LetterSent);

  take_report(letter, DeliveryFate::Failed);

  EXPECT_EQ(house_.complaint(reference).stage, Stage::Agreed) << "the promise of the letter is open again";
}

TEST_F(TheThreadsOfMail, OnlyNoteADelay) {
  auto const reference = acknowledged();
  auto const message = last_to(anna);
  auto const before = house_.complaint(reference).version;

  EXPECT_EQ(take_report(message, DeliveryFate::Delayed).reference, reference);

  EXPECT_EQ(house_.complaint(reference).letters.at(0).state, LetterState::Accepted);
  EXPECT_EQ(house_.complaint(reference).version, before + 1);
}

TEST_F(TheThreadsOfMail, LeaveAReportOnNothingOfOursToAPerson) {
  acknowledged();

  auto const entry = take_report("\r\nMessage-ID: <unknown@elsewhere.example>\r\n", DeliveryFate::Failed);

  EXPECT_EQ(entry.state, MailState::Quarantined);
  EXPECT_EQ(complaints(), 1U);
}

TEST_F(TheThreadsOfMail, KnowTheSameMailByWhicheverWayItCame) {
  auto mail = from(anna, "Dīvāns ir saplēsts");
  mail.message_id = "one@mail.example";

  auto const first = take(mail);
  auto const second = take(mail);

  EXPECT_EQ(complaints(), 1U);
  EXPECT_EQ(first.reference, second.reference);
  mail.text = mail.visible_reply = "Cits dīvāns";
  take(mail);
  EXPECT_EQ(complaints(), 2U) << "another mail under the same identifier is not lost";
}

}  // namespace
}  // namespace redress::testing
