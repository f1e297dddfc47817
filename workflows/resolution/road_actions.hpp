// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is recorded when a complaint moves along its road. An action appends events and effects to the decision, and performs nothing.

#include "workflows/turn.hpp"

namespace redress::workflows::actions {

/// Gives the complaint its reference, and starts the clocks of its profile.
struct FileComplaint {
  static void perform(Turn& turn);
};
/// Names the handler, offers the appointment and, on written channels, queues the letter.
struct SendAcknowledgement {
  static void perform(Turn& turn);
};
struct OpenInvestigation {
  static void perform(Turn& turn);
};
struct AskForStatement {
  static void perform(Turn& turn);
};
struct KeepStatement {
  static void perform(Turn& turn);
};
struct KeepFact {
  static void perform(Turn& turn);
};
struct NameCause {
  static void perform(Turn& turn);
};
/// An answer to every point.
struct RecordFindings {
  static void perform(Turn& turn);
};
/// Somebody has talked with the complainant: that clock is met.
struct KeepHearing {
  static void perform(Turn& turn);
};
/// The proposal, and its promises as proposed ones.
struct PutProposal {
  static void perform(Turn& turn);
};
/// A proposal that is not accepted takes its promises back.
struct KeepAnswer {
  static void perform(Turn& turn);
};
/// Each promise of the accepted proposal gets its own deadline.
struct AgreeOnSchedule {
  static void perform(Turn& turn);
};
struct StatePosition {
  static void perform(Turn& turn);
};
/// Freezes and queues the letter: the clock of the final response is met.
struct SendFinalResponse {
  static void perform(Turn& turn);
};
/// The final response came back: its clock runs again.
struct TakeBackUndelivered {
  static void perform(Turn& turn);
};
struct KeepFollowUp {
  static void perform(Turn& turn);
};
struct CloseComplaint {
  static void perform(Turn& turn);
};
struct RecordWithdrawal {
  static void perform(Turn& turn);
};
struct RecordMerge {
  static void perform(Turn& turn);
};
struct RecordReferral {
  static void perform(Turn& turn);
};
/// The clock of the final response starts anew.
struct ReopenComplaint {
  static void perform(Turn& turn);
};

}  // namespace redress::workflows::actions
