// SPDX-License-Identifier: Apache-2.0
#pragma once

// One command's turn: what policies look at, and what actions write into. Policies read and answer what is missing; actions append events and effects.
// Neither changes the complaint, and nothing here touches the world.

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/domain/complaint.hpp"
#include "engine/domain/decision.hpp"
#include "engine/domain/refusal.hpp"
#include "engine/ports/workflow.hpp"

namespace redress::workflows {

/// What a policy may look at. `command` is nullptr when nobody has given one yet and we only ask what is missing.
struct Consideration {
  Complaint const& complaint;
  Command const* command = nullptr;
  Time now;
  ports::Rulebook const& rules;
  WorkingCalendar const& calendar;  ///< the organisation's: when its people work
  Profile const& profile;
  WorkingCalendar const& regime_calendar;  ///< the one by which the profile's deadlines count; often the same
  ports::Proofreaders const& proofreaders;

  /// The command, when it is a C.
  template <class C>
  [[nodiscard]] C const* given() const {
    return command == nullptr ? nullptr : std::get_if<C>(command);
  }
};

using MissingList = std::vector<Missing>;

inline void miss(MissingList& missing, Reason reason, std::string subject = {}) {
  missing.push_back({reason, std::move(subject)});
}

/// What an action writes into, with all it may look at.
struct Turn {
  Consideration const& at;
  CommandEnvelope const& envelope;
  ports::Circumstances const& circumstances;
  ports::LetterWriter const& letters;
  ports::NoticeWriter const& notices;
  Decision decision;

  template <class E>
  void record(E event) {
    decision.events.emplace_back(std::move(event));
  }
  template <class C>
  [[nodiscard]] C const& command() const {
    return std::get<C>(envelope.command);
  }
  [[nodiscard]] Complaint const& complaint() const { return at.complaint; }
  [[nodiscard]] StaffId const& actor() const { return envelope.actor.id; }
};

}  // namespace redress::workflows
