// SPDX-License-Identifier: Apache-2.0
#pragma once

// The organisation that answers: what stands on its letters, and the people who may handle complaints. It is data, loaded at start
// (docs/reference/configuration.md).

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/identifier.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/letter_style.hpp"
#include "engine/domain/money.hpp"
#include "engine/domain/numbers_in_text.hpp"
#include "engine/domain/stage.hpp"
#include "engine/domain/time.hpp"

namespace redress {

/// Days on which somebody is not there, both included.
struct Absence {
  Date from{};
  Date until{};
};

struct StaffMember {
  StaffId id;
  std::map<Language, std::string> name;   ///< as written in each language: "Ilze Bērziņa", "Илзе Берзиня"; every language is present
  std::map<Language, std::string> title;  ///< "Complaint manager"; every language is present
  std::string email;
  std::string phone;
  StaffId line_manager;  ///< empty when they have none
  std::vector<Absence> away{};
  std::optional<Money> authority{};   ///< how much they may promise in one remedy; empty when nothing bounds them
  std::string calendar_token_file{};  ///< what whoever reads the calendar of their appointments proves themselves with; empty when it is not to be read

  [[nodiscard]] bool is_away_on(Date day) const {
    return std::ranges::any_of(away, [&](Absence const& absence) { return absence.from <= day && day <= absence.until; });
  }
  /// An amount in another currency than that of the authority is over it.
  [[nodiscard]] bool may_promise(Money const& amount) const {
    return !authority || (amount.currency == authority->currency && amount.minor_units <= authority->minor_units);
  }
};

/// A system of ours that can be told of a hold. Its secret stays in its file until a message is signed.
struct ToldSystem {
  std::string name;         ///< as a hold names it: "billing"
  std::string url;          ///< https, or http on this machine; empty when it is told by people
  std::string secret_file;  ///< what messages to it are signed with; empty: they are not
};

/// Whether answers to a letter come to an address of their own, "complaints+TOKEN@…", by which they are known. The mail server must take such addresses.
enum class ReplyAddress { Plain, Tagged };

constexpr auto names_of(ReplyAddress) {
  return std::array<std::string_view, 2>{"plain", "tagged"};
}

/// Whether a complaint that came by mail waits for a handler to acknowledge it, or is acknowledged at once (ADR 0033).
enum class Acknowledging { ByHand, Automatically };

constexpr auto names_of(Acknowledging) {
  return std::array<std::string_view, 2>{"by-hand", "automatically"};
}

/// Whose mail is acknowledged at once: only that of senders whose domain vouches for it (DMARC), or everybody's.
enum class AcknowledgedSenders { Authenticated, Everybody };

constexpr auto names_of(AcknowledgedSenders) {
  return std::array<std::string_view, 2>{"authenticated", "everybody"};
}

/// Whether members of staff get a mail each working day of what is due of theirs.
enum class MorningDigests { None, EveryWorkingDay };

constexpr auto names_of(MorningDigests) {
  return std::array<std::string_view, 2>{"none", "every-working-day"};
}

struct AcknowledgingRules {
  Acknowledging how = Acknowledging::ByHand;
  AcknowledgedSenders senders = AcknowledgedSenders::Authenticated;
  std::vector<StaffId> handlers;            ///< whom such a complaint is given to, whoever of them can speak with the complainant first
  std::int64_t most_an_hour_a_domain = 20;  ///< acknowledgements to addresses of one domain, within any hour
};

struct Organisation {
  std::map<Language, std::string> name;                  ///< every language is present
  std::map<Language, std::vector<std::string>> address;  ///< lines; every language is present
  std::map<Language, std::string> external_body;         ///< where a complainant can turn next, by its name; every language is present
  std::string mail_name;                                 ///< display name on outgoing mail
  std::string mail_address;                              ///< the address letters come from: "complaints@example.org"
  ReplyAddress reply_address = ReplyAddress::Plain;
  std::string authserv_id{};  ///< how its mail server calls itself where it says what it found out about senders (RFC 8601); empty: it does not
  AcknowledgingRules acknowledging{};
  MorningDigests digests = MorningDigests::None;
  std::vector<NumberPattern> numbers;     ///< how the numbers of its orders, invoices and contracts look
  std::string log_origin;                 ///< the name of its history: "complaints.example.org/log"
  std::string calendar;                   ///< its working calendar, by name: "latvia"
  Language language = Language::English;  ///< in which somebody is answered whose language we could not tell
  std::string profile;                    ///< the rules it works under, by name: "standard"
  std::vector<StaffMember> staff;
  std::map<Escalation, StaffId> escalation;  ///< who is next at each level; a level may be left out
  std::vector<ToldSystem> systems;           ///< those that a hold may name and that somebody described; others are allowed
  LetterStyle letter_style;                  ///< how its letters look
  std::string register_file{};               ///< who has an account with it, to tell who a sender may be; empty when it keeps none here
  std::string registration_number;           ///< in a public register, for letterheads that show it; empty when it has none

  /// What identifiers of its mails and appointments end with: the domain of the address letters come from.
  [[nodiscard]] std::string mail_domain() const { return mail_address.substr(mail_address.find('@') + 1); }
  /// How calendars know an appointment, whoever asks.
  [[nodiscard]] std::string calendar_name(Reference const& reference, AppointmentId const& appointment) const {
    return reference.value + "-" + appointment.value + "@" + mail_domain();
  }
  /// The address letters come from, with a tag before its "@": answers to it are known by the tag.
  [[nodiscard]] std::string tagged_address(std::string_view tag) const {
    auto const at = mail_address.find('@');
    return mail_address.substr(0, at) + "+" + std::string(tag) + mail_address.substr(at);
  }
  /// The tag of an address of ours that has one; empty for every other address. Capitals do not count.
  [[nodiscard]] std::string tag_of(std::string_view address) const;
  /// The member of staff with that identifier, or nullptr.
  [[nodiscard]] StaffMember const* find(StaffId const& id) const {
    auto const found = std::ranges::find(staff, id, &StaffMember::id);
    return found == staff.end() ? nullptr : &*found;
  }
  /// The system of that name, or nullptr.
  [[nodiscard]] ToldSystem const* find_system(std::string_view system) const {
    auto const found = std::ranges::find(systems, system, &ToldSystem::name);
    return found == systems.end() ? nullptr : &*found;
  }
};

}  // namespace redress
