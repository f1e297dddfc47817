// SPDX-License-Identifier: Apache-2.0
// Sending against a server that follows a script: what each answer, silence and cut comes to. The real server is in smtp_sink_test.cpp.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/mail_out/maildir_mailer.hpp"
#include "adapters/mail_out/print_folder.hpp"
#include "adapters/mail_out/smtp_mailer.hpp"
#include "adapters/mail_out/smtp_reply.hpp"
#include "tests/support/smtp/scripted_server.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using redress::mail_out::MaildirMailer;
using redress::mail_out::PrintFolder;
using redress::mail_out::SmtpMailer;
using redress::mail_out::SmtpSettings;
using redress::mail_out::TlsPolicy;
using redress::ports::Delivery;
using redress::ports::DeliveryResult;
using redress::ports::OutgoingMessage;
using redress::testing::TemporaryFolder;
using redress::tests::ScriptedServer;
using namespace std::chrono_literals;

constexpr std::string_view letter = "Subject: Your complaint\r\n\r\nDear Ilze,\r\n.\r\n..two dots\r\nGoodbye.\r\n";

OutgoingMessage message(std::string_view bytes = letter) {
  return {.envelope_from = "bounce@firm.example", .envelope_to = "ilze.berzina@home.example", .bytes = bytes, .key = "letter-1"};
}

SmtpSettings settings_for(std::uint16_t port, TlsPolicy tls = TlsPolicy::None) {
  SmtpSettings settings;
  settings.host = "127.0.0.1";
  settings.port = port;
  settings.tls = tls;
  settings.connect_timeout = 2s;
  settings.receive_timeout = 5s;
  settings.final_dot_timeout = 5s;
  return settings;
}

/// A server that takes everything but answers one command as told.
ScriptedServer::Answer but(std::string command, std::optional<std::string> answer) {
  return [=](int, std::string_view given) { return given.starts_with(command) ? answer : ScriptedServer::accept(given); };
}

Delivery deliver_to(ScriptedServer const& server, TlsPolicy tls = TlsPolicy::None) {
  return SmtpMailer(settings_for(server.port(), tls)).deliver(message());
}

std::string content(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::size_t files_in(std::filesystem::path const& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST(MaildirMailer, WritesACompleteMessage) {
  TemporaryFolder const temporary("mail-out-whole");
  auto const& folder = temporary.path();
  MaildirMailer mailer(folder);

  auto const delivery = mailer.deliver(message());

  EXPECT_EQ(delivery.result, DeliveryResult::Accepted);
  EXPECT_EQ(content(folder / "new" / "letter-1.eml"), letter);
  EXPECT_EQ(files_in(folder / "tmp"), 0U);
}

TEST(MaildirMailer, KeepsOneCopyOfAMessageSentTwice) {
  TemporaryFolder const temporary("mail-out-twice");
  auto const& folder = temporary.path();
  MaildirMailer mailer(folder);

  (void)mailer.deliver(message());
  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);
  EXPECT_EQ(files_in(folder / "new"), 1U);

  std::filesystem::rename(folder / "new" / "letter-1.eml", folder / "cur" / "letter-1.eml:2,S");
  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);
  EXPECT_EQ(files_in(folder / "new"), 0U);
}

TEST(MaildirMailer, WillTryLaterWhereItCannotWrite) {
  TemporaryFolder const temporary("mail-out-blocked");
  auto const& folder = temporary.path();
  std::ofstream(folder) << "a file where the Maildir should be";

  auto const delivery = MaildirMailer(folder).deliver(message());

  EXPECT_EQ(delivery.result, DeliveryResult::Later);
  EXPECT_TRUE(delivery.reply.contains("Not a directory") || delivery.reply.contains("File exists")) << delivery.reply;
}

TEST(MaildirMailer, LeavesNothingHalfWrittenWhenTheDiskTakesNoMore) {
  TemporaryFolder const temporary("mail-out-full");
  auto const& folder = temporary.path();
  auto const before = std::signal(SIGXFSZ, SIG_IGN);
  rlimit usual{};
  ::getrlimit(RLIMIT_FSIZE, &usual);
  rlimit const narrow{10, usual.rlim_max};

  ::setrlimit(RLIMIT_FSIZE, &narrow);
  auto const delivery = MaildirMailer(folder).deliver(message());
  ::setrlimit(RLIMIT_FSIZE, &usual);
  std::signal(SIGXFSZ, before);

  EXPECT_EQ(delivery.result, DeliveryResult::Later);
  EXPECT_TRUE(delivery.reply.contains("File too large")) << delivery.reply;
  EXPECT_EQ(files_in(folder / "new"), 0U);
  EXPECT_EQ(files_in(folder / "tmp"), 0U);
}

TEST(PrintFolder, LaysALetterOutOnce) {
  TemporaryFolder const temporary("mail-out-print");
  auto const& folder = temporary.path();
  PrintFolder printer(folder);

  constexpr std::string_view page = "%PDF-1.5\nYour complaint\n";

  (void)printer.deliver(message(page));
  auto const delivery = printer.deliver(message(page));

  EXPECT_EQ(delivery.result, DeliveryResult::Accepted);
  EXPECT_EQ(files_in(folder), 1U);
  EXPECT_EQ(content(folder / "letter-1.pdf"), page);
}

TEST(SmtpMailer, SendsTheBytesUnchangedWithDotsDoubled) {
  ScriptedServer server;

  auto const delivery = deliver_to(server);

  EXPECT_EQ(delivery.result, DeliveryResult::Accepted);
  EXPECT_EQ(delivery.reply, "250 2.0.0 queued as 42");
  ASSERT_EQ(server.messages().size(), 1U);
  EXPECT_EQ(server.messages()[0], "Subject: Your complaint\r\n\r\nDear Ilze,\r\n..\r\n...two dots\r\nGoodbye.\r\n");
  EXPECT_EQ(std::ranges::count(server.commands(), "MAIL FROM:<bounce@firm.example>"), 1);
  EXPECT_EQ(std::ranges::count(server.commands(), "RCPT TO:<ilze.berzina@home.example>"), 1);
}

TEST(SmtpMailer, SendsFromNobodyWhenThereIsNoReturnPath) {
  ScriptedServer server;
  auto pure_acknowledgement = message();
  pure_acknowledgement.envelope_from.clear();

  EXPECT_EQ(SmtpMailer(settings_for(server.port())).deliver(pure_acknowledgement).result, DeliveryResult::Accepted);

  EXPECT_EQ(std::ranges::count(server.commands(), "MAIL FROM:<>"), 1);
}

TEST(SmtpMailer, KeepsItsConnectionFromOneMessageToTheNext) {
  ScriptedServer server;
  SmtpMailer mailer(settings_for(server.port()));

  for (int i = 0; i < 5; ++i) EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);

  EXPECT_EQ(server.connections(), 1);
  EXPECT_EQ(server.messages().size(), 5U);
}

TEST(SmtpMailer, ConnectsAgainWhenTheServerHungUpInBetween) {
  for (std::optional<std::string> const& farewell : {std::optional<std::string>(), std::optional<std::string>("421 idle too long\r\n")}) {
    int mails = 0;
    ScriptedServer server(
        [&](int, std::string_view command) { return command.starts_with("MAIL") && ++mails == 2 ? farewell : ScriptedServer::accept(command); });
    SmtpMailer mailer(settings_for(server.port()));

    EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);
    EXPECT_EQ(server.connections(), 1);
    EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);
    EXPECT_EQ(server.connections(), 2);
    EXPECT_EQ(server.messages().size(), 2U);
  }
}

TEST(SmtpMailer, TellsRefusedForNowFromRefusedForGood) {
  for (std::string const command : {"MAIL", "RCPT", "DATA", "."}) {
    ScriptedServer busy(but(command, "451 4.3.0 not now\r\n"));
    ScriptedServer strict(but(command, "550 5.7.1 never\r\n"));

    EXPECT_EQ(deliver_to(busy).result, DeliveryResult::Later) << command;
    EXPECT_EQ(deliver_to(strict).result, DeliveryResult::Refused) << command;
  }
}

TEST(SmtpMailer, BlamesNoMessageForARefusalOfOurselves) {
  for (std::string const command : {"CONNECT", "EHLO"}) {
    ScriptedServer server(but(command, "554 5.7.1 not you\r\n"));

    EXPECT_EQ(deliver_to(server).result, DeliveryResult::Later) << command;
  }
  ScriptedServer server(but("MAIL", "530 5.7.0 encrypt first\r\n"));
  EXPECT_EQ(deliver_to(server).result, DeliveryResult::Later);
}

TEST(SmtpMailer, ResetsTheConnectionAfterARefusalAndSendsTheNextMessageOnIt) {
  int recipients = 0;
  ScriptedServer server(
      [&](int, std::string_view command) { return command.starts_with("RCPT") && ++recipients == 1 ? "550 no\r\n" : ScriptedServer::accept(command); });
  SmtpMailer mailer(settings_for(server.port()));

  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Refused);
  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);

  EXPECT_EQ(server.connections(), 1);
  EXPECT_EQ(std::ranges::count(server.commands(), "RSET"), 1);
}

TEST(SmtpMailer, CallsAnUnansweredFinalDotAmbiguous) {
  ScriptedServer cutting(but(".", std::nullopt));
  ScriptedServer babbling(but(".", "what?\r\n"));

  EXPECT_EQ(deliver_to(cutting).result, DeliveryResult::Ambiguous);
  EXPECT_EQ(deliver_to(babbling).result, DeliveryResult::Ambiguous);
}

TEST(SmtpMailer, CallsASilenceAfterTheFinalDotAmbiguous) {
  ScriptedServer server(but(".", ""));
  auto settings = settings_for(server.port());
  settings.final_dot_timeout = 50ms;

  EXPECT_EQ(SmtpMailer(settings).deliver(message()).result, DeliveryResult::Ambiguous);
}

TEST(SmtpMailer, WillTryLaterWhenTheConnectionIsLostBeforeTheFinalDot) {
  for (std::string const command : {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"}) {
    ScriptedServer server(but(command, std::nullopt));

    EXPECT_EQ(deliver_to(server).result, DeliveryResult::Later) << command;
  }
}

TEST(SmtpMailer, SurvivesAServerThatHangsUpInTheMiddleOfAReply) {
  ScriptedServer server(but("EHLO", "250-half a\r\n250-"));

  auto const delivery = deliver_to(server);

  EXPECT_EQ(delivery.result, DeliveryResult::Later);
  EXPECT_EQ(delivery.reply, "the mail server hung up");
}

TEST(SmtpMailer, SurvivesAServerThatNeverStopsTalking) {
  std::string endless;
  for (int i = 0; i < 1000; ++i) endless += "250-more\r\n";
  ScriptedServer lines(but("EHLO", endless));
  ScriptedServer one_line(but("EHLO", std::string(100'000, 'x')));

  EXPECT_EQ(deliver_to(lines).result, DeliveryResult::Later);
  EXPECT_EQ(deliver_to(one_line).result, DeliveryResult::Later);
}

TEST(SmtpMailer, WillTryLaterWhenNobodyListens) {
  std::uint16_t port = 0;
  {
    ScriptedServer server;
    port = server.port();
  }

  auto const delivery = SmtpMailer(settings_for(port)).deliver(message());

  EXPECT_EQ(delivery.result, DeliveryResult::Later);
  EXPECT_TRUE(delivery.reply.starts_with("cannot connect to the mail server")) << delivery.reply;
}

TEST(SmtpMailer, WillTryLaterWhenTheServerIsSilent) {
  ScriptedServer server(but("CONNECT", ""));
  auto settings = settings_for(server.port());
  settings.receive_timeout = 50ms;

  auto const delivery = SmtpMailer(settings).deliver(message());

  EXPECT_EQ(delivery.result, DeliveryResult::Later);
  EXPECT_EQ(delivery.reply, "waiting for the mail server: no answer in time");
}

TEST(SmtpMailer, SendsNothingWhenRequiredTlsIsNotOfferedOrRefusedOrFails) {
  ScriptedServer stripped;
  EXPECT_EQ(deliver_to(stripped, TlsPolicy::RequiredVerified).reply, "the mail server offers no TLS, which is required: nothing was sent");
  EXPECT_EQ(deliver_to(stripped, TlsPolicy::RequiredUnverified).result, DeliveryResult::Later);
  EXPECT_EQ(std::ranges::count_if(stripped.commands(), [](auto const& command) { return command.starts_with("MAIL"); }), 0);

  for (std::string const answer : {"454 4.7.0 not now\r\n", "220 go on\r\n220 injected\r\n", "220 go on\r\n"}) {
    ScriptedServer server([=](int, std::string_view command) -> std::optional<std::string> {
      if (command.starts_with("EHLO")) return "250-scripted.example\r\n250 STARTTLS\r\n";
      return command == "STARTTLS" ? answer : ScriptedServer::accept(command);
    });
    auto settings = settings_for(server.port(), TlsPolicy::RequiredVerified);
    settings.receive_timeout = 100ms;

    auto const delivery = SmtpMailer(settings).deliver(message());

    EXPECT_EQ(delivery.result, DeliveryResult::Later) << answer;
    EXPECT_EQ(server.messages().size(), 0U);
  }
}

TEST(SmtpMailer, NeverLogsInWithoutTls) {
  ScriptedServer server(but("EHLO", "250-scripted.example\r\n250 AUTH PLAIN LOGIN\r\n"));
  auto settings = settings_for(server.port(), TlsPolicy::Opportunistic);
  settings.user = "redress";

  auto const delivery = SmtpMailer(settings).deliver(message());

  EXPECT_EQ(delivery.result, DeliveryResult::Later);
  EXPECT_EQ(delivery.reply, "no log-in without TLS: nothing was sent");
}

TEST(SmtpMailer, RefusesBytesThatCouldEndTheMessageEarly) {
  ScriptedServer server;
  SmtpMailer mailer(settings_for(server.port()));

  for (std::string_view const bytes : {"a\n.\nMAIL FROM:<x@y>\r\n", "a\r.\r\n", "a\r\n.\r", "a\n", "\na", "a\r\r\n", ""})
    EXPECT_EQ(mailer.deliver(message(bytes)).result, DeliveryResult::Refused) << bytes;
  EXPECT_EQ(mailer.deliver(message(std::string_view("a\0b\r\n", 5))).result, DeliveryResult::Refused);

  EXPECT_EQ(server.connections(), 0);
}

TEST(SmtpMailer, RefusesAddressesThatCouldBeCommands) {
  ScriptedServer server;
  SmtpMailer mailer(settings_for(server.port()));

  for (std::string const address : {"a@b>\r\nRCPT TO:<c@d", "a b@c", "<a@b>", "a@b\x7f", "", "nobody", "@b", "a@", "\xc4\x81@b"}) {
    auto to = message();
    to.envelope_to = address;
    auto from = message();
    from.envelope_from = address + " ";

    EXPECT_EQ(mailer.deliver(to).result, DeliveryResult::Refused) << address;
    EXPECT_EQ(mailer.deliver(from).result, DeliveryResult::Refused) << address;
  }
  EXPECT_EQ(server.connections(), 0);
}

TEST(SmtpReply, KeepsNoAddressOfAnybody) {
  using redress::mail_out::fit_to_keep;
  constexpr std::string_view to = "ilze.berzina@home.example";

  EXPECT_EQ(fit_to_keep("550-5.1.1 <ilze.berzina@home.example>: Recipient\n550 5.1.1 rejected", to), "550-5.1.1 <address>: Recipient 550 5.1.1 rejected");
  EXPECT_EQ(fit_to_keep("550 to=<other@x.example>, no user Ilze.Berzina here", to), "550 to=<address>, no user <address> here");
  EXPECT_EQ(fit_to_keep("450 a\t\tb\x1b[31m\r\n\xc4\x93", to), "450 a b [31m ??");
  EXPECT_EQ(fit_to_keep("250 " + std::string(500, 'x'), to).size(), 200U);
}

TEST(SmtpReply, FindsWhatIsOffered) {
  using redress::mail_out::offers;
  redress::mail_out::SmtpReply const greeting{250, "250-mx.example STARTTLS\n250-SIZE 1000\n250 AUTH=LOGIN plain"};

  EXPECT_FALSE(offers(greeting, "STARTTLS"));
  EXPECT_TRUE(offers(greeting, "size"));
  EXPECT_TRUE(offers(greeting, "AUTH", "PLAIN"));
  EXPECT_FALSE(offers(greeting, "AUTH", "XOAUTH2"));
}
