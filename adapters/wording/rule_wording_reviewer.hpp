// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reviews wording by rules that are data: the folder wording in each language's folder of templates. All are read, compiled and checked when this is made, and
// those of a language are kept from their first use on. After that nothing changes, and any number of threads may ask at once.

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "engine/ports/wording_reviewer.hpp"

namespace redress::wording {

/// A file of wording rules cannot be used. The text is "file:line: reason", and says what to do.
class WordingFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class RuleWordingReviewer final : public ports::WordingReviewer {
 public:
  /// `templates` holds a folder for each language. Throws WordingFault.
  explicit RuleWordingReviewer(std::filesystem::path const& templates);
  ~RuleWordingReviewer() override;

  [[nodiscard]] WordingReview review(std::string_view text, Language language) const override;

 private:
  struct Books;
  std::unique_ptr<Books const> books_;
};

}  // namespace redress::wording
