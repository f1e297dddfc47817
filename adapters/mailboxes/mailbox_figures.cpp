// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <functional>
#include <iterator>

#include "adapters/mailboxes/mailbox_inlet.hpp"

namespace redress::mailboxes {
namespace {

using Figure = std::function<std::int64_t(MailboxHealth const&)>;

struct Series {
  std::string_view name;
  std::string_view type;
  std::string_view help;
  Figure figure;
};

std::int64_t seconds_of(MailboxHealth const& health) {
  if (!health.last_success) return 0;
  return std::chrono::duration_cast<std::chrono::seconds>(health.last_success->time_since_epoch()).count();
}

}  // namespace

std::string figures_of(std::map<std::string, MailboxHealth> const& mailboxes) {
  if (mailboxes.empty()) return {};
  Series const all[]{
      {"redress_mailbox_taken_total", "counter", "Mails taken out of the mailbox.", &MailboxHealth::taken},
      {"redress_mailbox_left", "gauge", "Mails that could not be had, or not be removed, at the last look.", &MailboxHealth::left},
      {"redress_mailbox_failures_total", "counter", "Sessions that broke, or never came about.", &MailboxHealth::failures},
      {"redress_mailbox_last_success_timestamp_seconds", "gauge", "When the mailbox was last looked through; 0 for never.", seconds_of},
  };
  std::string text;
  auto out = std::back_inserter(text);
  for (auto const& [name, type, help, figure] : all) {
    fmt::format_to(out, "# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
    for (auto const& [mailbox, health] : mailboxes) fmt::format_to(out, "{}{{mailbox=\"{}\"}} {}\n", name, mailbox, figure(health));
  }
  return text;
}

}  // namespace redress::mailboxes
