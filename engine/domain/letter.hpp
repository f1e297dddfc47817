// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter's life from draft to the recipient's server, and the copies of it. The document is what was composed; the bytes that went out are frozen in
// the outbox and known here by their digest.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/letter_document.hpp"

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

/// A copy of a letter for someone involved.
struct LetterCopy {
  PersonId recipient;
  LetterState state = LetterState::Queued;  ///< Queued, Accepted or Bounced

  friend bool operator==(LetterCopy const&, LetterCopy const&) = default;
};

struct Letter {
  LetterId id;
  LetterKind kind = LetterKind::Acknowledgement;
  LetterState state = LetterState::Drafted;
  LetterDocument document;
  StaffId drafted_by;
  std::int64_t drafts = 1;  ///< versions so far
  std::vector<LetterCopy> copies;
  StaffId signed_by;  ///< who answers in their own name; empty: the handler

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
