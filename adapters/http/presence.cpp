// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/presence.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/http/json_fields.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::http {

bool Presence::note(Reference const& reference, StaffId const& staff, std::string const& page, PresenceMode mode, Time now) {
  std::lock_guard const lock(mutex_);
  auto const before = people_at(reference, now);
  if (now - swept_at_ > lasts) forget_gone(now);
  put(reference, staff, page, mode, now);
  return people_at(reference, now) != before;
}

std::vector<Present> Presence::at(Reference const& reference, Time now) {
  std::lock_guard const lock(mutex_);
  return people_at(reference, now);
}

void Presence::put(Reference const& reference, StaffId const& staff, std::string const& page, PresenceMode mode, Time now) {
  auto& pages = pages_[reference];
  auto const is_theirs = [&](Page const& one) { return one.staff == staff; };
  auto const known = std::ranges::find_if(pages, [&](Page const& one) { return is_theirs(one) && one.name == page; });
  if (known != pages.end()) {
    if (known->mode != mode) known->since = now;
    known->mode = mode;
    known->said_at = now;
    if (mode == PresenceMode::Away) {
      pages.erase(known);
      --count_;
    }
  } else if (mode != PresenceMode::Away && count_ < most_pages && static_cast<std::size_t>(std::ranges::count_if(pages, is_theirs)) < most_pages_of_one) {
    pages.push_back({staff, page, mode, now, now});
    ++count_;
  }
  if (pages.empty()) pages_.erase(reference);
}

void Presence::forget_gone(Time now) {
  swept_at_ = now;
  for (auto at = pages_.begin(); at != pages_.end();) {
    count_ -= std::erase_if(at->second, [&](Page const& one) { return now - one.said_at > lasts; });
    at = at->second.empty() ? pages_.erase(at) : std::next(at);
  }
}

std::vector<Present> Presence::people_at(Reference const& reference, Time now) const {
  std::vector<Present> people;
  auto const known = pages_.find(reference);
  if (known == pages_.end()) return people;
  for (auto const& page : known->second) {
    if (now - page.said_at > lasts) continue;
    auto const same = std::ranges::find(people, page.staff, &Present::staff);
    if (same == people.end())
      people.push_back({page.staff, page.mode, page.since});
    else if (same->mode < page.mode)
      *same = {page.staff, page.mode, page.since};
  }
  return people;
}

namespace {

using boost::json::array;
using boost::json::object;

array to_json(std::vector<Present> const& people, StaffId const& without = {}) {
  array all;
  for (auto const& one : people)
    if (one.staff != without) all.push_back(object{{"staff", one.staff.value}, {"mode", name_of(one.mode)}, {"since", codec::to_json(one.since)}});
  return all;
}

PresenceMode mode_in(JsonFields& body) {
  auto const mode = enumerator_named<PresenceMode>(body.text("mode"));
  if (!mode) throw RequestFault(400, "`mode` is reading, writing or away.");
  return *mode;
}

std::string page_in(JsonFields& body) {
  constexpr std::size_t longest = 64;
  auto page = body.text("page");
  bool const is_visible = std::ranges::all_of(page, [](char c) { return c > ' ' && c < '\x7f'; });
  if (page.empty() || page.size() > longest || !is_visible)
    throw RequestFault(400, "`page` is a name of the page's own choice: 1 to 64 visible ASCII characters without spaces.");
  return page;
}

/// The fields of a server-sent event may stand in any order: the listener's end writes the data before this.
std::string message(Reference const& reference, std::vector<Present> const& people) {
  return boost::json::serialize(object{{"reference", reference.value}, {"present", to_json(people)}}) + "\nevent: presence";
}

Response note_presence(Api const& api, Presence& presence, Request const& request) {
  Reference const reference(request.captured_value("reference"));
  if (!api.engine.store().load(reference)) return unknown_complaint(api, request);
  JsonFields body(request);
  auto const mode = mode_in(body);
  auto const page = page_in(body);
  body.end();
  auto const actor = actor_of(api, request);
  if (actor.id.empty()) throw RequestFault(403, "Only members of staff are present; X-Redress-Actor says for whom a program speaks.");
  auto const now = api.engine.clock().now();
  bool const is_new = presence.note(reference, actor.id, page, mode, now);
  auto const people = presence.at(reference, now);
  if (is_new) api.broadcast.tell(reference.value, message(reference, people));
  return json_answer(200, {{"reference", reference.value}, {"present", to_json(people, actor.id)}});
}

}  // namespace

void add_presence(Router& router, SharedApi const& api) {
  router.add({"POST", "/api/v1/complaints/{reference}/presence", Need::to(Privilege::ReadComplaints),
              answering([api, presence = std::make_shared<Presence>()](Request const& request) { return note_presence(*api, *presence, request); }),
              largest_form});
}

}  // namespace redress::http
