// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reference a complainant quotes. Crockford's alphabet leaves out I, L, O and U, which are misheard, misread or make words.

#include <cstdint>

#include "engine/domain/identifier.hpp"

namespace redress::system {

/// "R-7K3M-Q9PX" from the low forty bits.
[[nodiscard]] Reference readable_reference(std::uint64_t bits);

}  // namespace redress::system
