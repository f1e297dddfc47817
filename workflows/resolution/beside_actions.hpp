// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is recorded beside the road.

#include "workflows/turn.hpp"

namespace redress::workflows::actions {

struct DefineThePoints {
  static void perform(Turn& turn);
};
struct GiveToHandler {
  static void perform(Turn& turn);
};
/// Who writes to us gets it in writing, with an entry for their calendar.
struct MakeTheAppointment {
  static void perform(Turn& turn);
};
struct MoveTheAppointment {
  static void perform(Turn& turn);
};
struct CallOffTheAppointment {
  static void perform(Turn& turn);
};
/// What we waited for has come, when it is the complainant who writes. After the end it is for a person to decide.
struct TakeMessage {
  static void perform(Turn& turn);
};
/// A talk with the complainant meets its clock.
struct KeepContact {
  static void perform(Turn& turn);
};
struct KeepThePromise {
  static void perform(Turn& turn);
};
/// Both dates stay on record.
struct MoveThePromise {
  static void perform(Turn& turn);
};
struct LetGoOfThePromise {
  static void perform(Turn& turn);
};
struct NoteMissedPromise {
  static void perform(Turn& turn);
};
struct ProposePrevention {
  static void perform(Turn& turn);
};
struct AgreePrevention {
  static void perform(Turn& turn);
};
struct CompletePrevention {
  static void perform(Turn& turn);
};
struct AssessPrevention {
  static void perform(Turn& turn);
};
struct RaiseLevel {
  static void perform(Turn& turn);
};
/// The clocks of the response stand still.
struct AskForInformation {
  static void perform(Turn& turn);
};
/// The clocks run again, moved by the time they stood still.
struct KeepInformation {
  static void perform(Turn& turn);
};
struct ExtendResponse {
  static void perform(Turn& turn);
};
struct PlaceHold {
  static void perform(Turn& turn);
};
struct LiftTheHold {
  static void perform(Turn& turn);
};
struct KeepNote {
  static void perform(Turn& turn);
};
struct KeepFile {
  static void perform(Turn& turn);
};
/// A promise whose day draws near falls due.
struct GiveWarning {
  static void perform(Turn& turn);
};
/// When the complainant did not answer in time, we stop waiting.
struct NotePassedDeadline {
  static void perform(Turn& turn);
};

}  // namespace redress::workflows::actions
