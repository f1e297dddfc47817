// SPDX-License-Identifier: Apache-2.0
#pragma once

// A connection to a mail server, made and secured by libcurl, which also hears the greeting and speaks STARTTLS. What is said afterwards is said by whoever
// holds it: lines and bytes, no more (docs/decisions/0021-libcurl-connects-we-speak.md). Private to this adapter.

#include <curl/curl.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/mailboxes/mailbox_session.hpp"

namespace redress::mailboxes {

/// Every function throws MailboxFault, or Stopped.
class ServerConnection {
 public:
  /// Both outlive the connection.
  ServerConnection(MailboxSettings const& settings, StopCall const& stop);

  void send(std::string_view bytes);
  /// The next line without its CRLF, and without being taken in by a bare CR or LF.
  [[nodiscard]] std::string line(std::size_t longest);
  [[nodiscard]] std::string bytes(std::size_t count);
  void skip(std::size_t count);
  /// Whether something came before the time was over.
  [[nodiscard]] bool wait(std::chrono::milliseconds longest);

 private:
  using Steady = std::chrono::steady_clock;
  struct Cleanup {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  };

  /// More bytes, at least one, behind the unread ones.
  void receive();
  [[nodiscard]] std::size_t unread() const { return buffer_.size() - read_; }
  void consume(std::size_t count);
  void expect_answer() { answer_by_ = Steady::now() + settings_.answer_timeout; }
  [[nodiscard]] int socket() const;

  MailboxSettings const& settings_;
  StopCall const& stop_;
  std::unique_ptr<CURL, Cleanup> curl_;
  std::string buffer_;
  std::size_t read_ = 0;  ///< how much of the buffer was taken already
  Steady::time_point answer_by_;
};

}  // namespace redress::mailboxes
