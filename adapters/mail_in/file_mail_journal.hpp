// SPDX-License-Identifier: Apache-2.0
#pragma once

// The mail journal as a directory with one file a mail, "<id>.eml"; what was put away stands in its subdirectory "kept". A file appears there complete and on
// the disk, or not at all; one process at a time uses the directory.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mail_in/descriptor.hpp"
#include "adapters/mail_in/shared_sync.hpp"
#include "engine/ports/mail_journal.hpp"

namespace redress::mail_in {

enum class JournalOpening {
  ToWrite,
  ToRead,  ///< beside the process that writes; a directory that is not there is an empty journal
};

class FileMailJournal : public ports::MailJournal {
 public:
  /// To write, makes the directory when there is none, and removes what a crash left half-written: no one was ever told that those were accepted.
  explicit FileMailJournal(std::filesystem::path directory, JournalOpening opening = JournalOpening::ToWrite);

  MailId put(std::string_view raw, MailId id) override;
  [[nodiscard]] std::string read(MailId const& id) override;
  [[nodiscard]] std::vector<MailId> list() override;
  [[nodiscard]] std::vector<MailId> kept() override;
  void put_away(MailId const& id) override;
  [[nodiscard]] std::string digest(std::string_view raw) const override;

 private:
  void write_draft(std::string const& name, std::string_view raw);
  void publish(std::string const& draft, MailId const& id, std::string_view raw);
  void remove(std::string const& name) noexcept;
  [[nodiscard]] Descriptor open_mail(MailId const& id);

  std::filesystem::path directory_;
  Descriptor handle_;  ///< of the directory, to reach and to sync it
  SharedSync sync_;
};

}  // namespace redress::mail_in
