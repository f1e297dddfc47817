// SPDX-License-Identifier: Apache-2.0
#pragma once

// Mail that was put aside, and what people decide about it: release it as a complaint all the same, file it to a complaint that is there, or discard it. Who
// decided and why stands in the entry, and in the complaint's history. Nothing is deleted: the bytes stay in the journal whatever is decided.
//
// A complaint is received under the key that filing the same mail would have used, so that neither a repetition nor a crash in between makes a second one.

#include <expected>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "engine/domain/mail.hpp"
#include "engine/ports/mail_journal.hpp"
#include "engine/ports/mail_reader.hpp"
#include "engine/ports/store.hpp"
#include "engine/runtime/engine.hpp"

namespace redress::runtime {

/// Why a decision was not taken.
enum class NotDecided {
  UnknownMail,
  NotInQuarantine,   ///< it waits, or it was filed without anybody's decision
  DecidedAlready,    ///< the first decision stands
  IsComplaint,       ///< a complaint was made of it already; releasing it says so
  NothingToReceive,  ///< it cannot be read, and nobody said what it says
  NoReason,          ///< a decision without a name or a reason is none
};

/// Who decides, and why.
struct Deciding {
  Actor actor;
  std::string why;
};

/// What a person read in the mail themselves; takes the place of our reading. Empty where ours is right.
struct ReadByPerson {
  std::string name;
  std::string email;
  std::string narrative;
};

using Decided = std::variant<ports::MailEntry, NotDecided, Refusal, Fault>;
using MailReading = std::expected<ReadMail, ports::UnreadableMail>;

class Quarantine {
 public:
  /// All outlive it.
  Quarantine(Engine& engine, ports::MailJournal& journal, ports::MailReader& reader) : engine_(engine), journal_(journal), reader_(reader) {}

  /// What became of any delivery, in quarantine or not; empty when it waits or is unknown.
  [[nodiscard]] std::optional<ports::MailEntry> entry(MailId const& id) { return engine_.store().mail(id); }
  /// The bytes as they came. Throws ports::JournalFault when they cannot be had.
  [[nodiscard]] std::string raw(MailId const& id) { return journal_.read(id); }
  /// As far as it can be read. Takes as long as the reader allows.
  [[nodiscard]] MailReading reading(MailId const& id) { return reader_.read(raw(id)); }
  /// One of its attachments, by its place in the reading; empty when it has no such one.
  [[nodiscard]] std::expected<std::optional<MailFile>, ports::UnreadableMail> attachment(MailId const& id, std::size_t place) {
    return reader_.file(raw(id), place);
  }

  [[nodiscard]] Decided release(MailId const& id, Deciding const& deciding, ReadByPerson const& said);
  [[nodiscard]] Decided file(MailId const& id, Deciding const& deciding, Reference const& reference);
  [[nodiscard]] Decided discard(MailId const& id, Deciding const& deciding);

 private:
  /// As the mail desk makes it, of the same mail.
  [[nodiscard]] std::string key_of(ports::MailEntry const& entry, MailReading const& read) const;
  [[nodiscard]] std::variant<ports::MailEntry, NotDecided> undecided(MailId const& id, Deciding const& deciding);
  [[nodiscard]] Decided give(CommandEnvelope envelope, ports::MailEntry const& entry, ports::MailVerdict verdict, Deciding const& deciding);
  ports::MailEntry decide(ports::MailEntry entry, ports::MailVerdict verdict, Deciding const& deciding, Reference const& reference);

  Engine& engine_;
  ports::MailJournal& journal_;
  ports::MailReader& reader_;
  std::mutex deciding_;  ///< two people who decide about one mail at once decide one after the other
};

}  // namespace redress::runtime
