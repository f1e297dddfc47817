// SPDX-License-Identifier: Apache-2.0
#pragma once

// An SMTP server on a free port of the loopback in which things go wrong as often as a test orders, and which then goes on as it should. Many connections at
// once, with STARTTLS when it is given keys. It keeps what it was handed, also where it did not say so: a real server may have delivered that.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace redress::testing {

enum class Act {
  Say,            ///< the text in place of the usual answer; without a line end the connection is cut there
  SayLate,        ///< the text after the delay
  SayAndReset,    ///< the text, and the connection is reset at once
  Cut,            ///< the connection is closed
  ShowOtherKeys,  ///< at STARTTLS: the keys of another host
};

struct Trouble {
  std::string at;  ///< "CONNECT", a command, "BODY" for the middle of a message, "." for its end
  Act act = Act::Say;
  std::string text{};
  int times = 1;
};

class FaultySink {
 public:
  /// Certificates with their keys, PEM.
  struct Keys {
    std::filesystem::path key;
    std::filesystem::path certificate;
    std::filesystem::path other_key;
    std::filesystem::path other_certificate;
  };
  enum class Keeping { Everything, Nothing };

  explicit FaultySink(std::vector<Trouble> troubles = {}, std::optional<Keys> keys = {}, Keeping keeping = Keeping::Everything);
  FaultySink(FaultySink const&) = delete;
  FaultySink& operator=(FaultySink const&) = delete;
  ~FaultySink();

  /// Whoever connects is refused until this is called; the port is taken from the beginning.
  void listen();
  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// How long a late answer takes.
  void set_delay(std::chrono::milliseconds delay) { delay_ = delay; }

  /// The messages it was handed, as they were before dots were doubled.
  [[nodiscard]] std::vector<std::string> messages() const;
  [[nodiscard]] int connections() const;
  [[nodiscard]] int connections_open() const;
  /// How many things that were ordered have not gone wrong yet.
  [[nodiscard]] int troubles_left() const;

 private:
  struct Wire;
  using Said = std::optional<std::string>;

  void serve();
  void converse(int socket);
  void talk(Wire& wire);
  [[nodiscard]] bool take_message(Wire& wire);
  void keep(std::string const& bytes);
  void drop(std::string const& bytes);
  [[nodiscard]] bool begin_tls(Wire& wire);
  /// What was said at this point; nothing when the connection is over.
  [[nodiscard]] Said answer(Wire& wire, std::string_view at, std::string usual);
  [[nodiscard]] std::optional<Trouble> trouble_at(std::string_view at);
  [[nodiscard]] bool wait();

  std::vector<Trouble> troubles_;
  std::optional<Keys> keys_;
  Keeping keeping_;
  std::chrono::milliseconds delay_{0};
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::thread accepting_;
  mutable std::mutex mutex_;  ///< of what follows, and of troubles_
  std::condition_variable ending_;
  std::vector<std::thread> conversations_;
  std::set<int> open_;
  std::vector<std::string> messages_;
  int connections_ = 0;
  bool is_ending_ = false;
};

}  // namespace redress::testing
