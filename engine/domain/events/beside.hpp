// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happened beside the road, and on the side roads off it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/deadline.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/promise.hpp"
#include "engine/domain/stage.hpp"
#include "engine/domain/time.hpp"

namespace redress {

struct ComplaintEscalated {
  static constexpr std::string_view name = "complaint-escalated";
  Escalation level = Escalation::Supervisor;
  std::optional<std::string> note;

  friend bool operator==(ComplaintEscalated const&, ComplaintEscalated const&) = default;

  static constexpr auto fields = std::tuple{
      open("level", &ComplaintEscalated::level, "to which level"),
      personal("note", &ComplaintEscalated::note, "what the next level should know"),
  };
};

struct InformationAsked {
  static constexpr std::string_view name = "information-asked";
  std::string question;
  bool again = false;  ///< decided when it was asked: the text may be erased one day, the count stays

  friend bool operator==(InformationAsked const&, InformationAsked const&) = default;

  static constexpr auto fields = std::tuple{
      personal("question", &InformationAsked::question, "what we need to know"),
      open("again", &InformationAsked::again, "whether the answer was on file already"),
  };
};

struct InformationRecorded {
  static constexpr std::string_view name = "information-recorded";
  std::string text;
  std::optional<std::string> email;
  std::optional<std::string> phone;

  friend bool operator==(InformationRecorded const&, InformationRecorded const&) = default;

  static constexpr auto fields = std::tuple{
      personal("text", &InformationRecorded::text, "what they told us"),
      personal("email", &InformationRecorded::email, "a new address for our letters"),
      personal("phone", &InformationRecorded::phone, "a new telephone number"),
  };
};

/// The answer came, or we stopped waiting for it.
struct WaitingEnded {
  static constexpr std::string_view name = "waiting-ended";

  friend bool operator==(WaitingEnded const&, WaitingEnded const&) = default;

  static constexpr auto fields = std::tuple{};
};

struct ResponseExtended {
  static constexpr std::string_view name = "response-extended";
  DeadlineName deadline;
  Period by;
  std::string reason;
  std::string agreement;

  friend bool operator==(ResponseExtended const&, ResponseExtended const&) = default;

  static constexpr auto fields = std::tuple{
      open("deadline", &ResponseExtended::deadline, "which deadline"),
      open("by", &ResponseExtended::by, "by how much"),
      personal("reason", &ResponseExtended::reason, "why"),
      personal("agreement", &ResponseExtended::agreement, "how and when they agreed, or were told"),
  };
};

struct HoldPlaced {
  static constexpr std::string_view name = "hold-placed";
  HoldId hold;
  std::string what;
  std::vector<std::string> systems;

  friend bool operator==(HoldPlaced const&, HoldPlaced const&) = default;

  static constexpr auto fields = std::tuple{
      open("hold", &HoldPlaced::hold, "which hold"),
      personal("what", &HoldPlaced::what, "what must not happen"),
      open("systems", &HoldPlaced::systems, "the systems that must know"),
  };
};

struct HoldLifted {
  static constexpr std::string_view name = "hold-lifted";
  HoldId hold;
  std::string reason;

  friend bool operator==(HoldLifted const&, HoldLifted const&) = default;

  static constexpr auto fields = std::tuple{
      open("hold", &HoldLifted::hold, "which hold"),
      personal("reason", &HoldLifted::reason, "why"),
  };
};

struct NoteAdded {
  static constexpr std::string_view name = "note-added";
  StaffId by;
  std::string text;

  friend bool operator==(NoteAdded const&, NoteAdded const&) = default;

  static constexpr auto fields = std::tuple{
      open("by", &NoteAdded::by, "who wrote it"),
      personal("text", &NoteAdded::text, "the note"),
  };
};

struct FileAttached {
  static constexpr std::string_view name = "file-attached";
  std::string file_name;
  std::string type;
  std::string content;

  friend bool operator==(FileAttached const&, FileAttached const&) = default;

  static constexpr auto fields = std::tuple{
      personal("name", &FileAttached::file_name, "file name"),
      open("type", &FileAttached::type, "media type"),
      personal("content", &FileAttached::content, "the bytes, base64"),
  };
};

/// The complaint is about one more member of staff. It is no longer theirs, if it was.
struct StaffNamed {
  static constexpr std::string_view name = "staff-named";
  StaffId staff;
  std::string reason;

  friend bool operator==(StaffNamed const&, StaffNamed const&) = default;

  static constexpr auto fields = std::tuple{
      open("staff", &StaffNamed::staff, "the member of staff complained about"),
      personal("reason", &StaffNamed::reason, "why the complaint is about them"),
  };
};

/// Somebody whom the complaint is about may read it until a moment, by leave of whoever gave the command.
struct GlassBroken {
  static constexpr std::string_view name = "glass-broken";
  StaffId staff;
  Time until;
  std::string reason;

  friend bool operator==(GlassBroken const&, GlassBroken const&) = default;

  static constexpr auto fields = std::tuple{
      open("staff", &GlassBroken::staff, "who may read the complaint"),
      open("until", &GlassBroken::until, "the first moment at which they may no longer"),
      personal("reason", &GlassBroken::reason, "why they must"),
  };
};

struct ComplaintWithdrawn {
  static constexpr std::string_view name = "complaint-withdrawn";
  std::string reason;

  friend bool operator==(ComplaintWithdrawn const&, ComplaintWithdrawn const&) = default;

  static constexpr auto fields = std::tuple{personal("reason", &ComplaintWithdrawn::reason, "in their own words")};
};

struct ComplaintMerged {
  static constexpr std::string_view name = "complaint-merged";
  Reference into;

  friend bool operator==(ComplaintMerged const&, ComplaintMerged const&) = default;

  static constexpr auto fields = std::tuple{open("into", &ComplaintMerged::into, "the complaint that goes on")};
};

struct ComplaintReferred {
  static constexpr std::string_view name = "complaint-referred";
  std::string organisation;
  std::string reason;

  friend bool operator==(ComplaintReferred const&, ComplaintReferred const&) = default;

  static constexpr auto fields = std::tuple{
      open("organisation", &ComplaintReferred::organisation, "who takes it from here"),
      personal("reason", &ComplaintReferred::reason, "why"),
  };
};

struct ComplaintReopened {
  static constexpr std::string_view name = "complaint-reopened";
  std::string reason;

  friend bool operator==(ComplaintReopened const&, ComplaintReopened const&) = default;

  static constexpr auto fields = std::tuple{personal("reason", &ComplaintReopened::reason, "what has come up")};
};

/// Also when a deadline is set anew, after a pause or an extension.
struct DeadlineSet {
  static constexpr std::string_view name = "deadline-set";
  DeadlineName deadline;
  std::optional<Milestone> start;
  std::optional<PromiseId> promise;
  Time due_at;
  Time warn_at;
  std::vector<Because> because;

  friend bool operator==(DeadlineSet const&, DeadlineSet const&) = default;

  static constexpr auto fields = std::tuple{
      open("deadline", &DeadlineSet::deadline, "which deadline"),
      open("start", &DeadlineSet::start, "what it counts from, unless it is a promise's or the information's"),
      open("promise", &DeadlineSet::promise, "whose promise it watches over"),
      open("due_at", &DeadlineSet::due_at, "when it falls"),
      open("warn_at", &DeadlineSet::warn_at, "when its owner is warned"),
      open("because", &DeadlineSet::because, "the steps that led to it"),
  };
};

/// Met, passed, paused, running again or cancelled.
struct DeadlineMoved {
  static constexpr std::string_view name = "deadline-moved";
  DeadlineName deadline;
  std::optional<PromiseId> promise;
  DeadlineState state = DeadlineState::Running;

  friend bool operator==(DeadlineMoved const&, DeadlineMoved const&) = default;

  static constexpr auto fields = std::tuple{
      open("deadline", &DeadlineMoved::deadline, "which deadline"),
      open("promise", &DeadlineMoved::promise, "whose promise it watches over"),
      open("state", &DeadlineMoved::state, "its state from now on"),
  };
};

struct DeadlineWarningGiven {
  static constexpr std::string_view name = "deadline-warning-given";
  DeadlineName deadline;
  std::optional<PromiseId> promise;

  friend bool operator==(DeadlineWarningGiven const&, DeadlineWarningGiven const&) = default;

  static constexpr auto fields = std::tuple{
      open("deadline", &DeadlineWarningGiven::deadline, "which deadline"),
      open("promise", &DeadlineWarningGiven::promise, "whose promise it watches over"),
  };
};

}  // namespace redress
