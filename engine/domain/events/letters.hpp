// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happened to a letter.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/letter.hpp"
#include "engine/domain/letter_document.hpp"

namespace redress {

struct LetterDrafted {
  static constexpr std::string_view name = "letter-drafted";
  LetterId letter;
  LetterKind kind = LetterKind::FinalResponse;
  Language language = Language::English;
  StaffId by;
  LetterDocument document;
  std::optional<StaffId> signed_by;

  friend bool operator==(LetterDrafted const&, LetterDrafted const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterDrafted::letter, "which letter"),
      open("kind", &LetterDrafted::kind, "what kind"),
      open("language", &LetterDrafted::language, "in which language"),
      or_empty(open("by", &LetterDrafted::by, "who drafted it; empty when it drafted itself, as a deadline came near or a promise was missed")),
      personal("document", &LetterDrafted::document, "the letter as composed"),
      open("signed_by", &LetterDrafted::signed_by, "who answers in their own name; left out, the handler"),
  };
};

struct LetterReviewed {
  static constexpr std::string_view name = "letter-reviewed";
  LetterId letter;
  StaffId by;

  friend bool operator==(LetterReviewed const&, LetterReviewed const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterReviewed::letter, "which letter"),
      open("by", &LetterReviewed::by, "who reviewed it"),
  };
};

struct LetterReturned {
  static constexpr std::string_view name = "letter-returned";
  LetterId letter;
  StaffId by;
  std::string remarks;

  friend bool operator==(LetterReturned const&, LetterReturned const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterReturned::letter, "which letter"),
      open("by", &LetterReturned::by, "who returned it"),
      personal("remarks", &LetterReturned::remarks, "what should be different"),
  };
};

struct LetterApproved {
  static constexpr std::string_view name = "letter-approved";
  LetterId letter;
  StaffId by;
  std::optional<std::string> recipient;
  std::optional<std::vector<WordingOverride>> overrides;

  friend bool operator==(LetterApproved const&, LetterApproved const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterApproved::letter, "which letter"),
      open("by", &LetterApproved::by, "who approved it; empty for a letter that is all template"),
      personal("recipient", &LetterApproved::recipient, "to whom it goes"),
      personal("overrides", &LetterApproved::overrides, "what the wording review would have changed and may stand, each with a reason"),
  };
};

/// The bytes are frozen from here on.
struct LetterQueued {
  static constexpr std::string_view name = "letter-queued";
  LetterId letter;
  Route route = Route::Mail;
  FrozenMessage message;
  std::optional<std::string> message_id{};
  std::optional<std::string> reply_token{};

  friend bool operator==(LetterQueued const&, LetterQueued const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterQueued::letter, "which letter"),
      open("route", &LetterQueued::route, "how it leaves the house"),
      personal("message", &LetterQueued::message, "the bytes"),
      open("message_id", &LetterQueued::message_id, "identifier of the mail; none on paper"),
      personal("reply_token", &LetterQueued::reply_token, "what makes its reply address unguessable"),
  };
};

struct LetterCopied {
  static constexpr std::string_view name = "letter-copied";
  LetterId letter;
  PersonId recipient;
  Route route = Route::Mail;
  FrozenMessage message;
  std::int64_t version = 1;
  std::vector<Withheld> withheld;
  std::optional<std::string> message_id{};
  std::optional<std::string> reply_token{};

  friend bool operator==(LetterCopied const&, LetterCopied const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterCopied::letter, "which letter"),
      open("recipient", &LetterCopied::recipient, "who gets the copy"),
      open("route", &LetterCopied::route, "how it leaves the house"),
      personal("message", &LetterCopied::message, "the bytes"),
      open("version", &LetterCopied::version, "which draft of the letter it is a copy of"),
      open("withheld", &LetterCopied::withheld, "what it leaves out"),
      open("message_id", &LetterCopied::message_id, "identifier of the mail; none on paper"),
      personal("reply_token", &LetterCopied::reply_token, "what makes its reply address unguessable"),
  };
};

struct CopyRead {
  static constexpr std::string_view name = "copy-read";
  LetterId letter;
  PersonId recipient;
  std::optional<std::string> learned;

  friend bool operator==(CopyRead const&, CopyRead const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &CopyRead::letter, "which letter"),
      open("recipient", &CopyRead::recipient, "whose copy"),
      personal("learned", &CopyRead::learned, "what they take from it"),
  };
};

struct LetterDelivered {
  static constexpr std::string_view name = "letter-delivered";
  LetterId letter;
  std::optional<PersonId> recipient;

  friend bool operator==(LetterDelivered const&, LetterDelivered const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterDelivered::letter, "which letter"),
      open("recipient", &LetterDelivered::recipient, "whose copy"),
  };
};

struct LetterDelayNoted {
  static constexpr std::string_view name = "letter-delay-noted";
  LetterId letter;
  std::optional<PersonId> recipient;
  std::string reason;

  friend bool operator==(LetterDelayNoted const&, LetterDelayNoted const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterDelayNoted::letter, "which letter"),
      open("recipient", &LetterDelayNoted::recipient, "whose copy"),
      personal("reason", &LetterDelayNoted::reason, "what the other side said"),
  };
};

struct LetterReturnedUndelivered {
  static constexpr std::string_view name = "letter-returned-undelivered";
  LetterId letter;
  std::optional<PersonId> recipient;
  std::string reason;

  friend bool operator==(LetterReturnedUndelivered const&, LetterReturnedUndelivered const&) = default;

  static constexpr auto fields = std::tuple{
      open("letter", &LetterReturnedUndelivered::letter, "which letter"),
      open("recipient", &LetterReturnedUndelivered::recipient, "whose copy"),
      personal("reason", &LetterReturnedUndelivered::reason, "what the other side said"),
  };
};

}  // namespace redress
