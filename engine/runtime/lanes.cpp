// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/lanes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/domain/ensure.hpp"

namespace redress::runtime {
namespace {

constexpr Duration a_minute = std::chrono::minutes{1};
constexpr std::size_t waiting_most = 64;
constexpr std::size_t little = waiting_most / 4;

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

std::string lane_of(SendMessage const& message) {
  auto lane = std::string(name_of(message.route)) + ' ';
  auto const& to = message.envelope_to;
  auto const whom = message.route == Route::Mail ? to.substr(to.rfind('@') + 1) : to;
  std::ranges::transform(whom, std::back_inserter(lane), lower);
  return lane;
}

bool Lanes::add(ports::OutboxItem item) {
  ensure(!knows(item.id), "a message waits in its lane once");
  auto& lane = lanes_[lane_of(item.message)];
  lane.is_mail = item.message.route == Route::Mail;
  lane.is_overfull = lane.waiting.size() >= waiting_most;
  if (lane.is_overfull) return false;
  known_.insert(item.id);
  lane.waiting.push_back(std::move(item));
  return true;
}

std::optional<ports::OutboxItem> Lanes::take(Time now) {
  auto const may_go = [&](auto const& entry) { return !entry.second.waiting.empty() && has_room(entry.second) && is_rested(entry.second, now); };
  auto const behind = lanes_.upper_bound(last_);
  auto found = std::find_if(behind, lanes_.end(), may_go);
  if (found == lanes_.end()) {
    found = std::find_if(lanes_.begin(), behind, may_go);
    if (found == behind) return std::nullopt;
  }
  last_ = found->first;
  auto item = take_from(found, now);
  forget_idle(now);
  return item;
}

bool Lanes::has_room(Lane const& lane) const {
  // What one system is told stays in order, and there is one printer.
  if (!lane.is_mail) return lane.on_their_way == 0;
  return mails_on_their_way_ < limits_.mails_at_once && lane.on_their_way < limits_.mails_at_once_per_domain;
}

bool Lanes::is_rested(Lane const& lane, Time now) const {
  auto const most = static_cast<std::size_t>(limits_.mails_per_minute_per_domain);
  if (!lane.is_mail || most == 0 || lane.begun.size() < most) return true;
  bool const was_clock_set_back = lane.begun.front() > now;
  return was_clock_set_back || lane.begun.front() + a_minute <= now;
}

ports::OutboxItem Lanes::take_from(Place place, Time now) {
  auto& lane = place->second;
  auto item = std::move(lane.waiting.front());
  lane.waiting.pop_front();
  ++lane.on_their_way;
  if (!lane.is_mail) return item;
  ++mails_on_their_way_;
  if (limits_.mails_per_minute_per_domain == 0) return item;
  if (!lane.begun.empty() && lane.begun.back() > now) lane.begun.clear();
  lane.begun.push_back(now);
  if (lane.begun.size() > static_cast<std::size_t>(limits_.mails_per_minute_per_domain)) lane.begun.pop_front();
  return item;
}

void Lanes::forget_idle(Time now) {
  std::erase_if(lanes_, [&](auto const& entry) {
    auto const& lane = entry.second;
    return lane.waiting.empty() && lane.on_their_way == 0 && (lane.begun.empty() || lane.begun.back() + a_minute <= now);
  });
}

bool Lanes::finish(ports::OutboxItem const& item) {
  auto const found = lanes_.find(lane_of(item.message));
  ensure(found != lanes_.end() && found->second.on_their_way > 0 && known_.erase(item.id) == 1, "only what was taken is finished, and once");
  auto& lane = found->second;
  --lane.on_their_way;
  if (lane.is_mail) --mails_on_their_way_;
  return lane.waiting.size() < little && std::exchange(lane.is_overfull, false);
}

std::optional<Time> Lanes::next() const {
  std::optional<Time> next;
  for (auto const& [name, lane] : lanes_) {
    bool const waits_for_time = !lane.waiting.empty() && has_room(lane) && !lane.begun.empty();
    if (waits_for_time) next = std::min(next.value_or(Time::max()), lane.begun.front() + a_minute);
  }
  return next;
}

}  // namespace redress::runtime
