// SPDX-License-Identifier: Apache-2.0
// The reading half of store/projection_rows.hpp.
#include <algorithm>

#include "adapters/codec/text.hpp"
#include "adapters/store/columns.hpp"
#include "adapters/store/projection_rows.hpp"

namespace redress::store {
namespace {

using Text = std::string;

using ComplaintColumns = std::tuple<Text, Text, Integer, Text, Text, Text, Text, Text, Text, Text, Integer, Integer, Text, Integer, Text>;

#define REDRESS_COMPLAINT_COLUMNS                                                                                                       \
  "SELECT id, reference, version, stage, channel, language, handler, waiting, escalation, complainant_name, received_at, next_due_at, " \
  "head, last_event, search FROM complaint "

constexpr Statement<std::tuple<Text>, ComplaintColumns> select_complaint{"select complaint", REDRESS_COMPLAINT_COLUMNS "WHERE id = :id"};

// By the next moment that matters; what nothing is due of comes last. A statement for each choice of stage and handler, so that each reads its own index
// (complaint_coming and those beside it) from where the page begins, however many others there are.
#define REDRESS_LIST(chosen)                                                                                                                                   \
  REDRESS_COMPLAINT_COLUMNS "WHERE " chosen                                                                                                                    \
                            "(next_due_at, reference) > (COALESCE((SELECT next_due_at FROM complaint WHERE reference = :last), -1), :after)"                   \
                            " AND next_due_at <= :due AND search LIKE :pattern ESCAPE '!'"                                                                     \
                            " AND NOT EXISTS (SELECT 1 FROM concerned k WHERE k.staff = :reader AND k.complaint_id = complaint.id AND k.let_in_until <= :now)" \
                            " ORDER BY next_due_at, reference LIMIT :most"

constexpr Statement<std::tuple<Text, Text, Integer, Text, Text, Integer, Integer>, ComplaintColumns> select_list{"list complaints", REDRESS_LIST("")};
constexpr Statement<std::tuple<Text, Text, Text, Integer, Text, Text, Integer, Integer>, ComplaintColumns> select_list_of_stage{
    "list complaints of a stage", REDRESS_LIST("stage = :stage AND ")};
constexpr Statement<std::tuple<Text, Text, Text, Integer, Text, Text, Integer, Integer>, ComplaintColumns> select_list_of_handler{
    "list complaints of a handler", REDRESS_LIST("handler = :handler AND ")};
constexpr Statement<std::tuple<Text, Text, Text, Text, Integer, Text, Text, Integer, Integer>, ComplaintColumns> select_list_of_both{
    "list complaints of a handler and a stage", REDRESS_LIST("handler = :handler AND stage = :stage AND ")};

#undef REDRESS_LIST
#undef REDRESS_COMPLAINT_COLUMNS

constexpr Statement<std::tuple<Text>, std::tuple<Text, Text, Text, Text>> select_promises{
    "select promises", "SELECT promise, state, owner, last_day FROM promise WHERE complaint_id = :complaint"};

constexpr Statement<std::tuple<Text>, std::tuple<Text, Text, Text>> select_letters{"select letters",
                                                                                   "SELECT letter, kind, state FROM letter WHERE complaint_id = :complaint"};

using DeadlineColumns = std::tuple<Text, Text, Integer, Integer, Text, Integer>;

constexpr Statement<std::tuple<Text>, DeadlineColumns> select_deadlines{
    "select deadlines", "SELECT name, promise, due_at, warn_at, state, warned FROM deadline WHERE complaint_id = :complaint"};

/// The expression of the index deadline_coming, word for word, or neither store would use it.
#define REDRESS_NEXT_AT "(d.warn_at + d.warned * (d.due_at - d.warn_at))"

// The moment is compared twice, because SQLite begins in the midst of an index of an expression only where that stands alone.
constexpr Statement<std::tuple<Integer, Integer, Text, Text, Text, Integer>, std::tuple<Text, Text, Text, Text, Integer, Integer, Text, Integer>>
    select_next_deadlines{"select next deadlines",
                          "SELECT d.complaint_id, c.reference, d.name, d.promise, d.due_at, d.warn_at, d.state, d.warned"
                          " FROM deadline d JOIN complaint c ON c.id = d.complaint_id"
                          " WHERE d.state = 'running' AND " REDRESS_NEXT_AT " >= :from AND (" REDRESS_NEXT_AT
                          ", d.complaint_id, d.name, d.promise) > (:at, :complaint, :name, :promise)"
                          " ORDER BY " REDRESS_NEXT_AT ", d.complaint_id, d.name, d.promise LIMIT :most"};

#undef REDRESS_NEXT_AT

using AppointmentColumns = std::tuple<Text, Text, Integer, Text, Integer, Integer>;

constexpr Statement<std::tuple<Text>, AppointmentColumns> select_appointments{
    "select appointments", "SELECT appointment, kind, starts_at, staff, changes, stands FROM appointment WHERE complaint_id = :complaint"};

constexpr Statement<std::tuple<Text, Integer, Integer>, std::tuple<Text, Text, Text, Integer, Text, Integer, Integer>> select_open_appointments{
    "select open appointments",
    "SELECT c.reference, a.appointment, a.kind, a.starts_at, a.staff, a.changes, a.stands FROM appointment a JOIN complaint c ON c.id = a.complaint_id"
    " WHERE a.stands = 1 AND a.staff = :staff AND a.starts_at >= :from ORDER BY a.starts_at, c.reference, a.appointment LIMIT :most"};

constexpr Statement<std::tuple<Text>, std::tuple<Text, Text, Text, Text>> select_sendings{
    "select sendings", "SELECT letter, recipient, message_id, reply_token FROM sending WHERE complaint_id = :complaint"};

using SentColumns = std::tuple<Text, Text, Text, Text, Text>;

#define REDRESS_SENT_COLUMNS "SELECT c.reference, s.letter, s.recipient, s.message_id, s.reply_token FROM sending s JOIN complaint c ON c.id = s.complaint_id "

constexpr Statement<std::tuple<Text>, SentColumns> select_sent_as{"select sent message", REDRESS_SENT_COLUMNS "WHERE s.message_id = :message_id"};

constexpr Statement<std::tuple<Text>, SentColumns> select_sent_with{"select sent message by token",
                                                                    REDRESS_SENT_COLUMNS "WHERE s.reply_token <> '' AND s.reply_token = :reply_token"};

#undef REDRESS_SENT_COLUMNS

constexpr Statement<std::tuple<Text>> delete_sendings{"delete sendings", "DELETE FROM sending WHERE complaint_id = :complaint"};
constexpr Statement<std::tuple<Text>> delete_appointments{"delete appointments", "DELETE FROM appointment WHERE complaint_id = :complaint"};
constexpr Statement<std::tuple<Text>> delete_complaint{"delete complaint", "DELETE FROM complaint WHERE id = :complaint"};
constexpr Statement<std::tuple<Text>> delete_promises{"delete promises", "DELETE FROM promise WHERE complaint_id = :complaint"};
constexpr Statement<std::tuple<Text>> delete_letters{"delete letters", "DELETE FROM letter WHERE complaint_id = :complaint"};
constexpr Statement<std::tuple<Text>> delete_deadlines{"delete deadlines", "DELETE FROM deadline WHERE complaint_id = :complaint"};

ComplaintRow to_row(ComplaintColumns const& columns) {
  auto const& [id, reference, version, stage, channel, language, handler, waiting, escalation, name, received_at, next_due_at, head, last_event, search] =
      columns;
  return {ComplaintId(id),
          Reference(reference),
          version,
          to_name<Stage>(stage),
          to_name<Channel>(channel),
          to_name<Language>(language),
          StaffId(handler),
          to_name<Waiting>(waiting),
          to_name<Escalation>(escalation),
          name,
          to_time(received_at),
          to_optional_time(next_due_at)};
}

DeadlineRow to_row(DeadlineColumns const& columns) {
  auto const& [name, promise, due_at, warn_at, state, warned] = columns;
  return {DeadlineName(name), PromiseId(promise), to_time(due_at), to_time(warn_at), to_name<DeadlineState>(state), warned != 0};
}

AppointmentRow to_row(AppointmentColumns const& columns) {
  auto const& [appointment, kind, at, with, changes, stands] = columns;
  return {AppointmentId(appointment), to_name<AppointmentKind>(kind), to_time(at), StaffId(with), changes, stands != 0};
}

std::optional<ports::SentMessage> to_sent(std::optional<SentColumns> const& columns) {
  if (!columns) return std::nullopt;
  auto const& [reference, letter, recipient, message_id, reply_token] = *columns;
  return ports::SentMessage{Reference(reference), {LetterId(letter), PersonId(recipient), message_id, reply_token}};
}

Date to_day(Text const& column) {
  auto const day = parse_date(column);
  if (!day) corrupt("a column holds a day that is none");
  return *day;
}

/// A pattern that finds the folded text anywhere.
Text pattern_for(std::string_view wanted) {
  Text pattern = "%";
  for (char const letter : codec::folded(codec::cleaned(wanted))) {
    if (letter == '%' || letter == '_' || letter == '!') pattern += '!';
    pattern += letter;
  }
  return pattern += '%';
}

}  // namespace

void delete_projection(Connection& connection, ComplaintId const& complaint) {
  connection.run(delete_complaint, complaint.value);
  connection.run(delete_promises, complaint.value);
  connection.run(delete_appointments, complaint.value);
  connection.run(delete_letters, complaint.value);
  connection.run(delete_deadlines, complaint.value);
  connection.run(delete_sendings, complaint.value);
}

std::optional<StoredProjection> read_projection(Connection& connection, ComplaintId const& complaint) {
  auto const row = connection.first(select_complaint, complaint.value);
  if (!row) return std::nullopt;
  StoredProjection stored{{to_row(*row), {}, {}, {}, {}, {}}, {std::get<12>(*row), std::get<13>(*row)}, std::get<14>(*row)};
  for (auto const& [promise, state, owner, last_day] : connection.rows(select_promises, complaint.value))
    stored.rows.promises.push_back({PromiseId(promise), to_name<PromiseState>(state), StaffId(owner), to_day(last_day)});
  for (auto const& columns : connection.rows(select_appointments, complaint.value)) stored.rows.appointments.push_back(to_row(columns));
  for (auto const& [letter, kind, state] : connection.rows(select_letters, complaint.value))
    stored.rows.letters.push_back({LetterId(letter), to_name<LetterKind>(kind), to_name<LetterState>(state)});
  for (auto const& columns : connection.rows(select_deadlines, complaint.value)) stored.rows.deadlines.push_back(to_row(columns));
  for (auto const& [letter, recipient, message_id, reply_token] : connection.rows(select_sendings, complaint.value))
    stored.rows.sendings.push_back({LetterId(letter), PersonId(recipient), message_id, reply_token});
  return stored;
}

std::vector<ComplaintRow> list_complaints(Connection& connection, ports::ListFilter const& filter, StaffId const& reader, Time now) {
  Text const stage(filter.stage ? name_of(*filter.stage) : std::string_view());
  Text const handler = filter.handler ? filter.handler->value : Text();
  Integer const due = filter.due_before ? to_column(*filter.due_before) - 1 : never;
  Integer const most = std::clamp<Integer>(filter.limit, 1, 500);
  auto const list = [&](auto const& statement, auto const&... chosen) {
    return connection.rows(statement, chosen..., filter.after, filter.after, due, pattern_for(filter.text), reader.value, to_column(now), most);
  };
  auto const all = !stage.empty() && !handler.empty() ? list(select_list_of_both, handler, stage)
                   : !stage.empty()                   ? list(select_list_of_stage, stage)
                   : !handler.empty()                 ? list(select_list_of_handler, handler)
                                                      : list(select_list);
  std::vector<ComplaintRow> rows;
  rows.reserve(all.size());
  for (auto const& columns : all) rows.push_back(to_row(columns));
  return rows;
}

std::vector<ports::OpenDeadline> read_next_deadlines(Connection& connection, ports::DeadlinePlace const& after, std::int64_t limit) {
  std::vector<ports::OpenDeadline> next;
  for (auto const& [complaint, reference, name, promise, due_at, warn_at, state, warned] :
       connection.rows(select_next_deadlines, to_column(after.at), to_column(after.at), after.complaint.value, after.name.value, after.promise.value, limit))
    next.push_back({ComplaintId(complaint), Reference(reference), to_row(DeadlineColumns{name, promise, due_at, warn_at, state, warned})});
  return next;
}

std::vector<ports::OpenAppointment> read_open_appointments(Connection& connection, StaffId const& with, Time from, std::int64_t limit) {
  std::vector<ports::OpenAppointment> open;
  for (auto const& [reference, appointment, kind, at, staff, changes, stands] : connection.rows(select_open_appointments, with.value, to_column(from), limit))
    open.push_back({Reference(reference), to_row(AppointmentColumns{appointment, kind, at, staff, changes, stands})});
  return open;
}

std::optional<ports::SentMessage> find_sent_as(Connection& connection, std::string const& message_id) {
  return to_sent(connection.first(select_sent_as, message_id));
}

std::optional<ports::SentMessage> find_sent_with(Connection& connection, std::string const& reply_token) {
  return to_sent(connection.first(select_sent_with, reply_token));
}

}  // namespace redress::store
