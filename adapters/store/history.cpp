// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/history.hpp"

#include <fmt/format.h>

#include "adapters/codec/leaf.hpp"
#include "adapters/store/columns.hpp"

namespace redress::store {
namespace {

using Text = std::tuple<std::string>;

constexpr Statement<std::tuple<std::string, Integer, std::string, std::string>> insert_event{
    "insert event", "INSERT INTO event (complaint_id, cseq, id, leaf) VALUES (:complaint, :cseq, :id, :leaf)"};

constexpr Statement<std::tuple<std::string, std::string, std::string>> insert_disclosure{
    "insert disclosure", "INSERT INTO disclosure (event_id, digest, body) VALUES (:event, :digest, :body)"};

constexpr Statement<Text, std::tuple<Integer, std::string>> select_events{"select events",
                                                                          "SELECT cseq, leaf FROM event WHERE complaint_id = :complaint ORDER BY cseq"};

constexpr Statement<Text, std::tuple<Integer, std::string, std::string>> select_disclosures{
    "select disclosures",
    "SELECT e.cseq, d.digest, d.body FROM event e JOIN disclosure d ON d.event_id = e.id WHERE e.complaint_id = :complaint"
    " ORDER BY e.cseq, d.digest"};

constexpr Statement<std::tuple<>, std::tuple<Integer>> count_orphans{
    "count disclosures of no event", "SELECT CAST(count(*) AS BIGINT) FROM disclosure d LEFT JOIN event e ON e.id = d.event_id WHERE e.id IS NULL"};

constexpr Statement<Text, Text> select_id{"select complaint by reference", "SELECT id FROM complaint WHERE reference = :reference"};

constexpr Statement<std::tuple<std::string, std::string, std::string, std::string, std::string>, Text> select_next_ids{
    "select complaints",
    "SELECT id FROM (SELECT id FROM complaint WHERE id > :a UNION SELECT complaint_id FROM event WHERE complaint_id > :b"
    " UNION SELECT complaint_id FROM promise WHERE complaint_id > :c"
    " UNION SELECT complaint_id FROM letter WHERE complaint_id > :d UNION SELECT complaint_id FROM deadline WHERE complaint_id > :e) AS "
    "everywhere"
    " ORDER BY id LIMIT 200"};

/// Gives each disclosure to its leaf. Both lists ascend by sequence; what lies beyond the last leaf was written since the leaves were read.
void attach_disclosures(HistoryRows& history, std::vector<std::tuple<Integer, std::string, std::string>>&& disclosures) {
  auto leaf = history.leaves.begin();
  for (auto& [sequence, digest, body] : disclosures) {
    while (leaf != history.leaves.end() && leaf->sequence < sequence) ++leaf;
    if (leaf == history.leaves.end()) return;
    leaf->digests.push_back(std::move(digest));
    leaf->disclosures.push_back(std::move(body));
  }
}

}  // namespace

void write_events(Connection& connection, std::vector<RecordedEvent> const& events, std::vector<ports::SealedEvent> const& sealed) {
  for (std::size_t place = 0; place < events.size(); ++place) {
    auto const& recorded = events[place];
    auto const& [bytes, digest, disclosures, digests] = sealed[place];
    connection.run(insert_event, recorded.complaint.value, recorded.sequence, recorded.id.value, bytes);
    for (std::size_t i = 0; i < disclosures.size(); ++i) connection.run(insert_disclosure, recorded.id.value, digests[i], disclosures[i]);
  }
}

HistoryRows read_history_rows(Connection& connection, ComplaintId const& complaint) {
  HistoryRows history;
  for (auto& [sequence, bytes] : connection.rows(select_events, complaint.value)) history.leaves.push_back({sequence, std::move(bytes), {}, {}});
  attach_disclosures(history, connection.rows(select_disclosures, complaint.value));
  return history;
}

std::optional<ComplaintId> find_complaint(Connection& connection, Reference const& reference) {
  auto found = connection.first(select_id, reference.value);
  return found ? std::optional(ComplaintId(std::move(std::get<0>(*found)))) : std::nullopt;
}

std::optional<Complaint> load_complaint(Connection& connection, Reference const& reference) {
  auto const id = find_complaint(connection, reference);
  if (!id) return std::nullopt;
  Complaint complaint;
  complaint.head = codec::no_leaf_before;
  for (auto const& row : read_history_rows(connection, *id).leaves) {
    auto const where = [&] { return fmt::format("{} event {}", reference.value, row.sequence); };
    try {
      auto const leaf = codec::read_leaf(row.bytes, row.disclosures);
      if (leaf.previous_digest_hex != complaint.head || leaf.recorded.sequence != complaint.version + 1) corrupt(where() + ": it breaks the chain");
      apply(complaint, leaf.recorded);
    } catch (codec::LeafFault const& fault) {
      corrupt(fmt::format("{}: {}", where(), fault.what()));
    }
    complaint.head = codec::sha256_hex(row.bytes);
  }
  if (!complaint.exists()) corrupt(fmt::format("{}: its history is gone", reference.value));
  return complaint;
}

std::int64_t disclosures_of_no_event(Connection& connection) {
  return std::get<0>(connection.rows(count_orphans).front());
}

std::vector<ComplaintId> next_complaints(Connection& connection, ComplaintId const& after) {
  auto const& from = after.value;
  std::vector<ComplaintId> ids;
  for (auto& [id] : connection.rows(select_next_ids, from, from, from, from, from)) ids.emplace_back(std::move(id));
  return ids;
}

}  // namespace redress::store
