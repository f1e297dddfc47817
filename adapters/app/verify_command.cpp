// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/verify_command.hpp"

#include <iostream>

#include <fmt/format.h>

#include "adapters/app/data_store.hpp"
#include "adapters/mail_in/file_mail_journal.hpp"
#include "engine/runtime/mail_reconciliation.hpp"

namespace redress::app {
namespace {

int say(ports::VerifyReport const& history) {
  for (auto const& finding : history.findings) std::cerr << finding << "\n";
  if (history.findings.empty()) {
    std::cout << fmt::format("sound: {} events of {} complaints\n", history.events, history.complaints);
    return 0;
  }
  std::cerr << fmt::format("redress: {} findings in {} events of {} complaints\n", history.findings.size(), history.events, history.complaints);
  return 1;
}

int say(runtime::MailReconciliation const& mail) {
  auto const& counts = mail.counts;
  for (auto const& finding : mail.findings) std::cerr << finding << "\n";
  auto const sum = fmt::format("{} mails received = {} filed + {} quarantined + {} waiting", counts.received, counts.filed, counts.quarantined, counts.waiting);
  if (mail.findings.empty() && counts.received == counts.filed + counts.quarantined + counts.waiting) {
    std::cout << "sound: " << sum << "\n";
    return 0;
  }
  std::cerr << fmt::format("redress: {} findings in mail, where {}\n", mail.findings.size(), sum);
  return 1;
}

}  // namespace

int verify(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources) {
  OpenStore const opened(data, configuration, resources);
  mail_in::FileMailJournal journal(data.mail_journal(), mail_in::JournalOpening::ToRead);
  int const history = say(opened.store().verify());
  int const mail = say(runtime::reconcile_mail(opened.store(), journal));
  return history + mail > 0 ? 1 : 0;
}

}  // namespace redress::app
