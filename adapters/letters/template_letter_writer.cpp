// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_letter_writer.hpp"

#include "adapters/codec/digest.hpp"
#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/compose.hpp"
#include "adapters/letters/icalendar.hpp"
#include "adapters/letters/layout.hpp"
#include "adapters/letters/letter_arguments.hpp"
#include "adapters/letters/letterhead.hpp"
#include "adapters/letters/mail_message.hpp"
#include "adapters/letters/template_catalogue.hpp"
#include "adapters/letters/written_dates.hpp"
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

Arguments argument(std::string_view name, std::string_view value) {
  Arguments arguments;
  set(arguments, name, value);
  return arguments;
}

/// "02.03.2026", as offices in Latvia and Russia write the date of a letter they answer.
std::string numeric(Date date) {
  return fmt::format("{:02}.{:02}.{:04}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

std::vector<std::string> enclosures_of(LetterFacts const& facts, LetterheadWords const& words) {
  std::vector<std::string> lines;
  for (auto const& enclosure : facts.enclosures)
    if (auto line = on_one_line(enclosure); !line.empty()) lines.push_back(std::move(line));
  if (lines.empty()) return lines;
  Arguments count;
  set(count, "enclosures_count", lines.size());
  lines.insert(lines.begin(), words.enclosures.with(count));
  return lines;
}

/// What the letterhead adds to the document: the author's registration, the letter that is answered, what is enclosed.
void add_particulars(LetterDocument& document, LetterFacts const& facts, Organisation const& organisation, LetterheadWords const& words,
                     CommonTexts const& common) {
  document.dated = facts.date;
  document.enclosures = enclosures_of(facts, words);
  if (words.registration && !organisation.registration_number.empty())
    document.letterhead.push_back(words.registration->with(argument("registration_number", organisation.registration_number)));
  if (!words.in_reply_to || !facts.received_on.ok()) return;
  auto arguments = argument("date", written(facts.received_on, common.dates.schedule));
  set(arguments, "numeric_date", numeric(facts.received_on));
  document.in_reply_to = words.in_reply_to->with(arguments);
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

struct TemplateLetterWriter::Parts {
  Parts(std::filesystem::path const& directory, Organisation ours, std::shared_ptr<DkimSigner const> signs)
      : organisation(std::move(ours)),
        signer(std::move(signs)),
        templates(directory),
        letterheads(load_letterheads(directory / "letterheads")),
        letterhead(letterhead_named(letterheads, organisation.letter_style.letterhead)) {
    require_every_language(organisation);
  }

  [[nodiscard]] LaidOut laid_out(LetterDocument const& document, std::vector<std::string> const& copy_note = {}) const {
    return lay_out(document, templates.common(document.language), letterhead, organisation.letter_style, copy_note);
  }

  Organisation organisation;
  std::shared_ptr<DkimSigner const> signer;
  TemplateCatalogue templates;
  Letterheads letterheads;
  Letterhead const& letterhead;
};

namespace {

std::vector<std::string> copy_note_of(ports::CopyNote note, CommonTexts const& common) {
  if (note == ports::CopyNote::None) return {};
  auto text = common.copy_note.with({});
  return {note == ports::CopyNote::InPart ? text + " " + common.copy_note_in_part.with({}) : text};
}

/// Whoever takes the sheets from the printer must see at once that they go to somebody else than the one they address.
std::vector<std::string> copy_note_on_paper(ports::MessageEnvelope const& envelope, CommonTexts const& common) {
  auto lines = copy_note_of(envelope.copy, common);
  auto const recipient = on_one_line(envelope.to_name);
  if (!lines.empty() && !recipient.empty()) lines.insert(lines.begin(), common.labels.copy_for.with(argument("recipient", recipient)));
  return lines;
}

}  // namespace

TemplateLetterWriter::TemplateLetterWriter(std::filesystem::path const& templates_directory, Organisation organisation,
                                           std::shared_ptr<DkimSigner const> signer)
    : parts_(std::make_unique<Parts const>(templates_directory, std::move(organisation), std::move(signer))) {
  initialise_mail_library();
}

TemplateLetterWriter::~TemplateLetterWriter() = default;

LetterDocument TemplateLetterWriter::compose(LetterFacts const& facts) const {
  auto document = composed(facts, parts_->organisation, parts_->templates);
  add_particulars(document, facts, parts_->organisation, parts_->letterhead.words.at(facts.language), parts_->templates.common(facts.language));
  return document;
}

std::string TemplateLetterWriter::message(LetterDocument const& document, ports::MessageEnvelope const& envelope) const {
  auto const& common = parts_->templates.common(document.language);
  auto const letter = parts_->laid_out(document, copy_note_of(envelope.copy, common));
  MailContent content{document.subject, document.language, as_text(letter), as_html(letter)};
  if (envelope.invitation) add(content, *envelope.invitation, envelope, common);
  return as_signed_mail(content, envelope, parts_->signer.get());
}

std::string TemplateLetterWriter::calendar(std::vector<ports::CalendarEntry> const& entries, Language language, Time now) const {
  auto const& common = parts_->templates.common(language);
  std::vector<WrittenEntry> written;
  for (auto const& entry : entries) written.push_back(written_entry(entry, common));
  return as_feed(written, parts_->organisation.name.at(language), now);
}

std::string TemplateLetterWriter::text(LetterDocument const& document) const {
  return as_text(parts_->laid_out(document));
}

std::string TemplateLetterWriter::html(LetterDocument const& document) const {
  return as_html(parts_->laid_out(document));
}

std::string TemplateLetterWriter::pdf(LetterDocument const& document) const {
  return as_pdf(parts_->laid_out(document));
}

std::string TemplateLetterWriter::printed(LetterDocument const& document, ports::MessageEnvelope const& envelope) const {
  return as_pdf(parts_->laid_out(document, copy_note_on_paper(envelope, parts_->templates.common(document.language))));
}

std::vector<std::string> TemplateLetterWriter::situations() const {
  return parts_->templates.situations().names();
}

std::optional<SituationGuide> TemplateLetterWriter::guide(std::string_view situation, Language language) const {
  auto const* const texts = parts_->templates.situations().texts(language, situation);
  return texts == nullptr ? std::nullopt : std::optional(texts->guide);
}

FrozenMessage TemplateLetterWriter::freeze(std::string_view bytes, std::string const& media_type) const {
  return {.sha256 = codec::sha256_hex(bytes), .size = static_cast<std::int64_t>(bytes.size()), .type = media_type};
}

ports::WrittenTemplate TemplateLetterWriter::letter_template(Language language, LetterKind kind) const {
  auto const& letter = parts_->templates.letter(language, kind);
  ports::WrittenTemplate written{language, kind, letter.subject.text(), letter.recipe, {}};
  for (auto const block : letter.recipe)
    if (auto const paragraphs = letter.blocks.find(block); paragraphs != letter.blocks.end())
      for (auto const& one : paragraphs->second) {
        auto list = one.for_each ? std::optional(std::string(name_of(*one.for_each))) : std::nullopt;
        written.paragraphs.push_back({block, one.text.text(), std::move(list), one.needs, one.unless, one.states});
      }
  return written;
}

}  // namespace redress::letters
