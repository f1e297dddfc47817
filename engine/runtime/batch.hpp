// SPDX-License-Identifier: Apache-2.0
#pragma once

// Work for a transaction: commands are decided and their events sealed one after the other, then all is written and committed at once. Deciding touches
// nothing but complaints lent to this batch, so it may go on while other batches are being written. Thrown away without a commit, it leaves nothing behind.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/runtime/complaint_shelf.hpp"
#include "engine/runtime/engine.hpp"

namespace redress::runtime {

/// What batches work with; all of it outlives them.
struct Workbench {
  ports::Store& store;
  ports::Workflow const& workflow;
  ports::Clock const& clock;
  ports::Identifiers& identifiers;
  ComplaintShelf& shelf;
};

/// The text of our own exceptions holds nothing personal, by contract; of any other only its kind is told.
[[nodiscard]] std::string safe_text(std::exception const& mistake);
/// Logs a mistake of ours that a command ran into, and answers what its giver is told.
[[nodiscard]] Fault incident(CommandEnvelope const& envelope, std::exception const& mistake);

class Batch {
 public:
  /// `wait_for_others` is called when a complaint is lent to another batch: it returns once that one is done, or answers false when the other waits for this.
  Batch(Workbench bench, std::function<bool()> wait_for_others) : bench_(bench), wait_for_others_(std::move(wait_for_others)) {}
  Batch(Batch const&) = delete;
  Batch& operator=(Batch const&) = delete;
  ~Batch() { bench_.shelf.end_loans(lent_); }

  /// Decides one command more; its outcome stands in `outcomes`, and counts once the batch is committed.
  void decide(CommandEnvelope const& envelope);
  /// Whether anything is to be written: a batch in which all were refused changes nothing.
  [[nodiscard]] bool changes_something() const { return !steps_.empty(); }
  /// Writes and commits all that was decided in these batches, in one transaction. Throws ports::StoreFault.
  static void commit(ports::Store& store, std::span<Batch* const> all);
  /// Whether the commit itself had begun: if it failed, nobody knows whether it happened.
  [[nodiscard]] bool commit_was_tried() const { return commit_was_tried_; }

  /// What this batch changed; good as long as the outcomes stand where they are.
  [[nodiscard]] std::vector<Committed> committed() const;

  std::vector<Outcome> outcomes;

 private:
  [[nodiscard]] Outcome outcome_of(CommandEnvelope const& envelope);
  [[nodiscard]] std::optional<ports::RememberedAnswer> remembered(std::string const& key);
  [[nodiscard]] Known* complaint_of(CommandEnvelope const& envelope);
  [[nodiscard]] std::unique_ptr<Known> lend(Reference const& reference);
  [[nodiscard]] Outcome decide_on(Known& known, CommandEnvelope const& envelope);
  [[nodiscard]] Outcome take_down(Known& known, CommandEnvelope const& envelope, Decision decision, Time now);
  [[nodiscard]] bool exists(Reference const& reference);
  void put_back();

  Workbench bench_;
  std::function<bool()> wait_for_others_;
  std::unordered_map<Reference, std::unique_ptr<Known>> complaints_;
  std::unique_ptr<Known> blank_;  ///< what a command that starts a complaint decides on
  std::vector<Reference> lent_;
  std::vector<ports::Step> steps_;
  std::unordered_map<std::string, std::size_t> step_of_key_;
  std::vector<std::pair<std::size_t, std::vector<DeadlineRow>>>
      changed_;  ///< the place of each outcome that changed something, with its deadlines if it did so
  bool commit_was_tried_ = false;
};

}  // namespace redress::runtime
