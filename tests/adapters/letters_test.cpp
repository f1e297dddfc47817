// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "adapters/letters/template_letter_writer.hpp"
#include "adapters/letters/text_width.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/adapters/letters_sample.hpp"

namespace redress::letters {
namespace {

namespace sample = letters_sample;
namespace fs = std::filesystem;

constexpr std::array apologising_kinds{LetterKind::Acknowledgement, LetterKind::HoldingResponse, LetterKind::FinalResponse, LetterKind::PromiseMissed};

constexpr auto all_kinds = [] {
  std::array<LetterKind, count_of<LetterKind>> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = static_cast<LetterKind>(i);
  return kinds;
}();

TemplateLetterWriter const& writer() {
  static TemplateLetterWriter const shared(fs::path(REDRESS_SOURCE_DIR) / "templates", sample::organisation());
  return shared;
}

std::string content_of(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void expect_golden(std::string const& name, std::string const& actual) {
  auto const file = fs::path(REDRESS_SOURCE_DIR) / "tests/golden/letters" / name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
  }
  EXPECT_EQ(content_of(file), actual) << name << ": run with UPDATE_GOLDEN=1 when the change is meant";
}

void expect_golden_letter(std::string const& name, LetterFacts const& facts) {
  auto const document = writer().compose(facts);
  auto const stem = name + "." + std::string(name_of(facts.language));
  expect_golden(stem + ".txt", writer().text(document));
  expect_golden(stem + ".html", writer().html(document));
}

std::string everything_of(LetterDocument const& document) {
  return writer().text(document) + writer().html(document);
}

TEST(Letters, SayEverythingThatIsOnRecord) {
  for (auto const language : all_languages)
    for (auto const kind : all_kinds) expect_golden_letter(std::string(name_of(kind)), sample::rich(kind, language));
}

TEST(Letters, AreWholeWithOnlyTheFactsTheyCannotDoWithout) {
  for (auto const language : all_languages)
    for (auto const kind : all_kinds) expect_golden_letter(std::string(name_of(kind)) + "-bare", sample::bare(kind, language));
}

TEST(Letters, OnAnAppointmentSayThatItWasMovedOrCancelled) {
  for (auto const language : all_languages) {
    auto facts = sample::rich(LetterKind::Appointment, language);
    facts.news = LetterFacts::News::Changed;
    expect_golden_letter("appointment-changed", facts);
    facts.news = LetterFacts::News::Cancelled;
    expect_golden_letter("appointment-cancelled", facts);
  }
}

TEST(Letters, SayWhereToTurnNextWhenNothingWasAgreed) {
  for (auto const language : all_languages) {
    expect_golden_letter("final-response-not-agreed", sample::not_agreed(language));
    auto const text = writer().html(writer().compose(sample::not_agreed(language)));
    EXPECT_NE(text.find("ptac.gov.lv"), std::string::npos);
  }
}

TEST(Letters, AreNotSentWithoutAFinalPositionWhenNothingWasAgreed) {
  auto facts = sample::not_agreed(Language::English);
  facts.final_position.clear();

  EXPECT_THROW((void)writer().compose(facts), ports::LetterFault);
}

TEST(Letters, WriteDatesInTheFormThatTheSentenceAsksFor) {
  auto facts = sample::rich(LetterKind::HoldingResponse, Language::Latvian);
  facts.date = *parse_date("2026-11-21");
  facts.new_date = *parse_date("2026-12-05");

  auto const document = writer().compose(facts);

  EXPECT_EQ(document.date, "2026. gada 21. novembrī");
  EXPECT_NE(writer().html(document).find("līdz 2026. gada 5. decembrim"), std::string::npos);
}

TEST(Letters, StateTheAppointmentInTheComplainantsTime) {
  auto facts = sample::rich(LetterKind::Acknowledgement, Language::English);
  facts.appointment = LetterFacts::Appointment{AppointmentKind::Meeting, *parse_time("2026-07-01T21:30:00Z"), "Europe/Riga"};
  auto const summer = writer().html(writer().compose(facts));
  facts.appointment->zone = "Europe/Tallinn";
  auto const unnamed = writer().html(writer().compose(facts));

  EXPECT_NE(summer.find("The time for us to meet is Thursday, 2 July 2026 at 00:30 (Riga time)."), std::string::npos);
  EXPECT_NE(unnamed.find("(time zone: Tallinn)"), std::string::npos);
}

TEST(Letters, RefuseATimeZoneThatNobodyKnows) {
  auto facts = sample::rich(LetterKind::Acknowledgement, Language::English);
  facts.appointment->zone = "Europe/Atlantis";

  EXPECT_THROW((void)writer().compose(facts), ports::LetterFault);
}

TEST(Letters, CountAsTheLanguageCounts) {
  auto facts = sample::rich(LetterKind::Acknowledgement, Language::Russian);
  auto const asked = [&](std::size_t count) {
    facts.questions.assign(count, "Когда?");
    return writer().html(writer().compose(facts));
  };

  EXPECT_NE(asked(1).find("ещё на один вопрос?"), std::string::npos);
  EXPECT_NE(asked(2).find("ещё на два вопроса?"), std::string::npos);
  EXPECT_NE(asked(3).find("ещё на 3 вопроса?"), std::string::npos);
  EXPECT_NE(asked(11).find("ещё на 11 вопросов?"), std::string::npos);
  EXPECT_NE(asked(21).find("ещё на 21 вопрос?"), std::string::npos);
}

TEST(Letters, ApologiseOnceWhenSomethingWentWrongAndNeverOtherwise) {
  for (auto const language : all_languages)
    for (auto const kind : apologising_kinds) {
      auto facts = sample::rich(kind, language);
      auto const due = writer().compose(facts);
      facts.apology_due = false;
      auto const not_due = writer().compose(facts);

      EXPECT_EQ(std::ranges::count(due.body, Block::Apology, &Paragraph::block), 1);
      EXPECT_EQ(std::ranges::count(not_due.body, Block::Apology, &Paragraph::block), 0);
    }
}

TEST(Letters, AddressPeopleAsTheyWishAndNeutrallyOtherwise) {
  auto facts = sample::bare(LetterKind::Acknowledgement, Language::Latvian);
  auto const salutation = [&] { return writer().compose(facts).salutation; };

  EXPECT_EQ(salutation(), "Labdien, Jānis Ozols!");
  facts.complainant.salutation = "Cienījamā Bērziņas kundze!";
  EXPECT_EQ(salutation(), "Cienījamā Bērziņas kundze!");
  facts.complainant = {};
  EXPECT_EQ(salutation(), "Labdien!");
}

TEST(Letters, LeaveNoHoleWhereAFactIsMissing) {
  auto no_handler = sample::rich(LetterKind::Acknowledgement, Language::English);
  no_handler.handler = StaffId{"nobody"};
  auto no_date = sample::rich(LetterKind::HoldingResponse, Language::Latvian);
  no_date.new_date.reset();
  auto no_reasons = sample::rich(LetterKind::FinalResponse, Language::Russian);
  no_reasons.answers[1].explanation = " \r\n";

  for (auto const& facts : {no_handler, no_date, no_reasons}) EXPECT_THROW((void)writer().compose(facts), ports::LetterFault);
}

TEST(Letters, NameTheDayWhereTheMatterMayNotBeSaid) {
  auto facts = sample::rich(LetterKind::Acknowledgement, Language::English);
  facts.matter.clear();

  EXPECT_EQ(writer().compose(facts).subject, "Your complaint R-7K3M-Q9PX: 2 March 2026");
}

TEST(Letters, NameTheTextAndTheFactInAFaultAndNothingPersonal) {
  auto facts = sample::rich(LetterKind::HoldingResponse, Language::Latvian);
  facts.new_date.reset();
  try {
    (void)writer().compose(facts);
    FAIL();
  } catch (ports::LetterFault const& fault) {
    EXPECT_STREQ(fault.what(), "lv/letters/holding_response.toml:30: help 4: needs {new_date_by}, which this letter does not have");
  }
}

TEST(Letters, ReadValuesAsTextAndNeverAsMarkupOrPattern) {
  auto facts = sample::rich(LetterKind::FinalResponse, Language::English);
  facts.complainant.name = "<script>alert(1)</script>\r\nBcc: all@example.org";
  facts.cause = "{reference} '{name}' <img src=\"https://example.com/x.png\"> & {count, plural, one {#}}\u202Etxt.exe";
  facts.schedule[0].what = "</table><b onclick='x'>";

  auto const document = writer().compose(facts);
  auto const html = writer().html(document);

  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("<b "), std::string::npos);
  EXPECT_NE(html.find("{reference} &#39;{name}&#39; &lt;img"), std::string::npos);
  EXPECT_EQ(document.inside_address.front(), "<script>alert(1)</script> Bcc: all@example.org");
  EXPECT_EQ(everything_of(document).find("\u202E"), std::string::npos);
}

TEST(Letters, StayWholeWhenAValueIsNoUtf8) {
  auto facts = sample::rich(LetterKind::FinalResponse, Language::Russian);
  facts.cause = "1) a\xFF\xC3(b";

  EXPECT_NE(writer().text(writer().compose(facts)).find("1) a\uFFFD\uFFFD(b"), std::string::npos);
}

TEST(Letters, FitAPlainMailInBlockFormat) {
  for (auto const language : all_languages)
    for (auto const kind : all_kinds) {
      auto const text = writer().text(writer().compose(sample::rich(kind, language)));
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(columns_of(line), 78U) << line;
        EXPECT_FALSE(line.starts_with(' ')) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
      }
      EXPECT_NE(text.find("R-7K3M-Q9PX\n\n\n\n" + writer().compose(sample::rich(kind, language)).inside_address.front()), std::string::npos);
    }
}

TEST(Letters, FetchNothingAndRunNothing) {
  for (auto const language : all_languages)
    for (auto const kind : all_kinds) {
      auto const html = writer().html(writer().compose(sample::rich(kind, language)));
      for (auto const* const forbidden : {"<script", "<style", "<link", "<img", "src=", "url(", "http-equiv"})
        EXPECT_EQ(html.find(forbidden), std::string::npos) << forbidden;
      EXPECT_NE(html.find("<html lang=\"" + std::string(name_of(language)) + "\">"), std::string::npos);
    }
}

TEST(Letters, ComeOutTheSameFromManyThreads) {
  auto const facts = sample::rich(LetterKind::FinalResponse, Language::Russian);
  TemplateLetterWriter const fresh(fs::path(REDRESS_SOURCE_DIR) / "templates", sample::organisation());
  auto const expected = writer().message(writer().compose(facts), sample::envelope());
  std::vector<std::string> written(4);

  {
    std::vector<std::jthread> threads;
    for (auto& bytes : written) threads.emplace_back([&] { bytes = fresh.message(fresh.compose(facts), sample::envelope()); });
  }

  for (auto const& bytes : written) EXPECT_EQ(bytes, expected);
}

}  // namespace
}  // namespace redress::letters
