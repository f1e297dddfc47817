// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mail journal in memory that can crash instead of putting a mail away, and a reader that reads by the first words of a mail.

#include <expected>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/codec/digest.hpp"
#include "engine/ports/mail_journal.hpp"
#include "engine/ports/mail_reader.hpp"

namespace redress::testing {

class ToldJournal final : public ports::MailJournal {
 public:
  MailId put(std::string_view raw, MailId id) override {
    std::lock_guard const lock(mutex_);
    mails_[id] = raw;
    return id;
  }
  std::string read(MailId const& id) override {
    std::lock_guard const lock(mutex_);
    auto const found = mails_.find(id);
    if (found == mails_.end()) throw ports::JournalFault("there is no such mail");
    return found->second;
  }
  std::vector<MailId> list() override {
    std::lock_guard const lock(mutex_);
    std::vector<MailId> waiting;
    for (auto const& [id, raw] : mails_)
      if (!away_.contains(id)) waiting.push_back(id);
    return waiting;
  }
  std::vector<MailId> kept() override {
    std::lock_guard const lock(mutex_);
    return {away_.begin(), away_.end()};
  }
  void put_away(MailId const& id) override {
    std::lock_guard const lock(mutex_);
    if (crashes_ > 0) {
      --crashes_;
      throw ports::JournalFault("the journal was told to fail");
    }
    away_.insert(id);
  }
  std::string digest(std::string_view raw) const override { return codec::sha256_hex(raw); }

  void crash_before_putting_away() { crashes_ = 1; }
  void lose(MailId const& id) { mails_.erase(id); }
  void change(MailId const& id) { mails_.at(id) += "!"; }

 private:
  std::mutex mutex_;
  std::map<MailId, std::string> mails_;
  std::set<MailId> away_;
  int crashes_ = 0;
};

/// Reads "auto: text" as written by a machine, "broken" as unreadable, "odd: text" as doubtful, everything else as a complaint.
class ToldReader final : public ports::MailReader {
 public:
  std::expected<ReadMail, ports::UnreadableMail> read(std::string_view raw) override {
    if (while_reading_) while_reading_(raw);
    if (raw.starts_with("broken")) return std::unexpected(ports::UnreadableMail{"it has no structure"});
    ReadMail mail;
    mail.from = {"Anna Kalna", "anna.kalna@mail.example"};
    mail.text = raw;
    if (raw.starts_with("auto:")) mail.mail_class = MailClass::AutoReply;
    if (raw.starts_with("odd:")) mail.doubt = "it names several senders";
    return mail;
  }
  std::expected<std::optional<MailFile>, ports::UnreadableMail> file(std::string_view, std::size_t) override { return std::nullopt; }
  /// Called from many threads. Set while nobody reads.
  void while_reading(std::function<void(std::string_view)> meanwhile) { while_reading_ = std::move(meanwhile); }

 private:
  std::function<void(std::string_view)> while_reading_;
};

}  // namespace redress::testing
