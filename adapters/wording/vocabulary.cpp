// SPDX-License-Identifier: Apache-2.0
#include "adapters/wording/vocabulary.hpp"

#include <algorithm>

namespace redress::wording {
namespace {

constexpr std::uint32_t no_node = 0;  // the root is nobody's child

}  // namespace

Vocabulary::Vocabulary() : beginnings_{{'\0', no_node, no_node, {}}} {}

Atom Vocabulary::atom_of(std::vector<WordForm> forms) {
  std::ranges::sort(forms);
  auto const [entry, is_new] = atoms_.try_emplace(forms, static_cast<Atom>(atoms_.size()));
  if (is_new)
    for (auto const& form : forms) add(form, entry->second);
  return entry->second;
}

void Vocabulary::add(WordForm const& form, Atom atom) {
  if (form.kind == FormKind::Number) return numbers_.push_back(atom);
  if (form.kind == FormKind::Exact) return exact_[form.beginning].push_back(atom);
  std::uint32_t node = 0;
  for (char const byte : form.beginning) node = made_child_of(node, byte);
  beginnings_[node].endings.push_back({form.ending, atom});
}

std::uint32_t Vocabulary::child_of(std::uint32_t node, char byte) const {
  auto child = beginnings_[node].child;
  while (child != no_node && beginnings_[child].byte != byte) child = beginnings_[child].sibling;
  return child;
}

std::uint32_t Vocabulary::made_child_of(std::uint32_t node, char byte) {
  if (auto const known = child_of(node, byte); known != no_node) return known;
  auto const made = static_cast<std::uint32_t>(beginnings_.size());
  beginnings_.push_back({byte, no_node, beginnings_[node].child, {}});
  beginnings_[node].child = made;
  return made;
}

void Vocabulary::append_atoms(std::string_view word, std::vector<Atom>& into) const {
  if (word.empty()) return;
  if (auto const found = exact_.find(word); found != exact_.end()) into.insert(into.end(), found->second.begin(), found->second.end());
  if (word.front() >= '0' && word.front() <= '9') into.insert(into.end(), numbers_.begin(), numbers_.end());
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    node = child_of(node, word[i]);
    if (node == no_node) return;
    for (auto const& ending : beginnings_[node].endings)
      if (word.substr(i + 1).ends_with(ending.text)) into.push_back(ending.atom);
  }
}

}  // namespace redress::wording
