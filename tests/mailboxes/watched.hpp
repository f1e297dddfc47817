// SPDX-License-Identifier: Apache-2.0
#pragma once

// An inlet on a scripted server, run by a thread of its own, and what came of it.

#include <chrono>
#include <fstream>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "adapters/mailboxes/mailbox_inlet.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::tests {

class Watched {
 public:
  using Accepting = std::function<void(std::string_view)>;

  explicit Watched(
      mailboxes::Protocol protocol, std::uint16_t port, Accepting accepting = [](std::string_view) {}, mailboxes::TlsPolicy tls = mailboxes::TlsPolicy::None)
      : inlet_(settings_for(protocol, port, tls),
               [this, accepting = std::move(accepting)](std::string_view raw) {
                 std::scoped_lock const alone(mutex_);
                 accepted_.emplace_back(raw);
                 accepting(raw);
               }),
        thread_([this] { inlet_.run(); }) {}
  ~Watched() {
    inlet_.stop();
    thread_.join();
  }

  [[nodiscard]] mailboxes::MailboxHealth health() const { return inlet_.health(); }
  /// Everything that accept was called with, durable or not.
  [[nodiscard]] std::vector<std::string> accepted() const {
    std::scoped_lock const alone(mutex_);
    return accepted_;
  }
  /// Whether it became so, before patience ended.
  [[nodiscard]] static bool becomes(std::function<bool()> const& so) {
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!so() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return so();
  }

 private:
  mailboxes::MailboxSettings settings_for(mailboxes::Protocol protocol, std::uint16_t port, mailboxes::TlsPolicy tls) {
    std::filesystem::create_directories(folder_.path());
    std::ofstream(folder_.path() / "password") << "correct horse\n";
    mailboxes::MailboxSettings settings;
    settings.name = "claims";
    settings.protocol = protocol;
    settings.host = "127.0.0.1";
    settings.port = port;
    settings.tls = tls;
    settings.user = "claims";
    settings.password_file = folder_.path() / "password";
    settings.every = std::chrono::milliseconds(10);
    settings.message_limit_bytes = 1000;
    settings.connect_timeout = std::chrono::hours(1);
    settings.silence_timeout = std::chrono::seconds(5);  // longer than a machine with much to do may pause
    return settings;
  }

  testing::TemporaryFolder folder_{"mailbox"};
  mutable std::mutex mutex_;
  std::vector<std::string> accepted_;
  mailboxes::MailboxInlet inlet_;
  std::thread thread_;
};

}  // namespace redress::tests
