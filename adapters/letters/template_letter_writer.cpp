// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_letter_writer.hpp"

#include "adapters/codec/digest.hpp"
#include "adapters/letters/compose.hpp"
#include "adapters/letters/icalendar.hpp"
#include "adapters/letters/layout.hpp"
#include "adapters/letters/letter_arguments.hpp"
#include "adapters/letters/mail_message.hpp"
#include "adapters/letters/template_catalogue.hpp"
#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>

namespace redress::letters {
namespace {

template <class Texts>
void require(Texts const& texts, Language language, std::string_view what) {
  auto const text = texts.find(language);
  if (text == texts.end() || text->second.empty()) throw ports::LetterFault(fmt::format("the organisation has no {} in \"{}\"", what, name_of(language)));
}

void require_every_language(Organisation const& organisation) {
  for (auto const language : all_languages) {
    require(organisation.name, language, "name");
    require(organisation.address, language, "address");
    require(organisation.external_body, language, "external body");
    for (auto const& member : organisation.staff) {
      require(member.name, language, fmt::format("name of \"{}\"", member.id.value));
      require(member.title, language, fmt::format("title of \"{}\"", member.id.value));
    }
  }
}

LaidOut laid_out(LetterDocument const& document, TemplateCatalogue const& templates) {
  return {document, templates.common(document.language), {}};
}

WrittenEntry written_entry(ports::CalendarEntry const& entry, CommonTexts const& common) {
  Arguments arguments;
  set(arguments, "reference", entry.reference.value);
  return {entry, common.calendar.at(entry.kind).with(arguments)};
}

void add(MailContent& content, ports::Invitation const& invitation, ports::MessageEnvelope const& envelope, CommonTexts const& common) {
  content.calendar = as_invitation(written_entry(invitation.entry, common), invitation.method, {envelope.from_name, envelope.from_address},
                                   {envelope.to_name, envelope.to_address}, envelope.date);
  content.calendar_method = method_name(invitation.method);
}

}  // namespace

TemplateLetterWriter::TemplateLetterWriter(std::filesystem::path const& templates_directory, Organisation organisation)
    : organisation_(std::move(organisation)), templates_(std::make_unique<TemplateCatalogue const>(templates_directory)) {
  require_every_language(organisation_);
  initialise_mail_library();
}

TemplateLetterWriter::~TemplateLetterWriter() = default;

LetterDocument TemplateLetterWriter::compose(LetterFacts const& facts) const {
  return composed(facts, organisation_, *templates_);
}

std::string TemplateLetterWriter::message(LetterDocument const& document, ports::MessageEnvelope const& envelope) const {
  auto letter = laid_out(document, *templates_);
  if (envelope.is_copy) letter.copy_note = letter.common.copy_note.with({});
  MailContent content{document.subject, document.language, as_text(letter), as_html(letter)};
  if (envelope.invitation) add(content, *envelope.invitation, envelope, letter.common);
  return as_mail(content, envelope);
}

std::string TemplateLetterWriter::calendar(std::vector<ports::CalendarEntry> const& entries, Language language, Time now) const {
  auto const& common = templates_->common(language);
  std::vector<WrittenEntry> written;
  for (auto const& entry : entries) written.push_back(written_entry(entry, common));
  return as_feed(written, organisation_.name.at(language), now);
}

std::string TemplateLetterWriter::text(LetterDocument const& document) const {
  return as_text(laid_out(document, *templates_));
}

std::string TemplateLetterWriter::html(LetterDocument const& document) const {
  return as_html(laid_out(document, *templates_));
}

FrozenMessage TemplateLetterWriter::freeze(std::string_view bytes, std::string const& media_type) const {
  return {.sha256 = codec::sha256_hex(bytes), .size = static_cast<std::int64_t>(bytes.size()), .type = media_type};
}

}  // namespace redress::letters
