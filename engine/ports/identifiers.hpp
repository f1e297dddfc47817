// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only place chance comes from: identifiers, references and salts. A simulation gives a seeded twin.

#include <array>
#include <cstddef>
#include <string>

#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress::ports {

using Salt = std::array<unsigned char, 32>;

class Identifiers {
 public:
  virtual ~Identifiers() = default;
  /// A UUID of version 7 in its usual text form; ascending with `now`.
  [[nodiscard]] virtual std::string uuid(Time now) = 0;
  /// A reference a person can read over the telephone: "R-7K3M-Q9PX" (Crockford's alphabet, 40 random bits). Unlikely to repeat, not certain: the store refuses
  /// a second one.
  [[nodiscard]] virtual Reference reference() = 0;
  /// 256 random bits for a disclosure.
  [[nodiscard]] virtual Salt salt() = 0;
};

}  // namespace redress::ports
