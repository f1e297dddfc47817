// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mailbox over IMAP: one folder, opened for writing. Private to this adapter.

#include <set>
#include <string>

#include "adapters/mailboxes/imap_dialogue.hpp"

namespace redress::mailboxes {

class ImapSession : public MailboxSession {
 public:
  ImapSession(MailboxSettings const& settings, StopCall const& stop);

  std::vector<WaitingMail> list() override;
  std::expected<std::string, NotFetched> fetch(WaitingMail const& mail) override;
  Removal remove(WaitingMail const& mail) override;
  bool settle() override { return true; }
  std::size_t removals_most() const override { return 1000; }
  bool can_wait() const override { return can("IDLE"); }
  void wait(std::chrono::milliseconds longest) override;

 private:
  [[nodiscard]] bool can(std::string_view capability) const { return capabilities_.contains(capability); }
  void learn_capabilities();
  void log_in();
  void open_folder();
  /// Nothing when the server refuses.
  [[nodiscard]] std::optional<std::set<std::uint32_t>> search(std::string const& criteria);
  [[nodiscard]] bool is_too_large(std::uint32_t uid);
  [[nodiscard]] WaitingMail named(std::uint32_t uid, bool is_too_large) const;
  [[nodiscard]] bool move(std::uint32_t uid);
  [[nodiscard]] ImapAnswer into_done_folder(std::string_view command, std::uint32_t uid);
  [[nodiscard]] bool erase(std::uint32_t uid);
  [[nodiscard]] bool expunge_ours();

  MailboxSettings const& settings_;
  ServerConnection connection_;
  ImapDialogue dialogue_;
  std::set<std::string, std::less<>> capabilities_;
  std::string uid_validity_;          ///< empty when the server tells none
  bool sizes_are_known_ = false;      ///< by one search for all
  std::set<std::uint32_t> to_erase_;  ///< marked as deleted by us, in this session
};

}  // namespace redress::mailboxes
