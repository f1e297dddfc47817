// SPDX-License-Identifier: Apache-2.0
// The gate: a letter that was changed by hand says what is on record or does not go out, and whoever is refused is shown where.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"
#include "workflows/resolution/workflow.hpp"

namespace redress::testing {
namespace {

/// What is promised in each language, and what somebody might write instead.
struct Tongue {
  Language language;
  std::string promise;  ///< forty-five euros
  std::string kept;     ///< the promise as it is: by 15 April 2026, in words of one's own
  std::vector<std::string> other_days;
  std::vector<std::string> other_amounts;
};

void PrintTo(Tongue const& tongue, std::ostream* out) {
  *out << name_of(tongue.language);
}

std::vector<Tongue> tongues() {
  return {
      {Language::English,
       "We refund 45.00 EUR to your card",
       "You will have the forty-five euros on your card by 15 April 2026.",
       {"You will have the money on your card by 16 April 2026.", "You will have the money on your card by the sixteenth of April.",
        "The money will be on your card by 15 May.", "We will pay it by 2026-04-14."},
       {"We will refund 54.00 EUR to your card.", "We will refund fifty-four euros to your card.", "You will receive €450 from us."}},
      {Language::Latvian,
       "Atmaksājam 45,00 EUR Jūsu kartē",
       "Četrdesmit pieci eiro būs Jūsu kartē līdz 2026. gada 15. aprīlim.",
       {"Nauda būs Jūsu kartē līdz 2026. gada 16. aprīlim.", "Nauda būs Jūsu kartē sešpadsmitajā aprīlī.", "Naudu saņemsiet līdz 15. maijam.",
        "Samaksāsim līdz 14.04.2026."},
       {"Mēs atmaksāsim 54,00 EUR Jūsu kartē.", "Mēs atmaksāsim piecdesmit četrus eiro.", "Jūs saņemsiet 450 eiro."}},
      {Language::Russian,
       "Возвращаем 45,00 EUR на Вашу карту",
       "Сорок пять евро будут на Вашей карте не позднее 15 апреля 2026 года.",
       {"Деньги будут на Вашей карте не позднее 16 апреля 2026 года.", "Деньги поступят на Вашу карту шестнадцатого апреля.", "Деньги Вы получите до 15 мая.",
        "Мы выплатим их до 14.04.2026."},
       {"Мы вернём 54,00 EUR на Вашу карту.", "Мы вернём пятьдесят четыре евро.", "Вы получите 450 евро."}},
  };
}

/// A complaint in that language with that promise, agreed upon.
Desk agreed(Tongue const& tongue, std::string const& profile = "standard") {
  Desk desk;
  desk.under(profile);
  auto received = std::get<ReceiveComplaint>(desk.good(ReceiveComplaint::name));
  received.language = tongue.language;
  EXPECT_TRUE(desk.give(received));
  desk.go({"acknowledge", "define-points", "begin-investigation", "request-statement", "record-statement", "record-fact", "record-root-cause"});
  auto conclude = std::get<ConcludeInvestigation>(desk.good(ConcludeInvestigation::name));
  conclude.answers.at(0).explanation = "Kravas auto izbrauca no noliktavas nedēļu vēlāk, nekā bija sarunāts.";
  conclude.answers.at(1).explanation = "Audumu ieplēsa, nesot dīvānu pa šaurajām kāpnēm.";
  EXPECT_TRUE(desk.give(conclude));
  desk.go({"confirm-identity", "record-hearing"});
  auto propose = std::get<ProposeRemedy>(desk.good(ProposeRemedy::name));
  propose.description = tongue.promise;
  propose.promises = {{tongue.promise, StaffId("staff-02"), *parse_date("2026-04-15")}};
  EXPECT_TRUE(desk.give(propose));
  desk.go({"record-answer", "agree-schedule", "draft-letter"});
  return desk;
}

Letter const& final_response(Desk const& desk) {
  return desk.letter(LetterKind::FinalResponse);
}

/// The draft again, with a body of one's own.
std::expected<Decision, Refusal> redraft(Desk& desk, std::vector<Paragraph> body) {
  auto draft = std::get<DraftLetter>(desk.good(DraftLetter::name));
  draft.letter = final_response(desk).id;
  draft.body = std::move(body);
  return desk.give(draft);
}

std::expected<Decision, Refusal> approve(Desk& desk) {
  if (final_response(desk).state == LetterState::Drafted) desk.go({"review-letter"});
  return desk.give("approve-letter");
}

std::expected<Decision, Refusal> approve_with(Desk& desk, std::vector<Paragraph> body) {
  EXPECT_TRUE(redraft(desk, std::move(body)));
  return approve(desk);
}

std::vector<Paragraph> with_sentence(std::vector<Paragraph> body, std::string const& sentence) {
  body.push_back({Block::Care, sentence, {}, {}});
  return body;
}

std::vector<Missing> only(Refusal const& refusal, Reason reason) {
  std::vector<Missing> found;
  std::ranges::copy_if(refusal.missing, std::back_inserter(found), [&](Missing const& one) { return one.reason == reason; });
  return found;
}

std::string said(Desk const& desk, Missing const& missing) {
  auto const& place = missing.place.value();
  auto const& text = final_response(desk).document.body.at(static_cast<std::size_t>(place.paragraph)).text;
  return text.substr(static_cast<std::size_t>(place.start), static_cast<std::size_t>(place.end - place.start));
}

class LettersByHand : public ::testing::TestWithParam<Tongue> {};

TEST_P(LettersByHand, GoOutAsTheyAreComposed) {
  auto desk = agreed(GetParam());
  auto const answer = approve(desk);
  EXPECT_TRUE(answer) << why(answer);
}

TEST_P(LettersByHand, MaySayWhatWasPromisedInOtherWords) {
  auto desk = agreed(GetParam());
  auto const answer = approve_with(desk, with_sentence(final_response(desk).document.body, GetParam().kept));
  EXPECT_TRUE(answer) << why(answer);
}

TEST_P(LettersByHand, AreRefusedWithAnotherDay) {
  for (auto const& sentence : GetParam().other_days) {
    auto desk = agreed(GetParam());
    auto const answer = approve_with(desk, with_sentence(final_response(desk).document.body, sentence));
    ASSERT_FALSE(answer) << sentence;
    auto const found = only(answer.error(), Reason::DateNotPromised);
    ASSERT_EQ(found.size(), 1u) << sentence << why(answer);
    EXPECT_EQ(found[0].place->paragraph, static_cast<std::int64_t>(final_response(desk).document.body.size()) - 1);
    EXPECT_NE(sentence.find(said(desk, found[0])), std::string::npos);
  }
}

TEST_P(LettersByHand, AreRefusedWithAnotherAmount) {
  for (auto const& sentence : GetParam().other_amounts) {
    auto desk = agreed(GetParam());
    auto const answer = approve_with(desk, with_sentence(final_response(desk).document.body, sentence));
    ASSERT_FALSE(answer) << sentence;
    auto const found = only(answer.error(), Reason::AmountNotPromised);
    ASSERT_EQ(found.size(), 1u) << sentence << why(answer);
    EXPECT_NE(sentence.find(said(desk, found[0])), std::string::npos);
  }
}

TEST_P(LettersByHand, AreRefusedWhenAPointIsLeftOut) {
  for (std::size_t left_out = 0; left_out < 2; ++left_out) {
    auto desk = agreed(GetParam());
    auto const point = desk.complaint().points.at(left_out).id;
    auto body = final_response(desk).document.body;
    ASSERT_EQ(std::erase_if(body, [&](Paragraph const& paragraph) { return paragraph.point == point; }), 1u);
    auto const answer = approve_with(desk, body);
    ASSERT_FALSE(answer);
    auto const found = only(answer.error(), Reason::PointLeftOut);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subject, point.value);
  }
}

TEST_P(LettersByHand, AreRefusedWhenAPointIsEmptied) {
  auto desk = agreed(GetParam());
  auto body = final_response(desk).document.body;
  auto const answered = std::ranges::find_if(body, [](Paragraph const& paragraph) { return !paragraph.point.empty(); });
  ASSERT_NE(answered, body.end());
  answered->text = "1.";
  auto const answer = approve_with(desk, body);
  ASSERT_FALSE(answer);
  EXPECT_EQ(only(answer.error(), Reason::PointLeftOut).size(), 1u);
}

TEST_P(LettersByHand, KeepWhatTheyAreThereForWithoutMarks) {
  auto desk = agreed(GetParam(), "fca-disp");
  auto body = final_response(desk).document.body;
  for (auto& paragraph : body) paragraph = {paragraph.block, paragraph.text, {}, {}};
  auto const answer = approve_with(desk, body);
  EXPECT_TRUE(answer) << why(answer);
}

TEST_P(LettersByHand, AreRefusedWithoutWhatTheProfileAsksFor) {
  for (auto const content : {LetterContents::RightToRefer, LetterContents::ReferralBody, LetterContents::ReferralTimeLimit, LetterContents::Reasons}) {
    auto desk = agreed(GetParam(), "fca-disp");
    auto body = final_response(desk).document.body;
    EXPECT_GE(std::erase_if(body, [&](Paragraph const& paragraph) { return std::ranges::find(paragraph.states, content) != paragraph.states.end(); }), 1u);
    auto const answer = approve_with(desk, body);
    ASSERT_FALSE(answer) << name_of(content);
    auto const found = only(answer.error(), Reason::ContentsMissing);
    EXPECT_NE(std::ranges::find(found, name_of(content), &Missing::subject), found.end()) << name_of(content) << why(answer);
  }
}

TEST_P(LettersByHand, AreRefusedWithAnotherTimeLimit) {
  auto desk = agreed(GetParam(), "fca-disp");
  auto body = final_response(desk).document.body;
  for (auto& paragraph : body)
    if (std::ranges::find(paragraph.states, LetterContents::ReferralTimeLimit) != paragraph.states.end()) {
      auto const at = paragraph.text.find('6');
      ASSERT_NE(at, std::string::npos);
      paragraph.text.replace(at, 1, "3");
    }
  auto const answer = approve_with(desk, body);
  ASSERT_FALSE(answer);
  EXPECT_EQ(only(answer.error(), Reason::ContentsMissing), (std::vector<Missing>{{Reason::ContentsMissing, "referral-time-limit", {}}}));
}

TEST_P(LettersByHand, AreRefusedWithSomethingStillToFillIn) {
  for (std::string const left : {"{name}", "[date]", "____"}) {
    auto desk = agreed(GetParam());
    auto const answer = approve_with(desk, with_sentence(final_response(desk).document.body, "Ok, " + left + " ok."));
    ASSERT_FALSE(answer) << left;
    auto const found = only(answer.error(), Reason::PlaceholderLeft);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(said(desk, found[0]), left);
  }
}

INSTANTIATE_TEST_SUITE_P(InEveryLanguage, LettersByHand, ::testing::ValuesIn(tongues()),
                         [](auto const& given) { return std::string(name_of(given.param.language)); });

TEST(TheGate, NamesThePhraseThatMustChange) {
  auto desk = agreed(tongues().front());
  std::string const sentence = "We are sorry if you feel that way.";
  auto const answer = approve_with(desk, with_sentence(final_response(desk).document.body, sentence));

  ASSERT_FALSE(answer);
  auto const found = only(answer.error(), Reason::WordingMustChange);
  ASSERT_FALSE(found.empty());
  EXPECT_NE(sentence.find(said(desk, found[0])), std::string::npos);
}

TEST(TheGate, LetsAnApproverKeepWhatShouldChangeWithAReason) {
  auto desk = agreed(tongues().front());
  std::string const sentence = "Mistakes were made with your order.";
  auto const refused = approve_with(desk, with_sentence(final_response(desk).document.body, sentence));
  ASSERT_FALSE(refused);
  auto const found = only(refused.error(), Reason::WordingShouldChange);
  ASSERT_EQ(found.size(), refused.error().missing.size()) << why(refused);
  ApproveLetter approval{final_response(desk).id, {}};
  for (auto const& one : found) approval.overrides.push_back({one.subject, "The complainant asked us not to name who it was."});

  auto const answer = desk.give(approval);

  ASSERT_TRUE(answer) << why(answer);
  auto const& approved = std::get<LetterApproved>(desk.history().back().event);
  EXPECT_EQ(approved.overrides, approval.overrides);
}

TEST(TheGate, SaysEverythingWhenALetterIsSentThatIsNotApproved) {
  auto desk = agreed(tongues().front());
  ASSERT_TRUE(redraft(desk, with_sentence(final_response(desk).document.body, tongues().front().other_days.front())));

  auto const answer = desk.give(SendLetter{final_response(desk).id, {}});

  ASSERT_FALSE(answer);
  EXPECT_EQ(only(answer.error(), Reason::LetterNotReady).size(), 1u);
  EXPECT_EQ(only(answer.error(), Reason::DateNotPromised).size(), 1u);
}

TEST(TheGate, KeepsALetterWhoseRecipientHasChanged) {
  auto desk = agreed(tongues().front());
  ASSERT_TRUE(approve(desk));
  auto information = std::get<RecordInformation>(desk.good(RecordInformation::name));
  information.email = "anna.jauna@mail.example";
  ASSERT_TRUE(desk.give(information));
  auto const id = final_response(desk).id;

  EXPECT_EQ(reason_of(desk.give(SendLetter{id, {}})), Reason::RecipientChanged);
  EXPECT_EQ(reason_of(desk.give(SendLetter{id, "somebody@else.example"})), Reason::RecipientChanged);
  auto const answer = desk.give(SendLetter{id, "anna.jauna@mail.example"});
  EXPECT_TRUE(answer) << why(answer);
}

TEST(TheGate, WantsASecondPersonWhereTheProfileAsksForOne) {
  auto rulebook = demonstration_rulebook();
  rulebook.profiles.at("standard").approver = Approver::NotTheDrafter;
  workflows::ResolutionWorkflow const strict(std::move(rulebook), demonstration_letters(), demonstration_notices(), demonstration_proofreaders());
  auto desk = agreed(tongues().front());
  desk.under(strict);
  desk.go({"review-letter"});
  ApproveLetter const approval{final_response(desk).id, {}};

  EXPECT_EQ(reason_of(desk.give(approval, staff("staff-01"))), Reason::ApproverIsDrafter);
  EXPECT_TRUE(desk.give(approval, staff("staff-03")));
}

// ---- acknowledgements, which are composed and go out at once

Desk received_in(Language language, std::string const& profile = "standard") {
  Desk desk;
  desk.under(profile);
  auto received = std::get<ReceiveComplaint>(desk.good(ReceiveComplaint::name));
  received.language = language;
  EXPECT_TRUE(desk.give(received));
  return desk;
}

Acknowledge asking(Desk& desk, std::vector<std::string> questions) {
  auto command = std::get<Acknowledge>(desk.good(Acknowledge::name));
  command.questions = std::move(questions);
  return command;
}

TEST(AnAcknowledgement, IsNotSentWithAPhraseThatMustChange) {
  std::vector<std::pair<Language, std::string>> const brush_offs{{Language::English, "Why did you not read the terms? You should have checked them."},
                                                                 {Language::Latvian, "Kāpēc Jūs neizlasījāt līgumu? Jums vajadzēja to pārbaudīt."},
                                                                 {Language::Russian, "Почему Вы не прочли договор? Вам следовало его проверить."}};
  for (auto const& [language, brush_off] : brush_offs) {
    auto desk = received_in(language);

    auto const answer = desk.give(asking(desk, {"24", brush_off}));

    ASSERT_FALSE(answer) << brush_off;
    auto const found = only(answer.error(), Reason::WordingMustChange);
    ASSERT_FALSE(found.empty()) << why(answer);
    EXPECT_TRUE(found.front().subject.starts_with("questions[1]: ")) << found.front().subject;
    auto const& place = found.front().place.value();
    EXPECT_LT(place.start, place.end);
    EXPECT_LE(place.end, static_cast<std::int64_t>(brush_off.size()));
    EXPECT_TRUE(desk.messages().empty());
  }
}

TEST(AnAcknowledgement, IsNotSentWithSomethingStillToBeFilledIn) {
  auto desk = received_in(Language::English);
  auto command = asking(desk, {});
  command.matter = "Delivery of [date]";

  auto const answer = desk.give(command);

  ASSERT_FALSE(answer);
  auto const found = only(answer.error(), Reason::PlaceholderLeft);
  ASSERT_EQ(found.size(), 1u) << why(answer);
  EXPECT_EQ(found.front().subject, "matter") << "and not what stands there, which is somebody's";
  EXPECT_EQ(found.front().place, (TextPlace{0, 12, 18}));
}

TEST(AnAcknowledgement, MayAskForAnyDayAndAnySum) {
  auto desk = received_in(Language::English);
  auto const answer = desk.give(asking(desk, {"Was it on 3 March 2026 that you paid 812.50 EUR?", "Is the packaging still with you?"}));
  EXPECT_TRUE(answer) << why(answer);
}

TEST(AnAcknowledgement, StatesThePointsWhereTheProfileAsksForThem) {
  auto desk = received_in(Language::English, "housing-ombudsman");

  auto const refused = desk.give("acknowledge");
  ASSERT_FALSE(refused);
  ASSERT_EQ(only(refused.error(), Reason::ContentsMissing).size(), 1u) << why(refused);
  EXPECT_EQ(only(refused.error(), Reason::ContentsMissing).front().subject, "points-of-complaint");

  desk.go({"define-points"});
  auto const answer = desk.give("acknowledge");
  EXPECT_TRUE(answer) << why(answer);
}

TEST(AnAcknowledgement, SaysByWhenTheAnswerComes) {
  auto desk = received_in(Language::English, "fca-disp");
  ASSERT_TRUE(desk.give("acknowledge"));

  auto const& body = desk.letter(LetterKind::Acknowledgement).document.body;
  auto const says_it = [](Paragraph const& paragraph) { return std::ranges::find(paragraph.states, LetterContents::DayOfAnswer) != paragraph.states.end(); };
  auto const day = std::ranges::find_if(body, says_it);
  ASSERT_NE(day, body.end());
  EXPECT_TRUE(day->text.starts_with("You will have our full answer by ")) << day->text;
}

TEST(ABodyOfOnesOwn, HasWordsAndKnowsItsPoints) {
  auto desk = agreed(tongues().front());

  EXPECT_EQ(reason_of(redraft(desk, {})), Reason::MalformedCommand);
  EXPECT_EQ(reason_of(redraft(desk, {{Block::Help, "Here is the answer.", PointId("point-9"), {}}})), Reason::UnknownPoint);
}

}  // namespace
}  // namespace redress::testing
