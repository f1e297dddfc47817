// SPDX-License-Identifier: Apache-2.0
// Nobody is answered before the answer is durable; one command's misfortune is nobody else's.
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/desk.hpp"
#include "tests/support/house.hpp"

namespace redress::testing {
namespace {

using ports::StoreFaultKind;
using runtime::Fault;
using runtime::FaultKind;
using runtime::Outcome;

CommandEnvelope note_on(Reference const& reference, std::string text = "Zvanīt pēc darba") {
  return {reference, AddNote{std::move(text)}, staff("staff-01"), {}, {}, {}, {}};
}

Reason refusal_of(Outcome const& outcome) {
  auto const* refusal = std::get_if<Refusal>(&outcome);
  EXPECT_NE(refusal, nullptr) << describe(outcome);
  return refusal == nullptr ? Reason{} : refusal->reason;
}

FaultKind fault_of(Outcome const& outcome) {
  auto const* fault = std::get_if<Fault>(&outcome);
  EXPECT_NE(fault, nullptr) << describe(outcome);
  return fault == nullptr ? FaultKind{} : fault->kind;
}

TEST(TheEngine, AnswersWhenTheCommandIsDurable) {
  House house;
  auto const reference = house.receive();

  auto const answer = house.go(reference, "acknowledge");

  EXPECT_EQ(answer.stage, Stage::Acknowledged);
  EXPECT_EQ(house.complaint(reference).version, answer.version);
  EXPECT_EQ(house.store.outbox_length(), 1);
}

TEST(TheEngine, WritesNothingWhenTheCommitFails) {
  House house;
  auto const reference = house.receive();
  auto const before = house.complaint(reference).version;

  house.store.fail(FaultyMoment::Commit);
  EXPECT_EQ(fault_of(house.engine->handle(note_on(reference))), FaultKind::Unavailable);
  EXPECT_EQ(house.complaint(reference).version, before);

  EXPECT_EQ(answer_of(house.engine->handle(note_on(reference))).version, before + 1);
  EXPECT_TRUE(house.store.verify().findings.empty());
}

TEST(TheEngine, SaysSoWhenThereIsNoSpaceLeft) {
  House house;
  auto const reference = house.receive();

  house.store.fail(FaultyMoment::Write, 1, StoreFaultKind::Full);

  EXPECT_EQ(fault_of(house.engine->handle(note_on(reference))), FaultKind::Full);
}

TEST(TheEngine, TriesAgainWhenSomebodyElseWasFirst) {
  House house;
  auto const reference = house.receive();

  house.store.fail(FaultyMoment::Write, 1, StoreFaultKind::Conflict);

  EXPECT_TRUE(std::holds_alternative<Answer>(house.engine->handle(note_on(reference))));
}

TEST(TheEngine, KnowsNoComplaintThatNeverCameIn) {
  House house;

  EXPECT_EQ(refusal_of(house.engine->handle(note_on(Reference("R-0000-0000")))), Reason::UnknownComplaint);
}

TEST(TheEngine, RefusesADecisionMadeOnAnOlderVersion) {
  House house;
  auto const reference = house.receive();
  auto envelope = note_on(reference);
  envelope.expected_version = house.complaint(reference).version;
  ASSERT_TRUE(std::holds_alternative<Answer>(house.engine->handle(envelope)));

  auto const outcome = house.engine->handle(envelope);

  EXPECT_EQ(refusal_of(outcome), Reason::StaleVersion);
  EXPECT_EQ(std::get<Refusal>(outcome).current_version, house.complaint(reference).version);
}

TEST(AnIdempotencyKey, GetsTheFirstAnswerAgain) {
  House house;
  auto const reference = house.receive();

  auto const first = answer_of(house.give(reference, AddNote{"Vienreiz"}, staff("staff-01"), "key-1"));
  house.go(reference, "acknowledge");
  auto const again = answer_of(house.give(reference, AddNote{"Vienreiz"}, staff("staff-01"), "key-1"));

  EXPECT_EQ(first, again);
  EXPECT_EQ(house.complaint(reference).notes, 1);
}

TEST(AnIdempotencyKey, IsRefusedForAnotherCommand) {
  House house;
  auto const reference = house.receive();
  ASSERT_TRUE(std::holds_alternative<Answer>(house.give(reference, AddNote{"Viens"}, staff("staff-01"), "key-1")));

  EXPECT_EQ(refusal_of(house.give(reference, AddNote{"Divi"}, staff("staff-01"), "key-1")), Reason::KeyUsedForAnotherCommand);
}

TEST(AnIdempotencyKey, FindsTheAnswerThatWasLostOnItsWay) {
  House house;
  auto const reference = house.receive();

  house.store.fail(FaultyMoment::AfterCommit);
  EXPECT_EQ(fault_of(house.give(reference, AddNote{"Vienreiz"}, staff("staff-01"), "key-1")), FaultKind::Unavailable);
  house.restart();
  answer_of(house.give(reference, AddNote{"Vienreiz"}, staff("staff-01"), "key-1"));

  EXPECT_EQ(house.complaint(reference).notes, 1);
}

TEST(AnIdempotencyKey, WorksWithinOneBatch) {
  House house;
  auto const reference = house.receive();
  std::vector<Outcome> outcomes;
  for (int i = 0; i < 3; ++i) {
    auto envelope = note_on(reference);
    envelope.idempotency_key = "key-1";
    house.engine->submit(std::move(envelope), [&](Outcome outcome) { outcomes.push_back(std::move(outcome)); });
  }

  house.go(reference, "escalate");

  ASSERT_EQ(outcomes.size(), 3u);
  EXPECT_EQ(answer_of(outcomes[0]), answer_of(outcomes[1]));
  EXPECT_EQ(answer_of(outcomes[0]), answer_of(outcomes[2]));
  EXPECT_EQ(house.complaint(reference).notes, 1);
}

TEST(ABatch, ThatFailsIsTriedCommandByCommand) {
  House house;
  std::vector<Reference> references{house.receive(), house.receive(), house.receive()};
  std::vector<Outcome> outcomes;
  for (auto const& reference : references) house.engine->submit(note_on(reference), [&](Outcome outcome) { outcomes.push_back(std::move(outcome)); });
  house.store.fail(FaultyMoment::Write, 2);

  house.go(references.front(), "escalate");

  ASSERT_EQ(outcomes.size(), 3u);
  for (auto const& outcome : outcomes) EXPECT_TRUE(std::holds_alternative<Answer>(outcome)) << describe(outcome);
  for (auto const& reference : references) EXPECT_EQ(house.complaint(reference).notes, 1);
  EXPECT_EQ(house.store.failed(), 1);
}

TEST(ABatch, IsNotDoneTwiceWhenTheAnswerToItsCommitWasLost) {
  House house;
  std::vector<Reference> references{house.receive(), house.receive()};
  std::vector<Outcome> outcomes;
  for (auto const& reference : references) house.engine->submit(note_on(reference), [&](Outcome outcome) { outcomes.push_back(std::move(outcome)); });
  house.store.fail(FaultyMoment::AfterCommit);

  EXPECT_EQ(fault_of(house.engine->handle(note_on(references.front()))), FaultKind::Unavailable);

  ASSERT_EQ(outcomes.size(), 2u);
  for (auto const& outcome : outcomes) EXPECT_EQ(fault_of(outcome), FaultKind::Unavailable);
  EXPECT_EQ(house.complaint(references.front()).notes, 2);
  EXPECT_EQ(house.complaint(references.back()).notes, 1);
}

TEST(ABatch, LetsARefusalTouchOnlyItsOwnCommand) {
  House house;
  auto const reference = house.receive();
  std::vector<Outcome> outcomes;
  auto const collect = [&](Outcome outcome) { outcomes.push_back(std::move(outcome)); };
  house.engine->submit(note_on(reference), collect);
  house.engine->submit({reference, RecordHearing{"Mieru", {}}, staff("staff-01"), {}, {}, {}, {}}, collect);
  house.engine->submit(note_on(reference), collect);

  house.go(reference, "escalate");

  EXPECT_TRUE(std::holds_alternative<Answer>(outcomes[0]));
  EXPECT_EQ(refusal_of(outcomes[1]), Reason::NotAtThisStage);
  EXPECT_TRUE(std::holds_alternative<Answer>(outcomes[2]));
}

/// A workflow with a mistake in it: notes make it fall over.
class MistakenWorkflow final : public ports::Workflow {
 public:
  explicit MistakenWorkflow(ports::Workflow const& sound) : sound_(sound) {}
  std::expected<Decision, Refusal> decide(Complaint const& complaint, CommandEnvelope const& envelope,
                                          ports::Circumstances const& circumstances) const override {
    auto const* note = std::get_if<AddNote>(&envelope.command);
    if (note != nullptr && note->text == "decide") throw std::logic_error("a mistake while deciding");
    // An event about a promise nobody made cannot be folded.
    if (note != nullptr && note->text == "fold") return Decision{{NoteAdded{StaffId("staff-01"), "x"}, PromiseKept{PromiseId("promise-9"), "y"}}, {}};
    return sound_.decide(complaint, envelope, circumstances);
  }
  std::vector<ports::PermittedCommand> permitted(Complaint const& complaint, Time now, StaffId const& actor) const override {
    return sound_.permitted(complaint, now, actor);
  }
  std::vector<Missing> proofread(Complaint const& complaint, LetterId const& letter, Time now) const override {
    return sound_.proofread(complaint, letter, now);
  }
  ports::Rulebook const& rulebook() const override { return sound_.rulebook(); }

 private:
  ports::Workflow const& sound_;
};

TEST(AMistakeOfOurs, IsAnIncidentOfOneCommandOnly) {
  House house;
  auto const reference = house.receive();
  auto const before = house.complaint(reference).version;
  MistakenWorkflow const workflow(house.engine->workflow());
  runtime::Engine engine(house.store, workflow, house.clock, house.identifiers);
  std::vector<Outcome> outcomes;
  auto const collect = [&](Outcome outcome) { outcomes.push_back(std::move(outcome)); };
  for (auto const* text : {"sound", "decide", "fold", "sound too"}) engine.submit(note_on(reference, text), collect);

  engine.stop();

  ASSERT_EQ(outcomes.size(), 4u);
  EXPECT_TRUE(std::holds_alternative<Answer>(outcomes[0])) << describe(outcomes[0]);
  EXPECT_EQ(fault_of(outcomes[1]), FaultKind::Incident);
  EXPECT_EQ(fault_of(outcomes[2]), FaultKind::Incident);
  EXPECT_TRUE(std::holds_alternative<Answer>(outcomes[3])) << describe(outcomes[3]);
  EXPECT_EQ(house.complaint(reference).version, before + 2);
  EXPECT_TRUE(house.store.verify().findings.empty());
}

TEST(TheEngine, GoesOnAfterARestartWhereItStopped) {
  House house;
  auto const reference = house.receive();
  house.go(reference, "acknowledge");

  house.restart();

  EXPECT_EQ(house.go(reference, "define-points").stage, Stage::Acknowledged);
  EXPECT_TRUE(house.store.verify().findings.empty());
}

TEST(TwoHandlers, AtOnceLoseNothingOfEachOthers) {
  House house;
  auto const reference = house.receive();
  house.engine->start();
  constexpr int each = 50;
  std::atomic<int> answered = 0;
  auto const work = [&](std::string const& who) {
    for (int i = 0; i < each; ++i)
      if (std::holds_alternative<Answer>(house.engine->handle({reference, AddNote{who}, staff(who), {}, {}, {}, {}}))) ++answered;
  };

  std::thread first(work, "staff-01");
  std::thread second(work, "staff-02");
  first.join();
  second.join();
  house.engine->stop();

  EXPECT_EQ(answered, 2 * each);
  EXPECT_EQ(house.complaint(reference).notes, 2 * each);
  EXPECT_TRUE(house.store.verify().findings.empty());
}

TEST(TwoHandlers, WhoDecideOnTheSameVersionAreToldWhoWasFirst) {
  House house;
  auto const reference = house.receive();
  house.engine->start();
  auto envelope = note_on(reference);
  envelope.expected_version = house.complaint(reference).version;
  std::atomic<int> answered = 0;
  std::atomic<int> stale = 0;
  auto const work = [&] {
    auto const outcome = house.engine->handle(envelope);
    if (std::holds_alternative<Answer>(outcome)) ++answered;
    if (auto const* refusal = std::get_if<Refusal>(&outcome); refusal != nullptr && refusal->reason == Reason::StaleVersion) ++stale;
  };

  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();

  EXPECT_EQ(answered, 1);
  EXPECT_EQ(stale, 1);
}

TEST(AStoppedEngine, TakesNoMoreCommands) {
  House house;
  auto const reference = house.receive();
  house.engine->stop();

  EXPECT_EQ(fault_of(house.engine->handle(note_on(reference))), FaultKind::Unavailable);
}

}  // namespace
}  // namespace redress::testing
