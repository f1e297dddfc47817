// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/simulation.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "adapters/codec/leaf.hpp"
#include "engine/domain/projection.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/good_command.hpp"

namespace redress::testing {
namespace {

constexpr std::size_t complaints_most = 20;
/// Few tries, so that some letters are given up on.
constexpr runtime::RetryPolicy impatient{std::chrono::minutes{1}, std::chrono::hours{1}, 6};

std::vector<RecordedEvent> history_of(ports::Store& store, Reference const& reference) {
  std::vector<RecordedEvent> history;
  store.read_history(reference, [&](ports::StoredLeaf const& leaf) { history.push_back(codec::open_leaf(leaf.bytes, leaf.disclosures)); });
  return history;
}

/// Chosen by chance only, or no complaint would come far.
bool ends_the_road(std::string_view command) {
  return command == "withdraw" || command == "merge" || command == "refer";
}

template <class E>
bool is_a(RecordedEvent const& recorded) {
  return std::holds_alternative<E>(recorded.event);
}

}  // namespace

Simulation::Simulation(std::uint64_t seed) : house_(seed, impatient), random_(seed), weather_(seed + 1) {}

void Simulation::run(int steps) {
  receive();
  for (int i = 0; i < steps; ++i) {
    try {
      step();
    } catch (ports::StoreFault const&) {
      // Whoever runs the clock and the outbox tries again in the next step.
    }
  }
  house_.store.heal();
}

void Simulation::step() {
  auto const chance = below(100);
  if (chance < 8)
    receive();
  else if (chance < 22)
    let_time_pass();
  else if (chance < 25)
    jump_in_time();
  else if (chance < 32)
    break_the_store();
  else if (chance < 36)
    change_the_weather();
  else if (chance < 39)
    house_.restart();
  else
    give_something();
}

void Simulation::receive() {
  if (complaints_.size() >= complaints_most) return;
  auto command = std::get<ReceiveComplaint>(good_command("receive-complaint", {}, house_.clock.now()));
  command.channel = static_cast<Channel>(below(count_of<Channel>));
  command.language = static_cast<Language>(below(count_of<Language>));
  if (below(4) == 0) command.complainant.email.clear();
  if (below(4) == 0) command.concerns_staff = {StaffId("staff-02")};
  note(house_.give({}, std::move(command), staff("staff-01")));
}

std::string Simulation::choose_command(Reference const& reference) {
  if (below(10) < 3) return std::string(one_of(all_commands()));
  auto const view = house_.engine->view(reference);
  std::vector<std::string> ready;
  for (auto const& offer : view->permitted)
    if (offer.missing.empty() && !ends_the_road(offer.name)) ready.emplace_back(offer.name);
  return ready.empty() ? "add-note" : one_of(ready);
}

Command Simulation::fill_in(std::string_view name, Complaint const& complaint) {
  if (below(10) == 0) return bare_command(name);
  auto command = good_command(name, complaint, house_.clock.now());
  if (auto* answer = std::get_if<RecordAnswer>(&command)) answer->answer = static_cast<ProposalAnswer>(below(count_of<ProposalAnswer>));
  if (auto* merge = std::get_if<Merge>(&command)) merge->into = one_of(complaints_);
  return command;
}

void Simulation::give_something() {
  static std::array const everybody{"staff-01", "staff-02", "staff-03", "staff-04", "staff-05"};
  if (complaints_.empty()) return;
  auto const reference = one_of(complaints_);
  auto const complaint = house_.store.load(reference);
  if (!complaint) return;
  auto const name = choose_command(reference);
  auto actor = below(8) == 0 ? the_clock() : staff(one_of(everybody));
  std::string key;
  if (below(5) == 0) {
    if (keys_.empty() || below(2) == 0) keys_.push_back("key-" + std::to_string(keys_.size()));
    key = one_of(keys_);
  }
  auto command = fill_in(name, *complaint);
  note(house_.give(reference, std::move(command), std::move(actor), std::move(key)));
}

void Simulation::let_time_pass() {
  static std::array<Duration, 5> const spans{std::chrono::minutes{1}, std::chrono::minutes{30}, std::chrono::hours{3}, std::chrono::hours{26},
                                             std::chrono::hours{100}};
  house_.run_until(house_.clock.now() + one_of(spans));
}

/// As the clocks of machines do, also backwards, and without anybody noticing at once.
void Simulation::jump_in_time() {
  auto const hours = static_cast<std::int64_t>(below(30)) - 5;
  house_.clock.advance(std::chrono::hours{hours});
}

void Simulation::break_the_store() {
  static std::array const moments{FaultyMoment::Begin, FaultyMoment::Write, FaultyMoment::Commit, FaultyMoment::AfterCommit, FaultyMoment::Load};
  static std::array const kinds{ports::StoreFaultKind::Unavailable, ports::StoreFaultKind::Full, ports::StoreFaultKind::Conflict};
  auto const moment = one_of(moments);
  auto const nth = 1 + static_cast<int>(below(4));
  house_.store.fail(moment, nth, one_of(kinds));
}

void Simulation::change_the_weather() {
  auto const mood = below(3);
  house_.mailer.answer([this, mood] {
    if (mood == 0) return ports::DeliveryResult::Accepted;
    return static_cast<ports::DeliveryResult>(weather_() % count_of<ports::DeliveryResult>);
  });
}

void Simulation::note(runtime::Outcome const& outcome) {
  auto const* answer = std::get_if<Answer>(&outcome);
  if (answer == nullptr) return;
  answers_.push_back(*answer);
  if (std::ranges::find(complaints_, answer->reference) == complaints_.end()) complaints_.push_back(answer->reference);
}

std::vector<std::string> Simulation::findings() {
  auto found = house_.store.verify().findings;
  for (auto const& reference : complaints_) check_history(reference, found);
  check_answers(found);
  check_letters(found);
  return found;
}

/// The complaint as it stands is what its history folds to.
void Simulation::check_history(Reference const& reference, std::vector<std::string>& findings) {
  Complaint folded;
  for (auto const& recorded : history_of(house_.store, reference)) apply(folded, recorded);
  auto const stands = house_.complaint(reference);
  if (folded.version != stands.version || !(project(folded) == project(stands))) findings.push_back(reference.value + " is not what its history says");
}

/// Whoever was told that something happened finds it in the history.
void Simulation::check_answers(std::vector<std::string>& findings) {
  std::map<Reference, std::vector<RecordedEvent>> histories;
  for (auto const& reference : complaints_) histories[reference] = history_of(house_.store, reference);
  for (auto const& answer : answers_) {
    auto const& history = histories[answer.reference];
    auto const first = answer.version - static_cast<std::int64_t>(answer.events.size());
    bool is_there = first >= 0 && answer.version <= static_cast<std::int64_t>(history.size());
    for (std::size_t i = 0; is_there && i < answer.events.size(); ++i)
      is_there = name_of(history[static_cast<std::size_t>(first) + i].event) == answer.events[i];
    if (!is_there) findings.push_back(answer.reference.value + " lost what was answered at version " + std::to_string(answer.version));
  }
}

/// Every letter that was queued has arrived, come back, still waits, or lies before a person.
void Simulation::check_letters(std::vector<std::string>& findings) {
  std::ptrdiff_t queued = 0;
  std::ptrdiff_t reported = 0;
  house_.store.read_history({}, [&](ports::StoredLeaf const& leaf) {
    auto const recorded = codec::open_leaf(leaf.bytes, leaf.disclosures);
    if (is_a<LetterQueued>(recorded) || is_a<LetterCopied>(recorded)) ++queued;
    // Reports that somebody made by hand settle nothing.
    bool const is_by_outbox = recorded.actor.via == "outbox";
    if (is_by_outbox && (is_a<LetterDelivered>(recorded) || is_a<LetterReturnedUndelivered>(recorded))) ++reported;
  });
  constexpr std::int64_t all = 1'000'000;
  auto const is_letter = [](ports::OutboxItem const& item) { return item.message.is_letter(); };
  auto const waiting = std::ranges::count_if(house_.store.due_outbox(Time::max(), all), is_letter);
  auto const incidents = std::ranges::count_if(house_.store.incidents(), is_letter);
  if (queued != reported + waiting + incidents)
    findings.push_back("of " + std::to_string(queued) + " letters, " + std::to_string(reported) + " were reported, " + std::to_string(waiting) + " wait and " +
                       std::to_string(incidents) + " lie before a person");
}

}  // namespace redress::testing
