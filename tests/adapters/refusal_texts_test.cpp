// SPDX-License-Identifier: Apache-2.0
// Whoever is refused is told in their own language what is the matter and what to do.
#include "adapters/rules/refusal_texts.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "adapters/rules/rules.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::rules {
namespace {

namespace files = std::filesystem;

files::path templates() {
  return files::path(REDRESS_SOURCE_DIR) / "templates";
}

/// A copy of the sentences that a test may spoil.
class SpoiltRefusalTexts : public ::testing::Test {
 protected:
  void SetUp() override {
    for (auto const language : all_languages) {
      auto const name = files::path(name_of(language)) / "refusals.toml";
      files::create_directories((folder_ / name).parent_path());
      files::copy_file(templates() / name, folder_ / name, files::copy_options::overwrite_existing);
    }
  }

  void replace_in_latvian(std::string const& what, std::string const& with) {
    auto const path = folder_ / "lv" / "refusals.toml";
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    auto const found = text.find(what);
    ASSERT_NE(found, std::string::npos) << what;
    std::ofstream(path, std::ios::binary) << text.replace(found, what.size(), with);
  }

  redress::testing::TemporaryFolder const held_{"refusals"};
  files::path const folder_ = held_.path();
};

TEST(RefusalTexts, HaveASentenceForEveryReasonInEveryLanguage) {
  auto const texts = load_refusal_texts(templates());

  for (auto const language : all_languages)
    for (auto const name : names_of(Reason{})) {
      auto const sentence = texts.sentence(*enumerator_named<Reason>(name), language, {});
      EXPECT_GE(sentence.size(), 30u) << name;
      EXPECT_TRUE(sentence.ends_with(".")) << sentence;
      EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
      EXPECT_EQ(sentence.find("  "), std::string::npos) << sentence;
    }
}

TEST(RefusalTexts, NameTheirSubjectWhenThereIsOne) {
  auto const texts = load_refusal_texts(templates());

  EXPECT_EQ(texts.sentence(Reason::LetterNotReady, Language::English, "letter-2"),
            "The letter is not approved (letter-2); have it reviewed and approved before it is sent.");
  EXPECT_EQ(texts.sentence(Reason::LetterNotReady, Language::Latvian, {}), "Vēstule nav apstiprināta; pirms sūtīšanas tā jāpārskata un jāapstiprina.");
}

TEST_F(SpoiltRefusalTexts, AreRefusedWhenASentenceIsMissing) {
  replace_in_latvian("NoFacts", "NoFact");

  EXPECT_THROW(static_cast<void>(load_refusal_texts(folder_)), RuleFault);
}

TEST_F(SpoiltRefusalTexts, AreRefusedWhenTheyAnswerAReasonNobodyGives) {
  replace_in_latvian("NoFacts =", "NoMood = \"Noskaņojuma nav.\"\nNoFacts =");

  EXPECT_THROW(static_cast<void>(load_refusal_texts(folder_)), RuleFault);
}

TEST_F(SpoiltRefusalTexts, AreRefusedWhenTheyNameAnythingButTheSubject) {
  replace_in_latvian("({subject}); izvēlieties darbdienu", "({day}); izvēlieties darbdienu");

  EXPECT_THROW(static_cast<void>(load_refusal_texts(folder_)), RuleFault);
}

}  // namespace
}  // namespace redress::rules
