// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands of letters: drafted, reviewed, approved, sent, copied; and what the outbox reports back.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/letter.hpp"
#include "engine/domain/letter_document.hpp"
#include "engine/domain/time.hpp"

namespace redress {

struct DraftLetter {
  static constexpr std::string_view name = "draft-letter";
  static constexpr std::string_view title = "Draft a letter";
  LetterKind kind = LetterKind::FinalResponse;
  std::optional<LetterId> letter;
  std::optional<std::string> matter;
  std::optional<std::string> delay_reason;
  std::optional<std::string> known_so_far;
  std::optional<Date> new_date;
  std::optional<Date> answer_by;
  std::optional<std::string> discussion;
  std::optional<std::string> prevention;
  std::optional<std::string> no_apology_because;
  std::optional<StaffId> signed_by;
  std::optional<PromiseId> promise;
  std::optional<std::vector<Paragraph>> body;

  static constexpr auto fields = std::tuple{
      open("kind", &DraftLetter::kind, "what kind of letter"),
      open("letter", &DraftLetter::letter, "the draft to write anew; a new letter when left out"),
      personal("matter", &DraftLetter::matter, "what it is about, a phrase for the subject line"),
      personal("delay_reason", &DraftLetter::delay_reason, "holding response: why not yet; promise missed: why it was not kept"),
      personal("known_so_far", &DraftLetter::known_so_far, "holding response: what is known"),
      open("new_date", &DraftLetter::new_date,
           "holding response: the day on which the answer comes; promise missed: the day offered instead, a near one when left out"),
      open("answer_by", &DraftLetter::answer_by, "request for information, proposal: the last day on which we count on their answer"),
      personal("discussion", &DraftLetter::discussion, "final response: what was talked through"),
      personal("prevention", &DraftLetter::prevention, "final response: what prevents a repeat"),
      personal("no_apology_because", &DraftLetter::no_apology_because, "why no apology is due; left out, one is made"),
      open("signed_by", &DraftLetter::signed_by, "who answers in their own name, and so approves it; the handler when left out"),
      open("promise", &DraftLetter::promise, "promise missed: which; the last that was missed when left out"),
      personal("body", &DraftLetter::body, "the paragraphs as they shall stand; left out, as they are composed"),
  };
};

struct ReviewLetter {
  static constexpr std::string_view name = "review-letter";
  static constexpr std::string_view title = "Pass a letter as reviewed";
  LetterId letter;

  static constexpr auto fields = std::tuple{open("letter", &ReviewLetter::letter, "which letter")};
};

struct ReturnLetter {
  static constexpr std::string_view name = "return-letter";
  static constexpr std::string_view title = "Return a letter with remarks";
  LetterId letter;
  std::string remarks;

  static constexpr auto fields = std::tuple{
      open("letter", &ReturnLetter::letter, "which letter"),
      personal("remarks", &ReturnLetter::remarks, "what should be different"),
  };
};

struct ApproveLetter {
  static constexpr std::string_view name = "approve-letter";
  static constexpr std::string_view title = "Approve a letter";
  LetterId letter;
  std::vector<WordingOverride> overrides;

  static constexpr auto fields = std::tuple{
      open("letter", &ApproveLetter::letter, "which letter"),
      personal("overrides", &ApproveLetter::overrides, "what the wording review would change and the approver lets stand, each with a reason"),
  };
};

struct SendLetter {
  static constexpr std::string_view name = "send-letter";
  static constexpr std::string_view title = "Send a letter";
  LetterId letter;
  std::optional<std::string> recipient;

  static constexpr auto fields = std::tuple{
      open("letter", &SendLetter::letter, "which letter"),
      personal("recipient", &SendLetter::recipient, "to whom it goes, as shown with the letter; left out, as it was when the letter was approved"),
  };
};

struct CopyLetter {
  static constexpr std::string_view name = "copy-letter";
  static constexpr std::string_view title = "Copy the people involved";
  LetterId letter;
  std::vector<PersonId> recipients;
  std::vector<Withheld> withhold;

  static constexpr auto fields = std::tuple{
      open("letter", &CopyLetter::letter, "which letter"),
      open("recipients", &CopyLetter::recipients, "who gets a copy; everyone involved when left out"),
      open("withhold", &CopyLetter::withhold, "what the copy leaves out because they need not know it"),
  };
};

struct RecordCopyRead {
  static constexpr std::string_view name = "record-copy-read";
  static constexpr std::string_view title = "Record that a copy was read";
  LetterId letter;
  PersonId recipient;
  std::optional<std::string> learned;

  static constexpr auto fields = std::tuple{
      open("letter", &RecordCopyRead::letter, "which letter"),
      open("recipient", &RecordCopyRead::recipient, "whose copy"),
      personal("learned", &RecordCopyRead::learned, "what they take from it, in their words"),
  };
};

struct PostLetter {
  static constexpr std::string_view name = "post-letter";
  static constexpr std::string_view title = "Send a letter by post as well";
  LetterId letter;

  static constexpr auto fields = std::tuple{open("letter", &PostLetter::letter, "which letter")};
};

/// Reported by the outbox, never by people.
struct LetterAccepted {
  static constexpr std::string_view name = "letter-accepted";
  static constexpr std::string_view title = "The recipient's server took the letter";
  LetterId letter;
  std::optional<PersonId> recipient;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterAccepted::letter, "which letter"),
      open("recipient", &LetterAccepted::recipient, "whose copy; the complainant's letter when left out"),
  };
};

/// Reported by the mail desk, never by people: another server keeps trying.
struct LetterDelayed {
  static constexpr std::string_view name = "letter-delayed";
  static constexpr std::string_view title = "The letter is delayed on its way";
  LetterId letter;
  std::optional<PersonId> recipient;
  std::string reason;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterDelayed::letter, "which letter"),
      open("recipient", &LetterDelayed::recipient, "whose copy; the complainant's letter when left out"),
      personal("reason", &LetterDelayed::reason, "what the other side said"),
  };
};

/// Reported by the outbox or, when it came back as a mail, by the mail desk; never by people.
struct LetterBounced {
  static constexpr std::string_view name = "letter-bounced";
  static constexpr std::string_view title = "The letter could not be delivered";
  LetterId letter;
  std::optional<PersonId> recipient;
  std::string reason;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterBounced::letter, "which letter"),
      open("recipient", &LetterBounced::recipient, "whose copy; the complainant's letter when left out"),
      personal("reason", &LetterBounced::reason, "what the other side said"),
  };
};

}  // namespace redress
