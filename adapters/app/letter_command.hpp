// SPDX-License-Identifier: Apache-2.0
#pragma once

// `redress render-letter`: one letter outside any complaint, from facts in a file (docs/reference/letter-data.md). Nothing is stored and nothing is sent.

#include <filesystem>
#include <string>

#include "adapters/app/configuration.hpp"
#include "adapters/app/resources.hpp"

namespace redress::app {

struct LetterQuestion {
  std::string language = "en";
  std::string layout;      ///< empty: the organisation's
  std::string letterhead;  ///< empty: the organisation's
  std::string paper;       ///< empty: the organisation's
  std::string format = "text";
  std::filesystem::path data_json;
  std::filesystem::path out;           ///< empty: standard output
  std::filesystem::path organisation;  ///< the file of who writes
};

/// The organisation's file: the configured one, else that of the data directory, else the demonstration's. Makes no folder.
[[nodiscard]] std::filesystem::path organisation_file(std::filesystem::path const& data, Configuration const& configuration, Resources const& resources);

/// Answers the exit status. Throws std::runtime_error, naming the field that is missing or wrong.
int render_letter(LetterQuestion const& question, Resources const& resources);

}  // namespace redress::app
