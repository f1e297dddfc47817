// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/deadline_ledger.hpp"

#include <algorithm>

namespace redress::testing {
namespace {

bool is_same(DeadlineRow const& left, DeadlineRow const& right) {
  return left.name == right.name && left.promise == right.promise;
}

/// The row of the same deadline; nullptr when there is none.
DeadlineRow const* row_of(std::vector<DeadlineRow> const& rows, DeadlineRow const& other) {
  auto const found = std::ranges::find_if(rows, [&](DeadlineRow const& row) { return is_same(row, other); });
  return found == rows.end() ? nullptr : &*found;
}

bool has_fired_between(DeadlineRow const& before, DeadlineRow const* after) {
  if (after == nullptr || before.state != DeadlineState::Running || after->due_at != before.due_at) return false;
  return after->state == DeadlineState::Passed || after->warned != before.warned;
}

}  // namespace

void DeadlineLedger::begin_firing(Time now, Punctuality punctuality) {
  firing_ = Firing{now, punctuality, std::nullopt};
}

void DeadlineLedger::note(std::vector<runtime::Committed> const& all, Time now) {
  for (auto const& one : all) {
    auto& known = known_[one.answer.reference];
    if (firing_) note_firing(one, known);
    for (auto const& row : one.deadlines) {
      auto const same = std::ranges::find_if(known, [&](Known const& each) { return is_same(each.row, row); });
      if (same == known.end())
        known.push_back({row, now});
      else
        *same = {row, same->row.due_at == row.due_at && same->row.warn_at == row.warn_at ? same->since : now};
    }
  }
}

void DeadlineLedger::note_firing(runtime::Committed const& one, std::vector<Known> const& before) {
  std::size_t fired = 0;
  for (auto const& known : before) {
    auto const* after = row_of(one.deadlines, known.row);
    if (!has_fired_between(known.row, after)) continue;
    ++fired;
    bool const is_warning = after->state == DeadlineState::Running;
    if (is_warning == known.row.warned) find(one.answer.reference, known.row, is_warning ? "was warned of twice" : "passed without a warning");
    ++(is_warning ? warned_ : passed_);
    check(one.answer.reference, known);
  }
  if (fired != 1) findings_.push_back(one.answer.reference.value + ": one firing changed " + std::to_string(fired) + " deadlines");
}

void DeadlineLedger::check(Reference const& reference, Known const& fired) {
  auto const moment = std::max(next_at(fired.row), fired.since);
  if (moment > firing_->now) find(reference, fired.row, "fired early");
  bool const is_late = moment + between_looks <= firing_->now;
  if (is_late) ++late_;
  if (is_late && firing_->punctuality == Punctuality::InTime) find(reference, fired.row, "fired late");
  if (firing_->last && next_at(fired.row) < *firing_->last) find(reference, fired.row, "fired out of order");
  firing_->last = next_at(fired.row);
}

void DeadlineLedger::find(Reference const& reference, DeadlineRow const& row, std::string const& what) {
  findings_.push_back(reference.value + ": the deadline " + row.name.value + " " + row.promise.value + " due " + to_text(row.due_at) + " " + what);
}

std::vector<std::string> DeadlineLedger::findings(Time now) const {
  auto all = findings_;
  for (auto const& [reference, known] : known_)
    for (auto const& [row, since] : known)
      if (row.state == DeadlineState::Running && next_at(row) <= now) all.push_back(reference.value + ": the deadline " + row.name.value + " never fired");
  return all;
}

std::size_t DeadlineLedger::running() const {
  std::size_t running = 0;
  for (auto const& [reference, known] : known_)
    running += static_cast<std::size_t>(std::ranges::count_if(known, [](Known const& each) { return each.row.state == DeadlineState::Running; }));
  return running;
}

}  // namespace redress::testing
