// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/visible_reply.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "adapters/mail_in/quotation.hpp"

namespace redress::mail_in {
namespace {

/// Places of lines, ascending.
using Places = std::vector<std::size_t>;

Lines lines_of(std::string_view text) {
  Lines lines;
  lines.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Places all_places(Lines const& lines, std::size_t from = 0) {
  Places places(lines.size() - from);
  std::iota(places.begin(), places.end(), from);
  return places;
}

/// Without blank lines before and behind, and without blanks at the ends of lines.
std::string joined(Lines const& lines, Places const& places) {
  auto const written = [&](std::size_t place) { return !is_blank(lines[place]); };
  auto const first = std::ranges::find_if(places, written);
  auto const last = std::find_if(places.rbegin(), places.rend(), written).base();
  std::string text;
  for (auto place = first; place < last; ++place) {
    if (place != first) text += '\n';
    std::string_view const line = lines[*place];
    text += line.substr(0, line.find_last_not_of(" \t\r") + 1);
  }
  return text;
}

bool is_written_text(std::string_view line) {
  return !is_rule(line) && !is_quoted(line);
}

/// Someone who answers beneath or between the quoted lines wrote the unquoted ones.
bool answers_follow_quotation(Lines const& lines, std::size_t from) {
  if (!is_followed_by_quotation(lines, from)) return false;
  auto const rest = lines.begin() + static_cast<std::ptrdiff_t>(from);
  auto const end = std::find_if(rest, lines.end(), begins_signature);
  return std::any_of(rest, end, [](std::string_view line) { return is_written_text(line) && !line.starts_with('|'); });
}

void keep_unquoted(Lines const& lines, std::size_t from, Places& kept) {
  for (std::size_t i = from; i < lines.size() && !begins_signature(lines[i]); ++i)
    if (!is_quoted(lines[i])) kept.push_back(i);
}

/// A mail that begins with an introduction and quotes nothing beneath was written into the quotation: only the introductions go.
void keep_all_but_introductions(Lines const& lines, std::size_t from, Places& kept) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (std::size_t const introduction = introduction_at(lines, i))
      i += introduction - 1;
    else
      kept.push_back(i);
  }
}

Places without_quotation(Lines const& lines) {
  Places kept;
  bool something_before = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // What is forwarded is what the person wants us to read.
    if (marks_forwarding(lines[i])) return all_places(lines);
    if (std::size_t const introduction = introduction_at(lines, i)) {
      i += introduction;
      bool const is_quoted_beneath = is_followed_by_quotation(lines, i);
      if (answers_follow_quotation(lines, i)) keep_unquoted(lines, i, kept);
      if (!something_before && kept.empty() && !is_quoted_beneath) keep_all_but_introductions(lines, i, kept);
      return kept;
    }
    if (something_before && (begins_signature(lines[i]) || marks_original_message(lines[i]) || is_quoted_header(lines, i))) return kept;
    something_before = something_before || is_written_text(lines[i]);
    kept.push_back(i);
  }
  return kept;
}

void drop_tail(Lines const& lines, Places& places) {
  auto const belongs_to_the_program = [&](std::string_view line) { return is_rule(line) || is_quoted(line) || is_device_signature(line); };
  while (!places.empty() && belongs_to_the_program(lines[places.back()])) places.pop_back();
}

Places all_others(Lines const& lines, Places const& places) {
  Places others;
  auto next = places.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (next != places.end() && *next == i)
      ++next;
    else if (!is_blank(lines[i]))
      others.push_back(i);
  }
  return others;
}

}  // namespace

SplitReply split_reply(std::string_view text) {
  Lines const lines = lines_of(text);
  Places kept = without_quotation(lines);
  drop_tail(lines, kept);
  if (std::ranges::all_of(kept, [&](std::size_t place) { return is_blank(lines[place]); })) kept = all_places(lines);
  return {joined(lines, kept), joined(lines, all_others(lines, kept))};
}

}  // namespace redress::mail_in
