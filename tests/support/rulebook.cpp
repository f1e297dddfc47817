// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rulebook.hpp"

#include <map>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "adapters/letters/template_letter_writer.hpp"
#include "adapters/letters/template_notice_writer.hpp"
#include "adapters/rules/party_register.hpp"
#include "adapters/rules/rules.hpp"
#include "adapters/wording/rule_wording_reviewer.hpp"
#include "adapters/wording/statement_reader.hpp"
#include "workflows/resolution/workflow.hpp"

namespace redress::testing {
namespace {

ports::Rulebook load() {
  auto const root = source_directory();
  ports::Rulebook rulebook{
      rules::load_organisation(root / "adapters/app/demonstration/organisation.toml"), {}, rules::load_calendars(root / "workflows/calendars")};
  for (auto const& entry : std::filesystem::directory_iterator(root / "workflows/profiles")) {
    auto const profile = rules::load_profile(entry.path());
    rulebook.profiles.emplace(profile.name, profile);
  }
  static rules::FilePartyRegister const parties(rulebook.organisation.register_file, rulebook.organisation);
  rulebook.parties = &parties;
  return rulebook;
}

}  // namespace

std::filesystem::path source_directory() {
  return REDRESS_SOURCE_DIR;
}

ports::Rulebook const& demonstration_rulebook() {
  static auto const rulebook = load();
  return rulebook;
}

ports::LetterWriter const& demonstration_letters() {
  static letters::TemplateLetterWriter const letters(source_directory() / "templates", demonstration_rulebook().organisation);
  return letters;
}

ports::NoticeWriter const& demonstration_notices() {
  static letters::TemplateNoticeWriter const notices(source_directory() / "templates", demonstration_rulebook().organisation);
  return notices;
}

ports::Proofreaders demonstration_proofreaders() {
  static wording::RuleWordingReviewer const wording(source_directory() / "templates");
  static wording::RuleStatementReader const statements(source_directory() / "templates");
  return {wording, statements};
}

ports::Workflow const& resolution() {
  static workflows::ResolutionWorkflow const workflow(demonstration_rulebook(), demonstration_letters(), demonstration_notices(), demonstration_proofreaders());
  return workflow;
}

ports::Workflow const& resolution_under(std::string const& profile) {
  static std::map<std::string, std::unique_ptr<ports::Workflow>> workflows;
  auto& workflow = workflows[profile];
  if (!workflow) {
    auto rulebook = demonstration_rulebook();
    rulebook.organisation.profile = profile;
    workflow =
        std::make_unique<workflows::ResolutionWorkflow>(std::move(rulebook), demonstration_letters(), demonstration_notices(), demonstration_proofreaders());
  }
  return *workflow;
}

std::unique_ptr<ports::Workflow> resolution_acknowledging(AcknowledgingRules rules, std::string const& profile) {
  return resolution_of([&](Organisation& organisation) {
    organisation.acknowledging = std::move(rules);
    if (!profile.empty()) organisation.profile = profile;
  });
}

std::unique_ptr<ports::Workflow> resolution_of(std::function<void(Organisation&)> const& change) {
  auto rulebook = demonstration_rulebook();
  change(rulebook.organisation);
  return std::make_unique<workflows::ResolutionWorkflow>(std::move(rulebook), demonstration_letters(), demonstration_notices(), demonstration_proofreaders());
}

WorkingCalendar const& calendar() {
  return demonstration_rulebook().calendars.at(demonstration_rulebook().organisation.calendar);
}

Time local(std::string_view text) {
  auto const day = text.size() == 16 && text[10] == ' ' ? parse_date(text.substr(0, 10)) : std::nullopt;
  if (!day) throw std::invalid_argument("\"" + std::string(text) + "\" is not a local moment such as 2026-03-02 09:00");
  auto const number = [&](std::size_t at) { return std::stoi(std::string(text.substr(at, 2))); };
  return calendar().moment(*day, std::chrono::minutes{number(11) * 60 + number(14)});
}

std::string local(Time moment) {
  auto const minute = calendar().local_minute(moment).count();
  return fmt::format("{} {:02}:{:02}", to_text(calendar().local_day(moment)), minute / 60, minute % 60);
}

}  // namespace redress::testing
