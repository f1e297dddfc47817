// SPDX-License-Identifier: Apache-2.0
#pragma once

// SHA-256 of a raw mail, in hexadecimal: the proof that the journal holds what came in, and the way to know a mail delivered
// twice.

#include <string>
#include <string_view>

namespace redress::mail_in {

[[nodiscard]] std::string sha256_hex(std::string_view raw);

}  // namespace redress::mail_in
