// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes the morning's digest from templates/*/digest.toml as a plain mail.

#include "adapters/letters/deadline_explainer.hpp"
#include "adapters/letters/dkim_signer.hpp"
#include "adapters/letters/text_pattern.hpp"
#include "engine/ports/digest_writer.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace redress::letters {

/// Immutable once made; any number of threads may write at once.
class TemplateDigestWriter final : public ports::DigestWriter {
 public:
  /// Reads and checks the texts of every language. Throws ports::LetterFault with what is wrong. With a signer, mails are signed.
  explicit TemplateDigestWriter(std::filesystem::path const& templates_directory, std::shared_ptr<DkimSigner const> signer = nullptr);

  [[nodiscard]] std::string mail(ports::Digest const& digest, ports::MessageEnvelope const& envelope) const override;

 private:
  struct Texts {
    TextPattern subject;
    std::string late;
    std::string due_today;
    std::string appointments;
    TextPattern entry;
    TextPattern more;
    std::string end;
  };

  [[nodiscard]] static Texts read(std::filesystem::path const& directory, Language language);
  void add_list(std::string& text, std::string const& heading, std::vector<ports::Digest::Entry> const& entries, ports::Digest const& digest) const;

  DeadlineExplainer explainer_;
  std::shared_ptr<DkimSigner const> signer_;
  std::map<Language, Texts> texts_;
};

}  // namespace redress::letters
