// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/letter_changes.hpp"

#include <gtest/gtest.h>

namespace redress {
namespace {

LetterDocument letter(std::vector<std::string> const& paragraphs) {
  LetterDocument document;
  document.subject = "Your complaint";
  for (auto const& text : paragraphs) document.body.push_back({Block::Help, text, {}, {}});
  return document;
}

/// The body of one of the two versions, put together from the changes.
std::vector<std::string> body_without(std::vector<PartChange> const& changes, ChangeKind gone) {
  std::vector<std::string> body;
  for (auto const& change : changes) {
    if (change.part != "body" || change.kind == gone) continue;
    auto& text = body.emplace_back();
    for (auto const& run : change.runs)
      if (run.kind != gone) text += run.text;
  }
  return body;
}

TEST(LetterChanges, SayNothingOfALetterThatStayed) {
  for (auto const& change : changes_between(letter({"One.", "Two."}), letter({"One.", "Two."}))) {
    EXPECT_EQ(change.kind, ChangeKind::Kept);
    EXPECT_EQ(change.runs.size(), 1u);
  }
}

TEST(LetterChanges, NameTheWordsThatChanged) {
  auto const changes = changes_between(letter({"We refund 45 euros by 15 April."}), letter({"We refund 54 euros by 15 April."}));

  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(
      changes[1],
      (PartChange{"body",
                  ChangeKind::Kept,
                  {{ChangeKind::Kept, "We refund "}, {ChangeKind::Removed, "45 "}, {ChangeKind::Added, "54 "}, {ChangeKind::Kept, "euros by 15 April."}}}));
}

TEST(LetterChanges, TellAParagraphThatCameFromOneThatWasReworded) {
  auto const changes =
      changes_between(letter({"First.", "The van was late that day."}), letter({"First.", "Nobody called you.", "The van was late on that day."}));

  ASSERT_EQ(changes.size(), 4u);
  EXPECT_EQ(changes[2].kind, ChangeKind::Added);
  EXPECT_EQ(changes[2].runs, (std::vector<WordRun>{{ChangeKind::Added, "Nobody called you."}}));
  EXPECT_EQ(changes[3].kind, ChangeKind::Kept);
  EXPECT_EQ(changes[3].runs.size(), 3u);
}

TEST(LetterChanges, GiveBothVersionsBack) {
  std::vector<std::vector<std::string>> const versions{{},
                                                       {"One."},
                                                       {"One.", "Two and three.", "Four."},
                                                       {"Four.", "One.", "Two or three, and more of it."},
                                                       {"Two and three.", "Two and three."},
                                                       {"Something else entirely stands here now.", "Four.  With  blanks."}};
  for (auto const& before : versions)
    for (auto const& after : versions) {
      auto const changes = changes_between(letter(before), letter(after));
      EXPECT_EQ(body_without(changes, ChangeKind::Added), before);
      EXPECT_EQ(body_without(changes, ChangeKind::Removed), after);
    }
}

TEST(LetterChanges, AreToldOfALetterLongerThanAnybodyWrites) {
  std::string endless;
  for (int i = 0; i < 3000; ++i) endless += std::to_string(i) + " ";
  auto const changes = changes_between(letter({endless}), letter({endless + "more"}));
  EXPECT_EQ(body_without(changes, ChangeKind::Added), std::vector{endless});
  EXPECT_EQ(body_without(changes, ChangeKind::Removed), std::vector{endless + "more"});
}

}  // namespace
}  // namespace redress
