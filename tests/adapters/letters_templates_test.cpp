// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <unistd.h>

#include "adapters/letters/template_letter_writer.hpp"
#include "tests/adapters/letters_sample.hpp"

namespace redress::letters {
namespace {

namespace fs = std::filesystem;

/// A copy of the templates, to be spoiled.
class LetterTemplates : public testing::Test {
 protected:
  void SetUp() override {
    auto const* const test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("letter-templates-") + test->name() + "-" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::copy(fs::path(REDRESS_SOURCE_DIR) / "templates", folder_, fs::copy_options::recursive);
  }

  void TearDown() override { fs::remove_all(folder_); }

  void replace(std::string const& file, std::string const& what, std::string const& with) const {
    auto content = read(file);
    auto const at = content.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    content.replace(at, what.size(), with);
    std::ofstream(folder_ / file, std::ios::binary) << content;
  }

  void append(std::string const& file, std::string const& what) const { std::ofstream(folder_ / file, std::ios::binary | std::ios::app) << what; }

  void remove(std::string const& file) const { fs::remove(folder_ / file); }

  /// Why the templates are refused; empty when they are not.
  [[nodiscard]] std::string refusal() const {
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

  fs::path folder_;
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
