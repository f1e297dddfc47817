// SPDX-License-Identifier: Apache-2.0
// Twenty situations, each with words of its own in three languages: what the letters in them say, and in which order.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "adapters/letters/situation_catalogue.hpp"
#include "adapters/letters/template_letter_writer.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/adapters/letters_sample.hpp"

namespace redress::letters {
namespace {

namespace sample = letters_sample;
namespace fs = std::filesystem;

constexpr std::array worded_kinds{LetterKind::Acknowledgement, LetterKind::FinalResponse};

TemplateLetterWriter const& writer() {
  static TemplateLetterWriter const shared(fs::path(REDRESS_SOURCE_DIR) / "templates", sample::organisation());
  return shared;
}

SituationGuide guide(std::string_view situation, Language language) {
  return writer().guide(situation, language).value();
}

void for_each_situation(auto const& look) {
  for (auto const language : all_languages)
    for (auto const& situation : writer().situations()) {
      SCOPED_TRACE(situation + " in " + std::string(name_of(language)));
      look(guide(situation, language), language);
    }
}

std::string content_of(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void expect_golden(std::string const& name, std::string const& actual) {
  auto const file = fs::path(REDRESS_SOURCE_DIR) / name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
  }
  EXPECT_EQ(content_of(file), actual) << name << ": run with UPDATE_GOLDEN=1 when the change is meant";
}

std::vector<Block> blocks_of(LetterDocument const& document) {
  std::vector<Block> blocks;
  for (auto const& paragraph : document.body)
    if (blocks.empty() || blocks.back() != paragraph.block) blocks.push_back(paragraph.block);
  return blocks;
}

std::string text_of(LetterDocument const& document, Block block) {
  std::string text;
  for (auto const& paragraph : document.body)
    if (paragraph.block == block) text += paragraph.text + "\n";
  return text;
}

LetterFacts late(LetterKind kind) {
  return sample::in_situation(kind, guide("delivery/late", Language::English), Language::English);
}

TEST(Situations, AreFiveStoriesOfFour) {
  std::map<std::string, int> stories;
  for (auto const& name : writer().situations()) ++stories[name.substr(0, name.find('/'))];

  EXPECT_EQ(stories, (std::map<std::string, int>{{"delivery", 4}, {"failure", 4}, {"money", 4}, {"product", 4}, {"return", 4}}));
}

TEST(Situations, TellAHandlerWhatIsAskedAndWhatIsMeant) {
  for_each_situation([](SituationGuide const& told, Language) {
    EXPECT_TRUE(told.question.ends_with('?') || told.question.find('?') != std::string::npos) << told.question;
    EXPECT_TRUE(told.interest.ends_with('?')) << told.interest;
    EXPECT_GE(told.evidence.size(), 3u);
    EXPECT_GE(told.next_questions.size(), 2u);
  });
}

TEST(Situations, AreToldInNoOtherLanguageAndUnderNoOtherName) {
  EXPECT_FALSE(writer().guide("delivery/never", Language::English));
  EXPECT_NE(guide("delivery/late", Language::English).question, guide("delivery/late", Language::Latvian).question);
}

std::string list_of(std::string_view title, std::vector<std::string> const& entries, std::string_view between) {
  std::string line = fmt::format("- **{}**: ", title);
  for (auto const& entry : entries) line += fmt::format("{}{}", &entry == &entries.front() ? "" : between, entry);
  return line + "\n";
}

std::string page() {
  SituationCatalogue const catalogue(fs::path(REDRESS_SOURCE_DIR) / "templates");
  std::string page =
      "# Situations\n\nGenerated from `templates/situations.toml` and `templates/en/situations`; do not edit.\n\n"
      "What complaints are about. [The guide for those who write letters](../../templates/README.md#a-situation) says how to change one or add one.\n";
  for (auto const& name : catalogue.names()) {
    auto const& told = catalogue.texts(Language::English, name)->guide;
    std::vector<std::string> recipe;
    for (auto const block : *catalogue.recipe(name)) recipe.emplace_back(name_of(block));
    page += fmt::format("\n## {}\n\n> {}\n\n- **What they really want to know**: {}\n", name, told.question, told.interest);
    page += list_of("To have ready", told.evidence, "; ") + list_of("Likely next", told.next_questions, " ") + list_of("Recipe", recipe, ", ");
  }
  return page;
}

TEST(Situations, HaveAPageToLookThemUp) {
  expect_golden("docs/reference/situations.md", page());
}

TEST(Situations, HaveLettersOfTheirOwn) {
  for_each_situation([](SituationGuide const& told, Language language) {
    for (auto const kind : worded_kinds) {
      auto name = told.name + "." + std::string(name_of(kind)) + "." + std::string(name_of(language)) + ".txt";
      std::ranges::replace(name, '/', '-');
      expect_golden("tests/golden/letters/situations/" + name, writer().text(writer().compose(sample::in_situation(kind, told, language))));
    }
  });
}

TEST(Situations, ComposeEveryKindOfLetterWithAsLittleAsPossible) {
  for_each_situation([](SituationGuide const& told, Language language) {
    for (auto const kind : names_of(LetterKind{})) {
      auto const facts = sample::barely_in_situation(*enumerator_named<LetterKind>(kind), told, language);
      auto const document = writer().compose(facts);
      EXPECT_EQ(text_of(document, Block::Help).find('{'), std::string::npos) << kind;
      EXPECT_EQ(blocks_of(document).front() == Block::Greeting, true) << kind;
      EXPECT_EQ(blocks_of(document).back(), Block::OpenDoor) << kind;
    }
  });
}

TEST(Situations, SayNothingTwiceInTheWordsOfAnother) {
  for (auto const language : all_languages) {
    std::set<std::string> said;
    for (auto const& situation : writer().situations())
      for (auto const kind : worded_kinds) {
        auto const document = writer().compose(sample::in_situation(kind, guide(situation, language), language));
        for (auto const block : {Block::Joining, Block::Apology}) EXPECT_TRUE(said.insert(text_of(document, block)).second) << situation;
      }
  }
}

TEST(Situations, ApologiseOnceWhenItIsDueAndNeverOtherwise) {
  for_each_situation([](SituationGuide const& told, Language language) {
    for (auto const kind : worded_kinds) {
      auto facts = sample::in_situation(kind, told, language);
      EXPECT_EQ(std::ranges::count(writer().compose(facts).body, Block::Apology, &Paragraph::block), 1);
      facts.apology_due = false;
      EXPECT_EQ(std::ranges::count(writer().compose(facts).body, Block::Apology, &Paragraph::block), 0);
    }
  });
}

TEST(ASituation, TakesThePlaceOfTheGeneralWordsAndKeepsWhatEveryLetterMustSay) {
  auto facts = late(LetterKind::Acknowledgement);
  auto const own = writer().compose(facts);
  facts.situation.clear();
  auto const general = writer().compose(facts);

  EXPECT_NE(text_of(own, Block::Joining), text_of(general, Block::Joining));
  EXPECT_EQ(std::ranges::count(own.body, Block::Joining, &Paragraph::block), 1);
  EXPECT_TRUE(text_of(own, Block::Help).ends_with(text_of(general, Block::Help)));
  EXPECT_TRUE(text_of(own, Block::Care).ends_with(text_of(general, Block::Care)));
  EXPECT_EQ(text_of(own, Block::OpenDoor), text_of(general, Block::OpenDoor));
}

TEST(ASituation, SaysItInTheOrderOfItsRecipe) {
  using enum Block;
  auto const told = guide("product/characteristics", Language::English);

  auto const acknowledgement = writer().compose(sample::in_situation(LetterKind::Acknowledgement, told, Language::English));
  auto const final_response = writer().compose(sample::in_situation(LetterKind::FinalResponse, told, Language::English));

  EXPECT_EQ(blocks_of(acknowledgement), (std::vector{Greeting, Help, Joining, Apology, Care, OpenDoor}));
  EXPECT_EQ(blocks_of(final_response), (std::vector{Greeting, Help, Schedule, Joining, Apology, Care, OpenDoor}));
}

TEST(ASituation, LeavesTheApologyToTheGeneralWordsWhenNoPointIsUpheld) {
  auto facts = late(LetterKind::FinalResponse);
  facts.answers.front().finding = Finding::NotUpheld;
  auto const own = text_of(writer().compose(facts), Block::Apology);
  facts.situation.clear();

  EXPECT_EQ(own, text_of(writer().compose(facts), Block::Apology));
}

TEST(ASituation, SpeaksOfNoAgreementWhereThereIsNone) {
  auto facts = late(LetterKind::FinalResponse);
  facts.outcome = LetterFacts::Outcome::NotAgreed;
  facts.final_position = "we can pay the delivery fee back, and no more";
  auto const own = writer().compose(facts);
  facts.situation.clear();
  auto const general = writer().compose(facts);

  EXPECT_EQ(text_of(own, Block::Care), text_of(general, Block::Care));
  EXPECT_EQ(text_of(own, Block::OpenDoor), text_of(general, Block::OpenDoor));
}

TEST(ASituation, ThatNobodyKnowsAnyMoreLeavesTheGeneralLetter) {
  auto facts = late(LetterKind::FinalResponse);
  facts.situation = "delivery/by-pigeon";
  auto const unknown = writer().compose(facts);
  facts.situation.clear();

  EXPECT_EQ(unknown, writer().compose(facts));
}

}  // namespace
}  // namespace redress::letters
