// SPDX-License-Identifier: Apache-2.0
#pragma once

// A server without any API on it, whose routes say back what they were told, and a client that sends whatever bytes it is given.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "adapters/http/problem.hpp"
#include "adapters/http/router.hpp"
#include "adapters/http/server.hpp"

namespace redress::http {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port, char const* from = "127.0.0.1") : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in own{};
    own.sin_family = AF_INET;
    ::inet_pton(AF_INET, from, &own.sin_addr);
    ::bind(socket_, reinterpret_cast<sockaddr const*>(&own), sizeof own);
    timeval const patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(RawClient const&) = delete;
  RawClient& operator=(RawClient const&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }
  void send(std::string_view bytes) const { static_cast<void>(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL)); }
  void finish_sending() const { ::shutdown(socket_, SHUT_WR); }

  /// Until `text` has come or nothing comes any more.
  [[nodiscard]] std::string receive_until(std::string_view text) {
    while (!received_.contains(text) && receive_some()) continue;
    return received_;
  }
  [[nodiscard]] std::string receive_all() {
    while (receive_some()) continue;
    return received_;
  }

 private:
  bool receive_some() {
    char bytes[4096];
    auto const got = ::recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) return false;
    received_.append(bytes, static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  bool connected_ = false;
  std::string received_;
};

inline Response text_answer(std::string text) {
  return {200, {{"Content-Type", "text/plain"}}, std::move(text), nullptr};
}

inline Router echo_router() {
  Router router([](Request const& request, Match&) -> std::optional<Response> {
    if (request.header("Authorization") == "Bearer secret") return std::nullopt;
    return problem(401, "no token");
  });
  router.add(
      {"GET", "/hello/{name}", Need::nothing(), answering([](Request const& request) { return text_answer("hello " + request.captured_value("name")); })});
  router.add({"POST", "/echo", Need::nothing(), answering([](Request const& request) { return text_answer(request.body); }), 1000});
  router.add({"POST", "/slow-echo", Need::nothing(), answering([](Request const& request) { return text_answer(request.body); }), 1000, Pace::Slow});
  router.add({"GET", "/guarded", Need::logged_in(), answering([](Request const&) { return text_answer("in"); })});
  router.add({"GET", "/broken", Need::nothing(), answering([](Request const&) -> Response { throw std::runtime_error("Anna Bērziņa owes 12 EUR"); })});
  router.add({"GET", "/split", Need::nothing(), answering([](Request const&) { return Response{200, {{"X-Value", "a\r\nInjected: yes"}}, "", nullptr}; })});
  return router;
}

inline Settings on_any_port() {
  Settings settings;
  settings.port = 0;
  return settings;
}

}  // namespace redress::http
