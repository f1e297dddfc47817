// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who of us is told what, and when: short mails to whoever has the complaint or the promise, and to the next level where it is their turn; and what systems
// are told of a hold. Nobody who is complained about is told (rule 11), and nobody is written to while the house is closed unless the profile says so.

#include <string>
#include <vector>

#include "workflows/turn.hpp"

namespace redress::workflows::notices {

/// To the handler; where there is none yet, to the next level.
void deadline_warned(Turn& turn, DeadlineName const& name);
/// The same; when it was for the final response, to the next level too.
void deadline_passed(Turn& turn, DeadlineName const& name);
/// To the owner of the promise; when the complaint is about them, to whoever has it.
void promise_due(Turn& turn, PromiseId const& promise);
void promise_missed(Turn& turn, PromiseId const& promise);
/// To the handler and to whoever is next at that level.
void escalated(Turn& turn, Escalation level);

/// To the handler; where there is none yet, to the next level. After the end it says that the complainant asks for more.
void message_received(Turn& turn);
/// The same: somebody must reach the person another way.
void letter_bounced(Turn& turn);
/// To whoever is responsible for an account that the complaint, which is just being taken in, may belong to.
void identity_doubtful(Turn& turn, ComplaintReceived const& received, StaffId const& account_manager);

/// To whoever has the complaint from now on, because it is about the one who had it.
void handed_over(Turn& turn, StaffId const& handler);
/// To whoever speaks with a complainant that was acknowledged by itself: that they do, and when.
void acknowledged_by_itself(Turn& turn, Appointment const& appointment);
/// At any hour, to the handler and to everybody whom the organisation names for an escalation; and to the one who was let in, until when.
void glass_broken(Turn& turn, StaffId const& let_in, Time until);

/// To a registered address, at any hour: whether it was them. Answers by what the mail is known.
ports::MessageEnvelope identity_question(Turn& turn, std::string const& address, std::string const& code);

/// To each of the systems that the organisation has described with an address.
void hold_placed(Turn& turn, HoldId const& hold, std::vector<std::string> const& systems);
void hold_lifted(Turn& turn, HoldId const& hold);

}  // namespace redress::workflows::notices
