// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/small_machines.hpp"

#include <algorithm>

#include "workflows/escalation/machine.hpp"
#include "workflows/letter/machine.hpp"
#include "workflows/preventive_action/machine.hpp"
#include "workflows/promise/machine.hpp"
#include "workflows/waiting/machine.hpp"

namespace redress::workflows {
namespace {

struct Ask {
  Complaint const& complaint;
  std::vector<Question>& asked;

  void letter(LetterId const& id, std::string_view event) const {
    if (auto const* known = find_by_id(complaint.letters, id))
      asked.push_back({&letter::machine(), name_of(known->state), event, Reason::LetterStateForbids, id.value});
  }
  void promise(PromiseId const& id, std::string_view event) const {
    if (auto const* known = find_by_id(complaint.promises, id))
      asked.push_back({&promise::machine(), name_of(known->state), event, Reason::PromiseStateForbids, id.value});
  }
  void action(ActionId const& id, std::string_view event) const {
    if (auto const* known = find_by_id(complaint.preventive_actions, id))
      asked.push_back({&preventive_action::machine(), name_of(known->state), event, Reason::ActionStateForbids, id.value});
  }
  void waiting(std::string_view event) const { asked.push_back({&waiting::machine(), name_of(complaint.waiting), event, Reason::WaitingForbids, {}}); }

  void operator()(DraftLetter const& command) const {
    if (command.letter)
      letter(*command.letter, DraftLetter::name);
    else
      asked.push_back({&letter::machine(), letter::machine().initial, DraftLetter::name, Reason::LetterStateForbids, {}});
  }
  void operator()(ReviewLetter const& command) const { letter(command.letter, command.name); }
  void operator()(ReturnLetter const& command) const { letter(command.letter, command.name); }
  void operator()(ApproveLetter const& command) const { letter(command.letter, command.name); }
  void operator()(SendLetter const& command) const { letter(command.letter, command.name); }
  void operator()(CopyLetter const& command) const { letter(command.letter, command.name); }
  void operator()(PostLetter const& command) const { letter(command.letter, command.name); }
  void operator()(LetterAccepted const& command) const {
    if (!command.recipient) letter(command.letter, command.name);
  }
  void operator()(LetterBounced const& command) const {
    if (!command.recipient) letter(command.letter, command.name);
  }

  void operator()(ProposeRemedy const&) const {
    asked.push_back({&promise::machine(), promise::machine().initial, ProposeRemedy::name, Reason::PromiseStateForbids, {}});
  }
  void operator()(RecordAnswer const& command) const {
    for (auto const& one : complaint.promises)
      if (one.proposal == command.proposal && command.answer != ProposalAnswer::Accept) promise(one.id, "record-answer (not accepted)");
  }
  void operator()(AgreeSchedule const&) const {
    for (auto const& one : complaint.promises)
      if (one.state == PromiseState::Proposed) promise(one.id, AgreeSchedule::name);
  }
  void operator()(KeepPromise const& command) const { promise(command.promise, command.name); }
  void operator()(AmendPromise const& command) const { promise(command.promise, command.name); }
  void operator()(ReleasePromise const& command) const { promise(command.promise, command.name); }
  void operator()(PromiseMissed const& command) const { promise(command.promise, command.name); }
  void operator()(DeadlineWarned const& command) const {
    if (command.promise) promise(*command.promise, "deadline-warned (promise)");
  }

  void operator()(AddPreventiveAction const& command) const {
    if (command.what) asked.push_back({&preventive_action::machine(), preventive_action::machine().initial, command.name, Reason::ActionStateForbids, {}});
  }
  void operator()(AgreePreventiveAction const& command) const { action(command.action, command.name); }
  void operator()(CompletePreventiveAction const& command) const { action(command.action, command.name); }
  void operator()(AssessPreventiveAction const& command) const {
    action(command.action, command.found == Effectiveness::Effective ? "assess-preventive-action (effective)" : "assess-preventive-action (ineffective)");
  }

  void operator()(AskComplainant const& command) const { waiting(command.name); }
  void operator()(RecordInformation const& command) const { waiting(command.name); }
  void operator()(ReceiveMessage const& command) const {
    if (!command.person && is_open(complaint.stage)) waiting(command.name);
  }
  void operator()(Reopen const& command) const { waiting(command.name); }
  void operator()(DeadlinePassed const& command) const {
    if (command.deadline == deadline_names::information) waiting("deadline-passed (information)");
  }
  void operator()(Escalate const& command) const {
    asked.push_back({&escalation::machine(), name_of(complaint.escalation), command.name, Reason::AlreadyAtTheTop, {}});
  }

  template <class Other>
  void operator()(Other const&) const {}
};

}  // namespace

namespace {

/// Whether the command, however narrowed, has a row from that state.
bool has_row(Machine const& machine, std::string_view state, std::string_view command) {
  return std::ranges::any_of(machine.edges, [&](Edge const& edge) { return edge.from == state && edge.on.substr(0, edge.on.find(' ')) == command; });
}

bool knows(Machine const& machine, std::string_view command) {
  return std::ranges::any_of(machine.edges, [&](Edge const& edge) { return edge.on.substr(0, edge.on.find(' ')) == command; });
}

template <class List>
bool some_stands_ready(Machine const& machine, List const& list, std::string_view command) {
  return has_row(machine, machine.initial, command) ||
         std::ranges::any_of(list, [&](auto const& one) { return has_row(machine, name_of(one.state), command); });
}

}  // namespace

MissingList nothing_stands_ready(Complaint const& complaint, std::string_view command) {
  MissingList missing;
  if (knows(letter::machine(), command) && !some_stands_ready(letter::machine(), complaint.letters, command)) miss(missing, Reason::LetterStateForbids);
  bool const names_a_promise = command == KeepPromise::name || command == AmendPromise::name || command == ReleasePromise::name;
  if (names_a_promise && !some_stands_ready(promise::machine(), complaint.promises, command)) miss(missing, Reason::PromiseStateForbids);
  if (knows(preventive_action::machine(), command) && !some_stands_ready(preventive_action::machine(), complaint.preventive_actions, command))
    miss(missing, Reason::ActionStateForbids);
  if (knows(waiting::machine(), command) && !has_row(waiting::machine(), name_of(complaint.waiting), command)) miss(missing, Reason::WaitingForbids);
  return missing;
}

std::vector<Question> questions(Complaint const& complaint, Command const& command) {
  std::vector<Question> asked;
  std::visit(Ask{complaint, asked}, command);
  return asked;
}

}  // namespace redress::workflows
