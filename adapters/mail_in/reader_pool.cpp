// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/reader_pool.hpp"

#include <algorithm>
#include <thread>

namespace redress::mail_in {
namespace {

/// Whatever a mail did to the process without ending it, it does to few others; a start costs nothing by then.
constexpr int mails_per_child = 500;

}  // namespace

PoolSize usual_pool_size() {
  std::size_t const at_work = std::max(2U, std::thread::hardware_concurrency());
  return {at_work, at_work + 4};
}

std::expected<Reading, ReaderTrouble> ReaderPool::read(std::string_view raw, std::chrono::milliseconds patience) {
  return ask<Reading>({raw, {}, patience}, decode_reading);
}

std::expected<FileReading, ReaderTrouble> ReaderPool::file(std::string_view raw, std::size_t place, std::chrono::milliseconds patience) {
  return ask<FileReading>({raw, place, patience}, decode_file);
}

template <class Answer>
std::expected<Answer, ReaderTrouble> ReaderPool::ask(Request const& request, Decode<Answer> decode) {
  Place& place = take();
  try {
    auto answer = ask_at(place, request, decode);
    if (!answer) place.child = ReaderProcess();
    give_back(place);
    return answer;
  } catch (...) {
    place.child = ReaderProcess();
    give_back(place);
    throw;
  }
}

ReaderPool::Place& ReaderPool::take() {
  std::unique_lock lock(mutex_);
  while (true) {
    auto const look_again = set_aside_what_takes_long();
    auto const at_work = count(Place::State::AtWork);
    if (at_work < size_.at_work && at_work + count(Place::State::TakesLong) < size_.most) break;
    changed_.wait_until(lock, look_again);
  }
  auto idle = std::ranges::find(places_, Place::State::Idle, &Place::state);
  if (idle == places_.end()) idle = places_.emplace(places_.end());
  idle->state = Place::State::AtWork;
  idle->since = Clock::now();
  return *idle;
}

ReaderPool::Clock::time_point ReaderPool::set_aside_what_takes_long() {
  auto const now = Clock::now();
  auto next = now + reader_long_time;
  for (auto& place : places_) {
    if (place.state != Place::State::AtWork) continue;
    auto const long_since = place.since + reader_long_time;
    if (long_since <= now)
      place.state = Place::State::TakesLong;
    else
      next = std::min(next, long_since);
  }
  return next;
}

std::size_t ReaderPool::count(Place::State state) const {
  return static_cast<std::size_t>(std::ranges::count(places_, state, &Place::state));
}

/// A child that took long has stepped back for good, so the next mail gets another.
void ReaderPool::give_back(Place& place) {
  if (Clock::now() - place.since >= reader_long_time) place.child = ReaderProcess();
  std::lock_guard const lock(mutex_);
  place.state = Place::State::Idle;
  changed_.notify_one();
}

template <class Answer>
std::expected<Answer, ReaderTrouble> ReaderPool::ask_at(Place& place, Request const& request, Decode<Answer> decode) {
  bool const seasoned = place.child.running() && place.child.exchanges() > 0 && place.child.exchanges() < mails_per_child;
  if (!seasoned) place.child = ReaderProcess();
  auto answer = exchange_at(place, request);
  // A child that read others before may have died of them, or of something else altogether; only one that dies young died of this mail.
  if (!answer && answer.error() == ReaderTrouble::Died && seasoned) answer = exchange_at(place, request);
  if (!answer) return std::unexpected(answer.error());
  auto decoded = decode(*answer);
  if (!decoded) return std::unexpected(ReaderTrouble::AnsweredNonsense);
  return *std::move(decoded);
}

std::expected<std::string, ReaderTrouble> ReaderPool::exchange_at(Place& place, Request const& request) {
  if (!place.child.running()) {
    auto started = ReaderProcess::start(command_);
    if (!started) return std::unexpected(started.error());
    place.child = *std::move(started);
  }
  return place.child.exchange(request.wanted, request.raw, request.patience);
}

}  // namespace redress::mail_in
