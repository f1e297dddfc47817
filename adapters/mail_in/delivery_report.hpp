// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a bounce says: which mail of ours it is about, and how it fared with each recipient (RFC 3464). Servers that write prose instead are
// read as far as their prose goes.

#include <string>
#include <string_view>
#include <vector>

#include "adapters/mail_in/mime_body.hpp"
#include "adapters/mail_in/mime_parts.hpp"
#include "engine/domain/mail.hpp"

namespace redress::mail_in {

struct DeliveryReport {
  std::string original_message_id;        ///< without angle brackets; empty when it is not said
  std::vector<DeliveryOutcome> outcomes;  ///< at least one, though its fields may be empty
};

[[nodiscard]] DeliveryReport read_delivery_report(HeaderFields const& header, MimeBody const& body, std::string_view subject);

/// "<one@example.org>" says "one@example.org"; the first identifier when there are several.
[[nodiscard]] std::string identifier_within(std::string_view field);

}  // namespace redress::mail_in
