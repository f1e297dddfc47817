// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/session.hpp"

#include "adapters/app/data_store.hpp"

namespace redress::app {
namespace {

/// A large mail, or an export of everything, takes its time.
constexpr std::chrono::seconds patience{600};

}  // namespace

Session::Session(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources) {
  std::string address;
  if (auto const server = data.running_server()) {
    address = server->address;
  } else {
    address = address_of_own(data, configuration, resources);
  }
  client_ = std::make_unique<http::Client>(address, data.token(), patience);
}

/// Or of the server, when one was just starting.
std::string Session::address_of_own(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources) {
  try {
    own_ = std::make_unique<Node>(data, configuration, resources);
    return own_->start("127.0.0.1:0");
  } catch (DirectoryTaken const&) {
    auto const server = data.running_server();
    if (!server) throw;
    return server->address;
  }
}

http::Reply Session::request(std::string_view method, std::string_view target, std::string body, std::vector<http::Header> const& headers) const {
  return client_->request(method, target, std::move(body), headers);
}

}  // namespace redress::app
