// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/letter_command.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include <fmt/format.h>
#include <boost/json/parse.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/letters/template_letter_writer.hpp"
#include "adapters/rules/rules.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::app {
namespace {

/// A letter of a megabyte is a mistake, and not a letter.
constexpr std::size_t largest_data = 1024 * 1024;

std::string content_of(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.good() && !stream.eof()) throw std::runtime_error(file.string() + " cannot be read");
  if (content.size() > largest_data) throw std::runtime_error(file.string() + " is longer than a megabyte");
  return content;
}

LetterFacts facts_from(std::filesystem::path const& file, Language language) {
  boost::system::error_code failed;
  auto const value = boost::json::parse(content_of(file), failed);
  if (failed) throw std::runtime_error(fmt::format("{} is no JSON: {}", file.string(), failed.message()));
  LetterFacts facts;
  if (auto const problem = codec::from_json(value, facts))
    throw std::runtime_error(fmt::format("{}: {} {}; docs/reference/letter-data.md lists the fields", file.string(),
                                         problem->path.empty() ? "the letter" : problem->path, problem->what));
  facts.language = language;
  return facts;
}

/// Fields that have something to choose from.
template <Named E>
void choose(std::string const& name, E& into) {
  if (auto const known = enumerator_named<E>(name)) into = *known;
}

Organisation organisation_of(LetterQuestion const& question) {
  auto organisation = rules::load_organisation(question.organisation);
  auto& style = organisation.letter_style;
  choose(question.layout, style.layout);
  choose(question.paper, style.paper);
  if (!question.letterhead.empty()) style.letterhead = question.letterhead;
  return organisation;
}

std::string rendered(LetterQuestion const& question, Resources const& resources) {
  auto const organisation = organisation_of(question);
  auto facts = facts_from(question.data_json, enumerator_named<Language>(question.language).value_or(Language::English));
  if (facts.handler.empty()) facts.handler = organisation.staff.front().id;
  if (organisation.find(facts.handler) == nullptr)
    throw std::runtime_error(
        fmt::format("{}: handler must be a member of staff of the organisation, such as {}", question.data_json.string(), organisation.staff.front().id.value));
  letters::TemplateLetterWriter const writer(resources.templates(), organisation);
  auto const document = writer.compose(facts);
  if (question.format == "pdf") return writer.pdf(document);
  return question.format == "html" ? writer.html(document) : writer.text(document);
}

}  // namespace

std::filesystem::path organisation_file(std::filesystem::path const& data, Configuration const& configuration, Resources const& resources) {
  if (!configuration.organisation.empty()) return configuration.organisation;
  auto const own = data / "organisation.toml";
  return std::filesystem::exists(own) ? own : resources.demonstration() / "organisation.toml";
}

int render_letter(LetterQuestion const& question, Resources const& resources) {
  auto const bytes = rendered(question, resources);
  if (question.out.empty()) {
    std::cout << bytes;
    return 0;
  }
  std::ofstream out(question.out, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out) throw std::runtime_error(question.out.string() + " could not be written");
  return 0;
}

}  // namespace redress::app
