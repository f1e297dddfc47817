// SPDX-License-Identifier: Apache-2.0
// What a review would forget to look at: lengths, words we do not use, and how a file begins and ends.
#include <gtest/gtest.h>

#include <cctype>
#include <set>

#include "tests/repository.hpp"

namespace redress::repository {
namespace {

constexpr std::size_t longest_function = 60;
constexpr std::size_t longest_file = 400;

bool is_source(File const& file) {
  return file.is_cpp() || file.ends_with(".py") || file.ends_with(".sh") || file.ends_with(".mjs") || file.path == "dev";
}

// ---- lengths

void are_short(File const& file, Findings& findings) {
  if (is_source(file) && file.lines.size() > longest_file) findings.push_back(finding(file, longest_file + 1, "a file has at most 400 lines"));
}

enum class Scope { Outside, Function, Inside };

/// What the brace after `head` opens. `head` is everything since the last brace or semicolon.
Scope opened_by(std::string_view head, Scope around) {
  if (around != Scope::Outside) return Scope::Inside;
  auto const first = head.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return Scope::Outside;
  for (std::string_view const word : {"namespace", "struct", "class", "enum", "union", "extern"})
    if (head.substr(first).starts_with(word)) return Scope::Outside;
  return head.find('(') == std::string_view::npos ? Scope::Outside : Scope::Function;
}

/// Calls `found(first line, number of lines)` for every function with a body.
template <class Found>
void for_each_cpp_function(File const& file, Found const& found) {
  struct Open {
    Scope scope;
    std::size_t line;
  };
  auto const text = without_comments_and_literals(file.text);
  std::vector<Open> open;
  std::size_t line = 1;
  std::size_t head = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') ++line;
    if (text[i] == '{') {
      auto const around = open.empty() ? Scope::Outside : open.back().scope;
      open.push_back({opened_by(std::string_view(text).substr(head, i - head), around), line});
    } else if (text[i] == '}' && !open.empty()) {
      if (open.back().scope == Scope::Function) found(open.back().line, line - open.back().line + 1);
      open.pop_back();
    }
    if (text[i] == '{' || text[i] == '}' || text[i] == ';') head = i + 1;
  }
}

template <class Found>
void for_each_python_function(File const& file, Found const& found) {
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    auto const indent = file.lines[i].find_first_not_of(' ');
    if (indent == std::string_view::npos || !file.lines[i].substr(indent).starts_with("def ")) continue;
    auto last = i;
    for (auto j = i + 1; j < file.lines.size(); ++j) {
      auto const inner = file.lines[j].find_first_not_of(' ');
      if (inner == std::string_view::npos) continue;
      if (inner <= indent && file.lines[j][inner] != ')') break;
      last = j;
    }
    found(i + 1, last - i + 1);
  }
}

void have_short_functions(File const& file, Findings& findings) {
  auto const check = [&](std::size_t line, std::size_t length) {
    if (length > longest_function) findings.push_back(finding(file, line, "a function has at most 60 lines, this one " + std::to_string(length)));
  };
  if (file.is_cpp()) for_each_cpp_function(file, check);
  if (file.ends_with(".py")) for_each_python_function(file, check);
}

// ---- words

struct Word {
  std::string text;  ///< in lower case
  std::size_t line;
};

/// The words of a file, of identifiers in either spelling too: "HandlerNamed" is "handler", "named".
std::vector<Word> words_of(File const& file) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    bool continues = false;
    bool after_small = false;
    for (char const letter : file.lines[i]) {
      auto const byte = static_cast<unsigned char>(letter);
      bool const is_capital = std::isupper(byte) != 0;
      if (std::isalpha(byte) == 0 && byte < 0x80) {
        continues = false;
        continue;
      }
      if (!continues || (is_capital && after_small)) words.push_back({"", i + 1});
      words.back().text += static_cast<char>(std::tolower(byte));
      continues = true;
      after_small = !is_capital;
    }
  }
  return words;
}

struct Synonym {
  std::string_view banned;
  std::string_view ours;
};

// Written in two parts, so that the list does not find itself.
constexpr Synonym synonyms[]{{"tic"
                              "ket",
                              "complaint"},
                             {"custo"
                              "mer",
                              "complainant"},
                             {"s"
                              "la",
                              "deadline"},
                             {"age"
                              "nt",
                              "handler"},
                             {"iss"
                              "ue",
                              "complaint"}};

/// Letters have an upper and a lower one, a switch has several, and a library or two has it in a name.
bool is_about_letters_or_switches(File const& file, std::vector<Word> const& words, std::size_t at) {
  static std::set<std::string_view> const before{"lower", "upper", "kebab", "snake", "camel", "pascal", "test"};
  auto const line = file.lines[words[at].line - 1];
  auto const start = line.find_first_not_of(' ');
  bool const is_switch = !file.ends_with(".md") && line.substr(start).starts_with(
                                                       "ca"
                                                       "se ");
  bool const is_named = at > 0 && before.contains(words[at - 1].text);
  bool const is_regarded = at > 1 && words[at - 2].text == "regard" && words[at - 1].text == "to";
  bool const is_mapped = at + 1 < words.size() && words[at + 1].text == "map";
  return is_switch || is_named || is_regarded || is_mapped;
}

bool says(std::string_view word, std::string_view banned) {
  return word == banned || (word.starts_with(banned) && word.substr(banned.size()) == "s");
}

/// The glossary, and the rules of the wording review, name the words in order to say that they are not ours; scripts of the shell and of CMake cannot do
/// without one of them.
bool may_say_anything(File const& file) {
  bool const is_wording_rule = file.is_under("templates/") && file.path.find("/wording/") != std::string::npos;
  return file.path == "docs/glossary.md" || is_wording_rule || file.path == "dev" || file.ends_with(".txt") || file.ends_with(".cmake") ||
         file.ends_with(".sql");
}

void use_our_words(File const& file, Findings& findings) {
  if (may_say_anything(file)) return;
  auto const words = words_of(file);
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool const is_browser = i > 0 && words[i - 1].text == "user";
    for (auto const& [banned, ours] : synonyms)
      if (says(words[i].text, banned) && !is_browser)
        findings.push_back(finding(file, words[i].line, "\"" + words[i].text + "\": we say " + std::string(ours)));
    if (says(words[i].text,
             "ca"
             "se") &&
        !is_about_letters_or_switches(file, words, i))
      findings.push_back(finding(file, words[i].line, "\"" + words[i].text + "\": we say complaint"));
  }
}

void leave_nothing_to_be_done(File const& file, Findings& findings) {
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    auto const todo = file.lines[i].find(
        "TO"
        "DO");
    bool const numbered = todo != std::string_view::npos && file.lines[i].substr(todo + 4).starts_with("(#");
    if ((todo != std::string_view::npos && !numbered) || file.lines[i].find("FIX"
                                                                            "ME") != std::string_view::npos)
      findings.push_back(finding(file, i + 1, "what is still to be done has a number"));
  }
}

void name_no_machine(File const& file, Findings& findings) {
  for (std::size_t i = 0; i < file.lines.size(); ++i)
    for (std::string_view const place : {"/wo"
                                         "rk/",
                                         "/ho"
                                         "me/",
                                         "/ro"
                                         "ot/"})
      if (file.lines[i].find(place) != std::string_view::npos) findings.push_back(finding(file, i + 1, "a path of one machine means nothing on another"));
}

// ---- beginnings and ends

void say_their_licence(File const& file, Findings& findings) {
  bool const is_rule = file.ends_with(".toml") && !file.is_under("templates/");  // templates belong to the people who write letters
  if (!is_source(file) && !is_rule) return;
  for (std::size_t i = 0; i < std::min<std::size_t>(2, file.lines.size()); ++i)
    if (file.lines[i].find("SPDX-License-Identifier: Apache-2.0") != std::string_view::npos) return;
  findings.push_back(finding(file, 1, "the first line names the licence"));
}

/// The compiler takes the precompiled header first in every source, and no source includes it.
void guard_headers(File const& file, Findings& findings) {
  if (file.is_under("cmake/precompiled.hpp")) return;
  bool const is_guarded = file.text.find("\n#pragma once\n") != std::string::npos;
  if (file.ends_with(".hpp") && !is_guarded) findings.push_back(finding(file, 2, "a header has #pragma once"));
}

void end_cleanly(File const& file, Findings& findings) {
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    auto const line = file.lines[i];
    if (line.ends_with('\r'))
      findings.push_back(finding(file, i + 1, "lines end with LF alone"));
    else if (line.ends_with(' ') || line.ends_with('\t'))
      findings.push_back(finding(file, i + 1, "blanks at the end of the line"));
  }
  if (!file.text.empty() && !file.text.ends_with('\n')) findings.push_back(finding(file, file.lines.size(), "the last line has no end"));
}

/// Whether a CMakeLists.txt above the file names it, from its own folder.
bool is_listed(File const& file) {
  if (file.is_under("cmake/")) return true;  // RedressTargets.cmake names it by its whole path
  auto slash = file.path.rfind('/');
  while (slash != std::string::npos) {
    auto const list = file.path.substr(0, slash + 1) + "CMakeLists.txt";
    auto const found = std::ranges::find(files(), list, &File::path);
    if (found != files().end() && found->text.find(file.path.substr(slash + 1)) != std::string::npos) return true;
    slash = slash == 0 ? std::string::npos : file.path.rfind('/', slash - 1);
  }
  return false;
}

void are_built(File const& file, Findings& findings) {
  if (file.ends_with(".cpp") && !is_listed(file)) findings.push_back(finding(file, 1, "no CMakeLists.txt lists it, so it is in no build"));
}

template <class Rule>
Findings found_in(Rule const& rule, File const& file) {
  Findings findings;
  rule(file, findings);
  return findings;
}

using Rule = void (*)(File const&, Findings&);

struct NamedRule {
  std::string name;
  Rule rule;
};

void PrintTo(NamedRule const& rule, std::ostream* out) {
  *out << rule.name;
}

class Tidiness : public testing::TestWithParam<NamedRule> {};

TEST_P(Tidiness, IsKept) {
  auto const findings = find_everywhere(GetParam().rule);

  EXPECT_TRUE(findings.empty()) << listed(findings);
}

INSTANTIATE_TEST_SUITE_P(OfAllFiles, Tidiness,
                         testing::Values(NamedRule{"FilesAreShort", are_short}, NamedRule{"FunctionsAreShort", have_short_functions},
                                         NamedRule{"WordsAreOurs", use_our_words}, NamedRule{"NothingIsLeftToBeDone", leave_nothing_to_be_done},
                                         NamedRule{"NoMachineIsNamed", name_no_machine}, NamedRule{"LicenceIsNamed", say_their_licence},
                                         NamedRule{"HeadersAreGuarded", guard_headers}, NamedRule{"LinesEndCleanly", end_cleanly},
                                         NamedRule{"SourcesAreBuilt", are_built}),
                         [](auto const& rule) { return rule.param.name; });

TEST(TidinessRules, FindAFunctionThatIsTooLong) {
  std::string body = "namespace a {\nstruct B {\n  int c() const {\n";
  for (int i = 0; i < 60; ++i) body += "    if (x) { y(\"}\"); }  // {\n";
  body += "  }\n};\n}\n";

  EXPECT_EQ(found_in(have_short_functions, invented("engine/a.cpp", body)), Findings{"engine/a.cpp:3: a function has at most 60 lines, this one 62"});
}

TEST(TidinessRules, LookIntoIdentifiersForWordsWeDoNotUse) {
  auto const file = invented("engine/a.hpp",
                             "struct Custo"
                             "merName {};\nint open_tic"
                             "kets();\nint agency;\nswitch (x) {\n  ca"
                             "se 1: break;\n}\n"
                             "// In lower ca"
                             "se. The ca"
                             "se is closed.\n");

  auto const findings = found_in(use_our_words, file);

  ASSERT_EQ(findings.size(), 3u) << listed(findings);
  EXPECT_TRUE(findings[0].starts_with("engine/a.hpp:1:"));
  EXPECT_TRUE(findings[1].starts_with("engine/a.hpp:2:"));
  EXPECT_TRUE(findings[2].starts_with("engine/a.hpp:7:"));
}

TEST(TidinessRules, FindWhatIsLeftToBeDoneUnlessItHasANumber) {
  auto const file = invented("engine/a.cpp",
                             "// TO"
                             "DO: later\n// TO"
                             "DO(#12): later\n// FIX"
                             "ME\n");

  EXPECT_EQ(found_in(leave_nothing_to_be_done, file).size(), 2u);
}

}  // namespace
}  // namespace redress::repository
