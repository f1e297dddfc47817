// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happened while a complaint was taken in and answered.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/channel.hpp"
#include "engine/domain/commands/receiving.hpp"
#include "engine/domain/contact.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/identity.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/party.hpp"
#include "engine/domain/stage.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/urgency.hpp"

namespace redress {

struct ComplaintReceived {
  static constexpr std::string_view name = "complaint-received";
  Reference reference;
  Channel channel = Channel::Email;
  Language language = Language::English;
  std::string profile;
  std::string calendar;
  std::optional<std::string> situation;
  Complainant complainant;
  std::string narrative;
  std::optional<std::string> desired_outcome;
  std::vector<std::string> evidence;
  std::optional<PublicPost> public_post;
  std::optional<std::int64_t> reach;  ///< that of the public post, which stays when the post itself is erased
  std::optional<Severity> severity;
  std::vector<StaffId> concerns_staff;
  Time received_at;
  std::optional<MailId> mail;
  std::optional<Reference> possibly_about{};
  std::optional<MailAuthentication> authentication{};
  std::optional<AcknowledgementWithheld> acknowledgement_withheld{};

  friend bool operator==(ComplaintReceived const&, ComplaintReceived const&) = default;

  static constexpr auto fields = std::tuple{
      open("reference", &ComplaintReceived::reference, "what the complainant quotes"),
      open("channel", &ComplaintReceived::channel, "how it came in"),
      open("language", &ComplaintReceived::language, "language of the complainant"),
      open("profile", &ComplaintReceived::profile, "the rules it was received under"),
      open("calendar", &ComplaintReceived::calendar, "the working calendar it was received under"),
      open("situation", &ComplaintReceived::situation, "story and situation"),
      personal("complainant", &ComplaintReceived::complainant, "who complains"),
      personal("narrative", &ComplaintReceived::narrative, "what happened, in their own words"),
      personal("desired_outcome", &ComplaintReceived::desired_outcome, "what would put it right"),
      personal("evidence", &ComplaintReceived::evidence, "what they have to show"),
      personal("public", &ComplaintReceived::public_post, "where it was made public"),
      open("reach", &ComplaintReceived::reach, "how many people the public post reaches"),
      open("severity", &ComplaintReceived::severity, "how badly it hurts the complainant"),
      open("concerns_staff", &ComplaintReceived::concerns_staff, "members of staff complained about"),
      open("received_at", &ComplaintReceived::received_at, "when it came in"),
      open("mail", &ComplaintReceived::mail, "the delivery it was read from"),
      open("possibly_about", &ComplaintReceived::possibly_about, "another complaint it may belong to"),
      open("authentication", &ComplaintReceived::authentication, "what our own mail server says of the sender"),
      open("acknowledgement_withheld", &ComplaintReceived::acknowledgement_withheld, "why it was not acknowledged at once, where others are"),
  };
};

/// The only event that moves a complaint from one stage to another.
struct StageMoved {
  static constexpr std::string_view name = "stage-moved";
  Stage from = Stage::Received;
  Stage to = Stage::Received;

  friend bool operator==(StageMoved const&, StageMoved const&) = default;

  static constexpr auto fields = std::tuple{
      open("from", &StageMoved::from, "from which stage"),
      open("to", &StageMoved::to, "to which stage"),
  };
};

/// Those in the books who the sender may be, the likeliest first.
struct IdentityProposed {
  static constexpr std::string_view name = "identity-proposed";
  std::vector<IdentityCandidate> candidates;

  friend bool operator==(IdentityProposed const&, IdentityProposed const&) = default;

  static constexpr auto fields = std::tuple{personal("candidates", &IdentityProposed::candidates, "who it may be, the likeliest first")};
};

/// We wrote to a registered address ourselves.
struct IdentityAsked {
  static constexpr std::string_view name = "identity-asked";
  std::string account;
  std::string address;
  std::string code_digest;
  std::string message_id;
  std::optional<std::string> reply_token{};

  friend bool operator==(IdentityAsked const&, IdentityAsked const&) = default;

  static constexpr auto fields = std::tuple{
      personal("account", &IdentityAsked::account, "about whose account"),
      personal("address", &IdentityAsked::address, "at which address"),
      personal("code_digest", &IdentityAsked::code_digest, "digest of the code that proves the answer"),
      open("message_id", &IdentityAsked::message_id, "identifier of the mail"),
      personal("reply_token", &IdentityAsked::reply_token, "what makes its reply address unguessable"),
  };
};

struct IdentityConfirmed {
  static constexpr std::string_view name = "identity-confirmed";
  IdentityMethod method = IdentityMethod::RegisteredAddress;
  std::optional<std::string> note;
  std::optional<std::string> account{};

  friend bool operator==(IdentityConfirmed const&, IdentityConfirmed const&) = default;

  static constexpr auto fields = std::tuple{
      open("method", &IdentityConfirmed::method, "how we made sure"),
      personal("account", &IdentityConfirmed::account, "whose account it is"),
      personal("note", &IdentityConfirmed::note, "what was done"),
  };
};

struct ComplaintAcknowledged {
  static constexpr std::string_view name = "complaint-acknowledged";
  StaffId handler;
  std::optional<std::string> matter;
  std::optional<std::string> no_apology_because;
  std::optional<Severity> severity;

  friend bool operator==(ComplaintAcknowledged const&, ComplaintAcknowledged const&) = default;

  static constexpr auto fields = std::tuple{
      open("handler", &ComplaintAcknowledged::handler, "the named person"),
      personal("matter", &ComplaintAcknowledged::matter, "what it is about, in a phrase"),
      personal("no_apology_because", &ComplaintAcknowledged::no_apology_because, "why no apology was due"),
      open("severity", &ComplaintAcknowledged::severity, "how badly it hurts the complainant, as seen now"),
  };
};

/// The points are defined anew; each follows as a PointDefined.
struct PointsDefined {
  static constexpr std::string_view name = "points-defined";
  std::int64_t count = 0;

  friend bool operator==(PointsDefined const&, PointsDefined const&) = default;

  static constexpr auto fields = std::tuple{open("count", &PointsDefined::count, "how many")};
};

struct PointDefined {
  static constexpr std::string_view name = "point-defined";
  PointId point;
  std::string text;

  friend bool operator==(PointDefined const&, PointDefined const&) = default;

  static constexpr auto fields = std::tuple{
      open("point", &PointDefined::point, "which point"),
      personal("text", &PointDefined::text, "what is said to be wrong"),
  };
};

/// Somebody who knows more sees which situation it is, or sees another than was named before.
struct SituationNamed {
  static constexpr std::string_view name = "situation-named";
  std::string situation;

  friend bool operator==(SituationNamed const&, SituationNamed const&) = default;

  static constexpr auto fields = std::tuple{open("situation", &SituationNamed::situation, "story and situation")};
};

struct HandlerAssigned {
  static constexpr std::string_view name = "handler-assigned";
  StaffId handler;

  friend bool operator==(HandlerAssigned const&, HandlerAssigned const&) = default;

  static constexpr auto fields = std::tuple{open("handler", &HandlerAssigned::handler, "who has the complaint from now on")};
};

struct AppointmentMade {
  static constexpr std::string_view name = "appointment-made";
  AppointmentId appointment;
  AppointmentKind kind = AppointmentKind::Call;
  Time at;
  std::string zone;
  StaffId with;

  friend bool operator==(AppointmentMade const&, AppointmentMade const&) = default;

  static constexpr auto fields = std::tuple{
      open("appointment", &AppointmentMade::appointment, "which appointment"),
      open("kind", &AppointmentMade::kind, "call or meeting"),
      open("at", &AppointmentMade::at, "when"),
      open("zone", &AppointmentMade::zone, "zone it was agreed in"),
      open("with", &AppointmentMade::with, "who keeps it"),
  };
};

struct AppointmentChanged {
  static constexpr std::string_view name = "appointment-changed";
  AppointmentId appointment;
  AppointmentKind kind = AppointmentKind::Call;
  Time at;
  std::string zone;
  StaffId with;

  friend bool operator==(AppointmentChanged const&, AppointmentChanged const&) = default;

  static constexpr auto fields = std::tuple{
      open("appointment", &AppointmentChanged::appointment, "which appointment"),
      open("kind", &AppointmentChanged::kind, "call or meeting from now on"),
      open("at", &AppointmentChanged::at, "when from now on"),
      open("zone", &AppointmentChanged::zone, "zone it was agreed in"),
      open("with", &AppointmentChanged::with, "who keeps it from now on"),
  };
};

struct AppointmentCancelled {
  static constexpr std::string_view name = "appointment-cancelled";
  AppointmentId appointment;
  std::optional<std::string> reason;

  friend bool operator==(AppointmentCancelled const&, AppointmentCancelled const&) = default;

  static constexpr auto fields = std::tuple{
      open("appointment", &AppointmentCancelled::appointment, "which appointment"),
      personal("reason", &AppointmentCancelled::reason, "why it does not take place"),
  };
};

/// A further message of the complainant, or of somebody involved.
struct MessageReceived {
  static constexpr std::string_view name = "message-received";
  Channel channel = Channel::Email;
  Time at;
  KnownBy known_by = KnownBy::Person;
  std::optional<PersonId> person;
  std::optional<MailId> mail;
  std::string text;
  std::vector<std::string> attachments;
  std::optional<std::string> from;
  std::optional<MailAuthentication> authentication{};

  friend bool operator==(MessageReceived const&, MessageReceived const&) = default;

  static constexpr auto fields = std::tuple{
      open("channel", &MessageReceived::channel, "on which channel"),
      open("at", &MessageReceived::at, "when it came in"),
      open("known_by", &MessageReceived::known_by, "how it was known to belong here"),
      open("person", &MessageReceived::person, "who of those involved it is from"),
      open("mail", &MessageReceived::mail, "the delivery it was read from"),
      personal("text", &MessageReceived::text, "what they wrote or said"),
      personal("attachments", &MessageReceived::attachments, "names of the files that came with it"),
      personal("from", &MessageReceived::from, "whom it says it is from, where that is not plain"),
      open("authentication", &MessageReceived::authentication, "what our own mail server says of the sender"),
  };
};

struct ContactRecorded {
  static constexpr std::string_view name = "contact-recorded";
  Direction direction = Direction::Out;
  Channel channel = Channel::Phone;
  Time at;
  StaffId by;
  std::string summary;

  friend bool operator==(ContactRecorded const&, ContactRecorded const&) = default;

  static constexpr auto fields = std::tuple{
      open("direction", &ContactRecorded::direction, "who turned to whom"),
      open("channel", &ContactRecorded::channel, "on which channel"),
      open("at", &ContactRecorded::at, "when"),
      open("by", &ContactRecorded::by, "who spoke for us"),
      personal("summary", &ContactRecorded::summary, "what was said"),
  };
};

}  // namespace redress
