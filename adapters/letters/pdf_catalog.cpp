// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/pdf_catalog.hpp"

#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <string_view>

namespace redress::letters {
namespace {

[[noreturn]] void fail() {
  throw ports::LetterFault("the PDF is not built as it was expected to be, so its language cannot be said");
}

/// What follows the last (or, from a place on, the first) occurrence.
std::string_view after(std::string_view text, std::string_view mark) {
  auto const at = text.rfind(mark);
  if (at == std::string_view::npos) fail();
  return text.substr(at + mark.size());
}

std::uint64_t number_at(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
  std::uint64_t number = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{}) fail();
  return number;
}

/// The dictionary of that object, without its angle brackets.
std::string_view dictionary(std::string_view pdf, std::uint64_t object) {
  auto const head = fmt::format("\n{} 0 obj\n<<", object);
  auto const body = after(pdf, head);
  auto const end = body.find("endobj");
  auto const close = end == std::string_view::npos ? end : body.substr(0, end).rfind(">>");
  if (close == std::string_view::npos) fail();
  return body.substr(0, close);
}

}  // namespace

std::string with_language(std::string pdf, Language language) {
  auto const trailer = std::string(after(pdf, "\ntrailer\n"));
  auto const root = number_at(after(trailer, "/Root"));
  auto const info = number_at(after(trailer, "/Info"));
  auto const size = number_at(after(trailer, "/Size"));
  auto const previous = number_at(after(trailer, "startxref"));
  auto const catalog = std::string(dictionary(pdf, root));
  auto const object_at = pdf.size();
  pdf += fmt::format("{} 0 obj\n<<{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n", root, catalog, name_of(language));
  auto const table_at = pdf.size();
  pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \n", root, object_at);
  pdf += fmt::format("trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n", size, root, info, previous, table_at);
  return pdf;
}

}  // namespace redress::letters
