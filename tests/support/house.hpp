// SPDX-License-Identifier: Apache-2.0
#pragma once

// The whole house without the world: the engine over an in-memory store, the deadline watch and the dispatcher, on one thread, by a clock
// that a test turns and with identifiers from a seed. The same seed and the same orders give the same history, byte by byte.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "adapters/system/manual_clock.hpp"
#include "adapters/system/seeded_identifiers.hpp"
#include "engine/ports/mailer.hpp"
#include "engine/runtime/deadline_watch.hpp"
#include "engine/runtime/dispatcher.hpp"
#include "engine/runtime/engine.hpp"
#include "tests/support/faulty_store.hpp"

namespace redress::testing {

/// A mailer that answers what it is told to.
class ToldMailer final : public ports::Mailer {
 public:
  struct Sent {
    std::string to;
    std::string bytes;
    std::string key;
    ports::DeliveryResult result = ports::DeliveryResult::Accepted;
  };

  [[nodiscard]] ports::Delivery deliver(ports::OutgoingMessage const& message) override;
  void answer(ports::DeliveryResult result) {
    next_ = [result] { return result; };
  }
  void answer(std::function<ports::DeliveryResult()> next) { next_ = std::move(next); }
  /// Every attempt so far.
  [[nodiscard]] std::vector<Sent> const& sent() const { return sent_; }

 private:
  std::function<ports::DeliveryResult()> next_ = [] { return ports::DeliveryResult::Accepted; };
  std::vector<Sent> sent_;
};

class House {
 public:
  explicit House(std::uint64_t seed = 1, runtime::RetryPolicy policy = {});
  /// Under other rules, which outlive it.
  explicit House(ports::Workflow const& workflow, std::uint64_t seed = 1, runtime::RetryPolicy policy = {});

  runtime::Outcome give(Reference const& reference, Command command, Actor actor, std::string key = {});
  /// A well-filled command of that name by staff-01; it must be accepted.
  Answer go(Reference const& reference, std::string_view command);
  /// A new complaint that has come in by mail.
  Reference receive();

  [[nodiscard]] Complaint complaint(Reference const& reference);
  /// Lets time pass, with everything that falls due on the way, in order.
  void run_until(Time until);
  /// The engine, the watch and the dispatcher end and begin anew from what is durable.
  void restart();
  /// Every byte of every history, for comparing.
  [[nodiscard]] std::string all_histories();

  system::ManualClock clock;
  system::SeededIdentifiers identifiers;
  FaultyStore store;
  ToldMailer mailer;
  ToldMailer printer;
  ToldMailer systems;  ///< where webhooks go
  std::unique_ptr<runtime::Engine> engine;
  std::unique_ptr<runtime::DeadlineWatch> watch;
  std::unique_ptr<runtime::Dispatcher> dispatcher;

 private:
  void build();
  void do_what_is_due();

  ports::Workflow const& workflow_;
  runtime::RetryPolicy policy_;
};

/// What was answered; a failure of the test when it was not.
Answer answer_of(runtime::Outcome const& outcome);
[[nodiscard]] std::string describe(runtime::Outcome const& outcome);

}  // namespace redress::testing
