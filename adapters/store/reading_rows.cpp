// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/reading_rows.hpp"

#include <algorithm>

#include "adapters/store/columns.hpp"

namespace redress::store {
namespace {

using Text = std::string;
using Columns = std::tuple<Integer, Text, Text, Text, Text, Text, Text, Text, Text>;
using PlacedColumns = std::tuple<Integer, Integer, Text, Text, Text, Text, Text, Text, Text, Text>;

constexpr Statement<Columns> insert{"insert reading",
                                    "INSERT INTO reading (at, account, staff, way, what, reference, part, searched, outcome)"
                                    " VALUES (:at, :account, :staff, :way, :what, :reference, :part, :searched, :outcome)"};

#define REDRESS_READING_COLUMNS "SELECT place, at, account, staff, way, what, reference, part, searched, outcome FROM reading WHERE place < :before "

constexpr Statement<std::tuple<Integer, Integer>, PlacedColumns> select_all{"select readings", REDRESS_READING_COLUMNS "ORDER BY place DESC LIMIT :most"};

constexpr Statement<std::tuple<Integer, Text, Integer>, PlacedColumns> select_of_complaint{
    "select readings of a complaint", REDRESS_READING_COLUMNS "AND reference = :reference ORDER BY place DESC LIMIT :most"};

constexpr Statement<std::tuple<Integer, Text, Integer>, PlacedColumns> select_of_user{
    "select readings of a user", REDRESS_READING_COLUMNS "AND account = :account ORDER BY place DESC LIMIT :most"};

constexpr Statement<std::tuple<Integer, Text, Text, Integer>, PlacedColumns> select_of_both{
    "select readings of a user and a complaint", REDRESS_READING_COLUMNS "AND reference = :reference AND account = :account ORDER BY place DESC LIMIT :most"};

#undef REDRESS_READING_COLUMNS

constexpr Statement<std::tuple<Integer>> delete_old{"delete readings", "DELETE FROM reading WHERE at < :before"};

std::vector<PlacedColumns> rows_of(Connection& connection, ports::ReadingFilter const& filter) {
  Integer const before = filter.before > 0 ? filter.before : never;
  auto const& reference = filter.reference.value;
  if (reference.empty() && filter.user.empty()) return connection.rows(select_all, before, filter.limit);
  if (filter.user.empty()) return connection.rows(select_of_complaint, before, reference, filter.limit);
  if (reference.empty()) return connection.rows(select_of_user, before, filter.user, filter.limit);
  return connection.rows(select_of_both, before, reference, filter.user, filter.limit);
}

}  // namespace

void insert_readings(Connection& connection, std::span<ports::Reading const> readings) {
  for (auto const& one : readings)
    connection.run(insert, to_column(one.at), one.user, one.staff.value, one.way, one.what, one.reference.value, one.part, one.searched,
                   Text(name_of(one.outcome)));
}

std::vector<ports::KeptReading> newest_readings(Connection& connection, ports::ReadingFilter const& filter) {
  std::vector<ports::KeptReading> readings;
  for (auto const& [place, at, account, staff, way, what, reference, part, searched, outcome] : rows_of(connection, filter))
    readings.push_back({place, {to_time(at), account, StaffId(staff), way, what, Reference(reference), part, searched, to_name<ports::ReadOutcome>(outcome)}});
  return readings;
}

void delete_old_readings(Connection& connection, Time before) {
  connection.run(delete_old, to_column(before));
}

}  // namespace redress::store
