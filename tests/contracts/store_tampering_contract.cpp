// SPDX-License-Identifier: Apache-2.0
// Whoever can write to the tables cannot do so unseen: for each way of tampering, verify() says where.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "tests/contracts/store_contract.hpp"

namespace redress::testing {
namespace {

struct Tampering {
  std::string_view what;
  std::string_view sql;
  std::string_view finding;  ///< how the finding begins that must be there
};

constexpr std::array<Tampering, 26> tamperings{{
    {"one letter of a leaf", "UPDATE event SET leaf = replace(leaf, 'resolution@1', 'resolution@2') WHERE cseq = 3", "R-0000-0001 event 3: "},
    {"one letter of the last leaf", "UPDATE event SET leaf = replace(leaf, 'resolution@1', 'resolution@2') WHERE cseq = 7", "R-0000-0001 event 7: "},
    {"the chain itself", "UPDATE event SET leaf = replace(leaf, '\"cprev\":\"', '\"cprev\":\"0') WHERE cseq = 4", "R-0000-0001 event 4: "},
    {"a leaf that is no JSON", "UPDATE event SET leaf = replace(leaf, '{\"_sd\"', '[\"_sd\"') WHERE cseq = 5", "R-0000-0001 event 5: "},
    {"a blank in a leaf", "UPDATE event SET leaf = replace(leaf, ',\"v\":1}', ',\"v\": 1}') WHERE cseq = 2", "R-0000-0001 event 2: "},
    {"an event taken out", "DELETE FROM event WHERE cseq = 4", "R-0000-0001 event 4: it is missing"},
    {"the first event taken out", "DELETE FROM event WHERE cseq = 1", "R-0000-0001 event 1: it is missing"},
    {"the last event taken out", "DELETE FROM event WHERE cseq = 7", "R-0000-0001 event 7: it is missing"},
    {"an event left out of the chain", "UPDATE event SET previous = (SELECT place FROM event WHERE cseq = 4) WHERE cseq = 6",
     "R-0000-0001 event 6: it does not lead to"},
    {"a chain that ends early", "UPDATE event SET previous = 0 WHERE cseq = 4", "R-0000-0001 event 4: it does not lead to"},
    {"a chain that leads to itself", "UPDATE event SET previous = place WHERE cseq = 4", "R-0000-0001 event 4: it does not lead to"},
    {"a first event that leads somewhere", "UPDATE event SET previous = 4096 WHERE cseq = 1", "R-0000-0001 event 1: it does not lead to"},
    {"a row that leads to another event", "UPDATE complaint SET last_event = last_event - 1", "R-0000-0001: its row does not lead to"},
    {"an event given to another complaint", "UPDATE event SET complaint_id = 'x' WHERE cseq = 4", "R-0000-0001 event 4: it is missing"},
    {"an event added", "INSERT INTO event (complaint_id, cseq, id, previous, leaf) SELECT complaint_id, 8, 'x', place, leaf FROM event WHERE cseq = 7",
     "R-0000-0001 event 8: its complaint does not lead to it"},
    {"all events taken out", "DELETE FROM event", "R-0000-0001 event 1: it is missing"},
    {"a disclosure rewritten", "UPDATE disclosure SET body = replace(body, 'W', 'X') WHERE event_id = (SELECT id FROM event WHERE cseq = 5)",
     "R-0000-0001 event 5: "},
    {"a disclosure moved", "UPDATE disclosure SET event_id = (SELECT id FROM event WHERE cseq = 4) WHERE event_id = (SELECT id FROM event WHERE cseq = 5)",
     "R-0000-0001 event 4: "},
    {"a complaint's row taken out", "DELETE FROM complaint", "R-0000-0001: its row is missing"},
    {"a stage changed", "UPDATE complaint SET stage = 'Closed'", "R-0000-0001: its row"},
    {"a name changed", "UPDATE complaint SET complainant_name = 'X'", "R-0000-0001: its row"},
    {"a promise taken out", "DELETE FROM promise", "R-0000-0001: its promises"},
    {"a deadline put off", "UPDATE deadline SET due_at = due_at + 1 WHERE name = 'acknowledgement'", "R-0000-0001: its deadlines"},
    {"a letter's state changed", "UPDATE letter SET state = 'Accepted'", "R-0000-0001: its letters"},
    {"a message taken out of the outbox", "DELETE FROM outbox", "R-0000-0001 event 7: the message"},
    {"a message rewritten", "UPDATE outbox SET bytes = replace(bytes, 'Anna', 'Inna')", "R-0000-0001 event 7: the message"},
}};

bool any_begins_with(std::vector<std::string> const& findings, std::string_view beginning) {
  return std::ranges::any_of(findings, [&](std::string const& finding) { return finding.starts_with(beginning); });
}

TEST_P(StoreContract, VerifiesWhatItWroteItself) {
  auto complaint = full_complaint();
  (void)full_complaint("Иван Озолс");
  write(complaint, {NoteAdded{StaffId("ilze.berzina"), "piezīme"}});

  auto const report = store().verify();

  EXPECT_EQ(report.complaints, 2);
  EXPECT_EQ(report.events, 15);
  EXPECT_TRUE(report.findings.empty()) << report.findings.front();
}

TEST_P(StoreContract, SaysWhereItWasTamperedWith) {
  for (auto const& tampering : tamperings) {
    tamper(
        "DELETE FROM event; DELETE FROM disclosure; DELETE FROM complaint; DELETE FROM promise; DELETE FROM letter; DELETE FROM deadline;"
        " DELETE FROM outbox");
    identifiers_ = {};
    (void)full_complaint();
    ASSERT_TRUE(store().verify().findings.empty()) << tampering.what;

    tamper(std::string(tampering.sql));

    auto const findings = store().verify().findings;
    EXPECT_TRUE(any_begins_with(findings, tampering.finding)) << tampering.what << ": " << (findings.empty() ? "nothing found" : findings.front());
  }
}

TEST_P(StoreContract, NamesTheEventOfWhichOneByteWasFlipped) {
  (void)full_complaint();
  std::string leaf;
  store().read_history({}, [&](ports::StoredLeaf const& stored) { leaf = stored.sequence == 5 ? stored.bytes : leaf; });
  for (std::size_t at = 0; at < leaf.size(); at += leaf.size() / 12) {
    auto const put = [&](char letter) {
      tamper(fmt::format("UPDATE event SET leaf = substr(leaf, 1, {}) || '{}' || substr(leaf, {}) WHERE cseq = 5", at, letter, at + 2));
    };
    put(static_cast<char>(leaf[at] ^ 1));

    auto const findings = store().verify().findings;

    ASSERT_FALSE(findings.empty()) << at;
    for (auto const& finding : findings) EXPECT_TRUE(finding.starts_with("R-0000-0001 event 5: ")) << at << ": " << finding;
    put(leaf[at]);
    ASSERT_TRUE(store().verify().findings.empty());
  }
}

TEST_P(StoreContract, NamesNothingButTheEventThatWasTakenOut) {
  (void)full_complaint();

  tamper("DELETE FROM event WHERE cseq = 4");

  auto const findings = store().verify().findings;
  for (auto const& finding : findings) EXPECT_TRUE(finding.starts_with("R-0000-0001 event 4: ") || finding == "1 disclosures belong to no event") << finding;
}

TEST_P(StoreContract, FindsTheEventsBehindARowThatWasSetBack) {
  (void)full_complaint("Jānis Kalns");
  auto complaint = full_complaint();
  tamper("CREATE TABLE earlier AS SELECT * FROM complaint");
  write(complaint, {NoteAdded{StaffId("ilze.berzina"), "unwelcome"}});
  write(complaint, {NoteAdded{StaffId("ilze.berzina"), "unwelcome too"}});

  tamper(
      "UPDATE complaint SET version = (SELECT version FROM earlier e WHERE e.id = complaint.id), head = (SELECT head FROM earlier e WHERE e.id = complaint.id),"
      " last_event = (SELECT last_event FROM earlier e WHERE e.id = complaint.id)");

  EXPECT_EQ(store().verify().findings,
            (std::vector<std::string>{"R-0000-0002 event 8: its complaint does not lead to it", "R-0000-0002 event 9: its complaint does not lead to it"}));
}

TEST_P(StoreContract, ReadsTheHistoryOfAComplaintWhoseRowsAreGone) {
  (void)full_complaint();
  tamper("DELETE FROM complaint; DELETE FROM promise; DELETE FROM letter; DELETE FROM deadline");
  std::vector<std::int64_t> sequences;

  store().read_history({}, [&](ports::StoredLeaf const& leaf) { sequences.push_back(leaf.sequence); });

  EXPECT_EQ(sequences, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7}));
  EXPECT_EQ(store().verify().complaints, 1);
}

TEST_P(StoreContract, LetsNobodyActOnATamperedHistory) {
  auto const complaint = full_complaint();

  tamper("UPDATE event SET leaf = replace(leaf, 'resolution@1', 'resolution@2') WHERE cseq = 3");

  EXPECT_EQ(fault_of([&] { (void)store().load(complaint.received.reference); }), ports::StoreFaultKind::Corrupt);
}

TEST_P(StoreContract, StaysSoundWhenAPersonalValueIsErased) {
  auto complaint = full_complaint();
  write(complaint, {NoteAdded{StaffId("ilze.berzina"), "forget me"}});

  tamper("DELETE FROM disclosure WHERE event_id = (SELECT id FROM event WHERE cseq = 8)");

  EXPECT_TRUE(store().verify().findings.empty());
  EXPECT_TRUE(store().load(complaint.received.reference));
}

TEST_P(StoreContract, MakesItsProjectionAnewFromTheHistory) {
  auto const complaint = full_complaint();
  auto const rows = store().list({});
  tamper("DELETE FROM promise; DELETE FROM letter; DELETE FROM complaint; UPDATE deadline SET state = 'met'");
  EXPECT_FALSE(store().verify().findings.empty());

  store().rebuild_projection();

  EXPECT_TRUE(store().verify().findings.empty());
  EXPECT_EQ(store().list({}), rows);
  EXPECT_EQ(store().load(complaint.received.reference)->head, complaint.head);
}

TEST_P(StoreContract, MakesItsProjectionAnewWhateverTheRowsSay) {
  auto const complaint = full_complaint();
  auto const other = full_complaint("Jānis Kalns");
  auto const rows = store().list({});
  tamper(
      "DELETE FROM complaint WHERE reference = 'R-0000-0001'; DELETE FROM promise; DELETE FROM letter; DELETE FROM deadline;"
      " UPDATE complaint SET last_event = 3, version = 2; UPDATE event SET previous = 0 WHERE cseq = 5");

  store().rebuild_projection();

  EXPECT_TRUE(store().verify().findings.empty());
  EXPECT_EQ(store().list({}), rows);
  EXPECT_EQ(store().load(complaint.received.reference)->head, complaint.head);
  EXPECT_EQ(store().load(other.received.reference)->head, other.head);
}

TEST_P(StoreContract, RefusesAStoreThatIsNewerThanTheProgram) {
  EXPECT_EQ(fault_of([&] { tamper("INSERT INTO migration (number) VALUES (999)"); }), ports::StoreFaultKind::Unavailable);
}

}  // namespace
}  // namespace redress::testing
