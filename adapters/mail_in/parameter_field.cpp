// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/parameter_field.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "adapters/mail_in/encoded_words.hpp"
#include "adapters/mail_in/field_scanner.hpp"
#include "adapters/mail_in/text_decoding.hpp"

namespace redress::mail_in {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int most_segments = 1000;
constexpr std::size_t most_parameters = 200;

/// One "name*index*=value" of RFC 2231; most parameters are one segment without a star.
struct Segment {
  int index = 0;
  bool extended = false;   ///< percent-encoded
  bool continued = false;  ///< had an index
  std::string value;
};

using Segments = std::map<std::string, std::vector<Segment>>;

struct Name {
  std::string stem;
  Segment segment;
};

/// Reads "title*1*" as the stem "title", index 1, extended.
Name read_name(std::string_view written) {
  Name name;
  auto const star = written.find('*');
  name.stem = in_small_letters(trimmed_blanks(written.substr(0, star)));
  if (star == npos) return name;
  auto const rest = written.substr(star + 1);
  auto const digits_end = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits_end > 0) {
    auto const [end, error] = std::from_chars(rest.data(), rest.data() + digits_end, name.segment.index);
    name.segment.continued = error == std::errc{};
  }
  name.segment.extended = digits_end == 0 || rest.substr(digits_end).starts_with('*');
  return name;
}

std::optional<unsigned char> hexadecimal(std::string_view two) {
  unsigned char byte = 0;
  auto const [end, error] = std::from_chars(two.data(), two.data() + two.size(), byte, 16);
  return two.size() == 2 && error == std::errc{} && end == two.data() + 2 ? std::optional(byte) : std::nullopt;
}

std::string percent_decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = text[i] == '%' ? hexadecimal(text.substr(i + 1, 2)) : std::nullopt;
    bytes += byte ? static_cast<char>(*byte) : text[i];
    if (byte) i += 2;
  }
  return bytes;
}

/// Takes "charset'language'" from the front of an extended value. Later segments should have none, and sometimes repeat the charset.
std::string take_charset(std::string& value, int index, std::string_view charset) {
  auto const first = value.find('\'');
  if (first == npos) return {};
  if (index > 0) {
    if (std::string_view(value).substr(0, first) == charset) value.erase(0, first + 1);
    return {};
  }
  auto const second = value.find('\'', first + 1);
  std::string found = value.substr(0, first);
  value.erase(0, (second == npos ? first : second) + 1);
  return found;
}

std::string joined(std::vector<Segment> segments, std::string_view fallback) {
  std::ranges::stable_sort(segments, {}, &Segment::index);
  if (std::ranges::none_of(segments, &Segment::extended)) {
    std::string raw;
    for (auto const& segment : segments) raw += segment.value;
    return cleaned_text(decoded_words(raw, fallback));
  }
  std::string bytes, charset;
  for (Segment& segment : segments) {
    if (segment.extended)
      if (auto found = take_charset(segment.value, segment.index, charset); !found.empty()) charset = found;
    bytes += segment.extended ? percent_decoded(segment.value) : segment.value;
  }
  return cleaned_text(to_utf8(bytes, charset));
}

/// A parameter given several times is meant once: the extended form before the plain one, the first before the later.
std::vector<Segment> meant(std::vector<Segment> const& all) {
  auto const extended = std::ranges::find_if(all, [](Segment const& s) { return s.extended && !s.continued; });
  if (extended != all.end()) return {*extended};
  if (std::ranges::any_of(all, &Segment::continued)) {
    std::vector<Segment> parts;
    std::ranges::copy_if(all, std::back_inserter(parts), &Segment::continued);
    return parts;
  }
  return {all.front()};
}

/// The value before the parameters. It ends at a semicolon, or where the next line begins although no semicolon was written.
std::string read_value(FieldScanner& scanner) {
  std::string value;
  scanner.skip_blanks_and_comments();
  while (!scanner.at_end() && scanner.peek() != ';') {
    bool const new_line = scanner.skip_blanks_and_comments();
    if (scanner.at_end() || scanner.peek() == ';' || (new_line && !value.empty())) break;
    value += scanner.next();
  }
  return in_small_letters(value);
}

std::string read_parameter_value(FieldScanner& scanner) {
  scanner.skip_spaces();
  if (scanner.at_end()) return {};
  if (scanner.peek() == '"') return scanner.quoted_text();
  std::string value;
  while (!scanner.at_end() && scanner.peek() != ';' && scanner.peek() != '\n' && scanner.peek() != '\r') {
    if (scanner.peek() == '(' && (value.empty() || value.back() == ' ')) {
      scanner.skip_comment();
      continue;
    }
    value += scanner.next();
  }
  return std::string(trimmed_blanks(value));
}

}  // namespace

std::string_view ParameterField::parameter(std::string_view name) const {
  auto const found = std::ranges::find(parameters, name, &std::pair<std::string, std::string>::first);
  return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

ParameterField read_parameter_field(std::string_view raw, std::string_view charset) {
  FieldScanner scanner(raw);
  ParameterField field;
  field.value = read_value(scanner);
  Segments segments;
  std::vector<std::string> order;
  while (!scanner.at_end() && order.size() < most_parameters) {
    scanner.skip_blanks_and_comments();
    if (scanner.at_end()) break;
    std::string_view const written = scanner.until("=;");
    bool const has_value = !scanner.at_end() && scanner.peek() == '=';
    if (!scanner.at_end()) scanner.next();
    if (!has_value) continue;
    Name name = read_name(written);
    name.segment.value = read_parameter_value(scanner);
    if (name.stem.empty() || name.segment.value.empty() || name.segment.index > most_segments) continue;
    auto& known = segments[name.stem];
    if (known.empty()) order.push_back(name.stem);
    known.push_back(std::move(name.segment));
  }
  for (std::string const& name : order) field.parameters.emplace_back(name, joined(meant(segments[name]), charset));
  return field;
}

}  // namespace redress::mail_in
