// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tells systems of ours what they must know, by HTTP POST. Each attempt at a message has the same body and the same Redress-Delivery, so that a receiver
// can leave a repetition alone; it is signed as it goes out, and the secret stands nowhere but in its file.

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/ports/mailer.hpp"

namespace redress::webhooks {

struct Receiver {
  std::string name;                   ///< what the envelope names
  std::string url;                    ///< https, or http to this machine
  std::filesystem::path secret_file;  ///< read at every attempt, so that a new secret needs no restart; its last line end is not part of it. Empty: unsigned
};

struct Patience {
  std::chrono::milliseconds connect = std::chrono::seconds(5);
  std::chrono::milliseconds send = std::chrono::seconds(10);
  std::chrono::milliseconds receive = std::chrono::seconds(10);
};

class WebhookMailer : public ports::Mailer {
 public:
  /// Throws std::invalid_argument, naming the receiver and not its address, when an address is none that a message may go to.
  explicit WebhookMailer(std::vector<Receiver> receivers, Patience patience = {});

  /// Posts the bytes, JSON, to the receiver that `envelope_to` names. Accepted: it answered 2xx. Refused: it answered 3xx or 4xx, for a redirection is never
  /// followed, or nobody knows the receiver. Later: 408, 425, 429 or 5xx, nobody there, not trusted, or the secret cannot be read. Ambiguous: the message was
  /// on its way and no answer came. From many threads.
  [[nodiscard]] ports::Delivery deliver(ports::OutgoingMessage const& message) override;

 private:
  std::vector<Receiver> receivers_;
  Patience patience_;
};

}  // namespace redress::webhooks
