// SPDX-License-Identifier: Apache-2.0
#pragma once

// A transaction on a connection that is rolled back unless it is committed.

#include <string_view>

#include "adapters/store/connection.hpp"

namespace redress::store {

class Scope {
 public:
  Scope(Connection& connection, std::string_view begin) : connection_(connection) { connection_.execute("begin", begin); }
  ~Scope() {
    if (!committed_) connection_.try_execute("ROLLBACK");
  }
  Scope(Scope const&) = delete;
  Scope& operator=(Scope const&) = delete;
  void commit() {
    connection_.execute("commit", "COMMIT");
    committed_ = true;
  }

 private:
  Connection& connection_;
  bool committed_ = false;
};

}  // namespace redress::store
