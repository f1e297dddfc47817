// SPDX-License-Identifier: Apache-2.0
#include "workflows/policies/letter_gate.hpp"

#include <algorithm>
#include <utility>

#include "workflows/policies/letter_contents.hpp"
#include "workflows/policies/letters.hpp"
#include "workflows/policies/stated_on_record.hpp"

namespace redress::workflows::policies {
namespace {

/// The letter that is approved or sent. When nobody has said which, it is the final response.
Letter const* letter_in_question(Consideration const& at) {
  if (auto const* approve = at.given<ApproveLetter>()) return find_by_id(at.complaint.letters, approve->letter);
  if (auto const* send = at.given<SendLetter>()) return find_by_id(at.complaint.letters, send->letter);
  return at.command == nullptr ? newest_letter(at.complaint, LetterKind::FinalResponse) : nullptr;
}

/// The paragraph of the body in whose text the finding lies; the review reads them as one text, as the reader will.
TextPlace place_of(WordingFinding const& finding, LetterDocument const& document) {
  TextPlace place{0, finding.start, finding.end};
  for (auto const& paragraph : document.body) {
    auto const length = static_cast<std::int64_t>(paragraph.text.size() + between_paragraphs.size());
    if (place.start < length) break;
    place = {place.paragraph + 1, place.start - length, place.end - length};
  }
  return place;
}

/// What was recorded and accepted before there was a letter; it begins with a capital there, and ends with a full stop.
std::vector<std::string> words_on_record(Complaint const& complaint) {
  std::vector<std::string> words;
  auto const add = [&](std::string const& text) {
    constexpr std::size_t first_letter = 2;
    constexpr std::size_t least = 8;
    if (text.size() > least) words.push_back(text.substr(first_letter, text.size() - first_letter - (text.back() == '.' ? 1 : 0)));
  };
  for (auto const& point : complaint.points) add(point.explanation);
  for (auto const& action : complaint.preventive_actions) add(action.what);
  if (complaint.root_cause) add(complaint.root_cause->circumstance);
  if (complaint.hearing) add(complaint.hearing->summary);
  add(complaint.final_position);
  return words;
}

bool is_on_record(WordingFinding const& finding, std::string const& text, std::vector<std::string> const& words) {
  return std::ranges::any_of(words, [&](std::string const& said) {
    auto const from = static_cast<std::size_t>(finding.start) - std::min<std::size_t>(static_cast<std::size_t>(finding.start), said.size());
    for (auto at = text.find(said, from); at != std::string::npos && std::cmp_less_equal(at, finding.start); at = text.find(said, at + 1))
      if (std::cmp_less_equal(finding.end, at + said.size() + 1)) return true;
    return false;
  });
}

std::optional<Reason> reason_of(WordingFinding const& finding, std::vector<WordingOverride> const& overrides) {
  if (finding.severity == WordingSeverity::Must) return Reason::WordingMustChange;
  bool const may_stand = std::ranges::find(overrides, finding.rule, &WordingOverride::rule) != overrides.end();
  return finding.severity == WordingSeverity::Should && !may_stand ? std::optional(Reason::WordingShouldChange) : std::nullopt;
}

void read_wording(Consideration const& at, LetterDocument const& document, std::vector<WordingOverride> const& overrides, MissingList& missing) {
  if (document.body.empty()) return;
  auto const text = body_text(document);
  auto const on_record = words_on_record(at.complaint);
  for (auto const& finding : at.proofreaders.wording.review(text, document.language).findings) {
    auto const reason = reason_of(finding, overrides);
    if (!reason || (*reason == Reason::WordingShouldChange && is_on_record(finding, text, on_record))) continue;
    missing.push_back({*reason, finding.rule, place_of(finding, document)});
  }
}

void find_placeholders(Consideration const& at, LetterId const& id, LetterDocument const& document, MissingList& missing) {
  std::int64_t number = 0;
  for (auto const& paragraph : document.body) {
    for (auto const& left : at.proofreaders.statements.placeholders_in(paragraph.text))
      missing.push_back({Reason::PlaceholderLeft, id.value, TextPlace{number, left.start, left.end}});
    ++number;
  }
}

void read_statements(Consideration const& at, LetterDocument const& document, MissingList& missing) {
  StatedOnRecord const on_record(at, document);
  std::int64_t number = 0;
  for (auto const& paragraph : document.body) on_record.check(number++, paragraph.text, missing);
}

/// The letter in which the words would stand is not there yet: the field is named, and the place is in it.
void read_own_words(Consideration const& at, std::string const& field, std::string const& words, MissingList& missing) {
  for (auto const& left : at.proofreaders.statements.placeholders_in(words))
    missing.push_back({Reason::PlaceholderLeft, field, TextPlace{0, left.start, left.end}});
  for (auto const& finding : at.proofreaders.wording.review(words, at.complaint.received.language).findings)
    if (finding.severity == WordingSeverity::Must)
      missing.push_back({Reason::WordingMustChange, field + ": " + finding.rule, TextPlace{0, finding.start, finding.end}});
}

}  // namespace

void read_letter(Consideration const& at, Letter const& letter, Reading reading, std::vector<WordingOverride> const& overrides, MissingList& missing) {
  auto const& document = letter.document;
  if (document.kind == LetterKind::FinalResponse) check_points(at, document, missing);
  check_contents(at, document, missing);
  if (reading == Reading::WhatMayHaveChanged) return;
  find_placeholders(at, letter.id, document, missing);
  read_statements(at, document, missing);
  read_wording(at, document, overrides, missing);
}

std::string recipient_of(Complaint const& complaint) {
  auto const& complainant = complaint.received.complainant;
  if (!complainant.email.empty()) return complainant.email;
  std::string lines;
  for (auto const& line : complainant.postal_address) lines += (lines.empty() ? "" : "\n") + line;
  return lines;
}

void LetterMayGoOut::check(Consideration const& at, MissingList& missing) {
  auto const* letter = letter_in_question(at);
  if (letter == nullptr) return;
  auto const* approve = at.given<ApproveLetter>();
  if (approve != nullptr && letter->kind == LetterKind::FinalResponse) ScheduleMatchesPromises::check(at, missing);
  bool const is_read_already = at.command == nullptr || (approve == nullptr && letter->state == LetterState::Approved);
  read_letter(at, *letter, is_read_already ? Reading::WhatMayHaveChanged : Reading::Everything,
              approve == nullptr ? std::vector<WordingOverride>{} : approve->overrides, missing);
}

void AcknowledgementMayGoOut::check(Consideration const& at, MissingList& missing) {
  if (!is_answered_by_mail(at.complaint.received.channel)) return;
  bool const states_points = must_say(at.profile, LetterKind::Acknowledgement, LetterContents::PointsOfComplaint);
  if (states_points && at.complaint.points.empty()) miss(missing, Reason::ContentsMissing, std::string(name_of(LetterContents::PointsOfComplaint)));
  auto const* command = at.given<Acknowledge>();
  if (command == nullptr) return;
  if (command->matter) read_own_words(at, "matter", *command->matter, missing);
  std::size_t number = 0;
  for (auto const& question : command->questions) read_own_words(at, "questions[" + std::to_string(number++) + "]", question, missing);
}

void RecipientConfirmed::check(Consideration const& at, MissingList& missing) {
  auto const* send = at.given<SendLetter>();
  auto const* letter = send == nullptr ? nullptr : find_by_id(at.complaint.letters, send->letter);
  if (letter == nullptr || letter->state != LetterState::Approved) return;
  if (send->recipient.value_or(letter->recipient) != recipient_of(at.complaint)) miss(missing, Reason::RecipientChanged, letter->id.value);
}

void BodyIsSound::check(Consideration const& at, MissingList& missing) {
  auto const* command = at.given<DraftLetter>();
  if (command == nullptr || !command->body) return;
  if (command->body->empty()) miss(missing, Reason::MalformedCommand, "body");
  for (auto const& paragraph : *command->body)
    if (!paragraph.point.empty() && find_by_id(at.complaint.points, paragraph.point) == nullptr) miss(missing, Reason::UnknownPoint, paragraph.point.value);
}

}  // namespace redress::workflows::policies
