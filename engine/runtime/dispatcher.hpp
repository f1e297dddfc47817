// SPDX-License-Identifier: Apache-2.0
#pragma once

// Takes what stands in the outbox to the world, after its commit. A letter that the world accepts becomes letter-accepted, one that it refuses for good
// letter-bounced; both settle the outbox item in the same transaction. What is no letter has no place in the history: accepted, its item is settled and no
// more; refused, it is an incident. What the world cannot take now is tried again with the same bytes, and after the last try an incident stands where a
// person sees it. Nothing is ever dropped. What the world has answered for good is not asked again while the process lives, also when the store could not
// take the answer at once.

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "engine/ports/mailer.hpp"
#include "engine/runtime/engine.hpp"
#include "engine/runtime/retry_policy.hpp"

namespace redress::runtime {

/// Where each route leads.
struct Outlets {
  ports::Mailer& mail;
  ports::Mailer& print;
  ports::Mailer& webhook;
};

class Dispatcher {
 public:
  /// The engine and the outlets outlive the dispatcher.
  Dispatcher(Engine& engine, Outlets outlets, RetryPolicy policy);

  /// Takes one item to the world, and records what becomes of it. From several threads, each with an item of its own. Throws ports::StoreFault when it
  /// cannot be recorded now.
  void dispatch(ports::OutboxItem const& item);
  /// Tries every item due by now once, one after the other; answers how many were due.
  std::size_t dispatch_due();
  /// When the next item is due; empty when none waits.
  [[nodiscard]] std::optional<Time> next();

 private:
  [[nodiscard]] ports::Delivery deliver(ports::OutboxItem const& item);
  [[nodiscard]] std::optional<ports::Delivery> answered_before(std::string const& id);
  void forget_answer(std::string const& id);
  void accepted(ports::OutboxItem const& item);
  void refused(ports::OutboxItem const& item, std::string const& reply);
  void settle(ports::OutboxItem const& item);
  void report(ports::OutboxItem const& item, Command command);
  void try_later(ports::OutboxItem const& item, std::string const& reply);
  void try_later_unless_settled(ports::OutboxItem const& item, std::string const& reply);
  void give_up(ports::OutboxItem const& item, std::string const& reply);

  Engine& engine_;
  Outlets outlets_;
  RetryPolicy policy_;
  std::mutex answers_are_used_;
  std::map<std::string, ports::Delivery> answers_;  ///< final ones that are not recorded yet, by item
};

}  // namespace redress::runtime
