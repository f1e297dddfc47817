// SPDX-License-Identifier: Apache-2.0
#include "adapters/codec/described.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/codec/canonical.hpp"
#include "adapters/codec/text.hpp"

namespace redress::codec {
namespace {

constexpr std::size_t longest_text = 1'000'000;
constexpr std::size_t longest_file = 14'000'000;  // ten megabytes, written as base64

/// Files travel in a field of this name; no other text is that long.
std::size_t longest_at(Place const& place) {
  return place.name == "content" ? longest_file : longest_text;
}

bool looks_like_a_field_name(std::string_view name) {
  auto const expected = [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_'; };
  return !name.empty() && name.size() <= 40 && std::ranges::all_of(name, expected);
}

}  // namespace

std::string Place::path() const {
  auto text = parent != nullptr ? parent->path() : std::string();
  if (index) return fmt::format("{}[{}]", text, *index);
  if (!text.empty() && !name.empty()) text += '.';
  return text.append(name);
}

boost::json::value to_json(std::string const& text) {
  return boost::json::value(boost::json::string_view(text.data(), text.size()));
}
boost::json::value to_json(std::int64_t number) {
  return boost::json::value(number);
}
boost::json::value to_json(Time time) {
  return to_json(to_text(time));
}
boost::json::value to_json(Date date) {
  return to_json(to_text(date));
}
boost::json::value name_to_json(std::string_view name) {
  return boost::json::value(boost::json::string_view(name.data(), name.size()));
}

Problem problem_at(Place const& place, std::string_view what) {
  return {place.path(), std::string(what)};
}

Problem not_one_of(Place const& place, std::vector<std::string_view> const& names) {
  return {place.path(), fmt::format("must be one of {}", fmt::join(names, ", "))};
}

std::optional<std::string_view> text_of(boost::json::value const& value) {
  auto const* text = value.if_string();
  if (text == nullptr) return std::nullopt;
  return std::string_view(text->data(), text->size());
}

Found find_unknown_field(boost::json::object const& object, std::vector<std::string_view> const& names, Place const& place) {
  for (auto const& member : object) {
    std::string_view const name(member.key().data(), member.key().size());
    if (std::ranges::find(names, name) != names.end()) continue;
    if (looks_like_a_field_name(name)) return problem_at(Place{&place, name, {}}, "no such field");
    return problem_at(place, "has a field whose name is none of ours");
  }
  return std::nullopt;
}

Found read(boost::json::value const& value, std::string& out, Place const& place, Reading reading) {
  auto const text = text_of(value);
  if (!text) return problem_at(place, "must be a text");
  if (reading.strictness == Strictness::History) {
    out = *text;
    return std::nullopt;
  }
  if (text->empty() && reading.emptiness == Emptiness::Refused) return problem_at(place, "must not be empty");
  if (text->size() > longest_at(place)) return problem_at(place, fmt::format("must not be longer than {} bytes", longest_at(place)));
  if (!is_text(*text)) return problem_at(place, "must be valid UTF-8 without NUL");
  out = normalised(*text);
  return std::nullopt;
}

bool is_blank(boost::json::value const& value, Reading reading) {
  auto const text = text_of(value);
  return reading.strictness == Strictness::Border && text && text->empty();
}

Found read(boost::json::value const& value, std::int64_t& out, Place const& place, Reading) {
  auto const* number = value.if_int64();
  if (number == nullptr || *number > largest_integer || *number < -largest_integer) return problem_at(place, "must be a whole number of at most 2^53 - 1");
  out = *number;
  return std::nullopt;
}

Found read(boost::json::value const& value, bool& out, Place const& place, Reading) {
  auto const* truth = value.if_bool();
  if (truth == nullptr) return problem_at(place, "must be true or false");
  out = *truth;
  return std::nullopt;
}

Found read(boost::json::value const& value, Time& out, Place const& place, Reading) {
  auto const text = text_of(value);
  auto const time = text ? parse_time(*text) : std::nullopt;
  if (!time) return problem_at(place, "must be a moment with its offset, such as 2026-11-21T10:15:30Z");
  out = *time;
  return std::nullopt;
}

Found read(boost::json::value const& value, Date& out, Place const& place, Reading) {
  auto const text = text_of(value);
  auto const date = text ? parse_date(*text) : std::nullopt;
  if (!date) return problem_at(place, "must be a day, such as 2026-11-21");
  out = *date;
  return std::nullopt;
}

}  // namespace redress::codec
