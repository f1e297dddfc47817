// SPDX-License-Identifier: Apache-2.0
#pragma once

// Listens, reads requests, has the router's handlers answer them and writes the answers. A few threads carry every connection; whatever a
// client does or leaves undone, it is done with by an absolute deadline, and when there are too many connections, whoever kept us waiting longest
// has to go (docs/decisions/0030). It listens on the loopback interface only, for as long as people
// cannot log in.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "adapters/http/framing.hpp"
#include "adapters/http/limits.hpp"
#include "adapters/http/router.hpp"

namespace redress::http {

/// The server cannot listen there. The text names the address and the reason.
class ServerFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One request that was answered, without anything that says whom it was about.
struct Observation {
  std::string_view method;
  std::string_view route;  ///< the pattern, not the path; "none" when no route answers it
  unsigned status = 0;
};

struct Settings {
  std::string host = "127.0.0.1";  ///< a loopback address, or "localhost"
  std::uint16_t port = 8080;       ///< 0: any free one
  std::size_t threads = 2;
  HeadLimits head;
  Limits limits;
  std::chrono::seconds stopping_deadline{10};  ///< for answers that are under way when the server stops
  std::chrono::seconds heartbeat{15};          ///< between two signs of life on a stream
  std::function<void(Observation const&)> observe = [](Observation const&) {};
};

class Server {
 public:
  /// Listens at once, answers from start() on. Throws ServerFault.
  Server(Settings settings, Router router);
  ~Server();  ///< stops
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  void start();
  /// Takes no new requests, gives the answers that are under way, and returns when nothing runs any more. Handlers that were called must
  /// still be able to answer: stop the server before what it serves.
  void stop();

  [[nodiscard]] std::uint16_t port() const;
  /// "http://127.0.0.1:8080"
  [[nodiscard]] std::string address() const;

 private:
  std::unique_ptr<class Listening> listening_;
};

}  // namespace redress::http
