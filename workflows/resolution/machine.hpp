// SPDX-License-Identifier: Apache-2.0
#pragma once

// The road of a complaint, from received to closed, with the side roads off it. The table is in machine.cpp: read it first.

#include "workflows/machine.hpp"

namespace redress::workflows::resolution {

/// The event by which sending the final response, and no other letter, moves the complaint.
inline constexpr std::string_view send_final_response = "send-letter (final response)";
/// The event by which a final response that came back moves the complaint.
inline constexpr std::string_view final_response_bounced = "letter-bounced (final response)";

[[nodiscard]] Machine const& machine();

}  // namespace redress::workflows::resolution
