// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is talked through with the complainant: the hearing, and the proposals with their answers. A remedy is more than money: compensation alone, with
// nobody having heard the complainant out, is refused by the workflow (rule 7).

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "engine/domain/identifier.hpp"
#include "engine/domain/money.hpp"

namespace redress {

enum class ProposalAnswer { Accept, Decline, Counter };

constexpr auto names_of(ProposalAnswer) {
  return std::array<std::string_view, 3>{"accept", "decline", "counter"};
}

struct Hearing {
  std::string desired_outcome;  ///< in the complainant's own words
  std::string summary;

  friend bool operator==(Hearing const&, Hearing const&) = default;
};

struct Proposal {
  ProposalId id;
  std::string description;
  std::optional<Money> compensation;
  std::string goodwill;                  ///< a gesture beyond what is owed; empty for none
  std::optional<ProposalAnswer> answer;  ///< empty while we wait for it

  friend bool operator==(Proposal const&, Proposal const&) = default;
};

}  // namespace redress
