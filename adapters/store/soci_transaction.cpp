// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/soci_transaction.hpp"

#include <utility>

#include "adapters/store/concerned_rows.hpp"
#include "adapters/store/history.hpp"
#include "adapters/store/mail_entries.hpp"
#include "adapters/store/outbox.hpp"
#include "adapters/store/projection_rows.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::store {

namespace {

constexpr Statement<std::tuple<>> commit_all{"commit", "COMMIT"};

void note_concerned(Connection& connection, ComplaintId const& complaint, Event const& event) {
  if (auto const* received = std::get_if<ComplaintReceived>(&event)) put_concerned(connection, complaint, received->concerns_staff);
  if (auto const* named = std::get_if<StaffNamed>(&event)) put_concerned(connection, complaint, {named->staff});
  if (auto const* broken = std::get_if<GlassBroken>(&event)) put_leave(connection, complaint, {broken->staff, broken->until});
}

}  // namespace

SociTransaction::SociTransaction(Connections::Writer writer) : writer_(std::move(writer)) {
  writer_->run(Statement<std::tuple<>>{"begin", writer_->dialect().begin_writing()});
}

SociTransaction::~SociTransaction() {
  if (state_ != State::Done) writer_->try_execute("ROLLBACK");
}

template <class Call>
auto SociTransaction::guarded(Call&& call) {
  ensure(state_ == State::Open, "after a fault a transaction can only be rolled back");
  state_ = State::Spoilt;
  if constexpr (std::is_void_v<decltype(call())>) {
    call();
    state_ = State::Open;
  } else {
    auto answer = call();
    state_ = State::Open;
    return answer;
  }
}

std::optional<Complaint> SociTransaction::load(Reference const& reference) {
  return guarded([&] { return load_complaint(*writer_, reference); });
}

void SociTransaction::write(ports::Step const& step) {
  ensure(!step.events.empty() && step.sealed.size() == step.events.size() && step.rows, "a step has at least one event, sealed, and the rows that come of it");
  guarded([&] { write_all(step); });
}

void SociTransaction::write_all(ports::Step const& step) {
  auto& connection = *writer_;
  auto const last_event = write_events(connection, step.events, step.sealed);
  write_projection(connection, step.before.get(), *step.rows, {step.sealed.back().digest_hex, last_event});
  for (auto const& recorded : step.events) note_concerned(connection, step.rows->complaint.id, recorded.event);
  for (auto const& item : step.outbox) put_into_outbox(connection, item);
  if (!step.settles.empty()) store::settle(connection, step.settles);
  if (!step.idempotency_key.empty()) remember(connection, step.idempotency_key, {step.command_digest, step.answer});
}

void SociTransaction::put(ports::OutboxItem const& item) {
  guarded([&] { put_into_outbox(*writer_, item); });
}

void SociTransaction::settle(std::string const& outbox_id) {
  guarded([&] { store::settle(*writer_, outbox_id); });
}

void SociTransaction::postpone(std::string const& outbox_id, Time due_at, std::string const& reply) {
  guarded([&] { store::postpone(*writer_, outbox_id, due_at, reply); });
}

void SociTransaction::give_up(std::string const& outbox_id, std::string const& reply) {
  guarded([&] { store::give_up(*writer_, outbox_id, reply); });
}

void SociTransaction::record_mail(ports::MailEntry const& entry) {
  guarded([&] { store::record_mail(*writer_, entry); });
}

void SociTransaction::decide_mail(MailId const& id, ports::MailDecision const& decision, Reference const& reference) {
  guarded([&] { store::decide_mail(*writer_, id, decision, reference); });
}

void SociTransaction::commit() {
  guarded([&] { writer_->run(commit_all); });
  state_ = State::Done;
}

}  // namespace redress::store
