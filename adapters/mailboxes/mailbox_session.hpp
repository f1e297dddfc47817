// SPDX-License-Identifier: Apache-2.0
#pragma once

// One log-in to a mailbox, whatever the protocol: what waits there, its bytes, its removal. It decides nothing; the inlet does. Private to this adapter.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "adapters/mailboxes/mailbox_settings.hpp"
#include "adapters/mailboxes/stop_call.hpp"

namespace redress::mailboxes {

/// The session is of no more use: lost, silent, refused, not trusted, or talking nonsense. The text holds nothing personal, and of what the server said only
/// its code.
class MailboxFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct WaitingMail {
  std::uint32_t number = 0;  ///< how this session calls it
  std::string name;          ///< how the log calls it: UIDVALIDITY and UID, or UIDL
  std::string lasting_name;  ///< the protocol promises that no other mail is ever called so; empty when it promises nothing
  bool is_too_large = false;
};

enum class NotFetched { Gone, Refused, TooLarge };
enum class Removal { Removed, Refused };

/// Every function throws MailboxFault, or Stopped.
class MailboxSession {
 public:
  virtual ~MailboxSession() = default;
  /// Everything in the mailbox, in the order in which it came, read or unread.
  [[nodiscard]] virtual std::vector<WaitingMail> list() = 0;
  /// The bytes, exactly as the server gives them. Does not make a mail "read".
  [[nodiscard]] virtual std::expected<std::string, NotFetched> fetch(WaitingMail const& mail) = 0;
  /// Takes that one mail out of the mailbox, and no other.
  [[nodiscard]] virtual Removal remove(WaitingMail const& mail) = 0;
  /// Removals are certain once it returns. Returns whether the session may go on.
  [[nodiscard]] virtual bool settle() = 0;
  /// How many removals are risked before they are settled.
  [[nodiscard]] virtual std::size_t removals_most() const = 0;
  [[nodiscard]] virtual bool can_wait() const = 0;
  /// Until a mail comes in or the time is over. Only when can_wait().
  virtual void wait(std::chrono::milliseconds longest) = 0;
};

/// Connected, under TLS as the settings want it, and logged in.
[[nodiscard]] std::unique_ptr<MailboxSession> open_session(MailboxSettings const& settings, StopCall const& stop);

}  // namespace redress::mailboxes
