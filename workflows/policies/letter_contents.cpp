// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/letter_contents.hpp"

#include <algorithm>
#include <string>

#include "workflows/policies/likeness.hpp"

namespace redress::workflows::policies {
namespace {

bool is_blank(std::string const& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

/// Half of the words is as much as a good editor leaves of a sentence.
bool stands_in(std::string const& words, Paragraph const& paragraph) {
  constexpr double enough = 0.5;
  return !words.empty() && share_found(words, paragraph.text) >= enough;
}

/// A paragraph that says whose it is answers that point and no other, in quite other words too, if it has more to say than the point itself. Without a mark it
/// gives the point's explanation; where two points have the same one, the point as well.
bool answers(Paragraph const& paragraph, PointOfComplaint const& point, Complaint const& complaint) {
  constexpr std::size_t an_answer = 6;
  bool const is_explained = stands_in(point.explanation, paragraph);
  if (paragraph.point == point.id) return is_explained || words_in(paragraph.text) >= words_in(point.text) + an_answer;
  if (!paragraph.point.empty() || !is_explained) return false;
  auto const has_same = [&](PointOfComplaint const& other) { return other.explanation == point.explanation; };
  return std::ranges::count_if(complaint.points, has_same) == 1 || stands_in(point.text, paragraph);
}

bool is_answered(LetterDocument const& document, PointOfComplaint const& point, Complaint const& complaint) {
  return std::ranges::any_of(document.body, [&](Paragraph const& paragraph) { return answers(paragraph, point, complaint); });
}

bool is_answered_all(LetterDocument const& document, Complaint const& complaint) {
  return std::ranges::all_of(complaint.points, [&](PointOfComplaint const& point) { return !point.finding || is_answered(document, point, complaint); });
}

bool states_all_points(LetterDocument const& document, Complaint const& complaint) {
  auto const is_stated = [&](PointOfComplaint const& point) {
    return std::ranges::any_of(document.body, [&](Paragraph const& paragraph) { return paragraph.point == point.id || stands_in(point.text, paragraph); });
  };
  return !complaint.points.empty() && std::ranges::all_of(complaint.points, is_stated);
}

bool is_marked(LetterDocument const& document, LetterContents what) {
  return std::ranges::any_of(document.body, [&](Paragraph const& paragraph) {
    return !is_blank(paragraph.text) && std::ranges::find(paragraph.states, what) != paragraph.states.end();
  });
}

bool has_block(LetterDocument const& document, Block block) {
  return std::ranges::any_of(document.body, [&](Paragraph const& paragraph) { return paragraph.block == block && !is_blank(paragraph.text); });
}

bool says(LetterDocument const& document, std::string_view words) {
  return std::ranges::any_of(document.body, [&](Paragraph const& paragraph) { return paragraph.text.find(words) != std::string::npos; });
}

bool names_referral(Consideration const& at, LetterDocument const& document) {
  auto const& referral = at.profile.referral;
  return referral && (says(document, referral->address) || says(document, referral->body.at(document.language)));
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// The number in figures, and not as a part of a longer one.
bool says_number(std::string const& text, std::string const& number) {
  for (auto at = text.find(number); at != std::string::npos; at = text.find(number, at + 1)) {
    bool const is_cut = at > 0 && is_digit(text[at - 1]);
    auto const end = at + number.size();
    if (!is_cut && (end == text.size() || !is_digit(text[end]))) return true;
  }
  return false;
}

/// A time limit that was changed by hand would send somebody too late.
bool states_time_limit(Consideration const& at, LetterDocument const& document) {
  auto const& referral = at.profile.referral;
  if (!referral || !referral->within) return is_marked(document, LetterContents::ReferralTimeLimit);
  auto const number = std::to_string(referral->within->amount);
  return std::ranges::any_of(document.body, [&](Paragraph const& paragraph) {
    return std::ranges::find(paragraph.states, LetterContents::ReferralTimeLimit) != paragraph.states.end() && says_number(paragraph.text, number);
  });
}

bool states_a_day(Consideration const& at, LetterDocument const& document) {
  if (!document.schedule.empty()) return true;
  return std::ranges::any_of(document.body, [&](Paragraph const& paragraph) {
    return !at.proofreaders.statements.statements_in(paragraph.text, document.language).dates.empty() &&
           std::ranges::find(paragraph.states, LetterContents::DayOfAnswer) != paragraph.states.end();
  });
}

bool is_there(Consideration const& at, LetterDocument const& document, LetterContents what) {
  bool const answers_points = document.kind == LetterKind::FinalResponse && !at.complaint.points.empty();
  switch (what) {
    case LetterContents::Decided:
    case LetterContents::Reasons:
      return answers_points ? is_answered_all(document, at.complaint) && is_marked(document, what) : is_marked(document, what);
    case LetterContents::PointsOfComplaint:
      return states_all_points(document, at.complaint);
    case LetterContents::Remedy:
    case LetterContents::NextSteps:
      return !document.schedule.empty() || is_marked(document, what);
    case LetterContents::RightToRefer:
      return is_marked(document, what);
    case LetterContents::ReferralBody:
      return names_referral(at, document);
    case LetterContents::ReferralTimeLimit:
      return states_time_limit(at, document);
    case LetterContents::NamedHandler:
      return !document.signature.empty();
    case LetterContents::ReferenceToQuote:
      return document.reference_line.find(at.complaint.received.reference.value) != std::string::npos;
    case LetterContents::DayOfAnswer:
      return states_a_day(at, document);
    case LetterContents::Apology:
      return !at.complaint.apology_due || has_block(document, Block::Apology);
    case LetterContents::DelayReason:
      return is_marked(document, what);
  }
  return false;
}

}  // namespace

void check_points(Consideration const& at, LetterDocument const& document, MissingList& missing) {
  for (auto const& point : at.complaint.points)
    if (point.finding && !is_answered(document, point, at.complaint)) miss(missing, Reason::PointLeftOut, point.id.value);
}

void check_contents(Consideration const& at, LetterDocument const& document, MissingList& missing) {
  auto const* rule = contents_of(at.profile, document.kind);
  if (rule == nullptr) return;
  for (auto const what : rule->contents)
    if (!is_there(at, document, what)) miss(missing, Reason::ContentsMissing, std::string(name_of(what)));
}

}  // namespace redress::workflows::policies
