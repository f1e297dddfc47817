// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mail journal in memory: for tests in which the disk has no part.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/codec/digest.hpp"
#include "engine/ports/mail_journal.hpp"

namespace redress::testing {

class KeptMails final : public ports::MailJournal {
 public:
  MailId put(std::string_view raw, MailId id) override {
    mails_[id] = raw;
    waiting_.push_back(id);
    return id;
  }
  std::string read(MailId const& id) override { return mails_.at(id); }
  std::vector<MailId> list() override { return waiting_; }
  std::vector<MailId> kept() override { return kept_; }
  void put_away(MailId const& id) override {
    std::erase(waiting_, id);
    kept_.push_back(id);
  }
  std::string digest(std::string_view raw) const override { return codec::sha256_hex(raw); }

 private:
  std::map<MailId, std::string> mails_;
  std::vector<MailId> waiting_;
  std::vector<MailId> kept_;
};

}  // namespace redress::testing
