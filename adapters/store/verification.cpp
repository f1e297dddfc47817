// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/verification.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "adapters/codec/leaf.hpp"
#include "adapters/store/concerned_rows.hpp"
#include "adapters/store/history.hpp"
#include "adapters/store/outbox.hpp"
#include "adapters/store/projection_rows.hpp"
#include "adapters/store/scope.hpp"

namespace redress::store {
namespace {

/// One complaint under examination.
class Examination {
 public:
  Examination(ComplaintId const& complaint, HistoryRows const& history, std::optional<StoredProjection> const& stored, std::map<StaffId, Time> concerned,
              ports::VerifyReport& report)
      : complaint_(complaint),
        history_(history),
        stored_(stored),
        concerned_(std::move(concerned)),
        report_(report),
        findings_before_(report.findings.size()) {}

  /// Opens every leaf; the name of the complaint is known from here on.
  void open_leaves();
  void check_sequence();
  void check_chain();
  void check_places();
  void check_disclosures();
  void check_projection();
  void check_messages(std::vector<FrozenRow> frozen);

  [[nodiscard]] Reference const& reference() const { return reference_; }
  /// Whether nothing has been found yet. A history that does not hold cannot be folded.
  [[nodiscard]] bool is_sound() const { return report_.findings.size() == findings_before_; }

 private:
  void find(std::int64_t sequence, std::string_view what) { report_.findings.push_back(fmt::format("{} event {}: {}", name(), sequence, what)); }
  void find(std::string_view what) { report_.findings.push_back(fmt::format("{}: {}", name(), what)); }
  [[nodiscard]] std::string name() const { return reference_.empty() ? "complaint " + complaint_.value : reference_.value; }
  std::optional<codec::Leaf> open(LeafRow const& row);
  bool check_message(FrozenMessage const& message, LetterId const& letter, std::string const& recipient, std::vector<FrozenRow>& frozen);

  ComplaintId const& complaint_;
  HistoryRows const& history_;
  std::optional<StoredProjection> const& stored_;
  std::map<StaffId, Time> concerned_;  ///< as the table has it
  ports::VerifyReport& report_;
  std::size_t findings_before_;
  Reference reference_;
  std::vector<std::optional<codec::Leaf>> leaves_;  ///< empty where a leaf cannot be read
};

void Examination::open_leaves() {
  if (stored_) reference_ = stored_->rows.complaint.reference;
  if (!stored_ && !history_.leaves.empty()) {
    try {
      auto const first = codec::read_leaf(history_.leaves.front().bytes, {});
      if (auto const* received = std::get_if<ComplaintReceived>(&first.recorded.event)) reference_ = received->reference;
    } catch (codec::LeafFault const&) {
      // It stays nameless; the leaf is reported below.
    }
  }
  for (auto const& row : history_.leaves) leaves_.push_back(open(row));
}

/// The number in the table, not the one in the bytes, says which event a finding is about.
std::optional<codec::Leaf> Examination::open(LeafRow const& row) {
  try {
    auto leaf = codec::read_leaf(row.bytes, {});
    if (!codec::is_canonical(row.bytes))
      find(row.sequence, "the bytes are not in canonical form");
    else if (leaf.recorded.complaint != complaint_ || leaf.recorded.sequence != row.sequence)
      find(row.sequence, "it is the leaf of another event");
    return leaf;
  } catch (codec::LeafFault const& fault) {
    find(row.sequence, fmt::format("the bytes are no leaf: {}", fault.what()));
    return std::nullopt;
  }
}

void Examination::check_sequence() {
  std::int64_t expected = 1;
  for (auto const& row : history_.leaves) {
    for (; expected < row.sequence; ++expected) find(expected, "it is missing");
    ++expected;
  }
  if (!stored_) return;
  for (; expected <= stored_->rows.complaint.version; ++expected) find(expected, "it is missing");
}

/// From the newest leaf to the oldest, because each digest is vouched for by what comes after it. What a leaf that does not hold says of
/// the leaf before it proves nothing, so of two neighbours that do not fit only the one whose own bytes are not vouched for is named.
void Examination::check_chain() {
  std::optional<std::string> expected;
  bool const complete = stored_ && !history_.leaves.empty() && history_.leaves.back().sequence == stored_->rows.complaint.version;
  if (complete) expected = stored_->end.head;
  for (std::size_t i = history_.leaves.size(); i-- > 0;) {
    auto const& row = history_.leaves[i];
    bool const holds = !expected || codec::sha256_hex(row.bytes) == *expected;
    if (!holds && leaves_[i]) find(row.sequence, "the bytes do not match the chain");
    bool const vouches = holds && leaves_[i] && (i == 0 || history_.leaves[i - 1].sequence + 1 == row.sequence);
    expected = vouches ? std::optional(leaves_[i]->previous_digest_hex) : std::nullopt;
    if (i == 0 && vouches && row.sequence == 1 && *expected != codec::no_leaf_before) find(1, "something stood before the first event");
  }
}

/// Whether each event leads to the one before it, and the row to the last. What is missing was reported already.
void Examination::check_places() {
  std::int64_t sequence = 0;
  std::int64_t place = 0;
  for (auto const& row : history_.leaves) {
    if (row.sequence == sequence + 1 && row.previous != place) find(row.sequence, "it does not lead to the event before it");
    sequence = row.sequence;
    place = row.place;
  }
  if (stored_ && sequence == stored_->rows.complaint.version && stored_->end.last_event != place) find("its row does not lead to its last event");
}

void Examination::check_disclosures() {
  for (std::size_t i = 0; i < history_.leaves.size(); ++i) {
    if (!leaves_[i]) continue;
    auto const& row = history_.leaves[i];
    try {
      leaves_[i] = codec::read_leaf(row.bytes, row.disclosures);
    } catch (codec::LeafFault const& fault) {
      find(row.sequence, fault.what());
      continue;
    }
    for (std::size_t k = 0; k < row.digests.size(); ++k)
      if (codec::base64url(std::span<unsigned char const>(codec::sha256(row.disclosures[k]))) != row.digests[k])
        find(row.sequence, "a disclosure stands under another digest");
  }
}

template <class Row, class Key>
std::vector<Row> sorted(std::vector<Row> rows, Key key) {
  std::ranges::sort(rows, {}, key);
  return rows;
}

Projection sorted(Projection projection) {
  projection.promises = sorted(std::move(projection.promises), &PromiseRow::promise);
  projection.appointments = sorted(std::move(projection.appointments), &AppointmentRow::appointment);
  projection.letters = sorted(std::move(projection.letters), &LetterRow::letter);
  projection.deadlines = sorted(std::move(projection.deadlines), [](DeadlineRow const& row) { return std::pair(row.name, row.promise); });
  projection.sendings = sorted(std::move(projection.sendings), &SendingRow::message_id);
  return projection;
}

void Examination::check_projection() {
  if (!stored_) return find("its row is missing");
  Complaint complaint;
  for (auto const& leaf : leaves_) apply(complaint, leaf->recorded);
  auto const folded = sorted(project(complaint));
  auto const stored = sorted(stored_->rows);
  if (folded.complaint != stored.complaint || search_text(folded.complaint) != stored_->search) find("its row is not what its history tells");
  if (folded.promises != stored.promises) find("its promises are not what its history tells");
  if (folded.appointments != stored.appointments) find("its appointments are not what its history tells");
  if (folded.letters != stored.letters) find("its letters are not what its history tells");
  if (folded.deadlines != stored.deadlines) find("its deadlines are not what its history tells");
  if (folded.sendings != stored.sendings) find("its messages are not what its history tells");
  std::map<StaffId, Time> named;
  for (auto const& staff : complaint.received.concerns_staff) named.emplace(staff, Time{});
  for (auto const& leave : complaint.let_in) named[leave.staff] = leave.until;
  if (named != concerned_) find("whom it concerns is not what its history tells");
}

/// Takes the message that the event speaks of out of those not yet spoken of. An erased digest matches any.
bool Examination::check_message(FrozenMessage const& message, LetterId const& letter, std::string const& recipient, std::vector<FrozenRow>& frozen) {
  auto const matches = [&](FrozenRow const& row) {
    return row.letter == letter && row.recipient == recipient && (message.sha256.empty() || row.sha256 == message.sha256);
  };
  auto const found = std::ranges::find_if(frozen, matches);
  if (found == frozen.end()) return false;
  frozen.erase(found);
  return true;
}

void Examination::check_messages(std::vector<FrozenRow> frozen) {
  for (auto const& leaf : leaves_) {
    auto const& recorded = leaf->recorded;
    bool found = true;
    if (auto const* queued = std::get_if<LetterQueued>(&recorded.event))
      found = check_message(queued->message, queued->letter, {}, frozen);
    else if (auto const* copied = std::get_if<LetterCopied>(&recorded.event))
      found = check_message(copied->message, copied->letter, copied->recipient.value, frozen);
    if (!found) find(recorded.sequence, "the message it queued is not in the outbox");
  }
  if (!frozen.empty()) find("the outbox holds a message that its history does not know");
}

/// All complaints, one after the other. What is written meanwhile is not waited for: only events up to the newest one at the beginning are accounted for.
class Verification {
 public:
  explicit Verification(Connection& connection) : connection_(connection), newest_(newest_place(connection)) {}
  [[nodiscard]] ports::VerifyReport run();

 private:
  struct Examined {
    std::optional<StoredProjection> stored;
    HistoryRows history;
  };

  [[nodiscard]] Examined read(ComplaintId const& complaint);
  void examine(ComplaintId const& complaint);
  void look_for_loose_events();
  void name_loose_events(ComplaintId const& complaint);
  [[nodiscard]] std::int64_t count_accounted_for(HistoryRows const& history) const;

  Connection& connection_;
  std::int64_t newest_;
  std::int64_t accounted_for_ = 0;
  ports::VerifyReport report_;
};

ports::VerifyReport Verification::run() {
  for_each_complaint(connection_, [this](ComplaintId const& complaint) {
    Scope const snapshot(connection_, connection_.dialect().begin_snapshot());
    examine(complaint);
  });
  if (count_events(connection_, newest_) != accounted_for_) look_for_loose_events();
  if (auto const orphans = disclosures_of_no_event(connection_); orphans > 0)
    report_.findings.push_back(fmt::format("{} disclosures belong to no event", orphans));
  return std::move(report_);
}

/// What the chain leads to; when that is not all that its row tells of, whatever can be found.
Verification::Examined Verification::read(ComplaintId const& complaint) {
  Examined examined{read_projection(connection_, complaint), {}};
  if (examined.stored) examined.history = read_history_rows(connection_, complaint);
  bool const is_whole = examined.stored && std::ssize(examined.history.leaves) == examined.stored->rows.complaint.version;
  if (!is_whole) examined.history = find_history_rows(connection_, complaint);
  return examined;
}

void Verification::examine(ComplaintId const& complaint) {
  auto const [stored, history] = read(complaint);
  ++report_.complaints;
  report_.events += std::ssize(history.leaves);
  accounted_for_ += count_accounted_for(history);
  Examination examination(complaint, history, stored, read_concerned(connection_, complaint), report_);
  examination.open_leaves();
  examination.check_sequence();
  examination.check_chain();
  examination.check_places();
  examination.check_disclosures();
  if (!examination.is_sound()) return;
  try {
    examination.check_projection();
    examination.check_messages(frozen_messages(connection_, examination.reference()));
  } catch (std::logic_error const&) {
    report_.findings.push_back(fmt::format("{}: its history cannot be followed", examination.reference().value));
  }
}

std::int64_t Verification::count_accounted_for(HistoryRows const& history) const {
  return std::ranges::count_if(history.leaves, [this](LeafRow const& row) { return row.place <= newest_; });
}

/// Only when the sums differ, because it reads far more than once over all events.
void Verification::look_for_loose_events() {
  for (auto page = next_counts(connection_, {}, newest_); !page.empty(); page = next_counts(connection_, page.back().complaint, newest_))
    for (auto const& [complaint, events] : page) {
      Scope const snapshot(connection_, connection_.dialect().begin_snapshot());
      if (count_accounted_for(read(complaint).history) != events) name_loose_events(complaint);
    }
}

void Verification::name_loose_events(ComplaintId const& complaint) {
  auto const [stored, history] = read(complaint);
  auto const name = stored ? stored->rows.complaint.reference.value : "complaint " + complaint.value;
  for (auto const& row : find_history_rows(connection_, complaint).leaves)
    if (row.place <= newest_ && std::ranges::find(history.leaves, row.place, &LeafRow::place) == history.leaves.end())
      report_.findings.push_back(fmt::format("{} event {}: its complaint does not lead to it", name, row.sequence));
}

}  // namespace

ports::VerifyReport verify_store(Connection& connection) {
  return Verification(connection).run();
}

}  // namespace redress::store
