// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mailbox over POP3 (RFC 1939). Removals count when the session was ended in good order, and not before. Private to this adapter.

#include <set>
#include <string>
#include <string_view>

#include "adapters/mailboxes/credentials.hpp"
#include "adapters/mailboxes/server_connection.hpp"

namespace redress::mailboxes {

class Pop3Session : public MailboxSession {
 public:
  Pop3Session(MailboxSettings const& settings, StopCall const& stop);

  std::vector<WaitingMail> list() override;
  std::expected<std::string, NotFetched> fetch(WaitingMail const& mail) override;
  Removal remove(WaitingMail const& mail) override;
  bool settle() override;
  /// What a broken connection costs: so many mails are fetched a second time.
  std::size_t removals_most() const override { return 50; }
  bool can_wait() const override { return false; }
  void wait(std::chrono::milliseconds) override {}

 private:
  [[nodiscard]] bool is_accepted(std::string_view command);
  /// The lines of an answer of several; empty when the server refuses.
  [[nodiscard]] std::vector<std::string> lines(std::string_view command);
  void log_in();
  [[nodiscard]] bool log_in_as(Credentials const& credentials, std::set<std::string> const& mechanisms);

  MailboxSettings const& settings_;
  ServerConnection connection_;
};

}  // namespace redress::mailboxes
