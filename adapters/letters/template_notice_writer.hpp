// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes notices from templates/*/notices.toml as plain mails, and what systems are told as canonical JSON.

#include "adapters/letters/deadline_explainer.hpp"
#include "adapters/letters/dkim_signer.hpp"
#include "engine/domain/organisation.hpp"
#include "engine/ports/notice_writer.hpp"

#include <filesystem>
#include <map>
#include <memory>

namespace redress::letters {

struct NoticeTexts;

/// Immutable once made; any number of threads may write notices at once.
class TemplateNoticeWriter final : public ports::NoticeWriter {
 public:
  /// Reads and checks the texts of every language, and that every member of staff can be written to: a notice that cannot be composed would keep a deadline
  /// from being recorded. Throws ports::LetterFault with what is wrong. With a signer, mails are signed.
  TemplateNoticeWriter(std::filesystem::path const& templates_directory, Organisation const& organisation, std::shared_ptr<DkimSigner const> signer = nullptr);
  ~TemplateNoticeWriter() override;

  [[nodiscard]] std::string mail(ports::NoticeFacts const& facts, ports::MessageEnvelope const& envelope) const override;
  [[nodiscard]] std::string json(ports::HoldNotice const& notice) const override;

 private:
  DeadlineExplainer explainer_;
  std::map<Language, std::string> organisation_name_;
  std::shared_ptr<DkimSigner const> signer_;
  std::map<Language, std::unique_ptr<NoticeTexts const>> texts_;
};

}  // namespace redress::letters
