// SPDX-License-Identifier: Apache-2.0
// Server-sent events: after each commit a line that says which complaint has changed, so that nobody has to ask again and again.
#include <boost/json/serialize.hpp>

#include "adapters/http/resources.hpp"

namespace redress::http {

void tell_of(Broadcast& broadcast, std::vector<runtime::Committed> const& committed) {
  for (auto const& one : committed) {
    auto const& answer = one.answer;
    broadcast.tell(answer.reference.value, boost::json::serialize(boost::json::object{
                                               {"reference", answer.reference.value}, {"stage", name_of(answer.stage)}, {"version", answer.version}}));
  }
}

Hears hears(runtime::AccessDesk& desk, runtime::Caller const& caller) {
  return [&desk, caller](std::string const& reference) {
    if (!desk.still_may(caller, name_of(Privilege::ReadComplaints))) return Earshot::CutOff;
    return desk.is_hidden(Reference(reference), caller.staff) ? Earshot::Keep : Earshot::Tell;
  };
}

void add_events(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/events", Need::to(Privilege::ReadComplaints), answering([api](Request const& request) {
                return Response{200, {{"Content-Type", "text/event-stream"}}, {}, api->broadcast.listen(hears(api->access_desk, request.caller))};
              })});
}

}  // namespace redress::http
