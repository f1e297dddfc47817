// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/mail_reconciliation.hpp"

#include <set>

#include <fmt/format.h>

namespace redress::runtime {
namespace {

constexpr std::int64_t page_length = 500;

class Reconciler {
 public:
  Reconciler(ports::Store& store, ports::MailJournal& journal) : store_(store), journal_(journal) {}

  [[nodiscard]] MailReconciliation run() {
    // What is put away meanwhile is in one list or in both. The journal is read first: whatever it had put away then has its entry in the store by now.
    for (auto& id : journal_.list()) waiting_.insert(std::move(id));
    for (auto& id : journal_.kept()) kept_.insert(std::move(id));
    for (auto const& id : kept_) waiting_.erase(id);
    result_.counts.received = std::ssize(waiting_) + std::ssize(kept_);
    read_entries();
    for (auto const& id : kept_) find(id, "it was put away, and nothing says what became of it");
    result_.counts.waiting = std::ssize(waiting_);
    return std::move(result_);
  }

 private:
  void read_entries() {
    ports::MailFilter page{ports::MailSelection::All, {}, {}, page_length};
    for (auto entries = store_.mails(page); !entries.empty(); entries = store_.mails(page)) {
      for (auto const& entry : entries) examine(entry);
      page.before = entries.back().id;
    }
  }

  void examine(ports::MailEntry const& entry) {
    bool const was_there = kept_.erase(entry.id) + waiting_.erase(entry.id) > 0;
    check_bytes(entry);
    if (!was_there) return;
    auto& counts = result_.counts;
    bool const is_filed = entry.state == ports::MailState::Filed;
    ++(is_filed ? counts.filed : counts.quarantined);
    if (!is_filed && !entry.decision) ++counts.undecided;
    if (is_filed && (entry.reference.empty() || !store_.load(entry.reference))) find(entry.id, "it is filed, and there is no such complaint");
    if (!is_filed && !entry.reference.empty()) find(entry.id, "it is in quarantine and belongs to a complaint");
  }

  void check_bytes(ports::MailEntry const& entry) {
    try {
      auto const raw = journal_.read(entry.id);
      if (std::ssize(raw) != entry.size || journal_.digest(raw) != entry.sha256) find(entry.id, "its bytes are not those that came in");
    } catch (ports::JournalFault const&) {
      find(entry.id, "its bytes are not in the journal");
    }
  }

  void find(MailId const& id, std::string_view what) { result_.findings.push_back(fmt::format("mail {}: {}", id.value, what)); }

  ports::Store& store_;
  ports::MailJournal& journal_;
  std::set<MailId> waiting_;
  std::set<MailId> kept_;
  MailReconciliation result_;
};

}  // namespace

MailReconciliation reconcile_mail(ports::Store& store, ports::MailJournal& journal) {
  return Reconciler(store, journal).run();
}

}  // namespace redress::runtime
