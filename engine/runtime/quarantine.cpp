// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/quarantine.hpp"

#include "engine/runtime/mail_as_command.hpp"

#include <utility>

namespace redress::runtime {
namespace {

using ports::MailEntry;
using ports::MailVerdict;

void prefer(std::string& ours, std::string const& said) {
  if (!said.empty()) ours = said;
}

ReceiveComplaint complaint_of(MailReading const& reading, MailId const& id, ReadByPerson const& said, Language otherwise) {
  auto command = complaint_from(reading.value_or(ReadMail{}), id, otherwise);
  prefer(command.complainant.email, said.email);
  if (command.complainant.name.empty()) command.complainant.name = command.complainant.email;
  prefer(command.complainant.name, said.name);
  prefer(command.narrative, said.narrative);
  return command;
}

}  // namespace

std::string Quarantine::key_of(MailEntry const& entry, MailReading const& read) const {
  return read ? runtime::key_of(*read, entry.sha256, journal_) : "mail:" + entry.sha256;
}

std::variant<MailEntry, NotDecided> Quarantine::undecided(MailId const& id, Deciding const& deciding) {
  auto entry = engine_.store().mail(id);
  if (!entry) return NotDecided::UnknownMail;
  if (entry->decision) return NotDecided::DecidedAlready;
  if (entry->state != ports::MailState::Quarantined) return NotDecided::NotInQuarantine;
  if (deciding.actor.id.empty() || deciding.why.empty()) return NotDecided::NoReason;
  return *std::move(entry);
}

Decided Quarantine::release(MailId const& id, Deciding const& deciding, ReadByPerson const& said) {
  std::lock_guard const lock(deciding_);
  auto const found = undecided(id, deciding);
  if (auto const* why_not = std::get_if<NotDecided>(&found)) return *why_not;
  auto const& entry = std::get<MailEntry>(found);
  auto const read = reading(id);
  auto command = complaint_of(read, id, said, engine_.workflow().rulebook().organisation.language);
  if (command.narrative.empty()) return NotDecided::NothingToReceive;
  return give({{}, std::move(command), deciding.actor, std::nullopt, key_of(entry, read), {}, {}}, entry, MailVerdict::Released, deciding);
}

Decided Quarantine::file(MailId const& id, Deciding const& deciding, Reference const& reference) {
  std::lock_guard const lock(deciding_);
  auto const found = undecided(id, deciding);
  if (auto const* why_not = std::get_if<NotDecided>(&found)) return *why_not;
  auto const& entry = std::get<MailEntry>(found);
  auto const read = reading(id);
  if (engine_.store().remembered(key_of(entry, read))) return NotDecided::IsComplaint;
  auto message = message_from(read.value_or(ReadMail{}), id, KnownBy::Person);
  if (message.text.empty()) message.text = "mail " + id.value;
  message.at = entry.received_at;
  return give({reference, std::move(message), deciding.actor, std::nullopt, "mail-filed:" + id.value + ":" + reference.value, {}, {}}, entry,
              MailVerdict::Filed, deciding);
}

Decided Quarantine::discard(MailId const& id, Deciding const& deciding) {
  std::lock_guard const lock(deciding_);
  auto const found = undecided(id, deciding);
  if (auto const* why_not = std::get_if<NotDecided>(&found)) return *why_not;
  auto const& entry = std::get<MailEntry>(found);
  if (engine_.store().remembered(key_of(entry, reading(id)))) return NotDecided::IsComplaint;
  return decide(entry, MailVerdict::Discarded, deciding, {});
}

/// The command, then a note that says why, then the decision itself. Whoever repeats it after a crash gets the first two answered from their keys.
Decided Quarantine::give(CommandEnvelope envelope, MailEntry const& entry, MailVerdict verdict, Deciding const& deciding) {
  auto outcome = engine_.handle(std::move(envelope));
  if (auto* refusal = std::get_if<Refusal>(&outcome)) return std::move(*refusal);
  if (auto* fault = std::get_if<Fault>(&outcome)) return std::move(*fault);
  auto const reference = std::get<Answer>(outcome).reference;
  auto noted = engine_.handle({reference, AddNote{deciding.why}, deciding.actor, std::nullopt, "mail-decided:" + entry.id.value, {}, {}});
  if (auto* fault = std::get_if<Fault>(&noted)) return std::move(*fault);
  return decide(entry, verdict, deciding, reference);
}

MailEntry Quarantine::decide(MailEntry entry, MailVerdict verdict, Deciding const& deciding, Reference const& reference) {
  entry.decision = ports::MailDecision{verdict, deciding.actor.id, engine_.clock().now(), deciding.why};
  entry.reference = reference;
  if (!reference.empty()) entry.state = ports::MailState::Filed;
  auto transaction = engine_.store().begin();
  transaction->decide_mail(entry.id, *entry.decision, reference);
  transaction->commit();
  return entry;
}

}  // namespace redress::runtime
