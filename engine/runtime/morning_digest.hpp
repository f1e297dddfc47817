// SPDX-License-Identifier: Apache-2.0
#pragma once

// Each working day, when people begin, whoever has something due or agreed for that day gets a mail that says so; whoever has nothing gets none. It goes
// by the outbox like every mail. Its identifier there is made of the day and the person, so that a second start, or a second node, sends no second one.

#include <cstddef>
#include <optional>

#include "engine/ports/digest_writer.hpp"
#include "engine/runtime/engine.hpp"

namespace redress::runtime {

class MorningDigest {
 public:
  /// Both outlive it.
  MorningDigest(Engine& engine, ports::DigestWriter const& writer) : engine_(engine), writer_(writer) {}

  [[nodiscard]] bool is_on() const;
  /// Puts the digests of today into the outbox, when people are at work and that was not done yet; answers how many. Throws ports::StoreFault, after which it
  /// is to be called again: those that were put are not put twice.
  std::size_t put_due();
  /// When to call it again.
  [[nodiscard]] Time next() const;

 private:
  [[nodiscard]] WorkingCalendar const& calendar() const;
  [[nodiscard]] ports::Digest digest_for(StaffMember const& member, Time now) const;
  [[nodiscard]] bool put(StaffMember const& member, Time now) const;

  Engine& engine_;
  ports::DigestWriter const& writer_;
  std::optional<Date> done_;  ///< the last day whose digests were all put
};

}  // namespace redress::runtime
