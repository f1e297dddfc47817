// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/workflow.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/domain/ensure.hpp"
#include "workflows/policies/conflicts.hpp"
#include "workflows/policies/letter_gate.hpp"
#include "workflows/resolution/beside.hpp"
#include "workflows/resolution/identity_actions.hpp"
#include "workflows/resolution/machine.hpp"
#include "workflows/resolution/small_machines.hpp"

namespace redress::workflows {
namespace {

Refusal refused(MissingList missing) {
  auto const reason = missing.front().reason;
  return {reason, std::move(missing), 0};
}

/// The road's name for the command: sending the final response moves the complaint, sending another letter does not.
std::string_view road_event(Complaint const& complaint, Command const& command) {
  auto const is_final = [&](LetterId const& id) {
    auto const* letter = find_by_id(complaint.letters, id);
    return letter != nullptr && letter->kind == LetterKind::FinalResponse;
  };
  if (auto const* send = std::get_if<SendLetter>(&command); send != nullptr && is_final(send->letter)) return resolution::send_final_response;
  auto const* newest = newest_letter(complaint, LetterKind::FinalResponse);
  if (auto const* bounced = std::get_if<LetterBounced>(&command);
      bounced != nullptr && !bounced->recipient && newest != nullptr && bounced->letter == newest->id)
    return resolution::final_response_bounced;
  return name_of(command);
}

/// The other way round, for people: the command behind an event of the road.
std::string_view command_of(std::string_view event) {
  return event.substr(0, event.find(' '));
}

std::string_view stage_of(Complaint const& complaint) {
  return complaint.exists() ? name_of(complaint.stage) : resolution::machine().initial;
}

/// Rules that hold for every command, before any table is asked.
std::optional<Refusal> refuse_actor(Organisation const& organisation, Complaint const& complaint, CommandEnvelope const& envelope) {
  bool const by_the_clock = std::visit([]<class C>(C const&) { return is_given_by_the_clock<C>; }, envelope.command);
  if (by_the_clock && envelope.actor.kind == ActorKind::Staff) return redress::refused(Reason::OnlyTheClock);
  auto const& actor = envelope.actor.id;
  if (policies::is_kept_from(organisation, complaint, actor, name_of(envelope.command))) return redress::refused(Reason::ConflictOfInterest, actor.value);
  return std::nullopt;
}

/// Two people open what is closed to one of them: neither the one it is opened to, nor a program for nobody in particular (rule 11).
std::optional<Refusal> refuse_alone(CommandEnvelope const& envelope) {
  if (!std::holds_alternative<BreakGlass>(envelope.command) || (envelope.actor.kind == ActorKind::Staff && !envelope.actor.id.empty())) return std::nullopt;
  return redress::refused(Reason::SecondPersonNeeded);
}

/// Nobody's name is used without them: whoever a letter speaks for approves it (rule 12).
std::optional<Refusal> refuse_borrowed_name(Complaint const& complaint, CommandEnvelope const& envelope) {
  auto const* approve = std::get_if<ApproveLetter>(&envelope.command);
  auto const* letter = approve == nullptr ? nullptr : find_by_id(complaint.letters, approve->letter);
  if (letter == nullptr || letter->signed_by.empty() || letter->signed_by == envelope.actor.id) return std::nullopt;
  return redress::refused(Reason::NotTheSignatory, letter->signed_by.value);
}

/// Two pairs of eyes, where the profile asks for them: whoever drafted a letter does not approve it.
std::optional<Refusal> refuse_own_approval(Consideration const& at, CommandEnvelope const& envelope) {
  auto const* approve = at.given<ApproveLetter>();
  auto const* letter = approve == nullptr ? nullptr : find_by_id(at.complaint.letters, approve->letter);
  bool const is_own = letter != nullptr && !letter->drafted_by.empty() && letter->drafted_by == envelope.actor.id;
  if (!is_own || at.profile.approver == Approver::Anyone) return std::nullopt;
  return redress::refused(Reason::ApproverIsDrafter, letter->id.value);
}

/// Nobody promises more than they may give; what is owed and what is given beyond it weigh alike.
std::optional<Refusal> refuse_amount(Organisation const& organisation, CommandEnvelope const& envelope) {
  auto const* proposal = std::get_if<ProposeRemedy>(&envelope.command);
  auto const* member = organisation.find(envelope.actor.id);
  if (proposal == nullptr || !proposal->compensation || member == nullptr || member->may_promise(*proposal->compensation)) return std::nullopt;
  return redress::refused(Reason::OverAuthority, "compensation");
}

std::optional<Refusal> refuse_target(Command const& command, ports::Circumstances const& circumstances) {
  auto const* merge = std::get_if<Merge>(&command);
  if (merge == nullptr || circumstances.complaint_exists(merge->into)) return std::nullopt;
  return redress::refused(Reason::UnknownTarget, "into");
}

std::optional<Refusal> take_the_road(Complaint const& complaint, Turn& turn) {
  auto const from = stage_of(complaint);
  auto move = resolution::machine().move(from, road_event(complaint, turn.envelope.command), turn);
  if (move.verdict == Verdict::Refused) return refused(std::move(move.missing));
  if (move.verdict == Verdict::Taken) {
    if (complaint.exists() && move.to != from) turn.record(StageMoved{complaint.stage, *enumerator_named<Stage>(move.to)});
    return std::nullopt;
  }
  auto const* beside = complaint.exists() ? resolution::find_beside(name_of(turn.envelope.command), complaint.stage) : nullptr;
  if (beside == nullptr) return redress::refused(Reason::NotAtThisStage, std::string(from));
  MissingList missing;
  beside->check(turn.at, missing);
  if (!missing.empty()) return refused(std::move(missing));
  beside->perform(turn);
  return std::nullopt;
}

std::optional<Refusal> ask_small_machines(Complaint const& complaint, Turn& turn) {
  for (auto const& question : questions(complaint, turn.envelope.command)) {
    auto move = question.machine->move(question.state, question.event, turn);
    if (move.verdict == Verdict::NoRow) return redress::refused(question.forbids, question.subject);
    if (move.verdict == Verdict::Refused) return refused(std::move(move.missing));
  }
  return std::nullopt;
}

std::optional<Refusal> refuse_code(Complaint const& complaint, CommandEnvelope const& envelope, ports::LetterWriter const& letters, Time now) {
  auto const* confirm = std::get_if<ConfirmIdentity>(&envelope.command);
  if (confirm == nullptr || !is_wrong_code(complaint, *confirm, letters, now)) return std::nullopt;
  return redress::refused(Reason::WrongCode, "code");
}

template <class Map>
auto const& named(Map const& map, std::string const& own, std::string const& fallback) {
  auto const found = map.find(own.empty() ? fallback : own);
  ensure(found != map.end(), "a complaint names a profile or calendar that is not loaded");
  return found->second;
}

Consideration consider(ports::Rulebook const& rules, ports::Proofreaders const& proofreaders, Complaint const& complaint, Command const* command, Time now) {
  auto const& calendar = named(rules.calendars, complaint.received.calendar, rules.organisation.calendar);
  auto const& profile = named(rules.profiles, complaint.received.profile, rules.organisation.profile);
  auto const& regime_calendar = profile.calendar.empty() ? calendar : named(rules.calendars, profile.calendar, {});
  return {complaint, command, now, rules, calendar, profile, regime_calendar, proofreaders};
}

ports::PermittedCommand describe(std::string_view command, MissingList missing) {
  static auto const titles = [] {
    std::map<std::string_view, std::string_view> all;
    [&]<class... C>(std::variant<C...> const*) { ((all[C::name] = C::title), ...); }(static_cast<Command const*>(nullptr));
    return all;
  }();
  return {command, titles.at(command), std::move(missing)};
}

bool is_for_the_clock(std::string_view command) {
  bool found = false;
  [&]<class... C>(std::variant<C...> const*) { ((found |= is_given_by_the_clock<C> && C::name == command), ...); }(static_cast<Command const*>(nullptr));
  return found;
}

}  // namespace

ResolutionWorkflow::ResolutionWorkflow(ports::Rulebook rulebook, ports::LetterWriter const& letters, ports::NoticeWriter const& notices,
                                       ports::Proofreaders proofreaders)
    : rulebook_(std::move(rulebook)), letters_(letters), notices_(notices), proofreaders_(proofreaders) {
  rulebook_.situations = letters.situations();
  if (!rulebook_.profiles.contains(rulebook_.organisation.profile))
    throw std::invalid_argument("the organisation works under the profile \"" + rulebook_.organisation.profile + "\", which is not among the profiles");
  if (!rulebook_.calendars.contains(rulebook_.organisation.calendar))
    throw std::invalid_argument("the organisation works by the calendar \"" + rulebook_.organisation.calendar + "\", which is not among the calendars");
  for (auto const& [name, profile] : rulebook_.profiles)
    if (!profile.calendar.empty() && !rulebook_.calendars.contains(profile.calendar))
      throw std::invalid_argument("the profile \"" + name + "\" counts by the calendar \"" + profile.calendar + "\", which is not among the calendars");
}

std::expected<Decision, Refusal> ResolutionWorkflow::decide(Complaint const& complaint, CommandEnvelope const& envelope,
                                                            ports::Circumstances const& circumstances) const {
  if (auto refusal = refuse_actor(rulebook_.organisation, complaint, envelope)) return std::unexpected(std::move(*refusal));
  if (auto refusal = refuse_alone(envelope)) return std::unexpected(std::move(*refusal));
  if (auto refusal = refuse_borrowed_name(complaint, envelope)) return std::unexpected(std::move(*refusal));
  if (auto refusal = refuse_amount(rulebook_.organisation, envelope)) return std::unexpected(std::move(*refusal));
  if (auto refusal = refuse_target(envelope.command, circumstances)) return std::unexpected(std::move(*refusal));
  if (auto refusal = refuse_code(complaint, envelope, letters_, circumstances.now)) return std::unexpected(std::move(*refusal));
  auto const at = consider(rulebook_, proofreaders_, complaint, &envelope.command, circumstances.now);
  if (auto refusal = refuse_own_approval(at, envelope)) return std::unexpected(std::move(*refusal));
  Turn turn{at, envelope, circumstances, letters_, notices_, {}};
  if (auto refusal = take_the_road(complaint, turn)) return std::unexpected(std::move(*refusal));
  if (auto refusal = ask_small_machines(complaint, turn)) return std::unexpected(std::move(*refusal));
  ensure(!turn.decision.events.empty(), "an accepted command recorded nothing");
  return std::move(turn.decision);
}

std::vector<ports::PermittedCommand> ResolutionWorkflow::permitted(Complaint const& complaint, Time now, StaffId const& actor) const {
  auto const at = consider(rulebook_, proofreaders_, complaint, nullptr, now);
  std::vector<ports::PermittedCommand> all;
  auto const add = [&](std::string_view command, MissingList missing) {
    if (is_for_the_clock(command)) return;
    if (missing.empty()) missing = nothing_stands_ready(complaint, command);
    if (policies::is_kept_from(rulebook_.organisation, complaint, actor, command)) missing.insert(missing.begin(), {Reason::ConflictOfInterest, actor.value});
    all.push_back(describe(command, std::move(missing)));
  };
  auto const is_listed = [&](std::string_view command) { return std::ranges::find(all, command, &ports::PermittedCommand::name) != all.end(); };
  for (auto& [event, missing] : resolution::machine().allowed(stage_of(complaint), at)) add(command_of(event), std::move(missing));
  for (auto const& row : resolution::beside_rows()) {
    if (!row.allows(complaint.stage) || is_listed(row.on)) continue;
    MissingList missing;
    row.check(at, missing);
    add(row.on, std::move(missing));
  }
  return all;
}

std::vector<Missing> ResolutionWorkflow::proofread(Complaint const& complaint, LetterId const& letter, Time now) const {
  Command const approval = ApproveLetter{letter, {}};
  auto const at = consider(rulebook_, proofreaders_, complaint, &approval, now);
  MissingList missing;
  policies::LetterMayGoOut::check(at, missing);
  return missing;
}

}  // namespace redress::workflows
