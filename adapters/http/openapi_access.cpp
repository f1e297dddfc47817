// SPDX-License-Identifier: Apache-2.0
// The part of the API's description that is about who reads what and who read it, and about identity providers.
#include <utility>

#include "adapters/codec/schema.hpp"
#include "adapters/http/openapi_parts.hpp"
#include "adapters/http/openapi_schemas.hpp"
#include "adapters/http/presence.hpp"
#include "engine/ports/read_log.hpp"

namespace redress::http {

using boost::json::array;
using boost::json::object;

namespace {

object number_from_one(std::int64_t most) {
  return {{"type", "integer"}, {"minimum", 1}, {"maximum", most}};
}

object read_readings() {
  constexpr std::int64_t longest_page = 500;
  constexpr std::int64_t any = 9'007'199'254'740'991;
  return operation("read-readings", "Read who read what",
                   {parameter("query", "reference", "of which complaint"), parameter("query", "user", "by whom"),
                    parameter("query", "before", "`next` of the page before", number_from_one(any)),
                    parameter("query", "limit", "how many at most; 100 when left out", number_from_one(longest_page))},
                   {{"200", answered("Newest first.", "ReadingList")}, {"400", refused_with("A number is none.")}});
}

object sent_elsewhere(std::string_view description) {
  return {{"description", description}, {"headers", object{{"Location", object{{"schema", text()}}}}}};
}

object provider_operation(std::string_view id, std::string_view summary, array parameters) {
  auto described = open_operation(id, summary, {{"303", sent_elsewhere("Where the browser goes next.")}, {"404", refused_with("No provider is set up.")}});
  described["parameters"] = std::move(parameters);
  return described;
}

object back_from_provider() {
  return provider_operation("end-log-in-by-provider", "Come back from the identity provider",
                            {parameter("query", "state", "what the browser went with"), parameter("query", "code", "what the provider sent it back with"),
                             parameter("query", "iss", "who the provider is"), parameter("query", "error", "why the provider let nobody in")});
}

array identity_parameters() {
  return {parameter("path", "name", "what the user logs in with"),
          parameter("header", "X-Redress-CSRF", "1, when the request comes with the cookie of a session")};
}

object identities_path() {
  return {{"get", operation("list-identities", "List as whom identity providers know a user", identity_parameters(),
                            {{"200", answered("All of them.", "IdentityList")}})},
          {"post", with_body(operation("link-identity", "Link a user to an identity", identity_parameters(),
                                       {{"201", answered("Linked.", "Identity")},
                                        {"404", refused_with("There is no such user.")},
                                        {"409", refused_with("The identity is somebody's already.")},
                                        {"422", refused_with("This is no identity.")}}),
                             "application/json", reference_to_schema("IdentityWanted"))}};
}

object unlink_identity() {
  auto parameters = identity_parameters();
  parameters.push_back(parameter("path", "id", "the identity: identity-…"));
  return operation("unlink-identity", "Take an identity from a user", std::move(parameters),
                   {{"204", object{{"description", "It lets nobody in any more."}}}, {"404", refused_with("The user has no such identity.")}});
}

object note_presence() {
  auto described = operation("note-presence", "Say that somebody has a complaint before them",
                             {reference_parameter(), parameter("header", "X-Redress-Actor", "for whom a program speaks"),
                              parameter("header", "X-Redress-CSRF", "1, when the request comes with the cookie of a session")},
                             {{"200", answered("Who else has.", "Presence")}, {"404", refused_with("There is no such complaint.")}});
  return with_body(std::move(described), "application/json", reference_to_schema("PresenceNoted"));
}

object reading() {
  return closed_record({{"at", moment()},
                        {"user", or_null(text())},
                        {"staff", or_null(text())},
                        {"way", text()},
                        {"what", text()},
                        {"reference", or_null(text())},
                        {"part", or_null(text())},
                        {"searched", or_null(text())},
                        {"outcome", one_of<ports::ReadOutcome>()}});
}

object identity() {
  return closed_record({{"id", text()}, {"issuer", text()}, {"subject", text()}, {"linked_at", moment()}});
}

}  // namespace

object access_paths() {
  object paths;
  paths["/api/v1/complaints/{reference}/presence"] = object{{"post", note_presence()}};
  paths["/api/v1/readings"] = object{{"get", read_readings()}};
  paths["/api/v1/log-in-ways"] = object{{"get", open_operation("read-log-in-ways", "Ask how one may log in beside name and password",
                                                               {{"200", answered("The identity providers.", "LogInWays")}})}};
  paths["/api/v1/session/provider"] = object{{"get", provider_operation("begin-log-in-by-provider", "Go to the identity provider", {})}};
  paths["/api/v1/session/provider/return"] = object{{"get", back_from_provider()}};
  paths["/api/v1/users/{name}/identities"] = identities_path();
  paths["/api/v1/users/{name}/identities/{id}"] = object{{"delete", unlink_identity()}};
  return paths;
}

object access_schemas() {
  auto const present = closed_record({{"staff", text()}, {"mode", codec::names_schema({"reading", "writing"})}, {"since", moment()}});
  auto const name_of_page = object{{"type", "string"}, {"pattern", "^[!-~]{1,64}$"}};
  return {{"Presence", closed_record({{"reference", text()}, {"present", codec::list_schema(present)}})},
          {"PresenceNoted", form({{"mode", one_of<PresenceMode>()}, {"page", name_of_page}}, {"mode", "page"})},
          {"ReadingList", closed_record({{"readings", codec::list_schema(reading())}, {"next", or_null(number())}})},
          {"LogInWays", closed_record({{"providers", codec::list_schema(closed_record({{"title", text()}, {"start", text()}}))}})},
          {"Identity", identity()},
          {"IdentityList", closed_record({{"identities", codec::list_schema(reference_to_schema("Identity"))}})},
          {"IdentityWanted", form({{"subject", text()}, {"issuer", or_null(text())}}, {"subject"})}};
}

}  // namespace redress::http
