// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/template_notice_writer.hpp"

#include "adapters/codec/canonical.hpp"
#include "adapters/letters/clean_text.hpp"
#include "adapters/letters/encoded_header.hpp"
#include "adapters/letters/letter_arguments.hpp"
#include "adapters/letters/mail_message.hpp"
#include "adapters/letters/notice_texts.hpp"
#include "adapters/letters/text_width.hpp"

#include <fmt/format.h>

namespace redress::letters {
namespace {

constexpr std::size_t page_columns = 78;

std::string body_of(NoticeText const& notice, Arguments const& arguments) {
  std::string text;
  for (auto const& paragraph : notice.paragraphs) {
    if (!text.empty()) text += '\n';
    for (auto const& line : wrapped(on_one_line(paragraph.with(arguments)), page_columns)) text += line + "\n";
  }
  return text;
}

}  // namespace

TemplateNoticeWriter::TemplateNoticeWriter(std::filesystem::path const& templates_directory, Organisation const& organisation,
                                           std::shared_ptr<DkimSigner const> signer)
    : explainer_(templates_directory), organisation_name_(organisation.name), signer_(std::move(signer)) {
  for (auto const language : all_languages) texts_.emplace(language, std::make_unique<NoticeTexts const>(read_notice_texts(templates_directory, language)));
  require_header_text(organisation.mail_name, "name of the mail of the organisation");
  require_address(organisation.mail_address, "address of the organisation");
  for (auto const& member : organisation.staff) require_address(member.email, fmt::format("email of \"{}\"", member.id.value));
  initialise_mail_library();
}

TemplateNoticeWriter::~TemplateNoticeWriter() = default;

std::string TemplateNoticeWriter::mail(ports::NoticeFacts const& facts, ports::MessageEnvelope const& envelope) const {
  auto const& texts = *texts_.at(facts.language);
  auto const& notice = texts.notices.at(facts.kind);
  Arguments arguments;
  set(arguments, "reference", facts.reference.value);
  if (!facts.deadline.empty()) set(arguments, "deadline", explainer_.title(facts.deadline, &facts.profile, facts.language));
  if (facts.due) set(arguments, "due", explainer_.moment(*facts.due, facts.calendar, facts.language));
  if (auto const level = texts.levels.find(facts.level); level != texts.levels.end()) set(arguments, "level", level->second);
  if (!facts.code.empty()) set(arguments, "code", facts.code);
  if (auto const name = organisation_name_.find(facts.language); name != organisation_name_.end()) set(arguments, "organisation", name->second);
  return as_signed_mail({notice.subject.with(arguments), facts.language, body_of(notice, arguments), {}}, envelope, signer_.get());
}

std::string TemplateNoticeWriter::json(ports::HoldNotice const& notice) const {
  std::string json;
  codec::write_canonical(json, notice);
  return json;
}

}  // namespace redress::letters
