// SPDX-License-Identifier: Apache-2.0
// The language in which people who write letters say what to look for: templates/README.md.
#include <gtest/gtest.h>

#include "tests/wording/small_book.hpp"

namespace redress::wording {
namespace {

using Phrases = std::vector<std::string>;

TEST(Pattern, FindsWordsThatFollowEachOther) {
  EXPECT_EQ(found_by("sorry if", "We are sorry if it hurt."), Phrases{"sorry if"});
  EXPECT_EQ(found_by("sorry if", "We are sorry, and if it hurt, tell us."), Phrases{});
}

TEST(Pattern, ChoosesBetweenWordsAndPhrases) {
  EXPECT_EQ(found_by("(soon|in due course)", "You hear soon. We answer in due course."), (Phrases{"soon", "in due course"}));
}

TEST(Pattern, KnowsAWordByItsBeginningAndItsEnding) {
  EXPECT_EQ(found_by("apolog~", "An apology, we apologise, no logo."), (Phrases{"apology", "apologise"}));
  EXPECT_EQ(found_by("un~ing", "An unending wait, an unfair one."), Phrases{"unending"});
  EXPECT_EQ(found_by("неудобств~", "Извините за неудобства и за НЕУДОБСТВО."), (Phrases{"неудобства", "НЕУДОБСТВО"}));
}

TEST(Pattern, MayLeaveWordsOut) {
  EXPECT_EQ(found_by("very? sorry (indeed|again)?", "We are very sorry indeed. So sorry."), (Phrases{"very sorry indeed", "sorry"}));
}

TEST(Pattern, BridgesAGapOfAFewWordsWithinTheSentence) {
  EXPECT_EQ(found_by("sorry ..2 if", "sorry to you if it hurts"), Phrases{"sorry to you if"});
  EXPECT_EQ(found_by("sorry ..2 if", "sorry one two three if"), Phrases{});
  EXPECT_EQ(found_by("sorry .. if", "We are sorry. What if it hurts?"), Phrases{});
}

TEST(Pattern, TakesAnyOneWord) {
  EXPECT_EQ(found_by("our * policy", "our own policy and our policy"), Phrases{"our own policy"});
}

TEST(Pattern, TakesANumber) {
  EXPECT_EQ(found_by("within # days", "within 10 days, within ten days"), Phrases{"within 10 days"});
}

TEST(Pattern, RefusesAWord) {
  EXPECT_EQ(found_by("will !not call", "We will gladly call. We will not call."), Phrases{"will gladly call"});
  EXPECT_EQ(found_by("will !(not|never) call", "I will never call."), Phrases{});
}

TEST(Pattern, KnowsWhereASentenceBeginsAndEnds) {
  EXPECT_EQ(found_by("^ clearly", "Clearly not. It is clearly so."), Phrases{"Clearly"});
  EXPECT_EQ(found_by("soon $", "It comes soon. It comes soon enough."), Phrases{"soon"});
}

TEST(Pattern, KnowsACommaWhenItAsksForOne) {
  EXPECT_EQ(found_by("us , and", "Write to us and wait. Write to us, and wait."), Phrases{"us, and"});
}

TEST(Pattern, SharesGroupsWithOthers) {
  EXPECT_EQ(found_by("<regret> if", "Sorry if. Apologies if. Regret if.", "", "[groups]\nregret = [\"sorry\", \"apolog~\"]"),
            (Phrases{"Sorry if", "Apologies if"}));
}

TEST(Pattern, SeesShortFormsAsTheirWords) {
  EXPECT_EQ(found_by("did not pay", "You didn’t pay.", "", "[written_out]\n\"didn't\" = \"did not\""), Phrases{"didn’t pay"});
  EXPECT_EQ(found_by("didn't pay", "You did not pay.", "", "[written_out]\n\"didn't\" = \"did not\""), Phrases{"did not pay"});
}

TEST(Pattern, IsLiftedByAnInnocentPhraseThatSharesAWordWithIt) {
  EXPECT_EQ(found_by("our policy", "It is our policy. Our policy changed.", "unless = [\"policy changed\"]"), Phrases{"our policy"});
}

TEST(Pattern, IsLiftedByWhatStandsInItsSentence) {
  EXPECT_EQ(found_by("soon", "We call soon, on 4 May. We write soon.", "unless_nearby = [\"on # may\"]"), Phrases{"soon"});
}

TEST(Pattern, IsLiftedByALongGroupOfPhrases) {
  std::string owned = "owned = [";
  for (int i = 0; i < 40; ++i) owned += fmt::format("\"we took letter {}\", ", i);
  auto const groups = "[groups]\n" + owned + "\"our own fault\"]";

  EXPECT_EQ(found_by("soon", "We call soon, it was our own fault. We write soon.", "unless_nearby = [\"<owned>\"]", groups), Phrases{"soon"});
}

TEST(Pattern, FindsTheLongestOfWhatOverlaps) {
  EXPECT_EQ(found_by("(as soon|as soon as possible)", "It comes as soon as possible."), Phrases{"as soon as possible"});
}

TEST(PatternMistakes, AreToldWithFileAndLineAndWhatToDo) {
  auto const said = [](std::string_view pattern) { return fault_of(book_text("", rule(pattern))); };

  EXPECT_EQ(said("(sorry|regret if"), "rules.toml:15: the pattern \"(sorry|regret if\": a \"(\" is never closed; write its \")\"");
  EXPECT_EQ(said("sorry)"), "rules.toml:15: the pattern \"sorry)\": there is a \")\" without its \"(\"; take it out or open the bracket");
  EXPECT_EQ(said("sorry?"), "rules.toml:15: the pattern \"sorry?\": it would fit no words at all; let one word at least be necessary");
  EXPECT_EQ(said("<none> if"), "rules.toml:15: the pattern \"<none> if\": there is no group <none>; add it under [groups] or correct its name");
  EXPECT_EQ(said("sorry ..40 if"), "rules.toml:15: the pattern \"sorry ..40 if\": a gap is of 1 to 12 words: \"..5\"");
  EXPECT_NE(said("..3 sorry").find("it must begin with a word"), std::string::npos);
  EXPECT_NE(said("sorry () if").find("there is nothing where words should be"), std::string::npos);
  EXPECT_NE(said("a~").find("would fit too much"), std::string::npos);
  EXPECT_NE(said("sorry.").find("is no word"), std::string::npos);
  EXPECT_NE(said("sorry ^").find("stand before a word"), std::string::npos);
  EXPECT_NE(said("^ very? sorry").find("before a word that is necessary"), std::string::npos);
  EXPECT_NE(said("sorry !(a b)").find("single words"), std::string::npos);
  EXPECT_NE(said("a ..12 b ..12 c ..12 d ..12 e ..12 f ..12 g").find("more than 64 words"), std::string::npos);
}

TEST(PatternMistakes, AreFoundInGroupsThatHoldThemselves) {
  EXPECT_NE(fault_of(book_text("[groups]\nregret = [\"sorry\", \"<regret> so\"]", rule("<regret>"))).find("holds itself"), std::string::npos);
}

}  // namespace
}  // namespace redress::wording
