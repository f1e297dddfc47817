// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands that take a complaint in and answer it: received, identified, acknowledged, given points and a handler.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/channel.hpp"
#include "engine/domain/contact.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/mail.hpp"
#include "engine/domain/party.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/urgency.hpp"

namespace redress {

struct PublicPost {
  std::string url;
  std::int64_t reach = 0;  ///< how many people saw or follow it

  friend bool operator==(PublicPost const&, PublicPost const&) = default;

  static constexpr auto fields = std::tuple{
      open("url", &PublicPost::url, "where it stands"),
      open("reach", &PublicPost::reach, "how many people it reaches"),
  };
};

/// Why a complaint that came by mail is left for a handler to acknowledge, although the organisation has it done at once (ADR 0033).
enum class AcknowledgementWithheld {
  NoAddress,
  LanguageUnknown,
  SenderNotAuthenticated,
  MayBelongToAnother,
  SenderAcknowledgedToday,
  DomainAcknowledgedOften,
  NobodyFree
};

constexpr auto names_of(AcknowledgementWithheld) {
  return std::array<std::string_view, 7>{
      "no-address", "language-unknown", "sender-not-authenticated", "may-belong-to-another", "sender-acknowledged-today", "domain-acknowledged-often",
      "nobody-free"};
}

struct ReceiveComplaint {
  static constexpr std::string_view name = "receive-complaint";
  static constexpr std::string_view title = "Take a complaint in";
  Channel channel = Channel::Email;
  Language language = Language::English;
  Complainant complainant;
  std::string narrative;
  std::optional<std::string> desired_outcome;
  std::optional<std::string> situation;
  std::vector<std::string> evidence;
  std::optional<PublicPost> public_post;
  std::optional<Severity> severity;
  std::vector<StaffId> concerns_staff;
  std::optional<Time> received_at;
  std::optional<MailId> mail;
  std::optional<Reference> possibly_about{};
  std::optional<std::string> earlier_account{};
  std::optional<MailAuthentication> authentication{};
  std::optional<AcknowledgementWithheld> acknowledgement_withheld{};

  static constexpr auto fields = std::tuple{
      open("channel", &ReceiveComplaint::channel, "how the complaint came in"),
      open("language", &ReceiveComplaint::language, "language of the complainant"),
      personal("complainant", &ReceiveComplaint::complainant, "who complains"),
      personal("narrative", &ReceiveComplaint::narrative, "what happened, in their own words"),
      personal("desired_outcome", &ReceiveComplaint::desired_outcome, "what would put it right, in their own words"),
      open("situation", &ReceiveComplaint::situation, "story and situation: delivery/late"),
      personal("evidence", &ReceiveComplaint::evidence, "receipts, order and transaction numbers, model numbers"),
      personal("public", &ReceiveComplaint::public_post, "where the complaint was made public"),
      open("severity", &ReceiveComplaint::severity, "how badly it hurts the complainant"),
      open("concerns_staff", &ReceiveComplaint::concerns_staff, "members of staff complained about"),
      open("received_at", &ReceiveComplaint::received_at, "when it came in; now when left out"),
      open("mail", &ReceiveComplaint::mail, "the delivery in the mail journal it was read from"),
      open("possibly_about", &ReceiveComplaint::possibly_about, "another complaint it may belong to; a person decides"),
      personal("earlier_account", &ReceiveComplaint::earlier_account, "the account of that complaint, as a sign of who it may be"),
      open("authentication", &ReceiveComplaint::authentication, "what our own mail server says of the sender"),
      open("acknowledgement_withheld", &ReceiveComplaint::acknowledgement_withheld, "why it is not acknowledged at once, where others are"),
  };
};

struct ConfirmIdentity {
  static constexpr std::string_view name = "confirm-identity";
  static constexpr std::string_view title = "Confirm who the complainant is";
  IdentityMethod method = IdentityMethod::RegisteredAddress;
  std::optional<std::string> note;
  std::optional<std::string> account{};
  std::optional<std::string> code{};

  static constexpr auto fields = std::tuple{
      open("method", &ConfirmIdentity::method, "how we made sure"),
      personal("note", &ConfirmIdentity::note, "what was done"),
      personal("account", &ConfirmIdentity::account, "whose account it is; the one we asked about when left out"),
      personal("code", &ConfirmIdentity::code, "the code from our question to the registered address"),
  };
};

struct AskIdentity {
  static constexpr std::string_view name = "ask-identity";
  static constexpr std::string_view title = "Ask at the registered address";
  std::optional<std::string> account;

  static constexpr auto fields = std::tuple{personal("account", &AskIdentity::account, "which candidate's; the likeliest when left out")};
};

struct AppointmentOffer {
  AppointmentKind kind = AppointmentKind::Call;
  Time at;

  static constexpr auto fields = std::tuple{
      open("kind", &AppointmentOffer::kind, "call or meeting"),
      open("at", &AppointmentOffer::at, "when"),
  };
};

struct Acknowledge {
  static constexpr std::string_view name = "acknowledge";
  static constexpr std::string_view title = "Acknowledge the complaint";
  std::optional<StaffId> handler;
  std::optional<AppointmentOffer> appointment;
  std::optional<std::string> matter;
  std::vector<std::string> questions;
  std::optional<std::string> no_apology_because;
  std::optional<Severity> severity;

  static constexpr auto fields = std::tuple{
      open("handler", &Acknowledge::handler, "the named person; may be left out when one is assigned"),
      open("appointment", &Acknowledge::appointment, "the call or meeting offered; may be left out when one is made"),
      personal("matter", &Acknowledge::matter, "what it is about, a phrase for the subject line"),
      personal("questions", &Acknowledge::questions, "what we would still like to learn"),
      personal("no_apology_because", &Acknowledge::no_apology_because, "why no apology is due; left out, one is made"),
      open("severity", &Acknowledge::severity, "how badly it hurts the complainant; left out, as it was seen on receipt"),
  };
};

struct DefinePoints {
  static constexpr std::string_view name = "define-points";
  static constexpr std::string_view title = "Define the points of complaint";
  std::vector<std::string> points;
  std::optional<std::string> situation{};

  static constexpr auto fields = std::tuple{
      personal("points", &DefinePoints::points, "each thing that is said to be wrong, at least one"),
      open("situation", &DefinePoints::situation, "story and situation: delivery/late; as it was before when left out"),
  };
};

struct AssignHandler {
  static constexpr std::string_view name = "assign-handler";
  static constexpr std::string_view title = "Assign a handler";
  StaffId handler;

  static constexpr auto fields = std::tuple{open("handler", &AssignHandler::handler, "the member of staff who has the complaint from now on")};
};

struct MakeAppointment {
  static constexpr std::string_view name = "make-appointment";
  static constexpr std::string_view title = "Make an appointment";
  AppointmentKind kind = AppointmentKind::Call;
  Time at;
  std::optional<StaffId> with;

  static constexpr auto fields = std::tuple{
      open("kind", &MakeAppointment::kind, "call or meeting"),
      open("at", &MakeAppointment::at, "when"),
      open("with", &MakeAppointment::with, "who keeps it; the handler when left out"),
  };
};

struct ChangeAppointment {
  static constexpr std::string_view name = "change-appointment";
  static constexpr std::string_view title = "Move an appointment";
  AppointmentId appointment;
  Time at;
  std::optional<AppointmentKind> kind;
  std::optional<StaffId> with;

  static constexpr auto fields = std::tuple{
      open("appointment", &ChangeAppointment::appointment, "which appointment"),
      open("at", &ChangeAppointment::at, "when it is instead"),
      open("kind", &ChangeAppointment::kind, "call or meeting; as it was when left out"),
      open("with", &ChangeAppointment::with, "who keeps it; as it was when left out"),
  };
};

struct CancelAppointment {
  static constexpr std::string_view name = "cancel-appointment";
  static constexpr std::string_view title = "Cancel an appointment";
  AppointmentId appointment;
  std::optional<std::string> reason;

  static constexpr auto fields = std::tuple{
      open("appointment", &CancelAppointment::appointment, "which appointment"),
      personal("reason", &CancelAppointment::reason, "why it does not take place"),
  };
};

struct ReceiveMessage {
  static constexpr std::string_view name = "receive-message";
  static constexpr std::string_view title = "Take in a further message";
  std::string text;
  Channel channel = Channel::Email;
  std::optional<Time> at;
  std::optional<PersonId> person;
  std::vector<std::string> attachments;
  std::optional<MailId> mail;
  std::optional<KnownBy> known_by;
  std::optional<std::string> from;
  std::optional<MailAuthentication> authentication{};

  static constexpr auto fields = std::tuple{
      personal("text", &ReceiveMessage::text, "what they wrote or said"),
      open("channel", &ReceiveMessage::channel, "on which channel"),
      open("at", &ReceiveMessage::at, "when it came in; now when left out"),
      open("person", &ReceiveMessage::person, "who of those involved it is from; the complainant when left out"),
      personal("attachments", &ReceiveMessage::attachments, "names of the files that came with it"),
      open("mail", &ReceiveMessage::mail, "the delivery in the mail journal it was read from"),
      open("known_by", &ReceiveMessage::known_by, "how it was known to belong to the complaint; by a person when left out"),
      personal("from", &ReceiveMessage::from, "whom it says it is from, where that is not plain"),
      open("authentication", &ReceiveMessage::authentication, "what our own mail server says of the sender"),
  };
};

struct RecordContact {
  static constexpr std::string_view name = "record-contact";
  static constexpr std::string_view title = "Record a contact";
  Direction direction = Direction::Out;
  Channel channel = Channel::Phone;
  std::optional<Time> at;
  std::string summary;

  static constexpr auto fields = std::tuple{
      open("direction", &RecordContact::direction, "who turned to whom"),
      open("channel", &RecordContact::channel, "on which channel"),
      open("at", &RecordContact::at, "when; now when left out"),
      personal("summary", &RecordContact::summary, "what was said"),
  };
};

}  // namespace redress
