// SPDX-License-Identifier: Apache-2.0
#include "adapters/mailboxes/mailbox_inlet.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "adapters/mailboxes/imap_session.hpp"
#include "adapters/mailboxes/pop3_session.hpp"

namespace redress::mailboxes {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds longest_pause = std::chrono::minutes(5);
constexpr milliseconds longest_put_off = std::chrono::minutes(15);

milliseconds doubled(milliseconds first, int times, milliseconds longest) {
  return std::min<milliseconds>(first * (1 << std::clamp(times, 0, 20)), longest);
}

/// How long a mail is let be that failed so many times: at first not at all, for it may have been the network.
milliseconds put_off(int times) {
  return times <= 1 ? milliseconds{0} : doubled(seconds(15), times - 2, longest_put_off);
}

}  // namespace

std::unique_ptr<MailboxSession> open_session(MailboxSettings const& settings, StopCall const& stop) {
  if (is_imap(settings.protocol)) return std::make_unique<ImapSession>(settings, stop);
  return std::make_unique<Pop3Session>(settings, stop);
}

MailboxInlet::MailboxInlet(MailboxSettings settings, std::function<void(std::string_view raw)> accept)
    : settings_(std::move(settings)), accept_(std::move(accept)) {}

MailboxInlet::~MailboxInlet() = default;

void MailboxInlet::run() {
  while (!stop_.is_given()) {
    try {
      milliseconds pause{0};
      try {
        if (attend() == Pause::UntilNextLook) pause = settings_.every;
      } catch (std::exception const& fault) {
        pause = report_failure(fault.what());
      }
      static_cast<void>(stop_.wait_for(-1, pause));
    } catch (Stopped const&) {
      return;
    }
  }
}

MailboxInlet::Pause MailboxInlet::attend() {
  auto const session = open_session(settings_, stop_);
  for (;;) {
    auto const look = take_from(*session);
    bool const goes_on = session->settle();
    report_success(look);
    if (look.taken > 0 && goes_on) continue;  // what came meanwhile is looked for before anybody waits
    if (!session->can_wait()) return look.taken > 0 ? Pause::None : Pause::UntilNextLook;
    session->wait(settings_.every);
  }
}

MailboxInlet::Look MailboxInlet::take_from(MailboxSession& session) {
  auto const mails = session.list();
  std::set<std::string> names;
  for (auto const& mail : mails) names.insert({mail.name, mail.lasting_name});
  forget_all_but(names);
  Look look;
  for (auto const& mail : mails) {
    auto const outcome = offer(session, mail);
    if (outcome == Offer::Left) ++look.left;
    if (outcome == Offer::Taken && ++look.taken == session.removals_most()) break;
  }
  return look;
}

MailboxInlet::Offer MailboxInlet::offer(MailboxSession& session, WaitingMail const& mail) {
  if (mail.is_too_large) return leave(mail, "it is larger than we take");
  if (is_put_off(mail)) return leave(mail, "it could not be had, and is tried again later");
  if (!accepted_.contains(mail.lasting_name)) {
    auto otherwise = Offer::Left;
    auto const raw = fetch(session, mail, otherwise);
    if (!raw) return otherwise;
    accept_(*raw);
    if (!mail.lasting_name.empty()) accepted_.insert(mail.lasting_name);
  }
  return remove(session, mail);
}

/// A mail that breaks the connection is counted as failed before it is asked for: afterwards nobody is there to do it.
std::optional<std::string> MailboxInlet::fetch(MailboxSession& session, WaitingMail const& mail, Offer& otherwise) {
  auto& failed = failed_[mail.name];
  failed.again_at = Steady::now() + put_off(++failed.times);
  auto raw = fetch_from(session, mail);
  if (raw) {
    failed_.erase(mail.name);
    return std::move(*raw);
  }
  otherwise = raw.error() == NotFetched::Gone ? Offer::Gone
                                              : leave(mail, raw.error() == NotFetched::TooLarge ? "it is larger than we take" : "the server does not give it");
  return std::nullopt;
}

/// What breaks here is the mail's doing as likely as the server's, and the mail is put off: the others do not wait long for the next session.
std::expected<std::string, NotFetched> MailboxInlet::fetch_from(MailboxSession& session, WaitingMail const& mail) {
  try {
    return session.fetch(mail);
  } catch (MailboxFault const&) {
    failures_running_ = 0;
    throw;
  }
}

MailboxInlet::Offer MailboxInlet::remove(MailboxSession& session, WaitingMail const& mail) {
  if (session.remove(mail) == Removal::Refused) {
    auto& failed = failed_[mail.name];
    failed.again_at = Steady::now() + put_off(++failed.times);
    return leave(mail, "it was taken, and the server does not remove it");
  }
  accepted_.erase(mail.lasting_name);
  failed_.erase(mail.name);
  return Offer::Taken;
}

MailboxInlet::Offer MailboxInlet::leave(WaitingMail const& mail, std::string_view why) {
  if (told_.insert(mail.name).second) spdlog::warn("the mailbox {}: the mail {} is left where it is: {}", settings_.name, mail.name, why);
  return Offer::Left;
}

bool MailboxInlet::is_put_off(WaitingMail const& mail) const {
  auto const failed = failed_.find(mail.name);
  return failed != failed_.end() && Steady::now() < failed->second.again_at;
}

void MailboxInlet::forget_all_but(std::set<std::string> const& names) {
  std::erase_if(failed_, [&](auto const& one) { return !names.contains(one.first); });
  std::erase_if(accepted_, [&](auto const& name) { return !names.contains(name); });
  std::erase_if(told_, [&](auto const& name) { return !names.contains(name); });
}

void MailboxInlet::report_success(Look const& look) {
  if (failures_running_ > 0) spdlog::info("the mailbox {} is well again", settings_.name);
  if (look.taken > 0) spdlog::info("the mailbox {}: {} mails taken, {} left", settings_.name, look.taken, look.left);
  failures_running_ = 0;
  std::lock_guard const lock(mutex_);
  health_.last_success = std::chrono::system_clock::now();
  health_.taken += static_cast<std::int64_t>(look.taken);
  health_.left = static_cast<std::int64_t>(look.left);
}

milliseconds MailboxInlet::report_failure(std::string_view what) {
  auto const pause = doubled(seconds(1), failures_running_++, longest_pause);
  spdlog::error("the mailbox {} is tried again in {} s: {}", settings_.name, pause.count() / 1000, what);
  std::lock_guard const lock(mutex_);
  ++health_.failures;
  return pause;
}

MailboxHealth MailboxInlet::health() const {
  std::lock_guard const lock(mutex_);
  return health_;
}

}  // namespace redress::mailboxes
