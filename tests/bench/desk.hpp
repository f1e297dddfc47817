// SPDX-License-Identifier: Apache-2.0
#pragma once

// An engine on a store of its own, with the demonstration organisation and as many complaints as there are clients.

#include <filesystem>
#include <memory>
#include <vector>

#include "adapters/letters/template_letter_writer.hpp"
#include "adapters/letters/template_notice_writer.hpp"
#include "adapters/system/random_identifiers.hpp"
#include "adapters/system/system_clock.hpp"
#include "engine/runtime/engine.hpp"
#include "workflows/resolution/workflow.hpp"

namespace redress::bench {

class Desk {
 public:
  explicit Desk(std::filesystem::path const& folder);

  [[nodiscard]] std::vector<Reference> receive(int complaints);
  /// A contact by e-mail: one event with a disclosure, and the complaint's row. Throws when it is not accepted.
  void record_contact(Reference const& reference);

  system::SystemClock clock;
  system::RandomIdentifiers identifiers;
  std::unique_ptr<letters::TemplateLetterWriter> letters;
  std::unique_ptr<letters::TemplateNoticeWriter> notices;
  std::unique_ptr<ports::WordingReviewer> wording;
  std::unique_ptr<ports::StatementReader> statements;
  std::unique_ptr<workflows::ResolutionWorkflow> workflow;
  std::unique_ptr<ports::Store> store;
  std::unique_ptr<runtime::Engine> engine;
};

[[nodiscard]] CommandEnvelope contact_envelope(Reference const& reference);

/// The decision alone, in nanoseconds: the machine restored, the guards run, the event made; no store.
void bench_decision(Desk& desk);
/// Commands through Engine::handle beside the raw limit.
void bench_engine();
/// The same rows written by a bare SQLite loop, one commit each: what the disk and SQLite allow.
[[nodiscard]] double raw_commits_per_second();

}  // namespace redress::bench
