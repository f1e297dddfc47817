// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "adapters/codec/digest.hpp"
#include "engine/domain/complaint.hpp"
#include "tests/contracts/store_contract.hpp"

namespace redress::testing {

std::string CountingIdentifiers::uuid(Time) {
  return fmt::format("0197a000-0000-7000-8000-{:012}", ++next_uuid_);
}

Reference CountingIdentifiers::reference() {
  return Reference(fmt::format("R-0000-{:04}", ++next_reference_));
}

ports::Salt CountingIdentifiers::salt() {
  ports::Salt salt{};
  salt.fill(++next_salt_);
  return salt;
}

void StoreContract::SetUp() {
  std::string why_not;
  harness_ = GetParam()(why_not);
  if (!harness_) GTEST_SKIP() << why_not;
  restart();
}

void StoreContract::restart() {
  store_.reset();
  store_ = harness_->open({identifiers_, "complaints.example.org/log", "resolution@1"});
}

store::Migrated StoreContract::migrate() {
  store_.reset();
  return harness_->migrate();
}

void StoreContract::tamper(std::string const& sql) {
  store_.reset();
  harness_->tamper(sql);
  restart();
}

ComplaintReceived StoreContract::received(std::string const& name) {
  ComplaintReceived received;
  received.reference = identifiers_.reference();
  received.profile = "standard";
  received.calendar = "latvia";
  received.complainant.name = name;
  received.complainant.email = "anna@example.org";
  received.narrative = "The parcel came two weeks late.\nNobody answered.";
  received.received_at = now_;
  return received;
}

ports::Step StoreContract::step(Complaint& complaint, Projection& before, std::vector<Event> events) {
  bool const is_new = !complaint.exists();
  auto const id = is_new ? ComplaintId(identifiers_.uuid(now_)) : complaint.id;
  before = project(complaint);
  ports::Step step;
  step.before = is_new ? nullptr : std::make_shared<Projection>(before);
  for (auto& event : events) {
    step.events.push_back({EventId(identifiers_.uuid(now_)), id, complaint.version + 1, now_, {ActorKind::Staff, StaffId("ilze.berzina"), "api"}, event});
    apply(complaint, step.events.back());
  }
  step.rows = std::make_shared<Projection>(project(complaint));
  complaint.head = store().seal(step, complaint.head);
  step.answer = {complaint.received.reference, complaint.stage, complaint.version, {}};
  for (auto const& recorded : step.events) step.answer.events.emplace_back(name_of(recorded.event));
  return step;
}

void StoreContract::write(Complaint& complaint, std::vector<Event> events) {
  Projection before;
  auto one = step(complaint, before, std::move(events));
  auto const transaction = store().begin();
  transaction->write(one);
  transaction->commit();
}

Complaint StoreContract::full_complaint(std::string const& name) {
  Complaint complaint;
  LetterDocument document;
  document.salutation = "Dear " + name;
  std::string const bytes = "From: us\r\n\r\nDear " + name.substr(0, 4) + "\r\n";
  std::vector<Event> events{
      received(name),
      DeadlineSet{DeadlineName("acknowledgement"),
                  Milestone::Received,
                  {},
                  now_ + std::chrono::hours{9},
                  now_ + std::chrono::hours{5},
                  {{BecauseStep::Started, now_, {}, 0, "", ""}}},
      DeadlineSet{DeadlineName("final-response"), Milestone::Received, {}, now_ + std::chrono::hours{400}, now_ + std::chrono::hours{300}, {}},
      HandlerAssigned{StaffId("ilze.berzina")},
      PromiseProposed{PromiseId("promise-1"), ProposalId("proposal-1"), "a new parcel", StaffId("ilze.berzina"), *parse_date("2026-03-20")},
      LetterDrafted{LetterId("letter-1"), LetterKind::Acknowledgement, Language::Latvian, StaffId("ilze.berzina"), document, std::nullopt},
      LetterQueued{LetterId("letter-1"), Route::Mail, {codec::sha256_hex(bytes), static_cast<std::int64_t>(bytes.size()), "message/rfc822"}},
  };
  Projection before;
  auto one = step(complaint, before, std::move(events));
  one.outbox.push_back(outbox_item(complaint.received.reference, LetterId("letter-1"), bytes));
  auto const transaction = store().begin();
  transaction->write(one);
  transaction->commit();
  return complaint;
}

ports::OutboxItem StoreContract::outbox_item(Reference const& reference, LetterId const& letter, std::string const& bytes) {
  return {identifiers_.uuid(now_), reference, {letter, {}, Route::Mail, "bounces@example.org", "anna@example.org", bytes}, 0, now_, ""};
}

std::optional<ports::StoreFaultKind> StoreContract::fault_of(std::function<void()> const& call) {
  try {
    call();
    return std::nullopt;
  } catch (ports::StoreFault const& fault) {
    return fault.kind();
  }
}

}  // namespace redress::testing
