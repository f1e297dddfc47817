// SPDX-License-Identifier: Apache-2.0
#pragma once

// An access desk for tests that are not about access: it knows the operator's token and no user.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/runtime/access_desk.hpp"
#include "engine/runtime/read_recorder.hpp"

namespace redress::testing {

class NoAccounts final : public ports::Accounts {
 public:
  [[nodiscard]] bool has_users() override { return false; }
  [[nodiscard]] std::optional<ports::User> user(std::string const&) override { return std::nullopt; }
  [[nodiscard]] std::vector<ports::User> users() override { return {}; }
  [[nodiscard]] bool add_user(ports::User const&) override { return false; }
  [[nodiscard]] bool add_first_user(ports::User const&) override { return false; }
  void change_user(ports::User const&, ports::Sessions) override {}
  void begin_session(ports::HeldSession const&) override {}
  [[nodiscard]] std::optional<ports::HeldSession> session(std::string const&) override { return std::nullopt; }
  void use_session(std::string const&, Time) override {}
  void end_session(std::string const&) override {}
  void forget_sessions(Time, Time) override {}
  void add_token(ports::HeldToken const&) override {}
  [[nodiscard]] std::optional<ports::HeldToken> token(std::string const&) override { return std::nullopt; }
  [[nodiscard]] std::vector<ports::HeldToken> tokens(std::string const&) override { return {}; }
  [[nodiscard]] bool remove_token(std::string const&, std::string const&) override { return false; }
  [[nodiscard]] bool link(ports::Identity const&) override { return false; }
  [[nodiscard]] std::optional<ports::Identity> identity(std::string const&, std::string const&) override { return std::nullopt; }
  [[nodiscard]] std::vector<ports::Identity> identities(std::string const&) override { return {}; }
  [[nodiscard]] bool unlink(std::string const&, std::string const&, std::string const&) override { return false; }
  void record(ports::LogIn const&) override {}
  [[nodiscard]] std::vector<ports::LogIn> log_ins(std::string const&, std::int64_t) override { return {}; }
  void forget_log_ins(Time) override {}
};

class NoConflicts final : public ports::Conflicts {
 public:
  explicit NoConflicts(ports::Store& store) : store_(store) {}
  [[nodiscard]] bool concerns(Reference const&, StaffId const&, Time) override { return false; }
  [[nodiscard]] std::set<Reference> concerning(StaffId const&, Time) override { return {}; }
  [[nodiscard]] std::vector<ComplaintRow> list_for(StaffId const&, Time, ports::ListFilter const& filter) override { return store_.list(filter); }
  [[nodiscard]] ports::MailCounts mails_concerning(StaffId const&, Time) override { return {}; }
  [[nodiscard]] std::int64_t outbox_concerning(StaffId const&, Time) override { return 0; }

 private:
  ports::Store& store_;
};

class NoSecrets final : public ports::Secrets {
 public:
  [[nodiscard]] std::string random() override { return "random"; }
  [[nodiscard]] std::string digest(std::string_view secret) const override { return std::string(secret); }
  [[nodiscard]] bool are_same(std::string_view one, std::string_view other) const override { return one == other; }
  [[nodiscard]] std::string hash(std::string_view password) override { return std::string(password); }
  [[nodiscard]] bool matches(std::string_view, std::string const&) override { return false; }
  [[nodiscard]] bool is_common(std::string_view) const override { return false; }
};

/// Keeps nothing.
class NoReadLog final : public ports::ReadLog {
 public:
  void record(std::span<ports::Reading const>) override {}
  [[nodiscard]] std::vector<ports::KeptReading> readings(ports::ReadingFilter const&) override { return {}; }
  void forget_readings(Time) override {}
};

struct OperatorDesk {
  OperatorDesk(ports::Store& store, ports::Clock const& clock, std::string token)
      : conflicts(store), desk({accounts, conflicts, secrets, clock, roles, {}, {}, std::move(token)}), readings(read_log, clock, std::chrono::days{1}) {}

  NoAccounts accounts;
  NoConflicts conflicts;
  NoSecrets secrets;
  Roles roles;
  runtime::AccessDesk desk;
  NoReadLog read_log;
  runtime::ReadRecorder readings;
};

}  // namespace redress::testing
