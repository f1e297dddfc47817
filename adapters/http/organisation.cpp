// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/organisation.hpp"

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

object member_document(StaffMember const& member, Language language) {
  array away;
  for (auto const& absence : member.away) away.push_back(object{{"from", codec::to_json(absence.from)}, {"until", codec::to_json(absence.until)}});
  return {{"id", member.id.value},
          {"name", member.name.at(language)},
          {"title", member.title.at(language)},
          {"line_manager", member.line_manager.empty() ? value() : value(member.line_manager.value)},
          {"away", std::move(away)}};
}

}  // namespace

object organisation_document(ports::Rulebook const& rulebook, Language language) {
  auto const& ours = rulebook.organisation;
  auto const calendar = rulebook.calendars.find(ours.calendar);
  array staff;
  for (auto const& member : ours.staff) staff.push_back(member_document(member, language));
  array situations;
  for (auto const& name : rulebook.situations) situations.push_back(boost::json::string(name));
  return {{"name", ours.name.at(language)},
          {"calendar", ours.calendar},
          {"zone", calendar == rulebook.calendars.end() ? std::string("UTC") : calendar->second.zone()},
          {"profile", ours.profile},
          {"situations", std::move(situations)},
          {"staff", std::move(staff)}};
}

void add_organisation(Router& router, SharedApi const& api) {
  router.add({"GET", "/api/v1/organisation", Need::logged_in(), answering([api](Request const& request) {
                auto const& rulebook = api->engine.workflow().rulebook();
                auto const language = best_language(request.header("Accept-Language"), rulebook.organisation.language);
                return json_answer(200, organisation_document(rulebook, language));
              })});
}

}  // namespace redress::http
