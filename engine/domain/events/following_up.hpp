// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happened after the letter: promises, follow-up, prevention and the end.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/commands/following_up.hpp"
#include "engine/domain/contact.hpp"
#include "engine/domain/deadline.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress {

struct PromiseProposed {
  static constexpr std::string_view name = "promise-proposed";
  PromiseId promise;
  ProposalId proposal;
  std::string what;
  StaffId owner;
  Date by{};

  friend bool operator==(PromiseProposed const&, PromiseProposed const&) = default;

  static constexpr auto fields = std::tuple{
      open("promise", &PromiseProposed::promise, "which promise"),
      open("proposal", &PromiseProposed::proposal, "the proposal it came with"),
      personal("what", &PromiseProposed::what, "what will happen"),
      open("owner", &PromiseProposed::owner, "who keeps it"),
      open("by", &PromiseProposed::by, "the last day"),
  };
};

struct PromiseAgreed {
  static constexpr std::string_view name = "promise-agreed";
  PromiseId promise;

  friend bool operator==(PromiseAgreed const&, PromiseAgreed const&) = default;

  static constexpr auto fields = std::tuple{open("promise", &PromiseAgreed::promise, "which promise")};
};

struct PromiseFellDue {
  static constexpr std::string_view name = "promise-fell-due";
  PromiseId promise;

  friend bool operator==(PromiseFellDue const&, PromiseFellDue const&) = default;

  static constexpr auto fields = std::tuple{open("promise", &PromiseFellDue::promise, "which promise")};
};

struct PromiseKept {
  static constexpr std::string_view name = "promise-kept";
  PromiseId promise;
  std::string evidence;

  friend bool operator==(PromiseKept const&, PromiseKept const&) = default;

  static constexpr auto fields = std::tuple{
      open("promise", &PromiseKept::promise, "which promise"),
      personal("evidence", &PromiseKept::evidence, "what shows it"),
  };
};

struct PromiseBroken {
  static constexpr std::string_view name = "promise-broken";
  PromiseId promise;

  friend bool operator==(PromiseBroken const&, PromiseBroken const&) = default;

  static constexpr auto fields = std::tuple{open("promise", &PromiseBroken::promise, "which promise")};
};

struct PromiseAmended {
  static constexpr std::string_view name = "promise-amended";
  PromiseId promise;
  Date by{};
  std::string explanation;
  std::string agreement;

  friend bool operator==(PromiseAmended const&, PromiseAmended const&) = default;

  static constexpr auto fields = std::tuple{
      open("promise", &PromiseAmended::promise, "which promise"),
      open("by", &PromiseAmended::by, "the new last day"),
      personal("explanation", &PromiseAmended::explanation, "what the complainant was told"),
      personal("agreement", &PromiseAmended::agreement, "how and when they agreed"),
  };
};

struct PromiseReleased {
  static constexpr std::string_view name = "promise-released";
  PromiseId promise;
  std::optional<std::string> reason;

  friend bool operator==(PromiseReleased const&, PromiseReleased const&) = default;

  static constexpr auto fields = std::tuple{
      open("promise", &PromiseReleased::promise, "which promise"),
      personal("reason", &PromiseReleased::reason, "why"),
  };
};

struct FollowUpRecorded {
  static constexpr std::string_view name = "follow-up-recorded";
  Satisfaction satisfaction = Satisfaction::PutRight;
  std::optional<std::string> words;

  friend bool operator==(FollowUpRecorded const&, FollowUpRecorded const&) = default;

  static constexpr auto fields = std::tuple{
      open("satisfaction", &FollowUpRecorded::satisfaction, "did it put things right"),
      personal("words", &FollowUpRecorded::words, "in their own words"),
  };
};

struct PreventiveActionProposed {
  static constexpr std::string_view name = "preventive-action-proposed";
  ActionId action;
  std::string what;
  std::optional<PreventiveActionKind> kind;

  friend bool operator==(PreventiveActionProposed const&, PreventiveActionProposed const&) = default;

  static constexpr auto fields = std::tuple{
      open("action", &PreventiveActionProposed::action, "which action"),
      personal("what", &PreventiveActionProposed::what, "what will be different"),
      open("kind", &PreventiveActionProposed::kind, "by what means"),
  };
};

struct PreventiveActionRuledOut {
  static constexpr std::string_view name = "preventive-action-ruled-out";
  std::string reason;

  friend bool operator==(PreventiveActionRuledOut const&, PreventiveActionRuledOut const&) = default;

  static constexpr auto fields = std::tuple{personal("reason", &PreventiveActionRuledOut::reason, "why nothing needs to change")};
};

struct PreventiveActionAgreed {
  static constexpr std::string_view name = "preventive-action-agreed";
  ActionId action;
  StaffId owner;
  Date by{};

  friend bool operator==(PreventiveActionAgreed const&, PreventiveActionAgreed const&) = default;

  static constexpr auto fields = std::tuple{
      open("action", &PreventiveActionAgreed::action, "which action"),
      open("owner", &PreventiveActionAgreed::owner, "who does it"),
      open("by", &PreventiveActionAgreed::by, "by when"),
  };
};

struct PreventiveActionCompleted {
  static constexpr std::string_view name = "preventive-action-completed";
  ActionId action;

  friend bool operator==(PreventiveActionCompleted const&, PreventiveActionCompleted const&) = default;

  static constexpr auto fields = std::tuple{open("action", &PreventiveActionCompleted::action, "which action")};
};

struct PreventiveActionAssessed {
  static constexpr std::string_view name = "preventive-action-assessed";
  ActionId action;
  Effectiveness found = Effectiveness::Effective;
  std::string grounds;

  friend bool operator==(PreventiveActionAssessed const&, PreventiveActionAssessed const&) = default;

  static constexpr auto fields = std::tuple{
      open("action", &PreventiveActionAssessed::action, "which action"),
      open("found", &PreventiveActionAssessed::found, "does it work"),
      personal("grounds", &PreventiveActionAssessed::grounds, "what shows it"),
  };
};

struct ComplaintClosed {
  static constexpr std::string_view name = "complaint-closed";
  Outcome outcome = Outcome::Resolved;
  std::string lesson;

  friend bool operator==(ComplaintClosed const&, ComplaintClosed const&) = default;

  static constexpr auto fields = std::tuple{
      open("outcome", &ComplaintClosed::outcome, "how it ended"),
      personal("lesson", &ComplaintClosed::lesson, "what was learned"),
  };
};

}  // namespace redress
