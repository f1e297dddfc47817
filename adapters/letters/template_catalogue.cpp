// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_catalogue.hpp"

#include "adapters/letters/template_checks.hpp"
#include "adapters/letters/template_table.hpp"
#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::letters {
namespace {

DateForm read_date_form(TemplateTable const& table) {
  table.hold_only({"pattern", "months"});
  return {table.pattern("pattern", {"year", "month", "day"}), table.texts("months", 12)};
}

DateForms read_dates(TemplateTable const& table) {
  table.hold_only({"letter", "on", "by", "schedule", "weekdays"});
  return {read_date_form(table.table("letter")), read_date_form(table.table("on")), read_date_form(table.table("by")), read_date_form(table.table("schedule")),
          table.texts("weekdays", 7)};
}

TimeForms read_times(TemplateTable const& table) {
  table.hold_only({"clock", "zones", "other_zone"});
  std::map<std::string, std::string, std::less<>> zones;
  auto const named = table.table("zones");
  for (auto const& zone : named.keys()) zones.emplace(zone, named.text(zone));
  return {table.pattern("clock", {"hour", "minute"}), std::move(zones), table.pattern("other_zone", {"city"})};
}

Salutations read_salutations(TemplateTable const& table) {
  table.hold_only({"given", "named", "nameless"});
  return {table.pattern("given", {"salutation"}), table.pattern("named", {"name"}), table.pattern("nameless", {})};
}

ContactTexts read_contact(TemplateTable const& table) {
  table.hold_only({"phone_and_email", "phone", "email"});
  return {table.pattern("phone_and_email", {"phone", "email"}), table.pattern("phone", {"phone"}), table.pattern("email", {"email"})};
}

ReferralPeriods read_referral_periods(TemplateTable const& table) {
  table.hold_only({"months", "weeks", "working_days", "calendar_days"});
  return {table.pattern("months", {"count"}), table.pattern("weeks", {"count"}), table.pattern("working_days", {"count"}),
          table.pattern("calendar_days", {"count"})};
}

Labels read_labels(TemplateTable const& table) {
  table.hold_only({"reference", "phone", "email", "copies", "copy_for"});
  return {table.pattern("reference", {"reference"}), table.pattern("phone", {"phone"}), table.pattern("email", {"email"}),
          table.pattern("copies", {"copies_count"}), table.pattern("copy_for", {"recipient"})};
}

std::map<Finding, std::string> read_findings(TemplateTable const& table) {
  table.hold_only({"upheld", "partly-upheld", "not-upheld"});
  std::map<Finding, std::string> findings;
  for (auto const finding : {Finding::Upheld, Finding::PartlyUpheld, Finding::NotUpheld}) findings.emplace(finding, table.text(name_of(finding)));
  return findings;
}

std::map<AppointmentKind, TextPattern> read_calendar(TemplateTable const& table) {
  table.hold_only({"call", "meeting"});
  std::map<AppointmentKind, TextPattern> lines;
  for (auto const kind : {AppointmentKind::Call, AppointmentKind::Meeting}) lines.emplace(kind, table.pattern(name_of(kind), {"reference"}));
  return lines;
}

CommonTexts read_common(TemplateTable const& table) {
  table.hold_only({"close", "copy_note", "copy_note_in_part", "schedule_heading", "date", "time", "salutation", "contact", "label", "finding",
                   "referral_within", "calendar"});
  return {
      .dates = read_dates(table.table("date")),
      .times = read_times(table.table("time")),
      .salutation = read_salutations(table.table("salutation")),
      .contact = read_contact(table.table("contact")),
      .labels = read_labels(table.table("label")),
      .close = table.pattern("close", {}),
      .copy_note = table.pattern("copy_note", {}),
      .copy_note_in_part = table.pattern("copy_note_in_part", {}),
      .schedule_heading = table.texts("schedule_heading", 3),
      .findings = read_findings(table.table("finding")),
      .referral_within = read_referral_periods(table.table("referral_within")),
      .calendar = read_calendar(table.table("calendar")),
  };
}

std::string file_name_of(LetterKind kind) {
  return choice_word(name_of(kind)) + ".toml";
}

}  // namespace

TemplateCatalogue::TemplateCatalogue(std::filesystem::path const& directory) : situations_(directory) {
  for (auto const language : all_languages) {
    auto const common_file = fmt::format("{}/common.toml", name_of(language));
    auto const common = read_template_file(directory / common_file, common_file);
    common_.emplace(language, read_common(TemplateTable(common, language, common_file)));
    for (auto const name : names_of(LetterKind{})) {
      auto const kind = *enumerator_named<LetterKind>(name);
      auto const file = fmt::format("{}/letters/{}", name_of(language), file_name_of(kind));
      auto const content = read_template_file(directory / file, file);
      auto letter = read_letter(TemplateTable(content, language, file));
      check(letter, kind);
      letters_.emplace(std::pair(language, kind), std::move(letter));
    }
  }
}

}  // namespace redress::letters
