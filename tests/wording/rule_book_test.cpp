// SPDX-License-Identifier: Apache-2.0
// A mistake in a file of rules is found when Redress starts, and told by file and line.
#include <gtest/gtest.h>

#include "tests/wording/small_book.hpp"

namespace redress::wording {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  auto const found = text.find(what);
  EXPECT_NE(found, std::string::npos) << what;
  return found == std::string::npos ? text : text.replace(found, what.size(), with);
}

std::string const whole = book_text("", rule("sorry if"));

TEST(RuleBookFile, IsTakenWhenItIsWhole) {
  EXPECT_EQ(fault_of(whole), "");
}

TEST(RuleBookFile, IsRefusedWithTheLineOfTheMistake) {
  EXPECT_EQ(fault_of(replaced(whole, "\"en\"", "\"de\"")), "words.toml:1: \"language\" must be \"en\", as the folder; put the file where it belongs");
  EXPECT_TRUE(fault_of(replaced(whole, "\"excuse\"", "\"excuses\"")).starts_with("rules.toml:11: \"class\" cannot be \"excuses\"; it is one of "));
  EXPECT_EQ(fault_of(replaced(whole, "severity = \"must\"", "severity = \"never\"")),
            "rules.toml:12: \"severity\" cannot be \"never\"; it is one of must, should, advice");
  EXPECT_EQ(fault_of(replaced(whole, "name = \"tested\"", "name = \"Tested\"")),
            "rules.toml:10: a rule is named in small letters and hyphens, \"sorry-if\"; \"Tested\" is not");
  EXPECT_EQ(fault_of(replaced(whole, "name = \"tested\"", "name = \"long\"")), "rules.toml:10: there are two rules called \"long\"; rename one of them");
  EXPECT_EQ(fault_of(replaced(whole, "more_than = 30", "more_than = 0")), "rules.toml:5: \"more_than\" must be a whole number of at least 1");
  EXPECT_EQ(fault_of(replaced(whole, "why = \"why\"\nsuggestion = \"better\"\nfind", "why = \" \"\nsuggestion = \"better\"\nfind")),
            "rules.toml:13: \"why\" must be a text in quotes, and not blank");
  EXPECT_EQ(fault_of(replaced(whole, "[\"sorry if\"]", "[]")), "rules.toml:15: \"find\" must be a list of texts, with one at least");
  EXPECT_EQ(fault_of(replaced(whole, "[\"sorry if\"]", "[\"sorry if\", \"sorry if\"]")),
            "rules.toml:15: \"sorry if\" is in \"find\" twice; take one of the two out");
  EXPECT_EQ(fault_of(replaced(whole, "find = [\"sorry if\"]", "finds = [\"sorry if\"]")), "rules.toml:9: \"find\" is missing; add it here");
  EXPECT_EQ(fault_of(replaced(whole, "find = [\"sorry if\"]", "find = [\"sorry if\"]\nunles = ['a']")),
            "rules.toml:16: nobody knows what \"unles\" means here; correct its spelling or take it out");
}

TEST(RuleBookFile, IsRefusedWhenAClassHasNoRule) {
  auto const fault = fault_of(replaced(whole, "name = \"no-threat\"\nclass = \"threat\"", "name = \"no-threat\"\nclass = \"excuse\""));

  EXPECT_NE(fault.find("there is no rule of the class \"threat\"; write one"), std::string::npos) << fault;
}

TEST(RuleBookFile, IsRefusedWhenItIsNoTomlOrNotThere) {
  EXPECT_TRUE(fault_of("language = ").starts_with("words.toml:1: ")) << fault_of("language = ");
  EXPECT_THROW(static_cast<void>(load_rule_book("/nowhere", Language::English)), WordingFault);
}

TEST(RuleBookFile, WritesOutOnlyWordsWithAnApostrophe) {
  EXPECT_NE(fault_of(book_text("[written_out]\n\"asap\" = \"soon\"", rule("a"))).find("has no apostrophe"), std::string::npos);
}

}  // namespace
}  // namespace redress::wording
