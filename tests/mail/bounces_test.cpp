// SPDX-License-Identifier: Apache-2.0
// What machines write is never taken for a person's mail, and a bounce says which letter it is about: corpus/bounce-sisimai.

#include <gtest/gtest.h>

#include "adapters/mail_in/field_scanner.hpp"
#include "adapters/mail_in/read_in_this_process.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/mail/corpus.hpp"

namespace redress::mail_in {
namespace {

namespace fs = std::filesystem;

ReadMail read(std::string const& raw) {
  return read_in_this_process(raw).value();
}

std::string bounce_with(std::string_view text, std::string_view fields = "") {
  return "Return-Path: <>\nFrom: Mail Delivery System <mailer-daemon@relay.example>\nTo: us@example.com\nSubject: Undelivered\n" + std::string(fields) + "\n" +
         std::string(text);
}

constexpr std::string_view report_of_two =
    "Return-Path: <>\nFrom: mailer-daemon@relay.example\nSubject: Delivery Status Notification\n"
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
    "--b\nContent-Type: text/plain\n\nSorry.\n"
    "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; relay.example\n\n"
    "Final-Recipient: rfc822; anna@example.org\nAction: failed\nStatus: 5.1.1 (no such mailbox)\nDiagnostic-Code: smtp; 550 5.1.1 <anna@example.org>\n "
    "unknown\n\n"
    "Original-Recipient: rfc822;janis@example.org\nFinal-Recipient: rfc822;j@elsewhere.example\nAction: delayed\nStatus: 4.4.1\n"
    "--b\nContent-Type: text/rfc822-headers\n\nFrom: us@example.com\nMessage-ID:\n <letter-1@example.com>\n--b--\n";

TEST(ABounce, SaysHowALetterFaredWithEachRecipient) {
  ReadMail const mail = read(std::string(report_of_two));

  EXPECT_EQ(mail.mail_class, MailClass::Bounce);
  EXPECT_EQ(mail.original_message_id, "letter-1@example.com");
  ASSERT_EQ(mail.deliveries.size(), 2U);
  EXPECT_EQ(mail.deliveries[0].recipient, "anna@example.org");
  EXPECT_EQ(mail.deliveries[0].fate, DeliveryFate::Failed);
  EXPECT_EQ(mail.deliveries[0].status, "5.1.1");
  EXPECT_EQ(mail.deliveries[0].explanation, "550 5.1.1 <anna@example.org> unknown");
  EXPECT_EQ(mail.deliveries[1].recipient, "janis@example.org");
  EXPECT_EQ(mail.deliveries[1].fate, DeliveryFate::Delayed);
  EXPECT_EQ(mail.deliveries[1].status, "4.4.1");
}

TEST(ABounce, FindsTheLetterThatIsEnclosedWhole) {
  ReadMail const mail = read(
      "Return-Path: <>\nFrom: mailer-daemon@relay.example\nContent-Type: multipart/mixed; boundary=b\n\n"
      "--b\n\nNo such user.\n--b\nContent-Type: message/rfc822\n\nMessage-Id: <letter-2@example.com>\nFrom: us@example.com\n\nDear Anna\n--b--\n");

  EXPECT_EQ(mail.original_message_id, "letter-2@example.com");
  EXPECT_EQ(mail.text, "No such user.");
}

TEST(ABounce, FindsTheLetterInProse) {
  ReadMail const mail =
      read(bounce_with("I could not deliver your message to <anna@example.org>:\n550 5.7.1 refused\n\n--- Below is a copy:\n\n  From: us@example.com\n  "
                       "Message-ID: <letter-3@example.com>\n"));

  EXPECT_EQ(mail.original_message_id, "letter-3@example.com");
  ASSERT_EQ(mail.deliveries.size(), 1U);
  EXPECT_EQ(mail.deliveries[0].recipient, "anna@example.org");
  EXPECT_EQ(mail.deliveries[0].status, "5.7.1");
  EXPECT_EQ(mail.deliveries[0].fate, DeliveryFate::Failed);
}

TEST(ABounce, FindsTheLetterItAnswersWhenNothingElseIsSaid) {
  ReadMail const mail = read(bounce_with("It did not work.\n", "In-Reply-To: <letter-4@example.com>\nX-Failed-Recipients: anna@example.org\n"));

  EXPECT_EQ(mail.original_message_id, "letter-4@example.com");
  EXPECT_EQ(mail.deliveries.at(0).recipient, "anna@example.org");
}

TEST(ABounce, TellsADelayFromAFailure) {
  std::string raw = bounce_with("Your message to anna@example.org has not yet been delivered.\n");
  raw.replace(raw.find("Undelivered"), 11, "Delayed Mail (still being retried)");

  EXPECT_EQ(read(raw).deliveries.at(0).fate, DeliveryFate::Delayed);
}

TEST(ABounce, IsReadInLinearTime) {
  for (std::string_view const piece : {"@", "message-id:", "5.", "a@b", "<", "\nMessage-ID: <"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_EQ(read(bounce_with(text)).deliveries.size(), 1U);
  }
}

TEST(ABounce, IsNotSeenInAMailThatEnclosesOne) {
  std::string const raw =
      "From: Anna <anna@example.org>\nSubject: Your letter came back\nContent-Type: multipart/mixed; boundary=o\n\n--o\n\nWhy does this happen?\n"
      "--o\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename=bounce.eml\n\n" +
      std::string(report_of_two) + "\n--o--\n";

  ReadMail const mail = read(raw);

  EXPECT_EQ(mail.mail_class, MailClass::Message);
  EXPECT_EQ(mail.text, "Why does this happen?");
  EXPECT_TRUE(mail.deliveries.empty());
}

MailClass class_of(std::string_view fields, std::string_view text = "Hello.\n") {
  return read(std::string(fields) + "\n" + std::string(text)).mail_class;
}

TEST(AMachine, IsSeenByWhatItSaysOfItself) {
  EXPECT_EQ(class_of("From: post_master@provider.example\nSubject: Undeliverable Message\n"), MailClass::Bounce);
  EXPECT_EQ(class_of("From: anna@example.org\nReturn-Path: <MAILER-DAEMON>\nSubject: x\n"), MailClass::Bounce);
  EXPECT_EQ(class_of("From: MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org\nSubject: Nedostavljeno\n"), MailClass::Bounce);
  EXPECT_EQ(class_of("From: no-reply@cloud.example\nX-Amz-Sns-Message-Id: 1\n", "{\"notificationType\":\"Bounce\",\"bounce\":{}}\n"), MailClass::Bounce);
  EXPECT_EQ(class_of("From: no-reply@cloud.example\nX-Amz-Sns-Message-Id: 1\n", "{\"notificationType\":\"Complaint\"}\n"), MailClass::Report);
  EXPECT_EQ(class_of("From: anna@example.org\nSubject: Automātiskā atbilde: Jūsu sūdzība\n"), MailClass::AutoReply);
  EXPECT_EQ(class_of("From: anna@example.org\nSubject: Автоматический ответ: Ваша жалоба\n"), MailClass::AutoReply);
  EXPECT_EQ(class_of("From: anna@example.org\nSubject: Out of Office Re: your letter\n"), MailClass::AutoReply);
  EXPECT_EQ(class_of("From: anna@example.org\nX-Apple-Action: VACATION\n"), MailClass::AutoReply);
  EXPECT_EQ(class_of("From: list-admin@example.org\nX-MLServer: fml 4\nSubject: Loop Alert\n"), MailClass::AutoReply);
}

TEST(AMachine, IsNotSeenInAPersonsComplaint) {
  EXPECT_EQ(class_of("From: anna@example.org\nSubject: Undelivered parcel\n"), MailClass::Message);
  EXPECT_EQ(class_of("From: anna@example.org\nSubject: Out of office hours nobody answers\n"), MailClass::Message);
  EXPECT_EQ(class_of("From: anna@example.org\nSubject: Re: Automatic reply: your letter\n"), MailClass::Message);
  EXPECT_EQ(class_of("From: anna@example.org\nSubject: Auto: nestrādā bremzes\n"), MailClass::Message);
  EXPECT_EQ(class_of("From: noreply@forms.example\nSubject: A complaint from our form\n"), MailClass::Message);
  EXPECT_EQ(class_of("From: anna@example.org\n", "My mail came back: 550 user unknown.\nMessage-ID: <a@b>\nFrom: me\n"), MailClass::Message);
}

bool is_seen_as_a_machine(MailClass seen) {
  return seen == MailClass::Bounce || seen == MailClass::AutoReply || seen == MailClass::Report;
}

TEST(BouncesOfManyServers, AreSeenAsWhatTheyAre) {
  fs::path const corpus = shared_corpus("bounce-sisimai") / "maildir/bsd";
  if (!fs::is_directory(corpus)) GTEST_SKIP() << "the shared corpus is not at hand";
  Score score("bounce-sisimai, machines");

  for (fs::path const& file : files_in(corpus, ".eml")) {
    auto const mail = read_in_this_process(bytes_of(file));
    std::string const name = file.stem().string();
    score.count(mail && is_seen_as_a_machine(mail->mail_class), name + " is " + (mail ? std::string(name_of(mail->mail_class)) : mail.error().reason));
    EXPECT_TRUE(!mail || mail->mail_class != MailClass::Message) << name << " would be acknowledged";
  }

  EXPECT_GE(score.percent(), 97);
}

/// One of them is the bounce of a mail server, by its null return path, its Auto-Submitted and its text; the corpus keeps it apart because its
/// own reader fails on it. Whoever took it for a person's would answer a machine.
TEST(BouncesOfManyServers, AreNotSeenInOtherMails) {
  fs::path const corpus = shared_corpus("bounce-sisimai") / "maildir/not";
  if (!fs::is_directory(corpus)) GTEST_SKIP() << "the shared corpus is not at hand";
  Score score("bounce-sisimai, people");

  for (fs::path const& file : files_in(corpus, ".eml")) {
    MailClass const seen = read(bytes_of(file)).mail_class;
    bool const is_a_bounce_after_all = file.stem().string().starts_with("rb-");
    score.count(is_seen_as_a_machine(seen) == is_a_bounce_after_all, file.stem().string() + " is " + std::string(name_of(seen)));
  }

  EXPECT_EQ(score.percent(), 100);
}

/// The identifiers that stand at the front of a line, in the order of the mail.
std::vector<std::string> identifiers_in(std::string const& raw) {
  std::string const small = in_small_letters(raw);
  std::vector<std::string> found;
  for (auto at = small.find("message-id:"); at != std::string::npos; at = small.find("message-id:", at + 1)) {
    auto const open = raw.find_first_not_of(" \t\r\n", at + 11);
    auto const close = raw.find('>', at);
    bool const begins_line = at == 0 || raw[at - 1] == '\n';
    if (begins_line && open != std::string::npos && raw[open] == '<' && close != std::string::npos) found.push_back(raw.substr(open + 1, close - open - 1));
  }
  return found;
}

TEST(BouncesOfManyServers, FindTheirLetters) {
  fs::path const corpus = shared_corpus("bounce-sisimai") / "maildir/bsd";
  if (!fs::is_directory(corpus)) GTEST_SKIP() << "the shared corpus is not at hand";
  Score letters("bounce-sisimai, letters found"), recipients("bounce-sisimai, recipients found"), statuses("bounce-sisimai, statuses found");

  for (fs::path const& file : files_in(corpus, ".eml")) {
    std::string const raw = bytes_of(file);
    auto const mail = read_in_this_process(raw);
    if (!mail || mail->mail_class != MailClass::Bounce) continue;
    std::string const name = file.stem().string();
    auto identifiers = identifiers_in(raw);
    std::erase(identifiers, mail->message_id);
    if (!identifiers.empty())
      letters.count(std::ranges::find(identifiers, mail->original_message_id) != identifiers.end(), name + " " + mail->original_message_id);
    recipients.count(!mail->deliveries.at(0).recipient.empty(), name);
    if (raw.find("\nStatus: ") != std::string::npos) statuses.count(!mail->deliveries.at(0).status.empty(), name);
  }

  EXPECT_GE(letters.percent(), 95);
  EXPECT_GE(recipients.percent(), 90);
  EXPECT_GE(statuses.percent(), 95);
}

}  // namespace
}  // namespace redress::mail_in
