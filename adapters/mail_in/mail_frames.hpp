// SPDX-License-Identifier: Apache-2.0
#pragma once

// What passes between us and the process that reads mail: a request is eight bytes of length, eight bytes that say what is wanted of the mail, and the raw
// mail; an answer eight bytes of length and the mail as read, or one of its files. The far end has met hostile bytes and may no longer be ours, so an answer is
// checked like any other input.

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "engine/domain/mail.hpp"
#include "engine/ports/mail_reader.hpp"

namespace redress::mail_in {

using FrameHead = std::array<char, 8>;
using Reading = std::expected<ReadMail, ports::UnreadableMail>;
using FileReading = std::expected<std::optional<MailFile>, ports::UnreadableMail>;

/// What is wanted of a mail: the place of one of its attachments, or, empty, how it reads.
using Wanted = std::optional<std::size_t>;

[[nodiscard]] FrameHead frame_head(std::size_t length);
[[nodiscard]] std::uint64_t frame_length(FrameHead const& head);

[[nodiscard]] FrameHead encode_wanted(Wanted wanted);
[[nodiscard]] Wanted decode_wanted(FrameHead const& bytes);

[[nodiscard]] std::string encode_reading(Reading const& reading);
/// Empty when the bytes are not an answer.
[[nodiscard]] std::optional<Reading> decode_reading(std::string_view bytes);

[[nodiscard]] std::string encode_file(FileReading const& file);
/// Empty when the bytes are not an answer.
[[nodiscard]] std::optional<FileReading> decode_file(std::string_view bytes);

}  // namespace redress::mail_in
