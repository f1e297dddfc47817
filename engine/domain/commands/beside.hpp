// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands beside the road, open at almost every stage, and the side roads off it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/deadline.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"

namespace redress {

/// No reason is asked for: whoever wants a supervisor gets one (rule 10).
struct Escalate {
  static constexpr std::string_view name = "escalate";
  static constexpr std::string_view title = "Escalate to the next level";
  std::optional<std::string> note;

  static constexpr auto fields = std::tuple{personal("note", &Escalate::note, "anything the next level should know")};
};

struct AskComplainant {
  static constexpr std::string_view name = "ask-complainant";
  static constexpr std::string_view title = "Ask the complainant for information";
  std::string question;

  static constexpr auto fields = std::tuple{personal("question", &AskComplainant::question, "what we need to know; the clock stands still until it comes")};
};

struct RecordInformation {
  static constexpr std::string_view name = "record-information";
  static constexpr std::string_view title = "Record what the complainant told us";
  std::string text;
  std::optional<std::string> email;
  std::optional<std::string> phone;

  static constexpr auto fields = std::tuple{
      personal("text", &RecordInformation::text, "what they told us"),
      personal("email", &RecordInformation::email, "a new address for our letters"),
      personal("phone", &RecordInformation::phone, "a new telephone number"),
  };
};

struct Extend {
  static constexpr std::string_view name = "extend";
  static constexpr std::string_view title = "Extend a deadline";
  std::optional<DeadlineName> deadline;
  Period by;
  std::string reason;
  std::string agreement;

  static constexpr auto fields = std::tuple{
      open("deadline", &Extend::deadline, "which deadline; the final response when left out"),
      open("by", &Extend::by, "by how much"),
      personal("reason", &Extend::reason, "why more time is needed"),
      personal("agreement", &Extend::agreement, "how and when the complainant agreed, or was told"),
  };
};

struct HoldAdverseAction {
  static constexpr std::string_view name = "hold-adverse-action";
  static constexpr std::string_view title = "Hold a suspension, debt or fee";
  std::string what;
  std::vector<std::string> systems;

  static constexpr auto fields = std::tuple{
      personal("what", &HoldAdverseAction::what, "what must not happen while the complaint is open"),
      open("systems", &HoldAdverseAction::systems, "the systems that must know"),
  };
};

struct LiftHold {
  static constexpr std::string_view name = "lift-hold";
  static constexpr std::string_view title = "Lift a hold";
  HoldId hold;
  std::string reason;

  static constexpr auto fields = std::tuple{
      open("hold", &LiftHold::hold, "which hold"),
      personal("reason", &LiftHold::reason, "why"),
  };
};

struct AddNote {
  static constexpr std::string_view name = "add-note";
  static constexpr std::string_view title = "Add a note";
  std::string text;

  static constexpr auto fields = std::tuple{personal("text", &AddNote::text, "the note")};
};

struct Attach {
  static constexpr std::string_view name = "attach";
  static constexpr std::string_view title = "Attach a file";
  std::string file_name;
  std::string type;
  std::string content;

  static constexpr auto fields = std::tuple{
      personal("name", &Attach::file_name, "file name"),
      open("type", &Attach::type, "media type"),
      personal("content", &Attach::content, "the bytes, base64, at most 10 MB"),
  };
};

/// Somebody of ours turns out to be complained about, or says so themselves. From then on the complaint does not exist for them (rule 11).
struct NameStaff {
  static constexpr std::string_view name = "name-staff";
  static constexpr std::string_view title = "Name a member of staff complained about";
  StaffId staff;
  std::string reason;

  static constexpr auto fields = std::tuple{
      open("staff", &NameStaff::staff, "the member of staff; they find the complaint nowhere from then on"),
      personal("reason", &NameStaff::reason, "why the complaint is about them"),
  };
};

/// A second person lets somebody read whom the complaint is about. It ends by itself; given again it ends when the newer one says.
struct BreakGlass {
  static constexpr std::string_view name = "break-glass";
  static constexpr std::string_view title = "Let somebody read whom the complaint is about";
  StaffId staff;
  std::int64_t hours = 0;
  std::string reason;

  static constexpr auto fields = std::tuple{
      open("staff", &BreakGlass::staff, "who may read it for a time"),
      open("hours", &BreakGlass::hours, "for how long, 1 to 72 hours"),
      personal("reason", &BreakGlass::reason, "why they must"),
  };
};

struct Withdraw {
  static constexpr std::string_view name = "withdraw";
  static constexpr std::string_view title = "Record that the complainant withdrew";
  std::string reason;

  static constexpr auto fields = std::tuple{personal("reason", &Withdraw::reason, "in their own words")};
};

struct Merge {
  static constexpr std::string_view name = "merge";
  static constexpr std::string_view title = "Merge into another complaint";
  Reference into;

  static constexpr auto fields = std::tuple{open("into", &Merge::into, "reference of the complaint that goes on")};
};

struct Refer {
  static constexpr std::string_view name = "refer";
  static constexpr std::string_view title = "Refer to another organisation";
  std::string organisation;
  std::string reason;

  static constexpr auto fields = std::tuple{
      open("organisation", &Refer::organisation, "who takes it from here"),
      personal("reason", &Refer::reason, "why, and what the complainant was told"),
  };
};

struct Reopen {
  static constexpr std::string_view name = "reopen";
  static constexpr std::string_view title = "Reopen the complaint";
  std::string reason;

  static constexpr auto fields = std::tuple{personal("reason", &Reopen::reason, "what has come up")};
};

}  // namespace redress
