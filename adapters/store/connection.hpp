// SPDX-License-Identifier: Apache-2.0
#pragma once

// A session with the statements prepared on it. Each statement is prepared once, at its first use, and lives as long as its session,
// together with the variables it is bound to: SOCI binds by address, so a bound temporary would be read after its death. Results are always
// fetched to the end, because a statement left on a row keeps SQLite from committing and from checkpointing.
//
// A driver's error leaves here as a StoreFault that names the code and the statement, and nothing that was bound.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <soci/soci.h>

#include "adapters/store/dialect.hpp"

namespace redress::store {

using Integer = long long;  // what SOCI exchanges

/// A statement: `In` are its parameters in the order in which they stand in the text, `Out` the columns of its result. Always a named
/// constant.
template <class In, class Out = std::tuple<>>
struct Statement {
  std::string_view name;
  std::string_view text;
};

/// A row put into a table whose key the database counts up, in two wordings: SQLite tells that number by itself, and builds a table in memory for each
/// RETURNING; PostgreSQL would have to be asked a second time.
template <class In>
struct Insertion {
  Statement<In> plain;
  Statement<In, std::tuple<Integer>> returning;
};

class PreparedBase {
 public:
  virtual ~PreparedBase() = default;
};

template <class In, class Out>
class Prepared final : public PreparedBase {
 public:
  Prepared(soci::session& session, std::string_view text) : statement_(session) {
    std::apply([&](auto&... value) { (statement_.exchange(soci::use(value)), ...); }, in_);
    std::apply([&](auto&... value) { (statement_.exchange(soci::into(value)), ...); }, out_);
    statement_.alloc();
    statement_.prepare(std::string(text));
    statement_.define_and_bind();
  }

  template <class... Values>
  std::int64_t run(Values&&... values) {
    in_ = std::forward_as_tuple(std::forward<Values>(values)...);
    statement_.execute(true);
    return statement_.get_affected_rows();
  }

  template <class... Values>
  std::vector<Out> rows(Values&&... values) {
    in_ = std::forward_as_tuple(std::forward<Values>(values)...);
    std::vector<Out> all;
    statement_.execute(false);
    while (statement_.fetch()) all.push_back(out_);
    return all;
  }

 private:
  In in_;
  Out out_;
  soci::statement statement_;
};

class Connection {
 public:
  Connection(Dialect const& dialect, Access access);

  /// Runs a statement without a result; answers how many rows it changed.
  template <class In, class... Values>
  std::int64_t run(Statement<In> const& statement, Values&&... values) {
    return guarded(statement.name, [&] { return prepared(statement).run(std::forward<Values>(values)...); });
  }

  template <class In, class Out, class... Values>
  std::vector<Out> rows(Statement<In, Out> const& statement, Values&&... values) {
    return guarded(statement.name, [&] { return prepared(statement).rows(std::forward<Values>(values)...); });
  }

  template <class In, class Out, class... Values>
  std::optional<Out> first(Statement<In, Out> const& statement, Values&&... values) {
    auto all = rows(statement, std::forward<Values>(values)...);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
  }

  /// Answers the number that the row was given.
  template <class In, class... Values>
  Integer insert(Insertion<In> const& insertion, Values&&... values) {
    if (!dialect_.tells_last_row()) return std::get<0>(first(insertion.returning, std::forward<Values>(values)...).value());
    run(insertion.plain, std::forward<Values>(values)...);
    return last_row();
  }

  /// Runs text that is used once, or too seldom to be kept prepared.
  void execute(std::string_view name, std::string_view text);
  /// The same, for what must not throw: rolling back what may be gone already.
  void try_execute(std::string_view text) noexcept;

  /// Whether it can be used again.
  [[nodiscard]] bool is_lost() const { return lost_; }
  [[nodiscard]] Dialect const& dialect() const { return dialect_; }

 private:
  template <class In, class Out>
  Prepared<In, Out>& prepared(Statement<In, Out> const& statement) {
    auto& slot = prepared_[statement.text.data()];
    if (!slot) slot = std::make_unique<Prepared<In, Out>>(*session_, statement.text);
    return static_cast<Prepared<In, Out>&>(*slot);
  }

  template <class Call>
  auto guarded(std::string_view name, Call&& call) {
    try {
      return call();
    } catch (soci::soci_error const& error) {
      fail(error, name);
    }
  }

  [[nodiscard]] Integer last_row();
  [[noreturn]] void fail(soci::soci_error const& error, std::string_view name);

  Dialect const& dialect_;
  std::unique_ptr<soci::session> session_;
  std::unordered_map<char const*, std::unique_ptr<PreparedBase>> prepared_;  // before its session goes
  bool lost_ = false;
};

}  // namespace redress::store
