// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/written_dates.hpp"

#include "engine/domain/enumeration.hpp"
#include "engine/ports/letter_writer.hpp"

#include <date/tz.h>
#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/tznames.h>
#include <unicode/unistr.h>

#include <memory>

namespace redress::letters {
namespace {

icu::Formattable text(std::string const& value) {
  return {icu::UnicodeString::fromUTF8(value)};
}

/// What the language calls the zone's best-known city: "Rīga" for Europe/Riga. Empty when there is none.
std::string city_of(std::string const& zone, Language language) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::TimeZoneNames> const names(icu::TimeZoneNames::createInstance(icu::Locale(std::string(name_of(language)).c_str()), status));
  icu::UnicodeString city;
  if (U_SUCCESS(status)) names->getExemplarLocationName(icu::UnicodeString::fromUTF8(zone), city);
  std::string bytes;
  return city.isBogus() ? bytes : city.toUTF8String(bytes);
}

std::string written_zone(std::string const& zone, TimeForms const& forms, Language language) {
  if (auto const known = forms.zones.find(zone); known != forms.zones.end()) return known->second;
  auto const city = city_of(zone, language);
  return forms.other_zone.with({{"city", text(city.empty() ? zone : city)}});
}

date::time_zone const* zone_named(std::string const& zone) {
  try {
    return date::locate_zone(zone);
  } catch (std::runtime_error const&) {
    throw ports::LetterFault("the appointment's time zone is not known");
  }
}

}  // namespace

std::string written(Date date, DateForm const& form) {
  if (!date.ok()) throw ports::LetterFault(fmt::format("{}: the date is no day of the calendar", form.pattern.where()));
  auto const month = static_cast<unsigned>(date.month());
  return form.pattern.with({{"year", text(std::to_string(static_cast<int>(date.year())))},
                            {"month", text(form.months.at(month - 1))},
                            {"day", text(std::to_string(static_cast<unsigned>(date.day())))}});
}

LocalMoment written(Time time, std::string const& zone, CommonTexts const& common, Language language) {
  auto const local = std::chrono::sys_time<Duration>{zone_named(zone)->to_local(time).time_since_epoch()};
  auto const day = std::chrono::floor<std::chrono::days>(local);
  std::chrono::hh_mm_ss const clock{std::chrono::floor<std::chrono::minutes>(local - day)};
  Arguments const hands{{"hour", text(fmt::format("{:02}", clock.hours().count()))}, {"minute", text(fmt::format("{:02}", clock.minutes().count()))}};
  return {.weekday = common.dates.weekdays.at(std::chrono::weekday{day}.iso_encoding() - 1),
          .on = written(Date{day}, common.dates.on),
          .clock = common.times.clock.with(hands),
          .zone = written_zone(zone, common.times, language)};
}

}  // namespace redress::letters
