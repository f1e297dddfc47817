// SPDX-License-Identifier: Apache-2.0
#pragma once

// One turn of the writer. After a fault nothing of it can be committed any more: the batch is rolled back, and its owner tries the rest
// again.

#include "adapters/store/connections.hpp"
#include "adapters/store/open_store.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

class SociTransaction final : public ports::Transaction {
 public:
  explicit SociTransaction(Connections::Writer writer);
  ~SociTransaction() override;
  SociTransaction(SociTransaction const&) = delete;
  SociTransaction& operator=(SociTransaction const&) = delete;

  [[nodiscard]] std::optional<Complaint> load(Reference const& reference) override;
  void write(ports::Step const& step) override;
  void put(ports::OutboxItem const& item) override;
  void settle(std::string const& outbox_id) override;
  void postpone(std::string const& outbox_id, Time due_at, std::string const& reply) override;
  void give_up(std::string const& outbox_id, std::string const& reply) override;
  void record_mail(ports::MailEntry const& entry) override;
  void decide_mail(MailId const& id, ports::MailDecision const& decision, Reference const& reference) override;
  void commit() override;

 private:
  enum class State { Open, Spoilt, Done };

  template <class Call>
  auto guarded(Call&& call);
  void write_all(ports::Step const& step);

  Connections::Writer writer_;
  State state_ = State::Open;
};

}  // namespace redress::store
