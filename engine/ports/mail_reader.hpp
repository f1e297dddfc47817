// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads one raw mail. Hostile bytes are expected: an implementation limits processor time, memory, size, parts and depth, and never takes its caller
// down with it.

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "engine/domain/mail.hpp"

namespace redress::ports {

/// Why a mail could not be read, for the person who looks into the quarantine. Holds nothing from the mail itself.
struct UnreadableMail {
  std::string reason;
};

class MailReader {
 public:
  virtual ~MailReader() = default;
  [[nodiscard]] virtual std::expected<ReadMail, UnreadableMail> read(std::string_view raw) = 0;
  /// One of the mail's attachments, by its place in ReadMail::attachments; empty when it has no such one.
  [[nodiscard]] virtual std::expected<std::optional<MailFile>, UnreadableMail> file(std::string_view raw, std::size_t place) = 0;
};

}  // namespace redress::ports
