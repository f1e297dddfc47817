// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "adapters/rules/rule_file.hpp"
#include "adapters/rules/rules.hpp"

namespace redress::rules {
namespace {

bool is_kebab_name(std::string_view name) {
  auto const is_letter = [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'); };
  return is_letter(name.front()) && is_letter(name.back()) && name.find("--") == std::string_view::npos &&
         std::ranges::all_of(name, [&](char letter) { return is_letter(letter) || letter == '-'; });
}

DeadlineName deadline_name(RuleTable& entry) {
  DeadlineName name{entry.text("name")};
  if (!is_kebab_name(name.value))
    entry.refuse("name", fmt::format("\"{}\" is not a name for a deadline; write it in small letters and hyphens, such as \"final-response\"", name.value));
  if (name == deadline_names::promise || name == deadline_names::information)
    entry.refuse("name", fmt::format("the house keeps the deadline \"{}\" itself; give this one another name", name.value));
  return name;
}

std::vector<Channel> channels(RuleTable& entry) {
  std::vector<Channel> channels;
  if (!entry.has("channels")) return channels;
  for (auto const place : entry.some_of("channels", names_of(Channel{}))) channels.push_back(static_cast<Channel>(place));
  return channels;
}

/// A key that changes nothing was written by somebody who thought that it does.
void refuse_what_means_nothing(RuleTable const& entry, Unit unit) {
  auto const refuse = [&](std::string_view key) {
    if (entry.has(key)) entry.refuse(key, fmt::format("\"{}\" means nothing for a period of {}; take it out", key, name_of(unit)));
  };
  bool const is_of_hours = unit == Unit::Hours || unit == Unit::WorkingHours;
  if (is_of_hours) refuse("day_of_start");
  if (is_of_hours) refuse("ends_at");
  if (unit == Unit::WorkingHours || unit == Unit::WorkingDays) refuse("on_day_off");
}

CountingRule counting_rule(RuleTable& entry) {
  auto rule = counting(entry.period("period"));
  refuse_what_means_nothing(entry, rule.period.unit);
  rule.starts_from = entry.enumerator("starts_from", rule.starts_from);
  rule.day_of_start = entry.enumerator("day_of_start", rule.day_of_start);
  rule.ends_at = entry.enumerator("ends_at", rule.ends_at);
  rule.on_day_off = entry.enumerator("on_day_off", rule.on_day_off);
  return rule;
}

ExtensionRule extension_rule(RuleTable entry) {
  ExtensionRule rule;
  rule.times = entry.positive_number("times");
  rule.at_most = entry.optional_period("at_most");
  rule.needs = entry.enumerator<ExtensionNeeds>("needs");
  if (entry.has("notice")) rule.notice = entry.text_in_every_language("notice");
  rule.source = entry.text("source");
  entry.end();
  return rule;
}

DeadlineRule deadline_rule(RuleTable& entry) {
  DeadlineRule rule;
  rule.name = deadline_name(entry);
  rule.title = entry.text_in_every_language("title");
  rule.start = entry.enumerator<Milestone>("start");
  rule.met_by = entry.enumerator<Milestone>("met_by");
  if (rule.start == rule.met_by) entry.refuse("met_by", "a deadline that is met by what starts it never runs; let it be met by something else");
  rule.channels = channels(entry);
  rule.counting = counting_rule(entry);
  rule.while_waiting = entry.enumerator("while_waiting", WhileWaiting::Runs);
  rule.warn_before = entry.period("warn_before");
  if (entry.has("drafts_on_warning")) rule.drafts_on_warning = entry.enumerator<LetterKind>("drafts_on_warning");
  rule.silence = entry.enumerator("silence", Silence::NothingYet);
  rule.source = entry.text("source");
  if (auto extension = entry.optional_table("extension")) rule.extension = extension_rule(std::move(*extension));
  entry.end();
  return rule;
}

/// Which of two rules counts must never be a question.
void refuse_rules_that_overlap(RuleTable const& entry, DeadlineRule const& rule, Profile const& profile) {
  for (std::size_t i = 0; i < count_of<Channel>; ++i) {
    auto const channel = static_cast<Channel>(i);
    if (!rule.applies_to(channel) || profile.find(rule.name, channel, rule.start) == nullptr) continue;
    entry.refuse("name", fmt::format("there is a deadline \"{}\" already that starts when \"{}\" and applies to the channel {}; take one of the two out, "
                                     "or give each channels of its own",
                                     rule.name.value, name_of(rule.start), name_of(channel)));
  }
}

void read_deadlines(RuleTable& file, Profile& profile) {
  for (auto& entry : file.tables("deadlines")) {
    auto rule = deadline_rule(entry);
    refuse_rules_that_overlap(entry, rule, profile);
    profile.deadlines.push_back(std::move(rule));
  }
  if (profile.deadlines.empty()) file.refuse("deadlines", "this profile has no deadline; add a [[deadlines]] for each that the regime sets");
}

Period information_within(RuleTable entry) {
  auto const period = entry.period("period");
  std::ignore = entry.text("source");
  entry.end();
  return period;
}

StaffNotices staff_notices(RuleTable entry) {
  auto const when = entry.enumerator<StaffNotices>("when");
  std::ignore = entry.text("source");
  entry.end();
  return when;
}

ReferralRule referral_rule(RuleTable entry) {
  ReferralRule rule;
  rule.body = entry.text_in_every_language("body");
  rule.address = entry.text("address");
  if (!rule.address.starts_with("https://") && !rule.address.starts_with("http://"))
    entry.refuse("address", "\"address\" must be a web address such as \"https://www.example.org\"");
  rule.within = entry.optional_period("within");
  rule.source = entry.text("source");
  entry.end();
  return rule;
}

Approver approver(RuleTable entry) {
  auto const who = entry.enumerator<Approver>("by");
  std::ignore = entry.text("source");
  entry.end();
  return who;
}

RetentionRule retention_rule(RuleTable entry) {
  RetentionRule rule;
  rule.keep = entry.period("keep");
  rule.source = entry.text("source");
  entry.end();
  return rule;
}

ContentsRule contents_rule(RuleTable& entry) {
  ContentsRule rule;
  rule.letter = entry.enumerator<LetterKind>("letter");
  for (auto const place : entry.some_of("must", names_of(LetterContents{}))) rule.contents.push_back(static_cast<LetterContents>(place));
  rule.source = entry.text("source");
  entry.end();
  return rule;
}

void read_contents(RuleTable& file, Profile& profile) {
  for (auto& entry : file.tables("contents")) {
    auto rule = contents_rule(entry);
    if (std::ranges::find(profile.contents, rule.letter, &ContentsRule::letter) != profile.contents.end())
      entry.refuse("letter", fmt::format("the contents of \"{}\" are given already; put them all into one [[contents]]", name_of(rule.letter)));
    profile.contents.push_back(std::move(rule));
  }
}

}  // namespace

Profile load_profile(std::filesystem::path const& path) {
  RuleTable file(path);
  Profile profile;
  profile.name = file.name_of_file("name");
  profile.calendar = file.optional_text("calendar");
  profile.title = file.text_in_every_language("title");
  read_deadlines(file, profile);
  profile.information_within = information_within(file.table("information_within"));
  if (auto notices = file.optional_table("staff_notices")) profile.staff_notices = staff_notices(std::move(*notices));
  if (auto referral = file.optional_table("referral")) profile.referral = referral_rule(std::move(*referral));
  if (auto retention = file.optional_table("retention")) profile.retention = retention_rule(std::move(*retention));
  if (auto approval = file.optional_table("approval")) profile.approver = approver(std::move(*approval));
  read_contents(file, profile);
  file.end();
  return profile;
}

}  // namespace redress::rules
