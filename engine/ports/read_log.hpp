// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who read what: kept beside the history and outside it, for a time of its own (docs/decisions/0031). A reading names a complaint, a letter or a mail by its
// identifier and holds nothing of what was shown; what somebody searched for stands here as a digest only.
//
// Every function may be called on any thread and throws StoreFault.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"
#include "engine/ports/store.hpp"

namespace redress::ports {

enum class ReadOutcome {
  Shown,
  Missing,    ///< there is no such thing
  Hidden,     ///< the complaint is about whoever asked; they were told that there is no such thing
  Forbidden,  ///< their roles do not allow it
};

constexpr auto names_of(ReadOutcome) {
  return std::array<std::string_view, 4>{"shown", "missing", "hidden", "forbidden"};
}

struct Reading {
  Time at;
  std::string user;      ///< empty for the operator
  StaffId staff;         ///< as whom they act; empty for nobody on the staff
  std::string way;       ///< "session", "token", "operator" or "cli"
  std::string what;      ///< the route, "/api/v1/complaints/{reference}/history", or the command of the command line
  Reference reference;   ///< of which complaint; empty for a list
  std::string part;      ///< which letter or mail of it, by its identifier; empty when the whole
  std::string searched;  ///< a digest of what was searched for, under a key of the node's; empty when nothing was
  ReadOutcome outcome = ReadOutcome::Shown;

  friend bool operator==(Reading const&, Reading const&) = default;
};

/// A reading at its place in the log: places ascend.
struct KeptReading {
  std::int64_t place = 0;
  Reading reading;
};

struct ReadingFilter {
  Reference reference;       ///< empty for all
  std::string user;          ///< empty for all
  std::int64_t before = 0;   ///< the place the previous page ended with; 0 for the first page
  std::int64_t limit = 100;  ///< 1 or more
};

class ReadLog {
 public:
  virtual ~ReadLog() = default;

  /// Durable when it returns: all of them, or none when it throws.
  virtual void record(std::span<Reading const> readings) = 0;
  /// Newest first.
  [[nodiscard]] virtual std::vector<KeptReading> readings(ReadingFilter const& filter) = 0;
  virtual void forget_readings(Time before) = 0;
};

}  // namespace redress::ports
