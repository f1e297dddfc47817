// SPDX-License-Identifier: Apache-2.0
#pragma once

// Mails that a test writes as they would be read, and what stands in the mails that we send.

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ports/mail_reader.hpp"

namespace redress::testing {

/// Reads each mail as the test wrote it: the raw bytes are only its number.
class WrittenMails final : public ports::MailReader {
 public:
  std::expected<ReadMail, ports::UnreadableMail> read(std::string_view raw) override { return mails_.at(std::stoul(std::string(raw))); }
  std::expected<std::optional<MailFile>, ports::UnreadableMail> file(std::string_view, std::size_t) override { return std::nullopt; }
  std::string add(ReadMail mail) {
    mails_.push_back(std::move(mail));
    return std::to_string(mails_.size() - 1);
  }

 private:
  std::vector<ReadMail> mails_;
};

/// What stands in the header of a message, in the field of that name; without angle brackets.
inline std::string header(std::string const& bytes, std::string const& name) {
  auto const from = bytes.find("\r\n" + name + ": ");
  if (from == std::string::npos) return {};
  auto end = bytes.find("\r\n", from + 2);
  while (bytes.compare(end, 3, "\r\n ") == 0) end = bytes.find("\r\n", end + 2);
  auto const value = bytes.substr(from + name.size() + 4, end - from - name.size() - 4);
  auto const bracket = value.find('<');
  return bracket == std::string::npos ? value : value.substr(bracket + 1, value.find('>') - bracket - 1);
}

}  // namespace redress::testing
