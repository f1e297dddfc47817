// SPDX-License-Identifier: Apache-2.0
#pragma once

// Hands one finished message to the world. The bytes were frozen when the letter was queued: an implementation adds nothing and changes nothing, so that
// a repetition is byte-identical. It tries once; retrying is the dispatcher's business.

#include <array>
#include <string>
#include <string_view>

namespace redress::ports {

struct OutgoingMessage {
  std::string envelope_from;  ///< empty for the null return path
  std::string envelope_to;
  std::string_view bytes;  ///< for mail RFC 5322, CRLF only; for print a PDF
  std::string key;         ///< the same for every attempt at the same message; a file name may be made of it: [0-9a-z-]
};

enum class DeliveryResult {
  Accepted,   ///< the other side took responsibility
  Later,      ///< refused for now, or nobody there: try again
  Refused,    ///< refused for good: a person must look
  Ambiguous,  ///< the bytes went out and no answer came: try again with the same bytes (RFC 1047)
};

constexpr auto names_of(DeliveryResult) {
  return std::array<std::string_view, 4>{"accepted", "later", "refused", "ambiguous"};
}

struct Delivery {
  DeliveryResult result = DeliveryResult::Later;
  std::string reply;  ///< what the other side said, or what went wrong, in one line; addresses are struck out
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  /// Never throws for what the world does; that is an answer.
  [[nodiscard]] virtual Delivery deliver(OutgoingMessage const& message) = 0;
};

}  // namespace redress::ports
