// SPDX-License-Identifier: Apache-2.0
// The appointments of a member of staff, for the calendar program they have: GET /calendars/staff-01.ics?token=… . Such programs can send no header, so the
// token is theirs alone, opens nothing else, and stands in a file that is read at every request: a new one needs no restart. What is answered holds nothing
// personal. Whoever bears the wrong token, or asks for somebody who has none, learns nothing, not even who works here.
#include <openssl/crypto.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {
namespace {

constexpr std::string_view ending = ".ics";
/// What is shorter can be guessed.
constexpr std::size_t shortest_token = 16;
constexpr std::int64_t appointments_most = 1000;
/// A calendar shows what was, too; what is longer ago stands in the complaint.
constexpr std::chrono::days days_shown_back{30};

std::string token_in(std::string const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string token{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  while (!token.empty() && (token.back() == '\n' || token.back() == '\r')) token.pop_back();
  return token;
}

bool bears(Request const& request, StaffMember const& member) {
  if (member.calendar_token_file.empty()) return false;
  auto const wanted = token_in(member.calendar_token_file);
  auto const given = request.query_value("token");
  return wanted.size() >= shortest_token && given.size() == wanted.size() && CRYPTO_memcmp(given.data(), wanted.data(), wanted.size()) == 0;
}

/// Whose calendar is asked for, by somebody who may; nullptr otherwise.
StaffMember const* asked_for(Api const& api, Request const& request) {
  auto const file = request.captured_value("file");
  if (!file.ends_with(ending)) return nullptr;
  auto const* member = api.engine.workflow().rulebook().organisation.find(StaffId(file.substr(0, file.size() - ending.size())));
  return member != nullptr && bears(request, *member) ? member : nullptr;
}

Response calendar(Api const& api, Request const& request) {
  auto const* member = asked_for(api, request);
  if (member == nullptr) return problem(404, "There is no such calendar, or the token is not the one that opens it.");
  auto const& organisation = api.engine.workflow().rulebook().organisation;
  auto const now = api.engine.clock().now();
  std::vector<ports::CalendarEntry> entries;
  auto const hidden = api.access_desk.hidden_from(member->id);
  for (auto const& [reference, row] : api.engine.store().open_appointments(member->id, now - days_shown_back, appointments_most))
    if (!hidden.contains(reference)) entries.push_back({organisation.calendar_name(reference, row.appointment), row.changes, reference, row.kind, row.at});
  auto text = api.letters.calendar(entries, organisation.language, now);
  return {200, {{"Content-Type", "text/calendar; charset=utf-8"}, {"Cache-Control", "private, no-store"}}, std::move(text), nullptr};
}

}  // namespace

void add_calendars(Router& router, SharedApi const& api) {
  router.add({"GET", "/calendars/{file}", Need::nothing(), answering([api](Request const& request) { return calendar(*api, request); })});
}

}  // namespace redress::http
