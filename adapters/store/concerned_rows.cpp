// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/concerned_rows.hpp"

#include <fmt/format.h>

#include "adapters/codec/leaf.hpp"
#include "adapters/store/columns.hpp"
#include "adapters/store/mail_entries.hpp"

namespace redress::store {
namespace {

using Text = std::string;

constexpr Statement<std::tuple<Text, Text>> put_row{
    "put concerned", "INSERT INTO concerned (staff, complaint_id) VALUES (:staff, :complaint) ON CONFLICT (staff, complaint_id) DO NOTHING"};

constexpr Statement<std::tuple<Integer, Text, Text>> let_in{"let in concerned",
                                                            "UPDATE concerned SET let_in_until = :until WHERE staff = :staff AND complaint_id = :complaint"};

constexpr Statement<std::tuple<Text>, std::tuple<Text, Integer>> select_staff{
    "select concerned", "SELECT staff, let_in_until FROM concerned WHERE complaint_id = :complaint ORDER BY staff"};

constexpr Statement<std::tuple<Text, Text, Integer>, std::tuple<Text>> select_one{
    "select whether concerned",
    "SELECT c.id FROM complaint c JOIN concerned k ON k.complaint_id = c.id WHERE c.reference = :reference AND k.staff = :staff AND k.let_in_until <= :now"};

#define REDRESS_CONCERNING "FROM concerned k JOIN complaint c ON c.id = k.complaint_id WHERE k.staff = :staff AND k.let_in_until <= :now"
#define REDRESS_CONCERNING_AGAIN "FROM concerned k JOIN complaint c ON c.id = k.complaint_id WHERE k.staff = :same_staff AND k.let_in_until <= :same_now"

constexpr Statement<std::tuple<Text, Integer>, std::tuple<Text>> select_references{"select complaints concerning", "SELECT c.reference " REDRESS_CONCERNING};

// ports::names_one_of as SQL. Only rows about which something was said are looked through for references.
constexpr Statement<std::tuple<Text, Integer, Text, Integer>, std::tuple<Text, Text, Integer>> count_concerned_mails{
    "count mails concerning", "SELECT m.state, m.decision, count(*) FROM mail m WHERE m.reference IN (SELECT c.reference " REDRESS_CONCERNING
                              ") OR ((m.reason <> '' OR m.decided_why <> '') AND EXISTS (SELECT 1 " REDRESS_CONCERNING_AGAIN
                              " AND (m.reason LIKE '%' || c.reference || '%' OR m.decided_why LIKE '%' || c.reference || '%'))) GROUP BY m.state, m.decision"};

constexpr Statement<std::tuple<Text, Integer>, std::tuple<Integer>> count_outbox{
    "count outbox concerning", "SELECT count(*) FROM outbox o WHERE o.state = 'queued' AND o.reference IN (SELECT c.reference " REDRESS_CONCERNING ")"};

#undef REDRESS_CONCERNING_AGAIN
#undef REDRESS_CONCERNING

/// Leaves are canonical JSON, so a list that holds anything is written like this and in no other way.
constexpr std::string_view names_somebody = R"(%"concerns_staff":["%)";

constexpr Statement<std::tuple<Text>, std::tuple<Text, Integer, Text>> select_leaves{
    "select first events that name staff", "SELECT complaint_id, cseq, leaf FROM event WHERE cseq = 1 AND leaf LIKE :named"};

}  // namespace

void put_concerned(Connection& connection, ComplaintId const& complaint, std::vector<StaffId> const& staff) {
  for (auto const& one : staff) connection.run(put_row, one.value, complaint.value);
}

void put_leave(Connection& connection, ComplaintId const& complaint, LetIn const& leave) {
  connection.run(let_in, to_column(leave.until), leave.staff.value, complaint.value);
}

std::map<StaffId, Time> read_concerned(Connection& connection, ComplaintId const& complaint) {
  std::map<StaffId, Time> staff;
  for (auto const& [one, until] : connection.rows(select_staff, complaint.value)) staff.emplace(StaffId(one), to_time(until));
  return staff;
}

bool is_concerned(Connection& connection, Reference const& reference, StaffId const& staff, Time now) {
  return connection.first(select_one, reference.value, staff.value, to_column(now)).has_value();
}

std::set<Reference> references_concerning(Connection& connection, StaffId const& staff, Time now) {
  std::set<Reference> references;
  for (auto const& [reference] : connection.rows(select_references, staff.value, to_column(now))) references.emplace(reference);
  return references;
}

ports::MailCounts count_mails_concerning(Connection& connection, StaffId const& staff, Time now) {
  return sum_of_mails(connection.rows(count_concerned_mails, staff.value, to_column(now), staff.value, to_column(now)));
}

std::int64_t count_outbox_concerning(Connection& connection, StaffId const& staff, Time now) {
  return std::get<0>(connection.first(count_outbox, staff.value, to_column(now)).value());
}

void fill_concerned(Connection& connection) {
  for (auto const& [complaint, sequence, leaf] : connection.rows(select_leaves, Text(names_somebody))) try {
      auto const first = codec::open_leaf(leaf, {});
      if (auto const* received = std::get_if<ComplaintReceived>(&first.event)) put_concerned(connection, ComplaintId(complaint), received->concerns_staff);
    } catch (codec::LeafFault const& fault) {
      corrupt(fmt::format("complaint {} event {}: {}", complaint, sequence, fault.what()));
    }
}

}  // namespace redress::store
