// SPDX-License-Identifier: Apache-2.0
#pragma once

// An amount of money in the smallest unit of its currency, so that no sum is ever rounded by a floating-point number.

#include <compare>
#include <cstdint>
#include <string>
#include <tuple>

#include "engine/domain/field.hpp"

namespace redress {

struct Money {
  std::int64_t minor_units = 0;  ///< cents, santims, kopecks
  std::string currency;          ///< ISO 4217: "EUR"

  friend auto operator<=>(Money const&, Money const&) = default;

  static constexpr auto fields = std::tuple{
      open("minor_units", &Money::minor_units, "the amount in the smallest unit of the currency"),
      open("currency", &Money::currency, "ISO 4217 code"),
  };
};

}  // namespace redress
