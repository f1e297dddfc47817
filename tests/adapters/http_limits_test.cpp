// SPDX-License-Identifier: Apache-2.0
// How long the server waits for its clients, and for how many.
#include "adapters/http/limits.hpp"

#include <gtest/gtest.h>

#include "adapters/http/server.hpp"
#include "tests/adapters/http_echo.hpp"

namespace redress::http {
namespace {

TEST(HttpServerDeadlines, EndAHeaderThatComesTooSlowly) {
  auto settings = on_any_port();
  settings.limits.head_deadline = std::chrono::seconds{1};
  Server server(settings, echo_router());
  server.start();
  RawClient client(server.port());

  client.send("GET /hello/x HT");

  EXPECT_TRUE(client.receive_all().starts_with("HTTP/1.1 408"));
}

TEST(HttpServerDeadlines, EndABodyThatComesTooSlowly) {
  auto settings = on_any_port();
  settings.limits.slow_body_grace = std::chrono::seconds{1};
  Server server(settings, echo_router());
  server.start();
  RawClient client(server.port());

  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nslow");

  EXPECT_TRUE(client.receive_all().starts_with("HTTP/1.1 408"));
}

TEST(HttpServerDeadlines, SayNothingToWhoeverHasAskedNothing) {
  auto settings = on_any_port();
  settings.limits.idle_deadline = std::chrono::seconds{1};
  Server server(settings, echo_router());
  server.start();
  RawClient client(server.port());

  EXPECT_EQ(client.receive_all(), "");
}

TEST(HttpServerLimits, TurnsAwayOneConnectionTooMany) {
  auto settings = on_any_port();
  settings.limits.connections = 1;
  settings.limits.patience = std::chrono::hours{1};
  Server server(settings, echo_router());
  server.start();
  RawClient first(server.port());
  first.send("GET /hello/x HTTP/1.1\r\nHost: x\r\n\r\n");
  static_cast<void>(first.receive_until("hello x"));

  RawClient second(server.port());

  EXPECT_TRUE(second.receive_all().starts_with("HTTP/1.1 503"));
}

TEST(HttpServerLimits, AskWhoeverKeptUsWaitingLongestToGo) {
  auto settings = on_any_port();
  settings.limits.connections = 2;
  settings.limits.patience = std::chrono::milliseconds{0};
  Server server(settings, echo_router());
  server.start();
  RawClient longest(server.port());
  RawClient shorter(server.port());

  RawClient newcomer(server.port());
  newcomer.send("GET /hello/z HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_TRUE(newcomer.receive_until("hello z").ends_with("hello z"));
  EXPECT_EQ(longest.receive_all(), "");
  shorter.send("GET /hello/y HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_TRUE(shorter.receive_until("hello y").ends_with("hello y"));
}

TEST(HttpServerLimits, HoldForOneAddressToo) {
  auto settings = on_any_port();
  settings.limits.connections_per_address = 1;
  settings.limits.patience = std::chrono::hours{1};
  Server server(settings, echo_router());
  server.start();
  RawClient first(server.port());
  first.send("GET /hello/x HTTP/1.1\r\nHost: x\r\n\r\n");
  static_cast<void>(first.receive_until("hello x"));

  RawClient same(server.port());
  RawClient other(server.port(), "127.0.0.2");
  other.send("GET /hello/y HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_TRUE(same.receive_all().starts_with("HTTP/1.1 503"));
  EXPECT_TRUE(other.receive_until("hello y").ends_with("hello y"));
}

}  // namespace
}  // namespace redress::http
