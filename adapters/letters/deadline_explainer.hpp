// SPDX-License-Identifier: Apache-2.0
#pragma once

// Explains deadlines in every language, from templates/*/deadlines.toml.

#include "engine/ports/explainer.hpp"

#include <filesystem>
#include <map>
#include <memory>

namespace redress::letters {

struct DeadlineTexts;

/// Immutable once made; any number of threads may ask at once.
class DeadlineExplainer final : public ports::Explainer {
 public:
  /// Reads and checks the texts of every language. Throws ports::LetterFault with the file and what is wrong in it.
  explicit DeadlineExplainer(std::filesystem::path const& templates_directory);
  ~DeadlineExplainer() override;

  [[nodiscard]] std::vector<std::string> sentences(std::vector<Because> const& because, WorkingCalendar const& calendar, Language language) const override;
  [[nodiscard]] std::string title(DeadlineName const& name, Profile const* profile, Language language) const override;
  [[nodiscard]] std::string moment(Time due, WorkingCalendar const& calendar, Language language) const override;

 private:
  std::map<Language, std::unique_ptr<DeadlineTexts const>> texts_;
};

}  // namespace redress::letters
