// SPDX-License-Identifier: Apache-2.0
#pragma once

// The header field Authentication-Results (RFC 8601): what a mail server found out about a sender by SPF, DKIM and DMARC. Anybody can write one into a mail,
// so only that of our own server counts, which is the top-most that bears its name; the server itself must take out what others wrote under that name.

#include <string_view>

#include "adapters/mail_in/mime_parts.hpp"
#include "engine/domain/mail.hpp"

namespace redress::mail_in {

/// Nothing is known when `authserv_id` is empty, or no field bears that name. `from` is the sender as we read it: what DMARC says of another domain says
/// nothing of them. Of several signatures one that holds is enough; of several words on the sender the worst counts.
[[nodiscard]] MailAuthentication read_authentication(HeaderFields const& header, std::string_view authserv_id, std::string_view from);

}  // namespace redress::mail_in
