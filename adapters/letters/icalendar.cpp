// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/icalendar.hpp"

#include "adapters/letters/clean_text.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>

namespace redress::letters {
namespace {

constexpr char const* product = "-//Redress//Redress//EN";
/// How long a calendar keeps free. Nobody says when an appointment is made; a call is over sooner than a meeting.
constexpr int minutes_of_a_call = 30;
constexpr int minutes_of_a_meeting = 60;
/// How often a feed is worth asking for.
constexpr char const* refresh_interval = "PT15M";

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component component_of(icalcomponent_kind kind) {
  return {icalcomponent_new(kind), &icalcomponent_free};
}

void add(icalcomponent* to, icalproperty* property) {
  icalcomponent_add_property(to, property);
}

/// The library makes its zone when it is first asked for, which must not happen on two threads at once.
icaltimetype in_utc(Time time) {
  static auto* const utc = icaltimezone_get_utc_timezone();
  auto const seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
  return icaltime_from_timet_with_zone(static_cast<time_t>(seconds), 0, utc);
}

/// A value of a parameter cannot hold a quotation mark, whatever it is quoted with (RFC 5545, 3.2).
std::string parameter_text(std::string_view value) {
  auto text = on_one_line(value);
  std::ranges::replace(text, '"', '\'');
  return text;
}

template <class Property>
Property* named(Property* property, CalendarParty const& party) {
  if (auto const name = parameter_text(party.name); !name.empty()) icalproperty_add_parameter(property, icalparameter_new_cn(name.c_str()));
  return property;
}

std::string mail_uri(CalendarParty const& party) {
  return "mailto:" + on_one_line(party.address);
}

Component calendar_of(icalproperty_method method) {
  auto calendar = component_of(ICAL_VCALENDAR_COMPONENT);
  add(calendar.get(), icalproperty_new_version("2.0"));
  add(calendar.get(), icalproperty_new_prodid(product));
  add(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
  add(calendar.get(), icalproperty_new_method(method));
  return calendar;
}

Component event_of(WrittenEntry const& written, Time now) {
  auto const& entry = written.entry;
  auto event = component_of(ICAL_VEVENT_COMPONENT);
  int const minutes = entry.kind == AppointmentKind::Meeting ? minutes_of_a_meeting : minutes_of_a_call;
  add(event.get(), icalproperty_new_uid(on_one_line(entry.uid).c_str()));
  add(event.get(), icalproperty_new_dtstamp(in_utc(now)));
  add(event.get(), icalproperty_new_sequence(static_cast<int>(entry.sequence)));
  add(event.get(), icalproperty_new_dtstart(in_utc(entry.at)));
  add(event.get(), icalproperty_new_duration(icaldurationtype_from_int(minutes * 60)));
  add(event.get(), icalproperty_new_summary(on_one_line(written.summary).c_str()));
  return event;
}

void put_into(icalcomponent* calendar, Component event) {
  icalcomponent_add_component(calendar, event.release());
}

std::string text_of(icalcomponent* calendar) {
  std::unique_ptr<char, decltype(&icalmemory_free_buffer)> const text(icalcomponent_as_ical_string_r(calendar), &icalmemory_free_buffer);
  if (!text) throw ports::LetterFault("the calendar cannot be written");
  return text.get();
}

icalproperty* own(char const* name, char const* value) {
  auto* property = icalproperty_new_x(value);
  icalproperty_set_x_name(property, name);
  return property;
}

}  // namespace

std::string_view method_name(ports::CalendarMethod method) {
  return method == ports::CalendarMethod::Cancel ? "CANCEL" : "REQUEST";
}

std::string as_invitation(WrittenEntry const& written, ports::CalendarMethod method, CalendarParty const& from, CalendarParty const& to, Time now) {
  bool const is_cancelled = method == ports::CalendarMethod::Cancel;
  auto const calendar = calendar_of(is_cancelled ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST);
  auto event = event_of(written, now);
  add(event.get(), icalproperty_new_status(is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  add(event.get(), named(icalproperty_new_organizer(mail_uri(from).c_str()), from));
  auto* attendee = named(icalproperty_new_attendee(mail_uri(to).c_str()), to);
  // Whoever wants another time says so to a person; a program's answer would come in as mail that nobody wrote.
  icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_FALSE));
  icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_ACCEPTED));
  add(event.get(), attendee);
  put_into(calendar.get(), std::move(event));
  return text_of(calendar.get());
}

std::string as_feed(std::vector<WrittenEntry> const& entries, std::string_view name, Time now) {
  auto const calendar = calendar_of(ICAL_METHOD_PUBLISH);
  add(calendar.get(), own("X-WR-CALNAME", on_one_line(name).c_str()));
  add(calendar.get(), own("X-PUBLISHED-TTL", refresh_interval));
  for (auto const& written : entries) {
    auto event = event_of(written, now);
    add(event.get(), icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    put_into(calendar.get(), std::move(event));
  }
  return text_of(calendar.get());
}

}  // namespace redress::letters
