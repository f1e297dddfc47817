// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where decisions are made. Deciding is pure: the same complaint, command, moment and identifiers give the same decision, and nothing in the world has
// changed when it is thrown away.

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/complaint.hpp"
#include "engine/domain/decision.hpp"
#include "engine/domain/organisation.hpp"
#include "engine/domain/profile.hpp"
#include "engine/domain/refusal.hpp"
#include "engine/domain/working_calendar.hpp"
#include "engine/ports/identifiers.hpp"
#include "engine/ports/letter_writer.hpp"
#include "engine/ports/notice_writer.hpp"
#include "engine/ports/party_register.hpp"
#include "engine/ports/statement_reader.hpp"
#include "engine/ports/wording_reviewer.hpp"

namespace redress::ports {

/// The data a workflow decides by, loaded and checked at start.
struct Rulebook {
  Organisation organisation;
  std::map<std::string, Profile, std::less<>> profiles;
  std::map<std::string, WorkingCalendar, std::less<>> calendars;
  PartyRegister const* parties = nullptr;  ///< those in the organisation's books; nullptr when it keeps none here
  std::vector<std::string> situations{};   ///< those a complaint may be in: the ones that letters are written for
};

/// Those who read a letter before it goes out: one for how it sounds, one for what it states.
struct Proofreaders {
  WordingReviewer const& wording;
  StatementReader const& statements;
};

/// What a decision may know besides the complaint and the command.
struct Circumstances {
  Time now;
  Identifiers& identifiers;
  std::function<bool(Reference const&)> complaint_exists;  ///< for merging
};

/// A command that the stage allows, and what still stands in its way.
struct PermittedCommand {
  std::string_view name;
  std::string_view title;
  std::vector<Missing> missing;  ///< empty: it may be given now
};

class Workflow {
 public:
  virtual ~Workflow() = default;

  [[nodiscard]] virtual std::expected<Decision, Refusal> decide(Complaint const& complaint, CommandEnvelope const& envelope,
                                                                Circumstances const& circumstances) const = 0;
  /// As that member of staff would find it, whom a conflict of interest may keep from some of it; nobody in particular when empty.
  [[nodiscard]] virtual std::vector<PermittedCommand> permitted(Complaint const& complaint, Time now, StaffId const& actor) const = 0;
  /// What stands between a letter of the complaint and its approval; empty when there is no such letter.
  [[nodiscard]] virtual std::vector<Missing> proofread(Complaint const& complaint, LetterId const& letter, Time now) const = 0;
  [[nodiscard]] virtual Rulebook const& rulebook() const = 0;
};

}  // namespace redress::ports
