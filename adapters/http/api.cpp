// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/api.hpp"

#include <openssl/crypto.h>

#include <utility>

#include "adapters/http/problem.hpp"
#include "adapters/http/resources.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::http {

namespace {

bool bears(Request const& request, std::string const& token) {
  auto const given = request.header("Authorization");
  auto const wanted = "Bearer " + token;
  return given.size() == wanted.size() && CRYPTO_memcmp(given.data(), wanted.data(), wanted.size()) == 0;
}

Response token_needed() {
  auto response = problem(401, "Send Authorization: Bearer TOKEN.");
  response.headers.push_back({"WWW-Authenticate", "Bearer realm=\"redress\""});
  return response;
}

}  // namespace

Router make_router(Api api) {
  ensure(!api.token.empty(), "the API has a token");
  auto const shared = std::make_shared<Api const>(std::move(api));
  Router router([shared](Request const& request) -> std::optional<Response> {
    if (bears(request, shared->token)) return std::nullopt;
    return token_needed();
  });
  add_complaints(router, shared);
  add_commands(router, shared);
  add_history(router, shared);
  add_letters(router, shared);
  add_letter_versions(router, shared);
  add_calendars(router, shared);
  add_intake(router, shared);
  add_quarantine(router, shared);
  add_events(router, shared);
  add_operations(router, shared);
  add_organisation(router, shared);
  if (shared->ui) router.fall_back_to(answering([ui = shared->ui](Request const& request) { return ui->answer(request); }));
  return router;
}

}  // namespace redress::http
