// SPDX-License-Identifier: Apache-2.0
#pragma once

// The clocks of a complaint: which one starts, stops, moves and ends when, as its profile says. Every change is an event with its reason; a date is never
// edited.

#include "workflows/policies/profile_rules.hpp"
#include "workflows/turn.hpp"

namespace redress::workflows::deadlines {

/// The complaint has come in: what counts from then starts.
void start_with(Turn& turn, ComplaintReceived const& received);
/// A milestone is reached: the deadlines that wait for it are met, and those that count from it start, unless they run already.
void reach(Turn& turn, Milestone milestone);
/// It turned out that it was not reached: what was met by it starts anew, counted from now.
void take_back(Turn& turn, Milestone milestone);

/// Ends a running or paused deadline as met; says nothing when there is none.
void meet(Turn& turn, DeadlineName const& name, PromiseId const& promise = {});
/// Ends it as passed.
void pass(Turn& turn, DeadlineName const& name, PromiseId const& promise = {});
/// Ends everything that still runs: the road has ended.
void cancel_all(Turn& turn);

/// A promise's own deadline: the close of business on its day.
void watch_promise(Turn& turn, PromiseId const& promise, Date by);
void cancel_promise(Turn& turn, PromiseId const& promise);

/// The clocks that the profile lets stand still do so, and the one of the information runs.
void pause(Turn& turn);
/// They run again, moved by the time they stood still.
void resume(Turn& turn);
/// Nobody waits for the information any more.
void cancel_information(Turn& turn);

/// Moves a running deadline by a period, as agreed now.
void extend(Turn& turn, Deadline const& deadline, Period by);

}  // namespace redress::workflows::deadlines
