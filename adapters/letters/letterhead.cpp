// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/letterhead.hpp"

#include "adapters/letters/pdf_fonts.hpp"
#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <vector>

namespace redress::letters {
namespace {

/// One table of a letterhead's file, read key by key; a key that nobody asked for is refused, so that a slip of the keyboard does not pass for a choice.
class LetterheadTable {
 public:
  LetterheadTable(std::string shown, toml::table const& table) : shown_(std::move(shown)), table_(&table) {}

  [[noreturn]] void refuse(std::string_view key, std::string_view reason) const {
    auto const* node = table_->get(key);
    auto const& at = node != nullptr ? node->source() : table_->source();
    throw ports::LetterFault(fmt::format("{}:{}: {}", shown_, std::max(at.begin.line, toml::source_index{1}), reason));
  }

  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }

  [[nodiscard]] std::string text(std::string_view key) {
    auto const value = required(key).value_exact<std::string>();
    if (!value || value->empty()) refuse(key, fmt::format("\"{}\" must be a text in quotes that is not empty", key));
    return *value;
  }

  [[nodiscard]] double number(std::string_view key, double least, double most) {
    auto const value = required(key).value<double>();
    if (!value || !required(key).is_number() || !(*value >= least && *value <= most))
      refuse(key, fmt::format("\"{}\" must be a number from {} to {}", key, least, most));
    return *value;
  }

  [[nodiscard]] double number(std::string_view key, double least, double most, double if_absent) { return has(key) ? number(key, least, most) : if_absent; }

  template <Named E>
  [[nodiscard]] E one_of(std::string_view key, E if_absent) {
    if (!has(key)) return if_absent;
    auto const known = enumerator_named<E>(text(key));
    if (!known) refuse(key, fmt::format("\"{}\" must be one of: {}", key, fmt::join(names_of(E{}), ", ")));
    return *known;
  }

  [[nodiscard]] LetterheadTable table(std::string_view key) {
    auto const* inner = required(key).as_table();
    if (inner == nullptr) refuse(key, fmt::format("\"{0}\" must be a table, [{0}]", key));
    return {shown_, *inner};
  }

  /// A text that may hold these arguments and no others.
  [[nodiscard]] TextPattern pattern(std::string_view key, Language language, std::initializer_list<std::string_view> arguments) {
    auto const words = text(key);
    TextPattern pattern(words, language, fmt::format("{}:{}: {}", shown_, required(key).source().begin.line, key));
    for (auto const& placeholder : pattern.placeholders())
      if (std::ranges::find(arguments, placeholder.name) == arguments.end())
        refuse(key, fmt::format("\"{}\" names {{{}}}; it may hold {{{}}}", key, placeholder.name, fmt::join(arguments, "} and {")));
    return pattern;
  }

  void end() const {
    for (auto const& [key, value] : *table_)
      if (!read_.contains(key.str())) refuse(key.str(), fmt::format("there is no \"{}\" here; docs/reference/letterheads.md lists what there is", key.str()));
  }

 private:
  toml::node const& required(std::string_view key) {
    read_.emplace(key);
    auto const* node = table_->get(key);
    if (node == nullptr) refuse(key, fmt::format("\"{}\" is missing; add it", key));
    return *node;
  }

  std::string shown_;
  toml::table const* table_;
  std::set<std::string, std::less<>> read_;
};

toml::table parse(std::filesystem::path const& file, std::string const& shown) {
  try {
    return toml::parse_file(file.string());
  } catch (toml::parse_error const& error) {
    throw ports::LetterFault(fmt::format("{}:{}: {}; correct it", shown, error.source().begin.line, error.description()));
  }
}

Margins margins_of(LetterheadTable table) {
  constexpr double most = 80;
  Margins margins;
  margins.left = table.number("left", 0, most);
  margins.right = table.number("right", 0, most);
  margins.top = table.number("top", 0, most);
  margins.bottom = table.number("bottom", 0, most);
  margins.left_over_ten_years = table.number("left_over_ten_years", 0, most, margins.left);
  table.end();
  return margins;
}

LetterheadWords words_of(LetterheadTable table, Language language) {
  LetterheadWords words{.page = table.pattern("page", language, {"page", "pages"}),
                        .enclosures = table.pattern("enclosures", language, {"enclosures_count"}),
                        .registration = std::nullopt,
                        .in_reply_to = std::nullopt};
  if (table.has("registration")) words.registration = table.pattern("registration", language, {"registration_number"});
  if (table.has("in_reply_to")) words.in_reply_to = table.pattern("in_reply_to", language, {"date", "numeric_date"});
  table.end();
  return words;
}

void read_places(LetterheadTable& table, Letterhead& letterhead) {
  letterhead.head = table.one_of("head", Head::AsLayout);
  letterhead.body = table.one_of("body", Alignment::Left);
  letterhead.salutation = table.one_of("salutation", SalutationPlace::Left);
  letterhead.subject = table.one_of("subject", SubjectPlace::BelowSalutation);
  letterhead.enclosures = table.one_of("enclosures", EnclosuresPlace::BelowSignature);
  letterhead.signature = table.one_of("signature", SignatureForm::Stacked);
  letterhead.continuation = table.one_of("continuation", Continuation::RecipientDatePage);
  if (letterhead.head == Head::Corner) letterhead.corner_width_mm = table.number("corner_width_mm", 30, 100);
}

Letterhead letterhead_of(std::filesystem::path const& file) {
  auto const shown = "letterheads/" + file.filename().string();
  auto const document = parse(file, shown);
  LetterheadTable table(shown, document);
  Letterhead letterhead;
  letterhead.name = table.text("name");
  if (letterhead.name != file.stem()) table.refuse("name", fmt::format("\"name\" must be the file's own, \"{}\"", file.stem().string()));
  (void)table.text("source");
  letterhead.margins_mm = margins_of(table.table("margins_mm"));
  letterhead.font = table.text("font");
  if (!is_installed(letterhead.font))
    table.refuse("font", fmt::format("there is no font \"{}\"; there are: {}", letterhead.font, fmt::join(installed_fonts(), ", ")));
  letterhead.size_pt = table.number("size_pt", 8, 16);
  letterhead.line_spacing = table.number("line_spacing", 1, 2);
  letterhead.first_line_indent_mm = table.number("first_line_indent_mm", 0, 40, 0);
  read_places(table, letterhead);
  auto words = table.table("words");
  for (auto const language : all_languages) letterhead.words.emplace(language, words_of(words.table(name_of(language)), language));
  words.end();
  table.end();
  return letterhead;
}

}  // namespace

Letterheads load_letterheads(std::filesystem::path const& directory) {
  Letterheads letterheads;
  std::error_code failed;
  for (auto const& entry : std::filesystem::directory_iterator(directory, failed)) {
    if (entry.path().extension() != ".toml") continue;
    auto letterhead = letterhead_of(entry.path());
    auto name = letterhead.name;
    letterheads.emplace(std::move(name), std::move(letterhead));
  }
  if (letterheads.empty()) throw ports::LetterFault("letterheads: there is none; put at least one *.toml there");
  return letterheads;
}

Letterhead const& letterhead_named(Letterheads const& letterheads, std::string_view name) {
  auto const found = letterheads.find(name);
  if (found != letterheads.end()) return found->second;
  std::vector<std::string_view> names;
  for (auto const& [known, letterhead] : letterheads) names.push_back(known);
  throw ports::LetterFault(fmt::format("there is no letterhead \"{}\"; there are: {}", name, fmt::join(names, ", ")));
}

}  // namespace redress::letters
