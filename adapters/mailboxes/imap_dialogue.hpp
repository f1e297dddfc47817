// SPDX-License-Identifier: Apache-2.0
#pragma once

// The form of IMAP (RFC 3501, 9051), whatever is said in it: tagged commands, untagged responses, literals. Private to this adapter.

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mailboxes/server_connection.hpp"

namespace redress::mailboxes {

struct ImapResponse {
  std::string text;                    ///< the line; a literal stands in it as its length in braces, as it does on the wire
  std::optional<std::string> literal;  ///< the first one that is not too large
  bool has_too_large_literal = false;
};

enum class ImapStatus { Ok, No, Bad };

struct ImapAnswer {
  ImapStatus status = ImapStatus::Bad;
  std::string text;  ///< of the tagged line, behind the status
  std::vector<ImapResponse> untagged;

  [[nodiscard]] bool is_ok() const { return status == ImapStatus::Ok; }
  /// The code in brackets that a server's sentence begins with, "[TRYCREATE]"; empty when there is none. The sentence itself may say anything about anybody.
  [[nodiscard]] std::string code() const;
};

/// Every function throws MailboxFault, or Stopped.
class ImapDialogue {
 public:
  /// The connection outlives the dialogue. A longer literal is read to its end and thrown away.
  ImapDialogue(ServerConnection& connection, std::size_t longest_literal) : connection_(connection), longest_literal_(longest_literal) {}

  /// Says the command and hears everything until it is done. Whenever the server asks for more it gets the next of the continuations, and an empty line when
  /// there are no more: with that a failed log-in ends.
  ImapAnswer command(std::string_view command, std::initializer_list<std::string_view> continuations = {});
  /// RFC 2177: returns when something is new in the folder, or the time is over.
  void idle(std::chrono::milliseconds longest);

 private:
  std::string begin(std::string_view command);
  [[nodiscard]] ImapResponse read_response();
  void read_literal(std::size_t size, ImapResponse& into);
  [[nodiscard]] ImapAnswer read_answer(std::string const& tag, std::initializer_list<std::string_view> continuations);
  void wait_for_news(std::chrono::milliseconds longest);

  ServerConnection& connection_;
  std::size_t longest_literal_;
  std::size_t commands_ = 0;
};

/// In quotes, as a command carries it.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace redress::mailboxes
