// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/mime_parts.hpp"

#include <algorithm>
#include <utility>

#include "adapters/mail_in/field_scanner.hpp"
#include "adapters/mail_in/mail_limits.hpp"

namespace redress::mail_in {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longest_field_name = 200;
constexpr std::size_t most_fields = 5'000;
constexpr std::size_t longest_parameters = 16 * 1024;

bool same_name(std::string_view one, std::string_view other) {
  return std::ranges::equal(one, other, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

/// The line at the front, with its line end.
std::string_view line_of(std::string_view text) {
  auto const end = text.find('\n');
  return end == npos ? text : text.substr(0, end + 1);
}

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The name before the colon; empty when the line is no field.
std::string_view field_name(std::string_view line) {
  auto const colon = line.find(':');
  if (colon == npos || colon > longest_field_name) return {};
  auto const name = line.substr(0, std::min(line.find_last_not_of(" \t", colon == 0 ? 0 : colon - 1) + 1, colon));
  bool const printable = std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F; });
  return printable ? name : std::string_view();
}

/// Whether fields that speak of the content stand before the next empty line.
bool fields_follow(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(line_of(text).size())) {
    std::string_view const line = without_line_end(line_of(text));
    if (line.empty()) return false;
    auto const name = field_name(line);
    if (same_name(name.substr(0, 8), "Content-") || same_name(name, "MIME-Version") || same_name(name, "Message-ID")) return true;
  }
  return false;
}

std::string_view between(char const* begin, char const* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

HeaderFields HeaderFields::read(std::string_view& raw) {
  HeaderFields header;
  bool continues = false, damaged = false;
  while (!raw.empty()) {
    std::string_view const line = line_of(raw);
    std::string_view const text = without_line_end(line);
    bool const folded = text.starts_with(' ') || text.starts_with('\t');
    // Text that begins without a header, or a damaged line in front of one.
    bool const odd_beginning = header.fields_.empty() && !text.empty() && (folded || field_name(text).empty());
    if (odd_beginning && !damaged && !fields_follow(raw)) return header;
    damaged = damaged || odd_beginning;
    raw.remove_prefix(line.size());
    if (text.empty()) return header;
    if (folded) {
      if (continues) header.fields_.back().value = between(header.fields_.back().value.data(), text.data() + text.size());
      continue;
    }
    auto const name = field_name(text);
    continues = !name.empty() && header.fields_.size() < most_fields;
    if (continues) header.fields_.push_back({name, text.substr(text.find(':') + 1)});
  }
  return header;
}

std::optional<std::string_view> HeaderFields::last(std::string_view name) const {
  auto const found = std::find_if(fields_.rbegin(), fields_.rend(), [&](HeaderField const& field) { return same_name(field.name, name); });
  return found == fields_.rend() ? std::nullopt : std::optional(found->value);
}

std::optional<std::string_view> HeaderFields::first(std::string_view name) const {
  auto const found = std::ranges::find_if(fields_, [&](HeaderField const& field) { return same_name(field.name, name); });
  return found == fields_.end() ? std::nullopt : std::optional(found->value);
}

std::vector<std::string_view> HeaderFields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (HeaderField const& field : fields_)
    if (same_name(field.name, name)) values.push_back(field.value);
  return values;
}

std::string_view MimePart::file_name() const {
  auto const name = disposition.parameter("filename");
  return name.empty() ? type.parameter("name") : name;
}

/// Walks over the raw mail once. Every open multipart has its boundary on the stack; a boundary line of an outer one ends the inner ones,
/// whether they were closed or not.
class PartReader {
 public:
  explicit PartReader(std::string_view raw) : rest_(raw), raw_(raw) {}

  [[nodiscard]] MimeTree read() {
    MimeTree tree;
    tree.top = read_part("text/plain");
    tree.trouble = trouble_;
    return tree;
  }

 private:
  /// Where a part ended: at a boundary line of the multipart `level`, or with the mail (`level` is then the outside).
  struct Ending {
    std::size_t level = 0;  ///< 1 for the outermost multipart, 0 for the end of the mail
    bool closing = false;
  };

  MimePart read_part(std::string_view default_type) {
    MimePart part;
    if (++parts_ > part_limit) return give_up(std::move(part), PartsTrouble::TooMany);
    part.header = read_header();
    part.type = parameters_of(part.header, "Content-Type");
    part.disposition = parameters_of(part.header, "Content-Disposition");
    // A disposition that names no kind is none, and what stands beside it is not believed.
    if (part.disposition.value.empty()) part.disposition = {};
    if (part.type.value.empty() || part.type.value.starts_with('/')) part.type.value = default_type;
    std::string const boundary(part.type.parameter("boundary"));
    bool const is_multipart = part.type.value.starts_with("multipart/") && !trimmed_blanks(boundary).empty();
    if (is_multipart && boundaries_.size() >= static_cast<std::size_t>(depth_limit)) return give_up(std::move(part), PartsTrouble::TooDeep);
    if (ended_in_header_) return part;
    if (is_multipart)
      read_multipart(part, boundary);
    else
      part.content = read_content();
    return part;
  }

  [[nodiscard]] static ParameterField parameters_of(HeaderFields const& header, std::string_view name) {
    return read_parameter_field(header.last(name).value_or(std::string_view()).substr(0, longest_parameters), {});
  }

  /// The header of a part ends at a boundary line too: then the part has nothing else.
  HeaderFields read_header() {
    std::string_view const before = rest_;
    std::string_view header_text = before;
    ended_in_header_ = false;
    if (!boundaries_.empty()) {
      for (std::string_view at = before; !at.empty(); at.remove_prefix(line_of(at).size())) {
        if (without_line_end(line_of(at)).empty()) break;
        auto const ending = boundary_at(at);
        if (ending.level == 0) continue;
        header_text = between(before.data(), at.data());
        ended_in_header_ = true;
        ending_ = ending;
        rest_ = at.substr(line_of(at).size());
        break;
      }
    }
    HeaderFields header = HeaderFields::read(header_text);
    if (!ended_in_header_) rest_ = header_text;
    return header;
  }

  void read_multipart(MimePart& part, std::string_view boundary) {
    boundaries_.emplace_back("--" + std::string(boundary.substr(0, boundary.find_last_not_of(" \t") + 1)));
    std::size_t const level = boundaries_.size();
    char const* const begin = rest_.data();
    std::string_view const preamble = read_content();
    while (ending_.level == level && !ending_.closing && trouble_ == PartsTrouble::None)
      part.parts.push_back(read_part(part.type.value == "multipart/digest" ? "message/rfc822" : "text/plain"));
    bool const was_closed = ending_.level == level;
    boundaries_.resize(level - 1);
    if (was_closed && trouble_ == PartsTrouble::None) read_content();
    part.content = part.parts.empty() ? preamble : between(begin, rest_.data());
  }

  /// Everything up to the next boundary line of an open multipart; the line end before it belongs to the boundary.
  std::string_view read_content() {
    char const* const begin = rest_.data();
    while (!rest_.empty()) {
      if (rest_.starts_with("--")) {
        ending_ = boundary_at(rest_);
        if (ending_.level > 0) {
          auto const content = between(begin, rest_.data());
          rest_.remove_prefix(line_of(rest_).size());
          return without_line_end(content);
        }
      }
      // Only a line that begins with two hyphens can end the part.
      auto const next = rest_.find("\n--");
      rest_.remove_prefix(next == npos ? rest_.size() : next + 1);
    }
    ending_ = {};
    return without_glued_end(between(begin, rest_.data()));
  }

  /// At the end of the mail some programs forget the line end before the last boundary.
  [[nodiscard]] std::string_view without_glued_end(std::string_view content) const {
    auto const text = content.substr(0, content.find_last_not_of(" \t\r\n") + 1);
    for (std::string const& boundary : boundaries_)
      if (std::string const end = boundary + "--"; text.ends_with(end)) return text.substr(0, text.size() - end.size());
    return content;
  }

  [[nodiscard]] Ending boundary_at(std::string_view text) const {
    std::string_view const line = without_line_end(line_of(text));
    if (!line.starts_with("--")) return {};
    for (std::size_t level = boundaries_.size(); level > 0; --level)
      if (line.starts_with(boundaries_[level - 1])) return {level, line.substr(boundaries_[level - 1].size()).starts_with("--")};
    return {};
  }

  MimePart give_up(MimePart part, PartsTrouble trouble) {
    trouble_ = trouble;
    ending_ = {};
    rest_ = raw_.substr(raw_.size());
    if (part.type.value.empty()) part.type.value = "text/plain";
    return part;
  }

  std::string_view rest_;
  std::string_view raw_;
  std::vector<std::string> boundaries_;
  Ending ending_;
  bool ended_in_header_ = false;
  int parts_ = 0;
  PartsTrouble trouble_ = PartsTrouble::None;
};

MimeTree take_apart(std::string_view raw) {
  return PartReader(raw).read();
}

}  // namespace redress::mail_in
