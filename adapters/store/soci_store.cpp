// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/soci_store.hpp"

#include <utility>

#include <fmt/format.h>

#include "adapters/codec/leaf.hpp"
#include "adapters/store/columns.hpp"
#include "adapters/store/concerned_rows.hpp"
#include "adapters/store/history.hpp"
#include "adapters/store/mail_entries.hpp"
#include "adapters/store/migrations.hpp"
#include "adapters/store/outbox.hpp"
#include "adapters/store/postgresql_dialect.hpp"
#include "adapters/store/projection_rows.hpp"
#include "adapters/store/scope.hpp"
#include "adapters/store/soci_transaction.hpp"
#include "adapters/store/sqlite_dialect.hpp"
#include "adapters/store/verification.hpp"

namespace redress::store {
namespace {

void give_leaves(Connection& connection, ComplaintId const& id, Reference const& reference, std::function<void(ports::StoredLeaf const&)> const& each) {
  for (auto& row : read_history_rows(connection, id).leaves) each({reference, row.sequence, std::move(row.bytes), std::move(row.disclosures)});
}

/// Makes the rows of one complaint anew; remains without a history are taken away.
void rebuild_rows(Connection& connection, ComplaintId const& id) {
  auto const history = find_history_rows(connection, id);
  if (history.leaves.empty()) return delete_projection(connection, id);
  Complaint complaint;
  for (auto const& row : history.leaves) {
    try {
      apply(complaint, codec::open_leaf(row.bytes, row.disclosures));
    } catch (codec::LeafFault const& fault) {
      corrupt(fmt::format("complaint {} event {}: {}", id.value, row.sequence, fault.what()));
    }
  }
  chain_together(connection, history);
  put_concerned(connection, id, complaint.received.concerns_staff);
  for (auto const& leave : complaint.let_in) put_leave(connection, id, leave);
  replace_projection(connection, project(complaint), {codec::sha256_hex(history.leaves.back().bytes), history.leaves.back().place});
}

}  // namespace

SociStore::SociStore(std::unique_ptr<Dialect> dialect, StoreOptions options) : options_(std::move(options)), connections_(std::move(dialect)) {
  if (connections_.dialect().may_write())
    migrate(*connections_.writer());
  else
    ensure_up_to_date(*connections_.reader());
}

std::unique_ptr<ports::Transaction> SociStore::begin() {
  return std::make_unique<SociTransaction>(connections_.writer());
}

std::string SociStore::seal(ports::Step& step, std::string const& head) const {
  auto const salt = [this] { return options_.identifiers.salt(); };
  auto previous = head.empty() ? std::string(codec::no_leaf_before) : head;
  step.sealed.clear();
  for (auto const& recorded : step.events) {
    step.sealed.push_back(codec::seal(recorded, previous, options_.log_origin, options_.machine, salt));
    previous = step.sealed.back().digest_hex;
  }
  return previous;
}

std::optional<ports::RememberedAnswer> SociStore::remembered(std::string const& idempotency_key) {
  return find_remembered(*connections_.reader(), idempotency_key);
}

std::optional<Complaint> SociStore::load(Reference const& reference) {
  return load_complaint(*connections_.reader(), reference);
}

std::vector<ComplaintRow> SociStore::list(ports::ListFilter const& filter) {
  return list_complaints(*connections_.reader(), filter, {}, {});
}

void SociStore::read_history(Reference const& reference, std::function<void(ports::StoredLeaf const&)> const& each) {
  auto const reader = connections_.reader();
  if (!reference.empty()) {
    if (auto const id = find_complaint(*reader, reference)) give_leaves(*reader, *id, reference, each);
    return;
  }
  for_each_complaint(*reader, [&](ComplaintId const& id) {
    auto const stored = read_projection(*reader, id);
    give_leaves(*reader, id, stored ? stored->rows.complaint.reference : Reference(), each);
  });
}

std::vector<ports::OpenDeadline> SociStore::next_deadlines(ports::DeadlinePlace const& after, std::int64_t limit) {
  return read_next_deadlines(*connections_.reader(), after, limit);
}

std::vector<ports::OpenAppointment> SociStore::open_appointments(StaffId const& with, Time from, std::int64_t limit) {
  return read_open_appointments(*connections_.reader(), with, from, limit);
}

std::vector<ports::OutboxItem> SociStore::due_outbox(Time now, std::int64_t limit) {
  return store::due_outbox(*connections_.reader(), now, limit);
}

std::optional<Time> SociStore::next_outbox_due() {
  return store::next_outbox_due(*connections_.reader());
}

std::vector<ports::OutboxItem> SociStore::incidents() {
  return given_up(*connections_.reader());
}

std::int64_t SociStore::outbox_length() {
  return store::outbox_length(*connections_.reader());
}

std::optional<std::string> SociStore::frozen_message(Reference const& reference, LetterId const& letter, Route route) {
  return store::frozen_message(*connections_.reader(), reference, letter, route);
}

std::optional<ports::SentMessage> SociStore::sent_as(std::string const& message_id) {
  return find_sent_as(*connections_.reader(), message_id);
}

std::optional<ports::SentMessage> SociStore::sent_with(std::string const& reply_token) {
  return find_sent_with(*connections_.reader(), reply_token);
}

std::optional<ports::MailEntry> SociStore::mail(MailId const& id) {
  return find_mail(*connections_.reader(), id);
}

std::vector<ports::MailEntry> SociStore::mails(ports::MailFilter const& filter) {
  return newest_mails(*connections_.reader(), filter);
}

ports::MailCounts SociStore::mail_counts() {
  return count_mails(*connections_.reader());
}

ports::VerifyReport SociStore::verify() {
  return verify_store(*connections_.reader());
}

/// The rows tell nothing that can be relied upon here, so the events are found by an index that stands as long as it is needed.
void SociStore::rebuild_projection() {
  auto const writer = connections_.writer();
  Scope scope(*writer, writer->dialect().begin_writing());
  writer->execute("forget who is concerned", "DELETE FROM concerned");
  writer->execute("index events", "CREATE INDEX event_of_complaint ON event (complaint_id, cseq)");
  for_each_complaint(*writer, [&](ComplaintId const& id) { rebuild_rows(*writer, id); });
  writer->execute("drop index of events", "DROP INDEX event_of_complaint");
  scope.commit();
}

std::unique_ptr<NodeStore> open_sqlite(std::filesystem::path const& file, StoreOptions options) {
  return std::make_unique<SociStore>(std::make_unique<SqliteDialect>(file), std::move(options));
}

std::unique_ptr<NodeStore> open_sqlite_to_read(std::filesystem::path const& file, StoreOptions options) {
  return std::make_unique<SociStore>(std::make_unique<SqliteDialect>(file, Opening::ToRead), std::move(options));
}

std::unique_ptr<NodeStore> open_postgresql(std::string const& connection_string, StoreOptions options) {
  return std::make_unique<SociStore>(std::make_unique<PostgresqlDialect>(connection_string), std::move(options));
}

Migrated migrate_sqlite(std::filesystem::path const& file) {
  Connections connections(std::make_unique<SqliteDialect>(file));
  return migrate(*connections.writer());
}

Migrated migrate_postgresql(std::string const& connection_string) {
  Connections connections(std::make_unique<PostgresqlDialect>(connection_string));
  return migrate(*connections.writer());
}

}  // namespace redress::store
