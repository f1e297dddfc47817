// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/api.hpp"

#include <utility>

#include "adapters/http/admission.hpp"
#include "adapters/http/reading.hpp"
#include "adapters/http/resources.hpp"

namespace redress::http {

Router make_router(Api api) {
  // Hashing a password takes a tenth of a second of a processor, and must hold up nobody but whoever waits for it.
  constexpr std::size_t threads_for_log_in = 2;
  auto const shared = std::make_shared<Api const>(std::move(api));
  auto const threads = std::make_shared<boost::asio::thread_pool>(threads_for_log_in);
  Router router(admission(shared, threads));
  add_session(router, shared, threads);
  add_provider_log_in(router, shared);
  add_users(router, shared, threads);
  add_complaints(router, shared);
  add_commands(router, shared);
  add_history(router, shared);
  add_letters(router, shared);
  add_letter_versions(router, shared);
  add_calendars(router, shared);
  add_intake(router, shared);
  add_quarantine(router, shared);
  add_files(router, shared);
  add_events(router, shared);
  add_presence(router, shared);
  add_operations(router, shared);
  add_organisation(router, shared);
  add_roles(router, shared);
  add_profiles(router, shared);
  add_letter_templates(router, shared);
  add_readings(router, shared, threads);
  router.change_each([&](Route& route) { note_readings(route, shared); });
  if (shared->ui) router.fall_back_to(answering([ui = shared->ui](Request const& request) { return ui->answer(request); }));
  return router;
}

}  // namespace redress::http
