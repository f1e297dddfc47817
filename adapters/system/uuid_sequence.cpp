// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/uuid_sequence.hpp"

#include <string_view>

namespace redress::system {

namespace {

constexpr std::int64_t believed_step_back = 10'000;  // milliseconds
constexpr std::uint64_t counter_end = 0x1000;
constexpr std::uint64_t counter_start_mask = 0xff;  // a low random start: hard to guess, and nearly all of the range is left to count in
constexpr std::uint64_t random_mask = 0x3fff'ffff'ffff'ffff;
constexpr std::uint64_t variant = 0x8000'0000'0000'0000;
constexpr std::uint64_t version = 7;

/// RFC 9562 in its written form: each half has sixteen digits, and hyphens stand before the ninth, thirteenth, seventeenth and twenty-first. Every command
/// needs several, which is why no formatting library is asked.
std::string written(std::uint64_t first, std::uint64_t second) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(36, '-');
  auto* out = text.data();
  for (unsigned digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) ++out;
    auto const half = digit < 16 ? first : second;
    *out++ = digits[half >> (60U - 4U * (digit % 16U)) & 15U];
  }
  return text;
}

}  // namespace

std::string UuidSequence::next(Time now, std::uint64_t random) {
  move_to(std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count(), random);
  auto const time = static_cast<std::uint64_t>(millisecond_);
  auto const tail = variant | (random & random_mask);
  return written(time << 16U | version << 12U | counter_, tail);
}

void UuidSequence::move_to(std::int64_t millisecond, std::uint64_t random) {
  bool const is_new = millisecond > millisecond_ || millisecond_ - millisecond > believed_step_back;
  if (!is_new && ++counter_ < counter_end) return;
  millisecond_ = is_new ? millisecond : millisecond_ + 1;
  counter_ = random >> 56 & counter_start_mask;
}

}  // namespace redress::system
