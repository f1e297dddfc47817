// SPDX-License-Identifier: Apache-2.0
// Sending to a real SMTP server, with real certificates made for the occasion.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "adapters/mail_out/smtp_mailer.hpp"
#include "tests/support/smtp/certificates.hpp"
#include "tests/support/smtp/sink.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using redress::mail_out::SmtpMailer;
using redress::mail_out::SmtpSettings;
using redress::mail_out::TlsPolicy;
using redress::ports::DeliveryResult;
using redress::ports::OutgoingMessage;
using redress::tests::SmtpSink;

constexpr std::string_view letter = "Subject: Your complaint\r\n\r\nDear Ilze,\r\n.\r\n..two dots\r\n\r\nGoodbye.\r\n";

OutgoingMessage message(std::string to = "ilze@home.example") {
  return {.envelope_from = "bounce@firm.example", .envelope_to = std::move(to), .bytes = letter, .key = "letter-1"};
}

class RealServer : public testing::Test {
 protected:
  void SetUp() override {
    if (!SmtpSink::is_installed()) GTEST_SKIP() << "node or tests/support/smtp/node_modules is missing: npm ci --prefix tests/support/smtp";
    std::filesystem::create_directories(folder_);
  }

  [[nodiscard]] SmtpSettings settings_for(SmtpSink const& sink, TlsPolicy tls) const {
    SmtpSettings settings;
    settings.host = "localhost";
    settings.port = sink.port();
    settings.tls = tls;
    settings.ca_file = folder_ / "ca.pem";
    return settings;
  }

  /// An authority, and a key and certificate from it for `host`.
  void make_certificate(std::string const& host, std::string const& kind = "DNS") {
    ASSERT_TRUE(redress::testing::make_certificate(folder_, host, kind)) << "openssl could not make a certificate";
  }

  [[nodiscard]] std::vector<std::string> with_tls(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"--starttls", (folder_ / "host.key").string(), (folder_ / "host.pem").string()});
    return more;
  }

  redress::testing::TemporaryFolder const temporary_{"smtp-sink"};
  std::filesystem::path const& folder_ = temporary_.path();
};

}  // namespace

TEST_F(RealServer, ReceivesTheBytesOfSeveralMessagesAsTheyWere) {
  SmtpSink const sink(folder_, {});
  SmtpMailer mailer(settings_for(sink, TlsPolicy::None));

  for (int i = 0; i < 20; ++i) EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);

  EXPECT_EQ(sink.message(1), letter);
  EXPECT_EQ(sink.message(20), letter);
  EXPECT_EQ(sink.envelope(1), "{\"from\":\"bounce@firm.example\",\"to\":[\"ilze@home.example\"]}\n");
}

TEST_F(RealServer, RefusesForNowAndForGoodAndCutsTheLine) {
  SmtpSink const sink(folder_, {"--refuse-first", "1", "--reject", "^nobody@", "--cut-after-dot", "1"});
  SmtpMailer mailer(settings_for(sink, TlsPolicy::None));

  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Later);
  auto const refused = mailer.deliver(message("nobody@home.example"));
  EXPECT_EQ(refused.result, DeliveryResult::Refused);
  EXPECT_EQ(refused.reply, "550 5.1.1 <address> is not known here");
  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Ambiguous);
  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);
  EXPECT_EQ(sink.message(1), letter);
}

TEST_F(RealServer, IsTrustedUnderItsOwnNameOnly) {
  make_certificate("localhost");
  SmtpSink const sink(folder_, with_tls());

  EXPECT_EQ(SmtpMailer(settings_for(sink, TlsPolicy::RequiredVerified)).deliver(message()).result, DeliveryResult::Accepted);
  EXPECT_EQ(sink.message(1), letter);

  auto other_name = settings_for(sink, TlsPolicy::RequiredVerified);
  other_name.host = "127.0.0.1";
  EXPECT_EQ(SmtpMailer(other_name).deliver(message()).result, DeliveryResult::Later);
  EXPECT_EQ(sink.message(2), "");
}

TEST_F(RealServer, IsTrustedUnderItsAddressWhenTheCertificateSaysSo) {
  make_certificate("127.0.0.1", "IP");
  SmtpSink const sink(folder_, with_tls());
  auto by_address = settings_for(sink, TlsPolicy::RequiredVerified);
  by_address.host = "127.0.0.1";

  EXPECT_EQ(SmtpMailer(by_address).deliver(message()).result, DeliveryResult::Accepted);
}

TEST_F(RealServer, IsRefusedWithTheCertificateOfAnother) {
  make_certificate("mail.other.example");
  SmtpSink const sink(folder_, with_tls());

  auto const delivery = SmtpMailer(settings_for(sink, TlsPolicy::RequiredVerified)).deliver(message());
  EXPECT_EQ(delivery.result, DeliveryResult::Later);
  EXPECT_TRUE(delivery.reply.starts_with("the TLS handshake failed")) << delivery.reply;

  EXPECT_EQ(SmtpMailer(settings_for(sink, TlsPolicy::RequiredUnverified)).deliver(message()).result, DeliveryResult::Accepted);
  EXPECT_EQ(SmtpMailer(settings_for(sink, TlsPolicy::Opportunistic)).deliver(message()).result, DeliveryResult::Accepted);
}

TEST_F(RealServer, IsRefusedWithACertificateFromAnAuthorityNobodyKnows) {
  make_certificate("localhost");
  SmtpSink const sink(folder_, with_tls());
  auto settings = settings_for(sink, TlsPolicy::RequiredVerified);
  settings.ca_file.clear();

  EXPECT_EQ(SmtpMailer(settings).deliver(message()).result, DeliveryResult::Later);
  EXPECT_EQ(sink.message(1), "");
}

TEST_F(RealServer, LetsUsLogInUnderTls) {
  make_certificate("localhost");
  SmtpSink const sink(folder_, with_tls({"--login", "redress:a password that is longer than one line of base64 would be in a mail message"}));
  auto settings = settings_for(sink, TlsPolicy::RequiredVerified);
  settings.user = "redress";
  settings.password_file = folder_ / "password";

  EXPECT_EQ(SmtpMailer(settings).deliver(message()).reply, "the password file for the mail server cannot be read");
  std::ofstream(settings.password_file) << "wrong\n";
  EXPECT_EQ(SmtpMailer(settings).deliver(message()).reply, "the mail server refuses our log-in: 535 5.7.8 Wrong");
  std::ofstream(settings.password_file) << "a password that is longer than one line of base64 would be in a mail message\n";
  EXPECT_EQ(SmtpMailer(settings).deliver(message()).result, DeliveryResult::Accepted);
}

TEST_F(RealServer, LosingTheLineUnderTlsAfterTheFinalDotIsAmbiguous) {
  make_certificate("localhost");
  SmtpSink const sink(folder_, with_tls({"--cut-after-dot", "1"}));
  SmtpMailer mailer(settings_for(sink, TlsPolicy::RequiredVerified));

  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Ambiguous);
  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);
}
