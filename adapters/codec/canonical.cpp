// SPDX-License-Identifier: Apache-2.0
#include "adapters/codec/canonical.hpp"

#include <charconv>

#include "adapters/codec/text.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::codec {
namespace {

constexpr bool needs_escape(char letter) {
  return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

void write_escape(std::string& out, char letter) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (letter) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  auto const value = static_cast<unsigned char>(letter);
  out += "\\u00";
  out += digits[value >> 4U];
  out += digits[value & 15U];
}

void write_object(std::string& out, boost::json::object const& object) {
  std::vector<boost::json::key_value_pair const*> members;
  for (auto const& member : object) members.push_back(&member);
  std::ranges::sort(members, {}, [](auto const* member) { return std::string_view(member->key().data(), member->key().size()); });
  char separator = '{';
  for (auto const* member : members) {
    out += std::exchange(separator, ',');
    write_canonical(out, std::string_view(member->key().data(), member->key().size()));
    out += ':';
    write_canonical(out, member->value());
  }
  out += object.empty() ? "{}" : "}";
}

void write_array(std::string& out, boost::json::array const& array) {
  char separator = '[';
  for (auto const& element : array) {
    out += std::exchange(separator, ',');
    write_canonical(out, element);
  }
  out += array.empty() ? "[]" : "]";
}

}  // namespace

void write_canonical(std::string& out, std::string_view text) {
  ensure(is_text(text), "what is written down is valid UTF-8 without NUL");
  out += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out.append(text, start, i - start);
    write_escape(out, text[i]);
    start = i + 1;
  }
  out.append(text, start);
  out += '"';
}

void write_canonical(std::string& out, std::int64_t number) {
  ensure(number >= -largest_integer && number <= largest_integer, "whole numbers in JSON stay within 2^53 - 1");
  std::array<char, 20> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void write_canonical(std::string& out, Time time) {
  write_canonical(out, std::string_view(to_text(time)));
}
void write_canonical(std::string& out, Date date) {
  write_canonical(out, std::string_view(to_text(date)));
}

void write_canonical(std::string& out, boost::json::value const& value) {
  switch (value.kind()) {
    case boost::json::kind::null:
      out += "null";
      return;
    case boost::json::kind::bool_:
      write_canonical(out, value.get_bool());
      return;
    case boost::json::kind::int64:
      write_canonical(out, value.get_int64());
      return;
    case boost::json::kind::string:
      write_canonical(out, std::string_view(value.get_string().data(), value.get_string().size()));
      return;
    case boost::json::kind::array:
      write_array(out, value.get_array());
      return;
    case boost::json::kind::object:
      write_object(out, value.get_object());
      return;
    case boost::json::kind::uint64:
    case boost::json::kind::double_:
      break;
  }
  ensure(false, "canonical JSON has no fractions and no numbers above 2^53 - 1");
}

}  // namespace redress::codec
