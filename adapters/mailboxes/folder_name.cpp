// SPDX-License-Identifier: Apache-2.0
#include "adapters/mailboxes/folder_name.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "adapters/mailboxes/mailbox_session.hpp"

namespace redress::mailboxes {

std::string imap_folder_name(std::string_view utf8) {
  auto status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> const converter(ucnv_open("IMAP-mailbox-name", &status), &ucnv_close);
  auto const name = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  std::string written(static_cast<std::size_t>(name.length()) * 8 + 8, '\0');
  if (U_SUCCESS(status)) {
    auto const length = name.extract(written.data(), static_cast<int32_t>(written.size()), converter.get(), status);
    if (U_SUCCESS(status)) return written.substr(0, static_cast<std::size_t>(length));
  }
  throw MailboxFault("the name of a folder cannot be written for IMAP");
}

}  // namespace redress::mailboxes
