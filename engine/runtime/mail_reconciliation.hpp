// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether the mail journal and the store tell the same: every delivery in the journal has an entry or waits, every entry has its bytes, unchanged, and what is
// filed has its complaint. It counts for itself, and asks neither the desk nor its ledger.

#include <string>
#include <vector>

#include "engine/ports/mail_journal.hpp"
#include "engine/ports/store.hpp"
#include "engine/runtime/mail_ledger.hpp"

namespace redress::runtime {

struct MailReconciliation {
  MailDeskCounts counts;              ///< `received` is counted in the journal, the others in the store
  std::vector<std::string> findings;  ///< "mail 0197…-smtp: …"; empty when sound; nothing personal
};

/// Writes nothing. A server may run meanwhile: what comes in after the beginning is left out.
[[nodiscard]] MailReconciliation reconcile_mail(ports::Store& store, ports::MailJournal& journal);

}  // namespace redress::runtime
