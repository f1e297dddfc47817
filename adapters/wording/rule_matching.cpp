// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/rule_matching.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "engine/domain/enumeration.hpp"

namespace redress::wording {
namespace {

/// Words of the text, from `first` up to `end`, that fit a pattern.
struct Hit {
  std::size_t rule;
  Role role;
  std::size_t first;
  std::size_t end;

  friend auto operator<=>(Hit const&, Hit const&) = default;
};

struct Found {
  Rule const* rule;
  std::size_t first;
  std::size_t end;
};

class Matcher {
 public:
  Matcher(ReviewedText const& read, RuleBook const& book)
      : read_(read), book_(book), last_sentence_with_(book.vocabulary.size(), 0), last_sentence_found_by_(book.rules.size(), 0) {
    look_words_up();
  }

  std::vector<Found> all() {
    for (auto const& sentence : read_.sentences) {
      hits_.clear();
      find_hits(sentence);
      keep_what_is_not_lifted();
      measure(sentence);
    }
    return std::move(found_);
  }

 private:
  void look_words_up() {
    std::vector<std::size_t> ends;
    ends.reserve(read_.words.size());
    for (auto const& word : read_.words) {
      auto const begin = static_cast<std::ptrdiff_t>(store_.size());
      if (word.kind != WordKind::Quoted) book_.vocabulary.append_atoms(read_.form(word), store_);
      std::ranges::sort(store_.begin() + begin, store_.end());
      ends.push_back(store_.size());
    }
    atoms_.reserve(ends.size());
    std::size_t begin = 0;
    for (auto const end : ends) {
      atoms_.emplace_back(std::span<Atom const>(store_).subspan(begin, end - begin));
      begin = end;
    }
  }

  void find_hits(Sentence const& sentence) {
    auto const length = sentence.end - sentence.first;
    SentenceWords const words{std::span(read_.words).subspan(sentence.first, length), std::span(atoms_).subspan(sentence.first, length)};
    note_atoms(words);
    try_patterns(book_.finding_patterns_beginning_with, words, sentence.first);
    if (hits_.empty()) return;
    for (auto const& hit : hits_) last_sentence_found_by_[hit.rule] = sentence_;
    try_patterns(book_.lifting_patterns_beginning_with, words, sentence.first);
    std::ranges::sort(hits_);
    auto const repeated = std::ranges::unique(hits_);
    hits_.erase(repeated.begin(), repeated.end());
  }

  void try_patterns(std::vector<std::vector<std::size_t>> const& beginning_with, SentenceWords const& words, std::size_t first) {
    for (std::size_t at = 0; at < words.words.size(); ++at)
      for (auto const atom : words.atoms[at])
        for (auto const index : beginning_with[atom]) {
          auto const& pattern = book_.patterns[index];
          if (!is_worth_trying(pattern)) continue;
          if (auto const count = match_at(pattern.pattern, words, at); count > 0) hits_.push_back({pattern.rule, pattern.role, first + at, first + at + count});
        }
  }

  void note_atoms(SentenceWords const& words) {
    ++sentence_;
    for (auto const& atoms : words.atoms)
      for (auto const atom : atoms) last_sentence_with_[atom] = sentence_;
  }

  /// What lifts is asked only where its rule has found something. Most patterns end with a word that the sentence does not have: that is seen at once.
  [[nodiscard]] bool is_worth_trying(RulePattern const& pattern) const {
    if (pattern.role != Role::Find && last_sentence_found_by_[pattern.rule] != sentence_) return false;
    return pattern.endings.empty() || std::ranges::any_of(pattern.endings, [&](Atom atom) { return last_sentence_with_[atom] == sentence_; });
  }

  /// Hits are sorted by rule, and in a rule by role: those that find come first, then those that lift.
  void keep_what_is_not_lifted() {
    for (auto from = hits_.begin(); from != hits_.end();) {
      auto const until = std::find_if(from, hits_.end(), [&](Hit const& hit) { return hit.rule != from->rule; });
      keep_of_one_rule({from, until});
      from = until;
    }
  }

  void keep_of_one_rule(std::span<Hit const> hits) {
    if (hits.back().role == Role::UnlessNearby) return;
    auto const finding = std::ranges::partition_point(hits, [](Hit const& hit) { return hit.role == Role::Find; });
    std::span<Hit const> const lifting(finding, hits.end());
    std::size_t lifted_until = 0;
    auto next = lifting.begin();
    for (auto const& hit : std::span<Hit const>(hits.begin(), finding)) {
      for (; next != lifting.end() && next->first < hit.end; ++next) lifted_until = std::max(lifted_until, next->end);
      if (lifted_until <= hit.first) found_.push_back({&book_.rules[hit.rule], hit.first, hit.end});
    }
  }

  void measure(Sentence const& sentence) {
    if (!sentence.is_whole) return;
    auto const is_counted = [](Word const& word) { return word.kind == WordKind::Written; };
    auto const words = std::span(read_.words).subspan(sentence.first, sentence.end - sentence.first);
    auto const count = static_cast<std::size_t>(std::ranges::count_if(words, is_counted));
    for (auto const& rule : book_.long_sentences)
      if (count > rule.more_than) return found_.push_back({&rule.rule, sentence.first, sentence.end});
  }

  ReviewedText const& read_;
  RuleBook const& book_;
  std::vector<std::uint32_t> last_sentence_with_;      ///< by atom; sentences are counted from 1
  std::vector<std::uint32_t> last_sentence_found_by_;  ///< by rule
  std::uint32_t sentence_ = 0;
  std::vector<Atom> store_;
  std::vector<std::span<Atom const>> atoms_;
  std::vector<Hit> hits_;
  std::vector<Found> found_;
};

/// Of findings of one class that overlap, the one that says most.
std::vector<Found> without_repetition(std::vector<Found> found) {
  auto const more_telling = [](Found const& one, Found const& other) {
    return std::tuple(one.rule->severity, other.end - other.first, one.first, one.rule->name) <
           std::tuple(other.rule->severity, one.end - one.first, other.first, other.rule->name);
  };
  std::ranges::sort(found, {}, [](Found const& one) { return std::tuple(one.first, one.end); });
  std::array<std::ptrdiff_t, count_of<WordingClass>> latest;
  latest.fill(-1);
  std::vector<Found> kept;
  for (auto const& one : found) {
    auto& last = latest[static_cast<std::size_t>(one.rule->wording_class)];
    if (last < 0 || kept[static_cast<std::size_t>(last)].end <= one.first) {
      last = static_cast<std::ptrdiff_t>(kept.size());
      kept.push_back(one);
    } else if (more_telling(one, kept[static_cast<std::size_t>(last)])) {
      kept[static_cast<std::size_t>(last)] = one;
    }
  }
  return kept;
}

class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  /// Places are asked for in the order of the text.
  std::int64_t line_of(std::size_t place) {
    line_ += std::ranges::count(text_.substr(at_, place - at_), '\n');
    at_ = place;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
};

}  // namespace

std::vector<WordingFinding> findings_in(std::string_view text, ReviewedText const& read, RuleBook const& book) {
  auto found = without_repetition(Matcher(read, book).all());
  std::ranges::sort(found, {}, [](Found const& one) { return std::tuple(one.first, one.end, one.rule->wording_class); });
  LineCounter lines(text);
  std::vector<WordingFinding> findings;
  findings.reserve(found.size());
  for (auto const& one : found) {
    auto const start = read.words[one.first].start;
    auto const end = read.words[one.end - 1].end;
    findings.push_back({static_cast<std::int64_t>(start), static_cast<std::int64_t>(end), lines.line_of(start), one.rule->name, one.rule->wording_class,
                        one.rule->severity, one.rule->why, one.rule->suggestion});
  }
  return findings;
}

}  // namespace redress::wording
