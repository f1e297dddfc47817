// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/history.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "adapters/codec/leaf.hpp"
#include "adapters/store/columns.hpp"

namespace redress::store {
namespace {

using Text = std::tuple<std::string>;
using Number = std::tuple<Integer>;

#define REDRESS_FIRST_EVENT                                    \
  "INSERT INTO event (complaint_id, cseq, id, previous, leaf)" \
  " VALUES (:complaint, :cseq, :id, coalesce((SELECT last_event FROM complaint c WHERE c.id = :row), 0), :leaf)"
#define REDRESS_NEXT_EVENT "INSERT INTO event (complaint_id, cseq, id, previous, leaf) VALUES (:complaint, :cseq, :id, :previous, :leaf)"

using FirstEventColumns = std::tuple<std::string, Integer, std::string, std::string, std::string>;
using NextEventColumns = std::tuple<std::string, Integer, std::string, Integer, std::string>;

constexpr Insertion<FirstEventColumns> insert_first_event{{"insert first event of a step", REDRESS_FIRST_EVENT},
                                                          {"insert first event of a step", REDRESS_FIRST_EVENT " RETURNING place"}};
constexpr Insertion<NextEventColumns> insert_next_event{{"insert next event of a step", REDRESS_NEXT_EVENT},
                                                        {"insert next event of a step", REDRESS_NEXT_EVENT " RETURNING place"}};

#undef REDRESS_FIRST_EVENT
#undef REDRESS_NEXT_EVENT

constexpr Statement<std::tuple<std::string, std::string, std::string>> insert_disclosure{
    "insert disclosure", "INSERT INTO disclosure (event_id, digest, body) VALUES (:event, :digest, :body)"};

// Places only descend along a chain, so that it ends whatever somebody wrote into it.
#define REDRESS_CHAIN                                                                                                             \
  "WITH RECURSIVE chain (place, previous, complaint_id, cseq, id, leaf) AS ("                                                     \
  "SELECT place, previous, complaint_id, cseq, id, leaf FROM event WHERE complaint_id = :complaint AND place ="                   \
  " coalesce((SELECT last_event FROM complaint WHERE id = :row), (SELECT max(place) FROM event WHERE complaint_id = :events))"    \
  " UNION ALL SELECT e.place, e.previous, e.complaint_id, e.cseq, e.id, e.leaf FROM chain c JOIN event e ON e.place = c.previous" \
  " WHERE e.place < c.place AND e.complaint_id = c.complaint_id) "

using ThreeTexts = std::tuple<std::string, std::string, std::string>;
using EventColumns = std::tuple<Integer, Integer, Integer, std::string>;
using DisclosureColumns = std::tuple<Integer, std::string, std::string>;
using ChainColumns = std::tuple<Integer, Integer, Integer, std::string, std::string, std::string>;

// A row for each disclosure of an event, and one with an empty digest for an event without.
constexpr Statement<ThreeTexts, ChainColumns> select_chain{
    "select events", REDRESS_CHAIN
    "SELECT c.place, c.previous, c.cseq, c.leaf, coalesce(d.digest, ''), coalesce(d.body, '') FROM chain c LEFT JOIN disclosure d ON d.event_id = c.id"};

#undef REDRESS_CHAIN

constexpr Statement<Text, EventColumns> find_events{"find events",
                                                    "SELECT place, previous, cseq, leaf FROM event WHERE complaint_id = :complaint ORDER BY cseq, place"};

constexpr Statement<Text, DisclosureColumns> find_disclosures{
    "find disclosures",
    "SELECT e.cseq, d.digest, d.body FROM event e JOIN disclosure d ON d.event_id = e.id WHERE e.complaint_id = :complaint ORDER BY e.cseq, d.digest"};

constexpr Statement<std::tuple<Integer, Integer>> set_previous{"chain event", "UPDATE event SET previous = :previous WHERE place = :place"};

constexpr Statement<std::tuple<>, Number> count_orphans{
    "count disclosures of no event", "SELECT CAST(count(*) AS BIGINT) FROM disclosure d LEFT JOIN event e ON e.id = d.event_id WHERE e.id IS NULL"};

constexpr Statement<Text, Text> select_id{"select complaint by reference", "SELECT id FROM complaint WHERE reference = :reference"};

constexpr Statement<std::tuple<>, Number> select_newest_place{"select newest event", "SELECT coalesce(max(place), 0) FROM event"};

constexpr Statement<Number, Number> count_up_to{"count events", "SELECT CAST(count(*) AS BIGINT) FROM event WHERE place <= :newest"};

constexpr Statement<std::tuple<std::string, Integer>, std::tuple<std::string, Integer>> select_next_counts{
    "count events by complaint",
    "SELECT complaint_id, CAST(count(*) AS BIGINT) FROM event WHERE complaint_id > :after AND place <= :newest"
    " GROUP BY complaint_id ORDER BY complaint_id LIMIT 10000"};

constexpr Statement<std::tuple<std::string, std::string, std::string, std::string>, Text> select_next_ids{
    "select complaints",
    "SELECT id FROM (SELECT id FROM complaint WHERE id > :a UNION SELECT complaint_id FROM promise WHERE complaint_id > :b"
    " UNION SELECT complaint_id FROM letter WHERE complaint_id > :c UNION SELECT complaint_id FROM deadline WHERE complaint_id > :d) AS everywhere"
    " ORDER BY id LIMIT 200"};

constexpr Statement<Number, std::tuple<std::string, Integer>> select_next_without_rows{
    "select complaints without rows",
    "SELECT complaint_id, min(place) FROM event e WHERE NOT EXISTS (SELECT 1 FROM complaint c WHERE c.id = e.complaint_id)"
    " AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.complaint_id = e.complaint_id) AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.complaint_id = "
    "e.complaint_id)"
    " AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.complaint_id = e.complaint_id)"
    " GROUP BY complaint_id HAVING min(place) > :after ORDER BY min(place) LIMIT 200"};

HistoryRows to_rows(std::vector<EventColumns>&& events) {
  HistoryRows history;
  history.leaves.reserve(events.size());
  for (auto& [place, previous, sequence, bytes] : events) history.leaves.push_back({place, previous, sequence, std::move(bytes), {}, {}});
  return history;
}

/// Gives each disclosure to its leaf. Both lists ascend by sequence; what lies beyond the last leaf was written since the leaves were read.
void attach_disclosures(HistoryRows& history, std::vector<DisclosureColumns>&& disclosures) {
  auto leaf = history.leaves.begin();
  for (auto& [sequence, digest, body] : disclosures) {
    while (leaf != history.leaves.end() && leaf->sequence < sequence) ++leaf;
    if (leaf == history.leaves.end()) return;
    leaf->digests.push_back(std::move(digest));
    leaf->disclosures.push_back(std::move(body));
  }
}

}  // namespace

std::int64_t write_events(Connection& connection, std::vector<RecordedEvent> const& events, std::vector<ports::SealedEvent> const& sealed) {
  Integer place = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    auto const& [id, complaint, sequence, at, actor, event] = events[i];
    auto const& [bytes, digest, disclosures, digests] = sealed[i];
    place = i == 0 ? connection.insert(insert_first_event, complaint.value, sequence, id.value, complaint.value, bytes)
                   : connection.insert(insert_next_event, complaint.value, sequence, id.value, place, bytes);
    for (std::size_t k = 0; k < disclosures.size(); ++k) connection.run(insert_disclosure, id.value, digests[k], disclosures[k]);
  }
  return place;
}

HistoryRows read_history_rows(Connection& connection, ComplaintId const& complaint) {
  auto const& id = complaint.value;
  auto rows = connection.rows(select_chain, id, id, id);
  std::ranges::sort(rows, {}, [](ChainColumns const& row) { return std::tie(std::get<2>(row), std::get<0>(row), std::get<4>(row)); });
  HistoryRows history;
  for (auto& [place, previous, sequence, bytes, digest, disclosure] : rows) {
    if (history.leaves.empty() || history.leaves.back().place != place) history.leaves.push_back({place, previous, sequence, std::move(bytes), {}, {}});
    if (digest.empty()) continue;
    history.leaves.back().digests.push_back(std::move(digest));
    history.leaves.back().disclosures.push_back(std::move(disclosure));
  }
  return history;
}

HistoryRows find_history_rows(Connection& connection, ComplaintId const& complaint) {
  auto history = to_rows(connection.rows(find_events, complaint.value));
  attach_disclosures(history, connection.rows(find_disclosures, complaint.value));
  return history;
}

void chain_together(Connection& connection, HistoryRows const& history) {
  std::int64_t before = 0;
  for (auto const& row : history.leaves) {
    if (row.previous != before) connection.run(set_previous, before, row.place);
    before = row.place;
  }
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

std::int64_t newest_place(Connection& connection) {
  return std::get<0>(connection.rows(select_newest_place).front());
}

std::int64_t count_events(Connection& connection, std::int64_t up_to_place) {
  return std::get<0>(connection.rows(count_up_to, up_to_place).front());
}

std::vector<EventCount> next_counts(Connection& connection, ComplaintId const& after, std::int64_t up_to_place) {
  std::vector<EventCount> counts;
  for (auto& [id, events] : connection.rows(select_next_counts, after.value, up_to_place)) counts.push_back({ComplaintId(std::move(id)), events});
  return counts;
}

std::vector<ComplaintId> next_complaints(Connection& connection, ComplaintId const& after) {
  auto const& from = after.value;
  std::vector<ComplaintId> ids;
  for (auto& [id] : connection.rows(select_next_ids, from, from, from, from)) ids.emplace_back(std::move(id));
  return ids;
}

std::vector<FirstEvent> next_without_rows(Connection& connection, std::int64_t after) {
  std::vector<FirstEvent> found;
  for (auto& [id, place] : connection.rows(select_next_without_rows, after)) found.push_back({ComplaintId(std::move(id)), place});
  return found;
}

}  // namespace redress::store
