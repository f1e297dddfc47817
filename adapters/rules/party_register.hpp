// SPDX-License-Identifier: Apache-2.0
#pragma once

// The organisation's books as a file of lines of JSON, one for each person or firm (docs/reference/configuration.md), kept in memory and searched by what
// a sender shares with them. The file is read whole and checked at start; nobody in it is skipped.

#include <filesystem>
#include <memory>

#include "adapters/rules/rules.hpp"
#include "engine/ports/party_register.hpp"

namespace redress::rules {

class FilePartyRegister final : public ports::PartyRegister {
 public:
  /// Throws RuleFault with file and line, and without a word of what stands there.
  FilePartyRegister(std::filesystem::path const& file, Organisation const& organisation);
  ~FilePartyRegister() override;

  [[nodiscard]] std::vector<ports::SharedSigns> sharing(ports::IdentityClues const& clues) const override;

 private:
  struct Books;
  std::unique_ptr<Books const> books_;
};

}  // namespace redress::rules
