// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/openapi_schemas.hpp"

#include <boost/json/array.hpp>
#include <string>
#include <utility>

#include "adapters/codec/command_codec.hpp"
#include "adapters/codec/schema.hpp"
#include "adapters/http/openapi_parts.hpp"
#include "engine/domain/complaint.hpp"
#include "engine/domain/letter_changes.hpp"
#include "engine/domain/mail.hpp"
#include "engine/domain/situation.hpp"
#include "engine/domain/wording.hpp"
#include "engine/ports/store.hpp"

namespace redress::http {

using boost::json::array;
using boost::json::object;
using codec::list_schema;

namespace {

object day() {
  return codec::format_schema("date");
}

object anything() {
  return {{"type", "object"}};
}

object missing() {
  auto const place = or_null(record({{"paragraph", number()}, {"start", number()}, {"end", number()}}));
  return list_of({{"reason", one_of<Reason>()}, {"subject", text()}, {"title", text()}, {"place", place}});
}

object staff() {
  return or_null(record({{"id", text()}, {"name", text()}}));
}

object problem_schema() {
  return {{"type", "object"},
          {"properties", object{{"type", text()},
                                {"title", text()},
                                {"status", number()},
                                {"detail", text()},
                                {"refusal", one_of<Reason>()},
                                {"missing", missing()},
                                {"current_version", number()},
                                {"correlation", text()}}},
          {"required", array{"type", "title", "status"}}};
}

object deadlines() {
  return list_of({{"name", text()},
                  {"title", text()},
                  {"promise", or_null(text())},
                  {"due_at", moment()},
                  {"warn_at", moment()},
                  {"state", one_of<DeadlineState>()},
                  {"warned", flag()},
                  {"owed", flag()},
                  {"settled", flag()},
                  {"because", because_steps()},
                  {"because_text", text()}});
}

object letters() {
  return list_of({{"id", text()},
                  {"kind", one_of<LetterKind>()},
                  {"state", one_of<LetterState>()},
                  {"subject", text()},
                  {"language", one_of<Language>()},
                  {"drafted_by", text()},
                  {"signed_by", or_null(text())},
                  {"drafts", number()},
                  {"copies", list_of({{"recipient", text()},
                                      {"state", one_of<LetterState>()},
                                      {"version", number()},
                                      {"withheld", list_schema(one_of<Withheld>())},
                                      {"read_at", or_null(moment())},
                                      {"learned", text()}})},
                  {"links", record({{"self", text()}})}});
}

object promises() {
  return list_of({{"id", text()},
                  {"proposal", text()},
                  {"state", one_of<PromiseState>()},
                  {"what", text()},
                  {"owner", text()},
                  {"by", day()},
                  {"earlier", list_schema(day())},
                  {"evidence", text()}});
}

object proposals() {
  return list_of({{"id", text()},
                  {"description", text()},
                  {"compensation", or_null(codec::schema_of<Money>())},
                  {"goodwill", text()},
                  {"answer", or_null(one_of<ProposalAnswer>())}});
}

object contacts() {
  return list_of({{"direction", one_of<Direction>()}, {"channel", one_of<Channel>()}, {"at", moment()}, {"by", text()}, {"summary", text()}});
}

object preventive_actions() {
  return list_of({{"id", text()},
                  {"state", one_of<PreventiveActionState>()},
                  {"what", text()},
                  {"kind", or_null(one_of<PreventiveActionKind>())},
                  {"owner", text()},
                  {"by", or_null(day())}});
}

object appointments() {
  return list_of({{"id", text()},
                  {"kind", one_of<AppointmentKind>()},
                  {"at", moment()},
                  {"zone", text()},
                  {"with", text()},
                  {"changes", number()},
                  {"cancelled", flag()}});
}

object effort() {
  return record({{"contacts", number()},
                 {"contacts_in", number()},
                 {"contacts_out", number()},
                 {"appointments", number()},
                 {"transfers", number()},
                 {"questions", number()},
                 {"repetitions", number()},
                 {"extensions", number()},
                 {"days_waited", number()}});
}

/// As it came in.
object received() {
  return record({{"reference", text()},
                 {"channel", one_of<Channel>()},
                 {"language", one_of<Language>()},
                 {"profile", text()},
                 {"calendar", text()},
                 {"situation", or_null(text())},
                 {"situation_guide", or_null(codec::schema_of<SituationGuide>())},
                 {"complainant", codec::schema_of<Complainant>()},
                 {"narrative", text()},
                 {"desired_outcome", or_null(text())},
                 {"evidence", texts()},
                 {"public", or_null(codec::schema_of<PublicPost>())},
                 {"concerns_staff", texts()},
                 {"received_at", moment()},
                 {"mail", or_null(text())},
                 {"possibly_about", or_null(text())},
                 {"authentication", or_null(codec::schema_of<MailAuthentication>())},
                 {"acknowledgement_withheld", or_null(one_of<AcknowledgementWithheld>())}});
}

/// Where it stands.
object standing() {
  return record({{"reach", number()},
                 {"severity", or_null(one_of<Severity>())},
                 {"urgency", one_of<Urgency>()},
                 {"stage", one_of<Stage>()},
                 {"version", number()},
                 {"waiting", one_of<Waiting>()},
                 {"waiting_since", or_null(moment())},
                 {"escalation", one_of<Escalation>()},
                 {"handler", staff()},
                 {"identity_confirmed", flag()},
                 {"account", or_null(text())},
                 {"identity_candidates", list_schema(codec::schema_of<IdentityCandidate>())},
                 {"identity_asked_at", or_null(moment())},
                 {"reopening_asked", flag()},
                 {"apology_due", flag()},
                 {"outcome", or_null(one_of<Outcome>())},
                 {"satisfaction", or_null(one_of<Satisfaction>())},
                 {"final_position", text()},
                 {"prevention_ruled_out", flag()},
                 {"merged_into", or_null(text())},
                 {"notes", number()},
                 {"attachments", number()},
                 {"effort", effort()}});
}

/// What was found out and agreed.
object substance() {
  return record({{"points", list_of({{"id", text()}, {"text", text()}, {"finding", or_null(one_of<Finding>())}, {"explanation", text()}})},
                 {"appointments", appointments()},
                 {"contacts", contacts()},
                 {"mails", texts()},
                 {"people_involved", list_of({{"person", text()}, {"name", text()}, {"email", text()}, {"role", text()}, {"heard", flag()}})},
                 {"facts", list_of({{"id", text()}, {"text", text()}, {"evidence", text()}})},
                 {"root_cause", or_null(record({{"category", text()}, {"circumstance", text()}}))},
                 {"hearing", or_null(record({{"desired_outcome", text()}, {"summary", text()}}))},
                 {"proposals", proposals()},
                 {"promises", promises()},
                 {"letters", letters()},
                 {"preventive_actions", preventive_actions()},
                 {"holds", list_of({{"id", text()}, {"what", text()}, {"systems", texts()}, {"lifted", flag()}})},
                 {"deadlines", deadlines()},
                 {"permitted_commands", list_of({{"name", text()}, {"title", text()}, {"ready", flag()}, {"missing", missing()}})}});
}

object row() {
  return record({{"reference", text()},
                 {"stage", one_of<Stage>()},
                 {"version", number()},
                 {"channel", one_of<Channel>()},
                 {"language", one_of<Language>()},
                 {"handler", staff()},
                 {"waiting", one_of<Waiting>()},
                 {"escalation", one_of<Escalation>()},
                 {"complainant_name", text()},
                 {"received_at", moment()},
                 {"next_due_at", or_null(moment())}});
}

object history() {
  auto const leaf = record({{"leaf", anything()}, {"disclosures", texts()}});
  auto const event = record({{"sequence", number()}, {"at", moment()}, {"type", text()}, {"actor", anything()}, {"data", anything()}});
  return record({{"leaves", list_schema(leaf)}, {"events", list_schema(event)}});
}

object mail_entry() {
  auto decision = record({{"verdict", one_of<ports::MailVerdict>()}, {"by", text()}, {"at", moment()}, {"reason", text()}});
  return object{{"type", "object"},
                {"properties", object{{"id", text()},
                                      {"inlet", text()},
                                      {"received_at", moment()},
                                      {"sha256", text()},
                                      {"size", number()},
                                      {"state", one_of<ports::MailState>()},
                                      {"reference", text()},
                                      {"reason", text()},
                                      {"decision", std::move(decision)},
                                      {"authentication", codec::schema_of<MailAuthentication>()},
                                      {"acknowledged", flag()}}},
                {"required", array{"id", "inlet", "received_at", "sha256", "size", "state", "authentication", "acknowledged"}}};
}

object intake() {
  return record({{"received", number()},
                 {"filed", number()},
                 {"quarantined", number()},
                 {"undecided", number()},
                 {"waiting", number()},
                 {"entries", list_schema(reference_to_schema("MailEntry"))},
                 {"next", or_null(text())}});
}

/// A mail that waits has nothing but its identifier and that state.
object mail() {
  return {{"type", "object"},
          {"properties", object{{"id", text()},
                                {"state", codec::names_schema({"filed", "quarantined", "waiting"})},
                                {"reading", or_null(codec::schema_of<ReadMail>())},
                                {"unreadable", text()}}},
          {"required", array{"id", "state"}}};
}

object files() {
  auto const links = record({{"self", text()}});
  return record({{"files", list_of({{"mail", text()}, {"number", number()}, {"name", text()}, {"type", text()}, {"size", number()}, {"links", links}})},
                 {"unreadable", texts()}});
}

object mail_decision() {
  return {{"type", "object"},
          {"properties", object{{"reason", text()}, {"reference", text()}, {"name", text()}, {"email", text()}, {"narrative", text()}}},
          {"required", array{"reason"}}};
}

object organisation() {
  auto const staff =
      list_of({{"id", text()}, {"name", text()}, {"title", text()}, {"line_manager", or_null(text())}, {"away", list_of({{"from", day()}, {"until", day()}})}});
  return record({{"name", text()}, {"calendar", text()}, {"zone", text()}, {"profile", text()}, {"situations", texts()}, {"staff", staff}});
}

object outbox() {
  return record({{"waiting", number()},
                 {"incidents", list_of({{"id", text()},
                                        {"reference", text()},
                                        {"letter", text()},
                                        {"recipient", or_null(text())},
                                        {"route", one_of<Route>()},
                                        {"attempts", number()},
                                        {"due_at", moment()},
                                        {"last_reply", text()}})}});
}

/// What we answer may be empty where what we are told may not.
void allow_empty_texts(boost::json::value& schema) {
  if (auto* list = schema.if_array())
    for (auto& one : *list) allow_empty_texts(one);
  auto* described = schema.if_object();
  if (described == nullptr) return;
  described->erase("minLength");
  for (auto& field : *described) allow_empty_texts(field.value());
}

}  // namespace

object reference_to_schema(std::string_view name) {
  return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

object answer_schemas() {
  object schemas{{"Problem", problem_schema()},
                 {"Answer", record({{"reference", text()}, {"stage", one_of<Stage>()}, {"version", number()}, {"events", texts()}})},
                 {"Complaint", object{{"allOf", array{received(), standing(), substance()}}}},
                 {"ComplaintRow", row()},
                 {"ComplaintList", record({{"complaints", list_schema(reference_to_schema("ComplaintRow"))}, {"next", or_null(text())}})},
                 {"History", history()},
                 {"Letter", codec::schema_of<LetterDocument>()},
                 {"LetterReview", record({{"ready", flag()}, {"missing", missing()}, {"text", text()}, {"wording", codec::schema_of<WordingReview>()}})},
                 {"LetterVersions", record({{"versions", list_of({{"version", number()},
                                                                  {"at", moment()},
                                                                  {"by", text()},
                                                                  {"document", codec::schema_of<LetterDocument>()},
                                                                  {"returned", or_null(record({{"by", text()}, {"remarks", text()}}))}})}})},
                 {"LetterChanges", record({{"from", number()}, {"to", number()}, {"changes", list_schema(codec::schema_of<PartChange>())}})},
                 {"MailAccepted", record({{"id", text()}})},
                 {"Intake", intake()},
                 {"MailEntry", mail_entry()},
                 {"Mail", mail()},
                 {"MailDecision", mail_decision()},
                 {"Files", files()},
                 {"Outbox", outbox()},
                 {"Organisation", organisation()}};
  for (auto& schema : schemas) allow_empty_texts(schema.value());
  return schemas;
}

object command_schemas() {
  object schemas;
  for (auto const& command : codec::commands())
    if (!command.by_clock) schemas[command.name] = codec::command_schema(command.name);
  return schemas;
}

}  // namespace redress::http
