// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/projection.hpp"

namespace redress {
namespace {

std::optional<Time> next_due_at(Complaint const& complaint) {
  std::optional<Time> next;
  for (auto const& deadline : complaint.deadlines) {
    bool const counts = deadline.state == DeadlineState::Running || (is_open(complaint.stage) && is_owed(deadline));
    if (counts && (!next || deadline.due_at < *next)) next = deadline.due_at;
  }
  return next;
}

}  // namespace

Projection project(Complaint const& complaint) {
  auto const& received = complaint.received;
  Projection rows{{complaint.id, received.reference, complaint.version, complaint.stage, received.channel, received.language, complaint.handler,
                   complaint.waiting, complaint.escalation, received.complainant.name, received.received_at, next_due_at(complaint)},
                  {},
                  {},
                  {}};
  for (auto const& promise : complaint.promises) rows.promises.push_back({promise.id, promise.state, promise.owner, promise.by});
  for (auto const& letter : complaint.letters) rows.letters.push_back({letter.id, letter.kind, letter.state});
  for (auto const& deadline : complaint.deadlines)
    rows.deadlines.push_back({deadline.name, deadline.promise, deadline.due_at, deadline.warn_at, deadline.state, deadline.warned});
  for (auto const& one : complaint.appointments)
    rows.appointments.push_back({one.id, one.kind, one.at, one.with, one.changes, !one.cancelled && is_open(complaint.stage)});
  for (auto const& one : complaint.sendings) rows.sendings.push_back({one.letter, one.recipient.value_or(PersonId{}), one.message_id, one.reply_token});
  return rows;
}

}  // namespace redress
