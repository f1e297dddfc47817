// SPDX-License-Identifier: Apache-2.0
#pragma once

// One child process that reads mail, and the socket to it. It is killed, with whatever it started, when this object goes.

#include <sys/types.h>

#include <chrono>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mail_in/descriptor.hpp"
#include "adapters/mail_in/mail_frames.hpp"

namespace redress::mail_in {

enum class ReaderTrouble {
  DidNotStart,
  Died,           ///< the process ended, or closed its end
  UsedUpItsTime,  ///< the process ended for the processor time that one mail may take
  TookTooLong,
  AnsweredNonsense,
};

class ReaderProcess {
 public:
  ReaderProcess() = default;
  ReaderProcess(ReaderProcess&& other) noexcept;
  ReaderProcess& operator=(ReaderProcess&& other) noexcept;
  ~ReaderProcess();

  /// Runs `command` (program and arguments; no shell, no search in PATH) with one end of a socket as standard input and output, no other
  /// file of ours, and none of our environment.
  [[nodiscard]] static std::expected<ReaderProcess, ReaderTrouble> start(std::vector<std::string> const& command);

  [[nodiscard]] bool running() const { return pid_ > 0; }
  [[nodiscard]] int exchanges() const { return exchanges_; }
  /// One mail with what is wanted of it, and the answer as it stands in its frame. After trouble the process is of no more use.
  [[nodiscard]] std::expected<std::string, ReaderTrouble> exchange(Wanted wanted, std::string_view raw, std::chrono::milliseconds patience);

 private:
  [[nodiscard]] std::expected<std::string, ReaderTrouble> try_exchange(Wanted wanted, std::string_view raw, std::chrono::milliseconds patience);
  /// Ends the process, when it has not ended by itself; answers how it ended, as waitpid(2) does.
  int end();

  Descriptor socket_;
  pid_t pid_ = -1;
  int exchanges_ = 0;
};

}  // namespace redress::mail_in
