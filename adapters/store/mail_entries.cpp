// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/mail_entries.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/codec/text.hpp"
#include "adapters/store/columns.hpp"

namespace redress::store {
namespace {

using Text = std::string;

constexpr Statement<std::tuple<Text, Text, Integer, Text, Integer, Text, Text, Text, Text, Integer>> put_mail{
    "record mail",
    "INSERT INTO mail (id, inlet, received_at, sha256, size, state, reason, reference, authentication, acknowledged)"
    " VALUES (:id, :inlet, :received_at, :sha256, :size, :state, :reason, :reference, :authentication, :acknowledged) ON CONFLICT (id) DO NOTHING"};

using Columns = std::tuple<Text, Text, Integer, Text, Integer, Text, Text, Text, Text, Text, Integer, Text, Text, Integer>;

#define REDRESS_MAIL_COLUMNS                                                                                                              \
  "SELECT id, inlet, received_at, sha256, size, state, reason, reference, decision, decided_by, decided_at, decided_why, authentication," \
  " acknowledged FROM mail "
#define REDRESS_MAIL_PAGE \
  "AND (CAST(:first_page AS TEXT) = '' OR id < :before) AND (CAST(:any_inlet AS TEXT) = '' OR inlet = :inlet) ORDER BY id DESC LIMIT :most"

constexpr Statement<std::tuple<Text>, Columns> select_mail{"select mail", REDRESS_MAIL_COLUMNS "WHERE id = :id"};

using Page = std::tuple<Text, Text, Text, Text, Integer>;

constexpr Statement<Page, Columns> select_all{"select mails", REDRESS_MAIL_COLUMNS "WHERE 1 = 1 " REDRESS_MAIL_PAGE};
constexpr Statement<Page, Columns> select_filed{"select filed mails", REDRESS_MAIL_COLUMNS "WHERE state = 'filed' " REDRESS_MAIL_PAGE};
constexpr Statement<Page, Columns> select_quarantined{"select quarantined mails", REDRESS_MAIL_COLUMNS "WHERE state = 'quarantined' " REDRESS_MAIL_PAGE};
constexpr Statement<Page, Columns> select_undecided{"select undecided mails",
                                                    REDRESS_MAIL_COLUMNS "WHERE state = 'quarantined' AND decision = '' " REDRESS_MAIL_PAGE};

#undef REDRESS_MAIL_PAGE
#undef REDRESS_MAIL_COLUMNS

constexpr Statement<std::tuple<>, std::tuple<Text, Text, Integer>> count_by_state{"count mails",
                                                                                  "SELECT state, decision, count(*) FROM mail GROUP BY state, decision"};

constexpr Statement<std::tuple<Text, Text, Text, Integer, Text, Text, Text>> update_decision{
    "decide about mail",
    "UPDATE mail SET state = :state, decision = :decision, decided_by = :staff, decided_at = :at, decided_why = :why, reference = :reference"
    " WHERE id = :id AND state = 'quarantined' AND decision = ''"};

constexpr Statement<std::tuple<Text, Text, Text, Text, Integer, Text>> insert_remembered{
    "remember answer",
    "INSERT INTO idempotency (idempotency_key, command_digest, reference, stage, version, events)"
    " VALUES (:key, :digest, :reference, :stage, :version, :events) ON CONFLICT DO NOTHING"};

constexpr Statement<std::tuple<Text>, std::tuple<Text, Text, Text, Integer, Text>> select_remembered{
    "select remembered answer", "SELECT command_digest, reference, stage, version, events FROM idempotency WHERE idempotency_key = :key"};

std::optional<ports::MailDecision> to_decision(Text const& decision, Text const& by, Integer at, Text const& why) {
  if (decision.empty()) return std::nullopt;
  return ports::MailDecision{to_name<ports::MailVerdict>(decision), StaffId(by), to_time(at), why};
}

/// "spf=pass dkim=none dmarc=pass"; empty for what nobody knows, as in rows older than the column.
Text column_of(MailAuthentication const& known) {
  if (!known.is_known()) return {};
  return fmt::format("spf={} dkim={} dmarc={}", name_of(known.spf), name_of(known.dkim), name_of(known.dmarc));
}

MailAuthentication to_authentication(Text const& column) {
  MailAuthentication known;
  for (auto const part : std::views::split(column, ' ')) {
    std::string_view const word(part.begin(), part.end());
    auto const sign = std::min(word.find('='), word.size());
    auto& result = word.substr(0, sign) == "spf" ? known.spf : word.substr(0, sign) == "dkim" ? known.dkim : known.dmarc;
    result = to_name<AuthenticationResult>(word.substr(std::min(sign + 1, word.size())));
  }
  return known;
}

ports::MailEntry to_entry(Columns const& columns) {
  auto const& [id, inlet, received_at, sha256, size, state, reason, reference, decision, by, at, why, authentication, acknowledged] = columns;
  return {MailId(id),
          inlet,
          to_time(received_at),
          sha256,
          size,
          to_name<ports::MailState>(state),
          reason,
          Reference(reference),
          to_decision(decision, by, at, why),
          to_authentication(authentication),
          acknowledged != 0};
}

Statement<Page, Columns> const& page_of(ports::MailSelection selection) {
  switch (selection) {
    case ports::MailSelection::All:
      return select_all;
    case ports::MailSelection::Filed:
      return select_filed;
    case ports::MailSelection::Quarantined:
      return select_quarantined;
    case ports::MailSelection::Undecided:
      return select_undecided;
  }
  std::unreachable();
}

/// Names of events have no commas.
std::vector<Text> split_names(Text const& joined) {
  std::vector<Text> names;
  for (auto const part : std::views::split(joined, ',')) names.emplace_back(part.begin(), part.end());
  return names;
}

}  // namespace

void record_mail(Connection& connection, ports::MailEntry const& entry) {
  connection.run(put_mail, entry.id.value, codec::cleaned(entry.inlet), to_column(entry.received_at), entry.sha256, entry.size, Text(name_of(entry.state)),
                 codec::cleaned(entry.reason), entry.reference.value, column_of(entry.authentication), Integer{entry.acknowledged ? 1 : 0});
}

std::optional<ports::MailEntry> find_mail(Connection& connection, MailId const& id) {
  auto const found = connection.first(select_mail, id.value);
  return found ? std::optional(to_entry(*found)) : std::nullopt;
}

void decide_mail(Connection& connection, MailId const& id, ports::MailDecision const& decision, Reference const& reference) {
  auto const state = reference.empty() ? ports::MailState::Quarantined : ports::MailState::Filed;
  auto const changed = connection.run(update_decision, Text(name_of(state)), Text(name_of(decision.verdict)), decision.by.value, to_column(decision.at),
                                      codec::cleaned(decision.why), reference.value, id.value);
  if (changed != 1) throw ports::StoreFault(ports::StoreFaultKind::Conflict, "the mail is not in quarantine, or was decided about already");
}

std::vector<ports::MailEntry> newest_mails(Connection& connection, ports::MailFilter const& filter) {
  std::vector<ports::MailEntry> entries;
  auto const& before = filter.before.value;
  for (auto const& columns : connection.rows(page_of(filter.selection), before, before, filter.inlet, filter.inlet, filter.limit))
    entries.push_back(to_entry(columns));
  return entries;
}

ports::MailCounts count_mails(Connection& connection) {
  return sum_of_mails(connection.rows(count_by_state));
}

ports::MailCounts sum_of_mails(std::vector<CountedMails> const& counted) {
  ports::MailCounts counts;
  for (auto const& [state, decision, count] : counted) {
    bool const is_filed = to_name<ports::MailState>(state) == ports::MailState::Filed;
    (is_filed ? counts.filed : counts.quarantined) += count;
    if (!is_filed && decision.empty()) counts.undecided += count;
  }
  return counts;
}

void remember(Connection& connection, std::string const& key, ports::RememberedAnswer const& remembered) {
  auto const& answer = remembered.answer;
  auto const inserted = connection.run(insert_remembered, key, remembered.command_digest, answer.reference.value, Text(name_of(answer.stage)), answer.version,
                                       fmt::format("{}", fmt::join(answer.events, ",")));
  if (inserted != 1) throw ports::StoreFault(ports::StoreFaultKind::Conflict, "the idempotency key is taken");
}

std::optional<ports::RememberedAnswer> find_remembered(Connection& connection, std::string const& key) {
  auto const found = connection.first(select_remembered, key);
  if (!found) return std::nullopt;
  auto const& [digest, reference, stage, version, events] = *found;
  return ports::RememberedAnswer{digest, {Reference(reference), to_name<Stage>(stage), version, split_names(events)}};
}

}  // namespace redress::store
