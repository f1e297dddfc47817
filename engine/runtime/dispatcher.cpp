// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/dispatcher.hpp"

#include <spdlog/spdlog.h>

#include "engine/domain/ensure.hpp"

namespace redress::runtime {
namespace {

constexpr std::int64_t items_at_a_time = 64;

ports::Mailer& outlet_of(Route route, Outlets const& outlets) {
  switch (route) {
    case Route::Mail:
      return outlets.mail;
    case Route::Print:
      return outlets.print;
    case Route::Webhook:
      return outlets.webhook;
  }
  throw BrokenInvariant("a message leaves by a route that there is not");
}

bool is_final(ports::DeliveryResult result) {
  return result == ports::DeliveryResult::Accepted || result == ports::DeliveryResult::Refused;
}

}  // namespace

Dispatcher::Dispatcher(Engine& engine, Outlets outlets, RetryPolicy policy) : engine_(engine), outlets_(outlets), policy_(policy) {}

std::size_t Dispatcher::dispatch_due() {
  auto const due = engine_.store().due_outbox(engine_.clock().now(), items_at_a_time);
  for (auto const& item : due) dispatch(item);
  return due.size();
}

std::optional<Time> Dispatcher::next() {
  return engine_.store().next_outbox_due();
}

void Dispatcher::dispatch(ports::OutboxItem const& item) {
  auto const before = answered_before(item.id);
  auto const delivery = before ? *before : deliver(item);
  switch (delivery.result) {
    case ports::DeliveryResult::Accepted:
      return accepted(item);
    case ports::DeliveryResult::Refused:
      return refused(item, delivery.reply);
    case ports::DeliveryResult::Later:
    case ports::DeliveryResult::Ambiguous:
      return try_later(item, delivery.reply);
  }
}

ports::Delivery Dispatcher::deliver(ports::OutboxItem const& item) {
  auto const& message = item.message;
  auto delivery = outlet_of(message.route, outlets_).deliver({message.envelope_from, message.envelope_to, message.bytes, item.id});
  if (is_final(delivery.result)) {
    std::lock_guard const lock(answers_are_used_);
    answers_[item.id] = delivery;
  }
  return delivery;
}

std::optional<ports::Delivery> Dispatcher::answered_before(std::string const& id) {
  std::lock_guard const lock(answers_are_used_);
  auto const found = answers_.find(id);
  return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

void Dispatcher::forget_answer(std::string const& id) {
  std::lock_guard const lock(answers_are_used_);
  answers_.erase(id);
}

void Dispatcher::accepted(ports::OutboxItem const& item) {
  if (!item.message.is_letter()) return settle(item);
  report(item, LetterAccepted{item.message.letter, item.message.recipient});
}

void Dispatcher::refused(ports::OutboxItem const& item, std::string const& reply) {
  if (item.message.is_letter()) return report(item, LetterBounced{item.message.letter, item.message.recipient, reply});
  spdlog::error("incident: outbox item {} of {} was refused: {}", item.id, item.reference.value, reply);
  give_up(item, reply);
}

void Dispatcher::settle(ports::OutboxItem const& item) {
  try {
    auto transaction = engine_.store().begin();
    transaction->settle(item.id);
    transaction->commit();
    forget_answer(item.id);
  } catch (ports::StoreFault const& fault) {
    if (fault.kind() == ports::StoreFaultKind::Corrupt) throw;
    try_later_unless_settled(item, fault.what());
  }
}

void Dispatcher::report(ports::OutboxItem const& item, Command command) {
  CommandEnvelope envelope{item.reference, std::move(command), {ActorKind::System, {}, "outbox"}, std::nullopt, "outbox:" + item.id, {}, item.id};
  auto const outcome = engine_.handle(std::move(envelope));
  // A fault leaves the item queued, and the answer is reported again later. Should the process end before, the letter is delivered again,
  // byte-identically, and the recipient's program knows it by its Message-ID. After a mistake of ours it would only meet the same mistake.
  if (auto const* fault = std::get_if<Fault>(&outcome))
    return fault->kind == FaultKind::Incident ? give_up(item, "delivered, but it could not be recorded: " + fault->what)
                                              : try_later_unless_settled(item, fault->what);
  if (auto const* refusal = std::get_if<Refusal>(&outcome))
    return give_up(item, "delivered, but the complaint did not expect it: " + std::string(name_of(refusal->reason)));
  forget_answer(item.id);
}

void Dispatcher::try_later_unless_settled(ports::OutboxItem const& item, std::string const& reply) {
  try {
    try_later(item, reply);
  } catch (ports::StoreFault const& fault) {
    // The report did become durable, and only its answer was lost.
    if (fault.kind() != ports::StoreFaultKind::Conflict) throw;
    forget_answer(item.id);
  }
}

void Dispatcher::give_up(ports::OutboxItem const& item, std::string const& reply) {
  auto transaction = engine_.store().begin();
  transaction->give_up(item.id, reply);
  transaction->commit();
  forget_answer(item.id);
}

void Dispatcher::try_later(ports::OutboxItem const& item, std::string const& reply) {
  auto const attempts = item.attempts + 1;
  if (policy_.gives_up_after(attempts)) {
    spdlog::error("incident: outbox item {} of {} was given up after {} attempts: {}", item.id, item.reference.value, attempts, reply);
    return give_up(item, reply);
  }
  auto transaction = engine_.store().begin();
  transaction->postpone(item.id, engine_.clock().now() + policy_.pause_after(attempts), reply);
  transaction->commit();
}

}  // namespace redress::runtime
