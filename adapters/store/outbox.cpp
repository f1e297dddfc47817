// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/outbox.hpp"

#include "adapters/codec/digest.hpp"
#include "adapters/codec/text.hpp"
#include "adapters/store/columns.hpp"

namespace redress::store {
namespace {

using Text = std::string;

constexpr Statement<std::tuple<Text, Text, Text, Text, Text, Text, Text, Text, Integer, Integer, Text>> insert_item{
    "insert outbox item",
    "INSERT INTO outbox (id, reference, letter, recipient, route, envelope_from, envelope_to, bytes, state, attempts, due_at, last_reply)"
    " VALUES (:id, :reference, :letter, :recipient, :route, :from, :to, :bytes, 'queued', :attempts, :due_at, :last_reply)"};

constexpr Statement<std::tuple<Text>> settle_item{"settle outbox item", "UPDATE outbox SET state = 'settled' WHERE id = :id AND state <> 'settled'"};

constexpr Statement<std::tuple<Integer, Text, Text>> postpone_item{
    "postpone outbox item", "UPDATE outbox SET attempts = attempts + 1, due_at = :due_at, last_reply = :reply WHERE id = :id AND state = 'queued'"};

constexpr Statement<std::tuple<Text, Text>> give_up_item{
    "give up outbox item", "UPDATE outbox SET state = 'given_up', attempts = attempts + 1, last_reply = :reply WHERE id = :id AND state = 'queued'"};

using Columns = std::tuple<Text, Text, Text, Text, Text, Text, Text, Text, Integer, Integer, Text>;

/// The oldest of each domain, then the second of each, and so on: ten thousand letters for one domain do not hide the one for another. What is trimmed off the
/// address is everything but its last @ and what is before it.
constexpr Statement<std::tuple<Integer, Integer>, Columns> select_due{
    "select due outbox items",
    "SELECT id, reference, letter, recipient, route, envelope_from, envelope_to, bytes, attempts, due_at, last_reply FROM outbox WHERE id IN ("
    "SELECT id FROM (SELECT id, due_at, row_number() OVER (PARTITION BY route,"
    " lower(substr(envelope_to, length(rtrim(envelope_to, replace(envelope_to, '@', ''))) + 1)) ORDER BY due_at, id) AS place"
    " FROM outbox WHERE state = 'queued' AND due_at <= :now) AS waiting ORDER BY place, due_at, id LIMIT :most)"
    " ORDER BY due_at, id"};

constexpr Statement<std::tuple<>, Columns> select_given_up{
    "select outbox items given up",
    "SELECT id, reference, letter, recipient, route, envelope_from, envelope_to, bytes, attempts, due_at, last_reply FROM outbox"
    " WHERE state = 'given_up' ORDER BY id"};

constexpr Statement<std::tuple<>, std::tuple<Integer>> select_next_due{"select next due outbox item",
                                                                       "SELECT due_at FROM outbox WHERE state = 'queued' ORDER BY due_at LIMIT 1"};

constexpr Statement<std::tuple<>, std::tuple<Integer>> count_queued{"count outbox items", "SELECT count(*) FROM outbox WHERE state = 'queued'"};

constexpr Statement<std::tuple<Text, Text, Text>, std::tuple<Text>> select_frozen{
    "select frozen message",
    "SELECT bytes FROM outbox WHERE reference = :reference AND letter = :letter AND recipient = '' AND route = :route ORDER BY id DESC LIMIT 1"};

constexpr Statement<std::tuple<Text>, std::tuple<Text, Text, Text>> select_all_frozen{
    "select frozen letters", "SELECT letter, recipient, bytes FROM outbox WHERE reference = :reference AND letter <> ''"};

/// A mail is text; a page for printing is not, and stands in its column in base64 behind this word, which begins no message.
constexpr std::string_view in_base64 = "base64url,";

Text column_of(std::string const& bytes) {
  bool const stands_as_it_is = codec::is_text(bytes) && !bytes.starts_with(in_base64);
  return stands_as_it_is ? bytes : Text(in_base64) + codec::base64url(std::string_view(bytes));
}

std::string to_bytes(Text const& column) {
  if (!column.starts_with(in_base64)) return column;
  auto bytes = codec::from_base64url(std::string_view(column).substr(in_base64.size()));
  if (!bytes) corrupt("a message in the outbox is not what was put there");
  return std::move(*bytes);
}

ports::OutboxItem to_item(Columns const& columns) {
  auto const& [id, reference, letter, recipient, route, from, to, bytes, attempts, due_at, reply] = columns;
  auto const whose = recipient.empty() ? std::nullopt : std::optional(PersonId(recipient));
  return {id, Reference(reference), {LetterId(letter), whose, to_name<Route>(route), from, to, to_bytes(bytes)}, attempts, to_time(due_at), reply};
}

std::vector<ports::OutboxItem> to_items(std::vector<Columns> const& rows) {
  std::vector<ports::OutboxItem> items;
  for (auto const& columns : rows) items.push_back(to_item(columns));
  return items;
}

void must_change_one(std::int64_t changed) {
  if (changed != 1) throw ports::StoreFault(ports::StoreFaultKind::Conflict, "the outbox item is not there, or is done with");
}

}  // namespace

void put_into_outbox(Connection& connection, ports::OutboxItem const& item) {
  auto const& message = item.message;
  connection.run(insert_item, item.id, item.reference.value, message.letter.value, message.recipient.value_or(PersonId{}).value, Text(name_of(message.route)),
                 message.envelope_from, message.envelope_to, column_of(message.bytes), item.attempts, to_column(item.due_at), codec::cleaned(item.last_reply));
}

void settle(Connection& connection, std::string const& id) {
  must_change_one(connection.run(settle_item, id));
}

void postpone(Connection& connection, std::string const& id, Time due_at, std::string const& reply) {
  must_change_one(connection.run(postpone_item, to_column(due_at), codec::cleaned(reply), id));
}

void give_up(Connection& connection, std::string const& id, std::string const& reply) {
  must_change_one(connection.run(give_up_item, codec::cleaned(reply), id));
}

std::vector<ports::OutboxItem> due_outbox(Connection& connection, Time now, std::int64_t limit) {
  return to_items(connection.rows(select_due, to_column(now), limit));
}

std::optional<Time> next_outbox_due(Connection& connection) {
  auto const next = connection.first(select_next_due);
  return next ? std::optional(to_time(std::get<0>(*next))) : std::nullopt;
}

std::vector<ports::OutboxItem> given_up(Connection& connection) {
  return to_items(connection.rows(select_given_up));
}

std::int64_t outbox_length(Connection& connection) {
  return std::get<0>(connection.first(count_queued).value());
}

std::optional<std::string> frozen_message(Connection& connection, Reference const& reference, LetterId const& letter, Route route) {
  auto found = connection.first(select_frozen, reference.value, letter.value, std::string(name_of(route)));
  return found ? std::optional(to_bytes(std::get<0>(*found))) : std::nullopt;
}

std::vector<FrozenRow> frozen_messages(Connection& connection, Reference const& reference) {
  std::vector<FrozenRow> frozen;
  for (auto const& [letter, recipient, bytes] : connection.rows(select_all_frozen, reference.value))
    frozen.push_back({LetterId(letter), recipient, codec::sha256_hex(to_bytes(bytes))});
  return frozen;
}

}  // namespace redress::store
