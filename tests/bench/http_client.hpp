// SPDX-License-Identifier: Apache-2.0
#pragma once

// One kept-alive connection that costs the measurement little: bytes out, bytes in.

#include <cstdint>
#include <string>

namespace redress::bench {

class HttpClient {
 public:
  /// Throws std::runtime_error when nobody listens there on this machine.
  explicit HttpClient(std::uint16_t port);
  ~HttpClient();
  HttpClient(HttpClient const&) = delete;
  HttpClient& operator=(HttpClient const&) = delete;

  void send(std::string const& bytes) const;
  /// Until that text has come.
  void receive_until(std::string const& text) const;
  /// Throws std::runtime_error unless the answer is 200.
  void exchange(std::string const& request) const;

  [[nodiscard]] int socket() const { return socket_; }

 private:
  int socket_;
};

/// Of whoever bears that token.
[[nodiscard]] std::string get_request(std::string const& target, std::string const& token);

}  // namespace redress::bench
