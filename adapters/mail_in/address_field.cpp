// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/address_field.hpp"

#include <algorithm>
#include <string>

#include "adapters/mail_in/encoded_words.hpp"
#include "adapters/mail_in/field_scanner.hpp"
#include "adapters/mail_in/text_decoding.hpp"

namespace redress::mail_in {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t most_addresses = 10'000;

std::string without_blanks(std::string_view text) {
  std::string kept;
  std::ranges::copy_if(text, std::back_inserter(kept), [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n'; });
  return kept;
}

/// "@relay.example:anna@example.org" names the way as well; only the end of it is an address.
std::string without_route(std::string address) {
  if (!address.starts_with('@')) return address;
  auto const colon = address.find(':');
  return colon == npos ? address : address.substr(colon + 1);
}

class AddressReader {
 public:
  AddressReader(std::string_view raw, std::string_view charset) : scanner_(raw), charset_(charset) {}

  [[nodiscard]] std::vector<Mailbox> read() {
    while (!scanner_.at_end() && found_.size() < most_addresses) read_token();
    finish_entry();
    return std::move(found_);
  }

 private:
  void read_token() {
    switch (scanner_.peek()) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        scanner_.next();
        gap_ = true;
        return;
      case '(':
        return add_comment();
      case '"':
        return add_quoted();
      case '<':
        return read_angle();
      case ',':
      case ';':
        scanner_.next();
        return finish_entry();
      case ':':
        scanner_.next();
        return begin_group();
      default:
        return add_word();
    }
  }

  void add_comment() {
    std::string const text = decoded_line(scanner_.comment(), charset_);
    if (text.empty()) return;
    if (!comments_.empty()) comments_ += ' ';
    comments_ += text;
  }

  /// The quotation marks go; in a local part ("anna ozola"@example.org) they are needed.
  void add_quoted() {
    std::string const text = scanner_.quoted_text();
    if (!scanner_.at_end() && scanner_.peek() == '@')
      append_word('"' + text + '"');
    else
      append_word(text);
  }

  /// An encoded word may hold commas although it should not.
  void add_word() {
    if (auto const length = encoded_word_length(scanner_.rest())) {
      append_word(scanner_.rest().substr(0, length));
      scanner_.skip(length);
      return;
    }
    char const first = scanner_.next();
    append_word(std::string(1, first) + std::string(scanner_.until(" \t\r\n(\"<,;:=")));
  }

  void append_word(std::string_view word) {
    if (gap_ && !words_.empty()) words_ += ' ';
    gap_ = false;
    words_ += word;
  }

  void read_angle() {
    scanner_.next();
    std::string address;
    while (!scanner_.at_end() && scanner_.peek() != '>') {
      if (scanner_.peek() == '(')
        add_comment();
      else if (scanner_.peek() == '"')
        address += '"' + scanner_.quoted_text() + '"';
      else
        address += scanner_.next();
    }
    if (!scanner_.at_end()) scanner_.next();
    if (angle_.empty()) angle_ = without_route(cleaned_line(undeclared_to_utf8(without_blanks(address), charset_)));
    has_angle_ = true;
    gap_ = true;
  }

  /// What stands before the colon is the group's name. An address with a colon in it is none ("mailto:anna@example.org").
  void begin_group() {
    words_.clear();
    comments_.clear();
  }

  void finish_entry() {
    if (has_angle_)
      add(cleaned_name(), angle_);
    else if (words_.find('@') != npos)
      add_bare_addresses();
    else if (!words_.empty() && !comments_.empty())
      add_old_style();
    else if (!words_.empty())
      add(cleaned_name(), {});
    words_.clear();
    comments_.clear();
    angle_.clear();
    has_angle_ = gap_ = false;
  }

  /// "root (Cron Daemon)": the address, then the name in a comment.
  void add_old_style() {
    std::string const address = cleaned_line(words_);
    words_.clear();
    add(cleaned_name(), address);
  }

  /// "anna@example . org", or several where the commas were forgotten.
  void add_bare_addresses() {
    std::string const words = words_;
    words_.clear();
    std::string const name = cleaned_name();
    if (std::ranges::count(words, '@') == 1) {
      std::string const address = words.find('"') == npos ? without_blanks(words) : words;
      return add(name, cleaned_line(undeclared_to_utf8(address, charset_)));
    }
    for (std::size_t at = 0; at < words.size();) {
      auto const end = std::min(words.find(' ', at), words.size());
      if (words.substr(at, end - at).find('@') != npos) add(name, cleaned_line(undeclared_to_utf8(words.substr(at, end - at), charset_)));
      at = end + 1;
    }
  }

  [[nodiscard]] std::string cleaned_name() const {
    std::string const name = decoded_line(words_, charset_);
    if (comments_.empty()) return name;
    return name.empty() ? comments_ : name + " (" + comments_ + ")";
  }

  void add(std::string name, std::string address) {
    if (!name.empty() || !address.empty()) found_.push_back({std::move(name), std::move(address)});
  }

  FieldScanner scanner_;
  std::string_view charset_;
  std::vector<Mailbox> found_;
  std::string words_;
  std::string comments_;
  std::string angle_;
  bool has_angle_ = false;
  bool gap_ = false;
};

}  // namespace

std::vector<Mailbox> read_address_field(std::string_view raw, std::string_view charset) {
  return AddressReader(raw, charset).read();
}

bool is_deliverable(std::string_view address) {
  auto const at = address.rfind('@');
  return at != npos && at > 0 && at + 1 < address.size() && address.find_first_of(" <>,;") == npos;
}

}  // namespace redress::mail_in
