// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of the API, one function each, and what they share: reading the common parts of a request, and saying what became of a command.

#include <boost/asio/thread_pool.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/http/api.hpp"
#include "engine/domain/command.hpp"

namespace redress::http {

using SharedApi = std::shared_ptr<Api const>;
/// Threads beside those that carry the connections, for what takes its time.
using SharedThreads = std::shared_ptr<boost::asio::thread_pool>;

inline constexpr std::size_t largest_form = 16 * 1024;
inline constexpr std::size_t largest_command = 16 * 1024 * 1024;
inline constexpr std::size_t largest_mail = 100 * 1024 * 1024;

void add_complaints(Router& router, SharedApi const& api);
void add_commands(Router& router, SharedApi const& api);
void add_history(Router& router, SharedApi const& api);
void add_calendars(Router& router, SharedApi const& api);
void add_letters(Router& router, SharedApi const& api);
void add_letter_versions(Router& router, SharedApi const& api);
void add_intake(Router& router, SharedApi const& api);
void add_quarantine(Router& router, SharedApi const& api);
void add_files(Router& router, SharedApi const& api);
void add_events(Router& router, SharedApi const& api);
void add_presence(Router& router, SharedApi const& api);
void add_operations(Router& router, SharedApi const& api);
void add_provider_log_in(Router& router, SharedApi const& api);
void add_organisation(Router& router, SharedApi const& api);
void add_letter_templates(Router& router, SharedApi const& api);
void add_profiles(Router& router, SharedApi const& api);
void add_roles(Router& router, SharedApi const& api);
void add_readings(Router& router, SharedApi const& api, SharedThreads const& threads);
void add_session(Router& router, SharedApi const& api, SharedThreads const& threads);
void add_users(Router& router, SharedApi const& api, SharedThreads const& threads);

/// Makes a handler that runs on those threads.
[[nodiscard]] Handler on_threads(SharedThreads const& threads, std::function<Response(Request const&)> answer);

// ---- reading a request; each throws RequestFault

/// The body as JSON; null when there is none.
[[nodiscard]] boost::json::value json_body(Request const& request);
/// Fails unless the body is of that media type.
void require_content_type(Request const& request, std::string_view type);
/// Whoever gives the command: a person for themselves; a program, and the operator, for the member of staff named in X-Redress-Actor, or for staff nobody has
/// named. Never the clock or the system, whose commands are not for programs to give.
[[nodiscard]] Actor actor_of(Api const& api, Request const& request);
/// From If-Match; empty when any version will do.
[[nodiscard]] std::optional<std::int64_t> expected_version(Request const& request);
/// From Idempotency-Key, told apart from the keys of other surfaces and other complaints; empty when there is none.
[[nodiscard]] std::string idempotency_key(Request const& request, Reference const& reference);

// ---- answering

[[nodiscard]] boost::json::object to_json(Answer const& answer);
[[nodiscard]] Response refusal_problem(Api const& api, Refusal const& refusal, Language language);
[[nodiscard]] Response fault_problem(runtime::Fault const& fault);
[[nodiscard]] Response unknown_complaint(Api const& api, Request const& request);

/// Reads the command of that name from the body, has the engine carry it out, and answers with what became of it: `accepted` when it was.
void carry_out(Api const& api, Request const& request, std::string_view command, unsigned accepted, Answered const& answered);

}  // namespace redress::http
