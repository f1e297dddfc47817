// SPDX-License-Identifier: Apache-2.0
#pragma once

// One connection to a mail server: lines out, replies in, with or without TLS. It stands on Poco's sockets but not on its
// SMTPClientSession, which in version 1.11 reads for ever when a server hangs up in the middle of a reply, and does not say whether the
// final dot went out. Private to this adapter.

#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

#include "adapters/mail_out/smtp_reply.hpp"
#include "adapters/mail_out/smtp_settings.hpp"

namespace redress::mail_out {

/// The connection is of no more use: lost, silent, not trusted, or talking nonsense. The text may quote the server, so it is passed through
/// fit_to_keep.
class SmtpFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The server has spoken, and does not want us now: "421 too many connections".
class SmtpTurnedAway : public SmtpFault {
 public:
  using SmtpFault::SmtpFault;
};

/// Every function throws SmtpFault.
class SmtpConnection {
 public:
  /// Connects to the first address of the host that answers. The server's greeting is still to be read.
  explicit SmtpConnection(SmtpSettings const& settings);
  SmtpConnection(SmtpConnection const&) = delete;
  SmtpConnection& operator=(SmtpConnection const&) = delete;
  /// Says QUIT without waiting for the answer.
  ~SmtpConnection();

  [[nodiscard]] SmtpReply reply(std::chrono::milliseconds patience);
  /// Sends one line, given without its line end, and reads the reply. It must hold no line end, or it would be two commands.
  [[nodiscard]] SmtpReply command(std::string_view line, std::chrono::milliseconds patience);
  [[nodiscard]] SmtpReply command(std::string_view line) { return command(line, settings_.receive_timeout); }
  void send(std::string_view bytes);

  /// The TLS handshake; what the server said before it is never taken for said under it.
  void begin_tls();
  [[nodiscard]] bool is_private() const { return is_private_; }

  /// Whether the server has neither hung up nor said anything that nobody asked for. Does not wait.
  [[nodiscard]] bool is_quiet() const;

  [[nodiscard]] std::string own_address() const;

 private:
  void receive(std::chrono::steady_clock::time_point deadline);
  [[nodiscard]] std::string take_line(std::chrono::steady_clock::time_point deadline);

  SmtpSettings settings_;
  Poco::Net::StreamSocket socket_;
  std::string unread_;
  bool is_private_ = false;
};

}  // namespace redress::mail_out
