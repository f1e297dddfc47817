// SPDX-License-Identifier: Apache-2.0
// How long the server waits for its clients, and for how many.
#include "adapters/http/limits.hpp"

#include <cstdint>
#include <optional>

#include <gtest/gtest.h>

#include "adapters/http/server.hpp"
#include "tests/adapters/http_echo.hpp"

namespace redress::http {
namespace {

/// A server that is started once its limits are set.
class HttpServerLimits : public ::testing::Test {
 protected:
  [[nodiscard]] std::uint16_t start() {
    server_.emplace(settings_, echo_router());
    server_->start();
    return server_->port();
  }

  Settings settings_ = on_any_port();
  Limits& limits_ = settings_.limits;

 private:
  std::optional<Server> server_;
};

using HttpServerDeadlines = HttpServerLimits;

TEST_F(HttpServerDeadlines, EndAHeaderThatComesTooSlowly) {
  limits_.head_deadline = std::chrono::seconds{1};
  auto const port = start();
  RawClient client(port);

  client.send("GET /hello/x HT");

  EXPECT_TRUE(client.receive_all().starts_with("HTTP/1.1 408"));
}

TEST_F(HttpServerDeadlines, EndABodyThatComesTooSlowly) {
  limits_.slow_body_grace = std::chrono::seconds{1};
  auto const port = start();
  RawClient client(port);

  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nslow");

  EXPECT_TRUE(client.receive_all().starts_with("HTTP/1.1 408"));
}

TEST_F(HttpServerDeadlines, SayNothingToWhoeverHasAskedNothing) {
  limits_.idle_deadline = std::chrono::seconds{1};
  auto const port = start();
  RawClient client(port);

  EXPECT_EQ(client.receive_all(), "");
}

TEST_F(HttpServerLimits, TurnsAwayOneConnectionTooMany) {
  limits_.connections = 1;
  limits_.patience = std::chrono::hours{1};
  auto const port = start();
  RawClient first(port);
  first.send("GET /hello/x HTTP/1.1\r\nHost: x\r\n\r\n");
  static_cast<void>(first.receive_until("hello x"));

  RawClient second(port);

  EXPECT_TRUE(second.receive_all().starts_with("HTTP/1.1 503"));
}

TEST_F(HttpServerLimits, AskWhoeverKeptUsWaitingLongestToGo) {
  limits_.connections = 2;
  limits_.patience = std::chrono::milliseconds{0};
  auto const port = start();
  RawClient longest(port);
  RawClient shorter(port);

  RawClient newcomer(port);
  newcomer.send("GET /hello/z HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_TRUE(newcomer.receive_until("hello z").ends_with("hello z"));
  EXPECT_EQ(longest.receive_all(), "");
  shorter.send("GET /hello/y HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_TRUE(shorter.receive_until("hello y").ends_with("hello y"));
}

TEST_F(HttpServerLimits, HoldForOneAddressToo) {
  limits_.connections_per_address = 1;
  limits_.patience = std::chrono::hours{1};
  auto const port = start();
  RawClient first(port);
  first.send("GET /hello/x HTTP/1.1\r\nHost: x\r\n\r\n");
  static_cast<void>(first.receive_until("hello x"));

  RawClient same(port);
  RawClient other(port, "127.0.0.2");
  other.send("GET /hello/y HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_TRUE(same.receive_all().starts_with("HTTP/1.1 503"));
  EXPECT_TRUE(other.receive_until("hello y").ends_with("hello y"));
}

}  // namespace
}  // namespace redress::http
