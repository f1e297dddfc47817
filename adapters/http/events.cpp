// SPDX-License-Identifier: Apache-2.0
// Server-sent events: after each commit a line that says which complaint has changed, so that nobody has to ask again and again.
#include <boost/json/serialize.hpp>

#include "adapters/http/resources.hpp"

namespace redress::http {

void tell_of(Broadcast& broadcast, std::vector<runtime::Committed> const& committed) {
  for (auto const& one : committed) {
    auto const& answer = one.answer;
    broadcast.tell(
        boost::json::serialize(boost::json::object{{"reference", answer.reference.value}, {"stage", name_of(answer.stage)}, {"version", answer.version}}));
  }
}

void add_events(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/events", answering([api](Request const&) {
                return Response{200, {{"Content-Type", "text/event-stream"}}, {}, api->broadcast.listen()};
              })});
}

}  // namespace redress::http
