// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tests of the API put in the place of the ports: a store in memory, and a workflow that knows two commands.

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/codec/leaf.hpp"
#include "engine/domain/ensure.hpp"
#include "engine/ports/explainer.hpp"
#include "engine/ports/mail_journal.hpp"
#include "engine/ports/mail_reader.hpp"
#include "engine/ports/store.hpp"
#include "engine/ports/wording_reviewer.hpp"
#include "engine/ports/workflow.hpp"

namespace redress::http {
namespace {

class FakeClock : public ports::Clock {
 public:
  [[nodiscard]] Time now() const override { return *parse_time("2026-03-02T09:00:00Z"); }
};

class FakeIdentifiers : public ports::Identifiers {
 public:
  [[nodiscard]] std::string uuid(Time) override {
    auto number = std::to_string(++drawn_);
    return "01970000-0000-7000-8000-" + std::string(12 - number.size(), '0') + number;
  }
  [[nodiscard]] Reference reference() override { return Reference("R-0000-000" + std::to_string(++references_)); }
  [[nodiscard]] ports::Salt salt() override { return {}; }

 private:
  int drawn_ = 0;
  int references_ = 0;
};

class FakeStore : public ports::Store {
 public:
  std::optional<ports::StoreFaultKind> writing_fails_with;

  [[nodiscard]] std::unique_ptr<ports::Transaction> begin() override {
    if (writing_fails_with) throw ports::StoreFault(*writing_fails_with, "the fake store was told to fail");
    return std::make_unique<Writing>(*this);
  }
  [[nodiscard]] std::string seal(ports::Step& step, std::string const&) const override {
    for (auto const& event : step.events)
      step.sealed.push_back(codec::seal(event, codec::no_leaf_before, "example.org/log", "fake", [] { return ports::Salt{}; }));
    return step.sealed.back().digest_hex;
  }
  [[nodiscard]] std::optional<ports::RememberedAnswer> remembered(std::string const& key) override {
    std::lock_guard const lock(mutex_);
    auto const found = remembered_.find(key);
    return found == remembered_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::optional<Complaint> load(Reference const& reference) override {
    std::lock_guard const lock(mutex_);
    auto const found = complaints_.find(reference);
    return found == complaints_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::vector<ComplaintRow> list(ports::ListFilter const& filter) override {
    std::lock_guard const lock(mutex_);
    std::vector<ComplaintRow> rows;
    for (auto const& [reference, complaint] : complaints_)
      if (reference.value > filter.after && std::ssize(rows) < filter.limit && (!filter.stage || *filter.stage == complaint.stage))
        rows.push_back(project(complaint).complaint);
    return rows;
  }
  void read_history(Reference const& reference, std::function<void(ports::StoredLeaf const&)> const& each) override {
    for (auto const& leaf : leaves_)
      if (leaf.reference == reference) each(leaf);
  }
  [[nodiscard]] std::vector<ports::OpenDeadline> next_deadlines(ports::DeadlinePlace const&, std::int64_t) override { return {}; }
  [[nodiscard]] std::vector<ports::OpenAppointment> open_appointments(StaffId const& with, Time from, std::int64_t) override {
    std::lock_guard const lock(mutex_);
    std::vector<ports::OpenAppointment> open;
    for (auto const& [reference, complaint] : complaints_)
      for (auto const& row : project(complaint).appointments)
        if (row.stands && row.with == with && row.at >= from) open.push_back({reference, row});
    return open;
  }
  [[nodiscard]] std::vector<ports::OutboxItem> due_outbox(Time, std::int64_t) override { return {}; }
  [[nodiscard]] std::optional<Time> next_outbox_due() override { return std::nullopt; }
  [[nodiscard]] std::vector<ports::OutboxItem> incidents() override {
    return {{"1", Reference("R-0000-0001"), {LetterId("letter-1"), {}, redress::Route::Mail, "", "anna@example.org", "secret bytes"}, 12, Time{}, "550"}};
  }
  [[nodiscard]] std::int64_t outbox_length() override { return 3; }
  [[nodiscard]] std::optional<std::string> frozen_message(Reference const&, LetterId const&, redress::Route) override { return std::nullopt; }
  [[nodiscard]] std::optional<ports::SentMessage> sent_as(std::string const&) override { return std::nullopt; }
  [[nodiscard]] std::optional<ports::SentMessage> sent_with(std::string const&) override { return std::nullopt; }
  [[nodiscard]] std::optional<ports::MailEntry> mail(MailId const& id) override {
    std::lock_guard const lock(mutex_);
    return id == mail_.id ? std::optional(mail_) : std::nullopt;
  }
  [[nodiscard]] std::vector<ports::MailEntry> mails(ports::MailFilter const& filter) override {
    std::lock_guard const lock(mutex_);
    bool const is_wanted = filter.selection != ports::MailSelection::Filed && (filter.before.empty() || mail_.id < filter.before);
    return is_wanted ? std::vector{mail_} : std::vector<ports::MailEntry>{};
  }
  [[nodiscard]] ports::MailCounts mail_counts() override { return {0, 1, 1}; }
  [[nodiscard]] ports::VerifyReport verify() override { return {}; }
  void rebuild_projection() override {}

 private:
  class Writing : public ports::Transaction {
   public:
    explicit Writing(FakeStore& store) : store_(store) {}
    [[nodiscard]] std::optional<Complaint> load(Reference const& reference) override { return store_.load(reference); }
    void write(ports::Step const& step) override {
      std::lock_guard const lock(store_.mutex_);
      auto const& reference = step.rows->complaint.reference;
      auto sealed = step.sealed.begin();
      for (auto const& event : step.events) {
        apply(store_.complaints_[reference], event);
        store_.leaves_.push_back({reference, event.sequence, sealed->bytes, sealed->disclosures});
        ++sealed;
      }
      if (!step.idempotency_key.empty()) store_.remembered_[step.idempotency_key] = {step.command_digest, step.answer};
    }
    void put(ports::OutboxItem const&) override {}
    void settle(std::string const&) override {}
    void postpone(std::string const&, Time, std::string const&) override {}
    void give_up(std::string const&, std::string const&) override {}
    void record_mail(ports::MailEntry const&) override {}
    void decide_mail(MailId const&, ports::MailDecision const& decision, Reference const& reference) override {
      std::lock_guard const lock(store_.mutex_);
      store_.mail_.decision = decision;
      store_.mail_.reference = reference;
      if (!reference.empty()) store_.mail_.state = ports::MailState::Filed;
    }
    void commit() override {}

   private:
    FakeStore& store_;
  };

  std::mutex mutex_;
  ports::MailEntry mail_{MailId("mail-1"), "api", Time{}, "00", 5, ports::MailState::Quarantined, "a machine wrote it", {}};
  std::map<Reference, Complaint> complaints_;
  std::vector<ports::StoredLeaf> leaves_;
  std::map<std::string, ports::RememberedAnswer> remembered_;
};

inline WorkingCalendar office_hours() {
  std::optional<OpeningHours> const open = OpeningHours{std::chrono::hours{9}, std::chrono::hours{18}};
  return {"office", "Europe/Riga", {open, open, open, open, open, std::nullopt, std::nullopt}, {}};
}

class FakeWorkflow : public ports::Workflow {
 public:
  FakeWorkflow() {
    rulebook_.organisation.staff.push_back(
        {StaffId("ilze"), {{Language::English, "Ilze"}, {Language::Latvian, "Ilze"}, {Language::Russian, "Илзе"}}, {}, "", "", {}, {}, {}});
    rulebook_.organisation.language = Language::Latvian;
    rulebook_.calendars.emplace("office", office_hours());
  }

  [[nodiscard]] std::expected<Decision, Refusal> decide(Complaint const&, CommandEnvelope const& envelope,
                                                        ports::Circumstances const& circumstances) const override {
    if (auto const* command = std::get_if<ReceiveComplaint>(&envelope.command)) return received(*command, circumstances);
    if (auto const* made = std::get_if<MakeAppointment>(&envelope.command))
      return Decision{{AppointmentMade{AppointmentId("appointment-1"), made->kind, made->at, "Europe/Riga", StaffId("ilze")}}, {}};
    if (auto const* note = std::get_if<AddNote>(&envelope.command)) return Decision{{NoteAdded{envelope.actor.id, note->text}}, {}};
    ensure(!std::holds_alternative<Withdraw>(envelope.command), "the fake workflow makes a mistake here");
    return std::unexpected(Refusal{Reason::NotHeardOut, {{Reason::NotHeardOut, ""}, {Reason::NoPoints, "points"}}, 0});
  }
  [[nodiscard]] std::vector<ports::PermittedCommand> permitted(Complaint const&, Time, StaffId const&) const override {
    return {{AddNote::name, AddNote::title, {}}, {"propose-remedy", "Propose a remedy", {{Reason::NotHeardOut, ""}}}};
  }
  [[nodiscard]] std::vector<Missing> proofread(Complaint const&, LetterId const&, Time) const override {
    return {{Reason::WordingMustChange, "if", TextPlace{0, 3, 5}}};
  }
  [[nodiscard]] ports::Rulebook const& rulebook() const override { return rulebook_; }

  /// Ilze's calendar may be read by whoever bears what stands in that file.
  void open_calendar(std::string token_file) {
    rulebook_.organisation.mail_address = "complaints@example.org";
    rulebook_.organisation.staff.front().calendar_token_file = std::move(token_file);
  }

 private:
  static Decision received(ReceiveComplaint const& command, ports::Circumstances const& circumstances) {
    ComplaintReceived event;
    event.reference = circumstances.identifiers.reference();
    event.channel = command.channel;
    event.language = command.language;
    event.calendar = "office";
    event.complainant = command.complainant;
    event.situation = command.situation;
    event.narrative = command.narrative;
    event.public_post = command.public_post;
    event.received_at = circumstances.now;
    auto due = due_after(circumstances.now, Period{1, Unit::WorkingDays}, office_hours());
    LetterDrafted letter;
    letter.letter = LetterId("letter-1");
    letter.document.subject = "Your complaint";
    return {{std::move(event), std::move(letter),
             DeadlineSet{DeadlineName("acknowledgement"), Milestone::Received, {}, due.at, circumstances.now, std::move(due.because)}},
            {}};
  }

  ports::Rulebook rulebook_;
};

class FakeJournal : public ports::MailJournal {
 public:
  std::vector<std::string> mails;
  bool full = false;

  MailId put(std::string_view raw, MailId id) override {
    if (full) throw ports::JournalFault("the disk is full");
    mails.emplace_back(raw);
    return id;
  }
  [[nodiscard]] std::string read(MailId const&) override { return mails.empty() ? "Subject: x\r\n\r\nbody" : mails.front(); }
  [[nodiscard]] std::vector<MailId> list() override { return std::vector<MailId>(mails.size(), MailId("waiting")); }
  [[nodiscard]] std::vector<MailId> kept() override { return {}; }
  void put_away(MailId const&) override {}
  [[nodiscard]] std::string digest(std::string_view) const override { return "00"; }
};

class FakeReader : public ports::MailReader {
 public:
  bool gives_up = false;

  [[nodiscard]] std::expected<ReadMail, ports::UnreadableMail> read(std::string_view) override {
    if (gives_up) return std::unexpected(ports::UnreadableMail{"reading it took too long"});
    ReadMail mail;
    mail.text = "It came late.";
    mail.attachments = {{"receipt.pdf", "application/pdf", 4}};
    return mail;
  }
  [[nodiscard]] std::expected<std::optional<MailFile>, ports::UnreadableMail> file(std::string_view, std::size_t place) override {
    if (gives_up) return std::unexpected(ports::UnreadableMail{"reading it took too long"});
    if (place != 0) return std::nullopt;
    return MailFile{{"receipt.pdf", "application/pdf", 4}, "%PDF"};
  }
};

class FakeLetters : public ports::LetterWriter {
 public:
  [[nodiscard]] LetterDocument compose(LetterFacts const&) const override { return {}; }
  [[nodiscard]] std::string message(LetterDocument const&, ports::MessageEnvelope const&) const override { return {}; }
  [[nodiscard]] std::string calendar(std::vector<ports::CalendarEntry> const& entries, Language, Time) const override {
    std::string text;
    for (auto const& entry : entries) text += entry.uid + " " + to_text(entry.at) + "\n";
    return text;
  }
  [[nodiscard]] FrozenMessage freeze(std::string_view, std::string const&) const override { return {}; }
  [[nodiscard]] std::vector<std::string> situations() const override { return {"delivery/late"}; }
  [[nodiscard]] std::optional<SituationGuide> guide(std::string_view situation, Language language) const override {
    if (situation != "delivery/late") return std::nullopt;
    return SituationGuide{std::string(situation), std::string(name_of(language)) + " question", "interest", {"order number"}, {"next"}};
  }
  [[nodiscard]] std::string text(LetterDocument const& document) const override { return document.subject + "\n"; }
  [[nodiscard]] std::string html(LetterDocument const& document) const override { return "<p>" + document.subject + "</p>"; }
  [[nodiscard]] std::string pdf(LetterDocument const& document) const override { return "%PDF-1.5 " + document.subject; }
  [[nodiscard]] std::string printed(LetterDocument const& document, ports::MessageEnvelope const&) const override { return pdf(document); }
};

/// Finds fault with every "if".
class FakeWording : public ports::WordingReviewer {
 public:
  [[nodiscard]] WordingReview review(std::string_view text, Language) const override {
    WordingReview review;
    for (auto at = text.find("if"); at != std::string_view::npos; at = text.find("if", at + 1))
      review.findings.push_back(
          {static_cast<std::int64_t>(at), static_cast<std::int64_t>(at) + 2, 1, "if", WordingClass::ConditionalApology, WordingSeverity::Must, "why", "that"});
    return review;
  }
};

class FakeExplainer : public ports::Explainer {
 public:
  [[nodiscard]] std::vector<std::string> sentences(std::vector<Because> const& because, WorkingCalendar const&, Language language) const override {
    std::vector<std::string> told;
    for (auto const& step : because) told.push_back(std::string(name_of(language)) + " " + std::string(name_of(step.step)) + ".");
    return told;
  }
  [[nodiscard]] std::string title(DeadlineName const& name, Profile const*, Language language) const override {
    return std::string(name_of(language)) + " " + name.value;
  }
  [[nodiscard]] std::string moment(Time due, WorkingCalendar const&, Language) const override { return to_text(due); }
};

}  // namespace
}  // namespace redress::http
