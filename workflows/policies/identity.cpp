// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/identity.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace redress::workflows::policies {
namespace {

constexpr std::int64_t certain = 100;
constexpr std::int64_t most_without_address = 99;
constexpr std::size_t candidates_most = 3;

/// A number of theirs is known to few; a domain is shared by a firm, and a name by strangers. In the order of the enumeration.
using Weights = std::array<std::int64_t, 7>;
constexpr Weights weights{certain, 60, 50, 45, 35, 25, 25};
/// When the sender's domain disowns the mail, what stands in its header was written by whoever wished to look like them: address, domain and name weigh next
/// to nothing. What is in the text only they may know, and weighs half.
constexpr Weights weights_if_disowned{10, 30, 25, 22, 5, 5, 12};

bool has(std::vector<IdentitySign> const& signs, IdentitySign sign) {
  return std::ranges::find(signs, sign) != signs.end();
}

std::int64_t score_of(std::vector<IdentitySign> const& signs, std::vector<IdentityDoubt> const& doubts) {
  if (has(signs, IdentitySign::Address) && doubts.empty()) return certain;
  auto const& weights_now = doubts.empty() ? weights : weights_if_disowned;
  std::int64_t score = 0;
  for (auto const sign : signs) score += weights_now[static_cast<std::size_t>(sign)];
  // The name above a mail and the name below it are one sign.
  if (has(signs, IdentitySign::Name) && has(signs, IdentitySign::Signature)) score -= weights_now[static_cast<std::size_t>(IdentitySign::Signature)];
  return std::min(score, most_without_address);
}

}  // namespace

std::vector<IdentityCandidate> candidates_among(std::vector<ports::SharedSigns> const& shared, std::vector<IdentityDoubt> const& doubts) {
  std::vector<IdentityCandidate> candidates;
  for (auto const& [party, signs] : shared)
    candidates.push_back({party.account, party.name, party.addresses.empty() ? std::string{} : party.addresses.front(), party.account_manager,
                          score_of(signs, doubts), signs, doubts});
  std::ranges::sort(candidates, [](IdentityCandidate const& left, IdentityCandidate const& right) {
    return left.score != right.score ? left.score > right.score : left.account < right.account;
  });
  if (candidates.size() > candidates_most) candidates.resize(candidates_most);
  return candidates;
}

bool is_known(IdentityCandidate const& candidate) {
  return candidate.score == certain;
}

IdentityCandidate const* candidate_to_ask(Consideration const& at) {
  if (at.complaint.identity_confirmed) return nullptr;
  auto const* command = at.given<AskIdentity>();
  auto const& candidates = at.complaint.candidates;
  auto const found = std::ranges::find_if(candidates, [&](IdentityCandidate const& one) {
    return !one.address.empty() && (command == nullptr || !command->account || *command->account == one.account);
  });
  return found == candidates.end() ? nullptr : &*found;
}

void SomebodyToAsk::check(Consideration const& at, MissingList& missing) {
  if (candidate_to_ask(at) == nullptr) miss(missing, Reason::NobodyToAsk);
}

}  // namespace redress::workflows::policies
