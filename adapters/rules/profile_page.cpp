// SPDX-License-Identifier: Apache-2.0
#include "adapters/rules/profile_page.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/domain/enumeration.hpp"

namespace redress::rules {
namespace {

/// "1 working hour", "8 weeks".
std::string words(Period period) {
  auto text = to_text(period);
  std::ranges::replace(text, '-', ' ');
  if (period.amount == 1) text.pop_back();
  return text;
}

/// A name as words: "final-response-sent" is "final response sent".
std::string words(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '-', ' ');
  return text;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

/// A row of a table; what would end its cell is escaped.
std::string row(std::string_view what, std::string_view value) {
  std::string cell;
  for (char const letter : value) cell += letter == '|' ? std::string("\\|") : std::string(1, letter);
  return fmt::format("| {} | {} |\n", what, cell);
}

std::string channels_text(DeadlineRule const& rule) {
  if (rule.channels.empty()) return "every channel";
  std::string text;
  for (auto const channel : rule.channels) text += fmt::format("{}{}", text.empty() ? "" : ", ", words(name_of(channel)));
  return text;
}

bool is_of_hours(Unit unit) {
  return unit == Unit::Hours || unit == Unit::WorkingHours;
}

std::string day_off_text(OnDayOff rule) {
  switch (rule) {
    case OnDayOff::Stays:
      return "where the last day is one on which nobody works, it stays";
    case OnDayOff::NextWorkingDay:
      return "where the last day is one on which nobody works, it is the next working day";
    case OnDayOff::PreviousWorkingDay:
      return "where the last day is one on which nobody works, it is the working day before";
  }
  std::unreachable();
}

std::string counting_text(CountingRule const& rule) {
  auto const unit = rule.period.unit;
  auto text = words(rule.period);
  if (rule.starts_from == StartsFrom::NextOpening) text += "; what comes in while nobody works counts from the next opening";
  if (!is_of_hours(unit)) {
    text += rule.day_of_start == DayOfStart::Counted ? "; the day of the start is day 1" : "; the day of the start is not counted";
    text += rule.ends_at == EndsAt::Midnight ? "; ends at midnight" : "; ends at close of business";
  }
  bool const may_end_on_a_day_off = unit != Unit::WorkingDays && unit != Unit::WorkingHours;
  return may_end_on_a_day_off ? text + "; " + day_off_text(rule.on_day_off) : text;
}

std::string silence_text(Silence silence) {
  switch (silence) {
    case Silence::NothingYet:
      return "nothing yet";
    case Silence::Refusal:
      return "a refusal";
    case Silence::MayBeReferred:
      return "the complaint may be referred";
  }
  std::unreachable();
}

std::string times_text(std::int64_t times) {
  return times == 1 ? "once" : times == 2 ? "twice" : fmt::format("{} times", times);
}

std::string extension_rows(std::optional<ExtensionRule> const& extension) {
  if (!extension) return row("extension", "none");
  auto const bound = extension->at_most ? fmt::format("by at most {}", words(*extension->at_most)) : std::string("with no bound set");
  auto const needs = extension->needs == ExtensionNeeds::Agreement ? "the complainant must agree" : "the complainant must be told";
  auto text = row("extension", fmt::format("{}, {}; {}", times_text(extension->times), bound, needs));
  if (auto const notice = extension->notice.find(Language::English); notice != extension->notice.end()) text += row("what they are told", notice->second);
  return text + row("source of the extension", extension->source);
}

std::string warning_text(DeadlineRule const& rule) {
  auto const drafts = rule.drafts_on_warning ? fmt::format("; drafts the {}", words(name_of(*rule.drafts_on_warning))) : std::string{};
  return fmt::format("{} before{}", words(rule.warn_before), drafts);
}

/// A deadline may come again for other channels or another start: its heading tells them apart.
std::string heading(DeadlineRule const& rule) {
  auto text = capitalised(rule.title.at(Language::English));
  if (!rule.channels.empty()) text += fmt::format(": {}", channels_text(rule));
  if (rule.start != Milestone::Received) text += fmt::format(", once {}", words(name_of(rule.start)));
  return text;
}

std::string deadline_section(DeadlineRule const& rule) {
  auto text = fmt::format("\n### {}\n\n| `{}` | |\n| --- | --- |\n", heading(rule), rule.name.value);
  text += row("in Latvian, Russian", fmt::format("{}; {}", rule.title.at(Language::Latvian), rule.title.at(Language::Russian)));
  text += row("starts when", words(name_of(rule.start)));
  text += row("met when", words(name_of(rule.met_by)));
  text += row("applies to", channels_text(rule));
  text += row("period", counting_text(rule.counting));
  text += row("while we wait for the complainant", rule.while_waiting == WhileWaiting::Runs ? "the clock runs on" : "the clock stands still");
  text += row("warning", warning_text(rule));
  text += row("silence means", silence_text(rule.silence));
  text += row("source", rule.source);
  return text + extension_rows(rule.extension);
}

std::string referral_section(Profile const& profile) {
  if (!profile.referral) return {};
  auto const& referral = *profile.referral;
  auto text = fmt::format("\n## Referral\n\nTo {}, <{}>", referral.body.at(Language::English), referral.address);
  if (referral.within) text += fmt::format(", within {} of the final response", words(*referral.within));
  return text + fmt::format(". Source: {}.\n", referral.source);
}

std::string contents_section(Profile const& profile) {
  if (profile.contents.empty()) return {};
  std::string text = "\n## What letters must contain\n\n| letter | contents | source |\n| --- | --- | --- |\n";
  for (auto const& rule : profile.contents) {
    std::string contents;
    for (auto const& one : rule.contents) contents += fmt::format("{}{}", contents.empty() ? "" : ", ", words(name_of(one)));
    text += row(fmt::format("{} | {}", words(name_of(rule.letter)), contents), rule.source);
  }
  return text;
}

std::string other_section(Profile const& profile) {
  auto text = fmt::format("\n## Besides\n\n- We wait for the complainant’s answer for {}; then the clock runs again.\n", words(profile.information_within));
  text += profile.staff_notices == StaffNotices::AtOnce ? "- Members of staff are written to at once, at any hour.\n"
                                                        : "- Members of staff are written to in their working hours.\n";
  if (profile.retention) text += fmt::format("- A closed complaint is kept for {}. Source: {}.\n", words(profile.retention->keep), profile.retention->source);
  return text;
}

}  // namespace

std::string profile_page(Profile const& profile) {
  auto text = fmt::format("# {}: `{}`\n\nGenerated from `workflows/profiles/{}.toml`; do not edit.\n\n", profile.title.at(Language::English), profile.name,
                          profile.name);
  text += fmt::format("In Latvian: {}. In Russian: {}.\n\n", profile.title.at(Language::Latvian), profile.title.at(Language::Russian));
  text += profile.calendar.empty() ? std::string("Working time is that of the organisation’s own calendar.\n")
                                   : fmt::format("Working time is that of the calendar `{}`.\n", profile.calendar);
  text += "\n## Deadlines\n";
  for (auto const& rule : profile.deadlines) text += deadline_section(rule);
  return text + referral_section(profile) + contents_section(profile) + other_section(profile);
}

}  // namespace redress::rules
