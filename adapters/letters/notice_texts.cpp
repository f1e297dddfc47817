// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/notice_texts.hpp"

#include "adapters/letters/template_table.hpp"
#include "engine/domain/enumeration.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::letters {
namespace {

using ports::NoticeKind;
using Names = std::vector<std::string_view>;

/// What a notice is about, and so must say somewhere in its text.
Names contents_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::DeadlineWarned:
    case NoticeKind::DeadlinePassed:
      return {"reference", "deadline", "due"};
    case NoticeKind::PromiseDue:
    case NoticeKind::PromiseMissed:
    case NoticeKind::GlassBroken:
    case NoticeKind::LetIn:
    case NoticeKind::AcknowledgedByItself:
      return {"reference", "due"};
    case NoticeKind::Escalated:
      return {"reference", "level"};
    case NoticeKind::MessageReceived:
    case NoticeKind::ReopeningAsked:
    case NoticeKind::LetterBounced:
    case NoticeKind::IdentityDoubtful:
    case NoticeKind::HandedOver:
      return {"reference"};
    case NoticeKind::IdentityQuestion:
      return {"reference", "code", "organisation"};
  }
  return {};
}

bool says(TextPattern const& pattern, std::string_view name) {
  return std::ranges::find(pattern.placeholders(), name, &Placeholder::name) != pattern.placeholders().end();
}

void check_names(TextPattern const& pattern, Names const& contents, TemplateTable const& table, std::string_view key) {
  for (auto const& placeholder : pattern.placeholders()) {
    if (std::ranges::find(contents, placeholder.name) == contents.end())
      table.fault(fmt::format("\"{}\" names {{{}}}, which it cannot have", key, placeholder.name));
    if (placeholder.use != Use::Text) table.fault(fmt::format("\"{}\": {{{}}} cannot be used in this way", key, placeholder.name));
  }
}

NoticeText read_notice(TemplateTable const& table, Names const& contents) {
  table.hold_only({"subject", "text"});
  NoticeText notice{TextPattern(table.text("subject"), table.language(), table.place("subject")), {}};
  check_names(notice.subject, contents, table, "subject");
  if (!says(notice.subject, "reference")) table.fault("\"subject\" lacks {reference}");
  for (auto const& paragraph : table.texts("text")) {
    notice.paragraphs.emplace_back(paragraph, table.language(), table.place("text"));
    check_names(notice.paragraphs.back(), contents, table, "text");
  }
  for (auto const name : contents)
    if (std::ranges::none_of(notice.paragraphs, [&](auto const& paragraph) { return says(paragraph, name); }))
      table.fault(fmt::format("\"text\" lacks {{{}}}", name));
  return notice;
}

std::map<Escalation, std::string> read_levels(TemplateTable const& table) {
  table.hold_only({"supervisor", "executive", "external-body"});
  return {{Escalation::Supervisor, table.text("supervisor")},
          {Escalation::Executive, table.text("executive")},
          {Escalation::ExternalBody, table.text("external-body")}};
}

}  // namespace

NoticeTexts read_notice_texts(std::filesystem::path const& directory, Language language) {
  auto const name = fmt::format("{}/notices.toml", name_of(language));
  auto const content = read_template_file(directory / name, name);
  TemplateTable const file(content, language, name);
  NoticeTexts texts{read_levels(file.table("level")), {}};
  for (std::size_t i = 0; i < count_of<NoticeKind>; ++i) {
    auto const kind = static_cast<NoticeKind>(i);
    texts.notices.emplace(kind, read_notice(file.table(name_of(kind)), contents_of(kind)));
  }
  for (auto const& key : file.keys())
    if (key != "level" && !enumerator_named<NoticeKind>(key)) file.fault(fmt::format("\"{}\" is not a key that is known here", key));
  return texts;
}

}  // namespace redress::letters
