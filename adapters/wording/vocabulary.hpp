// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words of a letter any rule asks for. Every test that a pattern makes of one word is an atom; a word of the text is looked up once and then known by the
// atoms it satisfies, so that a thousand rules cost a letter no more than ten.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace redress::wording {

using Atom = std::uint32_t;

enum class FormKind {
  Exact,
  Beginning,  ///< "apolog~", and with an ending "be~ing"
  Number,     ///< begins with a digit
};

/// One way in which a word may fit; texts are folded.
struct WordForm {
  FormKind kind;
  std::string beginning;
  std::string ending;

  friend auto operator<=>(WordForm const&, WordForm const&) = default;
};

class Vocabulary {
 public:
  Vocabulary();

  /// The atom for a word that fits one of these forms; the same forms are the same atom.
  [[nodiscard]] Atom atom_of(std::vector<WordForm> forms);
  /// Appends the atoms that the folded word satisfies.
  void append_atoms(std::string_view word, std::vector<Atom>& into) const;

  [[nodiscard]] std::size_t size() const { return atoms_.size(); }

 private:
  struct Ending {
    std::string text;
    Atom atom;
  };
  /// A letter of a beginning; letters that may stand in the same place are a chain.
  struct Node {
    char byte;
    std::uint32_t child;
    std::uint32_t sibling;
    std::vector<Ending> endings;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  void add(WordForm const& form, Atom atom);
  [[nodiscard]] std::uint32_t child_of(std::uint32_t node, char byte) const;
  std::uint32_t made_child_of(std::uint32_t node, char byte);

  std::map<std::vector<WordForm>, Atom> atoms_;
  std::unordered_map<std::string, std::vector<Atom>, Hash, std::equal_to<>> exact_;
  std::vector<Node> beginnings_;  ///< the first is the root
  std::vector<Atom> numbers_;
};

}  // namespace redress::wording
