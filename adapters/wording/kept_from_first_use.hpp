// SPDX-License-Identifier: Apache-2.0
#pragma once

// Something large for each language, made when it is asked for first: an idle server, and one that writes in one language only, do not carry what they do not
// use.

#include <array>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

#include "engine/domain/language.hpp"

namespace redress::wording {

/// Any number of threads may ask at once. A making that throws is tried again at the next asking.
template <class T>
class KeptFromFirstUse {
 public:
  explicit KeptFromFirstUse(std::function<T(Language)> make) : make_(std::move(make)) {}

  [[nodiscard]] T const& of(Language language) const {
    auto& slot = slots_[static_cast<std::size_t>(language)];
    std::call_once(slot.once, [&] { slot.value.emplace(make_(language)); });
    return *slot.value;
  }

 private:
  struct Slot {
    std::once_flag once;
    std::optional<T> value;
  };

  std::function<T(Language)> make_;
  mutable std::array<Slot, all_languages.size()> slots_;
};

}  // namespace redress::wording
