// SPDX-License-Identifier: Apache-2.0
#pragma once

// One message put into a folder so that a reader sees all of it or nothing, and so that it is still there after a loss of power.

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/ports/mailer.hpp"

namespace redress::mail_out {

/// Writes `bytes` to `draft`, flushes it, renames it to `place` (replacing what is there) and flushes the folder of `place`. Both must lie
/// on one file system. Throws std::system_error; the draft is gone then. Not for two writers of the same draft at once.
void write_message_file(std::filesystem::path const& draft, std::filesystem::path const& place, std::string_view bytes);

/// Makes the folder and its parents; those it makes are their owner's only. Throws std::system_error.
void make_private_folder(std::filesystem::path const& folder);

/// The message's key, and the ending by which programs know its type: ".eml". A key that is no file name is a mistake of ours.
[[nodiscard]] std::string file_name_of(ports::OutgoingMessage const& message, std::string_view ending);

}  // namespace redress::mail_out
