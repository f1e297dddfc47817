// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes letters from the templates in templates/: composes them, and renders them in the organisation's style as text, as HTML, as PDF and as mail.

#include "adapters/letters/dkim_signer.hpp"
#include "engine/domain/organisation.hpp"
#include "engine/ports/letter_templates.hpp"
#include "engine/ports/letter_writer.hpp"

#include <filesystem>
#include <memory>

namespace redress::letters {

/// Immutable once made; any number of threads may write letters at once.
class TemplateLetterWriter final : public ports::LetterWriter, public ports::LetterTemplates {
 public:
  /// Reads and checks every template of every language, and every letterhead. Throws ports::LetterFault with the file and what is wrong in it, or with the text
  /// that the organisation lacks in a language. With a signer, mails are signed.
  TemplateLetterWriter(std::filesystem::path const& templates_directory, Organisation organisation, std::shared_ptr<DkimSigner const> signer = nullptr);
  ~TemplateLetterWriter() override;

  [[nodiscard]] LetterDocument compose(LetterFacts const& facts) const override;
  [[nodiscard]] std::string message(LetterDocument const& document, ports::MessageEnvelope const& envelope) const override;
  [[nodiscard]] std::string calendar(std::vector<ports::CalendarEntry> const& entries, Language language, Time now) const override;
  [[nodiscard]] std::string text(LetterDocument const& document) const override;
  [[nodiscard]] std::string html(LetterDocument const& document) const override;
  [[nodiscard]] std::string pdf(LetterDocument const& document) const override;
  [[nodiscard]] std::string printed(LetterDocument const& document, ports::MessageEnvelope const& envelope) const override;
  [[nodiscard]] std::vector<std::string> situations() const override;
  [[nodiscard]] std::optional<SituationGuide> guide(std::string_view situation, Language language) const override;
  [[nodiscard]] FrozenMessage freeze(std::string_view bytes, std::string const& media_type) const override;
  [[nodiscard]] ports::WrittenTemplate letter_template(Language language, LetterKind kind) const override;

 private:
  struct Parts;
  std::unique_ptr<Parts const> parts_;
};

}  // namespace redress::letters
