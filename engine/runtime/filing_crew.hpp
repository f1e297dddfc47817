// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files many deliveries at once. Each of the crew takes the next that waits, reads it and files it; what they do at the same time, the store commits together.
// As long as one is at work, another stands by for what arrives meanwhile: so a mail that takes long to read holds up none behind it.

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "engine/runtime/mail_ledger.hpp"

namespace redress::runtime {

class FilingCrew {
 public:
  /// `file` answers whether the delivery is done with: false means that nothing can be filed now. It may throw, and is called from many threads.
  FilingCrew(MailLedger& ledger, std::size_t most, std::function<bool(MailId const&)> file);

  /// Returns when nothing waits and nobody is at work, or when nothing can be filed now; answers how many deliveries are done with. One caller at a time.
  std::int64_t file_waiting();
  /// Something arrived.
  void look();

 private:
  void work();
  [[nodiscard]] std::optional<MailId> next();
  void have_one_stand_by();
  void file(MailId const& id);

  MailLedger& ledger_;
  std::size_t most_;
  std::function<bool(MailId const&)> file_;

  std::mutex mutex_;  ///< of what follows
  std::condition_variable changed_;
  std::vector<std::thread> others_;  ///< of the crew, besides the caller
  std::size_t at_work_ = 0;
  std::size_t standing_by_ = 0;
  std::int64_t filed_ = 0;
  bool is_over_ = false;
};

}  // namespace redress::runtime
