// SPDX-License-Identifier: Apache-2.0
// Letters on paper, as the programs of poppler see them: what stands where, in which fonts, on how many pages.
#include <algorithm>
#include <filesystem>
#include <thread>

#include <gtest/gtest.h>

#include "adapters/letters/template_letter_writer.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/adapters/letters_sample.hpp"
#include "tests/support/printed.hpp"

namespace redress::letters {
namespace {

namespace sample = letters_sample;
using redress::testing::Printed;
using redress::testing::PrintedWord;

constexpr double points_per_mm = 72.0 / 25.4;
constexpr double exact = 0.6;  ///< points; letters begin a little beside the place where they stand

LetterStyle style(std::string letterhead, LetterLayout layout = LetterLayout::Block, Paper paper = Paper::A4) {
  return {.letterhead = std::move(letterhead), .layout = layout, .paper = paper, .kept = Keeping::UpToTenYears};
}

TemplateLetterWriter writer(LetterStyle const& look = {}, std::string registration = {}) {
  auto organisation = sample::organisation();
  organisation.letter_style = look;
  organisation.registration_number = std::move(registration);
  return {std::filesystem::path(REDRESS_SOURCE_DIR) / "templates", organisation};
}

LetterDocument final_response(TemplateLetterWriter const& by, Language language) {
  auto facts = sample::rich(LetterKind::FinalResponse, language);
  facts.enclosures = {"A"};
  return by.compose(facts);
}

Printed printed(LetterStyle const& look, Language language = Language::English) {
  auto const by = writer(look);
  return Printed(by.pdf(final_response(by, language)));
}

/// From the bottom of one line to the top of the next but one, in lines.
double lines_between(PrintedWord const& above, PrintedWord const& below, double line_height) {
  return (below.top - above.top) / line_height - 1;
}

void expect_in_order(std::string const& text, std::vector<std::string> const& marks) {
  std::size_t at = 0;
  for (auto const& mark : marks) {
    auto const found = text.find(mark, at);
    ASSERT_NE(found, std::string::npos) << "\"" << mark << "\" is not where it should be in\n" << text;
    at = found + mark.size();
  }
}

TEST(LettersOnPaper, HaveTheirPartsInTheOrderOfABusinessLetter) {
  for (auto const layout : {LetterLayout::Block, LetterLayout::ModifiedBlock, LetterLayout::SemiBlock})
    expect_in_order(printed(style("international", layout)).text(),
                    {"Baltic Chairs", "10 March 2026", "Our reference: R-7K3M-Q9PX", "Jānis Ozols", "Brīvības iela 1–2", "Dear", "Your complaint", "Thank you",
                     "What will happen", "A new chair", "The delivery fee", "Could you also accept", "Yours sincerely,", "Ilze Bērziņa", "Complaint manager",
                     "Enclosure: A", "Copies to:", "Andris Kalniņš"});
}

TEST(LettersOnPaper, StandFlushLeftInBlockLayout) {
  auto const letter = printed(style("international"));

  for (auto const* word : {"Baltic", "10", "Our", "Jānis", "Dear", "Your", "Thank"}) EXPECT_NEAR(letter.word(word).left, 25 * points_per_mm, exact) << word;
  EXPECT_NEAR(letter.word("Yours", 2).left, 25 * points_per_mm, exact);
}

TEST(LettersOnPaper, BeginAndEndAtTheCentreInModifiedBlock) {
  auto const letter = printed(style("international", LetterLayout::ModifiedBlock));

  for (auto const* word : {"Baltic", "10", "Our"}) EXPECT_NEAR(letter.word(word).left, 105 * points_per_mm, exact) << word;
  for (auto const* word : {"Jānis", "Dear", "Thank", "You"}) EXPECT_NEAR(letter.word(word).left, 25 * points_per_mm, exact) << word;
  for (auto const* word : {"Yours", "Complaint"}) EXPECT_NEAR(letter.word(word, 2).left, 105 * points_per_mm, exact) << word;
}

TEST(LettersOnPaper, IndentTheFirstLineOfEachParagraphInSemiBlock) {
  auto const letter = printed(style("international", LetterLayout::SemiBlock));

  for (auto const* word : {"Baltic", "10"}) EXPECT_NEAR(letter.word(word).left, 105 * points_per_mm, exact) << word;
  for (auto const* word : {"Thank", "You"}) EXPECT_NEAR(letter.word(word).left, (25 + 12.7) * points_per_mm, exact) << word;
  EXPECT_NEAR(letter.word("Dear").left, 25 * points_per_mm, exact);
}

TEST(LettersOnPaper, KeepTheSpacesThatTheFormatsPrescribe) {
  constexpr double line = 11 * 1.2;
  auto const letter = printed(style("international"));

  EXPECT_NEAR(lines_between(letter.word("Latvia"), letter.word("10"), line), 1, 0.1);
  EXPECT_NEAR(lines_between(letter.word("reference:"), letter.word("Jānis"), line), 3, 0.1);
  EXPECT_NEAR(lines_between(letter.word("Dear"), letter.word("Your"), line), 1, 0.1);
  EXPECT_NEAR(lines_between(letter.word("Yours", 2), letter.word("Complaint", 2), line), 4, 0.1) << "three blank lines, and the name";
  EXPECT_NEAR(letter.word("Baltic").top, 25 * points_per_mm, 4);
}

TEST(LettersOnPaper, FitThePaperTheyAreFor) {
  EXPECT_EQ(printed(style("international")).particular("Page size"), "595.276 x 841.89 pts (A4)");
  EXPECT_EQ(printed(style("international", LetterLayout::Block, Paper::UsLetter)).particular("Page size"), "612 x 792 pts (letter)");

  for (auto const* head : {"international", "latvia", "gost-r-7.0.97"}) {
    auto const letter = printed(style(head), Language::Russian);
    for (auto const& word : letter.words()) EXPECT_LE(word.right, (210 - 10) * points_per_mm + exact) << word.text;
  }
}

TEST(LettersOnPaper, CarryTheirFontsAndCanBeReadByPrograms) {
  for (auto const language : all_languages) {
    auto const letter = printed(style("international"), language);
    EXPECT_FALSE(letter.fonts().empty());
    for (auto const& font : letter.fonts()) {
      EXPECT_TRUE(font.is_embedded && font.has_unicode) << font.name;
      EXPECT_NE(font.name.find("LiberationSerif"), std::string::npos) << font.name;
    }
  }
  EXPECT_NE(printed(style("international"), Language::Latvian).text().find("Ilze Bērziņa"), std::string::npos);
  EXPECT_NE(printed(style("latvia"), Language::Latvian).text().find("Kreisais roku balsts bija ieplaisājis"), std::string::npos);
  EXPECT_NE(printed(style("gost-r-7.0.97"), Language::Russian).text().find("Илзе Берзиня"), std::string::npos);
}

TEST(LettersOnPaper, SayWhatTheyAreInWhichLanguageAndAreTagged) {
  auto const letter = printed(style("international"), Language::Latvian);

  EXPECT_EQ(letter.particular("Title"), "Jūsu sūdzība R-7K3M-Q9PX: 20. februāra piegāde");
  EXPECT_EQ(letter.particular("Author"), "SIA „Baltijas krēsli”");
  EXPECT_EQ(letter.particular("Tagged"), "yes");
  EXPECT_EQ(letter.particular("JavaScript"), "no");
  EXPECT_NE(letter.bytes().find("/Lang (lv)"), std::string::npos);
  EXPECT_NE(letter.bytes().find("/DisplayDocTitle true"), std::string::npos);
  expect_in_order(letter.structure(), {"Document", "P", "H1", "P", "Table", "TR", "TH", "TH", "TH", "TR", "TH", "TD", "TD", "P"});
  EXPECT_EQ(letter.structure().find("rror"), std::string::npos) << letter.structure();
}

TEST(LettersOnPaper, AreTheSameBytesWheneverAndWhereverTheyAreDrawn) {
  auto const by = writer();
  auto const document = final_response(by, Language::Russian);
  auto const expected = by.pdf(document);
  std::vector<std::string> drawn(3);

  {
    std::vector<std::jthread> threads;
    for (auto& bytes : drawn) threads.emplace_back([&] { bytes = by.pdf(document); });
  }

  for (auto const& bytes : drawn) EXPECT_TRUE(bytes == expected);
  EXPECT_TRUE(Printed(expected).particular("CreationDate").starts_with("Tue Mar 10 00:00:00 2026"));
}

TEST(LettersOnPaper, SayOnFurtherPagesWhoseLetterItIs) {
  auto const letter = printed(style("international"));

  ASSERT_EQ(letter.pages(), 2U);
  EXPECT_NEAR(letter.word("Jānis", 2).left, 25 * points_per_mm, exact);
  EXPECT_NEAR(letter.word("Page", 2).top, letter.word("Jānis", 2).top, exact);
  EXPECT_NEAR(letter.word("10", 2).top, letter.word("Jānis", 2).top, exact);
  EXPECT_NE(letter.text().find("Page 2 of 2"), std::string::npos);
  EXPECT_EQ(letter.text().find("Page 1 of 2"), std::string::npos);
}

// ---- where pages end

LetterDocument long_letter(TemplateLetterWriter const& by, std::size_t paragraphs, std::size_t promises) {
  auto document = by.compose(sample::rich(LetterKind::FinalResponse, Language::English));
  std::vector<Paragraph> body;
  for (std::size_t i = 0; i < paragraphs; ++i)
    body.push_back(
        {Block::Help, "Begin" + std::to_string(i) +
                          " of a paragraph that goes on for some four lines, so that a page may end in the midst of it, which it "
                          "may do only where two lines at least stand on either side, for a line that stands alone at the foot or the head of a page "
                          "is overlooked, and what is overlooked in a letter of this kind is asked about by telephone. End" +
                          std::to_string(i)});
  body.push_back({Block::Schedule, "Introduction"});
  document.body = body;
  document.schedule.assign(promises, document.schedule.front());
  for (std::size_t i = 0; i < promises; ++i)
    document.schedule[i].what = "First" + std::to_string(i) + " of what we do for you, said at some length, and it ends with Last" + std::to_string(i);
  return document;
}

std::size_t page_of(Printed const& letter, std::string const& text) {
  auto const found = std::ranges::find(letter.words(), text, &PrintedWord::text);
  return found == letter.words().end() ? 0 : found->page;
}

std::size_t lines_on(Printed const& letter, std::size_t page, double from, double to) {
  std::vector<double> tops;
  for (auto const& word : letter.words())
    if (word.page == page && word.top >= from - 1 && word.top <= to + 1) tops.push_back(word.top);
  std::ranges::sort(tops);
  std::size_t lines = tops.empty() ? 0 : 1;
  for (std::size_t i = 1; i < tops.size(); ++i) lines += tops[i] - tops[i - 1] > 6 ? 1U : 0U;
  return lines;
}

void expect_good_breaks(Printed const& letter, std::size_t paragraphs, std::size_t promises) {
  for (std::size_t i = 0; i < promises; ++i)
    EXPECT_EQ(page_of(letter, "First" + std::to_string(i)), page_of(letter, "Last" + std::to_string(i))) << "a row is torn";
  EXPECT_EQ(page_of(letter, "Introduction"), page_of(letter, "First0")) << "the schedule is torn from the sentence before it";
  auto const close = letter.words().end() - 1;
  auto const last_promise = page_of(letter, "Last" + std::to_string(promises - 1));
  EXPECT_LE(last_promise, close->page);
  auto const yours = std::ranges::find(letter.words(), std::string("Yours"), &PrintedWord::text);
  auto const title = std::ranges::find(letter.words(), std::string("Complaint"), &PrintedWord::text);
  ASSERT_TRUE(yours != letter.words().end() && title != letter.words().end());
  EXPECT_EQ(yours->page, title->page) << "the close is torn from the signature";
  EXPECT_TRUE(std::ranges::any_of(letter.words(), [&](auto const& word) {
    return word.page == yours->page && word.text == "Last" + std::to_string(promises - 1);
  })) << "the close stands alone";
  for (std::size_t i = 0; i < paragraphs; ++i) {
    auto const begin = letter.word("Begin" + std::to_string(i), page_of(letter, "Begin" + std::to_string(i)));
    auto const end = letter.word("End" + std::to_string(i), page_of(letter, "End" + std::to_string(i)));
    if (begin.page == end.page) continue;
    EXPECT_GE(lines_on(letter, begin.page, begin.top, 2000), 2U) << "a lone line at the foot, paragraph " << i;
    EXPECT_GE(lines_on(letter, end.page, 25 * points_per_mm + 30, end.top), 2U) << "a lone line at the head, paragraph " << i;
  }
}

TEST(LettersOnPaper, BreakWellWhereverThePageEnds) {
  auto const by = writer();
  for (std::size_t paragraphs = 4; paragraphs < 12; ++paragraphs)
    for (std::size_t const promises : {1U, 2U, 5U}) {
      SCOPED_TRACE(std::to_string(paragraphs) + " paragraphs, " + std::to_string(promises) + " promises");
      expect_good_breaks(Printed(by.pdf(long_letter(by, paragraphs, promises))), paragraphs, promises);
    }
}

TEST(LettersOnPaper, SayTheHeadsOfTheScheduleAgainOnTheNextPage) {
  auto const by = writer();
  Printed const letter(by.pdf(long_letter(by, 3, 40)));

  ASSERT_GE(letter.pages(), 3U);
  for (std::size_t page = 1; page <= letter.pages(); ++page) EXPECT_GE(letter.word("What", page).left, 25 * points_per_mm - 1);
  for (std::size_t i = 0; i < 40; ++i) EXPECT_NE(page_of(letter, "Last" + std::to_string(i)), 0U) << i;
}

// ---- national practice

TEST(LettersOnPaper, FollowRussianPracticeOnTheGostLetterhead) {
  auto const letter = printed(style("gost-r-7.0.97"), Language::Russian);

  EXPECT_NEAR(letter.word("ООО").left, 20 * points_per_mm, exact);
  EXPECT_LE(letter.word("R-7K3M-Q9PX").right, (20 + 80) * points_per_mm);
  EXPECT_NEAR(letter.word("Янис").top, letter.word("ООО").top, 1) << "the address stands beside the corner";
  EXPECT_GE(letter.word("Янис").left, (20 + 80) * points_per_mm);
  EXPECT_NEAR(letter.word("Спасибо,").left, (20 + 12.5) * points_per_mm, exact);
  EXPECT_LT(letter.word("Ваше").top, letter.word("Здравствуйте,").top) << "the heading stands above the text";
  EXPECT_NE(letter.text().find("На Ваше обращение от 02.03.2026"), std::string::npos);
  expect_in_order(letter.text(), {"Приложение: A", "С уважением,"});
  ASSERT_GE(letter.pages(), 2U);
  auto const number = letter.word("2", 2);
  EXPECT_NEAR((number.left + number.right) / 2, (20 + 180.0 / 2) * points_per_mm, 2);
  EXPECT_LT(number.bottom, 20 * points_per_mm);
  EXPECT_GE(number.top, 8 * points_per_mm);
}

ports::MessageEnvelope copy_to(std::string name, ports::CopyNote note) {
  auto envelope = sample::envelope();
  envelope.to_name = std::move(name);
  envelope.copy = note;
  return envelope;
}

TEST(LettersOnPaper, SayAboveACopyWhoseItIs) {
  struct Copy {
    Language language;
    std::string whose;
    std::string why;
    std::string in_part;
    std::string head;
  };
  std::vector<Copy> const copies{{Language::English, "COPY for Andris Kalniņš", "This copy is for you", "is left out", "Baltic Chairs"},
                                 {Language::Latvian, "KOPIJA. Saņēmējs: Andris Kalniņš", "Šīs vēstules kopiju", "ir izlaists", "SIA „Baltijas krēsli”"},
                                 {Language::Russian, "КОПИЯ. Получатель: Andris Kalniņš", "Эта копия направлена Вам", "опущено", "ООО"}};
  auto const by = writer();
  for (auto const& copy : copies) {
    auto const document = final_response(by, copy.language);
    Printed const whole(by.printed(document, copy_to("Andris Kalniņš", ports::CopyNote::Whole)));
    Printed const in_part(by.printed(document, copy_to("Andris Kalniņš", ports::CopyNote::InPart)));

    expect_in_order(whole.text(), {copy.whose, copy.why, copy.head});
    EXPECT_EQ(whole.text().find(copy.in_part), std::string::npos);
    expect_in_order(in_part.text(), {copy.whose, copy.why, copy.in_part, copy.head});
  }
}

TEST(LettersOnPaper, SayNothingAboveTheLetterItself) {
  auto const by = writer();
  auto const document = final_response(by, Language::English);

  EXPECT_EQ(by.printed(document, copy_to("Jānis Ozols", ports::CopyNote::None)), by.pdf(document));
}

TEST(LettersOnPaper, AreCopiesWithoutANameToo) {
  auto const by = writer();
  Printed const letter(by.printed(final_response(by, Language::English), copy_to("\n", ports::CopyNote::Whole)));

  EXPECT_EQ(letter.text().find("COPY for"), std::string::npos);
  EXPECT_NE(letter.text().find("This copy is for you"), std::string::npos);
}

TEST(LettersOnPaper, HavePositionAndNameAtTheEndsOfOneLineOnTheGostLetterhead) {
  auto const letter = printed(style("gost-r-7.0.97"), Language::Russian);
  auto const last = [&](std::string_view text) {
    auto const& words = letter.words();
    auto const found = std::ranges::find(words.rbegin(), words.rend(), text, &PrintedWord::text);
    return found == words.rend() ? PrintedWord{} : *found;
  };
  auto const position = last("Руководитель");
  auto const name = last("Берзиня");

  EXPECT_NEAR(position.left, 20 * points_per_mm, exact);
  EXPECT_NEAR(name.right, (210 - 10) * points_per_mm, 1.5);
  EXPECT_NEAR(position.top, name.top, 0.1);
}

TEST(LettersOnPaper, JustifyTheTextOnTheGostLetterhead) {
  auto const letter = printed(style("gost-r-7.0.97"), Language::Russian);
  auto const right = (210 - 10) * points_per_mm;

  auto const full_lines = std::ranges::count_if(letter.words(), [&](auto const& word) { return std::abs(word.right - right) < 1.5; });

  EXPECT_GE(full_lines, 10);
}

TEST(LettersOnPaper, LeaveRoomForBindingWhenTheyAreKeptOverTenYears) {
  auto look = style("gost-r-7.0.97");
  look.kept = Keeping::OverTenYears;

  EXPECT_NEAR(printed(look, Language::Russian).word("ООО").left, 30 * points_per_mm, exact);
}

TEST(LettersOnPaper, FollowLatvianPracticeOnTheLatvianLetterhead) {
  auto const by = writer(style("latvia"), "40003012345");
  Printed const letter(by.pdf(final_response(by, Language::Latvian)));

  EXPECT_NEAR(letter.word("Jānis").left, 30 * points_per_mm, exact);
  EXPECT_NE(letter.text().find("Reģ. Nr. 40003012345"), std::string::npos);
  EXPECT_NE(letter.text().find("Uz Jūsu 02.03.2026. vēstuli"), std::string::npos);
  expect_in_order(letter.text(), {"Pielikumā: A", "Ar cieņu\n", "Ilze Bērziņa"});
  EXPECT_EQ(letter.text().find("Ar cieņu,"), std::string::npos);
}

}  // namespace
}  // namespace redress::letters
