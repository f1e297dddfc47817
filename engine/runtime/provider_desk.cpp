// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/provider_desk.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <spdlog/spdlog.h>

namespace redress::runtime {
std::string in_small_letters(std::string text) {
  for (auto& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

std::map<std::string, StaffId> addresses_of(Organisation const& organisation) {
  std::map<std::string, StaffId> addresses;
  std::set<std::string> shared;
  for (auto const& member : organisation.staff)
    if (auto address = in_small_letters(member.email); !addresses.emplace(address, member.id).second) shared.insert(std::move(address));
  for (auto const& address : shared) addresses.erase(address);
  return addresses;
}

std::expected<ProviderDesk::Begun, ProviderOutcome> ProviderDesk::begin(std::string const& from) {
  if (by_address_.take(from, parts_.clock.now()) > Duration{0}) return std::unexpected(ProviderOutcome::TooOften);
  ports::ProviderAttempt const attempt{parts_.secrets.random(), parts_.secrets.random(), parts_.secrets.random()};
  auto const address = parts_.provider.address_for(attempt);
  if (!address) {
    spdlog::error("nobody can log in by the identity provider: {}", address.error().why);
    return std::unexpected(ProviderOutcome::Unready);
  }
  auto secret = parts_.secrets.random();
  keep({attempt, parts_.secrets.digest(secret), parts_.clock.now()});
  return Begun{*address, std::move(secret)};
}

/// When there is no room the oldest goes, for whoever began it has had the longest to come back.
void ProviderDesk::keep(Attempt attempt) {
  auto const now = attempt.begun_at;
  std::lock_guard const lock(mutex_);
  std::erase_if(attempts_, [&](auto const& one) { return now - one.second.begun_at >= attempt_longest; });
  if (attempts_.size() >= attempts_most) attempts_.erase(std::ranges::min_element(attempts_, {}, [](auto const& one) { return one.second.begun_at; }));
  auto state = attempt.attempt.state;
  attempts_.emplace(std::move(state), std::move(attempt));
}

/// Gone when it is another browser's, too: whoever knows the state of somebody's attempt must not try twice.
std::optional<ProviderDesk::Attempt> ProviderDesk::take(std::string const& state, std::string const& secret) {
  std::lock_guard const lock(mutex_);
  auto const found = attempts_.extract(state);
  if (found.empty()) return std::nullopt;
  auto const& attempt = found.mapped();
  bool const is_same_browser = parts_.secrets.are_same(parts_.secrets.digest(secret), attempt.secret_digest);
  if (!is_same_browser || parts_.clock.now() - attempt.begun_at >= attempt_longest) return std::nullopt;
  return attempt;
}

std::expected<LoggedIn, ProviderOutcome> ProviderDesk::end(std::string const& state, std::string const& secret, ports::ProviderReturn const& returned,
                                                           std::string const& address) {
  auto const attempt = take(state, secret);
  if (!attempt) return std::unexpected(ProviderOutcome::Expired);
  auto const proven = parts_.provider.prove(attempt->attempt, returned, parts_.clock.now());
  if (!proven) {
    spdlog::warn("a log-in by the identity provider was refused: {}", proven.error().why);
    return std::unexpected(ProviderOutcome::Refused);
  }
  auto const user = user_of(*proven);
  if (!user) return std::unexpected(ProviderOutcome::Unlinked);
  auto logged_in = parts_.access_desk.let_in(*user, address);
  if (!logged_in) return std::unexpected(ProviderOutcome::Unlinked);
  return std::move(*logged_in);
}

std::optional<std::string> ProviderDesk::user_of(ports::ProvenIdentity const& proven) {
  if (auto const known = parts_.accounts.identity(proven.issuer, proven.subject)) return known->user;
  auto const user = user_with_address(proven);
  if (!user || !parts_.accounts.link({proven.issuer, proven.subject, *user, parts_.clock.now()})) return std::nullopt;
  return user;
}

/// The only active user who is the member of staff with that address, unless the provider knows them as somebody else already: an address may be given to
/// another person, who must not become the one before.
std::optional<std::string> ProviderDesk::user_with_address(ports::ProvenIdentity const& proven) {
  auto const address = in_small_letters(proven.verified_email);
  auto const at = address.rfind('@');
  if (at == std::string::npos || std::ranges::find(parts_.email_domains, address.substr(at + 1)) == parts_.email_domains.end()) return std::nullopt;
  auto const staff = parts_.addresses.find(address);
  if (staff == parts_.addresses.end()) return std::nullopt;
  std::vector<std::string> fitting;
  for (auto const& user : parts_.accounts.users())
    if (user.staff == staff->second && user.standing == ports::Standing::Active && !user.password_hash.empty()) fitting.push_back(user.name);
  if (fitting.size() != 1) return std::nullopt;
  auto const is_here = [&](ports::Identity const& one) { return one.issuer == proven.issuer; };
  if (std::ranges::any_of(parts_.accounts.identities(fitting.front()), is_here)) return std::nullopt;
  return fitting.front();
}

}  // namespace redress::runtime
