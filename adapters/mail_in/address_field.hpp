// SPDX-License-Identifier: Apache-2.0
#pragma once

// A header field of addresses: From, To, Cc (RFC 5322 §3.4, with its obsolete forms). Groups are taken apart; what is in comments becomes
// part of the name, because old programs put the name there.

#include <string_view>
#include <vector>

#include "engine/domain/mail.hpp"

namespace redress::mail_in {

/// Everything in the field that names somebody. An entry that is a name alone has no address; an address may be one no letter can reach
/// ("root"). `charset` is what the mail declares, for raw eight-bit names.
[[nodiscard]] std::vector<Mailbox> read_address_field(std::string_view raw, std::string_view charset);

/// Something a letter can be sent to: one "@" with something on both sides, and neither blanks nor separators.
[[nodiscard]] bool is_deliverable(std::string_view address);

}  // namespace redress::mail_in
