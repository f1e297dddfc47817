// SPDX-License-Identifier: Apache-2.0
// A mistake in statements.toml is found when Redress starts, and told by file and line.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "adapters/wording/rule_wording_reviewer.hpp"
#include "adapters/wording/statement_table.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::wording {
namespace {

std::string whole() {
  std::string text =
      "language = \"en\"\n"
      "day = \"on-either-side\"\n"
      "placeholders = [\"tbc\"]\n"
      "[endings]\n"
      "plural = [\"s\", \"es\"]\n"
      "[numbers]\n"
      "half = [\"and a half\"]\n"
      "[numbers.cardinal]\n"
      "1 = [\"one\"]\n"
      "[numbers.ordinal]\n"
      "1 = [\"first\"]\n"
      "[words]\n"
      "and = [\"and\"]\n"
      "[[unit]]\n"
      "code = \"EUR\"\n"
      "names = [\"euro\", \"euro<plural>\"]\n"
      "[[promise]]\n"
      "find = [\"will\"]\n"
      "[months]\n";
  for (int month = 1; month <= 12; ++month) text += fmt::format("{0} = [\"month{1}\"]\n", month, static_cast<char>('a' + month - 1));
  return text;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  auto const found = text.find(what);
  EXPECT_NE(found, std::string::npos) << what;
  return found == std::string::npos ? text : text.replace(found, what.size(), with);
}

/// What the fault says, without the folder; empty when there was none.
std::string fault_of(std::string const& text) {
  testing::TemporaryFolder const folder("statements");
  std::filesystem::create_directories(folder.path());
  auto const path = folder.path() / "statements.toml";
  std::ofstream(path, std::ios::binary) << text;
  try {
    static_cast<void>(load_statement_table(path, Language::English));
    return {};
  } catch (WordingFault const& fault) {
    std::string const said = fault.what();
    return said.substr(said.find("statements.toml"));
  }
}

TEST(StatementTableFile, IsTakenWhenItIsWhole) {
  EXPECT_EQ(fault_of(whole()), "");
}

TEST(StatementTableFile, IsRefusedWithTheLineOfTheMistake) {
  EXPECT_EQ(fault_of(replaced(whole(), "\"en\"", "\"lv\"")), "statements.toml:1: \"language\" must be \"en\", as the folder; put the file where it belongs");
  EXPECT_EQ(fault_of(replaced(whole(), "on-either-side", "first")),
            "statements.toml:2: \"day\" cannot be \"first\"; it is one of before-month, on-either-side");
  EXPECT_EQ(fault_of(replaced(whole(), "1 = [\"one\"]", "one = [\"one\"]")),
            "statements.toml:9: \"one\" is no number from 0 to 1000000000; write one, or with a half as in \"1.5\"");
  EXPECT_EQ(fault_of(replaced(whole(), "1 = [\"one\"]", "1 = [\"one\"]\n2 = [\"One\"]")),
            "statements.toml:10: \"One\" is another number already; take one of the two out");
  EXPECT_EQ(fault_of(replaced(whole(), "\"one\"", "\"one two\"")), "statements.toml:9: \"one two\" must be a single word");
  EXPECT_EQ(fault_of(replaced(whole(), "\"one\"", "\"1\"")), "statements.toml:9: \"1\" holds a figure; write words and signs only");
  EXPECT_EQ(fault_of(replaced(whole(), "euro<plural>", "euro<many>")),
            "statements.toml:16: there are no such endings as in \"euro<many>\"; add them under [endings] or correct their name");
  EXPECT_EQ(fault_of(replaced(whole(), "12 = [\"monthl\"]\n", "")), "statements.toml:19: \"12\" is missing; add the names of that month here");
  EXPECT_EQ(fault_of(replaced(whole(), "monthl", "montha")), "statements.toml:31: \"montha\" is another month already; take one of the two out");
  EXPECT_EQ(fault_of(replaced(whole(), "and = [", "ant = [")), "statements.toml:13: nobody knows what \"ant\" means here; correct its spelling or take it out");
  EXPECT_EQ(fault_of(replaced(whole(), "[\"will\"]", "[\"will (\"]")).substr(0, 20), "statements.toml:18: ");
  EXPECT_EQ(fault_of(replaced(whole(), "[[promise]]", "[[unit]]\ncode = \"EUR\"\n[[promise]]")),
            "statements.toml:18: \"EUR\" is there already; put both together");
}

TEST(StatementTableFile, IsRefusedWhenItIsNotThere) {
  EXPECT_THROW(static_cast<void>(load_statement_table("/nowhere/statements.toml", Language::English)), WordingFault);
}

}  // namespace
}  // namespace redress::wording
