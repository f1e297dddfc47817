// SPDX-License-Identifier: Apache-2.0
#pragma once

// The name of a folder as IMAP writes it: a form of UTF-7 of its own (RFC 3501, 5.1.3). Private to this adapter.

#include <string>
#include <string_view>

namespace redress::mailboxes {

[[nodiscard]] std::string imap_folder_name(std::string_view utf8);

}  // namespace redress::mailboxes
