// SPDX-License-Identifier: Apache-2.0
#pragma once

// A year of a house, by a clock that jumps to the next moment at which the house looks and something has come up: complaints come in by all channels and under
// every profile; of some nothing becomes, others are acknowledged, stand still while the complainant is asked, are extended, withdrawn, or go the whole road;
// and now and then the house is down for hours or days. One thread, one store; everything follows from the seed.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <queue>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/system/manual_clock.hpp"
#include "adapters/system/seeded_identifiers.hpp"
#include "engine/runtime/deadline_watch.hpp"
#include "engine/runtime/engine.hpp"
#include "tests/simulation/deadline_ledger.hpp"
#include "workflows/resolution/workflow.hpp"

namespace redress::testing {

/// Takes each new complaint in under the next profile; later commands follow the profile of their complaint. A command of a person has only its name: what is
/// in it is what a sensible person would put there who sees the complaint as it stands.
class EveryProfile final : public ports::Workflow {
 public:
  EveryProfile(ports::LetterWriter const& letters, ports::NoticeWriter const& notices);

  [[nodiscard]] std::expected<Decision, Refusal> decide(Complaint const& complaint, CommandEnvelope const& envelope,
                                                        ports::Circumstances const& circumstances) const override;
  [[nodiscard]] std::vector<ports::PermittedCommand> permitted(Complaint const& complaint, Time now, StaffId const& actor) const override {
    return workflows_[next_]->permitted(complaint, now, actor);
  }
  [[nodiscard]] std::vector<Missing> proofread(Complaint const&, LetterId const&, Time) const override { return {}; }
  [[nodiscard]] ports::Rulebook const& rulebook() const override { return workflows_[next_]->rulebook(); }

 private:
  std::vector<std::unique_ptr<workflows::ResolutionWorkflow>> workflows_;
  mutable std::size_t next_ = 0;  ///< whose turn it is
};

class Year {
 public:
  /// In a real store, with real letters. The store is a file of this name, or ":memory:".
  Year(std::uint64_t seed, std::size_t complaints, std::filesystem::path const& store);
  /// In a given store, with letters by these writers, which outlive the year.
  Year(std::uint64_t seed, std::size_t complaints, std::unique_ptr<ports::Store> store, ports::LetterWriter const& letters, ports::NoticeWriter const& notices);

  void run();

  [[nodiscard]] std::vector<std::string> findings() const { return ledger_.findings(clock_.now()); }
  [[nodiscard]] DeadlineLedger const& ledger() const { return ledger_; }
  [[nodiscard]] ports::Store& store() { return *store_; }
  [[nodiscard]] std::size_t commands() const { return commands_; }
  [[nodiscard]] std::size_t refused() const { return refused_; }
  [[nodiscard]] std::size_t downtimes() const { return downtimes_; }

 private:
  using Road = std::vector<std::string_view>;
  struct Plan {
    Time at;
    std::size_t number = 0;  ///< of the complaint, in the order of their coming in
    Road const* road = nullptr;
    std::size_t step = 0;

    /// A heap has its largest on top: the earliest plan is the largest.
    friend bool operator<(Plan const& left, Plan const& right) { return left.at != right.at ? left.at > right.at : left.number > right.number; }
  };
  struct Downtime {
    Time from;
    Time until;
  };

  [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  [[nodiscard]] Duration some_time(Duration most);
  [[nodiscard]] Road const& choose_road();
  [[nodiscard]] std::optional<Time> next_moment();
  [[nodiscard]] Time next_look(Time moment) const;

  void begin(std::size_t complaints);
  void plan_everything(std::size_t complaints);
  void start_house();
  void be_down(Downtime const& downtime);
  void fire(DeadlineLedger::Punctuality punctuality);
  void do_planned();
  [[nodiscard]] CommandEnvelope envelope_for(Plan const& plan);
  void take_note(Plan const& plan, runtime::Outcome const& outcome);

  std::mt19937_64 random_;
  Time begin_;
  system::ManualClock clock_;
  system::SeededIdentifiers identifiers_;
  std::unique_ptr<ports::Store> store_;
  EveryProfile workflow_;
  DeadlineLedger ledger_;
  std::unique_ptr<runtime::Engine> engine_;
  std::unique_ptr<runtime::DeadlineWatch> watch_;
  std::priority_queue<Plan> plans_;
  std::vector<Downtime> planned_downtimes_;  ///< the latest first
  std::vector<Reference> references_;
  std::size_t commands_ = 0;
  std::size_t refused_ = 0;
  std::size_t downtimes_ = 0;
};

}  // namespace redress::testing
