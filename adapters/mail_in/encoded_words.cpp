// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/encoded_words.hpp"

#include <algorithm>
#include <optional>

#include "adapters/mail_in/text_decoding.hpp"
#include "adapters/mail_in/transfer_decoding.hpp"

namespace redress::mail_in {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longest_charset = 60;
constexpr std::size_t longest_word = 8'000;  // 75 by RFC 2047, and whole subjects by some programs
constexpr std::string_view blanks = " \t\r\n";

struct EncodedWord {
  std::string_view charset;
  char encoding = 'q';
  std::string_view text;
  std::size_t length = 0;
};

std::optional<EncodedWord> word_at(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  auto const charset_end = text.find('?', 2);
  if (charset_end == npos || charset_end == 2 || charset_end > longest_charset || charset_end + 2 >= text.size()) return std::nullopt;
  if (text.substr(2, charset_end - 2).find_first_of(" =\"<>\t\r\n") != npos) return std::nullopt;
  char const encoding = static_cast<char>(text[charset_end + 1] | 0x20);
  if ((encoding != 'q' && encoding != 'b') || text[charset_end + 2] != '?') return std::nullopt;
  std::size_t const begin = charset_end + 3;
  auto const end = text.substr(0, longest_word).find("?=", begin);
  if (end == npos) return std::nullopt;
  auto charset = text.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // what follows the star is a language
  return EncodedWord{charset, encoding, text.substr(begin, end - begin), end + 2};
}

std::string bytes_of(EncodedWord const& word) {
  if (word.encoding == 'b') return decoded_base64(word.text);
  std::string bytes(word.text);
  std::ranges::replace(bytes, '_', ' ');
  return decoded_quoted_printable(bytes);
}

bool same_charset(std::string_view one, std::string_view other) {
  return std::ranges::equal(one, other, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

/// A character may be split between two words, so words of one charset are decoded together.
class Words {
 public:
  explicit Words(std::string_view charset) : charset_(charset) {}

  void add(EncodedWord const& word) {
    if (!same_charset(word.charset, pending_charset_)) flush();
    pending_charset_ = word.charset;
    pending_ += bytes_of(word);
  }
  void add(std::string_view plain) {
    flush();
    text_ += undeclared_to_utf8(plain, charset_);
  }
  std::string take() {
    flush();
    return std::move(text_);
  }

 private:
  void flush() {
    if (!pending_.empty()) text_ += to_utf8(pending_, pending_charset_);
    pending_.clear();
  }

  std::string_view charset_;
  std::string_view pending_charset_;
  std::string pending_;
  std::string text_;
};

}  // namespace

std::size_t encoded_word_length(std::string_view text) {
  auto const word = word_at(text);
  return word ? word->length : 0;
}

std::string decoded_words(std::string_view raw, std::string_view charset) {
  Words words(charset);
  std::size_t plain_begin = 0;
  bool after_word = false;
  for (std::size_t at = raw.find("=?"); at != npos; at = raw.find("=?", at)) {
    auto const word = word_at(raw.substr(at));
    if (!word) {
      at += 2;
      continue;
    }
    auto const between = raw.substr(plain_begin, at - plain_begin);
    bool const adjacent = after_word && between.find_first_not_of(blanks) == npos;
    if (!adjacent && !between.empty()) words.add(between);
    words.add(*word);
    at += word->length;
    plain_begin = at;
    after_word = true;
  }
  if (plain_begin < raw.size()) words.add(raw.substr(plain_begin));
  return words.take();
}

std::string decoded_line(std::string_view raw, std::string_view charset) {
  return cleaned_line(decoded_words(raw, charset));
}

}  // namespace redress::mail_in
