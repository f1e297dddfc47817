// SPDX-License-Identifier: Apache-2.0
#pragma once

// Letters for people who have no mail address: each lies as `<key>.pdf` in a plain folder until someone prints and posts it, since a letter
// for paper is laid out in pages and not as a mail message. Not a printer queue.

#include <filesystem>
#include <mutex>

#include "engine/ports/mailer.hpp"

namespace redress::mail_out {

class PrintFolder : public ports::Mailer {
 public:
  explicit PrintFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The envelope is not used: whoever prints the letter finds the postal address in it.
  [[nodiscard]] ports::Delivery deliver(ports::OutgoingMessage const& message) override;

 private:
  std::filesystem::path folder_;
  std::mutex one_at_a_time_;
};

}  // namespace redress::mail_out
