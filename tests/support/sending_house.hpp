// SPDX-License-Identifier: Apache-2.0
#pragma once

// The house as it sends: the engine with its threads on a real store in a file, and couriers that take the letters to a mailer of the test's own.

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "adapters/system/random_identifiers.hpp"
#include "engine/runtime/couriers.hpp"
#include "tests/support/house.hpp"
#include "tests/support/running_clock.hpp"

namespace redress::testing {

/// Notes what another mailer answers. From many threads.
class NotingMailer final : public ports::Mailer {
 public:
  explicit NotingMailer(ports::Mailer& mailer) : mailer_(mailer) {}

  [[nodiscard]] ports::Delivery deliver(ports::OutgoingMessage const& message) override;
  /// How often that was answered, of one message or of all.
  [[nodiscard]] int count(ports::DeliveryResult result, std::string const& key = {}) const;

 private:
  ports::Mailer& mailer_;
  mutable std::mutex mutex_;
  std::map<std::string, std::vector<ports::DeliveryResult>> answers_;
};

class SendingHouse {
 public:
  /// The mailer outlives the house. Nothing is sent before start().
  SendingHouse(std::filesystem::path const& folder, ports::Mailer& mailer, runtime::SendingLimits limits, runtime::RetryPolicy policy);

  /// A complaint from that address, acknowledged: its letter is in the outbox.
  Reference queue_letter(std::string const& to);
  void start();
  /// The couriers end and others begin, as after a restart.
  void restart_couriers();
  /// Whether it came true within a minute.
  [[nodiscard]] static bool comes_true(std::function<bool()> const& condition);
  [[nodiscard]] bool sends_all() {
    return comes_true([this] { return store->outbox_length() == 0; });
  }
  [[nodiscard]] LetterState letter_state(Reference const& reference);
  /// The bytes that were frozen when the letter was queued.
  [[nodiscard]] std::string frozen(Reference const& reference) { return store->frozen_message(reference, LetterId("letter-1"), Route::Mail).value_or(""); }

  RunningClock clock;
  system::RandomIdentifiers identifiers;
  ToldMailer printer;
  ToldMailer systems;
  std::unique_ptr<ports::Store> store;
  std::unique_ptr<runtime::Engine> engine;
  std::unique_ptr<runtime::Dispatcher> dispatcher;
  std::unique_ptr<runtime::Couriers> couriers;

 private:
  runtime::SendingLimits limits_;
};

}  // namespace redress::testing
