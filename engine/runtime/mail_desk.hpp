// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where mail comes in. accept() makes the raw bytes durable and answers; file_waiting() then reads each waiting delivery and has it received as a complaint,
// or as a further message of one, or as the report on a letter of ours; or puts it in quarantine, where somebody sees it. Received = filed + quarantined +
// waiting, always: a delivery leaves the waiting ones only in the transaction that records what became of it. The same mail delivered again, by whichever way,
// makes no second complaint. Several are read and filed at once (filing_crew.hpp), and accepting waits for none of it.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/mail.hpp"
#include "engine/ports/clock.hpp"
#include "engine/ports/identifiers.hpp"
#include "engine/ports/mail_journal.hpp"
#include "engine/ports/mail_reader.hpp"
#include "engine/ports/store.hpp"
#include "engine/runtime/acknowledger.hpp"
#include "engine/runtime/engine.hpp"
#include "engine/runtime/filing_crew.hpp"
#include "engine/runtime/mail_ledger.hpp"
#include "engine/runtime/mail_threads.hpp"

namespace redress::runtime {

/// Waiting for commits and for the children that read, not for processors: enough of them that one transaction carries many mails.
inline constexpr std::size_t usual_filing_crew = 16;

class MailDesk {
 public:
  /// All outlive the desk. `crew` is how many deliveries are worked on at once; with 1 they are filed in their order, on the caller's thread.
  MailDesk(Engine& engine, ports::MailJournal& journal, ports::MailReader& reader, ports::Identifiers& identifiers, std::size_t crew = usual_filing_crew);

  /// Durable when it returns. `inlet` is a short name of letters, digits and hyphens. Throws ports::JournalFault when the bytes could not be kept; the sender
  /// must then try again.
  MailId accept(std::string_view raw, std::string const& inlet);

  /// Files or quarantines every delivery that waits, and what arrives meanwhile; answers how many. A delivery that cannot be filed now (store unavailable)
  /// stays waiting.
  std::int64_t file_waiting();

  /// The sum is exact at every moment.
  [[nodiscard]] MailDeskCounts counts() { return ledger_.counts(); }

  /// Whether it is durable and nobody has recorded yet what became of it.
  [[nodiscard]] bool waits(MailId const& id) { return ledger_.waits(id); }

  /// Called after accept(), to wake whoever runs file_waiting().
  void on_accepted(std::function<void()> listener) { accepted_ = std::move(listener); }

 private:
  /// What is to be done with a mail, or why nothing is.
  struct Orders {
    std::vector<CommandEnvelope> commands;
    std::string why_none;
  };
  using MakeOrder = std::function<CommandEnvelope(Reference, Command, std::string)>;

  bool file(MailId const& id);
  /// False when it could not be done now; otherwise the entry says what came of it.
  bool carry_out(CommandEnvelope const& order, ReadMail const& mail, ports::MailEntry& entry);
  /// A complaint is acknowledged where that is to be done at once; the entry says whether it was.
  Outcome give(CommandEnvelope const& order, ReadMail const& mail, ports::MailEntry& entry);
  [[nodiscard]] Orders orders_of(ReadMail const& mail, MailId const& id, std::string const& key) const;
  /// What the reason adds when the mail answers a complaint's letter, or names it: whoever must not know of it must not read the mail either.
  [[nodiscard]] std::string whereabouts(ReadMail const& mail) const;
  [[nodiscard]] static Orders reports_of(ReadMail const& mail, ports::SentMessage const& sent, MakeOrder const& order);

  Engine& engine_;
  ports::MailJournal& journal_;
  ports::MailReader& reader_;
  ports::Identifiers& identifiers_;
  MailThreads threads_;
  Acknowledger acknowledger_;
  std::function<void()> accepted_;
  MailLedger ledger_;
  FilingCrew crew_;
  std::mutex filing_;
};

}  // namespace redress::runtime
