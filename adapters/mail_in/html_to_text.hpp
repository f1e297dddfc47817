// SPDX-License-Identifier: Apache-2.0
#pragma once

// An HTML part as plain text a person can read: no markup, no script, nothing to load or to click. Quotations are marked with "> " as in
// plain mail. Not a sanitiser: its answer is text and must be escaped like any other text. Runs in linear time on hostile input.

#include <string>
#include <string_view>

namespace redress::mail_in {

/// Takes and gives UTF-8.
[[nodiscard]] std::string html_to_text(std::string_view html);

}  // namespace redress::mail_in
