// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/letter_changes.hpp"

#include <algorithm>
#include <cstddef>

#include "engine/domain/time.hpp"

namespace redress {
namespace {

struct Line {
  std::string part;
  std::string text;

  friend bool operator==(Line const&, Line const&) = default;
};

struct Step {
  ChangeKind kind;
  std::size_t before;  ///< meaningless for what was added
  std::size_t after;   ///< meaningless for what was removed
};

/// The longest common subsequence, by the table of the textbook. A letter has tens of parts and a paragraph hundreds of words; beyond the bound all of it is
/// said to be new, rather than to take time that grows with the square.
template <class T>
std::vector<Step> steps_between(std::vector<T> const& before, std::vector<T> const& after) {
  constexpr std::size_t most = 4'000'000;
  std::vector<Step> steps;
  auto const rest = [&](std::size_t from, std::size_t to) {
    for (; from < before.size(); ++from) steps.push_back({ChangeKind::Removed, from, 0});
    for (; to < after.size(); ++to) steps.push_back({ChangeKind::Added, 0, to});
  };
  auto const width = after.size() + 1;
  if ((before.size() + 1) * width > most) {
    rest(0, 0);
    return steps;
  }
  std::vector<std::uint32_t> common((before.size() + 1) * width, 0);
  for (auto i = before.size(); i-- > 0;)
    for (auto j = after.size(); j-- > 0;)
      common[i * width + j] = before[i] == after[j] ? common[(i + 1) * width + j + 1] + 1 : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() && j < after.size()) {
    if (before[i] == after[j])
      steps.push_back({ChangeKind::Kept, i++, j++});
    else if (common[(i + 1) * width + j] >= common[i * width + j + 1])
      steps.push_back({ChangeKind::Removed, i++, j});
    else
      steps.push_back({ChangeKind::Added, i, j++});
  }
  rest(i, j);
  return steps;
}

/// Words with the blanks after them, so that they can be put together again.
std::vector<std::string> words_of(std::string const& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    auto const blank = std::min(text.find(' ', start), text.size());
    auto const end = std::min(text.find_first_not_of(' ', blank), text.size());
    words.push_back(text.substr(start, end - start));
    start = end;
  }
  return words;
}

void append(std::vector<WordRun>& runs, ChangeKind kind, std::string const& text) {
  if (runs.empty() || runs.back().kind != kind) runs.push_back({kind, {}});
  runs.back().text += text;
}

std::vector<WordRun> runs_between(std::string const& before, std::string const& after) {
  auto const old_words = words_of(before);
  auto const new_words = words_of(after);
  std::vector<WordRun> runs;
  for (auto const& step : steps_between(old_words, new_words))
    append(runs, step.kind, step.kind == ChangeKind::Added ? new_words[step.after] : old_words[step.before]);
  return runs;
}

/// How much of both texts has stayed, from 0 to 1.
double likeness(std::vector<WordRun> const& runs) {
  std::size_t kept = 0;
  std::size_t all = 0;
  for (auto const& run : runs) {
    all += run.text.size();
    if (run.kind == ChangeKind::Kept) kept += run.text.size();
  }
  return all == 0 ? 1 : static_cast<double>(kept) / static_cast<double>(all);
}

std::vector<Line> lines_of(LetterDocument const& document) {
  std::vector<Line> lines;
  auto const add = [&](std::string const& part, std::string const& text) {
    if (!text.empty()) lines.push_back({part, text});
  };
  add("date", document.date);
  for (auto const& line : document.inside_address) add("inside-address", line);
  add("salutation", document.salutation);
  add("subject", document.subject);
  for (auto const& paragraph : document.body) add("body", paragraph.text);
  for (auto const& row : document.schedule) add("schedule", row.what + " · " + row.who + " · " + to_text(row.by));
  for (auto const& line : document.signature) add("signature", line);
  for (auto const& line : document.copies) add("copies", line);
  return lines;
}

/// Parts in a row that are only in one of the versions.
struct Hunk {
  std::vector<Line const*> removed;
  std::vector<Line const*> added;
};

PartChange whole(Line const& line, ChangeKind kind) {
  return {line.part, kind, {{kind, line.text}}};
}

/// What was added is a part that was removed, reworded, if enough of it has stayed.
void settle(Hunk const& hunk, std::vector<PartChange>& changes) {
  constexpr double is_the_same_part = 0.3;
  auto next = hunk.removed.begin();
  for (auto const* line : hunk.added) {
    std::vector<WordRun> runs;
    auto const is_origin = [&](Line const* before) {
      if (before->part != line->part) return false;
      runs = runs_between(before->text, line->text);
      return likeness(runs) >= is_the_same_part;
    };
    auto const origin = std::find_if(next, hunk.removed.end(), is_origin);
    if (origin == hunk.removed.end()) {
      changes.push_back(whole(*line, ChangeKind::Added));
      continue;
    }
    for (; next != origin; ++next) changes.push_back(whole(**next, ChangeKind::Removed));
    ++next;
    changes.push_back({line->part, ChangeKind::Kept, std::move(runs)});
  }
  for (; next != hunk.removed.end(); ++next) changes.push_back(whole(**next, ChangeKind::Removed));
}

}  // namespace

std::vector<PartChange> changes_between(LetterDocument const& before, LetterDocument const& after) {
  auto const old_lines = lines_of(before);
  auto const new_lines = lines_of(after);
  std::vector<PartChange> changes;
  Hunk hunk;
  for (auto const& step : steps_between(old_lines, new_lines)) {
    if (step.kind == ChangeKind::Removed) {
      hunk.removed.push_back(&old_lines[step.before]);
    } else if (step.kind == ChangeKind::Added) {
      hunk.added.push_back(&new_lines[step.after]);
    } else {
      settle(hunk, changes);
      hunk = {};
      changes.push_back(whole(old_lines[step.before], ChangeKind::Kept));
    }
  }
  settle(hunk, changes);
  return changes;
}

}  // namespace redress
