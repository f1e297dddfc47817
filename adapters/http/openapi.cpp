// SPDX-License-Identifier: Apache-2.0
// The description of the API, made from the same lists the API itself is made from.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <string>
#include <utility>
#include <vector>

#include "adapters/codec/command_codec.hpp"
#include "adapters/codec/schema.hpp"
#include "adapters/http/api.hpp"
#include "adapters/http/openapi_parts.hpp"
#include "adapters/http/openapi_schemas.hpp"

namespace redress::http {

using boost::json::array;
using boost::json::object;

namespace {

object receive_complaint() {
  object const responses{{"201", answered("It is taken in.", "Answer")}, {"422", refused_with("The command is refused.")}};
  return with_body(operation("receive-complaint", "Take a complaint in", command_headers(), responses), "application/json",
                   reference_to_schema("receive-complaint"));
}

object list_complaints() {
  array const parameters{parameter("query", "stage", "only at this stage", codec::names_schema(codec::all_names<Stage>())),
                         parameter("query", "due_before", "only with a deadline before this moment", codec::format_schema("date-time")),
                         parameter("query", "handler", "only with this handler"),
                         parameter("query", "q", "in the reference or the complainant's name"),
                         parameter("query", "limit", "rows of a page, 1 to 200", {{"type", "integer"}, {"minimum", 1}, {"maximum", 200}}),
                         parameter("query", "after", "`next` of the page before")};
  return operation("list-complaints", "List complaints", parameters, {{"200", answered("A page of them.", "ComplaintList")}});
}

object read_complaint() {
  return operation("read-complaint", "Read a complaint", {reference_parameter()}, {{"200", answered("Everything about it.", "Complaint")}});
}

object read_history() {
  return operation("read-history", "Read the history of a complaint", {reference_parameter()},
                   {{"200", answered("Its leaves as they were hashed, and its events.", "History")}});
}

object read_letter() {
  auto forms = content("application/json", reference_to_schema("Letter"));
  for (auto const type : {"text/plain", "text/html", "message/rfc822"}) forms[type] = object{{"schema", object{{"type", "string"}}}};
  forms["application/pdf"] = object{{"schema", object{{"type", "string"}, {"format", "binary"}}}};
  return operation("read-letter", "Read a letter in the form asked for", {reference_parameter(), parameter("path", "id", "the letter: letter-1")},
                   {{"200", object{{"description", "The letter."}, {"content", std::move(forms)}}}});
}

array letter_parameters() {
  return {reference_parameter(), parameter("path", "id", "the letter: letter-1")};
}

object review_letter() {
  return operation("review-a-letter", "See what stands in a letter's way", letter_parameters(),
                   {{"200", answered("What is missing, and how it reads.", "LetterReview")}});
}

object read_letter_versions() {
  return operation("read-letter-versions", "Read the versions of a letter", letter_parameters(),
                   {{"200", answered("Each as it was drafted.", "LetterVersions")}});
}

object read_letter_changes() {
  auto parameters = letter_parameters();
  parameters.push_back(parameter("query", "from", "the earlier version; left out, the one before the later"));
  parameters.push_back(parameter("query", "to", "the later version; left out, the newest"));
  return operation("read-letter-changes", "Read what changed between two versions of a letter", std::move(parameters),
                   {{"200", answered("Part by part and word by word.", "LetterChanges")}});
}

object give_command(codec::CommandInfo const& command) {
  auto parameters = command_headers();
  parameters.insert(parameters.begin(), reference_parameter());
  parameters.push_back(
      parameter("header", "If-Match", "the version the command was decided on: \"5\"", {{"type", "string"}, {"pattern", R"(^(\*|"?0*[1-9][0-9]{0,17}"?)$)"}}));
  object const responses{{"200", answered("It happened.", "Answer")},
                         {"404", refused_with("There is no such complaint.")},
                         {"412", refused_with("The complaint has moved on.")},
                         {"422", refused_with("The command is refused.")}};
  return with_body(operation(command.name, command.title, std::move(parameters), responses), "application/json", reference_to_schema(command.name));
}

object read_calendar() {
  auto described =
      open_operation("read-calendar", "Read the appointments of a member of staff",
                     {{"200", answered_with_text("Their open appointments: of each its kind and the reference of its complaint.", "text/calendar")}});
  described["parameters"] =
      array{parameter("path", "file", "the member of staff and .ics: staff-01.ics"), parameter("query", "token", "what stands in their calendar_token_file")};
  return described;
}

object paths() {
  object result;
  result["/api/v1/complaints"] = object{{"get", list_complaints()}, {"post", receive_complaint()}};
  result["/api/v1/complaints/{reference}"] = object{{"get", read_complaint()}};
  result["/api/v1/complaints/{reference}/history"] = object{{"get", read_history()}};
  result["/api/v1/complaints/{reference}/letters/{id}"] = object{{"get", read_letter()}};
  result["/api/v1/complaints/{reference}/letters/{id}/review"] = object{{"get", review_letter()}};
  result["/api/v1/complaints/{reference}/letters/{id}/versions"] = object{{"get", read_letter_versions()}};
  result["/api/v1/complaints/{reference}/letters/{id}/changes"] = object{{"get", read_letter_changes()}};
  for (auto const& command : codec::commands())
    if (!command.by_clock && command.name != ReceiveComplaint::name)
      result["/api/v1/complaints/{reference}/commands/" + std::string(command.name)] = object{{"post", give_command(command)}};
  for (auto& [path, operations] : mail_paths()) result[path] = std::move(operations);
  result["/api/v1/organisation"] =
      object{{"get", operation("read-organisation", "Read who works here, and by which calendar",
                               {parameter("header", "Accept-Language", "the language of names")}, {{"200", answered("The organisation.", "Organisation")}})}};
  result["/api/v1/outbox"] = object{{"get", operation("read-outbox", "Read what did not go out", {}, {{"200", answered("The incidents.", "Outbox")}})}};
  result["/api/v1/events"] = object{
      {"get", operation("listen", "Hear of changes", {},
                        {{"200", answered_with_text(
                                     "A message for each complaint that changed; one of the event `presence` when somebody came to a complaint or left it.",
                                     "text/event-stream")}})}};
  result["/calendars/{file}"] = object{{"get", read_calendar()}};
  result["/api/v1/openapi.json"] =
      object{{"get", open_operation("describe", "Read this description",
                                    {{"200", object{{"description", "OpenAPI 3.1."}, {"content", content("application/json", {{"type", "object"}})}}}})}};
  for (auto& [path, operations] : account_paths()) result[path] = std::move(operations);
  for (auto& [path, operations] : access_paths()) result[path] = std::move(operations);
  for (auto& [path, operations] : rule_paths()) result[path] = std::move(operations);
  result["/healthz"] = object{{"get", open_operation("is-alive", "Ask whether the node lives", {{"200", answered_with_text("It does.", "text/plain")}})}};
  result["/readyz"] = object{{"get", open_operation("is-ready", "Ask whether the node can work", {{"200", answered_with_text("It can.", "text/plain")}})}};
  result["/metrics"] =
      object{{"get", open_operation("read-figures", "Read the node's figures", {{"200", answered_with_text("Prometheus text.", "text/plain")}})}};
  return result;
}

}  // namespace

std::string openapi_document() {
  auto schemas = answer_schemas();
  for (auto& [name, schema] : account_schemas()) schemas[name] = std::move(schema);
  for (auto& [name, schema] : access_schemas()) schemas[name] = std::move(schema);
  for (auto& [name, schema] : rule_schemas()) schemas[name] = std::move(schema);
  for (auto& [name, schema] : command_schemas()) schemas[name] = std::move(schema);
  object const document{
      {"openapi", "3.1.0"},
      {"info", object{{"title", "Redress"}, {"version", "1"}, {"license", object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"security", array{object{{"token", array{}}}, object{{"session", array{}}}}},
      {"paths", paths()},
      {"components", object{{"securitySchemes", security_schemes()}, {"schemas", std::move(schemas)}}},
  };
  return boost::json::serialize(document);
}

}  // namespace redress::http
