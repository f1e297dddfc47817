// SPDX-License-Identifier: Apache-2.0
#pragma once

// Something that strangers wrote, for somebody to keep as a file. A browser shows nothing of it, and runs nothing should it be opened all the same.

#include <string>
#include <string_view>

#include "adapters/http/message.hpp"

namespace redress::http {

/// `name` may be anything a sender calls a file: what no file or header may bear is left out (RFC 6266). `type` is said only when nothing can run in it.
[[nodiscard]] Response download(std::string_view type, std::string_view name, std::string bytes);

}  // namespace redress::http
