// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/complaint_shelf.hpp"

namespace redress::runtime {

bool ComplaintShelf::lend(Reference const& reference, std::unique_ptr<Known>& known) {
  std::lock_guard const lock(mutex_);
  if (!lent_.insert(reference).second) return false;
  known = take(reference);
  return true;
}

void ComplaintShelf::put(std::vector<std::unique_ptr<Known>> stands) {
  std::lock_guard const lock(mutex_);
  for (auto& known : stands) {
    auto const& reference = known->complaint.received.reference;
    auto older = take(reference);
    if (older && older->complaint.version > known->complaint.version) std::swap(older, known);
    by_use_.push_front(std::move(known));
    found_[reference] = by_use_.begin();
  }
  for (; by_use_.size() > most_; by_use_.pop_back()) found_.erase(by_use_.back()->complaint.received.reference);
}

void ComplaintShelf::end_loans(std::vector<Reference> const& lent) {
  std::lock_guard const lock(mutex_);
  for (auto const& reference : lent) lent_.erase(reference);
}

std::unique_ptr<Known> ComplaintShelf::take(Reference const& reference) {
  auto const found = found_.find(reference);
  if (found == found_.end()) return nullptr;
  auto known = std::move(*found->second);
  by_use_.erase(found->second);
  found_.erase(found);
  return known;
}

}  // namespace redress::runtime
