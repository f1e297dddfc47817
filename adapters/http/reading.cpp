// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/reading.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <vector>

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/codec/text.hpp"
#include "adapters/http/admission.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/query.hpp"

namespace redress::http {

namespace {

using ports::Reading;
using ports::ReadOutcome;

/// "R-7K3M-Q9PX": anything else in its place was typed by somebody, and may be a name.
bool is_a_reference(std::string_view text) {
  constexpr std::string_view form = "R-****-****";
  auto const fits = [](char given, char wanted) { return wanted == '*' ? (given >= '0' && given <= '9') || (given >= 'A' && given <= 'Z') : given == wanted; };
  return text.size() == form.size() && std::ranges::equal(text, form, fits);
}

std::string_view way_of(runtime::Caller const& caller) {
  if (caller.kind == runtime::CallerKind::Operator) return "operator";
  return caller.session.empty() ? "token" : "session";
}

Reading reading_of(runtime::Caller const& caller, std::string const& pattern, std::string const& reference, ReadOutcome outcome) {
  Reading reading;
  reading.user = caller.user;
  reading.staff = caller.staff;
  reading.way = way_of(caller);
  reading.what = pattern;
  if (is_a_reference(reference)) reading.reference = Reference(reference);
  reading.outcome = outcome;
  return reading;
}

/// One mail, by its name.
bool is_of_mail(std::string_view pattern) {
  return pattern.starts_with("/api/v1/intake/{id}");
}

/// A page that says that it is still there reads nothing by it.
bool reads(Route const& route) {
  return route.method == "GET" && route.need.kind() == Need::Kind::Allowed && route.need.action().starts_with("read-");
}

/// What is looked for may be somebody's name; the same words have the same digest, as long as the node has its key, and nobody else can make it.
std::string searched(Api const& api, Request const& request) {
  auto const words = request.query_value("q");
  return words.empty() ? std::string{} : api.access_desk.keyed_digest(codec::folded(codec::cleaned(words)));
}

/// A mail is read by its own name, and belongs to a complaint all the same.
Reference complaint_of_mail(Api const& api, std::string const& id) {
  auto const entry = api.engine.store().mail(MailId(id));
  return entry ? entry->reference : Reference{};
}

/// Which letter, mail or file of one: two files of a mail are two readings.
std::string part_of(Request const& request) {
  std::string part;
  for (auto const* place : {"id", "mail", "number"})
    if (auto const value = request.captured_value(place); !value.empty()) part += (part.empty() ? "" : "/") + value;
  return part;
}

void note_answer(Api const& api, std::string const& pattern, Request const& request, unsigned status) {
  bool const is_shown = status >= 200 && status < 300;
  auto const reference = request.captured_value("reference");
  // Whoever was turned away at the door is on record already.
  if ((!is_shown && status != 404) || reference == unknown_reference) return;
  auto reading = reading_of(request.caller, pattern, reference, is_shown ? ReadOutcome::Shown : ReadOutcome::Missing);
  if (is_shown) reading.part = part_of(request);
  if (is_shown && is_of_mail(pattern)) reading.reference = complaint_of_mail(api, request.captured_value("id"));
  reading.searched = searched(api, request);
  api.readings.note(std::move(reading));
}

}  // namespace

void note_readings(Route& route, SharedApi const& api) {
  if (!reads(route)) return;
  route.handler = [api, pattern = route.pattern, handler = std::move(route.handler)](Request const& request, Answered const& answered) {
    handler(request, [api, pattern, &request, answered](std::function<Response()> const& compose) {
      answered([api, pattern, &request, compose] {
        auto response = compose();
        note_answer(*api, pattern, request, response.status);
        return response;
      });
    });
  };
}

void note_turned_away(Api const& api, Match const& match, ReadOutcome outcome) {
  auto const reference = match.captured.find("reference");
  api.readings.note(reading_of(match.caller, match.route->pattern, reference == match.captured.end() ? std::string{} : reference->second, outcome));
}

namespace {

ports::ReadingFilter filter_of(Request const& request) {
  constexpr std::int64_t usual = 100;
  constexpr std::int64_t longest = 500;
  ports::ReadingFilter filter;
  filter.reference = Reference(request.query_value("reference"));
  filter.user = request.query_value("user");
  for (auto const* text : {&filter.reference.value, &filter.user})
    if (!codec::is_text(*text)) throw RequestFault(400, "The query is not UTF-8.");
  filter.before = query_number(request, "before", 0, std::numeric_limits<std::int64_t>::max());
  filter.limit = page_length(request, usual, longest);
  return filter;
}

boost::json::object document(Reading const& reading) {
  auto const or_null = [](std::string const& text) { return text.empty() ? boost::json::value() : boost::json::value(text); };
  return {{"at", codec::to_json(reading.at)},
          {"user", or_null(reading.user)},
          {"staff", or_null(reading.staff.value)},
          {"way", reading.way},
          {"what", reading.what},
          {"reference", or_null(reading.reference.value)},
          {"part", or_null(reading.part)},
          {"searched", or_null(reading.searched)},
          {"outcome", name_of(reading.outcome)}};
}

/// Whether the reading tells of a complaint about the reader: of itself, or of a mail that belongs to it by now.
bool tells_of(Api const& api, std::set<Reference> const& hidden, Reading const& reading) {
  if (hidden.empty()) return false;
  if (hidden.contains(reading.reference)) return true;
  auto const mail = is_of_mail(reading.what) ? api.engine.store().mail(MailId(reading.part.substr(0, reading.part.find('/')))) : std::nullopt;
  return mail && ports::names_one_of(hidden, *mail);
}

/// One more than asked for, which tells whether there is a next page. What is about the reader is not there for them, and leaves no gap by which they could
/// know that there is something.
std::vector<ports::KeptReading> readings_shown(Api const& api, ports::ReadingFilter filter, StaffId const& reader) {
  auto const hidden = api.access_desk.hidden_from(reader);
  auto const wanted = static_cast<std::size_t>(++filter.limit);
  std::vector<ports::KeptReading> shown;
  for (;;) {
    auto const kept = api.read_log.readings(filter);
    for (auto const& one : kept)
      if (shown.size() < wanted && !tells_of(api, hidden, one.reading)) shown.push_back(one);
    if (shown.size() == wanted || kept.size() < wanted) return shown;
    filter.before = kept.back().place;
  }
}

Response list(Api const& api, Request const& request) {
  api.readings.write();
  auto const filter = filter_of(request);
  auto readings = readings_shown(api, filter, request.caller.staff);
  bool const more = readings.size() > static_cast<std::size_t>(filter.limit);
  if (more) readings.pop_back();
  boost::json::array shown;
  for (auto const& one : readings) shown.push_back(document(one.reading));
  return json_answer(200, {{"readings", std::move(shown)}, {"next", more ? boost::json::value(readings.back().place) : boost::json::value()}});
}

}  // namespace

void add_readings(Router& router, SharedApi const& api, SharedThreads const& threads) {
  router.add(
      {"GET", "/api/v1/readings", Need::to(Privilege::ReadReadings), on_threads(threads, [api](Request const& request) { return list(*api, request); })});
}

}  // namespace redress::http
