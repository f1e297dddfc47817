// SPDX-License-Identifier: Apache-2.0
#pragma once

// For what only a mistake of ours can bring about. On in every build. Never for input: bad input is a refusal. The engine parks the one complaint whose
// command ran into a broken promise as an incident, and lives on.

#include <stdexcept>
#include <string>

namespace redress {

class BrokenInvariant : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void ensure(bool condition, char const* why) {
  if (!condition) throw BrokenInvariant(why);
}

}  // namespace redress
