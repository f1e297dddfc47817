// SPDX-License-Identifier: Apache-2.0
// The profiles, to be read; and tried: which dates one would give, to a complaint that is there or to one that came in at some moment. Nothing is changed.
#include <algorithm>
#include <iterator>
#include <ranges>

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/codec/leaf.hpp"
#include "adapters/http/because_document.hpp"
#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/profile_document.hpp"
#include "adapters/http/query.hpp"
#include "adapters/http/resources.hpp"
#include "engine/domain/profile_trial.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;

Response unknown_profile() {
  return problem(404, "There is no such profile; GET /api/v1/profiles lists them.");
}

Language language_of(Api const& api, Request const& request) {
  return best_language(request.header("Accept-Language"), api.engine.workflow().rulebook().organisation.language);
}

Profile const* profile_in(ports::Rulebook const& rulebook, Request const& request) {
  auto const found = rulebook.profiles.find(request.captured_value("name"));
  return found == rulebook.profiles.end() ? nullptr : &found->second;
}

Response list(Api const& api, Request const& request) {
  auto const& rulebook = api.engine.workflow().rulebook();
  array all;
  for (auto const& profile : rulebook.profiles | std::views::values) all.push_back(profile_row(profile, rulebook, language_of(api, request)));
  return json_answer(200, {{"profiles", std::move(all)}});
}

Response one(Api const& api, Request const& request) {
  auto const& rulebook = api.engine.workflow().rulebook();
  auto const* profile = profile_in(rulebook, request);
  return profile == nullptr ? unknown_profile() : json_answer(200, profile_document(*profile, rulebook, language_of(api, request)));
}

/// The regime's own, or the one the complaint counts by.
WorkingCalendar const& calendar_of(ports::Rulebook const& rulebook, Profile const& profile, std::string const& otherwise) {
  auto const known = rulebook.calendars.find(profile.calendar.empty() ? otherwise : profile.calendar);
  return known == rulebook.calendars.end() ? rulebook.calendars.at(rulebook.organisation.calendar) : known->second;
}

object not_started(DeadlineRule const& rule, Language language) {
  return {{"name", codec::to_json(rule.name)}, {"title", rule.title.at(language)}, {"start", codec::to_json(rule.start)}};
}

object started(TrialDate const& date, DateTelling const& telling, Complaint const& complaint) {
  auto shown = not_started(*date.rule, telling.language);
  auto [steps, text] = told(date.due->because, telling);
  auto const* present = find_deadline(complaint, date.rule->name);
  shown["started_at"] = codec::to_json(*date.started_at);
  shown["due_at"] = codec::to_json(date.due->at);
  shown["runs"] = date.runs;
  shown["present_due_at"] = present == nullptr ? boost::json::value() : codec::to_json(present->due_at);
  shown["because"] = std::move(steps);
  shown["because_text"] = std::move(text);
  return shown;
}

Response dates_of(ProfileTrial const& trial, Profile const& profile, DateTelling const& telling, Complaint const& complaint) {
  array dates, waiting;
  for (auto const& one : trial.dates()) {
    if (one.due)
      dates.push_back(started(one, telling, complaint));
    else
      waiting.push_back(not_started(*one.rule, telling.language));
  }
  return json_answer(200, {{"profile", profile.name}, {"dates", std::move(dates)}, {"not_started", std::move(waiting)}});
}

Response on_moment(Api const& api, Request const& request) {
  auto const& rulebook = api.engine.workflow().rulebook();
  auto const* profile = profile_in(rulebook, request);
  if (profile == nullptr) return unknown_profile();
  auto const said = optional_query(request, "received_at");
  auto const at = said ? parse_time(*said) : std::optional(api.engine.clock().now());
  auto const channel = enumerator_named<Channel>(optional_query(request, "channel").value_or("email"));
  if (!at) throw RequestFault(400, "received_at is a moment, as in 2026-11-21T10:15:30Z.");
  if (!channel) throw RequestFault(400, "channel is the name of a channel, as in email.");
  ProfileTrial trial(*profile, calendar_of(rulebook, *profile, rulebook.organisation.calendar));
  trial.receive(*channel, *at);
  return dates_of(trial, *profile, {api.explainer, rulebook, language_of(api, request)}, {});
}

Response on_complaint(Api const& api, Request const& request) {
  auto const& rulebook = api.engine.workflow().rulebook();
  Reference const reference(request.captured_value("reference"));
  auto const complaint = api.engine.store().load(reference);
  if (!complaint) return unknown_complaint(api, request);
  auto const* profile = profile_in(rulebook, request);
  if (profile == nullptr) return unknown_profile();
  ProfileTrial trial(*profile, calendar_of(rulebook, *profile, complaint->received.calendar));
  api.engine.store().read_history(reference, [&](ports::StoredLeaf const& leaf) { trial.take(codec::open_leaf(leaf.bytes, leaf.disclosures)); });
  return dates_of(trial, *profile, {api.explainer, rulebook, language_of(api, request)}, *complaint);
}

using Answering = Response (*)(Api const&, Request const&);

void add(Router& router, SharedApi const& api, std::string pattern, Privilege needed, Answering answer) {
  router.add({"GET", std::move(pattern), Need::to(needed), answering([api, answer](Request const& request) { return answer(*api, request); })});
}

}  // namespace

void add_profiles(Router& router, SharedApi const& api) {
  add(router, api, "/api/v1/profiles", Privilege::ReadRules, list);
  add(router, api, "/api/v1/profiles/{name}", Privilege::ReadRules, one);
  add(router, api, "/api/v1/profiles/{name}/dates", Privilege::ReadRules, on_moment);
  add(router, api, "/api/v1/complaints/{reference}/profiles/{name}/dates", Privilege::ReadComplaints, on_complaint);
}

}  // namespace redress::http
