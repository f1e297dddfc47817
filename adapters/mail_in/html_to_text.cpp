// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/html_to_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace redress::mail_in {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int deepest_quotation = 8;

struct Entity {
  std::string_view name;
  std::string_view text;
};

constexpr std::array entities{Entity{"amp", "&"},    Entity{"lt", "<"},     Entity{"gt", ">"},     Entity{"quot", "\""}, Entity{"apos", "'"},
                              Entity{"nbsp", " "},   Entity{"ndash", "–"},  Entity{"mdash", "—"},  Entity{"laquo", "«"}, Entity{"raquo", "»"},
                              Entity{"hellip", "…"}, Entity{"lsquo", "‘"},  Entity{"rsquo", "’"},  Entity{"ldquo", "“"}, Entity{"rdquo", "”"},
                              Entity{"bdquo", "„"},  Entity{"euro", "€"},   Entity{"pound", "£"},  Entity{"copy", "©"},  Entity{"reg", "®"},
                              Entity{"trade", "™"},  Entity{"bull", "•"},   Entity{"middot", "·"}, Entity{"deg", "°"},   Entity{"sect", "§"},
                              Entity{"times", "×"},  Entity{"auml", "ä"},   Entity{"ouml", "ö"},   Entity{"uuml", "ü"},  Entity{"szlig", "ß"},
                              Entity{"eacute", "é"}, Entity{"egrave", "è"}, Entity{"agrave", "à"}, Entity{"aring", "å"}, Entity{"scaron", "š"},
                              Entity{"zwnj", ""},    Entity{"shy", ""},     Entity{"ensp", " "},   Entity{"emsp", " "},  Entity{"thinsp", " "}};

constexpr std::array hidden_elements{std::string_view{"script"}, std::string_view{"style"}, std::string_view{"title"}, std::string_view{"template"}};
constexpr std::array block_elements{std::string_view{"br"}, std::string_view{"div"},   std::string_view{"li"},      std::string_view{"tr"},
                                    std::string_view{"ul"}, std::string_view{"ol"},    std::string_view{"dt"},      std::string_view{"dd"},
                                    std::string_view{"hr"}, std::string_view{"table"}, std::string_view{"section"}, std::string_view{"pre"}};
constexpr std::array paragraph_elements{std::string_view{"p"},  std::string_view{"h1"}, std::string_view{"h2"},        std::string_view{"h3"},
                                        std::string_view{"h4"}, std::string_view{"h5"}, std::string_view{"blockquote"}};

template <std::size_t N>
bool one_of(std::array<std::string_view, N> const& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

void append_utf8(std::string& out, std::uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return;
  auto const tail = [&](unsigned shift) { out += static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    tail(12), tail(6), tail(0);
  }
}

/// The text of the numeric entity "#x41" or "#65"; empty when it is none.
std::optional<std::string> numeric_entity(std::string_view name) {
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  bool const hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  auto const [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  std::string text;
  append_utf8(text, code);
  return text;
}

/// Lays text out in lines: white space collapses, empty lines never come in twos, every line of a quotation is marked.
class Page {
 public:
  void write(std::string_view text) {
    for (char const c : text) write(c);
  }

  void write(char c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      gap_ = line_has_text_;
      return;
    }
    if (!line_has_text_) begin_line();
    if (gap_) text_ += ' ';
    gap_ = false;
    text_ += c;
  }

  void end_line() {
    if (line_has_text_) text_ += '\n';
    line_has_text_ = gap_ = false;
  }

  void end_paragraph() {
    end_line();
    blank_wanted_ = true;
  }

  void quote(int change) {
    end_paragraph();
    depth_ = std::clamp(depth_ + change, 0, deepest_quotation);
  }

  [[nodiscard]] std::string finish() {
    end_line();
    return std::move(text_);
  }

 private:
  void begin_line() {
    if (blank_wanted_ && !text_.empty()) text_ += '\n';
    blank_wanted_ = gap_ = false;
    line_has_text_ = true;
    for (int i = 0; i < depth_; ++i) text_ += "> ";
  }

  std::string text_;
  int depth_ = 0;
  bool line_has_text_ = false;
  bool gap_ = false;
  bool blank_wanted_ = false;
};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  [[nodiscard]] std::string read() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<')
        read_markup();
      else if (html_[at_] == '&')
        read_entity();
      else
        page_.write(html_[at_++]);
    }
    return page_.finish();
  }

 private:
  void read_markup() {
    if (html_.substr(at_).starts_with("<!--")) return skip_past("-->");
    std::size_t const after = at_ + 1;
    char const next = after < html_.size() ? lower(html_[after]) : ' ';
    if (next == '!' || next == '?') return skip_past(">");
    if (next != '/' && (next < 'a' || next > 'z')) return page_.write(html_[at_++]);
    bool const closing = next == '/';
    std::string const name = name_at(closing ? after + 1 : after);
    at_ = end_of_tag(after + name.size());
    closing ? close(name) : open(name);
  }

  void open(std::string const& name) {
    if (one_of(hidden_elements, name)) return skip_element(name);
    if (name == "blockquote") return page_.quote(+1);
    if (name == "td" || name == "th") return page_.write(' ');
    lay_out(name);
  }

  void close(std::string const& name) { name == "blockquote" ? page_.quote(-1) : lay_out(name); }

  void lay_out(std::string const& name) {
    if (one_of(paragraph_elements, name)) page_.end_paragraph();
    if (one_of(block_elements, name)) page_.end_line();
  }

  void read_entity() {
    auto const semicolon = html_.substr(at_, 12).find(';');
    if (semicolon == npos) return page_.write(html_[at_++]);
    auto const name = html_.substr(at_ + 1, semicolon - 1);
    auto const known = std::ranges::find(entities, name, &Entity::name);
    auto const numeric = numeric_entity(name);
    if (known == entities.end() && !numeric) return page_.write(html_[at_++]);
    page_.write(numeric ? std::string_view(*numeric) : known->text);
    at_ += semicolon + 1;
  }

  [[nodiscard]] std::string name_at(std::size_t from) const {
    std::string name;
    for (; from < html_.size() && name.size() < 12; ++from) {
      char const c = lower(html_[from]);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) break;
      name += c;
    }
    return name;
  }

  /// The place behind the tag's ">", which may stand inside a quoted attribute. A quotation mark without a partner means nothing, and is
  /// looked for to the end of the input only once.
  [[nodiscard]] std::size_t end_of_tag(std::size_t from) {
    while (from < html_.size() && html_[from] != '>') {
      char const c = html_[from++];
      if (c != '"' && c != '\'') continue;
      bool& partnerless = c == '"' ? no_double_quote_left_ : no_single_quote_left_;
      auto const partner = partnerless ? npos : html_.find(c, from);
      partnerless = partner == npos;
      if (partner != npos) from = partner + 1;
    }
    return std::min(from + 1, html_.size());
  }

  void skip_past(std::string_view end) {
    auto const found = html_.find(end, at_ + 1);
    at_ = found == npos ? html_.size() : found + end.size();
  }

  void skip_element(std::string const& name) {
    std::string const end = "</" + name;
    auto const rest = html_.substr(at_);
    auto const found = std::ranges::search(rest, end, [](char a, char b) { return lower(a) == b; });
    at_ = static_cast<std::size_t>(found.begin() - html_.begin());
    if (at_ < html_.size()) at_ = end_of_tag(at_);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  Page page_;
  bool no_double_quote_left_ = false;
  bool no_single_quote_left_ = false;
};

}  // namespace

std::string html_to_text(std::string_view html) {
  return HtmlReader(html).read();
}

}  // namespace redress::mail_in
