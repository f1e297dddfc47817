// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a command of the command line reaches a node: the server that runs on the data directory when there is one, and otherwise a node of its own for as
// long as the command takes. Either way it is the same API, so the two cannot come to differ.

#include <memory>
#include <string>
#include <vector>

#include "adapters/app/configuration.hpp"
#include "adapters/app/node.hpp"
#include "adapters/app/resources.hpp"
#include "adapters/http/client.hpp"
#include "adapters/system/data_directory.hpp"

namespace redress::app {

class Session {
 public:
  Session(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources);

  [[nodiscard]] http::Reply request(std::string_view method, std::string_view target, std::string body = {},
                                    std::vector<http::Header> const& headers = {}) const;

 private:
  [[nodiscard]] std::string address_of_own(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources);

  std::unique_ptr<Node> own_;
  std::unique_ptr<http::Client> client_;
};

}  // namespace redress::app
