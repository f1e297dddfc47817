// SPDX-License-Identifier: Apache-2.0
#pragma once

// The HTTP API of a node, /api/v1: which requests there are and who answers them. Each resource has a file of its own; what a command may
// do is decided by the engine, never here. GET /api/v1/openapi.json says the same to programs, and is made from the same lists.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/http/broadcast.hpp"
#include "adapters/http/metrics.hpp"
#include "adapters/http/router.hpp"
#include "adapters/http/static_files.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/refusal.hpp"
#include "engine/ports/explainer.hpp"
#include "engine/ports/letter_templates.hpp"
#include "engine/ports/letter_writer.hpp"
#include "engine/ports/read_log.hpp"
#include "engine/ports/wording_reviewer.hpp"
#include "engine/runtime/access_desk.hpp"
#include "engine/runtime/engine.hpp"
#include "engine/runtime/mail_desk.hpp"
#include "engine/runtime/provider_desk.hpp"
#include "engine/runtime/quarantine.hpp"
#include "engine/runtime/read_recorder.hpp"

namespace redress::http {

/// The sentence that says a reason to a person, in their language.
using RefusalTexts = std::function<std::string(Reason, Language, std::string_view subject)>;

/// What the API stands on. Everything named by reference outlives the server.
struct Api {
  runtime::Engine& engine;
  runtime::MailDesk& mail_desk;
  runtime::Quarantine& quarantine;
  ports::LetterWriter const& letters;
  ports::WordingReviewer const& wording;
  ports::Explainer const& explainer;
  Broadcast& broadcast;
  Metrics& metrics;
  RefusalTexts refusal_texts;
  runtime::AccessDesk& access_desk;
  runtime::ReadRecorder& readings;
  ports::ReadLog& read_log;
  runtime::ProviderDesk* provider_desk = nullptr;  ///< null when people log in by name and password alone
  std::string public_address = {};                 ///< what people's browsers call us, when a proxy stands before us: "https://complaints.example.org"
  std::function<void()> first_administrator_made = [] {};
  std::shared_ptr<StaticFiles const> ui{};                   ///< null when the UI was not built
  ports::LetterTemplates const* letter_templates = nullptr;  ///< null when letters are made of none
};

[[nodiscard]] Router make_router(Api api);

/// Tells everyone who listens on /api/v1/events which complaints have changed. For Engine::on_committed().
void tell_of(Broadcast& broadcast, std::vector<runtime::Committed> const& committed);

/// What the caller is to hear of: nothing about themselves, and nothing at all once their session has ended or a role has gone.
[[nodiscard]] Hears hears(runtime::AccessDesk& desk, runtime::Caller const& caller);

/// The API's description, OpenAPI 3.1, as the text that is served.
[[nodiscard]] std::string openapi_document();

}  // namespace redress::http
