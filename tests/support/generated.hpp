// SPDX-License-Identifier: Apache-2.0
#pragma once

// Records with made-up values, from a seed: the same seed gives the same record. Works for every record that describes its fields, so a new
// command or event is covered by the day it is added.

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress::testing {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  template <Described T>
  [[nodiscard]] T record() {
    T record{};
    fill(record);
    return record;
  }

 private:
  [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  void fill(std::string& text) {
    static std::vector<std::string> const words{"Jānis Bērziņš", "жалоба", "\"quoted\"", "back\\slash", "line\nbreak", "tab\t", "\x01\x1f", "€ 12.50",
                                                "\U0001F4E6",    "plain",  "a/b",        "<tag>",       "\b\f\r",      "ķ",     "\x7f",     "R-7K3M-Q9PX"};
    for (auto count = 1 + below(4); count > 0; --count) text += words[below(words.size())];
  }
  void fill(std::int64_t& number) { number = static_cast<std::int64_t>(below((1ULL << 54U) - 1)) - ((std::int64_t{1} << 53) - 1); }
  void fill(bool& value) { value = below(2) == 1; }
  void fill(Time& time) { time = Time{std::chrono::microseconds{static_cast<std::int64_t>(below(4'000'000'000)) * 1'000'000}} + Duration{below(3)}; }
  void fill(Date& date) { date = Date{std::chrono::sys_days{std::chrono::days{static_cast<int>(below(40'000))}}}; }

  template <class Tag>
  void fill(Identifier<Tag>& id) {
    id.value = "id-" + std::to_string(below(1000));
  }
  template <Named E>
  void fill(E& value) {
    value = static_cast<E>(below(count_of<E>));
  }
  template <class T>
  void fill(std::optional<T>& value) {
    if (below(3) > 0) fill(value.emplace());
  }
  template <class T>
  void fill(std::vector<T>& list) {
    for (auto count = below(4); count > 0; --count) fill(list.emplace_back());
  }
  template <Described T>
  void fill(T& record) {
    for_each_field<T>([&](auto const& field) { fill(record.*field.member); });
  }

  std::mt19937_64 random_;
};

template <class Variant>
struct AlternativesOf;

template <class... Ts>
struct AlternativesOf<std::variant<Ts...>> {
  template <class Visit>
  static void each(Visit&& visit) {
    (visit.template operator()<Ts>(), ...);
  }
};

/// Calls `visit.operator()<T>()` for each alternative.
template <class Variant, class Visit>
void for_each_alternative(Visit&& visit) {
  AlternativesOf<Variant>::each(std::forward<Visit>(visit));
}

}  // namespace redress::testing
