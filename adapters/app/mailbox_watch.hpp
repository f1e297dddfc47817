// SPDX-License-Identifier: Apache-2.0
#pragma once

// The mailboxes of the settings, each watched by a thread of its own: a server that does not answer holds up no other.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "adapters/mailboxes/mailbox_inlet.hpp"

namespace redress::app {

class MailboxWatch {
 public:
  /// `accept` is called from every thread.
  MailboxWatch(std::vector<mailboxes::MailboxSettings> const& settings, std::function<void(std::string_view raw, std::string const& inlet)> accept);
  ~MailboxWatch();  ///< stops

  void start();
  /// Returns when no mail is in our hands any more.
  void stop();
  /// As Prometheus reads it.
  [[nodiscard]] std::string figures() const;

 private:
  std::vector<std::unique_ptr<mailboxes::MailboxInlet>> inlets_;
  std::vector<std::thread> threads_;
};

}  // namespace redress::app
