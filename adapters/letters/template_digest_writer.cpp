// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_digest_writer.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "adapters/letters/encoded_header.hpp"
#include "adapters/letters/letter_arguments.hpp"
#include "adapters/letters/mail_message.hpp"
#include "adapters/letters/template_table.hpp"
#include "adapters/letters/text_width.hpp"

namespace redress::letters {
namespace {

constexpr std::size_t page_columns = 78;
constexpr std::size_t longest_list = 30;

/// None is a number too here, and has words of its own.
void count(Arguments& arguments, std::string const& name, std::vector<ports::Digest::Entry> const& entries) {
  arguments.insert_or_assign(name, icu::Formattable(static_cast<std::int64_t>(entries.size())));
}

}  // namespace

TemplateDigestWriter::TemplateDigestWriter(std::filesystem::path const& templates_directory, std::shared_ptr<DkimSigner const> signer)
    : explainer_(templates_directory), signer_(std::move(signer)) {
  for (auto const language : all_languages) texts_.emplace(language, read(templates_directory, language));
  initialise_mail_library();
}

TemplateDigestWriter::Texts TemplateDigestWriter::read(std::filesystem::path const& directory, Language language) {
  auto const name = fmt::format("{}/digest.toml", name_of(language));
  auto const content = read_template_file(directory / name, name);
  TemplateTable const file(content, language, name);
  file.hold_only({"subject", "late", "due_today", "appointments", "entry", "more", "end"});
  return {file.pattern("subject", {"late", "today", "appointments"}),
          file.text("late"),
          file.text("due_today"),
          file.text("appointments"),
          file.pattern("entry", {"reference", "moment"}),
          file.pattern("more", {"count"}),
          file.text("end")};
}

void TemplateDigestWriter::add_list(std::string& text, std::string const& heading, std::vector<ports::Digest::Entry> const& entries,
                                    ports::Digest const& digest) const {
  if (entries.empty()) return;
  auto const& texts = texts_.at(digest.language);
  text += heading + "\n";
  for (std::size_t i = 0; i < std::min(entries.size(), longest_list); ++i) {
    Arguments arguments;
    set(arguments, "reference", entries[i].reference.value);
    set(arguments, "moment", explainer_.moment(entries[i].at, digest.calendar, digest.language));
    text += "  " + texts.entry.with(arguments) + "\n";
  }
  if (entries.size() > longest_list) {
    Arguments arguments;
    set(arguments, "count", entries.size() - longest_list);
    text += "  " + texts.more.with(arguments) + "\n";
  }
  text += "\n";
}

std::string TemplateDigestWriter::mail(ports::Digest const& digest, ports::MessageEnvelope const& envelope) const {
  auto const& texts = texts_.at(digest.language);
  Arguments counts;
  count(counts, "late", digest.late);
  count(counts, "today", digest.due_today);
  count(counts, "appointments", digest.appointments);
  std::string text;
  add_list(text, texts.late, digest.late, digest);
  add_list(text, texts.due_today, digest.due_today, digest);
  add_list(text, texts.appointments, digest.appointments, digest);
  for (auto const& line : wrapped(texts.end, page_columns)) text += line + "\n";
  return as_signed_mail({texts.subject.with(counts), digest.language, text, {}}, envelope, signer_.get());
}

}  // namespace redress::letters
