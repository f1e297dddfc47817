// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/uuid_sequence.hpp"

#include <fmt/format.h>

namespace redress::system {

namespace {

constexpr std::int64_t believed_step_back = 10'000;  // milliseconds
constexpr std::uint64_t counter_end = 0x1000;
constexpr std::uint64_t counter_start_mask = 0xff;  // a low random start: hard to guess, and nearly all of the range is left to count in
constexpr std::uint64_t random_mask = 0x3fff'ffff'ffff'ffff;
constexpr std::uint64_t variant = 0x8000'0000'0000'0000;

}  // namespace

std::string UuidSequence::next(Time now, std::uint64_t random) {
  move_to(std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count(), random);
  auto const time = static_cast<std::uint64_t>(millisecond_);
  auto const tail = variant | (random & random_mask);
  return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", (time >> 16) & 0xffff'ffff, time & 0xffff, counter_, tail >> 48, tail & 0xffff'ffff'ffff);
}

void UuidSequence::move_to(std::int64_t millisecond, std::uint64_t random) {
  bool const is_new = millisecond > millisecond_ || millisecond_ - millisecond > believed_step_back;
  if (!is_new && ++counter_ < counter_end) return;
  millisecond_ = is_new ? millisecond : millisecond_ + 1;
  counter_ = random >> 56 & counter_start_mask;
}

}  // namespace redress::system
