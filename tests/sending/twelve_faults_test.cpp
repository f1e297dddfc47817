// SPDX-License-Identifier: Apache-2.0
// Twelve things that go wrong with mail servers, each while several letters are on their way over several kept connections: no letter is lost, and there is a
// second copy only of one whose end nobody knew, byte for byte the same.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "adapters/mail_out/smtp_mailer.hpp"
#include "tests/support/sending_house.hpp"
#include "tests/support/smtp/certificates.hpp"
#include "tests/support/smtp/faulty_sink.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::testing {
namespace {

using mail_out::SmtpMailer;
using mail_out::SmtpSettings;
using mail_out::TlsPolicy;
using ports::DeliveryResult;
using namespace std::chrono_literals;

constexpr runtime::SendingLimits three_at_once{.mails_at_once = 3, .mails_at_once_per_domain = 2, .mails_per_minute_per_domain = 0};
constexpr runtime::RetryPolicy quickly{.first = 20ms, .longest = 100ms, .attempts_most = 200};

class TwelveFaults : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }

  [[nodiscard]] SmtpSettings settings_for(FaultySink const& sink, TlsPolicy tls = TlsPolicy::None) const {
    SmtpSettings settings;
    settings.host = "localhost";
    settings.port = sink.port();
    settings.tls = tls;
    settings.ca_file = folder_ / "ca.pem";
    settings.connections_most = 3;
    settings.receive_timeout = 5s;
    settings.final_dot_timeout = 5s;
    return settings;
  }

  [[nodiscard]] std::optional<FaultySink::Keys> make_keys() const {
    bool const are_made = make_certificate(folder_, "localhost") && make_certificate(folder_, "mail.other.example", "DNS", "other", "other-ca");
    if (!are_made) return std::nullopt;
    return FaultySink::Keys{folder_ / "host.key", folder_ / "host.pem", folder_ / "other.key", folder_ / "other.pem"};
  }

  /// Nine letters to three domains, sent until the outbox is empty; something may happen while they are.
  void send_past(
      FaultySink& sink, SmtpSettings const& settings, std::function<void()> const& meanwhile = [] {}) {
    letters_.clear();
    house_.reset();
    std::filesystem::remove_all(folder_ / "store");
    mailer_ = std::make_unique<SmtpMailer>(settings);
    noting_ = std::make_unique<NotingMailer>(*mailer_);
    house_ = std::make_unique<SendingHouse>(folder_ / "store", *noting_, three_at_once, quickly);
    for (int i = 0; i < 9; ++i) letters_.push_back(house_->queue_letter("anna@" + std::string(1, static_cast<char>('a' + i % 3)) + ".example"));
    items_ = house_->store->due_outbox(house_->clock.now(), 100);
    ASSERT_EQ(items_.size(), 9u);
    house_->start();
    meanwhile();
    ASSERT_TRUE(house_->sends_all()) << "letters are left in the outbox";
    house_->couriers->stop();
    EXPECT_EQ(sink.troubles_left(), 0) << "what was to go wrong did not";
  }

  /// Every letter arrived as it was frozen, and more than once only as often as nobody knew.
  void expect_none_lost(FaultySink const& sink) {
    auto const messages = sink.messages();
    for (auto const& item : items_) {
      auto const copies = std::ranges::count(messages, item.message.bytes);
      EXPECT_GE(copies, 1) << "a letter is lost";
      EXPECT_LE(copies, 1 + noting_->count(DeliveryResult::Ambiguous, item.id)) << "a second copy, and nobody was in doubt";
    }
    for (auto const& message : messages)
      EXPECT_TRUE(std::ranges::any_of(items_, [&](auto const& item) { return item.message.bytes == message; })) << "bytes that nobody queued:\n" << message;
    for (auto const& letter : letters_) EXPECT_EQ(house_->letter_state(letter), LetterState::Accepted);
    EXPECT_TRUE(house_->store->incidents().empty());
  }

  void expect_none_twice(FaultySink const& sink) {
    expect_none_lost(sink);
    EXPECT_EQ(sink.messages().size(), items_.size());
    EXPECT_EQ(noting_->count(DeliveryResult::Ambiguous), 0);
  }

  TemporaryFolder const temporary_{"twelve-faults"};
  std::filesystem::path const& folder_ = temporary_.path();
  std::unique_ptr<SmtpMailer> mailer_;
  std::unique_ptr<NotingMailer> noting_;
  std::unique_ptr<SendingHouse> house_;
  std::vector<Reference> letters_;
  std::vector<ports::OutboxItem> items_;
};

TEST_F(TwelveFaults, NoneAtAll) {
  FaultySink sink;
  sink.listen();

  send_past(sink, settings_for(sink));

  expect_none_twice(sink);
  EXPECT_EQ(noting_->count(DeliveryResult::Later), 0);
  EXPECT_LE(sink.connections(), 3);
}

TEST_F(TwelveFaults, TheServerRefusesConnections) {
  FaultySink sink;

  send_past(sink, settings_for(sink), [&] {
    EXPECT_TRUE(SendingHouse::comes_true([&] { return noting_->count(DeliveryResult::Later) >= 9; }));
    sink.listen();
  });

  expect_none_twice(sink);
}

TEST_F(TwelveFaults, TheBannerComesTooLate) {
  FaultySink sink({{"CONNECT", Act::SayLate, "220 at last\r\n", 3}});
  sink.set_delay(2s);
  sink.listen();
  auto settings = settings_for(sink);
  settings.receive_timeout = 500ms;

  send_past(sink, settings);

  expect_none_lost(sink);
}

TEST_F(TwelveFaults, TheServerIsUnavailable) {
  for (std::string const at : {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"}) {
    SCOPED_TRACE(at);
    FaultySink sink({{at, Act::Say, "421 4.3.2 going down\r\n", 4}});
    sink.listen();

    send_past(sink, settings_for(sink));

    expect_none_twice(sink);
  }
}

TEST_F(TwelveFaults, TlsIsStripped) {
  auto const keys = make_keys();
  ASSERT_TRUE(keys) << "openssl could not make certificates";
  FaultySink sink({{"EHLO", Act::Say, "250-sink.example\r\n250 8BITMIME\r\n", 4}}, keys);
  sink.listen();

  send_past(sink, settings_for(sink, TlsPolicy::RequiredVerified));

  expect_none_twice(sink);
  EXPECT_EQ(noting_->count(DeliveryResult::Later), 4);
}

TEST_F(TwelveFaults, TheCertificateIsAnothers) {
  auto const keys = make_keys();
  ASSERT_TRUE(keys) << "openssl could not make certificates";
  FaultySink sink({{"STARTTLS", Act::ShowOtherKeys, "", 4}}, keys);
  sink.listen();

  send_past(sink, settings_for(sink, TlsPolicy::RequiredVerified));

  expect_none_twice(sink);
  EXPECT_EQ(noting_->count(DeliveryResult::Later), 4);
}

TEST_F(TwelveFaults, ALetterIsRefusedForNow) {
  FaultySink sink({{"MAIL", Act::Say, "451 4.3.0 not now\r\n", 2},
                   {"RCPT", Act::Say, "450 4.2.1 come again\r\n", 2},
                   {"DATA", Act::Say, "451 4.3.0 not now\r\n", 2},
                   {".", Act::Say, "452 4.3.1 no room\r\n", 2}});
  sink.listen();

  send_past(sink, settings_for(sink));

  expect_none_twice(sink);
  EXPECT_EQ(noting_->count(DeliveryResult::Later), 8);
}

TEST_F(TwelveFaults, ALetterIsRefusedForGood) {
  FaultySink sink({{"MAIL", Act::Say, "550 5.7.1 never\r\n"},
                   {"RCPT", Act::Say, "550 5.1.1 nobody\r\n"},
                   {"DATA", Act::Say, "554 5.6.0 no\r\n"},
                   {".", Act::Say, "554 5.7.1 no\r\n"}});
  sink.listen();

  send_past(sink, settings_for(sink));

  auto const in_state = [&](LetterState state) { return std::ranges::count_if(letters_, [&](auto const& one) { return house_->letter_state(one) == state; }); };
  auto const bounced = in_state(LetterState::Bounced);
  EXPECT_EQ(bounced + in_state(LetterState::Accepted), 9);
  // What tells a handler that a letter did not arrive goes the same way, and may be what is refused.
  EXPECT_GE(bounced, 1);
  EXPECT_LE(bounced, 4);
  EXPECT_EQ(noting_->count(DeliveryResult::Refused), 4);
  EXPECT_EQ(noting_->count(DeliveryResult::Later), 0);
}

TEST_F(TwelveFaults, TheLineIsCutInTheMiddleOfALetter) {
  FaultySink sink({{"BODY", Act::Cut, "", 5}});
  sink.listen();

  send_past(sink, settings_for(sink));

  expect_none_lost(sink);
}

TEST_F(TwelveFaults, TheLineIsCutAfterTheFinalDot) {
  FaultySink sink({{".", Act::Cut, "", 5}});
  sink.listen();

  send_past(sink, settings_for(sink));

  expect_none_lost(sink);
  EXPECT_EQ(noting_->count(DeliveryResult::Ambiguous), 5);
  EXPECT_EQ(sink.messages().size(), items_.size() + 5);
}

TEST_F(TwelveFaults, TheAnswerToTheFinalDotComesTooLate) {
  FaultySink sink({{".", Act::SayLate, "250 2.0.0 queued\r\n", 5}});
  sink.set_delay(2s);
  sink.listen();
  auto settings = settings_for(sink);
  settings.final_dot_timeout = 500ms;

  send_past(sink, settings);

  expect_none_lost(sink);
  EXPECT_GE(noting_->count(DeliveryResult::Ambiguous), 5);
}

TEST_F(TwelveFaults, TheConnectionIsResetBehindTheLastAnswer) {
  FaultySink sink({{".", Act::SayAndReset, "250 2.0.0 queued\r\n", 5}});
  sink.listen();

  send_past(sink, settings_for(sink));

  expect_none_lost(sink);
  EXPECT_EQ(noting_->count(DeliveryResult::Later), 0) << "a connection that is gone costs no letter an attempt";
}

TEST_F(TwelveFaults, TheServerTalksNonsense) {
  for (std::string const at : {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."}) {
    SCOPED_TRACE(at);
    FaultySink sink({{at, Act::Say, "\xff\xfe HTTP/1.1 what?\r\n", 4}});
    sink.listen();

    send_past(sink, settings_for(sink));

    expect_none_lost(sink);
    EXPECT_EQ(noting_->count(DeliveryResult::Ambiguous), at == "." ? 4 : 0);
  }
}

TEST_F(TwelveFaults, TheServerDoesNotStopTalking) {
  std::string endless;
  for (int i = 0; i < 100'000; ++i) endless += "250-more\r\n";
  for (std::string const at : {"EHLO", "MAIL", "."}) {
    SCOPED_TRACE(at);
    FaultySink sink({{at, Act::Say, endless, 4}});
    sink.listen();

    send_past(sink, settings_for(sink));

    expect_none_lost(sink);
    EXPECT_EQ(noting_->count(DeliveryResult::Ambiguous), at == "." ? 4 : 0);
  }
}

}  // namespace
}  // namespace redress::testing
