// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads one raw mail here and now, with the parser in our own address space. For the limited child, for tests and for fuzzing; a server
// uses `GmimeMailReader`.

#include <cstddef>
#include <expected>
#include <optional>
#include <string_view>

#include "engine/domain/mail.hpp"
#include "engine/ports/mail_reader.hpp"

namespace redress::mail_in {

/// `authserv_id` is how our own mail server calls itself in Authentication-Results (RFC 8601); empty: nobody's word on the sender is believed.
[[nodiscard]] std::expected<ReadMail, ports::UnreadableMail> read_in_this_process(std::string_view raw, std::string_view authserv_id = {});

/// One of its attachments, by its place in ReadMail::attachments; empty when there is no such one.
[[nodiscard]] std::expected<std::optional<MailFile>, ports::UnreadableMail> file_in_this_process(std::string_view raw, std::size_t place);

}  // namespace redress::mail_in
