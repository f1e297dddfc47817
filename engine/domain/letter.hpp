// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter's life from draft to the recipient's server, and the copies of it. The document is what was composed; the bytes that went out are frozen in
// the outbox and known here by their digest.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/letter_document.hpp"
#include "engine/domain/time.hpp"

namespace redress {

enum class LetterState { Drafted, Reviewed, Approved, Queued, Accepted, Bounced };

constexpr auto names_of(LetterState) {
  return std::array<std::string_view, 6>{"Drafted", "Reviewed", "Approved", "Queued", "Accepted", "Bounced"};
}

/// How a message leaves the house: as mail, on paper by a person who takes it from the print folder, or to a system of the organisation over HTTP.
/// No letter goes by the last.
enum class Route { Mail, Print, Webhook };

constexpr auto names_of(Route) {
  return std::array<std::string_view, 3>{"mail", "print", "webhook"};
}

/// What a copy may leave out because its recipient need not know it.
enum class Withheld { Address, Goodwill, Schedule };

constexpr auto names_of(Withheld) {
  return std::array<std::string_view, 3>{"address", "goodwill", "schedule"};
}

/// A copy of a letter for someone involved: the line of the ledger that says who knows what.
struct LetterCopy {
  PersonId recipient;
  LetterState state = LetterState::Queued;  ///< Queued, Accepted or Bounced
  std::int64_t version = 1;                 ///< which draft of the letter it is a copy of
  std::vector<Withheld> withheld;
  std::optional<Time> read_at;  ///< when they said that they had read it
  std::string learned;          ///< what they take from it, in their words; empty until somebody says

  friend bool operator==(LetterCopy const&, LetterCopy const&) = default;
};

/// What the wording review would have changed and the approver lets stand.
struct WordingOverride {
  std::string rule;  ///< the rule's name, kebab-case
  std::string because;

  friend bool operator==(WordingOverride const&, WordingOverride const&) = default;

  static constexpr auto fields = std::tuple{
      open("rule", &WordingOverride::rule, "the rule of the wording review"),
      open("because", &WordingOverride::because, "why it may stand"),
  };
};

/// One message of ours that somebody may answer, or that may come back.
struct Sending {
  LetterId letter;                    ///< which it carried; empty when it asked at a registered address
  std::optional<PersonId> recipient;  ///< whose copy; empty for the complainant
  std::string message_id;             ///< without angle brackets
  std::string reply_token;            ///< what makes its reply address unguessable; empty when it has none, or once erased

  friend bool operator==(Sending const&, Sending const&) = default;
};

struct Letter {
  LetterId id;
  LetterKind kind = LetterKind::Acknowledgement;
  LetterState state = LetterState::Drafted;
  LetterDocument document;
  StaffId drafted_by;
  std::int64_t drafts = 1;  ///< versions so far
  std::vector<LetterCopy> copies;
  StaffId signed_by;      ///< who answers in their own name; empty: the handler
  std::string recipient;  ///< to whom it goes, as the approver saw it; empty before that

  friend bool operator==(Letter const&, Letter const&) = default;
};

/// The bytes of one message as they were frozen: what the history keeps of them.
struct FrozenMessage {
  std::string sha256;  ///< hex
  std::int64_t size = 0;
  std::string type;  ///< "message/rfc822"

  friend bool operator==(FrozenMessage const&, FrozenMessage const&) = default;

  static constexpr auto fields = std::tuple{
      open("sha256", &FrozenMessage::sha256, "digest of the bytes, hex"),
      open("size", &FrozenMessage::size, "bytes"),
      open("type", &FrozenMessage::type, "media type"),
  };
};

}  // namespace redress
