// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sending_house.hpp"

#include <algorithm>
#include <thread>

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "adapters/store/open_store.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {

ports::Delivery NotingMailer::deliver(ports::OutgoingMessage const& message) {
  auto delivery = mailer_.deliver(message);
  std::scoped_lock const lock(mutex_);
  answers_[message.key].push_back(delivery.result);
  return delivery;
}

int NotingMailer::count(ports::DeliveryResult result, std::string const& key) const {
  std::scoped_lock const lock(mutex_);
  std::ptrdiff_t count = 0;
  for (auto const& [id, answers] : answers_)
    if (key.empty() || key == id) count += std::ranges::count(answers, result);
  return static_cast<int>(count);
}

SendingHouse::SendingHouse(std::filesystem::path const& folder, ports::Mailer& mailer, runtime::SendingLimits limits, runtime::RetryPolicy policy)
    : clock(local("2026-03-02 09:00")), limits_(limits) {
  spdlog::set_level(spdlog::level::off);  // faults that a test orders are no news
  std::filesystem::create_directories(folder);
  store = store::open_sqlite(folder / "redress.db", {identifiers, demonstration_rulebook().organisation.log_origin});
  engine = std::make_unique<runtime::Engine>(*store, resolution(), clock, identifiers);
  dispatcher = std::make_unique<runtime::Dispatcher>(*engine, runtime::Outlets{mailer, printer, systems}, policy);
  couriers = std::make_unique<runtime::Couriers>(*engine, *dispatcher, limits_);
  engine->on_committed([this](std::vector<runtime::Committed> const& all) {
    if (couriers && std::ranges::any_of(all, [](auto const& one) { return one.messages > 0; })) couriers->wake();
  });
  engine->start();
}

void SendingHouse::start() {
  couriers->start();
}

void SendingHouse::restart_couriers() {
  couriers->stop();
  couriers = std::make_unique<runtime::Couriers>(*engine, *dispatcher, limits_);
  couriers->start();
}

Reference SendingHouse::queue_letter(std::string const& to) {
  auto received = std::get<ReceiveComplaint>(good_command("receive-complaint", {}, clock.now()));
  received.complainant.email = to;
  auto const reference = answer_of(engine->handle({{}, received, staff("staff-01"), {}, {}, {}, {}})).reference;
  auto const complaint = store->load(reference).value_or(Complaint{});
  (void)answer_of(engine->handle({reference, good_command("acknowledge", complaint, clock.now()), staff("staff-01"), {}, {}, {}, {}}));
  return reference;
}

bool SendingHouse::comes_true(std::function<bool()> const& condition) {
  auto const end = std::chrono::steady_clock::now() + std::chrono::minutes{1};
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  return true;
}

LetterState SendingHouse::letter_state(Reference const& reference) {
  auto const complaint = store->load(reference).value_or(Complaint{});
  auto const* const letter = newest_letter(complaint, LetterKind::Acknowledgement);
  EXPECT_NE(letter, nullptr);
  return letter == nullptr ? LetterState::Queued : letter->state;
}

}  // namespace redress::testing
