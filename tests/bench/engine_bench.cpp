// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "tests/bench/desk.hpp"
#include "tests/bench/measurement.hpp"

namespace redress::bench {
namespace {

void check(int result, char const* what) {
  if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW) return;
  std::cerr << "SQLite cannot " << what << "\n";
  std::exit(1);
}

/// The leaf and disclosure a contact really leaves, so that the raw loop writes as many bytes.
ports::StoredLeaf contact_leaf() {
  Folder const folder;
  Desk desk(folder.path());
  auto const reference = desk.receive(1).front();
  desk.record_contact(reference);
  ports::StoredLeaf last;
  desk.store->read_history(reference, [&](ports::StoredLeaf const& leaf) { last = leaf; });
  return last;
}

class RawLoop {
 public:
  RawLoop(std::filesystem::path const& file, ports::StoredLeaf leaf) : leaf_(std::move(leaf)) {
    // The tables are the store's own: made by it, with its indexes.
    {
      Desk desk(file.parent_path());
      reference_ = desk.receive(1).front().value;
    }
    check(sqlite3_open(file.c_str(), &database_), "open the store");
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    prepare(event_, "INSERT INTO event(complaint_id, cseq, id, leaf, previous) VALUES (?, ?, ?, ?, ?)");
    prepare(disclosure_, "INSERT INTO disclosure(event_id, digest, body) VALUES (?, ?, ?)");
    prepare(complaint_, "UPDATE complaint SET version = ?, head = ?, last_event = ? WHERE reference = ?");
  }
  ~RawLoop() {
    for (auto* statement : {event_, disclosure_, complaint_}) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }

  void step() {
    ++number_;
    auto const id = fmt::format("{:036}", number_);
    run("BEGIN IMMEDIATE");
    sqlite3_bind_int64(event_, 2, number_);
    sqlite3_bind_int64(event_, 5, last_event_);
    write(event_, {{1, reference_}, {3, id}, {4, leaf_.bytes}});
    last_event_ = sqlite3_last_insert_rowid(database_);
    write(disclosure_, {{1, id}, {2, head_}, {3, leaf_.disclosures.front()}});
    sqlite3_bind_int64(complaint_, 1, number_);
    sqlite3_bind_int64(complaint_, 3, last_event_);
    write(complaint_, {{2, head_}, {4, reference_}});
    run("COMMIT");
  }

 private:
  void run(char const* statement) { check(sqlite3_exec(database_, statement, nullptr, nullptr, nullptr), statement); }
  void prepare(sqlite3_stmt*& statement, char const* text) { check(sqlite3_prepare_v2(database_, text, -1, &statement, nullptr), text); }
  static void write(sqlite3_stmt* statement, std::initializer_list<std::pair<int, std::string const&>> texts) {
    for (auto const& [place, text] : texts) sqlite3_bind_text(statement, place, text.c_str(), -1, SQLITE_STATIC);
    check(sqlite3_step(statement), "write a row");
    sqlite3_reset(statement);
  }

  ports::StoredLeaf leaf_;
  std::string reference_;
  std::string head_ = std::string(64, '0');
  sqlite3* database_ = nullptr;
  sqlite3_stmt* event_ = nullptr;
  sqlite3_stmt* disclosure_ = nullptr;
  sqlite3_stmt* complaint_ = nullptr;
  std::int64_t number_ = 0;
  std::int64_t last_event_ = 0;
};

struct Round {
  Figures raw;
  Figures engine;

  double ratio() const { return engine.per_second / raw.per_second; }
};

constexpr Length one_turn{std::chrono::milliseconds(250), std::chrono::milliseconds(750)};

/// The disk and the machine are not the same from one second to the next, so both are measured in turns; the rounds by rising ratio.
std::vector<Round> take_turns(std::function<Figures()> const& raw, std::function<Figures()> const& engine) {
  constexpr int turns = 9;
  std::vector<Round> rounds;
  for (int i = 0; i < turns; ++i) {
    auto const limit = raw();
    rounds.push_back({limit, engine()});
  }
  std::ranges::sort(rounds, {}, &Round::ratio);
  return rounds;
}

}  // namespace

double raw_commits_per_second() {
  Folder const folder;
  RawLoop loop(folder.path() / "redress.db", contact_leaf());
  auto const figures = measure(1, [&](int) { loop.step(); });
  print("raw-limit-one-commit-each", 1, figures);
  return figures.per_second;
}

void bench_engine() {
  for (int const clients : {1, 16, 64}) {
    Folder const raw_folder;
    RawLoop loop(raw_folder.path() / "redress.db", contact_leaf());
    Folder const folder;
    Desk desk(folder.path());
    auto const references = desk.receive(clients);
    auto rounds = take_turns(
        [&] {
          return measure(
              1, [&](int) { loop.step(); }, one_turn);
        },
        [&] {
          return measure(
              clients, [&](int client) { desk.record_contact(references[static_cast<std::size_t>(client)]); }, one_turn);
        });
    auto const& middle = rounds[rounds.size() / 2];
    print("raw-limit-one-commit-each", 1, middle.raw);
    print("engine-handle", clients, middle.engine,
          fmt::format(",\"ratio_to_raw\":{:.2f},\"lowest\":{:.2f},\"highest\":{:.2f}", middle.ratio(), rounds.front().ratio(), rounds.back().ratio()));
  }
}

void bench_decision(Desk& desk) {
  auto const reference = desk.receive(1).front();
  auto const complaint = *desk.store->load(reference);
  auto const envelope = contact_envelope(reference);
  ports::Circumstances const circumstances{desk.clock.now(), desk.identifiers, [](Reference const&) { return true; }};
  constexpr int repetitions = 1000;
  auto const figures = measure(1, [&](int) {
    for (int i = 0; i < repetitions; ++i)
      if (!desk.workflow->decide(complaint, envelope, circumstances)) std::exit(1);
  });
  std::cout << fmt::format("{{\"bench\":\"decision\",\"per_s\":{:.0f},\"p50_us\":{:.3f},\"p99_us\":{:.3f}}}", figures.per_second * repetitions,
                           figures.p50_ms * 1000 / repetitions, figures.p99_ms * 1000 / repetitions)
            << std::endl;
}

}  // namespace redress::bench
