// SPDX-License-Identifier: Apache-2.0
#pragma once

// Acknowledges complaints that came by mail without anybody's doing, where the organisation wants it (ADR 0033). The acknowledgement is the one a handler would
// give, with a handler named and an appointment offered: the same command, by the system. What speaks against it is recorded with the complaint, which is then
// left to a handler, its deadline running.
//
// A machine that nobody recognised must not be answered again and again, nor may we be made to write to whoever is named in forged mail: at most one
// acknowledgement a sender in a day, and so many an hour to a domain. What went out in the last day is read from the store at start.

#include <cstdint>
#include <expected>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/domain/mail.hpp"
#include "engine/ports/store.hpp"
#include "engine/runtime/engine.hpp"

namespace redress::runtime {

class Acknowledger {
 public:
  struct Received {
    Outcome outcome;  ///< of receiving it, or a fault, after which all of it is to be tried again
    bool is_acknowledged = false;
  };

  /// The engine outlives it. Throws ports::StoreFault when it cannot be read what went out, and std::runtime_error when the organisation's profile asks of an
  /// acknowledgement what nobody can say of a complaint unread.
  explicit Acknowledger(Engine& engine);

  [[nodiscard]] bool is_on() const;
  /// Has the complaint received and, unless something speaks against it, acknowledged. `received` is the command as the mail desk would give it, with the
  /// mail's key. Called again for the same delivery, as after a crash, it brings to its end what was begun, once.
  [[nodiscard]] Received receive(CommandEnvelope received, ReadMail const& mail);

 private:
  struct Given {
    std::string sender;
    Time at;
  };
  /// Who speaks with the complainant, and when.
  struct Slot {
    StaffId handler;
    Time at;
  };
  /// How far it has come with a complaint: it waits for its acknowledgement, has it, or is not ours to acknowledge.
  enum class Standing { Open, Acknowledged, Settled };

  void remember_what_went_out();
  void remember(std::string const& sender, Time at);
  /// Whom they are to speak with, or what speaks against an acknowledgement.
  [[nodiscard]] std::expected<Slot, AcknowledgementWithheld> offer(ReceiveComplaint const& command, ReadMail const& mail);
  [[nodiscard]] std::optional<AcknowledgementWithheld> objection(ReceiveComplaint const& command, ReadMail const& mail) const;
  [[nodiscard]] std::optional<AcknowledgementWithheld> limit_reached(std::string const& sender) const;
  /// The first half hour in working time that one of the handlers is there and has nobody to speak with; empty when there is none within two weeks.
  [[nodiscard]] std::optional<Slot> next_slot();
  [[nodiscard]] Standing standing_of(Reference const& reference, CommandEnvelope const& received);
  [[nodiscard]] Outcome acknowledge(CommandEnvelope const& received, Reference const& reference, Slot const& slot);

  Engine& engine_;
  AcknowledgingRules const& rules_;
  std::mutex one_at_a_time_;  ///< so that two mails of one sender count each other, and no half hour is offered twice
  std::vector<Given> given_;  ///< in the last day
};

}  // namespace redress::runtime
