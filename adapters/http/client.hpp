// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small client for our own API: one request, one connection, one answer, and no waiting without end.

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/message.hpp"

namespace redress::http {

/// No answer came. The text names the address and what happened, nothing of the request.
class ClientFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Reply {
  unsigned status = 0;
  std::vector<Header> headers;
  std::string body;

  /// Empty when there is no such header.
  [[nodiscard]] std::string header(std::string_view name) const;
};

class Client {
 public:
  /// `address` is "http://HOST:PORT", with or without the scheme. An empty token is not sent. `patience` holds for the whole exchange.
  Client(std::string_view address, std::string token, std::chrono::seconds patience = std::chrono::seconds{60});

  /// Throws ClientFault. A status that says no is an answer, not a fault.
  [[nodiscard]] Reply request(std::string_view method, std::string_view target, std::string body = {}, std::vector<Header> const& headers = {}) const;

 private:
  std::string host_;
  std::string port_;
  std::string token_;
  std::chrono::seconds patience_;
};

}  // namespace redress::http
