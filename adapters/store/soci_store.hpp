// SPDX-License-Identifier: Apache-2.0
#pragma once

// The store, over SOCI: the same for SQLite and PostgreSQL, except for what their dialects say.

#include "adapters/store/connections.hpp"
#include "adapters/store/open_store.hpp"
#include "engine/ports/store.hpp"

namespace redress::store {

class SociStore final : public NodeStore {
 public:
  /// Brings the tables up to date.
  SociStore(std::unique_ptr<Dialect> dialect, StoreOptions options);

  [[nodiscard]] std::unique_ptr<ports::Transaction> begin() override;
  [[nodiscard]] std::string seal(ports::Step& step, std::string const& head) const override;
  [[nodiscard]] std::optional<ports::RememberedAnswer> remembered(std::string const& idempotency_key) override;
  [[nodiscard]] std::optional<Complaint> load(Reference const& reference) override;
  [[nodiscard]] std::vector<ComplaintRow> list(ports::ListFilter const& filter) override;
  void read_history(Reference const& reference, std::function<void(ports::StoredLeaf const&)> const& each) override;
  [[nodiscard]] std::vector<ports::OpenDeadline> next_deadlines(ports::DeadlinePlace const& after, std::int64_t limit) override;
  [[nodiscard]] std::vector<ports::OpenAppointment> open_appointments(StaffId const& with, Time from, std::int64_t limit) override;
  [[nodiscard]] std::vector<ports::OutboxItem> due_outbox(Time now, std::int64_t limit) override;
  [[nodiscard]] std::optional<Time> next_outbox_due() override;
  [[nodiscard]] std::vector<ports::OutboxItem> incidents() override;
  [[nodiscard]] std::int64_t outbox_length() override;
  [[nodiscard]] std::optional<std::string> frozen_message(Reference const& reference, LetterId const& letter, Route route) override;
  [[nodiscard]] std::optional<ports::SentMessage> sent_as(std::string const& message_id) override;
  [[nodiscard]] std::optional<ports::SentMessage> sent_with(std::string const& reply_token) override;
  [[nodiscard]] std::optional<ports::MailEntry> mail(MailId const& id) override;
  [[nodiscard]] std::vector<ports::MailEntry> mails(ports::MailFilter const& filter) override;
  [[nodiscard]] ports::MailCounts mail_counts() override;
  [[nodiscard]] ports::VerifyReport verify() override;
  void rebuild_projection() override;

  [[nodiscard]] bool has_users() override;
  [[nodiscard]] std::optional<ports::User> user(std::string const& name) override;
  [[nodiscard]] std::vector<ports::User> users() override;
  [[nodiscard]] bool add_user(ports::User const& user) override;
  [[nodiscard]] bool add_first_user(ports::User const& user) override;
  void change_user(ports::User const& user, ports::Sessions sessions) override;
  void begin_session(ports::HeldSession const& session) override;
  [[nodiscard]] std::optional<ports::HeldSession> session(std::string const& digest) override;
  void use_session(std::string const& digest, Time at) override;
  void end_session(std::string const& digest) override;
  void forget_sessions(Time begun_before, Time used_before) override;
  void add_token(ports::HeldToken const& token) override;
  [[nodiscard]] std::optional<ports::HeldToken> token(std::string const& digest) override;
  [[nodiscard]] std::vector<ports::HeldToken> tokens(std::string const& user) override;
  [[nodiscard]] bool remove_token(std::string const& user, std::string const& id) override;
  void record(ports::LogIn const& log_in) override;
  [[nodiscard]] std::vector<ports::LogIn> log_ins(std::string const& user, std::int64_t limit) override;
  void forget_log_ins(Time before) override;

  [[nodiscard]] bool link(ports::Identity const& identity) override;
  [[nodiscard]] std::optional<ports::Identity> identity(std::string const& issuer, std::string const& subject) override;
  [[nodiscard]] std::vector<ports::Identity> identities(std::string const& user) override;
  [[nodiscard]] bool unlink(std::string const& user, std::string const& issuer, std::string const& subject) override;

  void record(std::span<ports::Reading const> readings) override;
  [[nodiscard]] std::vector<ports::KeptReading> readings(ports::ReadingFilter const& filter) override;
  void forget_readings(Time before) override;

  [[nodiscard]] bool concerns(Reference const& reference, StaffId const& staff, Time now) override;
  [[nodiscard]] std::set<Reference> concerning(StaffId const& staff, Time now) override;
  [[nodiscard]] std::vector<ComplaintRow> list_for(StaffId const& reader, Time now, ports::ListFilter const& filter) override;
  [[nodiscard]] ports::MailCounts mails_concerning(StaffId const& reader, Time now) override;
  [[nodiscard]] std::int64_t outbox_concerning(StaffId const& reader, Time now) override;

 private:
  StoreOptions options_;
  Connections connections_;
};

}  // namespace redress::store
