// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands after the letter: promises kept or newly agreed, the complainant asked whether it put things right, what prevents a repeat, and the end.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/domain/contact.hpp"
#include "engine/domain/deadline.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/preventive_action.hpp"
#include "engine/domain/time.hpp"

namespace redress {

struct KeepPromise {
  static constexpr std::string_view name = "keep-promise";
  static constexpr std::string_view title = "Record that a promise was kept";
  PromiseId promise;
  std::string evidence;

  static constexpr auto fields = std::tuple{
      open("promise", &KeepPromise::promise, "which promise"),
      personal("evidence", &KeepPromise::evidence, "what shows it"),
  };
};

struct AmendPromise {
  static constexpr std::string_view name = "amend-promise";
  static constexpr std::string_view title = "Agree a new date for a promise";
  PromiseId promise;
  Date by{};
  std::string explanation;
  std::string agreement;

  static constexpr auto fields = std::tuple{
      open("promise", &AmendPromise::promise, "which promise"),
      open("by", &AmendPromise::by, "the new last day"),
      personal("explanation", &AmendPromise::explanation, "what the complainant was told about why"),
      personal("agreement", &AmendPromise::agreement, "how and when the complainant agreed"),
  };
};

struct ReleasePromise {
  static constexpr std::string_view name = "release-promise";
  static constexpr std::string_view title = "Record that the complainant released us from a promise";
  PromiseId promise;
  std::string reason;

  static constexpr auto fields = std::tuple{
      open("promise", &ReleasePromise::promise, "which promise"),
      personal("reason", &ReleasePromise::reason, "why, in their words"),
  };
};

struct RecordFollowUp {
  static constexpr std::string_view name = "record-follow-up";
  static constexpr std::string_view title = "Record whether it put things right";
  Satisfaction satisfaction = Satisfaction::PutRight;
  std::optional<std::string> words;

  static constexpr auto fields = std::tuple{
      open("satisfaction", &RecordFollowUp::satisfaction, "did it put things right"),
      personal("words", &RecordFollowUp::words, "in their own words"),
  };
};

struct AddPreventiveAction {
  static constexpr std::string_view name = "add-preventive-action";
  static constexpr std::string_view title = "Add a preventive action, or say why there is none";
  std::optional<std::string> what;
  std::optional<std::string> none_because;
  std::optional<PreventiveActionKind> kind;

  static constexpr auto fields = std::tuple{
      personal("what", &AddPreventiveAction::what, "what will be different, a changed rule included"),
      personal("none_because", &AddPreventiveAction::none_because, "why nothing needs to change; instead of what"),
      open("kind", &AddPreventiveAction::kind, "by what means; rule-change when one of our own rules changes"),
  };
};

struct AgreePreventiveAction {
  static constexpr std::string_view name = "agree-preventive-action";
  static constexpr std::string_view title = "Agree who carries a preventive action out";
  ActionId action;
  StaffId owner;
  Date by{};

  static constexpr auto fields = std::tuple{
      open("action", &AgreePreventiveAction::action, "which action"),
      open("owner", &AgreePreventiveAction::owner, "who does it"),
      open("by", &AgreePreventiveAction::by, "by when"),
  };
};

struct CompletePreventiveAction {
  static constexpr std::string_view name = "complete-preventive-action";
  static constexpr std::string_view title = "Record that a preventive action is done";
  ActionId action;

  static constexpr auto fields = std::tuple{open("action", &CompletePreventiveAction::action, "which action")};
};

enum class Effectiveness { Effective, Ineffective };

constexpr auto names_of(Effectiveness) {
  return std::array<std::string_view, 2>{"effective", "ineffective"};
}

struct AssessPreventiveAction {
  static constexpr std::string_view name = "assess-preventive-action";
  static constexpr std::string_view title = "Record whether a preventive action works";
  ActionId action;
  Effectiveness found = Effectiveness::Effective;
  std::string grounds;

  static constexpr auto fields = std::tuple{
      open("action", &AssessPreventiveAction::action, "which action"),
      open("found", &AssessPreventiveAction::found, "does it work"),
      personal("grounds", &AssessPreventiveAction::grounds, "what shows it"),
  };
};

struct Close {
  static constexpr std::string_view name = "close";
  static constexpr std::string_view title = "Close the complaint";
  Outcome outcome = Outcome::Resolved;
  std::string lesson;

  static constexpr auto fields = std::tuple{
      open("outcome", &Close::outcome, "how it ended"),
      personal("lesson", &Close::lesson, "what was learned"),
  };
};

/// Reported by the clock, never by people.
struct PromiseMissed {
  static constexpr std::string_view name = "promise-missed";
  static constexpr std::string_view title = "A promise was missed";
  PromiseId promise;

  static constexpr auto fields = std::tuple{open("promise", &PromiseMissed::promise, "which promise")};
};

/// Reported by the clock, never by people.
struct DeadlineWarned {
  static constexpr std::string_view name = "deadline-warned";
  static constexpr std::string_view title = "A deadline draws near";
  DeadlineName deadline;
  std::optional<PromiseId> promise;

  static constexpr auto fields = std::tuple{
      open("deadline", &DeadlineWarned::deadline, "which deadline"),
      open("promise", &DeadlineWarned::promise, "whose promise it is"),
  };
};

/// Reported by the clock, never by people.
struct DeadlinePassed {
  static constexpr std::string_view name = "deadline-passed";
  static constexpr std::string_view title = "A deadline has passed";
  DeadlineName deadline;

  static constexpr auto fields = std::tuple{open("deadline", &DeadlinePassed::deadline, "which deadline")};
};

}  // namespace redress
