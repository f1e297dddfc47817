// SPDX-License-Identifier: Apache-2.0
#pragma once

// A request as a handler sees it and the answer it gives, free of the library that carries them over the wire. Header names are matched
// in capitals or small letters alike; the values of an answer's headers are checked for control characters when it is written.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/runtime/caller.hpp"

namespace redress::http {

struct Header {
  std::string name;
  std::string value;

  friend bool operator==(Header const&, Header const&) = default;
};

struct Request {
  std::string method;
  std::string path;                          ///< decoded, without the query
  std::map<std::string, std::string> query;  ///< decoded; the last of a repeated name
  std::vector<Header> headers;
  std::map<std::string, std::string> captured;  ///< what stands in the places of the route's pattern: "reference" for {reference}
  std::string body;
  std::string peer;        ///< the address at the other end of the connection; empty when it is not known
  runtime::Caller caller;  ///< whoever asks, once the router has admitted them

  /// Empty when there is no such header. Repeated headers are joined with commas, as RFC 9110 allows.
  [[nodiscard]] std::string header(std::string_view name) const;
  [[nodiscard]] std::string query_value(std::string const& name) const;
  /// What the pattern captured under that name; empty when it has no such place.
  [[nodiscard]] std::string captured_value(std::string const& name) const;
};

class Listener;

struct Response {
  unsigned status = 200;
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<Listener> stream;  ///< when given, the answer never ends: what the listener hears is written as server-sent events
  /// Instead of `body`, for what many are given: a thousand who read slowly then hold one copy of it, not a thousand.
  std::shared_ptr<std::string const> shared_body = nullptr;
};

[[nodiscard]] inline std::string_view body_of(Response const& response) {
  return response.shared_body ? *response.shared_body : response.body;
}

/// Gives the answer, exactly once, from any thread. What it is given is composed on the server's own threads; an exception thrown there
/// becomes a problem.
using Answered = std::function<void(std::function<Response()>)>;

/// The request outlives the answer. A handler does not wait for anything, unless its route says that it is slow.
using Handler = std::function<void(Request const&, Answered)>;

[[nodiscard]] bool same_header_name(std::string_view one, std::string_view other);

/// Splits a request target into path and query and decodes both; empty when the target is malformed: not absolute, a wrong escape, a NUL or
/// a byte that is not UTF-8 after decoding is the caller's to judge.
struct Target {
  std::string path;
  std::map<std::string, std::string> query;
};
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

}  // namespace redress::http
