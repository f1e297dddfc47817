// SPDX-License-Identifier: Apache-2.0
#pragma once

// The ways a complaint comes in and an answer goes out. Rule 1 of the method: answer on the channel the complainant chose, unless they asked for another.

#include <array>
#include <string_view>

namespace redress {

enum class Channel { Email, Phone, WebForm, Chat, Social, Post, InPerson };

constexpr auto names_of(Channel) {
  return std::array<std::string_view, 7>{"email", "phone", "web-form", "chat", "social", "post", "in-person"};
}

/// Whether an answer on this channel is written and mailed by us; on the others a person gives it, and it is recorded as a contact.
[[nodiscard]] constexpr bool is_answered_by_mail(Channel channel) {
  return channel == Channel::Email || channel == Channel::WebForm;
}

}  // namespace redress
