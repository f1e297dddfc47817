// SPDX-License-Identifier: Apache-2.0
#pragma once

// The fonts that letters are set in: those of two Debian packages, and no others. What else is installed on a machine, and what its users prefer, changes
// no letter.

#include <fontconfig/fontconfig.h>

#include <string>
#include <string_view>
#include <vector>

namespace redress::letters {

/// Read once in a process, whichever thread comes first; it lives as long as the process. Throws ports::LetterFault when none of the fonts is there.
[[nodiscard]] FcConfig* letter_fonts();

/// The families there are, in order.
[[nodiscard]] std::vector<std::string> installed_fonts();

[[nodiscard]] bool is_installed(std::string_view family);

}  // namespace redress::letters
