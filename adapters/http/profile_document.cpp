// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/profile_document.hpp"

#include <optional>

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"

namespace redress::http {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using codec::to_json;

value text_or_null(std::map<Language, std::string> const& texts, Language language) {
  auto const found = texts.find(language);
  return found == texts.end() || found->second.empty() ? value() : value(found->second);
}

value extension(std::optional<ExtensionRule> const& rule, Language language) {
  if (!rule) return nullptr;
  return object{{"times", rule->times},
                {"at_most", to_json(rule->at_most)},
                {"needs", to_json(rule->needs)},
                {"notice", text_or_null(rule->notice, language)},
                {"source", rule->source}};
}

object deadline(DeadlineRule const& rule, Language language) {
  auto const& counting = rule.counting;
  return {{"name", to_json(rule.name)},
          {"title", rule.title.at(language)},
          {"start", to_json(rule.start)},
          {"met_by", to_json(rule.met_by)},
          {"channels", to_json(rule.channels)},
          {"period", to_json(counting.period)},
          {"starts_from", to_json(counting.starts_from)},
          {"day_of_start", to_json(counting.day_of_start)},
          {"ends_at", to_json(counting.ends_at)},
          {"on_day_off", to_json(counting.on_day_off)},
          {"while_waiting", to_json(rule.while_waiting)},
          {"warn_before", to_json(rule.warn_before)},
          {"drafts_on_warning", to_json(rule.drafts_on_warning)},
          {"silence", to_json(rule.silence)},
          {"extension", extension(rule.extension, language)},
          {"source", rule.source}};
}

value referral(std::optional<ReferralRule> const& rule, Language language) {
  if (!rule) return nullptr;
  return object{{"body", rule->body.at(language)}, {"address", rule->address}, {"within", to_json(rule->within)}, {"source", rule->source}};
}

value retention(std::optional<RetentionRule> const& rule) {
  if (!rule) return nullptr;
  return object{{"keep", to_json(rule->keep)}, {"source", rule->source}};
}

array contents(Profile const& profile) {
  array all;
  for (auto const& rule : profile.contents)
    all.push_back(object{{"letter", to_json(rule.letter)}, {"contents", to_json(rule.contents)}, {"source", rule.source}});
  return all;
}

}  // namespace

object profile_row(Profile const& profile, ports::Rulebook const& rulebook, Language language) {
  return {{"name", profile.name},
          {"title", profile.title.at(language)},
          {"calendar", profile.calendar.empty() ? value() : value(profile.calendar)},
          {"is_ours", profile.name == rulebook.organisation.profile}};
}

object profile_document(Profile const& profile, ports::Rulebook const& rulebook, Language language) {
  auto shown = profile_row(profile, rulebook, language);
  array deadlines;
  for (auto const& rule : profile.deadlines) deadlines.push_back(deadline(rule, language));
  shown["deadlines"] = std::move(deadlines);
  shown["information_within"] = to_json(profile.information_within);
  shown["staff_notices"] = to_json(profile.staff_notices);
  shown["approver"] = to_json(profile.approver);
  shown["referral"] = referral(profile.referral, language);
  shown["retention"] = retention(profile.retention);
  shown["contents"] = contents(profile);
  return shown;
}

}  // namespace redress::http
