// SPDX-License-Identifier: Apache-2.0
// Connections that are kept: how many, for how many letters, for how long, and what becomes of one that died meanwhile.

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "adapters/mail_out/smtp_mailer.hpp"
#include "tests/support/sending_house.hpp"
#include "tests/support/smtp/faulty_sink.hpp"

namespace redress::testing {
namespace {

using mail_out::SmtpMailer;
using mail_out::SmtpSettings;
using ports::DeliveryResult;
using namespace std::chrono_literals;

SmtpSettings settings_for(FaultySink const& sink) {
  SmtpSettings settings;
  settings.host = "127.0.0.1";
  settings.port = sink.port();
  settings.tls = mail_out::TlsPolicy::None;
  return settings;
}

ports::Delivery send(SmtpMailer& mailer) {
  return mailer.deliver({.envelope_from = "", .envelope_to = "anna@home.example", .bytes = "Subject: Yours\r\n\r\n.\r\nDear Anna\r\n", .key = "letter-1"});
}

/// So many at once, each so many letters; answers how many were accepted.
int send_at_once(SmtpMailer& mailer, int threads, int letters) {
  std::atomic<int> accepted = 0;
  std::vector<std::jthread> senders;
  for (int i = 0; i < threads; ++i)
    senders.emplace_back([&] {
      for (int k = 0; k < letters; ++k) accepted += send(mailer).result == DeliveryResult::Accepted ? 1 : 0;
    });
  senders.clear();
  return accepted;
}

TEST(SmtpPool, OpensNoMoreConnectionsAtOnceThanItMay) {
  FaultySink sink;
  sink.listen();
  auto settings = settings_for(sink);
  settings.connections_most = 3;
  SmtpMailer mailer(settings);

  EXPECT_EQ(send_at_once(mailer, 8, 10), 80);

  EXPECT_LE(sink.connections(), 3);
  EXPECT_EQ(sink.messages().size(), 80u);
  EXPECT_EQ(sink.messages().front(), "Subject: Yours\r\n\r\n.\r\nDear Anna\r\n");
}

TEST(SmtpPool, ClosesAConnectionAfterSoManyLetters) {
  FaultySink sink;
  sink.listen();
  auto settings = settings_for(sink);
  settings.letters_per_connection = 4;
  SmtpMailer mailer(settings);

  for (int i = 0; i < 10; ++i) EXPECT_EQ(send(mailer).result, DeliveryResult::Accepted);

  EXPECT_EQ(sink.connections(), 3);
}

TEST(SmtpPool, ClosesAConnectionThatNobodyUses) {
  FaultySink sink;
  sink.listen();
  auto settings = settings_for(sink);
  settings.idle_timeout = 20ms;
  SmtpMailer mailer(settings);
  EXPECT_EQ(send(mailer).result, DeliveryResult::Accepted);

  EXPECT_TRUE(SendingHouse::comes_true([&] { return sink.connections_open() == 0; }));

  EXPECT_EQ(send(mailer).result, DeliveryResult::Accepted);
  EXPECT_EQ(sink.connections(), 2);
}

TEST(SmtpPool, NoticesBeforeALetterBeginsThatItsConnectionDied) {
  for (auto const act : {Act::SayAndReset, Act::Say}) {
    FaultySink sink({{".", act, "250 2.0.0 queued\r\n421 4.4.2 and good-bye\r\n"}});
    sink.listen();
    SmtpMailer mailer(settings_for(sink));
    auto const first = send(mailer).result;

    auto const second = send(mailer);

    EXPECT_TRUE(first == DeliveryResult::Accepted || first == DeliveryResult::Ambiguous);
    EXPECT_EQ(second.result, DeliveryResult::Accepted) << second.reply;
    EXPECT_EQ(sink.connections(), 2);
    EXPECT_EQ(sink.messages().size(), 2u);
  }
}

TEST(SmtpPool, IsContentWithFewerWhenTheServerTakesNoMore) {
  FaultySink sink({{"CONNECT", Act::Say, "220 welcome\r\n"}, {"CONNECT", Act::Say, "421 4.7.0 too many connections from you\r\n", 1000}});
  sink.listen();
  auto settings = settings_for(sink);
  settings.connections_most = 4;
  SmtpMailer mailer(settings);
  EXPECT_EQ(send(mailer).result, DeliveryResult::Accepted);

  EXPECT_EQ(send_at_once(mailer, 4, 5), 20);

  EXPECT_LE(sink.connections(), 5) << "it does not ask again and again";
}

TEST(SmtpPool, SaysSoWhenTheServerTakesNobody) {
  FaultySink sink({{"CONNECT", Act::Say, "421 4.3.2 closed\r\n", 1000}});
  sink.listen();
  SmtpMailer mailer(settings_for(sink));

  EXPECT_EQ(send_at_once(mailer, 4, 1), 0);

  EXPECT_EQ(send(mailer).reply, "the mail server turns us away: 421 4.3.2 closed");
}

}  // namespace
}  // namespace redress::testing
