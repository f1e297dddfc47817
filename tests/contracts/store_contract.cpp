// SPDX-License-Identifier: Apache-2.0
#include "tests/contracts/store_contract.hpp"

#include "adapters/codec/leaf.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::testing {
namespace {

using ports::StoreFaultKind;

std::vector<std::string> references(std::vector<ComplaintRow> const& rows) {
  std::vector<std::string> all;
  for (auto const& row : rows) all.push_back(row.reference.value);
  return all;
}

std::vector<std::string> named(std::vector<ports::OpenDeadline> const& deadlines) {
  std::vector<std::string> names;
  for (auto const& open : deadlines) names.push_back(open.reference.value + " " + open.row.name.value);
  return names;
}

ports::ListFilter filter(auto const& set) {
  ports::ListFilter filter;
  set(filter);
  return filter;
}

TEST_P(StoreContract, GivesBackWhatWasWritten) {
  auto const written = full_complaint();

  auto const loaded = store().load(written.received.reference);

  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->version, 7);
  EXPECT_EQ(loaded->head, written.head);
  EXPECT_EQ(loaded->head.size(), 64U);
  EXPECT_EQ(loaded->received.narrative, written.received.narrative);
  EXPECT_EQ(loaded->letters, written.letters);
  EXPECT_EQ(loaded->promises, written.promises);
  EXPECT_EQ(loaded->deadlines, written.deadlines);
  EXPECT_EQ(project(*loaded), project(written));
  EXPECT_FALSE(store().load(Reference("R-NONE-NONE")));
}

TEST_P(StoreContract, KeepsEverythingAcrossARestart) {
  auto const written = full_complaint();

  restart();

  ASSERT_TRUE(store().load(written.received.reference));
  EXPECT_EQ(store().load(written.received.reference)->head, written.head);
  EXPECT_EQ(store().outbox_length(), 1);
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, ContinuesTheChainWhereItEnded) {
  auto complaint = full_complaint();
  auto const earlier = complaint.head;

  write(complaint, {NoteAdded{StaffId("ilze.berzina"), "piezīme"}});

  std::vector<ports::StoredLeaf> leaves;
  store().read_history(complaint.received.reference, [&](ports::StoredLeaf const& leaf) { leaves.push_back(leaf); });
  ASSERT_EQ(leaves.size(), 8U);
  EXPECT_EQ(codec::read_leaf(leaves[0].bytes, leaves[0].disclosures).previous_digest_hex, codec::no_leaf_before);
  EXPECT_EQ(codec::read_leaf(leaves[7].bytes, leaves[7].disclosures).previous_digest_hex, earlier);
  EXPECT_EQ(codec::sha256_hex(leaves[7].bytes), complaint.head);
  EXPECT_EQ(leaves[7].sequence, 8);
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, RefusesAStepOnAComplaintThatHasMovedOn) {
  auto complaint = full_complaint();
  auto stale = complaint;
  write(complaint, {NoteAdded{StaffId("ilze.berzina"), "first"}});

  EXPECT_EQ(fault_of([&] { write(stale, {NoteAdded{StaffId("janis.ozols"), "second"}}); }), StoreFaultKind::Conflict);

  EXPECT_EQ(store().load(complaint.received.reference)->version, 8);
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, RefusesAReferenceThatIsTaken) {
  auto const known = full_complaint();
  auto second = received("Somebody Else");
  second.reference = known.received.reference;
  Complaint complaint;

  EXPECT_EQ(fault_of([&] { write(complaint, {second}); }), StoreFaultKind::Conflict);

  EXPECT_EQ(store().load(known.received.reference)->received.complainant.name, "Anna Bērziņa");
}

TEST_P(StoreContract, FindsAMessageByWhatItIsKnown) {
  auto complaint = full_complaint();
  write(complaint, {LetterQueued{LetterId("letter-1"), Route::Mail, {}, "m1@example.org", "token-1"},
                    LetterCopied{LetterId("letter-1"), PersonId("person-1"), Route::Mail, {}, 1, {}, "m2@example.org", std::nullopt}});
  SendingRow const letter{LetterId("letter-1"), PersonId(), "m1@example.org", "token-1"};
  SendingRow const copy{LetterId("letter-1"), PersonId("person-1"), "m2@example.org", ""};

  ASSERT_TRUE(store().sent_as("m1@example.org"));
  EXPECT_EQ(store().sent_as("m1@example.org")->reference, complaint.received.reference);
  EXPECT_EQ(store().sent_as("m1@example.org")->sending, letter);
  ASSERT_TRUE(store().sent_as("m2@example.org"));
  EXPECT_EQ(store().sent_as("m2@example.org")->sending, copy);
  ASSERT_TRUE(store().sent_with("token-1"));
  EXPECT_EQ(store().sent_with("token-1")->sending, letter);
  EXPECT_FALSE(store().sent_as("m3@example.org"));
  EXPECT_FALSE(store().sent_with(""));
  EXPECT_FALSE(store().sent_with("token-2"));
  store().rebuild_projection();
  ASSERT_TRUE(store().sent_with("token-1"));
  EXPECT_EQ(store().sent_with("token-1")->sending, letter);
}

TEST_P(StoreContract, RemembersAnswersUnderTheirKeys) {
  Complaint complaint;
  Projection before;
  auto one = step(complaint, before, {received(), HandlerAssigned{StaffId("ilze.berzina")}});
  one.idempotency_key = "key-1";
  one.command_digest = "digest-1";
  auto transaction = store().begin();
  transaction->write(one);

  transaction->commit();
  transaction.reset();
  auto const after = store().remembered("key-1");

  ASSERT_TRUE(after);
  EXPECT_EQ(after->command_digest, "digest-1");
  EXPECT_EQ(after->answer, one.answer);
  EXPECT_FALSE(store().remembered("key-2"));
}

TEST_P(StoreContract, RefusesAKeyThatIsTaken) {
  for (auto const expected : {std::optional<StoreFaultKind>(), std::optional(StoreFaultKind::Conflict)}) {
    Complaint complaint;
    Projection before;
    auto one = step(complaint, before, {received()});
    one.idempotency_key = "key-1";
    auto const fault = fault_of([&] {
      auto const transaction = store().begin();
      transaction->write(one);
      transaction->commit();
    });
    EXPECT_EQ(fault, expected);
  }
  EXPECT_EQ(store().list({}).size(), 1U);
}

TEST_P(StoreContract, LeavesNothingBehindWhenATransactionIsNotCommitted) {
  Complaint complaint;
  Projection before;
  auto one = step(complaint, before, {received()});
  one.idempotency_key = "key-1";
  store().begin()->write(one);

  EXPECT_FALSE(store().load(complaint.received.reference));
  EXPECT_TRUE(store().list({}).empty());
  EXPECT_FALSE(store().remembered("key-1"));
  EXPECT_EQ(store().verify().complaints, 0);
}

TEST_P(StoreContract, CommitsNothingAfterAFault) {
  auto complaint = full_complaint();
  auto stale = complaint;
  write(complaint, {NoteAdded{StaffId("ilze.berzina"), "first"}});
  Projection before;
  auto late = step(stale, before, {NoteAdded{StaffId("ilze.berzina"), "late"}});
  auto const transaction = store().begin();

  EXPECT_EQ(fault_of([&] { transaction->write(late); }), StoreFaultKind::Conflict);

  EXPECT_THROW(transaction->commit(), BrokenInvariant);
}

TEST_P(StoreContract, SeesItsOwnWritesBeforeTheyAreCommitted) {
  Complaint complaint;
  Projection before;
  auto one = step(complaint, before, {received()});
  auto const transaction = store().begin();
  transaction->write(one);

  auto seen = transaction->load(complaint.received.reference);
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->head, complaint.head);
  auto two = step(*seen, before, {HandlerAssigned{StaffId("ilze.berzina")}});
  transaction->write(two);
  transaction->commit();

  EXPECT_EQ(store().load(complaint.received.reference)->version, 2);
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, ListsByStageHandlerDeadlineAndText) {
  auto anna = full_complaint("Anna Bērziņa");
  auto ivan = full_complaint("Иван Озолс");
  write(ivan, {StageMoved{Stage::Received, Stage::Acknowledged}, DeadlineMoved{DeadlineName("acknowledgement"), {}, DeadlineState::Met}});
  auto const annas = std::vector{anna.received.reference.value};
  auto const ivans = std::vector{ivan.received.reference.value};

  auto const list = [&](ports::ListFilter const& wanted) { return references(store().list(wanted)); };

  EXPECT_EQ(list({}), (std::vector{annas[0], ivans[0]}));
  EXPECT_EQ(list(filter([&](auto& f) { f.stage = Stage::Acknowledged; })), ivans);
  EXPECT_EQ(list(filter([&](auto& f) { f.due_before = now_ + std::chrono::hours{10}; })), annas);
  EXPECT_TRUE(list(filter([&](auto& f) { f.due_before = now_ + std::chrono::hours{9}; })).empty());
  EXPECT_EQ(list(filter([&](auto& f) { f.handler = StaffId("ilze.berzina"); })).size(), 2U);
  EXPECT_TRUE(list(filter([&](auto& f) { f.handler = StaffId("janis.ozols"); })).empty());
  EXPECT_EQ(list(filter([&](auto& f) { f.text = "BĒRZ"; })), annas);
  EXPECT_EQ(list(filter([&](auto& f) { f.text = "иван"; })), ivans);
  EXPECT_EQ(list(filter([&](auto& f) { f.text = annas[0]; })), annas);
  EXPECT_TRUE(list(filter([&](auto& f) { f.text = "%"; })).empty());
  EXPECT_EQ(store().list(filter([&](auto& f) { f.stage = Stage::Acknowledged; })).at(0), project(ivan).complaint);
}

TEST_P(StoreContract, ListsByTheNextMomentThatMatters) {
  auto const later = full_complaint();
  auto over = full_complaint();
  auto const latest = full_complaint();
  auto const soon = full_complaint();
  auto const due = [&](Complaint complaint, int hours) {
    auto const at = now_ + std::chrono::hours{hours};
    write(complaint, {DeadlineSet{DeadlineName("information"), {}, {}, at, at, {}}});
  };
  due(later, 5);
  write(over, {DeadlineMoved{DeadlineName("acknowledgement"), {}, DeadlineState::Met}, DeadlineMoved{DeadlineName("final-response"), {}, DeadlineState::Met}});
  due(latest, 9);
  due(soon, 2);
  auto const expected =
      std::vector{soon.received.reference.value, later.received.reference.value, latest.received.reference.value, over.received.reference.value};

  std::vector<std::string> paged;
  for (std::string after; paged.size() < 5;) {
    auto const page = references(store().list(filter([&](auto& f) {
      f.after = after;
      f.limit = 1;
    })));
    if (page.empty()) break;
    paged.push_back(after = page.front());
  }

  EXPECT_EQ(references(store().list({})), expected);
  EXPECT_EQ(paged, expected);
}

TEST_P(StoreContract, ListsPageByPage) {
  for (int i = 0; i < 5; ++i) (void)full_complaint();
  auto const all = references(store().list({}));
  ASSERT_EQ(all.size(), 5U);

  auto const first = references(store().list(filter([&](auto& f) { f.limit = 2; })));
  auto const second = references(store().list(filter([&](auto& f) {
    f.after = first.back();
    f.limit = 2;
  })));
  auto const third = references(store().list(filter([&](auto& f) {
    f.after = second.back();
    f.limit = 2;
  })));

  EXPECT_EQ(first, (std::vector{all[0], all[1]}));
  EXPECT_EQ(second, (std::vector{all[2], all[3]}));
  EXPECT_EQ(third, (std::vector{all[4]}));
}

TEST_P(StoreContract, KnowsTheDeadlinesThatStillRun) {
  auto complaint = full_complaint();
  EXPECT_EQ(store().next_deadlines({}, 10).size(), 2U);

  write(complaint, {DeadlineMoved{DeadlineName("acknowledgement"), {}, DeadlineState::Met}});

  auto const open = store().next_deadlines({}, 10);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].complaint, complaint.id);
  EXPECT_EQ(open[0].reference, complaint.received.reference);
  EXPECT_EQ(open[0].row, project(complaint).deadlines[1]);
}

TEST_P(StoreContract, GivesDeadlinesInTheOrderInWhichTheyComeUp) {
  auto first = full_complaint();
  auto second = full_complaint();
  write(first, {DeadlineWarningGiven{DeadlineName("final-response"), {}}});

  auto const all = named(store().next_deadlines({}, 10));

  EXPECT_EQ(
      all, (std::vector<std::string>{"R-0000-0001 acknowledgement", "R-0000-0002 acknowledgement", "R-0000-0002 final-response", "R-0000-0001 final-response"}))
      << "what was warned of comes up when it is due, and of two at one moment the order is always the same";
}

TEST_P(StoreContract, GivesDeadlinesFromAPlaceOn) {
  for (int i = 0; i < 3; ++i) (void)full_complaint();
  std::vector<std::string> seen;
  ports::DeadlinePlace after;

  for (auto page = store().next_deadlines(after, 2); !page.empty(); page = store().next_deadlines(after, 2)) {
    ASSERT_LE(page.size(), 2U);
    for (auto const& name : named(page)) seen.push_back(name);
    auto const& last = page.back();
    after = {next_at(last.row), last.complaint, last.row.name, last.row.promise};
  }

  EXPECT_EQ(seen, named(store().next_deadlines({}, 10))) << "three that come up at one moment fall on two pages";
  EXPECT_EQ(seen.size(), 6U);
  EXPECT_EQ(store().next_deadlines({now_ + std::chrono::hours{6}, {}, {}, {}}, 10).size(), 3U);
  EXPECT_TRUE(store().next_deadlines({now_ + std::chrono::hours{301}, {}, {}, {}}, 10).empty());
}

TEST_P(StoreContract, KnowsTheAppointmentsThatSomebodyKeeps) {
  StaffId const ilze("ilze.berzina");
  auto complaint = full_complaint();
  auto other = full_complaint();
  auto const made = [&](std::string_view id, int hours) {
    return AppointmentMade{AppointmentId(std::string(id)), AppointmentKind::Call, now_ + std::chrono::hours{hours}, "Europe/Riga", ilze};
  };
  write(complaint, {made("appointment-1", 30), made("appointment-2", 4)});
  write(other, {made("appointment-1", 20)});
  auto const kept = [&](Time from) {
    std::vector<std::string> all;
    for (auto const& [reference, row] : store().open_appointments(ilze, from, 10)) all.push_back(reference.value + " " + row.appointment.value);
    return all;
  };

  EXPECT_EQ(kept(now_), (std::vector<std::string>{"R-0000-0001 appointment-2", "R-0000-0002 appointment-1", "R-0000-0001 appointment-1"}));
  EXPECT_EQ(kept(now_ + std::chrono::hours{5}).size(), 2U);
  write(complaint, {AppointmentCancelled{AppointmentId("appointment-2"), {}},
                    AppointmentChanged{AppointmentId("appointment-1"), AppointmentKind::Meeting, now_ + std::chrono::hours{1}, "Europe/Riga", ilze}});
  EXPECT_EQ(kept(now_), (std::vector<std::string>{"R-0000-0001 appointment-1", "R-0000-0002 appointment-1"}));
  EXPECT_EQ(store().open_appointments(ilze, now_, 1).front().row, project(complaint).appointments.front());
  EXPECT_TRUE(store().open_appointments(StaffId("nobody"), now_, 10).empty());
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, ReadsTheHistoryOfAll) {
  (void)full_complaint();
  (void)full_complaint();
  std::vector<std::string> seen;

  store().read_history({}, [&](ports::StoredLeaf const& leaf) { seen.push_back(leaf.reference.value + "#" + std::to_string(leaf.sequence)); });

  ASSERT_EQ(seen.size(), 14U);
  EXPECT_EQ(seen[0], "R-0000-0001#1");
  EXPECT_EQ(seen[13], "R-0000-0002#7");
}

TEST_P(StoreContract, TakesAVeryLongText) {
  auto complaint = full_complaint();
  std::string const content(3'000'000, 'A');

  write(complaint, {FileAttached{"photo.jpg", "image/jpeg", content}});

  EXPECT_EQ(store().load(complaint.received.reference)->attachments, 1);
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, IsUpToDateOnceItWasOpened) {
  auto const complaint = full_complaint();

  auto const migrated = migrate();

  EXPECT_GT(migrated.to, 0);
  EXPECT_EQ(migrated.from, migrated.to);
  restart();
  EXPECT_TRUE(store().load(complaint.received.reference));
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, IsLeftAloneByAnEarlierProgram) {
  EXPECT_EQ(fault_of([&] { tamper("INSERT INTO migration (number) VALUES (9999)"); }), StoreFaultKind::Unavailable);
  EXPECT_EQ(fault_of([&] { (void)migrate(); }), StoreFaultKind::Unavailable);
}

}  // namespace
}  // namespace redress::testing
