// SPDX-License-Identifier: Apache-2.0
#pragma once

// Contacts with the complainant and appointments made. Every contact is logged with who spoke, when and on which channel (rule 8); appointments stand
// where the next shift sees them (rule 6). Their number is the effort a complaint has cost the person (rule 9).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/domain/channel.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/letter_document.hpp"
#include "engine/domain/time.hpp"

namespace redress {

enum class Direction { In, Out };

constexpr auto names_of(Direction) {
  return std::array<std::string_view, 2>{"in", "out"};
}

struct Contact {
  Direction direction = Direction::Out;
  Channel channel = Channel::Phone;
  Time at;
  StaffId by;  ///< who spoke for us
  std::string summary;

  friend bool operator==(Contact const&, Contact const&) = default;
};

struct Appointment {
  AppointmentId id;
  AppointmentKind kind = AppointmentKind::Call;
  Time at;
  std::string zone;  ///< IANA name of the zone it was agreed in
  StaffId with;
  std::int64_t changes = 0;  ///< how often it was moved
  bool cancelled = false;

  friend bool operator==(Appointment const&, Appointment const&) = default;
};

/// How we made sure who is speaking (rule 2). NotNeeded: nothing about an account will be disclosed.
enum class IdentityMethod { RegisteredAddress, RecordedCall, Document, NotNeeded };

constexpr auto names_of(IdentityMethod) {
  return std::array<std::string_view, 4>{"registered-address", "recorded-call", "document", "not-needed"};
}

/// How a message was known to belong to its complaint: by the address it was sent to, which nobody can guess; because it answers a letter of ours and comes
/// from whom the letter went to; or because a person said so.
enum class KnownBy { ReplyAddress, Answer, Person };

constexpr auto names_of(KnownBy) {
  return std::array<std::string_view, 3>{"reply-address", "answer", "person"};
}

enum class Satisfaction { PutRight, PartlyPutRight, NotPutRight, NoAnswer };

constexpr auto names_of(Satisfaction) {
  return std::array<std::string_view, 4>{"put-right", "partly-put-right", "not-put-right", "no-answer"};
}

/// How a complaint ended.
enum class Outcome { Resolved, ResolvedInPart, FinalPositionGiven };

constexpr auto names_of(Outcome) {
  return std::array<std::string_view, 3>{"resolved", "resolved-in-part", "final-position-given"};
}

}  // namespace redress
