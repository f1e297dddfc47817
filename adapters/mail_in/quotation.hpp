// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lines by which mail programs set off what they quote, and what they write beneath a mail by themselves: in English, Latvian and
// Russian, and in the languages of the neighbours.

#include <cstddef>
#include <string_view>
#include <vector>

namespace redress::mail_in {

using Lines = std::vector<std::string_view>;

[[nodiscard]] bool is_blank(std::string_view line);
/// "> words".
[[nodiscard]] bool is_quoted(std::string_view line);
/// Blank, or nothing but hyphens and the like.
[[nodiscard]] bool is_rule(std::string_view line);
/// "-- " on a line of its own; many programs lose the space.
[[nodiscard]] bool begins_signature(std::string_view line);
/// "Sent from my iPhone".
[[nodiscard]] bool is_device_signature(std::string_view line);
/// "-----Original Message-----".
[[nodiscard]] bool marks_original_message(std::string_view line);
/// "---------- Forwarded message ----------".
[[nodiscard]] bool marks_forwarding(std::string_view line);
/// Whether the first written line from `next` on is quoted.
[[nodiscard]] bool is_followed_by_quotation(Lines const& lines, std::size_t next);

/// The number of lines from `first` on that introduce a quotation ("On Monday, Anna wrote:"); 0 when they do not.
[[nodiscard]] std::size_t introduction_at(Lines const& lines, std::size_t first);

/// Whether the header begins at `first` that Outlook puts above what it quotes.
[[nodiscard]] bool is_quoted_header(Lines const& lines, std::size_t first);

}  // namespace redress::mail_in
