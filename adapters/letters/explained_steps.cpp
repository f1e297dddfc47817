// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/explained_steps.hpp"

#include "adapters/letters/letter_arguments.hpp"
#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace redress::letters {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string to_utf8(icu::UnicodeString const& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

/// A number that ICU may count by.
Arguments amount(std::int64_t number) {
  return {{"amount", icu::Formattable(number)}};
}

/// A sentence may begin with a day and so with a small letter, and end with a year and so with the stop of «г.»: it has one capital and one stop.
std::string finished(std::string const& sentence) {
  auto text = from_utf8(sentence);
  auto const first = text.char32At(0);
  text.replace(0, text.moveIndex32(0, 1), icu::UnicodeString(u_totitle(first)));
  if (text.endsWith(u"..")) text.truncate(text.length() - 1);
  return to_utf8(text);
}

/// "2 days and 3 hours", as the language lists things.
std::string span_text(std::int64_t total, Unit largest, Wording const& wording) {
  auto const& texts = wording.texts;
  std::vector<icu::UnicodeString> parts;
  auto const add = [&](TextPattern const& pattern, std::int64_t number) { parts.push_back(from_utf8(pattern.with(amount(number)))); };
  auto const whole_days = largest == Unit::CalendarDays ? total / 1440 : 0;
  auto const rest = total - whole_days * 1440;
  if (whole_days != 0) add(texts.span_days, whole_days);
  if (rest / 60 != 0) add(texts.span_hours, rest / 60);
  if (rest % 60 != 0 || parts.empty()) add(texts.span_minutes, rest % 60);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::ListFormatter> const list(icu::ListFormatter::createInstance(icu::Locale(std::string(name_of(wording.language)).c_str()), status));
  icu::UnicodeString joined;
  if (U_SUCCESS(status)) list->format(parts.data(), static_cast<std::int32_t>(parts.size()), joined, status);
  return to_utf8(joined);
}

enum class Year { Said, Left };

std::string day_text(Date day, DayForm const& form, Year year, DeadlineTexts const& texts) {
  Arguments arguments;
  set(arguments, "weekday", form.weekdays.at(std::chrono::weekday{sys_days{day}}.iso_encoding() - 1));
  set(arguments, "day", std::to_string(static_cast<unsigned>(day.day())));
  set(arguments, "month", form.months.at(static_cast<unsigned>(day.month()) - 1));
  if (year == Year::Left) return texts.day.with(arguments);
  set(arguments, "year", std::to_string(static_cast<int>(day.year())));
  return texts.day_of_year.with(arguments);
}

std::string clock_text(minutes after_midnight, DeadlineTexts const& texts) {
  Arguments arguments;
  set(arguments, "hour", fmt::format("{:02}", after_midnight / hours{1}));
  set(arguments, "minute", fmt::format("{:02}", after_midnight % hours{1} / minutes{1}));
  return texts.clock.with(arguments);
}

/// A local day and a time of it, which for the end of a day is 24:00.
struct LocalMoment {
  Date day;
  minutes time;
};

LocalMoment local(Time at, WorkingCalendar const& calendar) {
  return {calendar.local_day(at), calendar.local_minute(at)};
}

/// Midnight is the end of the day before: nobody should have to wonder which of its two days was meant.
LocalMoment end_of_day(Time at, WorkingCalendar const& calendar) {
  auto const moment = local(at, calendar);
  return moment.time == minutes{0} ? LocalMoment{sys_days{moment.day} - days{1}, hours{24}} : moment;
}

Unit unit_of(Because const& because, Unit otherwise) {
  return enumerator_named<Unit>(because.unit).value_or(otherwise);
}

/// Says one step after the other, and remembers the year that was said last.
class Teller {
 public:
  Teller(std::vector<Because> const& because, Wording const& wording) : because_(because), wording_(wording) {
    for (std::size_t i = 0; i < because.size(); ++i)
      if (because[i].step == BecauseStep::EndsAt) last_end_ = i;
  }

  std::string tell(std::size_t index) {
    auto const& step = because_[index];
    arguments_.clear();
    return finished(wording_.texts.sentences.at(telling_of(step, index)).with(arguments_));
  }

 private:
  /// Which sentence it is; fills the arguments in.
  Telling telling_of(Because const& step, std::size_t index) {
    switch (step.step) {
      case BecauseStep::Started:
        return at(step.at, Telling::Started, Year::Said);
      case BecauseStep::Opened:
        return at(step.until.value_or(step.at), Telling::Opened);
      case BecauseStep::Counted:
        return counted(step);
      case BecauseStep::FirstDay:
        return at(step.at, unit_of(step, Unit::WorkingDays) == Unit::WorkingHours ? Telling::FirstHour : Telling::FirstDay);
      case BecauseStep::DaysOff:
        return days_off(step);
      case BecauseStep::ExtraDay:
        names(step.at, step.at);
        return at(step.at, Telling::ExtraDay);
      case BecauseStep::Moved:
        names(step.at, step.at);
        return from_until(step, Telling::Moved);
      case BecauseStep::EndsAt:
        return ends(step, index == last_end_ ? Telling::Ends : Telling::WouldEnd);
      case BecauseStep::Paused:
        return paused(step);
      case BecauseStep::Extended:
        amounts(step, Unit::WorkingDays);
        return at(step.at, Telling::Extended);
      case BecauseStep::Promised:
        return at(step.at, Telling::Promised, Year::Said);
      case BecauseStep::Provisional:
        calendar();
        return at(step.at, Telling::Provisional, Year::Said);
    }
    std::unreachable();
  }

  Telling counted(Because const& step) {
    amounts(step, Unit::CalendarDays);
    if (step.calendar.empty()) return Telling::Counted;
    calendar();
    return Telling::CountedInCalendar;
  }

  Telling days_off(Because const& step) {
    amounts(step, Unit::WorkingDays);
    auto const until = step.until.value_or(step.at);
    names(step.at, until);
    auto const& zone = wording_.calendar;
    return zone.local_day(step.at) == zone.local_day(until) ? at(step.at, Telling::DayOff) : from_until(step, Telling::DaysOff);
  }

  Telling ends(Because const& step, Telling telling) {
    auto const end = end_of_day(step.at, wording_.calendar);
    moment("at", end, Year::Said);
    if (end.time != hours{24}) return telling;
    return telling == Telling::Ends ? Telling::EndsAtMidnight : Telling::WouldEndAtMidnight;
  }

  Telling paused(Because const& step) {
    bool const is_working_time = step.unit == "working-minutes";
    set(arguments_, "span", span_text(step.amount, is_working_time ? Unit::WorkingHours : Unit::CalendarDays, wording_));
    return from_until(step, is_working_time ? Telling::PausedWorking : Telling::Paused);
  }

  Telling at(Time at, Telling telling, Year year = Year::Left) {
    moment("at", local(at, wording_.calendar), year);
    return telling;
  }

  Telling from_until(Because const& step, Telling telling) {
    moment("at", local(step.at, wording_.calendar), Year::Left);
    moment("until", local(step.until.value_or(step.at), wording_.calendar), Year::Left);
    return telling;
  }

  /// The day in every form that the language has, and the time.
  void moment(std::string_view name, LocalMoment const& moment, Year year) {
    if (last_year_ != moment.day.year()) year = Year::Said;
    last_year_ = moment.day.year();
    for (auto const& [form_name, form] : wording_.texts.forms)
      set(arguments_, fmt::format("{}_{}", name, form_name), day_text(moment.day, form, year, wording_.texts));
    set(arguments_, fmt::format("{}_time", name), clock_text(moment.time, wording_.texts));
  }

  void amounts(Because const& step, Unit otherwise) {
    auto const unit = unit_of(step, otherwise);
    set(arguments_, "count", wording_.texts.count.at(unit).with(amount(step.amount)));
    set(arguments_, "by", wording_.texts.by.at(unit).with(amount(step.amount)));
  }

  void calendar() { set(arguments_, "calendar", wording_.calendar.title(wording_.language)); }

  /// What the days from `from` to `until`, both included, are called; a name that several of them have is said once. Of several days only those tell why
  /// nobody works that would be working days: not Easter Sunday.
  void names(Time from, Time until) {
    std::vector<std::string> found;
    auto const last = wording_.calendar.local_day(until);
    for (auto day = wording_.calendar.local_day(from); day <= last; day = sys_days{day} + days{1}) {
      auto const& name = wording_.calendar.name_of_day(day, wording_.language);
      bool const tells = !name.empty() && (from == until || wording_.calendar.is_day_off(day));
      if (tells && std::ranges::find(found, name) == found.end()) found.push_back(name);
    }
    arguments_.insert_or_assign("names", icu::Formattable(from_utf8(fmt::format("{}", fmt::join(found, ", ")))));
    arguments_.insert_or_assign("named", icu::Formattable(found.empty() ? u"no" : u"yes"));
  }

  std::vector<Because> const& because_;
  Wording const& wording_;
  std::size_t last_end_ = 0;
  std::optional<std::chrono::year> last_year_;
  Arguments arguments_;
};

}  // namespace

std::vector<std::string> explained(std::vector<Because> const& because, Wording const& wording) {
  Teller teller(because, wording);
  std::vector<std::string> sentences;
  sentences.reserve(because.size());
  for (std::size_t i = 0; i < because.size(); ++i) sentences.push_back(teller.tell(i));
  return sentences;
}

std::string short_moment(Time at, Wording const& wording) {
  auto const end = end_of_day(at, wording.calendar);
  Arguments arguments;
  for (auto const& [name, form] : wording.texts.forms) set(arguments, "at_" + name, day_text(end.day, form, Year::Said, wording.texts));
  set(arguments, "at_time", clock_text(end.time, wording.texts));
  return wording.texts.sentences.at(Telling::Moment).with(arguments);
}

}  // namespace redress::letters
