// SPDX-License-Identifier: Apache-2.0
#include "adapters/rules/refusal_texts.hpp"

#include <fmt/format.h>

#include "adapters/rules/rule_file.hpp"
#include "adapters/rules/rules.hpp"

namespace redress::rules {
namespace {

constexpr std::string_view place = " ({subject})";

std::string replaced(std::string_view sentence, std::string_view with) {
  auto const found = sentence.find(place);
  if (found == std::string_view::npos) return std::string(sentence);
  return fmt::format("{}{}{}", sentence.substr(0, found), with, sentence.substr(found + place.size()));
}

std::string read_sentence(RuleTable& file, std::string_view reason) {
  auto sentence = file.text(reason);
  if (replaced(sentence, {}).find_first_of("{}") != std::string::npos)
    file.refuse(reason, fmt::format("\"{}\" may have one \" ({{subject}})\" and no other braces", reason));
  return sentence;
}

}  // namespace

std::string RefusalTexts::sentence(Reason reason, Language language, std::string_view subject) const {
  auto const& sentence = sentences_[static_cast<std::size_t>(language)][static_cast<std::size_t>(reason)];
  return replaced(sentence, subject.empty() ? std::string{} : fmt::format(" ({})", subject));
}

RefusalTexts load_refusal_texts(std::filesystem::path const& templates_directory) {
  RefusalTexts texts;
  for (auto const language : all_languages) {
    RuleTable file(templates_directory / name_of(language) / "refusals.toml");
    auto& sentences = texts.sentences_[static_cast<std::size_t>(language)];
    for (std::size_t i = 0; i < sentences.size(); ++i) sentences[i] = read_sentence(file, names_of(Reason{})[i]);
    file.end();
  }
  return texts;
}

}  // namespace redress::rules
