// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/download.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

namespace redress::http {
namespace {

constexpr std::size_t longest_name = 180;

/// Types in which nothing runs, whatever stands in the file.
constexpr std::array<std::string_view, 7> harmless{"message/rfc822", "application/pdf", "text/plain", "image/jpeg", "image/png", "image/gif", "image/webp"};

bool is_plain(unsigned char letter) {
  return std::isalnum(letter) != 0 || letter == '-' || letter == '.' || letter == '_';
}

/// Neither a path nor hidden, and short enough for every disk; cut between characters.
std::string file_name(std::string_view given) {
  given.remove_prefix(std::min(given.find_last_of("/\\") + 1, given.size()));
  std::string name;
  for (char const letter : given)
    if (static_cast<unsigned char>(letter) >= ' ' && letter != '\x7f' && std::string_view("\"<>:|?*").find(letter) == std::string_view::npos) name += letter;
  name.erase(0, name.find_first_not_of(". "));
  if (name.size() > longest_name) {
    auto end = longest_name;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
  }
  return name.empty() ? "file" : name;
}

/// For programs that know nothing but ASCII, and for all others: RFC 6266 4.3.
std::string disposition(std::string const& name) {
  std::string plain, escaped;
  for (unsigned char const letter : name) {
    plain += is_plain(letter) || letter == ' ' ? static_cast<char>(letter) : '_';
    escaped += is_plain(letter) ? std::string(1, static_cast<char>(letter)) : fmt::format("%{:02X}", letter);
  }
  auto text = fmt::format("attachment; filename=\"{}\"", plain);
  return plain == name ? text : text + "; filename*=UTF-8''" + escaped;
}

}  // namespace

Response download(std::string_view type, std::string_view name, std::string bytes) {
  bool const is_harmless = std::ranges::find(harmless, type) != harmless.end();
  return {200,
          {{"Content-Type", std::string(is_harmless ? type : "application/octet-stream")},
           {"Content-Disposition", disposition(file_name(name))},
           {"X-Content-Type-Options", "nosniff"},
           {"Content-Security-Policy", "default-src 'none'; sandbox"}},
          std::move(bytes),
          nullptr};
}

}  // namespace redress::http
