// SPDX-License-Identifier: Apache-2.0
#pragma once

// A profile: the rules of a regime, as data (workflows/profiles/*.toml), each number with its source. It says which deadlines a complaint has, what they
// count from and how, what stops them, who may extend them and what silence means; a complaint keeps the profile it was received under.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/channel.hpp"
#include "engine/domain/deadline.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/letter_document.hpp"
#include "engine/domain/milestone.hpp"

namespace redress {

/// What a clock does while we wait for something only the complainant can tell us.
enum class WhileWaiting { StandsStill, Runs };

constexpr auto names_of(WhileWaiting) {
  return std::array<std::string_view, 2>{"stands-still", "runs"};
}

/// What an extension needs of the complainant: that they agree, or that they are told.
enum class ExtensionNeeds { Agreement, Notice };

constexpr auto names_of(ExtensionNeeds) {
  return std::array<std::string_view, 2>{"agreement", "notice"};
}

/// What silence means when a deadline passes: to the complainant, who may then go further.
enum class Silence { NothingYet, Refusal, MayBeReferred };

constexpr auto names_of(Silence) {
  return std::array<std::string_view, 3>{"nothing-yet", "refusal", "may-be-referred"};
}

/// When members of staff are written to: in their working hours, or at once.
enum class StaffNotices { InWorkingHours, AtOnce };

constexpr auto names_of(StaffNotices) {
  return std::array<std::string_view, 2>{"in-working-hours", "at-once"};
}

struct ExtensionRule {
  std::int64_t times = 1;         ///< how often
  std::optional<Period> at_most;  ///< how far one extension may go; empty where the regime sets no bound
  ExtensionNeeds needs = ExtensionNeeds::Agreement;
  std::map<Language, std::string> notice;  ///< what the complainant must be told, for the letter; empty when nothing is prescribed
  std::string source;
};

/// One deadline of the profile. The same name may come several times, for other channels or another start.
struct DeadlineRule {
  DeadlineName name;
  std::map<Language, std::string> title;  ///< "final response"; every language is present
  Milestone start = Milestone::Received;
  Milestone met_by = Milestone::FinalResponseSent;
  std::vector<Channel> channels;  ///< on which it applies; empty for all
  CountingRule counting;
  WhileWaiting while_waiting = WhileWaiting::Runs;
  std::optional<ExtensionRule> extension;
  Period warn_before;                           ///< how long before it its owner is warned
  std::optional<LetterKind> drafts_on_warning;  ///< the letter that drafts itself then: a holding response
  Silence silence = Silence::NothingYet;
  std::string source;

  [[nodiscard]] bool applies_to(Channel channel) const;
};

/// Why a deadline may not be extended.
enum class ExtensionRefusal {
  NotProvided,  ///< the regime knows no extension of it
  UsedUp,       ///< it was extended as often as it may be
  TooLong,      ///< it would end later than the longest extension ends
};

/// Why a deadline that falls on `due`, and was extended so many times, may not be extended by that period; empty when it may.
[[nodiscard]] std::optional<ExtensionRefusal> refusal_of_extension(DeadlineRule const& rule, std::int64_t extensions_so_far, Time due, Period by,
                                                                   WorkingCalendar const& calendar);

/// Where the complainant can turn next under this regime.
struct ReferralRule {
  std::map<Language, std::string> body;  ///< its name; every language is present
  std::string address;                   ///< where it is found: a web address
  std::optional<Period> within;          ///< how long the complainant has to go there after the final response
  std::string source;
};

/// Who may approve a letter.
enum class Approver { Anyone, NotTheDrafter };

constexpr auto names_of(Approver) {
  return std::array<std::string_view, 2>{"anyone", "not-the-drafter"};
}

struct RetentionRule {
  Period keep;  ///< how long a closed complaint is kept
  std::string source;
};

/// What a letter of a kind must contain under this regime.
struct ContentsRule {
  LetterKind letter = LetterKind::FinalResponse;
  std::vector<LetterContents> contents;
  std::string source;
};

struct Profile {
  std::string name;
  std::map<Language, std::string> title;  ///< every language is present
  std::string calendar;                   ///< the regime's own working calendar, by name; empty for the organisation's
  std::vector<DeadlineRule> deadlines;
  Period information_within;  ///< how long we wait for what we asked the complainant; then the clock runs again
  StaffNotices staff_notices = StaffNotices::InWorkingHours;
  std::optional<ReferralRule> referral;
  std::optional<RetentionRule> retention;
  std::vector<ContentsRule> contents;
  Approver approver = Approver::Anyone;

  /// The rule of that name for a complaint that came in on that channel and a clock that starts with that milestone; nullptr when there is none.
  [[nodiscard]] DeadlineRule const* find(DeadlineName const& name, Channel channel, Milestone start) const;
};

/// What letters of that kind must contain under the profile; nullptr when it asks for nothing.
[[nodiscard]] ContentsRule const* contents_of(Profile const& profile, LetterKind kind);
/// Whether letters of that kind must say that.
[[nodiscard]] bool must_say(Profile const& profile, LetterKind kind, LetterContents contents);

}  // namespace redress
