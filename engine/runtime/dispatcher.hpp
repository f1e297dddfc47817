// SPDX-License-Identifier: Apache-2.0
#pragma once

// Takes what stands in the outbox to the world, after its commit. What the world accepts becomes letter-accepted, what it refuses for good becomes
// letter-bounced; both settle the outbox item in the same transaction. What it cannot take now is tried again with the same bytes, and after the last try
// an incident stands where a person sees it. Nothing is ever dropped.

#include <cstdint>
#include <functional>
#include <string>

#include "engine/ports/mailer.hpp"
#include "engine/runtime/engine.hpp"
#include "engine/runtime/retry_policy.hpp"

namespace redress::runtime {

class Dispatcher {
 public:
  /// All outlive the dispatcher. Items by Route::Print go to `printer`, all others to `mailer`.
  Dispatcher(Engine& engine, ports::Mailer& mailer, ports::Mailer& printer, RetryPolicy policy);

  /// Tries every item due by now once; answers how many were due.
  std::size_t dispatch_due();
  /// When the next item is due; empty when none waits.
  [[nodiscard]] std::optional<Time> next();

 private:
  void dispatch(ports::OutboxItem const& item);
  void settle(ports::OutboxItem const& item, Command command);
  void try_later(ports::OutboxItem const& item, std::string const& reply);
  void try_later_unless_settled(ports::OutboxItem const& item, std::string const& reply);
  void give_up(ports::OutboxItem const& item, std::string const& reply);

  Engine& engine_;
  ports::Mailer& mailer_;
  ports::Mailer& printer_;
  RetryPolicy policy_;
};

}  // namespace redress::runtime
