// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which deliveries wait, and what became of the others. Everything that changes the sum goes through here, so that received = filed + quarantined + waiting at
// every moment: a delivery leaves the waiting ones under the same lock under which its entry is committed.
//
// Entries are recorded in groups: whoever comes while others are written waits for the next transaction, which carries all who wait.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "engine/ports/mail_journal.hpp"
#include "engine/ports/store.hpp"

namespace redress::runtime {

struct MailDeskCounts {
  std::int64_t received = 0;  ///< filed + quarantined + waiting
  std::int64_t filed = 0;
  std::int64_t quarantined = 0;
  std::int64_t waiting = 0;
  std::int64_t undecided = 0;  ///< of those in quarantine
};

class MailLedger {
 public:
  /// Begins with what waits in the journal; what was recorded before a crash and not put away is put away now. Both outlive the ledger.
  MailLedger(ports::Store& store, ports::MailJournal& journal);

  /// The delivery is durable in the journal.
  void arrived(MailId const& id);
  /// The next to file, the oldest first; each is given once. Empty when there is none.
  [[nodiscard]] std::optional<MailId> take();
  [[nodiscard]] bool waits(MailId const& id);
  /// It could not be filed now: it is given again after retry().
  void give_back(MailId const& id);
  void retry();

  /// Durable when it returns; throws the ports::StoreFault that prevented it.
  void record(ports::MailEntry const& entry);

  [[nodiscard]] MailDeskCounts counts();

 private:
  struct Recording {
    ports::MailEntry const& entry;
    bool done = false;
    std::exception_ptr failure = {};
  };

  void commit(std::span<Recording* const> group);
  void write(std::span<Recording* const> group);

  ports::Store& store_;
  ports::MailJournal& journal_;

  std::mutex waiting_mutex_;  ///< of what follows; held for no longer than it takes to look
  std::set<MailId> waiting_;
  std::deque<MailId> next_;
  std::vector<MailId> given_back_;

  std::mutex commits_;  ///< held while entries are committed, and while the sum is made

  std::mutex recording_;  ///< of what follows
  std::condition_variable recorded_;
  std::vector<Recording*> group_;
  bool is_writing_ = false;
};

}  // namespace redress::runtime
