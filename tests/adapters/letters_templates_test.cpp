// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "adapters/letters/template_letter_writer.hpp"
#include "tests/adapters/letters_sample.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::letters {
namespace {

namespace fs = std::filesystem;

/// A copy of the templates, to be spoiled.
class LetterTemplates : public ::testing::Test {
 protected:
  void SetUp() override { fs::copy(fs::path(REDRESS_SOURCE_DIR) / "templates", folder_, fs::copy_options::recursive); }

  void replace(std::string const& file, std::string const& what, std::string const& with) const {
    auto content = read(file);
    auto const at = content.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    content.replace(at, what.size(), with);
    std::ofstream(folder_ / file, std::ios::binary) << content;
  }

  void append(std::string const& file, std::string const& what) const { std::ofstream(folder_ / file, std::ios::binary | std::ios::app) << what; }

  void remove(std::string const& file) const { fs::remove(folder_ / file); }

  /// Why the templates are refused, without the number of the line; empty when they are not.
  [[nodiscard]] std::string refusal() const { return std::regex_replace(whole_refusal(), std::regex("^([^:]+):[0-9]+: "), "$1: "); }

  [[nodiscard]] std::string whole_refusal() const {
    try {
      TemplateLetterWriter const writer(folder_, letters_sample::organisation());
      return {};
    } catch (ports::LetterFault const& fault) {
      return fault.what();
    }
  }

 private:
  [[nodiscard]] std::string read(std::string const& file) const {
    std::ifstream stream(folder_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  redress::testing::TemporaryFolder const held_{"letter-templates"};
  fs::path const folder_ = held_.path();
};

TEST_F(LetterTemplates, AreTakenAsTheyAre) {
  EXPECT_EQ(refusal(), "");
}

TEST_F(LetterTemplates, AreRefusedWithoutALanguage) {
  remove("ru/common.toml");

  EXPECT_EQ(refusal(), "ru/common.toml: the file is missing or cannot be read");
}

TEST_F(LetterTemplates, AreRefusedWithoutALetter) {
  remove("lv/letters/holding_response.toml");

  EXPECT_EQ(refusal(), "lv/letters/holding_response.toml: the file is missing or cannot be read");
}

TEST_F(LetterTemplates, AreRefusedWithoutABlock) {
  replace("en/letters/acknowledgement.toml", "\"joining\", ", "");

  EXPECT_EQ(refusal(), "en/letters/acknowledgement.toml: \"joining\" is no block of the recipe");
}

TEST_F(LetterTemplates, AreRefusedWithAnUnknownPlaceholder) {
  replace("en/letters/holding_response.toml", "{delay_reason}", "{delay_raeson}");

  EXPECT_EQ(refusal(), "en/letters/holding_response.toml: help 1: names {delay_raeson}, which this letter cannot have");
}

TEST_F(LetterTemplates, AreRefusedWithAFactOfAnotherLetter) {
  replace("lv/letters/acknowledgement.toml", "Jūsu teikto esam sapratuši šādi:", "{cause}");

  EXPECT_EQ(refusal(), "lv/letters/acknowledgement.toml: help 1: names {cause}, which this letter cannot have");
}

TEST_F(LetterTemplates, AreRefusedWithAnEntryOutsideItsList) {
  replace("en/letters/acknowledgement.toml", "This is how we have understood you:", "{point}");

  EXPECT_EQ(refusal(), "en/letters/acknowledgement.toml: help 1: names {point}, which this letter cannot have");
}

TEST_F(LetterTemplates, AreRefusedWithAnUnknownCondition) {
  replace("ru/letters/final_response.toml", "needs = [\"cause\"]", "needs = [\"couse\"]");

  EXPECT_EQ(refusal(), "ru/letters/final_response.toml: help 4: asks for \"couse\", which this letter cannot have");
}

TEST_F(LetterTemplates, AreRefusedWithAConditionThatContradictsItself) {
  append("ru/letters/final_response.toml", "[[help]]\nneeds = [\"cause\"]\nunless = [\"cause\"]\ntext = \"x\"\n");

  EXPECT_EQ(refusal(), "ru/letters/final_response.toml: help 9: both needs \"cause\" and stands only without it");
}

TEST_F(LetterTemplates, AreRefusedWithAMisspeltKey) {
  replace("en/letters/final_response.toml", "needs = [\"cause\"]", "need = [\"cause\"]");

  EXPECT_EQ(refusal(), "en/letters/final_response.toml: help 4: \"need\" is not a key that is known here");
}

TEST_F(LetterTemplates, AreRefusedWithBrokenSyntax) {
  replace("en/letters/final_response.toml", "{cause}", "{cause");

  EXPECT_TRUE(refusal().starts_with("en/letters/final_response.toml: help 4: cannot be read near character")) << refusal();
}

TEST_F(LetterTemplates, AreRefusedWithAFileThatIsNoToml) {
  append("en/common.toml", "\nthis is not TOML\n");

  EXPECT_TRUE(refusal().starts_with("en/common.toml:")) << refusal();
}

TEST_F(LetterTemplates, AreRefusedWithTheLine) {
  replace("lv/situations/delivery/late.toml", "care = ", "carr = ");

  EXPECT_EQ(whole_refusal(), "lv/situations/delivery/late.toml:8: acknowledgement: \"care\" is missing; write what this situation says there");
}

TEST_F(LetterTemplates, AreRefusedWhenALetterDoesNotSayWhatItIsFor) {
  replace("ru/letters/proposal.toml", "до {answer_by} включительно", "недолго");

  EXPECT_EQ(refusal(), "ru/letters/proposal.toml: no paragraph writes {answer_by}, which this letter must say; add it to one, or write one that needs it");
}

TEST_F(LetterTemplates, AreRefusedWithABlockTwice) {
  replace("en/letters/closure.toml", "\"joining\", ", "\"joining\", \"joining\", ");

  EXPECT_EQ(refusal(), "en/letters/closure.toml: the recipe has the block \"joining\" twice");
}

TEST_F(LetterTemplates, AreRefusedWithoutTheSituations) {
  remove("situations.toml");

  EXPECT_EQ(refusal(), "situations.toml: the file is missing or cannot be read");
}

TEST_F(LetterTemplates, AreRefusedWithoutASituationInALanguage) {
  remove("ru/situations/money/held-sum.toml");

  EXPECT_EQ(refusal(),
            "ru/situations/money/held-sum.toml: the situation \"money/held-sum\" has no words in this language; write the file, or take the situation out of "
            "situations.toml");
}

TEST_F(LetterTemplates, AreRefusedWithASituationThatIsNeverRead) {
  append("en/situations/money/found.toml", "question = \"Whose is it?\"\n");

  EXPECT_EQ(refusal(), "en/situations/money/found.toml: situations.toml names no situation \"money/found\"; add it there, or take the file away");
}

TEST_F(LetterTemplates, AreRefusedWithASituationTwice) {
  append("situations.toml", "[[situation]]\nname = \"delivery/late\"\nrecipe = [\"greeting\", \"joining\", \"help\", \"care\", \"open-door\"]\n");

  EXPECT_EQ(refusal(), "situations.toml: situation 21: \"delivery/late\" stands here twice; take one away");
}

TEST_F(LetterTemplates, AreRefusedWithASituationThatAnswersNothing) {
  replace("situations.toml", "\"help\", ", "");

  EXPECT_EQ(refusal(), "situations.toml: situation 1: the recipe lacks the block \"help\"; put it where it belongs");
}

TEST_F(LetterTemplates, AreRefusedWhenASituationNamesWhatALetterMayLack) {
  replace("en/situations/delivery/late.toml", "What you want to know", "{appointment_on} is what you want to know");

  EXPECT_EQ(
      refusal(),
      "en/situations/delivery/late.toml: acknowledgement.help: names {appointment_on}, which not every letter of the situation has; say it without, or leave "
      "it to the general paragraphs");
}

TEST_F(LetterTemplates, AreRefusedWhenASituationWordsWhatIsNotItsOwn) {
  append("lv/situations/delivery/late.toml", "goodwill = \"Dāvana\"\n");

  EXPECT_EQ(refusal(), "lv/situations/delivery/late.toml: final-response: \"goodwill\" is no block that a situation words in this letter; take it out");
}

TEST_F(LetterTemplates, AreRefusedWithAQuotedPlaceholder) {
  replace("en/letters/final_response.toml", "{cause}", "'{cause}'");

  EXPECT_EQ(refusal(), "en/letters/final_response.toml: help 4: an ASCII apostrophe quotes what follows it; write ’");
}

TEST_F(LetterTemplates, AreRefusedWithoutAPluralFormOfTheLanguage) {
  replace("ru/letters/acknowledgement.toml", "few {Могли бы Вы ответить ещё на # вопроса?} ", "");

  EXPECT_EQ(refusal(), "ru/letters/acknowledgement.toml: help 5: the plural of {questions_count} lacks the form \"few\" of this language");
}

TEST_F(LetterTemplates, AreRefusedWithAChoiceThatNeverIs) {
  replace("en/letters/acknowledgement.toml", "select, meeting {", "select, visit {");

  EXPECT_EQ(refusal(), "en/letters/acknowledgement.toml: care 2: {appointment_kind} is never \"visit\"");
}

TEST_F(LetterTemplates, AreRefusedWithAFormatOfTheirOwn) {
  replace("en/letters/final_response.toml", "{cause}", "{answers_count, number}");

  EXPECT_EQ(refusal(), "en/letters/final_response.toml: help 4: {answers_count} may only stand alone or with select or plural");
}

TEST_F(LetterTemplates, AreRefusedWithAnApologyThatIsNotDue) {
  append("lv/letters/holding_response.toml", "[[apology]]\ntext = \"Atvainojamies.\"\n");

  EXPECT_EQ(refusal(), "lv/letters/holding_response.toml: apology 2: an apology must need \"apology_due\"");
}

TEST_F(LetterTemplates, AreRefusedWhenAYearLacksAMonth) {
  replace("lv/common.toml", "\"janvārim\", ", "");

  EXPECT_EQ(refusal(), "lv/common.toml: date.by: \"months\" has 11 texts and needs 12");
}

TEST(LetterWriter, IsRefusedAnOrganisationThatLacksALanguage) {
  auto organisation = letters_sample::organisation();
  organisation.external_body.erase(Language::Latvian);

  EXPECT_THROW(TemplateLetterWriter(fs::path(REDRESS_SOURCE_DIR) / "templates", organisation), ports::LetterFault);
}

}  // namespace
}  // namespace redress::letters
