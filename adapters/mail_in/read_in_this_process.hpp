// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads one raw mail here and now, with the parser in our own address space. For the limited child, for tests and for fuzzing; a server
// uses `GmimeMailReader`.

#include <expected>
#include <string_view>

#include "engine/domain/mail.hpp"
#include "engine/ports/mail_reader.hpp"

namespace redress::mail_in {

[[nodiscard]] std::expected<ReadMail, ports::UnreadableMail> read_in_this_process(std::string_view raw);

}  // namespace redress::mail_in
