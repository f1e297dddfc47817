// SPDX-License-Identifier: Apache-2.0
#pragma once

// The built workflow UI as a browser gets it. Every file is read once, when the node starts: what is asked for is looked up among names, so no path of a
// request ever reaches the disk. Names under /assets carry the digest of their content and may be kept for ever; the page that names them is asked for anew
// each time. Whatever else is asked for is that page too, because the UI's own addresses (/complaints/R-…) are for it to understand.

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/http/message.hpp"

namespace redress::http {

class StaticFiles {
 public:
  /// `folder` holds index.html; a file beside another with .gz after its name is that file packed. Throws std::runtime_error when the page is not there.
  explicit StaticFiles(std::filesystem::path const& folder);

  /// For GET and HEAD alone.
  [[nodiscard]] Response answer(Request const& request) const;

 private:
  struct File {
    std::string type;
    std::shared_ptr<std::string const> content;
    std::shared_ptr<std::string const> packed;  ///< by gzip; null when it is not worth it
  };

  [[nodiscard]] File const* find(std::string_view path) const;

  std::map<std::string, File, std::less<>> files_;  ///< by path: "/assets/index-1a2b.js"
};

}  // namespace redress::http
