// SPDX-License-Identifier: Apache-2.0
#pragma once

// Recently used complaints, as they stand committed. While one batch of commands is being written the next one is already being decided, so each complaint
// is lent to one batch at a time: what it will be after that is nobody's business before it is durable.

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/domain/complaint.hpp"
#include "engine/domain/projection.hpp"

namespace redress::runtime {

/// A complaint and the rows it gives, which every command compares with the rows it leaves behind.
struct Known {
  explicit Known(Complaint stands) : complaint(std::move(stands)), rows(std::make_shared<Projection>(project(complaint))) {}

  Complaint complaint;
  std::shared_ptr<Projection const> rows;
};

/// For any number of threads.
class ComplaintShelf {
 public:
  explicit ComplaintShelf(std::size_t most) : most_(most) {}

  /// Lends a complaint. `known` stays empty when it is not on the shelf, and is to be loaded. False when somebody else has it.
  [[nodiscard]] bool lend(Reference const& reference, std::unique_ptr<Known>& known);
  /// Puts complaints on the shelf as they stand committed now. One that stands there in a newer version stays: a batch that could not wait for its turn
  /// moved it on.
  void put(std::vector<std::unique_ptr<Known>> stands);
  /// Whoever they were lent to is done with them.
  void end_loans(std::vector<Reference> const& lent);

 private:
  using ByUse = std::list<std::unique_ptr<Known>>;

  [[nodiscard]] std::unique_ptr<Known> take(Reference const& reference);

  std::size_t most_;
  std::mutex mutex_;  ///< of what follows
  ByUse by_use_;      ///< the most recently used first
  std::unordered_map<Reference, ByUse::iterator> found_;
  std::unordered_set<Reference> lent_;
};

}  // namespace redress::runtime
