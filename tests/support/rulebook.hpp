// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules that tests decide by: the real profiles, calendars, templates and the demonstration organisation, read once.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "engine/ports/letter_writer.hpp"
#include "engine/ports/notice_writer.hpp"
#include "engine/ports/workflow.hpp"

namespace redress::testing {

/// The root of the checkout.
[[nodiscard]] std::filesystem::path source_directory();

[[nodiscard]] ports::Rulebook const& demonstration_rulebook();
[[nodiscard]] ports::LetterWriter const& demonstration_letters();
[[nodiscard]] ports::NoticeWriter const& demonstration_notices();
[[nodiscard]] ports::Proofreaders demonstration_proofreaders();
/// The real workflow, deciding by all of them.
[[nodiscard]] ports::Workflow const& resolution();
/// The same for an organisation that works under that profile.
[[nodiscard]] ports::Workflow const& resolution_under(std::string const& profile);

/// The same for an organisation that acknowledges by those rules, under its own profile or that one.
[[nodiscard]] std::unique_ptr<ports::Workflow> resolution_acknowledging(AcknowledgingRules rules, std::string const& profile = {});

/// The same for the demonstration organisation with something changed.
[[nodiscard]] std::unique_ptr<ports::Workflow> resolution_of(std::function<void(Organisation&)> const& change);

/// The calendar of the demonstration organisation.
[[nodiscard]] WorkingCalendar const& calendar();
/// "2026-03-02 09:00" of that calendar's zone.
[[nodiscard]] Time local(std::string_view text);
/// The same, the other way round.
[[nodiscard]] std::string local(Time moment);

}  // namespace redress::testing
