// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/deadlines_bench.hpp"

#include <array>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

#include <fmt/format.h>
#include <sqlite3.h>

#include "adapters/store/open_store.hpp"
#include "engine/runtime/deadline_watch.hpp"
#include "tests/bench/desk.hpp"
#include "tests/bench/measurement.hpp"
#include "tests/simulation/brief_letters.hpp"
#include "tests/simulation/memory_store.hpp"
#include "tests/simulation/year.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::int64_t at_a_time = 100;
/// The deadlines of one complaint: how long after it came in they end.
constexpr std::array deadlines_of_each{std::chrono::hours{24}, std::chrono::hours{72}, std::chrono::hours{24 * 21}, std::chrono::hours{24 * 56}};

/// Writes rows straight into the tables of a store, as many complaints would leave them that came in a minute after one another. No history stands
/// behind them: nobody reads it here.
class Filler {
 public:
  explicit Filler(std::filesystem::path const& file) {
    check(sqlite3_open(file.c_str(), &database_), "open the store");
    run("PRAGMA synchronous = OFF; BEGIN; DELETE FROM deadline; CREATE TEMP TABLE sample AS SELECT * FROM complaint");
    prepare(name_, "UPDATE sample SET id = ?, reference = ?");
    prepare(complaint_, "INSERT INTO complaint SELECT * FROM sample");
    prepare(deadline_, "INSERT INTO deadline (complaint_id, name, promise, due_at, warn_at, state, warned) VALUES (?, ?, '', ?, ?, 'running', 0)");
  }
  ~Filler() {
    for (auto* statement : {name_, complaint_, deadline_}) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }

  void fill(std::int64_t deadlines) {
    for (std::int64_t i = 0; i < deadlines / static_cast<std::int64_t>(deadlines_of_each.size()); ++i) add_complaint(i);
    run("COMMIT");
  }

 private:
  static void check(int result, char const* what) {
    if (result != SQLITE_OK && result != SQLITE_DONE) throw std::runtime_error(std::string("SQLite cannot ") + what);
  }
  void run(char const* statements) { check(sqlite3_exec(database_, statements, nullptr, nullptr, nullptr), statements); }
  void prepare(sqlite3_stmt*& statement, char const* text) { check(sqlite3_prepare_v2(database_, text, -1, &statement, nullptr), text); }
  static void bind(sqlite3_stmt* statement, int place, std::string const& text) { sqlite3_bind_text(statement, place, text.c_str(), -1, SQLITE_TRANSIENT); }
  static void step(sqlite3_stmt* statement) {
    check(sqlite3_step(statement), "write a row");
    sqlite3_reset(statement);
  }

  void add_complaint(std::int64_t number) {
    auto const id = fmt::format("0197a000-0000-7000-8000-{:012}", number);
    bind(name_, 1, id);
    bind(name_, 2, fmt::format("R-{:09}", number));
    step(name_);
    step(complaint_);
    auto const received = Time{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}} + std::chrono::minutes{number};
    for (std::size_t i = 0; i < deadlines_of_each.size(); ++i) {
      bind(deadline_, 1, id);
      bind(deadline_, 2, fmt::format("deadline-{}", i));
      sqlite3_bind_int64(deadline_, 3, (received + deadlines_of_each[i]).time_since_epoch().count());
      sqlite3_bind_int64(deadline_, 4, (received + deadlines_of_each[i] / 2).time_since_epoch().count());
      step(deadline_);
    }
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* name_ = nullptr;
  sqlite3_stmt* complaint_ = nullptr;
  sqlite3_stmt* deadline_ = nullptr;
};

/// A store with one complaint, in which then so many deadlines run.
std::unique_ptr<Desk> filled_desk(std::filesystem::path const& folder, std::int64_t deadlines) {
  static_cast<void>(Desk(folder).receive(1));
  Filler(folder / "redress.db").fill(deadlines);
  return std::make_unique<Desk>(folder);
}

/// Goes through all of them, a hundred at a time, and then from the beginning.
Figures take_hundreds(ports::Store& store) {
  ports::DeadlinePlace after;
  return measure(1, [&](int) {
    auto const next = store.next_deadlines(after, at_a_time);
    after = {};
    if (next.size() < at_a_time) return;
    auto const& last = next.back();
    after = {next_at(last.row), last.complaint, last.row.name, last.row.promise};
  });
}

std::string watch_figures(runtime::Engine& engine) {
  runtime::DeadlineWatch watch(engine);
  auto const begin = Steady::now();
  watch.load();
  auto const took = std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
  return fmt::format(",\"watch_start_ms\":{:.2f},\"held_in_memory\":{}", took, watch.held());
}

/// From the planning of the year to its end, the store's making included.
void run_year(std::string_view store, std::size_t complaints, std::function<std::unique_ptr<testing::Year>()> const& planned) {
  auto const begin = Steady::now();
  auto const year = planned();
  year->run();
  auto const seconds = std::chrono::duration<double>(Steady::now() - begin).count();
  auto const& ledger = year->ledger();
  std::cout << fmt::format(
                   "{{\"bench\":\"year\",\"store\":\"{}\",\"concurrency\":1,\"complaints\":{},\"commands\":{},\"warnings\":{},\"ends\":{},"
                   "\"late_after_downtime\":{},\"still_running\":{},\"per_s\":{:.0f},\"seconds\":{:.1f}}}",
                   store, complaints, year->commands(), ledger.warned(), ledger.passed(), ledger.late(), ledger.running(),
                   static_cast<double>(year->commands()) / seconds, seconds)
            << std::endl;
  if (auto const findings = year->findings(); !findings.empty())
    throw std::logic_error(fmt::format("{} deadlines did not fire as they must; the first: {}", findings.size(), findings.front()));
}

}  // namespace

void bench_deadlines() {
  double few_ms = 0;
  for (std::int64_t const open : {10'000, 1'000'000}) {
    Folder const folder;
    auto const desk = filled_desk(folder.path(), open);
    auto const figures = take_hundreds(*desk->store);
    auto const ratio = few_ms == 0 ? std::string() : fmt::format(",\"ratio_to_10000\":{:.2f}", figures.p50_ms / few_ms);
    few_ms = few_ms == 0 ? figures.p50_ms : few_ms;
    print("deadlines-next-hundred", 1, figures, fmt::format(",\"open\":{}{}{}", open, watch_figures(*desk->engine), ratio));
  }
}

void bench_year() {
  auto const* told = std::getenv("REDRESS_SIMULATION_COMPLAINTS");
  auto const complaints = told == nullptr ? 100'000 : std::stoull(told);
  testing::BriefLetters const letters(testing::demonstration_letters());
  testing::BriefNotices const notices(testing::demonstration_notices());
  run_year("memory", complaints, [&] { return std::make_unique<testing::Year>(2026, complaints, std::make_unique<testing::MemoryStore>(), letters, notices); });
  Folder const folder;
  run_year("sqlite", complaints / 10, [&] { return std::make_unique<testing::Year>(2026, complaints / 10, folder.path() / "year.db"); });
}

}  // namespace redress::bench
