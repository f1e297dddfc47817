// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where messages that are no letters are written: notices to our own staff, and what our systems are told of a hold. Like a letter, each is a pure function
// of its facts and of the texts loaded at start, and its bytes are final. Neither holds anything personal: who wants to know more looks into Redress, where
// it is known who may.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/deadline.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/organisation.hpp"
#include "engine/domain/profile.hpp"
#include "engine/domain/stage.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/working_calendar.hpp"
#include "engine/ports/letter_writer.hpp"

namespace redress::ports {

/// What somebody is told of: a member of staff, but for the last.
enum class NoticeKind {
  DeadlineWarned,
  DeadlinePassed,
  PromiseDue,
  PromiseMissed,
  Escalated,
  MessageReceived,       ///< the complainant, or somebody involved, wrote again
  ReopeningAsked,        ///< the complainant wrote again after the end
  LetterBounced,         ///< a letter did not arrive
  IdentityDoubtful,      ///< to an account manager: a sender nobody knows may belong to an account of theirs
  HandedOver,            ///< to a new handler: the one before is complained about
  AcknowledgedByItself,  ///< to the handler whom the complainant was promised: when they speak
  GlassBroken,           ///< to those responsible: somebody whom the complaint is about may read it for a time
  LetIn,                 ///< to whoever may
  IdentityQuestion,      ///< the only one that leaves the house: to a registered address, whether it was them
};

constexpr auto names_of(NoticeKind) {
  return std::array<std::string_view, 14>{"deadline-warned",        "deadline-passed", "promise-due",    "promise-missed",    "escalated",
                                          "message-received",       "reopening-asked", "letter-bounced", "identity-doubtful", "handed-over",
                                          "acknowledged-by-itself", "glass-broken",    "let-in",         "identity-question"};
}

struct NoticeFacts {
  NoticeKind kind = NoticeKind::DeadlineWarned;
  Language language = Language::English;
  Reference reference;
  DeadlineName deadline;                        ///< of the first two kinds
  std::optional<Time> due;                      ///< when it falls or fell, or when leave to read ends; empty for an escalation
  Escalation level = Escalation::NotEscalated;  ///< to which it was escalated
  Profile const& profile;                       ///< what calls the deadline by its title
  WorkingCalendar const& calendar;              ///< in whose zone the moment is told: the one it was counted by
  std::string code{};                           ///< of the question at a registered address
};

enum class HoldEvent { HoldPlaced, HoldLifted };

constexpr auto names_of(HoldEvent) {
  return std::array<std::string_view, 2>{"hold-placed", "hold-lifted"};
}

/// What a system is told. Why there is a hold is not for systems to know.
struct HoldNotice {
  HoldEvent event = HoldEvent::HoldPlaced;
  Reference reference;
  HoldId hold;
  std::vector<std::string> systems;  ///< all that the hold names
  Time at;

  static constexpr auto fields = std::tuple{
      open("event", &HoldNotice::event, "what happened"),    open("reference", &HoldNotice::reference, "of which complaint"),
      open("hold", &HoldNotice::hold, "which of its holds"), open("systems", &HoldNotice::systems, "the systems that must know"),
      open("at", &HoldNotice::at, "when it happened"),
  };
};

class NoticeWriter {
 public:
  virtual ~NoticeWriter() = default;

  /// The complete RFC 5322 message, plain text: CRLF line ends only. Throws LetterFault.
  [[nodiscard]] virtual std::string mail(NoticeFacts const& facts, MessageEnvelope const& envelope) const = 0;

  /// One JSON object with the fields of the notice.
  [[nodiscard]] virtual std::string json(HoldNotice const& notice) const = 0;
};

/// Gives a mail the identifier that it is known by everywhere, and the boundary that goes with it. `id` is unique: a UUID, or a name made of what it is about.
inline void identify(MessageEnvelope& envelope, std::string_view id, Organisation const& organisation) {
  envelope.message_id = std::string(id) + "@" + organisation.mail_domain();
  envelope.boundary = "=_redress_" + std::string(id);
}

/// From the organisation to one of its own people.
[[nodiscard]] inline MessageEnvelope envelope_to(StaffMember const& member, Organisation const& organisation, std::string_view id, Time date) {
  MessageEnvelope envelope;
  envelope.from_name = organisation.mail_name;
  envelope.from_address = organisation.mail_address;
  envelope.to_address = member.email;
  envelope.date = date;
  identify(envelope, id, organisation);
  return envelope;
}

}  // namespace redress::ports
