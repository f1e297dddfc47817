// SPDX-License-Identifier: Apache-2.0
#pragma once

// Messages on their way out, frozen byte by byte. They stay after they are settled: the bytes are the record of what was sent.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "adapters/store/connection.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

/// A message as it was frozen: what the history says of it must be true.
struct FrozenRow {
  LetterId letter;
  std::string recipient;  ///< empty for the complainant
  std::string sha256;     ///< hex
};

void put_into_outbox(Connection& connection, ports::OutboxItem const& item);
/// These three: a StoreFault of kind Conflict when the item is not there, or is done with already.
void settle(Connection& connection, std::string const& id);
void postpone(Connection& connection, std::string const& id, Time due_at, std::string const& reply);
void give_up(Connection& connection, std::string const& id, std::string const& reply);

/// The oldest first. When more are due than `limit`, these are the oldest of every domain that mail goes to, as many of each as will do.
[[nodiscard]] std::vector<ports::OutboxItem> due_outbox(Connection& connection, Time now, std::int64_t limit);
[[nodiscard]] std::optional<Time> next_outbox_due(Connection& connection);
[[nodiscard]] std::vector<ports::OutboxItem> given_up(Connection& connection);
[[nodiscard]] std::int64_t outbox_length(Connection& connection);
[[nodiscard]] std::optional<std::string> frozen_message(Connection& connection, Reference const& reference, LetterId const& letter, Route route);
/// Of letters: the history says nothing of notices and of what systems were told.
[[nodiscard]] std::vector<FrozenRow> frozen_messages(Connection& connection, Reference const& reference);

}  // namespace redress::store
