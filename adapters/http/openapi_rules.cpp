// SPDX-License-Identifier: Apache-2.0
// The part of the API's description that is about the rules of the house: roles, profiles, templates of letters.
#include <utility>

#include <boost/json/array.hpp>

#include "adapters/http/openapi_parts.hpp"
#include "adapters/http/openapi_schemas.hpp"
#include "engine/domain/letter_contents.hpp"
#include "engine/domain/money.hpp"
#include "engine/domain/profile.hpp"

namespace redress::http {

using boost::json::array;
using boost::json::object;

namespace {

object name_parameter() {
  return parameter("path", "name", "the profile: lv-consumer");
}

object language_header() {
  return parameter("header", "Accept-Language", "the language of titles and sentences: en, lv or ru");
}

object read_profile() {
  return operation("read-profile", "Read a profile", {name_parameter(), language_header()},
                   {{"200", answered("Its rules.", "Profile")}, {"404", refused_with("There is no such profile.")}});
}

object try_on_moment() {
  array const parameters{name_parameter(), parameter("query", "received_at", "when the complaint would have come in; now when left out", moment()),
                         parameter("query", "channel", "how; email when left out", one_of<Channel>()), language_header()};
  return operation("try-profile", "Try a profile on a complaint that came in at a moment", parameters,
                   {{"200", answered("The dates it would give.", "ProfileDates")}, {"404", refused_with("There is no such profile.")}});
}

object try_on_complaint() {
  return operation("try-profile-on-complaint", "Try a profile on a complaint, changing nothing", {reference_parameter(), name_parameter(), language_header()},
                   {{"200", answered("The dates it would give, without pauses and extensions.", "ProfileDates")},
                    {"404", refused_with("There is no such complaint, or no such profile.")}});
}

object read_template() {
  return operation("read-letter-template", "Read a template of letters as it was written",
                   {parameter("path", "language", "en, lv or ru", one_of<Language>()), parameter("path", "kind", "of letter", one_of<LetterKind>())},
                   {{"200", answered("Its paragraphs.", "LetterTemplate")}, {"404", refused_with("There is no such template.")}});
}

object period() {
  return closed_record({{"amount", number()}, {"unit", one_of<Unit>()}});
}

object extension() {
  return closed_record(
      {{"times", number()}, {"at_most", or_null(period())}, {"needs", one_of<ExtensionNeeds>()}, {"notice", or_null(text())}, {"source", text()}});
}

object deadline_rule() {
  return closed_record({{"name", text()},
                        {"title", text()},
                        {"start", one_of<Milestone>()},
                        {"met_by", one_of<Milestone>()},
                        {"channels", codec::list_schema(one_of<Channel>())},
                        {"period", period()},
                        {"starts_from", one_of<StartsFrom>()},
                        {"day_of_start", one_of<DayOfStart>()},
                        {"ends_at", one_of<EndsAt>()},
                        {"on_day_off", one_of<OnDayOff>()},
                        {"while_waiting", one_of<WhileWaiting>()},
                        {"warn_before", period()},
                        {"drafts_on_warning", or_null(one_of<LetterKind>())},
                        {"silence", one_of<Silence>()},
                        {"extension", or_null(extension())},
                        {"source", text()}});
}

object profile_row() {
  return closed_record({{"name", text()}, {"title", text()}, {"calendar", or_null(text())}, {"is_ours", flag()}});
}

object profile() {
  auto const referral = closed_record({{"body", text()}, {"address", text()}, {"within", or_null(period())}, {"source", text()}});
  auto const contents = closed_record({{"letter", one_of<LetterKind>()}, {"contents", codec::list_schema(one_of<LetterContents>())}, {"source", text()}});
  return closed_record({{"name", text()},
                        {"title", text()},
                        {"calendar", or_null(text())},
                        {"is_ours", flag()},
                        {"deadlines", codec::list_schema(deadline_rule())},
                        {"information_within", period()},
                        {"staff_notices", one_of<StaffNotices>()},
                        {"approver", one_of<Approver>()},
                        {"referral", or_null(referral)},
                        {"retention", or_null(closed_record({{"keep", period()}, {"source", text()}}))},
                        {"contents", codec::list_schema(contents)}});
}

object profile_dates() {
  auto const started = closed_record({{"name", text()},
                                      {"title", text()},
                                      {"start", one_of<Milestone>()},
                                      {"started_at", moment()},
                                      {"due_at", moment()},
                                      {"runs", flag()},
                                      {"present_due_at", or_null(moment())},
                                      {"because", because_steps()},
                                      {"because_text", text()}});
  auto const waiting = closed_record({{"name", text()}, {"title", text()}, {"start", one_of<Milestone>()}});
  return closed_record({{"profile", text()}, {"dates", codec::list_schema(started)}, {"not_started", codec::list_schema(waiting)}});
}

object role() {
  return closed_record({{"name", text()}, {"commands", texts()}, {"privileges", texts()}, {"remedy_most", or_null(codec::schema_of<Money>())}});
}

object template_row() {
  return closed_record({{"language", one_of<Language>()}, {"kind", one_of<LetterKind>()}, {"subject", text()}});
}

object letter_template() {
  auto const paragraph = closed_record({{"block", one_of<Block>()},
                                        {"text", text()},
                                        {"for_each", or_null(text())},
                                        {"needs", texts()},
                                        {"unless", texts()},
                                        {"states", codec::list_schema(one_of<LetterContents>())}});
  return closed_record({{"language", one_of<Language>()},
                        {"kind", one_of<LetterKind>()},
                        {"subject", text()},
                        {"recipe", codec::list_schema(one_of<Block>())},
                        {"paragraphs", codec::list_schema(paragraph)}});
}

}  // namespace

object rule_paths() {
  object paths;
  paths["/api/v1/roles"] = object{{"get", operation("list-roles", "Read what each role may do", {}, {{"200", answered("The matrix.", "RoleList")}})}};
  paths["/api/v1/profiles"] =
      object{{"get", operation("list-profiles", "List the profiles", {language_header()}, {{"200", answered("All of them.", "ProfileList")}})}};
  paths["/api/v1/profiles/{name}"] = object{{"get", read_profile()}};
  paths["/api/v1/profiles/{name}/dates"] = object{{"get", try_on_moment()}};
  paths["/api/v1/complaints/{reference}/profiles/{name}/dates"] = object{{"get", try_on_complaint()}};
  paths["/api/v1/letter-templates"] =
      object{{"get", operation("list-letter-templates", "List the templates of letters", {}, {{"200", answered("All of them.", "LetterTemplateList")}})}};
  paths["/api/v1/letter-templates/{language}/{kind}"] = object{{"get", read_template()}};
  return paths;
}

object rule_schemas() {
  return {{"RoleList", closed_record({{"commands", texts()}, {"privileges", texts()}, {"roles", codec::list_schema(role())}})},
          {"ProfileList", closed_record({{"profiles", codec::list_schema(profile_row())}})},
          {"Profile", profile()},
          {"ProfileDates", profile_dates()},
          {"LetterTemplateList", closed_record({{"templates", codec::list_schema(template_row())}})},
          {"LetterTemplate", letter_template()}};
}

}  // namespace redress::http
