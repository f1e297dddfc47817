// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a person is told when something may not happen: one sentence for each reason in each language, from templates/*/refusals.toml. A
// sentence may name what it is about as " ({subject})"; where there is no subject, those words fall away.

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/refusal.hpp"

namespace redress::rules {

class RefusalTexts {
 public:
  [[nodiscard]] std::string sentence(Reason reason, Language language, std::string_view subject) const;

 private:
  friend RefusalTexts load_refusal_texts(std::filesystem::path const& templates_directory);

  std::array<std::array<std::string, count_of<Reason>>, count_of<Language>> sentences_;
};

/// Reads `<language>/refusals.toml` of every language. Throws RuleFault when a reason has no sentence, when a sentence names a reason
/// nobody gives, or when it has a brace that is not part of " ({subject})".
[[nodiscard]] RefusalTexts load_refusal_texts(std::filesystem::path const& templates_directory);

}  // namespace redress::rules
