// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/projection_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "adapters/codec/text.hpp"
#include "adapters/store/columns.hpp"

namespace redress::store {
namespace {

using Text = std::string;

constexpr Statement<std::tuple<Text, Text, Integer, Text, Integer, Text, Text, Text, Text, Text, Text, Text, Integer, Integer, Text>> insert_complaint{
    "insert complaint",
    "INSERT INTO complaint (id, reference, version, head, last_event, stage, channel, language, handler, waiting, escalation, "
    "complainant_name, received_at,"
    " next_due_at, search) VALUES (:id, :reference, :version, :head, :last_event, :stage, :channel, :language, :handler, :waiting, "
    ":escalation, :name, :received_at,"
    " :next_due_at, :search) ON CONFLICT DO NOTHING"};

constexpr Statement<std::tuple<Integer, Text, Integer, Text, Text, Text, Text, Text, Text, Text, Integer, Text, Text, Integer>> update_complaint{
    "update complaint",
    "UPDATE complaint SET version = :version, head = :head, last_event = :last_event, stage = :stage, channel = :channel, language = :language, handler = "
    ":handler,"
    " waiting = :waiting, escalation = :escalation, complainant_name = :name, next_due_at = :next_due_at, search = :search"
    " WHERE id = :id AND version = :before"};

/// Most commands change nothing that stands in the row but its version.
constexpr Statement<std::tuple<Integer, Text, Integer, Text, Integer>> move_complaint_on{
    "move complaint on", "UPDATE complaint SET version = :version, head = :head, last_event = :last_event WHERE id = :id AND version = :before"};

constexpr Statement<std::tuple<Text, Text, Text, Text, Text>> put_promise{
    "put promise",
    "INSERT INTO promise (complaint_id, promise, state, owner, last_day) VALUES (:complaint, :promise, :state, :owner, :last_day)"
    " ON CONFLICT (complaint_id, promise) DO UPDATE SET state = excluded.state, owner = excluded.owner, last_day = excluded.last_day"};

constexpr Statement<std::tuple<Text, Text, Text, Integer, Text, Integer, Integer>> put_appointment{
    "put appointment",
    "INSERT INTO appointment (complaint_id, appointment, kind, starts_at, staff, changes, stands)"
    " VALUES (:complaint, :appointment, :kind, :starts_at, :staff, :changes, :stands) ON CONFLICT (complaint_id, appointment)"
    " DO UPDATE SET kind = excluded.kind, starts_at = excluded.starts_at, staff = excluded.staff, changes = excluded.changes, stands = excluded.stands"};

constexpr Statement<std::tuple<Text, Text, Text, Text>> put_letter{
    "put letter",
    "INSERT INTO letter (complaint_id, letter, kind, state) VALUES (:complaint, :letter, :kind, :state)"
    " ON CONFLICT (complaint_id, letter) DO UPDATE SET kind = excluded.kind, state = excluded.state"};

constexpr Statement<std::tuple<Text, Text, Text, Integer, Integer, Text, Integer>> put_deadline{
    "put deadline",
    "INSERT INTO deadline (complaint_id, name, promise, due_at, warn_at, state, warned)"
    " VALUES (:complaint, :name, :promise, :due_at, :warn_at, :state, :warned) ON CONFLICT (complaint_id, name, promise)"
    " DO UPDATE SET due_at = excluded.due_at, warn_at = excluded.warn_at, state = excluded.state, warned = excluded.warned"};

constexpr Statement<std::tuple<Text, Text, Text, Text, Text>> put_sending{
    "put sending",
    "INSERT INTO sending (complaint_id, message_id, letter, recipient, reply_token) VALUES (:complaint, :message_id, :letter, :recipient, :reply_token)"
    " ON CONFLICT (complaint_id, message_id)"
    " DO UPDATE SET letter = excluded.letter, recipient = excluded.recipient, reply_token = excluded.reply_token"};

[[noreturn]] void conflict(char const* what) {
  throw ports::StoreFault(ports::StoreFaultKind::Conflict, what);
}

void insert_row(Connection& connection, ComplaintRow const& row, ChainEnd const& end) {
  auto const inserted = connection.run(insert_complaint, row.id.value, row.reference.value, row.version, end.head, end.last_event, name_of(row.stage),
                                       name_of(row.channel), name_of(row.language), row.handler.value, name_of(row.waiting), name_of(row.escalation),
                                       row.complainant_name, to_column(row.received_at), to_column(row.next_due_at), search_text(row));
  if (inserted != 1) conflict("the reference is taken");
}

bool differs_in_version_only(ComplaintRow const& before, ComplaintRow const& after) {
  auto moved = before;
  moved.version = after.version;
  return moved == after;
}

std::int64_t update_all(Connection& connection, ComplaintRow const& row, ChainEnd const& end, std::int64_t before) {
  return connection.run(update_complaint, row.version, end.head, end.last_event, name_of(row.stage), name_of(row.channel), name_of(row.language),
                        row.handler.value, name_of(row.waiting), name_of(row.escalation), row.complainant_name, to_column(row.next_due_at), search_text(row),
                        row.id.value, before);
}

void update_row(Connection& connection, ComplaintRow const& before, ComplaintRow const& after, ChainEnd const& end) {
  auto const updated = differs_in_version_only(before, after)
                           ? connection.run(move_complaint_on, after.version, end.head, end.last_event, after.id.value, before.version)
                           : update_all(connection, after, end, before.version);
  if (updated != 1) conflict("the complaint has moved on");
}

void put(Connection& connection, ComplaintId const& complaint, PromiseRow const& row) {
  connection.run(put_promise, complaint.value, row.promise.value, name_of(row.state), row.owner.value, to_text(row.by));
}

void put(Connection& connection, ComplaintId const& complaint, AppointmentRow const& row) {
  connection.run(put_appointment, complaint.value, row.appointment.value, name_of(row.kind), to_column(row.at), row.with.value, row.changes,
                 row.stands ? 1 : 0);
}

void put(Connection& connection, ComplaintId const& complaint, LetterRow const& row) {
  connection.run(put_letter, complaint.value, row.letter.value, name_of(row.kind), name_of(row.state));
}

void put(Connection& connection, ComplaintId const& complaint, DeadlineRow const& row) {
  connection.run(put_deadline, complaint.value, row.name.value, row.promise.value, to_column(row.due_at), to_column(row.warn_at), name_of(row.state),
                 row.warned ? 1 : 0);
}

void put(Connection& connection, ComplaintId const& complaint, SendingRow const& row) {
  connection.run(put_sending, complaint.value, row.message_id, row.letter.value, row.recipient.value, row.reply_token);
}

/// Rows of a projection are added and changed, never taken away.
template <class Row>
void put_changed(Connection& connection, ComplaintId const& complaint, std::vector<Row> const& before, std::vector<Row> const& after) {
  for (auto const& row : after)
    if (std::ranges::find(before, row) == before.end()) put(connection, complaint, row);
}

}  // namespace

std::string search_text(ComplaintRow const& row) {
  return codec::folded(row.reference.value + ' ' + row.complainant_name);
}

void write_projection(Connection& connection, Projection const* before, Projection const& after, ChainEnd const& end) {
  static Projection const nothing;
  auto const& complaint = after.complaint.id;
  if (before == nullptr)
    insert_row(connection, after.complaint, end);
  else
    update_row(connection, before->complaint, after.complaint, end);
  auto const& known = before == nullptr ? nothing : *before;
  put_changed(connection, complaint, known.promises, after.promises);
  put_changed(connection, complaint, known.appointments, after.appointments);
  put_changed(connection, complaint, known.letters, after.letters);
  put_changed(connection, complaint, known.deadlines, after.deadlines);
  put_changed(connection, complaint, known.sendings, after.sendings);
}

void replace_projection(Connection& connection, Projection const& projection, ChainEnd const& end) {
  delete_projection(connection, projection.complaint.id);
  write_projection(connection, nullptr, projection, end);
}

}  // namespace redress::store
