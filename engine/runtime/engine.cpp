// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/engine.hpp"

#include "engine/runtime/committer.hpp"

namespace redress::runtime {

Engine::Engine(ports::Store& store, ports::Workflow const& workflow, ports::Clock const& clock, ports::Identifiers& identifiers)
    : store_(store), workflow_(workflow), clock_(clock), committer_(std::make_unique<Committer>(store, workflow, clock, identifiers)) {}

Engine::~Engine() = default;

void Engine::submit(CommandEnvelope envelope, std::function<void(Outcome)> answered) {
  committer_->submit(std::move(envelope), std::move(answered));
}

Outcome Engine::handle(CommandEnvelope envelope) {
  return committer_->handle(std::move(envelope));
}

std::vector<Outcome> Engine::handle_all(std::vector<CommandEnvelope> envelopes) {
  return committer_->handle_all(std::move(envelopes));
}

std::optional<View> Engine::view(Reference const& reference, StaffId const& reader) {
  auto complaint = store_.load(reference);
  if (!complaint) return std::nullopt;
  auto const now = clock_.now();
  auto permitted = workflow_.permitted(*complaint, now, reader);
  return View{std::move(*complaint), std::move(permitted), now};
}

void Engine::on_committed(std::function<void(std::vector<Committed> const&)> listener) {
  committer_->on_committed(std::move(listener));
}

void Engine::start() {
  committer_->start();
}

void Engine::stop() {
  committer_->stop();
}

}  // namespace redress::runtime
