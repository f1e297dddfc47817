// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/listening.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <stdexcept>

namespace redress::app {
namespace {

/// What the connections must leave for the store, the journal and letters on their way out.
constexpr std::size_t descriptors_for_ourselves = 256;

std::size_t allow_many_descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return descriptors_for_ourselves;
  auto const given = limit.rlim_cur;
  limit.rlim_cur = limit.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : given;
}

std::uint16_t port_of(std::string const& text) {
  try {
    auto const port = std::stoul(text);
    if (port > 65535) throw std::out_of_range("port");
    return static_cast<std::uint16_t>(port);
  } catch (std::exception const&) {
    throw std::runtime_error("\"" + text + "\" is not a port; the address to listen on must be HOST:PORT, as in 127.0.0.1:8080");
  }
}

}  // namespace

http::Settings listening_on(std::string const& listen, http::Limits limits) {
  auto const colon = listen.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("the address to listen on must be HOST:PORT, as in 127.0.0.1:8080");
  auto const descriptors = std::max(allow_many_descriptors(), 2 * descriptors_for_ourselves);
  limits.connections = std::min(limits.connections, descriptors - descriptors_for_ourselves);
  http::Settings settings;
  settings.host = listen.substr(0, colon);
  settings.port = port_of(listen.substr(colon + 1));
  settings.limits = limits;
  return settings;
}

}  // namespace redress::app
