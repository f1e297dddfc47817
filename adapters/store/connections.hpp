// SPDX-License-Identifier: Apache-2.0
#pragma once

// The connections of a store: one that writes, lent to one transaction at a time, and a few that read. A lost connection is replaced the
// next time it is asked for. A store without readers of its own (everything in memory) lends the writer for reading too, also to the thread
// that is writing just now.

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "adapters/store/connection.hpp"

namespace redress::store {

class Connections {
 public:
  explicit Connections(std::unique_ptr<Dialect> dialect);
  Connections(Connections const&) = delete;
  Connections& operator=(Connections const&) = delete;
  ~Connections();

  class Writer {
   public:
    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_; }

   private:
    friend class Connections;
    Writer(std::unique_lock<std::recursive_mutex> turn, Connection& connection) : turn_(std::move(turn)), connection_(&connection) {}
    std::unique_lock<std::recursive_mutex> turn_;
    Connection* connection_;
  };

  class Reader {
   public:
    Reader(Reader const&) = delete;
    Reader& operator=(Reader const&) = delete;
    ~Reader();
    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_; }

   private:
    friend class Connections;
    Reader(Connections& owner, std::unique_ptr<Connection> own) : owner_(owner), own_(std::move(own)), connection_(own_.get()) {}
    Reader(Connections& owner, Writer writer) : owner_(owner), shared_(std::move(writer)), connection_(&**shared_) {}
    Connections& owner_;
    std::unique_ptr<Connection> own_;
    std::optional<Writer> shared_;
    Connection* connection_;
  };

  /// Waits for its turn.
  [[nodiscard]] Writer writer();
  /// Waits until one is free.
  [[nodiscard]] Reader reader();
  [[nodiscard]] Dialect const& dialect() const { return *dialect_; }

 private:
  static constexpr std::size_t most_readers = 4;

  void give_back(std::unique_ptr<Connection> reader);

  std::unique_ptr<Dialect> dialect_;
  std::recursive_mutex writing_;
  std::unique_ptr<Connection> writer_;
  std::mutex reading_;
  std::condition_variable reader_is_free_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t lent_ = 0;
};

}  // namespace redress::store
