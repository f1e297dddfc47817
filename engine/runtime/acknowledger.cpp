// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/acknowledger.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include <spdlog/spdlog.h>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/profile.hpp"

namespace redress::runtime {
namespace {

constexpr auto day = std::chrono::hours{24};
constexpr auto hour = std::chrono::hours{1};
constexpr auto half_an_hour = std::chrono::minutes{30};
/// Nobody is called before they can have read that they will be, and nobody of ours has to call before they can have read that they shall.
constexpr auto notice = std::chrono::hours{2};
constexpr auto notice_in_the_morning = std::chrono::hours{1};
constexpr int half_hours_looked_at = 14 * 48;
constexpr std::int64_t appointments_looked_at = 500;
constexpr std::int64_t mails_at_a_time = 500;

/// Anna@Mail.example and anna@mail.example are one sender.
std::string in_small_letters(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

Time next_half_hour(Time moment) {
  return Time{std::chrono::ceil<std::chrono::duration<std::int64_t, std::ratio<1800>>>(moment.time_since_epoch())};
}

bool is_free(std::vector<ports::OpenAppointment> const& appointments, Time at) {
  return std::ranges::none_of(appointments, [&](ports::OpenAppointment const& one) { return std::chrono::abs(one.row.at - at) < half_an_hour; });
}

bool is_worked(WorkingCalendar const& calendar, Time at) {
  return calendar.is_working_time(at) && calendar.is_working_time(at + half_an_hour - Duration{1});
}

std::string_view domain_of(std::string_view address) {
  return address.substr(address.rfind('@') + 1);
}

std::string key_of_acknowledgement(CommandEnvelope const& received) {
  return received.idempotency_key + ":acknowledgement";
}

/// Otherwise every complaint would be left to handlers after all, and nobody would know why.
void require_that_it_can_be_given(ports::Rulebook const& rulebook) {
  auto const profile = rulebook.profiles.find(rulebook.organisation.profile);
  if (profile == rulebook.profiles.end() || !must_say(profile->second, LetterKind::Acknowledgement, LetterContents::PointsOfComplaint)) return;
  throw std::runtime_error("[mail] acknowledge = \"automatically\" cannot be under the profile " + profile->first +
                           ": its acknowledgement states the points of complaint, which a person defines; set it to \"by-hand\"");
}

}  // namespace

Acknowledger::Acknowledger(Engine& engine) : engine_(engine), rules_(engine.workflow().rulebook().organisation.acknowledging) {
  if (!is_on()) return;
  require_that_it_can_be_given(engine.workflow().rulebook());
  remember_what_went_out();
}

bool Acknowledger::is_on() const {
  return rules_.how == Acknowledging::Automatically;
}

/// Identifiers ascend with time, so the last day ends with the first older entry. To whom it went stands in the complaint alone.
void Acknowledger::remember_what_went_out() {
  auto const since = engine_.clock().now() - day;
  ports::MailFilter filter{ports::MailSelection::Filed, {}, {}, mails_at_a_time};
  while (true) {
    auto const page = engine_.store().mails(filter);
    for (auto const& entry : page)
      if (entry.acknowledged && entry.received_at > since)
        if (auto const complaint = engine_.store().load(entry.reference)) remember(complaint->received.complainant.email, entry.received_at);
    if (page.size() < static_cast<std::size_t>(mails_at_a_time) || page.back().received_at <= since) return;
    filter.before = page.back().id;
  }
}

void Acknowledger::remember(std::string const& sender, Time at) {
  given_.push_back({in_small_letters(sender), at});
}

Acknowledger::Received Acknowledger::receive(CommandEnvelope received, ReadMail const& mail) {
  std::unique_lock lock(one_at_a_time_);
  auto& command = std::get<ReceiveComplaint>(received.command);
  bool const was_here = engine_.store().remembered(received.idempotency_key).has_value();
  auto const slot = offer(command, mail);
  if (!slot) command.acknowledgement_withheld = slot.error();
  if (!slot && !was_here) lock.unlock();
  auto outcome = engine_.handle(received);
  auto const* answer = std::get_if<Answer>(&outcome);
  if (answer == nullptr) return {std::move(outcome)};
  auto const standing = was_here ? standing_of(answer->reference, received) : Standing::Open;
  if (standing == Standing::Acknowledged) remember(mail.from.address, engine_.clock().now());
  if (standing != Standing::Open || !slot) return {std::move(outcome), standing == Standing::Acknowledged};
  auto given = acknowledge(received, answer->reference, *slot);
  // The complaint is received, whatever became of its acknowledgement: only what may succeed later is tried again.
  if (auto* fault = std::get_if<Fault>(&given); fault != nullptr && fault->kind != FaultKind::Incident) return {std::move(*fault)};
  if (!std::holds_alternative<Answer>(given)) return {std::move(outcome)};
  remember(mail.from.address, engine_.clock().now());
  return {std::move(outcome), true};
}

std::expected<Acknowledger::Slot, AcknowledgementWithheld> Acknowledger::offer(ReceiveComplaint const& command, ReadMail const& mail) {
  std::erase_if(given_, [since = engine_.clock().now() - day](Given const& one) { return one.at <= since; });
  if (auto const reason = objection(command, mail)) return std::unexpected(*reason);
  if (auto const reason = limit_reached(in_small_letters(mail.from.address))) return std::unexpected(*reason);
  auto const slot = next_slot();
  return slot ? std::expected<Slot, AcknowledgementWithheld>(*slot) : std::unexpected(AcknowledgementWithheld::NobodyFree);
}

std::optional<AcknowledgementWithheld> Acknowledger::objection(ReceiveComplaint const& command, ReadMail const& mail) const {
  using enum AcknowledgementWithheld;
  bool const is_believed = rules_.senders == AcknowledgedSenders::Everybody ? !mail.authentication.doubts_sender() : mail.authentication.proves_sender();
  if (mail.from.address.empty()) return NoAddress;
  if (!is_believed) return SenderNotAuthenticated;
  if (command.possibly_about) return MayBelongToAnother;
  return mail.language ? std::nullopt : std::optional(LanguageUnknown);
}

std::optional<AcknowledgementWithheld> Acknowledger::limit_reached(std::string const& sender) const {
  if (std::ranges::find(given_, sender, &Given::sender) != given_.end()) return AcknowledgementWithheld::SenderAcknowledgedToday;
  auto const since = engine_.clock().now() - hour;
  auto const is_counted = [&](Given const& one) { return one.at > since && domain_of(one.sender) == domain_of(sender); };
  bool const is_often = std::ranges::count_if(given_, is_counted) >= rules_.most_an_hour_a_domain;
  return is_often ? std::optional(AcknowledgementWithheld::DomainAcknowledgedOften) : std::nullopt;
}

std::optional<Acknowledger::Slot> Acknowledger::next_slot() {
  auto const& rulebook = engine_.workflow().rulebook();
  auto const& calendar = rulebook.calendars.at(rulebook.organisation.calendar);
  auto const now = engine_.clock().now();
  auto const first = next_half_hour(std::max(now + notice, calendar.next_opening(now) + notice_in_the_morning));
  std::optional<Slot> best;
  for (auto const& handler : rules_.handlers) {
    auto const* member = rulebook.organisation.find(handler);
    if (member == nullptr) continue;
    auto const appointments = engine_.store().open_appointments(handler, now, appointments_looked_at);
    for (int i = 0; i < half_hours_looked_at; ++i) {
      auto const at = first + i * half_an_hour;
      if (best && best->at <= at) break;
      if (!is_worked(calendar, at) || member->is_away_on(calendar.local_day(at)) || !is_free(appointments, at)) continue;
      best = Slot{handler, at};
      break;
    }
  }
  return best;
}

Acknowledger::Standing Acknowledger::standing_of(Reference const& reference, CommandEnvelope const& received) {
  auto const complaint = engine_.store().load(reference);
  // The same mail by another way has the same key, and was looked at when it came by the first.
  if (!complaint || complaint->received.mail != std::get<ReceiveComplaint>(received.command).mail) return Standing::Settled;
  if (engine_.store().remembered(key_of_acknowledgement(received))) return Standing::Acknowledged;
  return complaint->stage == Stage::Received && !complaint->received.acknowledgement_withheld ? Standing::Open : Standing::Settled;
}

Outcome Acknowledger::acknowledge(CommandEnvelope const& received, Reference const& reference, Slot const& slot) {
  Acknowledge command;
  command.handler = slot.handler;
  command.appointment = AppointmentOffer{AppointmentKind::Call, slot.at};
  auto outcome = engine_.handle({reference, std::move(command), received.actor, std::nullopt, key_of_acknowledgement(received), {}, {}});
  if (auto const* refusal = std::get_if<Refusal>(&outcome))
    spdlog::warn("{} is left to a handler, for it could not be acknowledged at once: {}", reference.value, name_of(refusal->reason));
  return outcome;
}

}  // namespace redress::runtime
