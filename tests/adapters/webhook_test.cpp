// SPDX-License-Identifier: Apache-2.0
// What systems are told over HTTP, by a real server on the loopback that answers right, wrong or not at all.
#include "adapters/webhooks/webhook_mailer.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/http_receiver.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::webhooks {
namespace {

using ports::DeliveryResult;
using std::chrono::milliseconds;
using tests::HttpReceiver;

std::string const body = R"({"event":"hold-placed"})";
Patience const short_patience{milliseconds(500), milliseconds(500), milliseconds(300)};

ports::OutgoingMessage message(std::string to = "billing") {
  return {"", std::move(to), body, "0197a000-0000-7000-8000-000000000001"};
}

ports::Delivery deliver(std::string const& url, std::filesystem::path const& secret = {}) {
  return WebhookMailer(std::vector<Receiver>{{"billing", url, secret}}, short_patience).deliver(message());
}

class AWebhook : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_.path()); }
  std::filesystem::path secret(std::string const& content) {
    std::ofstream(folder_.path() / "secret", std::ios::binary) << content;
    return folder_.path() / "secret";
  }

  redress::testing::TemporaryFolder folder_{"webhook"};
};

HttpReceiver::Answer always(int status, std::string const& headers = {}) {
  return [=](int) { return HttpReceiver::answer(status, headers); };
}

TEST_F(AWebhook, IsPostedWithItsIdentifierAndSigned) {
  HttpReceiver const receiver(always(202));

  auto const delivery = deliver(receiver.url() + "/holds?from=redress", secret("key\n"));

  EXPECT_EQ(delivery.result, DeliveryResult::Accepted);
  EXPECT_EQ(delivery.reply, "billing answered 202");
  ASSERT_EQ(receiver.requests().size(), 1u);
  auto const request = receiver.requests().front();
  EXPECT_TRUE(request.head.starts_with("POST /holds?from=redress HTTP/1.1\r\n")) << request.head;
  EXPECT_EQ(request.body, body);
  EXPECT_EQ(request.header("Content-Type"), "application/json");
  EXPECT_EQ(request.header("Redress-Delivery"), "0197a000-0000-7000-8000-000000000001");
  // printf '{"event":"hold-placed"}' | openssl dgst -sha256 -hmac key
  EXPECT_EQ(request.header("Redress-Signature"), "sha256=47692fbb709642087886a1b53189cf5566aae2e76f8df69c17258e707e059fd1");
  EXPECT_EQ(request.head.find("key"), std::string::npos);
}

TEST_F(AWebhook, ComesAgainWithTheSameBytesAndIdentifierUntilItIsAccepted) {
  HttpReceiver const receiver([](int request) { return HttpReceiver::answer(request == 1 ? 500 : 200); });
  WebhookMailer mailer(std::vector<Receiver>{{"billing", receiver.url(), secret("key")}}, short_patience);

  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Later);
  EXPECT_EQ(mailer.deliver(message()).result, DeliveryResult::Accepted);

  ASSERT_EQ(receiver.requests().size(), 2u);
  EXPECT_EQ(receiver.requests()[0].body, receiver.requests()[1].body);
  EXPECT_EQ(receiver.requests()[0].head, receiver.requests()[1].head);
  EXPECT_TRUE(receiver.requests()[0].head.starts_with("POST / HTTP/1.1\r\n"));
}

TEST_F(AWebhook, IsRefusedForGoodByWhoeverDoesNotWantIt) {
  for (int const status : {400, 401, 404, 410, 422}) {
    HttpReceiver const receiver(always(status));
    auto const delivery = deliver(receiver.url());
    EXPECT_EQ(delivery.result, DeliveryResult::Refused);
    EXPECT_EQ(delivery.reply, "billing answered " + std::to_string(status));
  }
}

TEST_F(AWebhook, IsTriedLaterWhenTheReceiverIsInTrouble) {
  for (int const status : {408, 429, 500, 503}) {
    HttpReceiver const receiver(always(status));
    EXPECT_EQ(deliver(receiver.url()).result, DeliveryResult::Later) << status;
  }
}

TEST_F(AWebhook, FollowsNoRedirection) {
  HttpReceiver const elsewhere(always(200));
  HttpReceiver const receiver(always(307, "Location: " + elsewhere.url() + "\r\n"));

  EXPECT_EQ(deliver(receiver.url(), secret("key")).result, DeliveryResult::Refused);
  EXPECT_TRUE(elsewhere.requests().empty());
}

TEST_F(AWebhook, MayHaveArrivedWhenTheReceiverHangsUpOrSaysNothing) {
  HttpReceiver const cut([](int) { return std::nullopt; });
  HttpReceiver const silent([](int) { return std::string{}; });
  HttpReceiver const nonsense([](int) { return std::string("HTTP/"); });

  EXPECT_EQ(deliver(cut.url()).result, DeliveryResult::Ambiguous);
  EXPECT_EQ(deliver(silent.url()).result, DeliveryResult::Ambiguous);
  EXPECT_EQ(deliver(nonsense.url()).result, DeliveryResult::Ambiguous);
  EXPECT_EQ(cut.requests().size(), 1u) << "one attempt is one request";
}

TEST_F(AWebhook, IsTriedLaterWhenNobodyIsThere) {
  std::string url;
  {
    HttpReceiver const gone(always(200));
    url = gone.url() + "/private-path";
  }

  auto const delivery = deliver(url);

  EXPECT_EQ(delivery.result, DeliveryResult::Later);
  EXPECT_EQ(delivery.reply.find("private-path"), std::string::npos) << delivery.reply;
}

TEST_F(AWebhook, GoesOutUnsignedOnlyWhenThereIsNoSecret) {
  HttpReceiver const receiver(always(200));

  EXPECT_EQ(deliver(receiver.url(), folder_.path() / "nowhere").result, DeliveryResult::Later);
  EXPECT_EQ(deliver(receiver.url(), secret("\n")).result, DeliveryResult::Later);
  EXPECT_TRUE(receiver.requests().empty());
  EXPECT_EQ(deliver(receiver.url()).result, DeliveryResult::Accepted);
  EXPECT_EQ(receiver.requests().front().header("Redress-Signature"), "");
}

TEST_F(AWebhook, IsNotGivenToWhoeverCannotProveWhoTheyAre) {
  HttpReceiver const plain(always(200));

  EXPECT_EQ(deliver(plain.url("https"), secret("key")).result, DeliveryResult::Later);
  EXPECT_TRUE(plain.requests().empty());
}

TEST_F(AWebhook, GoesToNobodyInTheClearAndToNobodyUnknown) {
  for (auto const* url : {"http://billing.example/", "ftp://127.0.0.1/", "https://user:word@billing.example/", "not an address", "http://127.0.0.1.example/"})
    EXPECT_THROW(WebhookMailer(std::vector<Receiver>{{"billing", url, {}}}), std::invalid_argument) << url;

  EXPECT_EQ(WebhookMailer(std::vector<Receiver>{}).deliver(message()).result, DeliveryResult::Refused);
}

}  // namespace
}  // namespace redress::webhooks
