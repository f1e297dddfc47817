// SPDX-License-Identifier: Apache-2.0
#pragma once

// The engine: every command goes through here. It loads the complaint, asks the workflow, and has the committer write the decision; the answer is given
// only when it is durable. It performs nothing itself: effects stand in the outbox when the answer is given.
//
// Many callers wait while one transaction carries all their commands (group commit): whatever has queued up while the previous commit ran is the next
// batch, so there is no timer and no delay when only one waits. A refusal or a conflict touches only its own command.
//
// With start() two threads of its own commit what submit() leaves to it; a caller of handle() who finds nobody committing does it on their own thread, with
// everything else that waits. Without start(), as in a simulation, handle() is all there is, and nothing here depends on threads, clocks or chance.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/domain/answer.hpp"
#include "engine/domain/command.hpp"
#include "engine/domain/complaint.hpp"
#include "engine/domain/refusal.hpp"
#include "engine/ports/clock.hpp"
#include "engine/ports/identifiers.hpp"
#include "engine/ports/store.hpp"
#include "engine/ports/workflow.hpp"

namespace redress::runtime {

enum class FaultKind {
  Unavailable,  ///< the store cannot be reached now; the command may have happened or not: repeat it with the same idempotency key
  Full,         ///< no space left; the command did not happen
  Incident,     ///< a mistake of ours; the complaint is parked and a person must look
};

/// The world failed, or we did. Nothing in the text is personal.
struct Fault {
  FaultKind kind = FaultKind::Unavailable;
  std::string what;
};

using Outcome = std::variant<Answer, Refusal, Fault>;

/// A complaint with what may be done about it now.
struct View {
  Complaint complaint;
  std::vector<ports::PermittedCommand> permitted;
  Time at;  ///< the moment it was looked at
};

/// What was just committed, for whoever listens; as long as they are being told.
struct Committed {
  Answer const& answer;
  std::vector<DeadlineRow> deadlines;  ///< all of the complaint's, when the command changed any; else empty
  std::size_t messages = 0;            ///< how many it put into the outbox
};

class Engine {
 public:
  /// All four outlive the engine.
  Engine(ports::Store& store, ports::Workflow const& workflow, ports::Clock const& clock, ports::Identifiers& identifiers);
  ~Engine();  ///< stops
  Engine(Engine const&) = delete;
  Engine& operator=(Engine const&) = delete;

  /// Calls `answered` exactly once, from any thread, when the command is durable, refused or has failed. `answered` must be quick and must not throw.
  void submit(CommandEnvelope envelope, std::function<void(Outcome)> answered);
  /// The same, waiting for the answer.
  [[nodiscard]] Outcome handle(CommandEnvelope envelope);
  /// The same for several, in their order and in as few transactions as will do; each has an outcome of its own.
  [[nodiscard]] std::vector<Outcome> handle_all(std::vector<CommandEnvelope> envelopes);

  /// As that member of staff may act on it; empty when there is no such complaint. Throws ports::StoreFault.
  [[nodiscard]] std::optional<View> view(Reference const& reference, StaffId const& reader = {});

  /// `listener` is called after each commit with everything in it, on the thread that commits, before the callers are answered. Set before start().
  void on_committed(std::function<void(std::vector<Committed> const&)> listener);

  void start();
  /// Answers everything that waits, then stops the thread. Later commands are answered Unavailable.
  void stop();

  [[nodiscard]] ports::Store& store() { return store_; }
  [[nodiscard]] ports::Workflow const& workflow() const { return workflow_; }
  [[nodiscard]] ports::Clock const& clock() const { return clock_; }

 private:
  ports::Store& store_;
  ports::Workflow const& workflow_;
  ports::Clock const& clock_;
  std::unique_ptr<class Committer> committer_;
};

}  // namespace redress::runtime
