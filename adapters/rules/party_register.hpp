// SPDX-License-Identifier: Apache-2.0
#pragma once

// The organisation's books as a file of lines of JSON, one for each person or firm (docs/reference/configuration.md), kept in memory and searched by what
// a sender shares with them. The file is read whole and checked at start; nobody in it is skipped. It is read again when it changes: who asks after that is
// answered from the new one. One that cannot be read, or has a mistake in it, is told of, and the one before it stays in use.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/rules/rules.hpp"
#include "engine/ports/party_register.hpp"

namespace redress::rules {

class FilePartyRegister final : public ports::PartyRegister {
 public:
  /// Told of a new file that cannot be used, as the fault says it; on the thread that asks.
  using OnMistake = std::function<void(std::string const& mistake)>;

  /// Throws RuleFault with file and line, and without a word of what stands there. Whether the file changed is looked up no more often than `look_every`.
  FilePartyRegister(
      std::filesystem::path const& file, Organisation const& organisation, OnMistake on_mistake = [](std::string const&) {},
      std::chrono::milliseconds look_every = std::chrono::seconds{5});
  ~FilePartyRegister() override;

  [[nodiscard]] std::vector<ports::SharedSigns> sharing(ports::IdentityClues const& clues) const override;

 private:
  struct Books;
  /// What tells one state of the file from another.
  struct Stamp {
    std::filesystem::file_time_type written_at;
    std::uintmax_t size = 0;

    friend bool operator==(Stamp const&, Stamp const&) = default;
  };
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] std::shared_ptr<Books const> read() const;
  [[nodiscard]] Stamp stamp() const;
  [[nodiscard]] std::shared_ptr<Books const> current() const;
  [[nodiscard]] bool has_changed() const;
  void read_again() const;

  std::filesystem::path file_;
  Organisation organisation_;
  OnMistake on_mistake_;
  std::chrono::milliseconds look_every_;
  mutable std::mutex mutex_;  ///< of what follows; nobody reads the file under it
  mutable Stamp stamp_;
  mutable Clock::time_point looked_at_;
  mutable std::shared_ptr<Books const> books_;
};

}  // namespace redress::rules
