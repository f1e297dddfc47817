// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/desk.hpp"

#include <stdexcept>

#include "adapters/rules/rules.hpp"
#include "adapters/store/open_store.hpp"
#include "adapters/wording/rule_wording_reviewer.hpp"
#include "adapters/wording/statement_reader.hpp"

namespace redress::bench {
namespace {

ports::Rulebook load_rulebook() {
  std::filesystem::path const root(REDRESS_SOURCE_DIR);
  ports::Rulebook rulebook;
  rulebook.organisation = rules::load_organisation(root / "adapters/app/demonstration/organisation.toml");
  rulebook.calendars = rules::load_calendars(root / "workflows/calendars");
  rulebook.profiles.emplace("standard", rules::load_profile(root / "workflows/profiles/standard.toml"));
  return rulebook;
}

}  // namespace

Desk::Desk(std::filesystem::path const& folder) {
  auto rulebook = load_rulebook();
  letters = std::make_unique<letters::TemplateLetterWriter>(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates", rulebook.organisation);
  notices = std::make_unique<letters::TemplateNoticeWriter>(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates", rulebook.organisation);
  wording = std::make_unique<redress::wording::RuleWordingReviewer>(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates");
  statements = std::make_unique<redress::wording::RuleStatementReader>(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates");
  store = store::open_sqlite(folder / "redress.db", {identifiers, rulebook.organisation.log_origin});
  workflow = std::make_unique<workflows::ResolutionWorkflow>(std::move(rulebook), *letters, *notices, ports::Proofreaders{*wording, *statements});
  engine = std::make_unique<runtime::Engine>(*store, *workflow, clock, identifiers);
  engine->start();
}

std::vector<Reference> Desk::receive(int complaints) {
  std::vector<Reference> references;
  for (int i = 0; i < complaints; ++i) {
    ReceiveComplaint command;
    command.complainant.name = "Anna Liepa";
    command.complainant.email = "anna@example.org";
    command.narrative = "The parcel is late and nobody answers the telephone.";
    auto const outcome = engine->handle({{}, command, {ActorKind::System, {}, "bench"}, {}, {}, {}, {}});
    references.push_back(std::get<Answer>(outcome).reference);
  }
  return references;
}

CommandEnvelope contact_envelope(Reference const& reference) {
  RecordContact command;
  command.channel = Channel::Email;
  command.summary = "They wrote that the parcel has come at last, and asked about the fee for the second delivery.";
  return {reference, command, {ActorKind::Staff, StaffId("staff-01"), "bench"}, {}, {}, {}, {}};
}

void Desk::record_contact(Reference const& reference) {
  if (!std::holds_alternative<Answer>(engine->handle(contact_envelope(reference)))) throw std::runtime_error("a contact was not recorded");
}

}  // namespace redress::bench
