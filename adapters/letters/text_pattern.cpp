// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/text_pattern.hpp"

#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"

#include <fmt/format.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <set>

namespace redress::letters {
namespace {

icu::Locale locale_of(Language language) {
  return icu::Locale(std::string(name_of(language)).c_str());
}

std::string utf8(icu::UnicodeString const& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

Use use_of(UMessagePatternArgType type, std::string const& name) {
  switch (type) {
    case UMSGPAT_ARG_TYPE_NONE:
      return Use::Text;
    case UMSGPAT_ARG_TYPE_SELECT:
      return Use::Choice;
    case UMSGPAT_ARG_TYPE_PLURAL:
      return Use::Count;
    default:
      throw ports::LetterFault(fmt::format("{{{}}} may only stand alone or with select or plural", name));
  }
}

/// Collects what the text asks for, in the order in which it first asks.
class PlaceholderReader {
 public:
  explicit PlaceholderReader(icu::MessagePattern const& pattern) : pattern_(pattern) {}

  std::vector<Placeholder> read() {
    for (std::int32_t i = 0; i < pattern_.countParts(); ++i) {
      auto const& part = pattern_.getPart(i);
      if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) open_.push_back(named(pattern_.getPart(i + 1), part.getArgType()));
      if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) add_keyword(utf8(pattern_.getSubstring(part)));
      if (part.getType() == UMSGPAT_PART_TYPE_ARG_LIMIT) open_.pop_back();
    }
    return std::move(found_);
  }

 private:
  std::size_t named(icu::MessagePattern::Part const& part, UMessagePatternArgType type) {
    auto const name = utf8(pattern_.getSubstring(part));
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) throw ports::LetterFault(fmt::format("{{{}}} is a number; arguments have names", name));
    auto const use = use_of(type, name);
    auto const same = [&](Placeholder const& placeholder) { return placeholder.name == name && placeholder.use == use; };
    if (auto const known = std::ranges::find_if(found_, same); known != found_.end()) return static_cast<std::size_t>(known - found_.begin());
    found_.push_back({name, use, {}});
    return found_.size() - 1;
  }

  void add_keyword(std::string keyword) {
    auto& keywords = found_[open_.back()].keywords;
    if (std::ranges::find(keywords, keyword) == keywords.end()) keywords.push_back(std::move(keyword));
  }

  icu::MessagePattern const& pattern_;
  std::vector<Placeholder> found_;
  std::vector<std::size_t> open_;
};

void check_plural_forms(Placeholder const& placeholder, icu::PluralRules const& rules) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::StringEnumeration> const forms(rules.getKeywords(status));
  while (auto const* form = U_SUCCESS(status) ? forms->snext(status) : nullptr) {
    auto const keyword = utf8(*form);
    if (std::ranges::find(placeholder.keywords, keyword) == placeholder.keywords.end())
      throw ports::LetterFault(fmt::format("the plural of {{{}}} lacks the form \"{}\" of this language", placeholder.name, keyword));
  }
}

std::vector<Placeholder> placeholders_of(icu::UnicodeString const& text, Language language) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError error{};
  icu::MessagePattern pattern(status);
  pattern.parse(text, &error, status);
  if (U_FAILURE(status)) throw ports::LetterFault(fmt::format("cannot be read near character {} ({})", error.offset, u_errorName(status)));
  auto placeholders = PlaceholderReader(pattern).read();
  std::unique_ptr<icu::PluralRules> const rules(icu::PluralRules::forLocale(locale_of(language), status));
  if (U_FAILURE(status)) throw ports::LetterFault(fmt::format("no plural rules ({})", u_errorName(status)));
  for (auto const& placeholder : placeholders)
    if (placeholder.use == Use::Count) check_plural_forms(placeholder, *rules);
  return placeholders;
}

void refuse_traps(std::string_view text) {
  if (text.find('\'') != std::string_view::npos) throw ports::LetterFault("an ASCII apostrophe quotes what follows it; write ’");
  if (text.find_first_of("\r\n\t") != std::string_view::npos) throw ports::LetterFault("a text is one paragraph, without line breaks");
  if (text.empty() || text.front() == ' ' || text.back() == ' ') throw ports::LetterFault("a text is not empty and neither begins nor ends with a space");
}

}  // namespace

struct TextPattern::Parsed {
  icu::MessageFormat format;
  std::vector<std::string> names;
  std::vector<icu::UnicodeString> icu_names;
  std::mutex one_at_a_time;  ///< ICU makes plural rules and number formats on first use inside its const functions

  Parsed(icu::UnicodeString const& text, Language language, UErrorCode& status) : format(text, locale_of(language), status) {}
};

TextPattern::TextPattern(std::string_view text, Language language, std::string where) : where_(std::move(where)), text_(text) {
  try {
    refuse_traps(text);
    // Most texts have nothing to fill in, and what ICU keeps of a parsed one is many times as long as the text.
    if (text.find_first_of("{}") == std::string_view::npos) return;
    auto const unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    placeholders_ = placeholders_of(unicode, language);
    UErrorCode status = U_ZERO_ERROR;
    parsed_ = std::make_unique<Parsed>(unicode, language, status);
    if (U_FAILURE(status)) throw ports::LetterFault(fmt::format("cannot be read ({})", u_errorName(status)));
  } catch (ports::LetterFault const& fault) {
    throw ports::LetterFault(fmt::format("{}: {}", where_, fault.what()));
  }
  std::set<std::string> names;
  for (auto const& placeholder : placeholders_) names.insert(placeholder.name);
  for (auto const& name : names) {
    parsed_->names.push_back(name);
    parsed_->icu_names.push_back(icu::UnicodeString::fromUTF8(name));
  }
}

TextPattern::TextPattern(TextPattern&&) noexcept = default;
TextPattern& TextPattern::operator=(TextPattern&&) noexcept = default;
TextPattern::~TextPattern() = default;

std::string TextPattern::with(Arguments const& arguments) const {
  if (!parsed_) return text_;
  std::vector<icu::Formattable> values;
  values.reserve(parsed_->names.size());
  for (auto const& name : parsed_->names) {
    auto const value = arguments.find(name);
    if (value == arguments.end()) throw ports::LetterFault(fmt::format("{}: needs {{{}}}, which this letter does not have", where_, name));
    values.push_back(value->second);
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  std::lock_guard const lock(parsed_->one_at_a_time);
  parsed_->format.format(parsed_->icu_names.data(), values.data(), static_cast<std::int32_t>(values.size()), text, status);
  if (U_FAILURE(status)) throw ports::LetterFault(fmt::format("{}: cannot be filled in ({})", where_, u_errorName(status)));
  return utf8(text);
}

}  // namespace redress::letters
