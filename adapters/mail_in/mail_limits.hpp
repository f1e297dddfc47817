// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much of a mail we are willing to read. A mail beyond a limit is quarantined for a person to look at, never dropped.

#include <chrono>
#include <cstddef>

namespace redress::mail_in {

inline constexpr std::size_t message_limit_bytes = std::size_t{25} << 20;
inline constexpr std::size_t header_limit_bytes = std::size_t{64} << 10;
inline constexpr std::size_t text_limit_bytes = std::size_t{10} << 20;  ///< decoded text of one part, and of one mail
inline constexpr int depth_limit = 20;
inline constexpr int part_limit = 500;

inline constexpr std::size_t reader_memory_limit_bytes = std::size_t{768} << 20;
inline constexpr unsigned reader_processor_limit_seconds = 10;
inline constexpr std::chrono::milliseconds reader_patience{30'000};
/// Whoever reads one mail for longer steps back behind the others; nearly every mail is read in a hundredth of it.
inline constexpr std::chrono::milliseconds reader_long_time{1'000};

}  // namespace redress::mail_in
