// SPDX-License-Identifier: Apache-2.0
#include "adapters/store/connections.hpp"

#include <utility>

namespace redress::store {

Connections::Connections(std::unique_ptr<Dialect> dialect) : dialect_(std::move(dialect)) {}

/// The writer goes last: whoever closes an SQLite file last checkpoints it.
Connections::~Connections() {
  idle_.clear();
}

Connections::Writer Connections::writer() {
  std::unique_lock turn(writing_);
  if (!writer_ || writer_->is_lost()) {
    writer_.reset();
    writer_ = std::make_unique<Connection>(*dialect_, Access::Write);
  }
  return Writer(std::move(turn), *writer_);
}

Connections::Reader Connections::reader() {
  if (!dialect_->has_readers()) return Reader(*this, writer());
  std::unique_lock lock(reading_);
  reader_is_free_.wait(lock, [this] { return lent_ < most_readers; });
  std::unique_ptr<Connection> connection;
  if (!idle_.empty()) {
    connection = std::move(idle_.back());
    idle_.pop_back();
  } else {
    connection = std::make_unique<Connection>(*dialect_, Access::Read);
  }
  ++lent_;
  return Reader(*this, std::move(connection));
}

Connections::Reader::~Reader() {
  if (own_) owner_.give_back(std::move(own_));
}

void Connections::give_back(std::unique_ptr<Connection> reader) {
  {
    std::lock_guard const lock(reading_);
    --lent_;
    if (!reader->is_lost()) idle_.push_back(std::move(reader));
  }
  reader_is_free_.notify_one();
}

}  // namespace redress::store
