// SPDX-License-Identifier: Apache-2.0
#pragma once

// What became of each delivery in the mail journal, and the answers remembered under idempotency keys.

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

/// The first word on what became of a delivery stands.
void record_mail(Connection& connection, ports::MailEntry const& entry);
[[nodiscard]] std::optional<ports::MailEntry> find_mail(Connection& connection, MailId const& id);
/// A StoreFault of kind Conflict when it is not in quarantine, or was decided already.
void decide_mail(Connection& connection, MailId const& id, ports::MailDecision const& decision, Reference const& reference);
/// Newest first.
[[nodiscard]] std::vector<ports::MailEntry> newest_mails(Connection& connection, ports::MailFilter const& filter);
[[nodiscard]] ports::MailCounts count_mails(Connection& connection);
/// A state, what was decided, and how many mails have both.
using CountedMails = std::tuple<std::string, std::string, Integer>;
[[nodiscard]] ports::MailCounts sum_of_mails(std::vector<CountedMails> const& counted);

/// A StoreFault of kind Conflict when the key is taken.
void remember(Connection& connection, std::string const& key, ports::RememberedAnswer const& remembered);
[[nodiscard]] std::optional<ports::RememberedAnswer> find_remembered(Connection& connection, std::string const& key);

}  // namespace redress::store
