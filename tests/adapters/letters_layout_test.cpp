// SPDX-License-Identifier: Apache-2.0
// The three layouts and the letterheads in text and HTML, and the files of the letterheads.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "adapters/letters/template_letter_writer.hpp"
#include "adapters/letters/text_width.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/adapters/letters_sample.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::letters {
namespace {

namespace fs = std::filesystem;
namespace sample = letters_sample;

struct Rendered {
  std::string text;
  std::string html;
};

Rendered rendered(std::string letterhead, LetterLayout layout, Language language) {
  auto organisation = sample::organisation();
  organisation.letter_style.letterhead = std::move(letterhead);
  organisation.letter_style.layout = layout;
  TemplateLetterWriter const writer(fs::path(REDRESS_SOURCE_DIR) / "templates", organisation);
  auto facts = sample::rich(LetterKind::FinalResponse, language);
  facts.enclosures = {"A receipt", "Two photographs"};
  auto const document = writer.compose(facts);
  return {writer.text(document), writer.html(document)};
}

/// The line that holds those words, with what stands before them.
std::string line_with(std::string const& text, std::string const& words) {
  auto const at = text.find(words);
  if (at == std::string::npos) return "no such line";
  auto const begin = at == 0 ? 0 : text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

TEST(Layouts, PutHeadAndCloseAtTheCentreWhereTheyBelong) {
  auto const block = rendered("international", LetterLayout::Block, Language::English).text;
  auto const modified = rendered("international", LetterLayout::ModifiedBlock, Language::English).text;
  auto const semi = rendered("international", LetterLayout::SemiBlock, Language::English).text;
  auto const centre = std::string(39, ' ');

  for (std::string const words : {"Baltic Chairs", "10 March 2026", "Our reference: R-7K3M-Q9PX", "Yours sincerely,", "Complaint manager"}) {
    EXPECT_EQ(line_with(block, words), words);
    EXPECT_EQ(line_with(modified, words), centre + words);
    EXPECT_EQ(line_with(semi, words), centre + words);
  }
  for (auto const& text : {block, modified, semi}) EXPECT_EQ(line_with(text, "Brīvības"), "Brīvības iela 1–2");
  EXPECT_TRUE(line_with(modified, "Thank you for coming").starts_with("Thank"));
  EXPECT_TRUE(line_with(semi, "Thank you for coming").starts_with("     Thank"));
  EXPECT_FALSE(line_with(semi, "We have a record").starts_with(" ")) << "only the first line of a paragraph";
}

TEST(Layouts, StayWithinSeventyEightColumns) {
  for (auto const* letterhead : {"international", "latvia", "gost-r-7.0.97"})
    for (auto const layout : {LetterLayout::Block, LetterLayout::ModifiedBlock, LetterLayout::SemiBlock})
      for (auto const language : all_languages) {
        std::istringstream lines(rendered(letterhead, layout, language).text);
        for (std::string line; std::getline(lines, line);) {
          EXPECT_LE(columns_of(line), 78U) << line;
          EXPECT_FALSE(line.ends_with(' ')) << line;
        }
      }
}

TEST(Layouts, AreTheSameInHtml) {
  auto const block = rendered("international", LetterLayout::Block, Language::English).html;
  auto const semi = rendered("international", LetterLayout::SemiBlock, Language::English).html;
  auto const gost = rendered("gost-r-7.0.97", LetterLayout::Block, Language::Russian).html;

  EXPECT_EQ(block.find("margin-left:50%"), std::string::npos);
  EXPECT_NE(semi.find("margin-left:50%\">Yours sincerely,"), std::string::npos);
  EXPECT_NE(semi.find("text-indent:12.7mm\">Thank you"), std::string::npos);
  EXPECT_NE(gost.find("text-align:justify;text-indent:12.5mm\">Спасибо"), std::string::npos);
  EXPECT_LT(gost.find("<h1"), gost.find("Здравствуйте"));
  for (auto const* forbidden : {"<script", "<link", "src=", "url("}) EXPECT_EQ(gost.find(forbidden), std::string::npos);
}

TEST(Layouts, SetPositionAndNameOnOneLineWhereTheLetterheadSays) {
  auto const across = rendered("gost-r-7.0.97", LetterLayout::Block, Language::Russian);
  auto const stacked = rendered("international", LetterLayout::Block, Language::Russian);
  std::string const position = "Руководитель по работе с обращениями";
  std::string const name = "Илзе Берзиня";

  EXPECT_EQ(line_with(across.text, position), position + std::string(78 - columns_of(position) - columns_of(name), ' ') + name);
  EXPECT_NE(across.text.find(name + "\n\nТелефон: "), std::string::npos) << "how to reach her stands below";
  EXPECT_NE(across.html.find("text-align:left\">" + position + "</td>"), std::string::npos);
  EXPECT_NE(across.html.find("text-align:right\">" + name + "</td>"), std::string::npos);
  EXPECT_EQ(line_with(stacked.text, position), position);
}

TEST(Layouts, WrapALongPositionBesideTheName) {
  auto organisation = sample::organisation();
  organisation.letter_style.letterhead = "gost-r-7.0.97";
  TemplateLetterWriter const writer(fs::path(REDRESS_SOURCE_DIR) / "templates", organisation);
  auto document = writer.compose(sample::rich(LetterKind::FinalResponse, Language::Russian));
  document.signature = {"Илзе Берзиня", "Заместитель начальника управления по работе с обращениями граждан и организаций"};

  auto const text = writer.text(document);

  EXPECT_EQ(line_with(text, "Заместитель"), "Заместитель начальника управления по");
  EXPECT_EQ(line_with(text, "организаций"), "организаций" + std::string(78 - 11 - 12, ' ') + "Илзе Берзиня");
}

TEST(Layouts, SignWithTheNameAloneWhereThereIsNoPosition) {
  auto organisation = sample::organisation();
  organisation.letter_style.letterhead = "gost-r-7.0.97";
  TemplateLetterWriter const writer(fs::path(REDRESS_SOURCE_DIR) / "templates", organisation);
  auto document = writer.compose(sample::rich(LetterKind::FinalResponse, Language::Russian));
  document.signature = {"Илзе Берзиня"};

  EXPECT_NE(writer.text(document).find("С уважением,\n\n\n\nИлзе Берзиня\n"), std::string::npos);
}

/// The HTML of a letter with that one paragraph.
std::string html_of(std::string const& paragraph) {
  TemplateLetterWriter const writer(fs::path(REDRESS_SOURCE_DIR) / "templates", sample::organisation());
  LetterDocument document;
  document.body = {{.block = Block::Help, .text = paragraph}};
  return writer.html(document);
}

TEST(Links, EndBeforeTheFullStopOfTheSentence) {
  auto const linked = [](std::string const& address, std::string const& words) {
    return "<a href=\"" + address + "\" style=\"color:inherit\">" + words + "</a>";
  };

  EXPECT_NE(html_of("It is at https://example.org/a?b=1&c=2.").find(linked("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&amp;c=2") + "."),
            std::string::npos);
  EXPECT_NE(html_of("Turn to the centre (ptac.gov.lv).").find("(" + linked("https://ptac.gov.lv", "ptac.gov.lv") + ")."), std::string::npos);
  EXPECT_NE(html_of("Uz „www.example.org”, lūdzu!").find("„" + linked("https://www.example.org", "www.example.org") + "”, l"), std::string::npos);
  EXPECT_NE(html_of("http://example.org/a_(b), and").find(linked("http://example.org/a_(b)", "http://example.org/a_(b)") + ", and"), std::string::npos);
  EXPECT_NE(html_of("ptac.gov.lv").find(">" + linked("https://ptac.gov.lv", "ptac.gov.lv") + "</p>"), std::string::npos);
}

TEST(Links, AreMadeOfWebAddressesOnly) {
  for (auto const* text : {"javascript:alert(1)", "https://", "a.b.c", "yesterday.he", "12.30.15", "ilze.berzina@mail.example.org", "data:text/html,x.y.zz",
                           "https://example.org/\"onclick=\"x", "plkst.14.30", "www.", "https://…"})
    EXPECT_EQ(html_of(text).find("href"), std::string::npos) << text;
}

TEST(Layouts, ListWhatIsEnclosedWhereTheLetterheadSays) {
  auto const international = rendered("international", LetterLayout::Block, Language::English).text;
  auto const gost = rendered("gost-r-7.0.97", LetterLayout::Block, Language::Russian).text;

  EXPECT_NE(international.find("Enclosures:\n1. A receipt\n2. Two photographs\n"), std::string::npos);
  EXPECT_GT(international.find("Enclosures:"), international.find("Yours sincerely,"));
  EXPECT_LT(gost.find("Приложение:\n1. A receipt"), gost.find("С уважением,"));
}

// ---- files

class LetterheadFiles : public ::testing::Test {
 protected:
  LetterheadFiles() { fs::copy(fs::path(REDRESS_SOURCE_DIR) / "templates", folder_.path(), fs::copy_options::recursive); }

  void replace(std::string const& what, std::string const& with) const {
    auto const file = folder_.path() / "letterheads" / "latvia.toml";
    std::ifstream stream(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    auto const at = content.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    std::ofstream(file, std::ios::binary) << content.replace(at, what.size(), with);
  }

  [[nodiscard]] std::string refusal(std::string const& letterhead = "international") const {
    auto organisation = sample::organisation();
    organisation.letter_style.letterhead = letterhead;
    try {
      TemplateLetterWriter const writer(folder_.path(), organisation);
      return {};
    } catch (ports::LetterFault const& fault) {
      return fault.what();
    }
  }

  redress::testing::TemporaryFolder const folder_{"letterheads"};
};

TEST_F(LetterheadFiles, AreTakenAsTheyAre) {
  EXPECT_EQ(refusal("latvia"), "");
}

TEST_F(LetterheadFiles, AreRefusedWithFileAndLine) {
  replace("left = 30", "left = \"wide\"");

  EXPECT_EQ(refusal(), "letterheads/latvia.toml:11: \"left\" must be a number from 0 to 80");
}

TEST_F(LetterheadFiles, AreRefusedWithAKeyThatNobodyKnows) {
  replace("size_pt = 12", "size_pt = 12\nsise = 3");

  EXPECT_EQ(refusal(), "letterheads/latvia.toml:6: there is no \"sise\" here; docs/reference/letterheads.md lists what there is");
}

TEST_F(LetterheadFiles, AreRefusedWithoutALanguage) {
  replace("[words.ru]", "[words.de]");

  EXPECT_NE(refusal().find("\"ru\" is missing; add it"), std::string::npos) << refusal();
}

TEST_F(LetterheadFiles, AreRefusedWithAPlaceThatThereIsNot) {
  replace("head = \"centred\"", "head = \"bottom\"");

  EXPECT_EQ(refusal(), "letterheads/latvia.toml:7: \"head\" must be one of: as-layout, centred, corner");
}

TEST_F(LetterheadFiles, AreRefusedWithAFontThatIsNotThere) {
  replace("Liberation Serif", "Comic Sans MS");

  EXPECT_NE(refusal().find("letterheads/latvia.toml:4: there is no font \"Comic Sans MS\"; there are: "), std::string::npos) << refusal();
}

TEST_F(LetterheadFiles, AreRefusedWithAPlaceholderThatHasNoValue) {
  replace("{numeric_date}", "{day}");

  EXPECT_NE(refusal().find("names {day}; it may hold {date} and {numeric_date}"), std::string::npos) << refusal();
}

TEST_F(LetterheadFiles, AreAllThatAnOrganisationCanChooseFrom) {
  EXPECT_EQ(refusal("mars"), "there is no letterhead \"mars\"; there are: gost-r-7.0.97, international, latvia");
}

}  // namespace
}  // namespace redress::letters
