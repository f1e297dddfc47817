// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/deadline_texts.hpp"

#include "adapters/letters/template_table.hpp"
#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace redress::letters {
namespace {

/// What a sentence speaks of, and so must say.
struct Contents {
  std::vector<std::string_view> days;      ///< "at", "until": in any form
  std::vector<std::string_view> words;     ///< placeholders that must stand in it
  std::vector<std::string_view> amounts;   ///< of which one must stand in it
  std::optional<std::string_view> choice;  ///< that it must make
};

Contents contents_of(Telling telling) {
  switch (telling) {
    case Telling::Moment:
    case Telling::Started:
    case Telling::Opened:
    case Telling::FirstHour:
    case Telling::Ends:
    case Telling::WouldEnd:
      return {{"at"}, {"at_time"}, {}, {}};
    case Telling::Counted:
      return {{}, {}, {"count", "by"}, {}};
    case Telling::CountedInCalendar:
      return {{}, {"calendar"}, {"count", "by"}, {}};
    case Telling::FirstDay:
    case Telling::EndsAtMidnight:
    case Telling::WouldEndAtMidnight:
    case Telling::Promised:
      return {{"at"}, {}, {}, {}};
    case Telling::DayOff:
      return {{"at"}, {}, {"count", "by"}, "named"};
    case Telling::DaysOff:
      return {{"at", "until"}, {}, {"count", "by"}, "named"};
    case Telling::ExtraDay:
      return {{"at"}, {}, {}, "named"};
    case Telling::Moved:
      return {{"at", "until"}, {}, {}, "named"};
    case Telling::Paused:
    case Telling::PausedWorking:
      return {{"at", "until"}, {"at_time", "until_time", "span"}, {}, {}};
    case Telling::Extended:
      return {{"at"}, {"at_time"}, {"count", "by"}, {}};
    case Telling::Provisional:
      return {{"at"}, {"calendar"}, {}, {}};
  }
  return {};
}

/// "at_plain" is the day "at" in the form "plain".
bool is_day(std::string_view placeholder, std::string_view day, std::map<std::string, DayForm> const& forms) {
  if (!placeholder.starts_with(day) || !placeholder.substr(day.size()).starts_with('_')) return false;
  return forms.contains(std::string(placeholder.substr(day.size() + 1)));
}

bool is_among(std::string_view name, std::vector<std::string_view> const& names) {
  return std::ranges::find(names, name) != names.end();
}

class SentenceCheck {
 public:
  SentenceCheck(TextPattern const& sentence, Contents const& contents, std::map<std::string, DayForm> const& forms, TemplateTable const& table,
                std::string_view key)
      : sentence_(sentence), contents_(contents), forms_(forms), table_(table), key_(key) {}

  void run() const {
    for (auto const& placeholder : sentence_.placeholders()) check(placeholder);
    for (auto const day : contents_.days) require(std::string(day) + "_…", [&](auto const& name) { return is_day(name, day, forms_); });
    for (auto const word : contents_.words) require(word, [&](auto const& name) { return name == word; });
    if (contents_.choice) require("names", [](auto const& name) { return name == "names"; });
    if (!contents_.amounts.empty()) require("count", [&](auto const& name) { return is_among(name, contents_.amounts); });
  }

 private:
  void check(Placeholder const& placeholder) const {
    auto const& name = placeholder.name;
    bool const is_choice = contents_.choice && name == *contents_.choice;
    bool const is_text = is_among(name, contents_.words) || is_among(name, contents_.amounts) || (contents_.choice && name == "names") ||
                         std::ranges::any_of(contents_.days, [&](auto day) { return is_day(name, day, forms_); });
    if (!is_choice && !is_text) table_.fault(fmt::format("\"{}\" names {{{}}}, which it cannot have", key_, name));
    if (placeholder.use != (is_choice ? Use::Choice : Use::Text)) table_.fault(fmt::format("\"{}\": {{{}}} cannot be used in this way", key_, name));
    for (auto const& keyword : placeholder.keywords)
      if (keyword != "yes" && keyword != "other") table_.fault(fmt::format("\"{}\": {{{}}} is never \"{}\"", key_, name, keyword));
  }

  template <class Fits>
  void require(std::string_view what, Fits const& fits) const {
    if (std::ranges::none_of(sentence_.placeholders(), fits, &Placeholder::name)) table_.fault(fmt::format("\"{}\" lacks {{{}}}", key_, what));
  }

  TextPattern const& sentence_;
  Contents const& contents_;
  std::map<std::string, DayForm> const& forms_;
  TemplateTable const& table_;
  std::string_view key_;
};

std::map<Telling, TextPattern> read_sentences(TemplateTable const& table, std::map<std::string, DayForm> const& forms) {
  std::map<Telling, TextPattern> sentences;
  for (std::size_t i = 0; i < count_of<Telling>; ++i) {
    auto const telling = static_cast<Telling>(i);
    auto const key = name_of(telling);
    TextPattern sentence(table.text(key), table.language(), table.place(key));
    SentenceCheck(sentence, contents_of(telling), forms, table, key).run();
    sentences.emplace(telling, std::move(sentence));
  }
  for (auto const& key : table.keys())
    if (!enumerator_named<Telling>(key)) table.fault(fmt::format("\"{}\" is not a key that is known here", key));
  return sentences;
}

/// A pattern that says each of these.
TextPattern saying_all(TemplateTable const& table, std::string_view key, std::initializer_list<std::string_view> arguments) {
  auto pattern = table.pattern(key, arguments);
  for (auto const argument : arguments)
    if (std::ranges::find(pattern.placeholders(), argument, &Placeholder::name) == pattern.placeholders().end())
      table.fault(fmt::format("\"{}\" lacks {{{}}}", key, argument));
  return pattern;
}

std::map<Unit, TextPattern> read_amounts(TemplateTable const& table) {
  std::map<Unit, TextPattern> amounts;
  for (std::size_t i = 0; i < count_of<Unit>; ++i) amounts.emplace(static_cast<Unit>(i), saying_all(table, names_of(Unit{})[i], {"amount"}));
  for (auto const& key : table.keys())
    if (!enumerator_named<Unit>(key)) table.fault(fmt::format("\"{}\" is no unit", key));
  return amounts;
}

std::map<std::string, DayForm> read_forms(TemplateTable const& table) {
  std::map<std::string, DayForm> forms;
  for (auto const& name : table.keys()) {
    if (name == "time") table.fault("no form of a day is called \"time\"");
    auto const form = table.table(name);
    form.hold_only({"weekdays", "months"});
    forms.emplace(name, DayForm{form.texts("weekdays", 7), form.texts("months", 12)});
  }
  return forms;
}

}  // namespace

DeadlineTexts read_deadline_texts(std::filesystem::path const& directory, Language language) {
  auto const name = fmt::format("{}/deadlines.toml", name_of(language));
  auto const content = read_template_file(directory / name, name);
  TemplateTable const file(content, language, name);
  file.hold_only({"title", "date", "form", "count", "by", "span", "sentence"});
  auto const [title, date, span] = std::array{file.table("title"), file.table("date"), file.table("span")};
  title.hold_only({"promise", "information"});
  date.hold_only({"day", "day_of_year", "clock"});
  span.hold_only({"days", "hours", "minutes"});
  auto forms = read_forms(file.table("form"));
  auto sentences = read_sentences(file.table("sentence"), forms);
  return {
      .promise = title.text("promise"),
      .information = title.text("information"),
      .day = saying_all(date, "day", {"weekday", "day", "month"}),
      .day_of_year = saying_all(date, "day_of_year", {"weekday", "day", "month", "year"}),
      .clock = saying_all(date, "clock", {"hour", "minute"}),
      .forms = std::move(forms),
      .count = read_amounts(file.table("count")),
      .by = read_amounts(file.table("by")),
      .span_days = saying_all(span, "days", {"amount"}),
      .span_hours = saying_all(span, "hours", {"amount"}),
      .span_minutes = saying_all(span, "minutes", {"amount"}),
      .sentences = std::move(sentences),
  };
}

}  // namespace redress::letters
