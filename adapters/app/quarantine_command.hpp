// SPDX-License-Identifier: Apache-2.0
#pragma once

// `redress quarantine list|show|release|file|discard`: what stands in quarantine, and deciding about it.

#include <optional>
#include <string>
#include <string_view>

#include "adapters/app/session.hpp"

namespace redress::app {

/// As it was asked; what the command does not need stays empty.
struct QuarantineQuestion {
  std::string action;
  std::string mail;
  std::string reference;
  std::string state = "undecided";
  std::string after;
  std::string limit;
  std::string staff;
  std::string reason;
  std::string name, email, narrative;
  std::string out;  ///< where `show` writes the bytes of the mail
};

/// Empty when there is nothing to say but the bytes, which were written.
[[nodiscard]] std::optional<http::Reply> ask_quarantine(QuarantineQuestion const& question, Session const& session);

}  // namespace redress::app
