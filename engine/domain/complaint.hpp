// SPDX-License-Identifier: Apache-2.0
#pragma once

// A complaint as its history tells it: the fold of its events, and nothing else. It decides nothing; workflows do.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/domain/contact.hpp"
#include "engine/domain/deadline.hpp"
#include "engine/domain/event.hpp"
#include "engine/domain/identity.hpp"
#include "engine/domain/investigation.hpp"
#include "engine/domain/letter.hpp"
#include "engine/domain/party.hpp"
#include "engine/domain/preventive_action.hpp"
#include "engine/domain/promise.hpp"
#include "engine/domain/remedy.hpp"
#include "engine/domain/stage.hpp"
#include "engine/domain/urgency.hpp"

namespace redress {

struct Hold {
  HoldId id;
  std::string what;
  std::vector<std::string> systems;
  bool lifted = false;

  friend bool operator==(Hold const&, Hold const&) = default;
};

/// Something we asked the complainant for.
struct AskedQuestion {
  std::string text;  ///< empty once erased
  bool answered = false;
  bool again = false;  ///< they had answered it before

  friend bool operator==(AskedQuestion const&, AskedQuestion const&) = default;
};

/// Leave to read for somebody whom the complaint is about.
struct LetIn {
  StaffId staff;
  Time until;  ///< the first moment at which it is over

  friend bool operator==(LetIn const&, LetIn const&) = default;
};

struct Complaint {
  ComplaintId id;
  std::int64_t version = 0;  ///< number of events so far; 0: there is no such complaint yet
  std::string head;          ///< digest of the last leaf, hex; kept by the store, for the chain

  ComplaintReceived received;  ///< as it came in
  Stage stage = Stage::Received;
  Waiting waiting = Waiting::NotWaiting;
  std::optional<Time> waiting_since;
  Escalation escalation = Escalation::NotEscalated;
  StaffId handler;             ///< empty until one is assigned
  std::int64_t transfers = 0;  ///< how often another handler took over
  bool identity_confirmed = false;
  std::string account;                                ///< of the complainant, once confirmed; empty while nobody has said
  std::vector<IdentityCandidate> candidates;          ///< who they may be, the likeliest first
  std::optional<IdentityQuestion> identity_question;  ///< the last one we asked
  bool apology_due = true;
  std::string situation;  ///< story and situation, "delivery/late"; empty until somebody has said
  std::string matter;     ///< what it is about, a phrase for subject lines; empty until acknowledged with one

  std::int64_t reach = 0;            ///< how many people the complaint reaches in public
  std::optional<Severity> severity;  ///< as it was seen last; empty when nobody has said
  std::optional<Time> ended_at;      ///< when the stage was reached at which we owe nothing more; empty while it is open
  Duration rested{};                 ///< between an end and a reopening, all told

  std::vector<PointOfComplaint> points;
  std::vector<Appointment> appointments;
  std::vector<Contact> contacts;
  std::vector<MailId> mails;  ///< the deliveries it was read from, in their order: their files belong to it
  std::vector<AskedQuestion> questions;
  std::vector<Involved> involved;
  std::vector<Fact> facts;
  std::optional<RootCause> root_cause;
  std::optional<Hearing> hearing;
  std::vector<Proposal> proposals;
  std::vector<Promise> promises;
  std::string final_position;
  std::vector<Letter> letters;
  std::vector<Sending> sendings;     ///< messages that may be answered or come back, in their order
  std::int64_t earlier_letters = 0;  ///< how many of them were written before the complaint was last reopened
  std::vector<PreventiveAction> preventive_actions;
  bool prevention_ruled_out = false;
  std::optional<Satisfaction> satisfaction;
  std::optional<Outcome> outcome;
  std::vector<Hold> holds;
  std::vector<Deadline> deadlines;
  std::int64_t extensions = 0;
  std::int64_t notes = 0;
  std::int64_t attachments = 0;
  std::optional<Reference> merged_into;
  std::vector<LetIn> let_in;     ///< one for each of those it concerns who was ever let in
  bool reopening_asked = false;  ///< they wrote again after the end, and nobody has turned to them since

  [[nodiscard]] bool exists() const { return version > 0; }
};

/// Folds one event into the complaint. Total: an event that was recorded can always be applied, whatever has been erased from it since.
void apply(Complaint& complaint, RecordedEvent const& recorded);

/// The element with that identifier, or nullptr.
template <class List, class Id>
[[nodiscard]] auto* find_by_id(List& list, Id const& id) {
  for (auto& element : list)
    if (element.id == id) return &element;
  return static_cast<decltype(&list.front())>(nullptr);
}

/// The deadline of that name (and promise), or nullptr.
[[nodiscard]] Deadline const* find_deadline(Complaint const& complaint, DeadlineName const& name, PromiseId const& promise = {});

/// The newest letter of that kind since the complaint was last reopened, or nullptr.
[[nodiscard]] Letter const* newest_letter(Complaint const& complaint, LetterKind kind);

/// The newest appointment that was not cancelled, or nullptr.
[[nodiscard]] Appointment const* standing_appointment(Complaint const& complaint);

/// The promise of that identifier, or the last one when none is given, if it was missed and nothing else is agreed yet; else nullptr.
[[nodiscard]] Promise const* missed_promise(Complaint const& complaint, std::optional<PromiseId> const& id);

/// The promises the complainant still waits for.
[[nodiscard]] std::vector<PromiseId> outstanding_promises(Complaint const& complaint);

}  // namespace redress
