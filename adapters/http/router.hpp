// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds who answers a request. A pattern is a path in which a part in braces stands for any one segment: "/api/v1/complaints/{reference}".
// Whether a request is admitted is decided on its head alone, so that nobody can make us read a body who may not speak to us.

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "adapters/http/message.hpp"
#include "adapters/http/need.hpp"

namespace redress::http {

enum class Pace {
  Quick,    ///< answers at once or from elsewhere; runs on the threads that carry the connections
  Slow,     ///< waits for a disk; runs on threads of its own, a few such requests at a time
  Lengthy,  ///< waits for a stranger's mail to be read, for seconds perhaps; runs on another thread of its own, so that it holds up nobody who is slow
};

struct Route {
  std::string method;
  std::string pattern;
  Need need;
  Handler handler;
  std::size_t body_limit = 0;  ///< bytes
  Pace pace = Pace::Quick;
};

/// A route that answers the request, with the segments its pattern captured and whoever asks.
struct Match {
  Route const* route = nullptr;
  std::map<std::string, std::string> captured;
  runtime::Caller caller;
};

/// Finds out who asks, and answers the request when they may not have the route. It may change what was captured.
using Admit = std::function<std::optional<Response>(Request const&, Match&)>;

class Router {
 public:
  /// `admit` is asked for every route that needs anything.
  explicit Router(Admit admit) : admit_(std::move(admit)) {}

  void add(Route route) { routes_.push_back(std::move(route)); }

  /// Changes the routes there are by now.
  void change_each(std::function<void(Route&)> const& change) {
    for (auto& route : routes_) change(route);
  }

  /// Who answers GET for every path that is no route's, outside /api: the UI, whose addresses are its own affair.
  void fall_back_to(Handler handler) { fallback_ = Route{"GET", "ui", Need::nothing(), std::move(handler), 0}; }

  /// The route of the request, or the answer to one that has none or is not admitted: 401, 403, 404 or 405. HEAD is answered by the route of
  /// GET.
  [[nodiscard]] std::variant<Match, Response> find(Request const& request) const;

  [[nodiscard]] std::vector<Route> const& routes() const { return routes_; }

 private:
  Admit admit_;
  std::vector<Route> routes_;
  std::optional<Route> fallback_;
};

/// Makes a handler of a function that answers by itself.
[[nodiscard]] Handler answering(std::function<Response(Request const&)> answer);

}  // namespace redress::http
