// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/mail_entries.hpp"

#include <ranges>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/codec/text.hpp"
#include "adapters/store/columns.hpp"

namespace redress::store {
namespace {

using Text = std::string;

constexpr Statement<std::tuple<Text, Text, Integer, Text, Integer, Text, Text, Text>> put_mail{
    "record mail",
    "INSERT INTO mail (id, inlet, received_at, sha256, size, state, reason, reference)"
    " VALUES (:id, :inlet, :received_at, :sha256, :size, :state, :reason, :reference) ON CONFLICT (id) DO NOTHING"};

using Columns = std::tuple<Text, Text, Integer, Text, Integer, Text, Text, Text>;

constexpr Statement<std::tuple<Text>, Columns> select_mail{"select mail",
                                                           "SELECT id, inlet, received_at, sha256, size, state, reason, reference FROM mail WHERE id = :id"};

constexpr Statement<std::tuple<Integer>, Columns> select_mails{
    "select mails", "SELECT id, inlet, received_at, sha256, size, state, reason, reference FROM mail ORDER BY received_at DESC, id DESC LIMIT :most"};

constexpr Statement<std::tuple<>, std::tuple<Text, Integer>> count_by_state{"count mails", "SELECT state, count(*) FROM mail GROUP BY state"};

constexpr Statement<std::tuple<Text, Text, Text, Text, Integer, Text>> insert_remembered{
    "remember answer",
    "INSERT INTO idempotency (idempotency_key, command_digest, reference, stage, version, events)"
    " VALUES (:key, :digest, :reference, :stage, :version, :events) ON CONFLICT DO NOTHING"};

constexpr Statement<std::tuple<Text>, std::tuple<Text, Text, Text, Integer, Text>> select_remembered{
    "select remembered answer", "SELECT command_digest, reference, stage, version, events FROM idempotency WHERE idempotency_key = :key"};

ports::MailEntry to_entry(Columns const& columns) {
  auto const& [id, inlet, received_at, sha256, size, state, reason, reference] = columns;
  return {MailId(id), inlet, to_time(received_at), sha256, size, to_name<ports::MailState>(state), reason, Reference(reference)};
}

/// Names of events have no commas.
std::vector<Text> split_names(Text const& joined) {
  std::vector<Text> names;
  for (auto const part : std::views::split(joined, ',')) names.emplace_back(part.begin(), part.end());
  return names;
}

}  // namespace

void record_mail(Connection& connection, ports::MailEntry const& entry) {
  connection.run(put_mail, entry.id.value, codec::cleaned(entry.inlet), to_column(entry.received_at), entry.sha256, entry.size, Text(name_of(entry.state)),
                 codec::cleaned(entry.reason), entry.reference.value);
}

std::optional<ports::MailEntry> find_mail(Connection& connection, MailId const& id) {
  auto const found = connection.first(select_mail, id.value);
  return found ? std::optional(to_entry(*found)) : std::nullopt;
}

std::vector<ports::MailEntry> newest_mails(Connection& connection, std::int64_t limit) {
  std::vector<ports::MailEntry> entries;
  for (auto const& columns : connection.rows(select_mails, limit)) entries.push_back(to_entry(columns));
  return entries;
}

ports::MailCounts count_mails(Connection& connection) {
  ports::MailCounts counts;
  for (auto const& [state, count] : connection.rows(count_by_state))
    (to_name<ports::MailState>(state) == ports::MailState::Filed ? counts.filed : counts.quarantined) = count;
  return counts;
}

void remember(Connection& connection, std::string const& key, ports::RememberedAnswer const& remembered) {
  auto const& answer = remembered.answer;
  auto const inserted = connection.run(insert_remembered, key, remembered.command_digest, answer.reference.value, Text(name_of(answer.stage)), answer.version,
                                       fmt::format("{}", fmt::join(answer.events, ",")));
  if (inserted != 1) throw ports::StoreFault(ports::StoreFaultKind::Conflict, "the idempotency key is taken");
}

std::optional<ports::RememberedAnswer> find_remembered(Connection& connection, std::string const& key) {
  auto const found = connection.first(select_remembered, key);
  if (!found) return std::nullopt;
  auto const& [digest, reference, stage, version, events] = *found;
  return ports::RememberedAnswer{digest, {Reference(reference), to_name<Stage>(stage), version, split_names(events)}};
}

}  // namespace redress::store
