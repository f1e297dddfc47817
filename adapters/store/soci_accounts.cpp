// SPDX-License-Identifier: Apache-2.0
// The part of the store that keeps who may log in, who is not to know of what, and who read it.
#include "adapters/store/account_rows.hpp"
#include "adapters/store/concerned_rows.hpp"
#include "adapters/store/projection_rows.hpp"
#include "adapters/store/reading_rows.hpp"
#include "adapters/store/scope.hpp"
#include "adapters/store/soci_store.hpp"

namespace redress::store {

bool SociStore::has_users() {
  return has_accounts(*connections_.reader());
}

std::optional<ports::User> SociStore::user(std::string const& name) {
  return find_account(*connections_.reader(), name);
}

std::vector<ports::User> SociStore::users() {
  return all_accounts(*connections_.reader());
}

bool SociStore::add_user(ports::User const& user) {
  return insert_account(*connections_.writer(), user);
}

bool SociStore::add_first_user(ports::User const& user) {
  auto const writer = connections_.writer();
  Scope scope(*writer, writer->dialect().begin_writing());
  if (has_accounts(*writer) || !insert_account(*writer, user)) return false;
  scope.commit();
  return true;
}

void SociStore::change_user(ports::User const& user, ports::Sessions sessions) {
  auto const writer = connections_.writer();
  Scope scope(*writer, writer->dialect().begin_writing());
  update_account(*writer, user);
  if (sessions == ports::Sessions::End) delete_sessions_of(*writer, user.name);
  scope.commit();
}

void SociStore::begin_session(ports::HeldSession const& session) {
  insert_session(*connections_.writer(), session);
}

std::optional<ports::HeldSession> SociStore::session(std::string const& digest) {
  return find_session(*connections_.reader(), digest);
}

void SociStore::use_session(std::string const& digest, Time at) {
  note_session(*connections_.writer(), digest, at);
}

void SociStore::end_session(std::string const& digest) {
  delete_session(*connections_.writer(), digest);
}

void SociStore::forget_sessions(Time begun_before, Time used_before) {
  delete_old_sessions(*connections_.writer(), begun_before, used_before);
}

void SociStore::add_token(ports::HeldToken const& token) {
  insert_token(*connections_.writer(), token);
}

std::optional<ports::HeldToken> SociStore::token(std::string const& digest) {
  return find_token(*connections_.reader(), digest);
}

std::vector<ports::HeldToken> SociStore::tokens(std::string const& user) {
  return tokens_of(*connections_.reader(), user);
}

bool SociStore::remove_token(std::string const& user, std::string const& id) {
  return delete_token(*connections_.writer(), user, id);
}

void SociStore::record(ports::LogIn const& log_in) {
  insert_log_in(*connections_.writer(), log_in);
}

std::vector<ports::LogIn> SociStore::log_ins(std::string const& user, std::int64_t limit) {
  return newest_log_ins(*connections_.reader(), user, limit);
}

void SociStore::forget_log_ins(Time before) {
  delete_old_log_ins(*connections_.writer(), before);
}

bool SociStore::link(ports::Identity const& identity) {
  return insert_identity(*connections_.writer(), identity);
}

std::optional<ports::Identity> SociStore::identity(std::string const& issuer, std::string const& subject) {
  return find_identity(*connections_.reader(), issuer, subject);
}

std::vector<ports::Identity> SociStore::identities(std::string const& user) {
  return identities_of(*connections_.reader(), user);
}

bool SociStore::unlink(std::string const& user, std::string const& issuer, std::string const& subject) {
  return delete_identity(*connections_.writer(), user, issuer, subject);
}

void SociStore::record(std::span<ports::Reading const> readings) {
  auto const writer = connections_.writer();
  Scope scope(*writer, writer->dialect().begin_writing());
  insert_readings(*writer, readings);
  scope.commit();
}

std::vector<ports::KeptReading> SociStore::readings(ports::ReadingFilter const& filter) {
  return newest_readings(*connections_.reader(), filter);
}

void SociStore::forget_readings(Time before) {
  delete_old_readings(*connections_.writer(), before);
}

bool SociStore::concerns(Reference const& reference, StaffId const& staff, Time now) {
  return !staff.empty() && is_concerned(*connections_.reader(), reference, staff, now);
}

std::set<Reference> SociStore::concerning(StaffId const& staff, Time now) {
  if (staff.empty()) return {};
  return references_concerning(*connections_.reader(), staff, now);
}

std::vector<ComplaintRow> SociStore::list_for(StaffId const& reader, Time now, ports::ListFilter const& filter) {
  return list_complaints(*connections_.reader(), filter, reader, now);
}

ports::MailCounts SociStore::mails_concerning(StaffId const& reader, Time now) {
  return reader.empty() ? ports::MailCounts{} : count_mails_concerning(*connections_.reader(), reader, now);
}

std::int64_t SociStore::outbox_concerning(StaffId const& reader, Time now) {
  return reader.empty() ? 0 : count_outbox_concerning(*connections_.reader(), reader, now);
}

}  // namespace redress::store
