// SPDX-License-Identifier: Apache-2.0
#include "tests/support/house.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "adapters/codec/command_codec.hpp"
#include "adapters/store/open_store.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

/// Nothing may keep a test busy for ever: so many things can fall due at one moment, and no more.
constexpr int most_rounds = 1000;

}  // namespace

ports::Delivery ToldMailer::deliver(ports::OutgoingMessage const& message) {
  auto const result = next_();
  sent_.push_back({message.envelope_to, std::string(message.bytes), message.key, result});
  return {result, "told to answer so"};
}

House::House(std::uint64_t seed, runtime::RetryPolicy policy) : House(resolution(), seed, policy) {}

House::House(ports::Workflow const& workflow, std::uint64_t seed, runtime::RetryPolicy policy)
    : clock(local("2026-03-02 09:00")),
      identifiers(seed),
      store(store::open_sqlite(":memory:", {identifiers, demonstration_rulebook().organisation.log_origin})),
      workflow_(workflow),
      policy_(policy) {
  spdlog::set_level(spdlog::level::off);  // faults that a test orders are no news
  build();
}

void House::build() {
  engine = std::make_unique<runtime::Engine>(store, workflow_, clock, identifiers);
  watch = std::make_unique<runtime::DeadlineWatch>(*engine);
  dispatcher = std::make_unique<runtime::Dispatcher>(*engine, runtime::Outlets{mailer, printer, systems}, policy_);
  watch->load();
}

void House::restart() {
  dispatcher.reset();
  engine.reset();
  watch.reset();
  build();
}

runtime::Outcome House::give(Reference const& reference, Command command, Actor actor, std::string key) {
  auto digest = key.empty() ? std::string{} : codec::command_digest(command);
  return engine->handle({reference, std::move(command), std::move(actor), std::nullopt, std::move(key), std::move(digest), {}});
}

Answer House::go(Reference const& reference, std::string_view command) {
  auto const now = reference.empty() ? Complaint{} : complaint(reference);
  return answer_of(give(reference, good_command(command, now, clock.now()), staff("staff-01")));
}

Reference House::receive() {
  return go({}, "receive-complaint").reference;
}

Complaint House::complaint(Reference const& reference) {
  auto found = store.load(reference);
  EXPECT_TRUE(found.has_value()) << "there is no complaint " << reference.value;
  return found.value_or(Complaint{});
}

void House::do_what_is_due() {
  for (int round = 0; round < most_rounds; ++round)
    if (watch->fire_due() + dispatcher->dispatch_due() == 0) return;
  FAIL() << "something falls due again and again at one moment";
}

void House::run_until(Time until) {
  do_what_is_due();
  for (int round = 0; round < most_rounds; ++round) {
    auto const deadline = watch->next();
    auto const message = dispatcher->next();
    auto const next = std::min(deadline.value_or(Time::max()), message.value_or(Time::max()));
    if (next > until) break;
    clock.set(std::max(next, clock.now()));
    do_what_is_due();
  }
  clock.set(std::max(until, clock.now()));
}

std::string House::all_histories() {
  std::string all;
  store.read_history({}, [&](ports::StoredLeaf const& leaf) {
    all += leaf.bytes + "\n";
    for (auto const& disclosure : leaf.disclosures) all += disclosure + "\n";
  });
  return all;
}

Answer answer_of(runtime::Outcome const& outcome) {
  auto const* answer = std::get_if<Answer>(&outcome);
  EXPECT_NE(answer, nullptr) << describe(outcome);
  return answer == nullptr ? Answer{} : *answer;
}

std::string describe(runtime::Outcome const& outcome) {
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) {
    std::string all = "refused";
    for (auto const& missing : refusal->missing) all += " " + std::string(name_of(missing.reason)) + "(" + missing.subject + ")";
    return all;
  }
  if (auto const* fault = std::get_if<runtime::Fault>(&outcome)) return "failed: " + fault->what;
  return "answered";
}

}  // namespace redress::testing
