// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where everything is kept: the history and, in the same transaction, the projection, deadlines, outbox and idempotency keys. One contract suite
// (tests/contracts/store_contract.hpp) runs against every implementation.
//
// Reading may happen on any thread. Writing goes through a Transaction; there is one at a time per store, and begin() waits for its turn.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/answer.hpp"
#include "engine/domain/complaint.hpp"
#include "engine/domain/decision.hpp"
#include "engine/domain/mail.hpp"
#include "engine/domain/projection.hpp"

namespace redress::ports {

enum class StoreFaultKind {
  Unavailable,  ///< gone or busy for too long: try again later
  Full,         ///< no space left: nothing was written
  Conflict,     ///< somebody else was first: another writer moved the complaint on, or the reference or key is taken
  Corrupt,      ///< what was read cannot be true, or a sync failed: stop and start again from what is durable
};

/// The text names a code and a statement, never a bound value.
class StoreFault : public std::runtime_error {
 public:
  StoreFault(StoreFaultKind kind, std::string const& what) : std::runtime_error(what), kind_(kind) {}
  [[nodiscard]] StoreFaultKind kind() const { return kind_; }

 private:
  StoreFaultKind kind_;
};

struct OutboxItem {
  std::string id;  ///< UUID; also the key of the message for the mailer
  Reference reference;
  SendMessage message;
  std::int64_t attempts = 0;
  Time due_at;
  std::string last_reply;
};

/// An answer given earlier under an idempotency key, and the digest of the command it was given to.
struct RememberedAnswer {
  std::string command_digest;
  Answer answer;
};

/// An event as it stands in the history for ever.
struct SealedEvent {
  std::string bytes;                            ///< the leaf
  std::string digest_hex;                       ///< of the bytes
  std::vector<std::string> disclosures;         ///< base64url, in the order of their digests
  std::vector<std::string> disclosure_digests;  ///< base64url, ascending; one for each disclosure
};

/// Everything one accepted command changes.
struct Step {
  std::shared_ptr<Projection const> before;  ///< nullptr for a new complaint
  std::shared_ptr<Projection const> rows;    ///< what the complaint projects to with `events` applied
  std::vector<RecordedEvent> events;         ///< never empty
  std::vector<SealedEvent> sealed;           ///< the same events, once the store has sealed them
  std::vector<OutboxItem> outbox;
  std::string settles;          ///< the outbox item that is done with; empty for none
  std::string idempotency_key;  ///< empty for none
  std::string command_digest;
  Answer answer;
};

/// A leaf exactly as it is stored and hashed, with the disclosures that stand beside it.
struct StoredLeaf {
  Reference reference;
  std::int64_t sequence = 0;
  std::string bytes;
  std::vector<std::string> disclosures;  ///< RFC 9901, base64url; in the order of their digests
};

enum class MailState { Filed, Quarantined };

constexpr auto names_of(MailState) {
  return std::array<std::string_view, 2>{"filed", "quarantined"};
}

enum class MailVerdict {
  Released,   ///< received as a complaint all the same
  Filed,      ///< belongs to a complaint that was there
  Discarded,  ///< nobody need act on it; it stays where it is
};

constexpr auto names_of(MailVerdict) {
  return std::array<std::string_view, 3>{"released", "filed", "discarded"};
}

/// What a person decided about a delivery in quarantine.
struct MailDecision {
  MailVerdict verdict = MailVerdict::Discarded;
  StaffId by;
  Time at;
  std::string why;  ///< in their own words
};

/// What became of one delivery in the mail journal. A delivery without an entry is still waiting.
struct MailEntry {
  MailId id;
  std::string inlet;
  Time received_at;
  std::string sha256;  ///< of the raw bytes, hex
  std::int64_t size = 0;
  MailState state = MailState::Filed;
  std::string reason;   ///< why it was quarantined; empty when it never was
  Reference reference;  ///< the complaint it became or belongs to; empty when quarantined
  std::optional<MailDecision> decision = {};
  MailAuthentication authentication = {};  ///< as it was read when it came
  bool acknowledged = false;               ///< whether the complaint it became was acknowledged without anybody's doing
};

struct MailCounts {
  std::int64_t filed = 0;
  std::int64_t quarantined = 0;
  std::int64_t undecided = 0;  ///< of those in quarantine: nobody has decided about them
};

enum class MailSelection { All, Filed, Quarantined, Undecided };

constexpr auto names_of(MailSelection) {
  return std::array<std::string_view, 4>{"all", "filed", "quarantined", "undecided"};
}

struct MailFilter {
  MailSelection selection = MailSelection::All;
  std::string inlet;        ///< empty for all
  MailId before;            ///< the delivery the previous page ended with; empty for the first page
  std::int64_t limit = 50;  ///< 1 or more
};

/// A message of ours that somebody answered, or that came back.
struct SentMessage {
  Reference reference;
  SendingRow sending;
};

class Transaction {
 public:
  virtual ~Transaction() = default;  ///< rolls back unless committed

  /// The complaint as this transaction sees it.
  [[nodiscard]] virtual std::optional<Complaint> load(Reference const& reference) = 0;
  /// Writes all of one sealed step. A complaint that has moved on since `before`, or a reference or key that is taken, is a StoreFault of kind Conflict.
  virtual void write(Step const& step) = 0;
  /// A message that belongs to no complaint waits to be sent. A StoreFault of kind Conflict when one of its identifier was put there before, whatever became
  /// of it.
  virtual void put(OutboxItem const& item) = 0;
  /// The outbox item, which belongs to no letter, is done with. As the next two: a StoreFault of kind Conflict when it is not there, or is done with already.
  virtual void settle(std::string const& outbox_id) = 0;
  /// Tries later: the outbox item stays queued.
  virtual void postpone(std::string const& outbox_id, Time due_at, std::string const& reply) = 0;
  /// Gives up on the outbox item; it stays for a person to see.
  virtual void give_up(std::string const& outbox_id, std::string const& reply) = 0;
  /// Records what became of a delivery; a second record for the same delivery is ignored.
  virtual void record_mail(MailEntry const& entry) = 0;
  /// A person decided about a delivery in quarantine: with a reference it is filed from now on. A StoreFault of kind Conflict when it is not in quarantine, or
  /// was decided already.
  virtual void decide_mail(MailId const& id, MailDecision const& decision, Reference const& reference) = 0;
  /// Durable when it returns.
  virtual void commit() = 0;
};

struct ListFilter {
  std::optional<Stage> stage;
  std::optional<Time> due_before;
  std::optional<StaffId> handler;
  std::string text;         ///< in the reference or the complainant's name; empty for all
  std::string after;        ///< the reference the previous page ended with; empty for the first page
  std::int64_t limit = 50;  ///< 1 to 500
};

/// A place in the order in which running deadlines come up: by their next moment, then by complaint, name and promise. Only a store compares the latter.
struct DeadlinePlace {
  Time at;
  ComplaintId complaint;  ///< empty: before all that come up at this moment
  DeadlineName name;
  PromiseId promise;
};

/// A deadline that runs. Its place is where next_at() of the row puts it.
struct OpenDeadline {
  ComplaintId complaint;
  Reference reference;
  DeadlineRow row;
};

/// An appointment that stands.
struct OpenAppointment {
  Reference reference;
  AppointmentRow row;
};

struct VerifyReport {
  std::int64_t complaints = 0;
  std::int64_t events = 0;
  std::vector<std::string> findings;  ///< "R-7K3M-Q9PX event 4: …"; empty when sound; nothing personal
};

class Store {
 public:
  virtual ~Store() = default;

  [[nodiscard]] virtual std::unique_ptr<Transaction> begin() = 0;

  /// Seals the events of a step into leaves that follow the one with the digest `head`; answers the digest of the last. It writes nothing and may happen on
  /// any thread, also while another transaction is open.
  [[nodiscard]] virtual std::string seal(Step& step, std::string const& head) const = 0;

  [[nodiscard]] virtual std::optional<RememberedAnswer> remembered(std::string const& idempotency_key) = 0;
  [[nodiscard]] virtual std::optional<Complaint> load(Reference const& reference) = 0;
  /// By the next moment that is due, then by reference; what nothing is due of comes last.
  [[nodiscard]] virtual std::vector<ComplaintRow> list(ListFilter const& filter) = 0;
  /// Leaves of one complaint, or of all when `reference` is empty, complaint by complaint in order of their sequence.
  virtual void read_history(Reference const& reference, std::function<void(StoredLeaf const&)> const& each) = 0;
  /// The running deadlines that come up next behind a place, in their order; fewer than `limit` when these are the last. What it costs follows from
  /// the limit, not from how many run.
  [[nodiscard]] virtual std::vector<OpenDeadline> next_deadlines(DeadlinePlace const& after, std::int64_t limit) = 0;
  /// The appointments that stand and that somebody keeps, from a moment on, the earliest first.
  [[nodiscard]] virtual std::vector<OpenAppointment> open_appointments(StaffId const& with, Time from, std::int64_t limit) = 0;
  /// Queued outbox items due by `now`, the oldest first.
  [[nodiscard]] virtual std::vector<OutboxItem> due_outbox(Time now, std::int64_t limit) = 0;
  /// The moment the next queued outbox item is due; empty when there is none.
  [[nodiscard]] virtual std::optional<Time> next_outbox_due() = 0;
  /// Outbox items given up on.
  [[nodiscard]] virtual std::vector<OutboxItem> incidents() = 0;
  /// Outbox items that are neither settled nor given up.
  [[nodiscard]] virtual std::int64_t outbox_length() = 0;
  /// The frozen bytes of a letter as it was queued last for that way; empty when there are none.
  [[nodiscard]] virtual std::optional<std::string> frozen_message(Reference const& reference, LetterId const& letter, Route route) = 0;

  /// The message of ours with that Message-ID, without angle brackets; empty when there is none.
  [[nodiscard]] virtual std::optional<SentMessage> sent_as(std::string const& message_id) = 0;
  /// The message of ours whose answers come to the address with that token; empty when there is none.
  [[nodiscard]] virtual std::optional<SentMessage> sent_with(std::string const& reply_token) = 0;

  [[nodiscard]] virtual std::optional<MailEntry> mail(MailId const& id) = 0;
  /// Descending by identifier: the newest first.
  [[nodiscard]] virtual std::vector<MailEntry> mails(MailFilter const& filter) = 0;
  [[nodiscard]] virtual MailCounts mail_counts() = 0;

  /// Checks every chain, every disclosure against its digest, and that the projection is what the history folds to.
  [[nodiscard]] virtual VerifyReport verify() = 0;
  /// Drops the projection and makes it anew from the history.
  virtual void rebuild_projection() = 0;
};

}  // namespace redress::ports
