// SPDX-License-Identifier: Apache-2.0
// Commands: what a request asks for is handed to the engine, and what becomes of it is said in HTTP.
#include "adapters/codec/command_codec.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "adapters/codec/described.hpp"
#include "adapters/http/admission.hpp"
#include "adapters/http/missing.hpp"
#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

namespace {

unsigned status_of(Reason reason) {
  switch (reason) {
    case Reason::UnknownComplaint:
    case Reason::UnknownCommand:
      return 404;
    case Reason::StaleVersion:
      return 412;
    default:
      return 422;
  }
}

Response accepted_answer(Answer const& answer, unsigned status) {
  auto response = json_answer(status, to_json(answer));
  response.headers.push_back({"ETag", fmt::format("\"{}\"", answer.version)});
  if (status == 201) response.headers.push_back({"Location", "/api/v1/complaints/" + answer.reference.value});
  return response;
}

std::string_view name_of_outcome(runtime::Outcome const& outcome) {
  if (std::holds_alternative<Answer>(outcome)) return "accepted";
  return std::holds_alternative<Refusal>(outcome) ? "refused" : "failed";
}

Response outcome_answer(Api const& api, runtime::Outcome const& outcome, unsigned accepted, Language language) {
  if (auto const* answer = std::get_if<Answer>(&outcome)) return accepted_answer(*answer, accepted);
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) return refusal_problem(api, *refusal, language);
  return fault_problem(std::get<runtime::Fault>(outcome));
}

/// Whoever may propose remedies may do so up to an amount.
std::optional<Response> beyond_their_roles(Api const& api, runtime::Caller const& caller, Command const& command) {
  auto const* proposal = std::get_if<ProposeRemedy>(&command);
  if (proposal == nullptr || !proposal->compensation) return std::nullopt;
  auto const most = api.access_desk.remedy_most(caller);
  if (!most || (proposal->compensation->currency == most->currency && proposal->compensation->minor_units <= most->minor_units)) return std::nullopt;
  return problem(403, "Your roles do not allow a compensation so large; let somebody propose it who may.");
}

/// Whoever acts for others could be the second person of anybody: the glass is broken by somebody who proved who they are.
std::optional<Response> not_in_person(runtime::Caller const& caller, Command const& command) {
  if (!std::holds_alternative<BreakGlass>(command) || caller.kind == runtime::CallerKind::Person) return std::nullopt;
  return problem(403, "Somebody is let in by a person in their own name; log in, and do it yourself.");
}

/// A complaint one is not to know of is nothing to merge another one into; and whether another may belong with it is not asked either, nor with one that is
/// not there: what is kept of the two must not differ.
void hide_target(Api const& api, runtime::Caller const& caller, Command& command) {
  auto const is_hidden = [&](Reference const& one) { return api.access_desk.is_hidden(one, caller.staff); };
  if (auto* merge = std::get_if<Merge>(&command); merge != nullptr && is_hidden(merge->into)) merge->into = Reference(std::string(unknown_reference));
  auto* received = std::get_if<ReceiveComplaint>(&command);
  if (received == nullptr || !received->possibly_about) return;
  if (is_hidden(*received->possibly_about) || !api.engine.store().load(*received->possibly_about)) received->possibly_about.reset();
}

}  // namespace

boost::json::object to_json(Answer const& answer) {
  boost::json::object object{{"reference", answer.reference.value}, {"stage", name_of(answer.stage)}, {"version", answer.version}};
  object["events"] = codec::to_json(answer.events);
  return object;
}

Response refusal_problem(Api const& api, Refusal const& refusal, Language language) {
  auto const subject = refusal.missing.empty() ? std::string{} : refusal.missing.front().subject;
  boost::json::object more{{"type", problem_type(name_of(refusal.reason))},
                           {"refusal", name_of(refusal.reason)},
                           {"title", api.refusal_texts(refusal.reason, language, subject)},
                           {"missing", missing_list(api, refusal.missing, language)}};
  if (refusal.reason == Reason::StaleVersion) more["current_version"] = refusal.current_version;
  auto response = problem(status_of(refusal.reason), "", std::move(more));
  response.headers.push_back({"Content-Language", std::string(name_of(language))});
  return response;
}

Response fault_problem(runtime::Fault const& fault) {
  switch (fault.kind) {
    case runtime::FaultKind::Unavailable: {
      auto response = problem(503, "The store cannot be reached now. Give the command again with the same Idempotency-Key.");
      response.headers.push_back({"Retry-After", "1"});
      return response;
    }
    case runtime::FaultKind::Full:
      return problem(507, "No space is left; the command did not happen.");
    case runtime::FaultKind::Incident:
      break;
  }
  return problem(500, "A mistake of ours: the complaint is put aside and somebody has to look.");
}

Response unknown_complaint(Api const& api, Request const& request) {
  return refusal_problem(api, refused(Reason::UnknownComplaint), best_language(request.header("Accept-Language")));
}

void carry_out(Api const& api, Request const& request, std::string_view command, unsigned accepted, Answered const& answered) {
  auto const language = best_language(request.header("Accept-Language"));
  auto const answer_with = [&api, answered, accepted, language](runtime::Outcome outcome) {
    answered([&api, accepted, language, outcome = std::move(outcome)] {
      api.metrics.count_command(name_of_outcome(outcome));
      return outcome_answer(api, outcome, accepted, language);
    });
  };
  auto decoded = codec::decode_command(command, json_body(request));
  if (!decoded) return answer_with(std::move(decoded.error()));
  if (auto refused = beyond_their_roles(api, request.caller, *decoded)) return answered([response = std::move(*refused)] { return response; });
  if (auto refused = not_in_person(request.caller, *decoded)) return answered([response = std::move(*refused)] { return response; });
  hide_target(api, request.caller, *decoded);
  auto const reference = Reference(request.captured_value("reference"));
  auto const version = reference.empty() ? std::nullopt : expected_version(request);
  CommandEnvelope envelope{reference, std::move(*decoded), actor_of(api, request), version, idempotency_key(request, reference), {}, {}};
  envelope.command_digest = codec::command_digest(envelope.command);
  api.engine.submit(std::move(envelope), answer_with);
}

void add_commands(Router& router, SharedApi const& api) {
  router.add({"POST", "/api/v1/complaints/{reference}/commands/{name}", Need::command_named(),
              [api](Request const& request, Answered const& answered) {
                auto const name = request.captured_value("name");
                // Taking a complaint in makes one; it is not done to one that is there.
                if (name == ReceiveComplaint::name) throw RequestFault(404, "A complaint is taken in with POST /api/v1/complaints.");
                carry_out(*api, request, name, 200, answered);
              },
              largest_command});
}

}  // namespace redress::http
