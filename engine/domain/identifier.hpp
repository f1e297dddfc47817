// SPDX-License-Identifier: Apache-2.0
#pragma once

// Opaque identifiers, one type for each thing identified, so that a promise is never looked up by a letter's identifier. They carry no meaning and
// nothing personal; the reference a complainant quotes is a `Reference`, not an identifier.

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace redress {

template <class Tag>
struct Identifier {
  std::string value;

  Identifier() = default;
  explicit Identifier(std::string text) : value(std::move(text)) {}
  [[nodiscard]] bool empty() const { return value.empty(); }
  friend auto operator<=>(Identifier const&, Identifier const&) = default;
};

using ComplaintId = Identifier<struct ComplaintTag>;      ///< UUID version 7, in text
using Reference = Identifier<struct ReferenceTag>;        ///< what the complainant quotes: "R-7K3M-Q9PX" (docs/decisions/0006)
using EventId = Identifier<struct EventTag>;              ///< UUID version 7, in text
using StaffId = Identifier<struct StaffTag>;              ///< a member of staff; opaque, for it stands in the hashed record: "staff-01"
using PointId = Identifier<struct PointTag>;              ///< a point of complaint: "point-1"
using PersonId = Identifier<struct PersonTag>;            ///< someone involved in the complaint: "person-1"
using FactId = Identifier<struct FactTag>;                ///< "fact-1"
using ProposalId = Identifier<struct ProposalTag>;        ///< "proposal-1"
using PromiseId = Identifier<struct PromiseTag>;          ///< "promise-1"
using LetterId = Identifier<struct LetterTag>;            ///< "letter-1"
using AppointmentId = Identifier<struct AppointmentTag>;  ///< "appointment-1"
using ActionId = Identifier<struct ActionTag>;            ///< a preventive action: "action-1"
using HoldId = Identifier<struct HoldTag>;                ///< a hold on adverse action: "hold-1"
using DeadlineName = Identifier<struct DeadlineNameTag>;  ///< a kind of deadline, as the profile calls it: "final-response"
using MailId = Identifier<struct MailTag>;                ///< one delivery in the mail journal: a UUID of version 7, a hyphen, and its inlet

}  // namespace redress

template <class Tag>
struct std::hash<redress::Identifier<Tag>> {
  std::size_t operator()(redress::Identifier<Tag> const& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
