// SPDX-License-Identifier: Apache-2.0
#pragma once

// One node of Redress, wired together: the store, the rules, the workflow, the engine and everything that works beside it. This is the composition root;
// nothing else knows all the parts.

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "adapters/app/configuration.hpp"
#include "adapters/app/resources.hpp"
#include "adapters/http/broadcast.hpp"
#include "adapters/http/server.hpp"
#include "adapters/system/data_directory.hpp"
#include "engine/ports/store.hpp"
#include "engine/runtime/access_desk.hpp"

namespace redress::app {

class Node {
 public:
  /// Takes the data directory for this process; waits for a command that has it for a moment. Throws when another has it for good, or when a rule, a template
  /// or the store cannot be used; the text says what to do.
  Node(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources);
  ~Node();  ///< stops

  /// Starts the workers and the API on HOST:PORT (port 0: any that is free); answers the address it listens on.
  std::string start(std::string const& listen);
  /// Takes the mail out of the mailboxes of the settings, until stop(). After start(); a node that lives for one command does without.
  void watch_mailboxes();
  /// Lets what was begun end: waiting mail is filed, every command answered.
  void stop();
  /// Whether no complaint was ever received and no mail ever came.
  [[nodiscard]] bool is_new() const;
  /// Who may log in; before start(), too.
  [[nodiscard]] runtime::AccessDesk& access_desk();
  /// Where the code stands that makes the first administrator; empty when there are users. Known once the node has started.
  [[nodiscard]] std::filesystem::path first_administrator_code() const;
  /// Durable when it returns.
  void take_mail(std::string_view raw, std::string const& inlet);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace redress::app
