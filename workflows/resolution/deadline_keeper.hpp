// SPDX-License-Identifier: Apache-2.0
#pragma once

// The clocks of a complaint: which one starts, stops, moves and ends when. Every change is an event with its reason; a date is never edited.

#include "workflows/turn.hpp"

namespace redress::workflows::deadlines {

/// Acknowledgement, talk and final response, counted from when the complaint came in.
void start_response_clocks(Turn& turn, ComplaintReceived const& received);
/// The final response anew, counted from now: after reopening.
void restart_final_response(Turn& turn);
/// Ends a running or paused deadline as met; says nothing when there is none.
void meet(Turn& turn, DeadlineName name, PromiseId const& promise = {});
/// Ends it as passed.
void pass(Turn& turn, DeadlineName name, PromiseId const& promise = {});
/// Ends everything that still runs: the road has ended.
void cancel_all(Turn& turn);
/// A promise's own deadline: the close of business on its day.
void watch_promise(Turn& turn, PromiseId const& promise, Date by);
void cancel_promise(Turn& turn, PromiseId const& promise);
/// The clocks of the response stand still, and the one of the information runs.
void pause_response(Turn& turn);
/// They run again, moved by the time they stood still.
void resume_response(Turn& turn);
/// Nobody waits for the information any more.
void cancel_information(Turn& turn);
/// Moves the running final response by a period, as agreed.
void extend_final_response(Turn& turn, Period by);

}  // namespace redress::workflows::deadlines
