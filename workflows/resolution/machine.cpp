// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/machine.hpp"

#include "workflows/policies/beside.hpp"
#include "workflows/policies/discussing.hpp"
#include "workflows/policies/following_up.hpp"
#include "workflows/policies/investigating.hpp"
#include "workflows/policies/letter_gate.hpp"
#include "workflows/policies/letters.hpp"
#include "workflows/policies/receiving.hpp"
#include "workflows/resolution/letter_actions.hpp"
#include "workflows/resolution/road_actions.hpp"
#include "workflows/transition_table.hpp"

namespace redress::workflows::resolution {
namespace {

using namespace actions;
using namespace policies;
using table::Do;
using table::mp_list;
using table::none;
using table::On;
using table::OnlyIf;
using table::Row;
using table::State;

struct Unfiled : State {};
struct Received : State {};
struct Acknowledged : State {};
struct Withdrawn : State {};
struct Merged : State {};
struct Referred : State {};
struct Investigating : State {};
struct Discussing : State {};
struct Agreed : State {};
struct NotAgreed : State {};
struct LetterSent : State {};
struct FollowingUp : State {};
struct Closed : State {};

struct FinalResponse {
  static constexpr std::string_view name = send_final_response;
};
struct FinalResponseReturned {
  static constexpr std::string_view name = final_response_bounced;
};

struct Definition {
  using initial = Unfiled;
  static constexpr std::size_t states = 13;
  static constexpr std::size_t rows = 49;

  // clang-format off
  using transition_table = mp_list<
    //   from            on                             to              do                        only if
    Row< Unfiled       , On<ReceiveComplaint>         , Received      , Do<FileComplaint>       , OnlyIf<ConcernedStaffAreKnown, SituationIsKnown> >,

    Row< Received      , On<Acknowledge>              , Acknowledged  , Do<SendAcknowledgement> , OnlyIf<HandlerNamed, AppointmentOffered, ReplyCanReachThem, AcknowledgementMayGoOut> >,
    Row< Received      , On<Withdraw>                 , Withdrawn     , Do<RecordWithdrawal>    , none >,
    Row< Received      , On<Merge>                    , Merged        , Do<RecordMerge>         , OnlyIf<TargetIsAnother> >,
    Row< Received      , On<Refer>                    , Referred      , Do<RecordReferral>      , none >,

    Row< Acknowledged  , On<BeginInvestigation>       , Investigating , Do<OpenInvestigation>   , OnlyIf<PointsAreDefined> >,
    Row< Acknowledged  , On<Withdraw>                 , Withdrawn     , Do<RecordWithdrawal>    , none >,
    Row< Acknowledged  , On<Merge>                    , Merged        , Do<RecordMerge>         , OnlyIf<TargetIsAnother> >,
    Row< Acknowledged  , On<Refer>                    , Referred      , Do<RecordReferral>      , none >,

    Row< Investigating , On<RequestStatement>         , Investigating , Do<AskForStatement>     , none >,
    Row< Investigating , On<RecordStatement>          , Investigating , Do<KeepStatement>       , OnlyIf<PersonIsInvolved> >,
    Row< Investigating , On<RecordFact>               , Investigating , Do<KeepFact>            , none >,
    Row< Investigating , On<RecordRootCause>          , Investigating , Do<NameCause>           , OnlyIf<CauseNamesNoPerson> >,
    Row< Investigating , On<ConcludeInvestigation>    , Discussing    , Do<RecordFindings>      , OnlyIf<EveryoneHeard, FactsOnRecord, RootCauseOnRecord, EveryPointAnswered> >,
    Row< Investigating , On<Withdraw>                 , Withdrawn     , Do<RecordWithdrawal>    , none >,
    Row< Investigating , On<Merge>                    , Merged        , Do<RecordMerge>         , OnlyIf<TargetIsAnother> >,
    Row< Investigating , On<Refer>                    , Referred      , Do<RecordReferral>      , none >,

    Row< Discussing    , On<RecordHearing>            , Discussing    , Do<KeepHearing>         , none >,
    Row< Discussing    , On<RecordFact>               , Discussing    , Do<KeepFact>            , none >,
    Row< Discussing    , On<ProposeRemedy>            , Discussing    , Do<PutProposal>         , OnlyIf<HeardOut, IdentityConfirmed, NoOtherProposalOpen, PromisesCanBeKept> >,
    Row< Discussing    , On<RecordAnswer>             , Discussing    , Do<KeepAnswer>          , OnlyIf<ProposalIsOpen> >,
    Row< Discussing    , On<AgreeSchedule>            , Agreed        , Do<AgreeOnSchedule>     , OnlyIf<ProposalAccepted> >,
    Row< Discussing    , On<ConcludeWithoutAgreement> , NotAgreed     , Do<StatePosition>       , OnlyIf<HeardOut, SomethingWasProposed, NoOtherProposalOpen> >,
    Row< Discussing    , On<Withdraw>                 , Withdrawn     , Do<RecordWithdrawal>    , none >,
    Row< Discussing    , On<Merge>                    , Merged        , Do<RecordMerge>         , OnlyIf<TargetIsAnother> >,
    Row< Discussing    , On<Refer>                    , Referred      , Do<RecordReferral>      , none >,

    Row< Agreed        , FinalResponse                , LetterSent    , Do<SendFinalResponse>   , OnlyIf<FinalResponseApproved, ScheduleMatchesPromises, LetterMayGoOut, RecipientConfirmed, ReplyCanReachThem> >,
    Row< Agreed        , On<Withdraw>                 , Withdrawn     , Do<RecordWithdrawal>    , none >,
    Row< Agreed        , On<Merge>                    , Merged        , Do<RecordMerge>         , OnlyIf<TargetIsAnother> >,
    Row< Agreed        , On<Refer>                    , Referred      , Do<RecordReferral>      , none >,

    Row< LetterSent    , On<CopyLetter>               , FollowingUp   , Do<CopyThoseInvolved>   , OnlyIf<LetterIsKnown, FinalResponseOut, CopyRecipientsAreInvolved, EveryoneInvolvedCopied> >,
    Row< LetterSent    , FinalResponseReturned        , Agreed        , Do<TakeBackUndelivered> , none >,
    Row< LetterSent    , On<Withdraw>                 , Withdrawn     , Do<RecordWithdrawal>    , none >,
    Row< LetterSent    , On<Merge>                    , Merged        , Do<RecordMerge>         , OnlyIf<TargetIsAnother> >,
    Row< LetterSent    , On<Refer>                    , Referred      , Do<RecordReferral>      , none >,

    Row< FollowingUp   , On<RecordFollowUp>           , FollowingUp   , Do<KeepFollowUp>        , none >,
    Row< FollowingUp   , On<Close>                    , Closed        , Do<CloseComplaint>      , OnlyIf<EveryPromiseSettled, ComplainantAsked, FinalResponseArrived, LessonOnRecord> >,
    Row< FollowingUp   , FinalResponseReturned        , Agreed        , Do<TakeBackUndelivered> , none >,
    Row< FollowingUp   , On<Withdraw>                 , Withdrawn     , Do<RecordWithdrawal>    , none >,
    Row< FollowingUp   , On<Merge>                    , Merged        , Do<RecordMerge>         , OnlyIf<TargetIsAnother> >,
    Row< FollowingUp   , On<Refer>                    , Referred      , Do<RecordReferral>      , none >,

    Row< NotAgreed     , FinalResponse                , NotAgreed     , Do<SendFinalResponse>   , OnlyIf<FinalResponseApproved, LetterMayGoOut, RecipientConfirmed, ReplyCanReachThem> >,
    Row< NotAgreed     , FinalResponseReturned        , NotAgreed     , Do<TakeBackUndelivered> , none >,
    Row< NotAgreed     , On<CopyLetter>               , NotAgreed     , Do<CopyThoseInvolved>   , OnlyIf<LetterIsKnown, FinalResponseOut, CopyRecipientsAreInvolved> >,
    Row< NotAgreed     , On<Close>                    , Closed        , Do<CloseComplaint>      , OnlyIf<FinalResponseArrived, LessonOnRecord> >,
    Row< NotAgreed     , On<Reopen>                   , Investigating , Do<ReopenComplaint>     , none >,

    Row< Closed        , On<Reopen>                   , Investigating , Do<ReopenComplaint>     , none >,
    Row< Withdrawn     , On<Reopen>                   , Investigating , Do<ReopenComplaint>     , none >,
    Row< Referred      , On<Reopen>                   , Investigating , Do<ReopenComplaint>     , none >
  >;
  // clang-format on
};

}  // namespace

Machine const& machine() {
  static auto const described = table::Facade<Definition>::describe("resolution");
  return described;
}

}  // namespace redress::workflows::resolution
