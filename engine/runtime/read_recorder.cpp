// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/read_recorder.hpp"

#include <iterator>
#include <utility>

#include <spdlog/spdlog.h>

namespace redress::runtime {
namespace {

constexpr Duration forgotten_every = std::chrono::hours{1};

/// Everything but the moment. What stands between the parts is in none of them.
std::string likeness_of(ports::Reading const& reading) {
  std::string likeness;
  for (auto const* part : {&reading.user, &reading.staff.value, &reading.way, &reading.what, &reading.reference.value, &reading.part, &reading.searched})
    likeness += *part + '\n';
  return likeness += name_of(reading.outcome);
}

/// A clock that was set back makes nothing recent.
bool is_recent(Time noted, Time now) {
  return noted <= now && now - noted < ReadRecorder::one_reading;
}

}  // namespace

ReadRecorder::ReadRecorder(ports::ReadLog& log, ports::Clock const& clock, Duration kept)
    : log_(log), clock_(clock), kept_(kept), worker_("the record of reading", [this] { return work(); }) {}

ReadRecorder::~ReadRecorder() {
  stop();
}

void ReadRecorder::note(ports::Reading reading) {
  reading.at = clock_.now();
  std::lock_guard const lock(mutex_);
  auto likeness = likeness_of(reading);
  if (auto const known = recent_.find(likeness); known != recent_.end() && is_recent(known->second, reading.at)) return;
  if (waiting_.size() >= waiting_most) {
    if (lost_++ == 0) spdlog::error("readings are not recorded any more: {} wait to be written already", waiting_most);
    return;
  }
  // Only now: what has no record must not stand in the way of the next that could have one.
  recent_.insert_or_assign(std::move(likeness), reading.at);
  waiting_.push_back(std::move(reading));
}

void ReadRecorder::write() {
  std::lock_guard const one_at_a_time(writing_);
  std::vector<ports::Reading> taken;
  {
    std::lock_guard const lock(mutex_);
    taken.swap(waiting_);
    std::erase_if(recent_, [now = clock_.now()](auto const& one) { return !is_recent(one.second, now); });
  }
  if (taken.empty()) return;
  try {
    log_.record(taken);
  } catch (...) {
    std::lock_guard const lock(mutex_);
    waiting_.insert(waiting_.begin(), std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
    throw;
  }
}

Duration ReadRecorder::work() {
  write();
  if (auto const now = clock_.now(); now - forgotten_at_ >= forgotten_every) {
    log_.forget_readings(now - kept_);
    forgotten_at_ = now;
  }
  return written_every;
}

void ReadRecorder::start() {
  worker_.start();
}

void ReadRecorder::stop() {
  worker_.stop();
  try {
    write();
  } catch (ports::StoreFault const& fault) {
    spdlog::error("{} readings have no record: {}", waiting_.size(), fault.what());
    waiting_.clear();
  }
}

}  // namespace redress::runtime
