// SPDX-License-Identifier: Apache-2.0
#pragma once

// Takes the mail out of one mailbox on somebody's server, over IMAP or POP3. A mail leaves the mailbox only after it was accepted, that is, is durable with
// us; what happens in between makes it come twice, never no time. Whether it was read plays no part. A mail that cannot be had stays where it is, is tried
// again ever more seldom, and holds up nobody behind it.

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "adapters/mailboxes/mailbox_settings.hpp"
#include "adapters/mailboxes/stop_call.hpp"

namespace redress::mailboxes {

class MailboxSession;
struct WaitingMail;
enum class NotFetched;

struct MailboxHealth {
  std::optional<std::chrono::system_clock::time_point> last_success;  ///< when the mailbox was last looked through
  std::int64_t taken = 0;                                             ///< since the start
  std::int64_t left = 0;                                              ///< by the last look: could not be had, or could not be removed
  std::int64_t failures = 0;                                          ///< since the start: sessions that broke, or never came about
};

class MailboxInlet {
 public:
  /// `accept` returns when the mail is durable, and throws when it cannot be.
  MailboxInlet(MailboxSettings settings, std::function<void(std::string_view raw)> accept);
  ~MailboxInlet();

  /// Looks after the mailbox until stop(). Never throws for what the world does: that is logged, and tried again.
  void run();
  /// Ends run() soon; from any thread.
  void stop() { stop_.give(); }

  [[nodiscard]] std::string const& name() const { return settings_.name; }
  [[nodiscard]] MailboxHealth health() const;

 private:
  using Steady = std::chrono::steady_clock;
  /// A mail that could not be had.
  struct Failed {
    int times = 0;
    Steady::time_point again_at;
  };
  enum class Offer { Taken, Left, Gone };
  enum class Pause { None, UntilNextLook };
  struct Look {
    std::size_t taken = 0;
    std::size_t left = 0;
  };

  [[nodiscard]] Pause attend();
  /// Offers what is there, in the order in which it came.
  [[nodiscard]] Look take_from(MailboxSession& session);
  Offer offer(MailboxSession& session, WaitingMail const& mail);
  [[nodiscard]] std::optional<std::string> fetch(MailboxSession& session, WaitingMail const& mail, Offer& otherwise);
  [[nodiscard]] std::expected<std::string, NotFetched> fetch_from(MailboxSession& session, WaitingMail const& mail);
  Offer remove(MailboxSession& session, WaitingMail const& mail);
  Offer leave(WaitingMail const& mail, std::string_view why);
  [[nodiscard]] bool is_put_off(WaitingMail const& mail) const;
  void forget_all_but(std::set<std::string> const& names);
  void report_success(Look const& look);
  [[nodiscard]] std::chrono::milliseconds report_failure(std::string_view what);

  MailboxSettings settings_;
  std::function<void(std::string_view raw)> accept_;
  StopCall stop_;
  std::map<std::string, Failed> failed_;  ///< by the mail's name
  std::set<std::string> accepted_;        ///< by the lasting name: is ours already, and only its removal is still to be done
  std::set<std::string> told_;            ///< mails whose being left was said once
  int failures_running_ = 0;
  mutable std::mutex mutex_;
  MailboxHealth health_;
};

/// The health of mailboxes as Prometheus reads it.
[[nodiscard]] std::string figures_of(std::map<std::string, MailboxHealth> const& mailboxes);

}  // namespace redress::mailboxes
