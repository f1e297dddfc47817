// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/currency_codes.hpp"

#include <memory>
#include <stdexcept>

#include <unicode/ucurr.h>
#include <unicode/uenum.h>

namespace redress::wording {

std::set<std::string, std::less<>> currency_codes() {
  auto status = U_ZERO_ERROR;
  std::unique_ptr<UEnumeration, decltype(&uenum_close)> const all(ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status), &uenum_close);
  std::set<std::string, std::less<>> codes;
  std::int32_t length = 0;
  while (U_SUCCESS(status))
    if (auto const* code = uenum_next(all.get(), &length, &status))
      codes.emplace(code, static_cast<std::size_t>(length));
    else
      break;
  if (codes.empty()) throw std::runtime_error("the Unicode table of currencies cannot be loaded");
  return codes;
}

}  // namespace redress::wording
