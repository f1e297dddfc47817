// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/complaint_document.hpp"

#include <algorithm>
#include <ranges>
#include <string>
#include <utility>

#include <boost/json/array.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/http/because_document.hpp"
#include "adapters/http/missing.hpp"
#include "engine/domain/effort.hpp"

namespace redress::http {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using codec::to_json;

namespace {

/// The list as an array, each element as `show` shows it.
template <class List, class Show>
array each(List const& list, Show show) {
  array result;
  for (auto const& element : list) result.push_back(show(element));
  return result;
}

value staff(StaffId const& id, ports::Rulebook const& rulebook, Language language) {
  if (id.empty()) return nullptr;
  auto const* member = rulebook.organisation.find(id);
  return object{{"id", id.value}, {"name", member != nullptr ? member->name.at(language) : id.value}};
}

/// What the deadlines of a complaint are told by.
struct Telling {
  DateTelling dates;
  Profile const* profile;  ///< null when it was taken out of the house since
};

template <class Rule>
Rule const* rule_named(std::string const& name, std::map<std::string, Rule, std::less<>> const& rules) {
  auto const found = rules.find(name);
  return found == rules.end() ? nullptr : &found->second;
}

value deadline(Deadline const& one, Complaint const& complaint, Telling const& telling) {
  auto [steps, text] = told(one.because, telling.dates);
  return object{{"name", to_json(one.name)},
                {"title", telling.dates.explainer.title(one.name, telling.profile, telling.dates.language)},
                {"promise", one.promise.empty() ? value() : to_json(one.promise)},
                {"due_at", to_json(one.due_at)},
                {"warn_at", to_json(one.warn_at)},
                {"state", to_json(one.state)},
                {"warned", one.warned},
                {"owed", is_open(complaint.stage) && is_owed(one)},
                {"settled", one.settled},
                {"because", std::move(steps)},
                {"because_text", std::move(text)}};
}

value promise(Promise const& one) {
  return object{{"id", to_json(one.id)}, {"proposal", to_json(one.proposal)}, {"state", to_json(one.state)}, {"what", one.what}, {"owner", to_json(one.owner)},
                {"by", to_json(one.by)}, {"earlier", to_json(one.earlier)},   {"evidence", one.evidence}};
}

value letter(Letter const& one, std::string const& complaint_address) {
  auto const self = complaint_address + "/letters/" + one.id.value;
  auto const copies = each(one.copies, [](LetterCopy const& copy) {
    return object{{"recipient", to_json(copy.recipient)}, {"state", to_json(copy.state)},     {"version", copy.version},
                  {"withheld", to_json(copy.withheld)},   {"read_at", to_json(copy.read_at)}, {"learned", copy.learned}};
  });
  return object{{"id", to_json(one.id)},
                {"kind", to_json(one.kind)},
                {"state", to_json(one.state)},
                {"subject", one.document.subject},
                {"language", to_json(one.document.language)},
                {"drafted_by", to_json(one.drafted_by)},
                {"signed_by", one.signed_by.empty() ? value() : to_json(one.signed_by)},
                {"drafts", one.drafts},
                {"copies", copies},
                {"links", object{{"self", self}}}};
}

value point(PointOfComplaint const& one) {
  return object{{"id", to_json(one.id)}, {"text", one.text}, {"finding", to_json(one.finding)}, {"explanation", one.explanation}};
}

value appointment(Appointment const& one) {
  return object{{"id", to_json(one.id)},     {"kind", to_json(one.kind)}, {"at", to_json(one.at)},     {"zone", one.zone},
                {"with", to_json(one.with)}, {"changes", one.changes},    {"cancelled", one.cancelled}};
}

value contact(Contact const& one) {
  return object{
      {"direction", to_json(one.direction)}, {"channel", to_json(one.channel)}, {"at", to_json(one.at)}, {"by", to_json(one.by)}, {"summary", one.summary}};
}

value involved(Involved const& one) {
  return object{{"person", to_json(one.person)}, {"name", one.name}, {"email", one.email}, {"role", one.role}, {"heard", one.heard}};
}

value proposal(Proposal const& one) {
  return object{{"id", to_json(one.id)},
                {"description", one.description},
                {"compensation", to_json(one.compensation)},
                {"goodwill", one.goodwill},
                {"answer", to_json(one.answer)}};
}

value preventive_action(PreventiveAction const& one) {
  return object{{"id", to_json(one.id)},     {"state", to_json(one.state)}, {"what", one.what},
                {"kind", to_json(one.kind)}, {"owner", to_json(one.owner)}, {"by", to_json(one.by)}};
}

value fact(Fact const& one) {
  return object{{"id", to_json(one.id)}, {"text", one.text}, {"evidence", one.evidence}};
}

value hold(Hold const& one) {
  return object{{"id", to_json(one.id)}, {"what", one.what}, {"systems", to_json(one.systems)}, {"lifted", one.lifted}};
}

value root_cause(std::optional<RootCause> const& cause) {
  if (!cause) return nullptr;
  return object{{"category", cause->category}, {"circumstance", cause->circumstance}};
}

value hearing(std::optional<Hearing> const& heard) {
  if (!heard) return nullptr;
  return object{{"desired_outcome", heard->desired_outcome}, {"summary", heard->summary}};
}

value permitted(ports::PermittedCommand const& one, Titles const& titles) {
  auto const missing = each(one.missing, [&](Missing const& what) { return missing_object(what, titles(what)); });
  return object{{"name", one.name}, {"title", one.title}, {"ready", one.missing.empty()}, {"missing", missing}};
}

/// What the complaint has cost the person so far (rule 9 of the method).
object effort(Effort const& counted) {
  return {{"contacts", counted.contacts_in + counted.contacts_out},
          {"contacts_in", counted.contacts_in},
          {"contacts_out", counted.contacts_out},
          {"appointments", counted.appointments},
          {"transfers", counted.transfers},
          {"questions", counted.questions},
          {"repetitions", counted.repetitions},
          {"extensions", counted.extensions},
          {"days_waited", counted.days_waited}};
}

void show_standing(object& shown, Complaint const& complaint, ports::Rulebook const& rulebook, Language language) {
  shown["reach"] = complaint.reach;
  shown["severity"] = to_json(complaint.severity);
  shown["urgency"] = to_json(urgency_of(complaint.reach, complaint.severity));
  shown["stage"] = to_json(complaint.stage);
  shown["version"] = complaint.version;
  shown["waiting"] = to_json(complaint.waiting);
  shown["waiting_since"] = to_json(complaint.waiting_since);
  shown["escalation"] = to_json(complaint.escalation);
  shown["handler"] = staff(complaint.handler, rulebook, language);
  shown["identity_confirmed"] = complaint.identity_confirmed;
  shown["account"] = complaint.account.empty() ? value() : value(complaint.account);
  shown["identity_candidates"] = to_json(complaint.candidates);
  shown["identity_asked_at"] = complaint.identity_question ? to_json(complaint.identity_question->asked_at) : value();
  shown["reopening_asked"] = complaint.reopening_asked;
  shown["apology_due"] = complaint.apology_due;
  shown["outcome"] = to_json(complaint.outcome);
  shown["satisfaction"] = to_json(complaint.satisfaction);
  shown["final_position"] = complaint.final_position;
  shown["prevention_ruled_out"] = complaint.prevention_ruled_out;
  shown["merged_into"] = to_json(complaint.merged_into);
  shown["notes"] = complaint.notes;
  shown["attachments"] = complaint.attachments;
}

/// What it is now, whatever was said when it came in.
void show_situation(object& shown, Complaint const& complaint, ports::LetterWriter const& letters) {
  shown["situation"] = complaint.situation.empty() ? value() : value(complaint.situation);
  auto const guide = letters.guide(complaint.situation, complaint.received.language);
  shown["situation_guide"] = guide ? to_json(*guide) : value();
}

void show_investigation(object& shown, Complaint const& complaint) {
  shown["points"] = each(complaint.points, point);
  shown["appointments"] = each(complaint.appointments, appointment);
  shown["contacts"] = each(complaint.contacts, contact);
  shown["mails"] = to_json(complaint.mails);
  shown["people_involved"] = each(complaint.involved, involved);
  shown["facts"] = each(complaint.facts, fact);
  shown["root_cause"] = root_cause(complaint.root_cause);
}

void show_resolution(object& shown, Complaint const& complaint, std::string const& address) {
  shown["hearing"] = hearing(complaint.hearing);
  shown["proposals"] = each(complaint.proposals, proposal);
  shown["promises"] = each(complaint.promises, promise);
  shown["letters"] = each(complaint.letters, [&](Letter const& one) { return letter(one, address); });
  shown["preventive_actions"] = each(complaint.preventive_actions, preventive_action);
  shown["holds"] = each(complaint.holds, hold);
}

}  // namespace

object complaint_document(runtime::View const& view, ports::Rulebook const& rulebook, Tellers const& tellers, Language language) {
  auto const& complaint = view.complaint;
  Telling const telling{{tellers.explainer, rulebook, language}, rule_named(complaint.received.profile, rulebook.profiles)};
  auto shown = to_json(complaint.received).as_object();
  // A reader need not know which of the fields were given: what was not is null.
  for (auto const optional : {"desired_outcome", "public", "mail", "possibly_about", "authentication", "acknowledgement_withheld"})
    shown.emplace(optional, nullptr);
  show_situation(shown, complaint, tellers.letters);
  show_standing(shown, complaint, rulebook, language);
  shown["effort"] = effort(effort_of(complaint, view.at));
  show_investigation(shown, complaint);
  show_resolution(shown, complaint, "/api/v1/complaints/" + complaint.received.reference.value);
  shown["deadlines"] = each(complaint.deadlines, [&](Deadline const& one) { return deadline(one, complaint, telling); });
  shown["permitted_commands"] = each(view.permitted, [&](ports::PermittedCommand const& one) { return permitted(one, tellers.titles); });
  return shown;
}

object row_document(ComplaintRow const& row, ports::Rulebook const& rulebook, Language language) {
  return {{"reference", to_json(row.reference)},
          {"stage", to_json(row.stage)},
          {"version", row.version},
          {"channel", to_json(row.channel)},
          {"language", to_json(row.language)},
          {"handler", staff(row.handler, rulebook, language)},
          {"waiting", to_json(row.waiting)},
          {"escalation", to_json(row.escalation)},
          {"complainant_name", row.complainant_name},
          {"received_at", to_json(row.received_at)},
          {"next_due_at", to_json(row.next_due_at)}};
}

}  // namespace redress::http
