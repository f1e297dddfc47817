// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/beside.hpp"

#include <array>
#include <string>

#include "workflows/policies/beside.hpp"
#include "workflows/policies/conflicts.hpp"
#include "workflows/policies/following_up.hpp"
#include "workflows/policies/identity.hpp"
#include "workflows/policies/letter_gate.hpp"
#include "workflows/policies/letters.hpp"
#include "workflows/policies/receiving.hpp"
#include "workflows/resolution/beside_actions.hpp"
#include "workflows/resolution/conflict_actions.hpp"
#include "workflows/resolution/identity_actions.hpp"
#include "workflows/resolution/letter_actions.hpp"
#include "workflows/type_name.hpp"

namespace redress::workflows::resolution {
namespace {

using namespace actions;
using namespace policies;

struct Stages {
  std::string_view words;
  bool (*allows)(Stage);
};

constexpr Stages any{"every stage but Merged", [](Stage stage) { return stage != Stage::Merged; }};
constexpr Stages every{"every stage", [](Stage) { return true; }};
constexpr Stages open{"every open stage", [](Stage stage) { return is_open(stage); }};
constexpr Stages after_acknowledgement{"every stage but Received and Merged", [](Stage stage) { return stage != Stage::Received && stage != Stage::Merged; }};
constexpr Stages before_findings{"Received, Acknowledged, Investigating", [](Stage stage) { return stage <= Stage::Investigating; }};
constexpr Stages before_agreement{"Received to Discussing", [](Stage stage) { return stage <= Stage::Discussing; }};
constexpr Stages before_letter{"Received to Agreed", [](Stage stage) { return stage <= Stage::Agreed; }};
constexpr Stages after_agreement{"Agreed, LetterSent, FollowingUp", [](Stage stage) { return stage >= Stage::Agreed && stage <= Stage::FollowingUp; }};

template <class Command, class Action, class... Policies>
BesideRow row(Stages stages) {
  static std::string const guard = [] {
    std::string all;
    ((all += (all.empty() ? "" : " and "), all += type_name<Policies>()), ...);
    return all;
  }();
  return {Command::name,       stages.words, stages.allows,
          type_name<Action>(), guard,        +[](Consideration const& at, MissingList& missing) { (Policies::check(at, missing), ...); },
          &Action::perform};
}

}  // namespace

std::span<BesideRow const> beside_rows() {
  static std::array const rows{
      row<ReceiveMessage, TakeMessage, SenderIsInvolved>(any),
      row<AskIdentity, AskAtTheAddress, SomebodyToAsk>(open),
      row<ConfirmIdentity, ConfirmWho>(open),
      row<DefinePoints, DefineThePoints, PointsAreNamed, SituationIsKnown>(before_findings),
      row<AssignHandler, GiveToHandler, HandlerMayHaveIt>(open),
      row<MakeAppointment, MakeTheAppointment, AppointmentCanBeKept>(open),
      row<ChangeAppointment, MoveTheAppointment, AppointmentStands, NewTimeCanBeKept>(open),
      row<CancelAppointment, CallOffTheAppointment, AppointmentStands>(open),
      row<RecordContact, KeepContact>(any),
      row<DraftLetter, DraftTheLetter, SignatoryAssigned, LetterSuitsTheStage, LetterIsFree, BodyIsSound>(open),
      row<ReviewLetter, PassTheLetter, LetterIsKnown>(open),
      row<ReturnLetter, ReturnTheLetter, LetterIsKnown>(open),
      row<ApproveLetter, ApproveTheLetter, LetterIsKnown, LetterMayGoOut>(open),
      row<SendLetter, SendTheLetter, LetterIsKnown, NotTheFinalResponse, LetterMayGoOut, RecipientConfirmed, ReplyCanReachThem>(open),
      row<PostLetter, PostTheLetter, LetterIsKnown, PostalAddressKnown>(any),
      row<RecordCopyRead, KeepReading, LetterIsKnown, CopyIsTheirs>(any),
      row<LetterAccepted, NoteDelivery, LetterIsKnown>(every),
      row<LetterDelayed, NoteDelay, LetterIsKnown>(every),
      row<LetterBounced, NoteReturn, LetterIsKnown>(every),
      row<KeepPromise, KeepThePromise, PromiseIsKnown>(after_agreement),
      row<AmendPromise, MoveThePromise, PromiseIsKnown, NewDateCanBeKept>(after_agreement),
      row<ReleasePromise, LetGoOfThePromise, PromiseIsKnown>(after_agreement),
      row<PromiseMissed, NoteMissedPromise, PromiseIsKnown>(after_agreement),
      row<AddPreventiveAction, ProposePrevention, SomethingIsSaid>(after_acknowledgement),
      row<AgreePreventiveAction, AgreePrevention, ActionIsKnown>(any),
      row<CompletePreventiveAction, CompletePrevention, ActionIsKnown>(any),
      row<AssessPreventiveAction, AssessPrevention, ActionIsKnown>(any),
      row<Escalate, RaiseLevel, NextLevelExists>(open),
      row<AskComplainant, AskForInformation>(before_agreement),
      row<RecordInformation, KeepInformation>(open),
      row<Extend, ExtendResponse, ExtensibleDeadlineRuns, ExtensionWithinBounds>(before_letter),
      row<HoldAdverseAction, PlaceHold>(open),
      row<LiftHold, LiftTheHold, HoldStands>(any),
      row<AddNote, KeepNote>(any),
      row<Attach, KeepFile, FileIsSmallEnough>(any),
      row<NameStaff, NameThem, StaffCanBeNamed>(any),
      row<BreakGlass, LetThemRead, GlassCanBeBroken>(every),
      row<DeadlineWarned, GiveWarning, DeadlineIsRunning>(any),
      row<DeadlinePassed, NotePassedDeadline, DeadlineIsRunning>(any),
  };
  return rows;
}

BesideRow const* find_beside(std::string_view command, Stage stage) {
  for (auto const& row : beside_rows())
    if (row.on == command && row.allows(stage)) return &row;
  return nullptr;
}

}  // namespace redress::workflows::resolution
