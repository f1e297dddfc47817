// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/morning_digest.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "engine/ports/notice_writer.hpp"

namespace redress::runtime {
namespace {

/// More than anybody reads in one mail; whoever has so much is better served by the worklist.
constexpr std::int64_t most_read = 500;
constexpr Duration look_again = std::chrono::minutes{15};

/// The mailer makes a file name of it, so letters and digits alone: a day and a person have one each, whatever the person's identifier is made of.
std::string item_id(Date day, StaffId const& staff) {
  std::string hex;
  for (char const c : staff.value) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return fmt::format("digest-{}-{}", to_text(day), hex);
}

}  // namespace

bool MorningDigest::is_on() const {
  return engine_.workflow().rulebook().organisation.digests == MorningDigests::EveryWorkingDay;
}

WorkingCalendar const& MorningDigest::calendar() const {
  auto const& rules = engine_.workflow().rulebook();
  return rules.calendars.at(rules.organisation.calendar);
}

std::size_t MorningDigest::put_due() {
  auto const now = engine_.clock().now();
  auto const today = calendar().local_day(now);
  if (!is_on() || done_ == today || !calendar().is_working_time(now)) return 0;
  std::size_t count = 0;
  for (auto const& member : engine_.workflow().rulebook().organisation.staff)
    if (!member.is_away_on(today) && put(member, now)) ++count;
  done_ = today;
  return count;
}

Time MorningDigest::next() const {
  auto const now = engine_.clock().now();
  auto const opening = calendar().next_opening(now);
  return opening > now ? opening : now + look_again;
}

ports::Digest MorningDigest::digest_for(StaffMember const& member, Time now) const {
  auto& store = engine_.store();
  auto const& in_zone = calendar();
  auto const tomorrow = in_zone.moment(std::chrono::sys_days{in_zone.local_day(now)} + std::chrono::days{1}, std::chrono::minutes{0});
  ports::Digest digest{engine_.workflow().rulebook().organisation.language, {}, {}, {}, in_zone};
  ports::ListFilter filter;
  filter.handler = member.id;
  filter.due_before = tomorrow;
  filter.limit = most_read;
  for (auto const& row : store.list(filter))
    if (row.next_due_at) (is_late(*row.next_due_at, now) ? digest.late : digest.due_today).push_back({row.reference, *row.next_due_at});
  for (auto const& open : store.open_appointments(member.id, now, most_read))
    if (open.row.at < tomorrow) digest.appointments.push_back({open.reference, open.row.at});
  return digest;
}

/// Whether there is something to say that was not said yet.
bool MorningDigest::put(StaffMember const& member, Time now) const {
  auto const digest = digest_for(member, now);
  if (digest.empty()) return false;
  auto const id = item_id(calendar().local_day(now), member.id);
  auto mail = writer_.mail(digest, ports::envelope_to(member, engine_.workflow().rulebook().organisation, id, now));
  try {
    auto transaction = engine_.store().begin();
    transaction->put({id, {}, {{}, std::nullopt, Route::Mail, {}, member.email, std::move(mail)}, 0, now, {}});
    transaction->commit();
    return true;
  } catch (ports::StoreFault const& fault) {
    if (fault.kind() != ports::StoreFaultKind::Conflict) throw;
    return false;
  }
}

}  // namespace redress::runtime
