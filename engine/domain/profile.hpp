// SPDX-License-Identifier: Apache-2.0
#pragma once

// A profile: the rules of a regime, as numbers. Profiles are data (workflows/profiles/*.toml), each number with its source; a complaint keeps the profile
// it was received under.

#include <cstdint>
#include <string>

#include "engine/domain/channel.hpp"
#include "engine/domain/deadline.hpp"

namespace redress {

struct Profile {
  std::string name;
  Period acknowledge_fast;      ///< on channels where people wait: phone, chat, social, e-mail, web form
  Period acknowledge_slow;      ///< by post and in person
  Period talk;                  ///< until somebody has talked with the complainant
  Period final_response;        ///< until the final response is sent
  std::int64_t extensions = 1;  ///< how often the final response may be extended
  Period extension_at_most;     ///< how far one extension may go
  Period information_within;    ///< how long we wait for what we asked the complainant; then the clock runs again
  Period warn_before;           ///< how long before a deadline its owner is warned

  [[nodiscard]] Period acknowledge_within(Channel channel) const {
    return channel == Channel::Post || channel == Channel::InPerson ? acknowledge_slow : acknowledge_fast;
  }
};

}  // namespace redress
