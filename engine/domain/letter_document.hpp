// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter: the facts it is composed from, and the document that comes out, part by part in the order of a business letter. The document is plain data
// that every layout and format renders; once a letter is drafted, this is what stands in the history. It holds no markup and no placeholders.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/deadline.hpp"
#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/letter_contents.hpp"
#include "engine/domain/party.hpp"
#include "engine/domain/time.hpp"

namespace redress {

enum class LetterKind {
  Acknowledgement,
  HoldingResponse,
  FinalResponse,
  PromiseMissed,
  Appointment,
  RequestForInformation,
  Proposal,
  FollowUp,
  Closure,
  UnconfirmedSender,
};

constexpr auto names_of(LetterKind) {
  return std::array<std::string_view, 10>{"acknowledgement",         "holding-response", "final-response", "promise-missed", "appointment",
                                          "request-for-information", "proposal",         "follow-up",      "closure",        "unconfirmed-sender"};
}

/// The seven blocks an answer is built from (domain.md, "Situations and answers"), and the schedule of promises.
enum class Block { Greeting, Joining, Help, Care, Apology, Goodwill, OpenDoor, Schedule };

constexpr auto names_of(Block) {
  return std::array<std::string_view, 8>{"greeting", "joining", "help", "care", "apology", "goodwill", "open-door", "schedule"};
}

/// How a point of complaint was decided.
enum class Finding { Upheld, PartlyUpheld, NotUpheld };

constexpr auto names_of(Finding) {
  return std::array<std::string_view, 3>{"upheld", "partly-upheld", "not-upheld"};
}

enum class AppointmentKind { Call, Meeting };

constexpr auto names_of(AppointmentKind) {
  return std::array<std::string_view, 2>{"call", "meeting"};
}

/// A line of the schedule: what will happen, who does it, and the last day on which it is still in time.
struct ScheduleRow {
  PromiseId promise;
  std::string what;
  std::string who;
  Date by{};

  friend bool operator==(ScheduleRow const&, ScheduleRow const&) = default;

  static constexpr auto fields = std::tuple{
      or_empty(open("promise", &ScheduleRow::promise, "the promise this row states; empty outside a complaint")),
      open("what", &ScheduleRow::what, "what will happen"),
      open("who", &ScheduleRow::who, "who does it"),
      open("by", &ScheduleRow::by, "the last day on which it is in time"),
  };
};

/// What a letter is composed from. Everything a template may name is here; nothing is looked up while composing.
struct LetterFacts {
  struct Appointment {
    AppointmentKind kind = AppointmentKind::Call;
    Time at;           ///< the moment
    std::string zone;  ///< IANA name of the zone in which it is stated: "Europe/Riga"

    static constexpr auto fields = std::tuple{
        open("kind", &Appointment::kind, "a call or a meeting"),
        open("at", &Appointment::at, "the moment"),
        open("zone", &Appointment::zone, "IANA name of the zone in which it is stated"),
    };
  };
  struct AnsweredPoint {
    PointId id;         ///< the point on record; empty outside a complaint
    std::string point;  ///< what the complainant said was wrong
    Finding finding = Finding::Upheld;
    std::string explanation;  ///< what happened against what should have happened, with the reasons

    static constexpr auto fields = std::tuple{
        or_empty(open("id", &AnsweredPoint::id, "the point on record; empty outside a complaint")),
        open("point", &AnsweredPoint::point, "what the complainant said was wrong"),
        open("finding", &AnsweredPoint::finding, "how it was decided"),
        open("explanation", &AnsweredPoint::explanation, "what happened against what should have happened, with the reasons"),
    };
  };
  /// Where the complainant can turn next, as the profile says.
  struct Referral {
    std::string body;              ///< its name, in the nominative
    std::string address;           ///< a web address
    std::optional<Period> within;  ///< how long after the letter they may go there; empty where no bound is set

    static constexpr auto fields = std::tuple{
        open("body", &Referral::body, "its name, in the nominative"),
        open("address", &Referral::address, "where it is found: a web address"),
        open("within", &Referral::within, "how long after the letter they may go there; left out, there is no bound"),
    };
  };
  /// What the letter on an appointment tells of it.
  enum class News { Made, Changed, Cancelled };
  /// What the final response states as the end of the road.
  enum class Outcome { Agreed, NotAgreed };

  friend constexpr auto names_of(Outcome) { return std::array<std::string_view, 2>{"agreed", "not-agreed"}; }

  LetterKind kind = LetterKind::Acknowledgement;
  Language language = Language::English;
  Reference reference;
  std::string situation;  ///< "delivery/late", whose own paragraphs stand in for the general ones; empty for none
  Date date{};            ///< the letter's own date, local
  Date received_on{};     ///< the day on which the complaint came in, local
  Complainant complainant;
  StaffId handler;                         ///< the named person; their particulars come from the organisation
  std::string matter;                      ///< what it is about, a phrase for the subject line: "Delivery of 14 March"
  bool apology_due = true;                 ///< an apology where nothing went wrong is a brush-off
  std::optional<Appointment> appointment;  ///< acknowledgement, appointment
  News news = News::Made;                  ///< appointment
  std::vector<std::string> points;         ///< acknowledgement: the points as we understood them; may be empty
  std::vector<std::string> questions;      ///< acknowledgement, where it may be empty, and request for information: what we would still like to learn
  std::string delay_reason;                ///< holding response: why not yet; promise missed: why it was not kept
  std::string known_so_far;                ///< holding response: what is known
  std::optional<Date> new_date;            ///< holding response: when the answer comes; promise missed: the day offered instead
  std::optional<ScheduleRow> promise;      ///< promise missed: as it was promised
  std::optional<Date> answer_by;           ///< request for information, proposal: the last day on which we count on their answer
  std::string offer;                       ///< proposal: the course of action we propose
  bool put_right = false;                  ///< closure: asked afterwards, they said that it put things right
  Outcome outcome = Outcome::Agreed;       ///< final response, closure
  std::string desired_outcome;             ///< final response, proposal: in the complainant's own words
  std::vector<AnsweredPoint> answers;      ///< final response
  std::string cause;                       ///< final response: the circumstance that led to it, never a person
  std::string discussion;                  ///< final response: what was talked through, and when
  std::string final_position;              ///< final response, not agreed: where we stand, and why
  std::string prevention;                  ///< final response, closure: what prevents a repeat
  std::string goodwill;                    ///< final response, proposal: the gesture, a phrase; empty for none
  std::vector<ScheduleRow> schedule;       ///< final response, follow-up: the promises on record; proposal: those that come with it
  std::optional<Referral> referral;        ///< final response, holding response: where the complainant can turn next
  std::string notice;                      ///< holding response: what the profile has the complainant told about the delay, a sentence
  std::vector<std::string> copies;         ///< names of those who get a copy
  std::vector<std::string> enclosures;     ///< what lies in the envelope besides the letter

  /// How a letter outside any complaint is described (docs/reference/letter-data.md). The language is asked for beside it.
  static constexpr auto fields = std::tuple{
      open("kind", &LetterFacts::kind, "what kind of letter"),
      open("reference", &LetterFacts::reference, "the complaint's reference"),
      or_empty(open("situation", &LetterFacts::situation, "story and situation: delivery/late; left out, the general words")),
      open("date", &LetterFacts::date, "the letter's own date"),
      open("received_on", &LetterFacts::received_on, "the day on which the complaint came in"),
      open("complainant", &LetterFacts::complainant, "to whom the letter is written"),
      or_empty(open("handler", &LetterFacts::handler, "the member of staff who signs; left out, the first of the organisation")),
      open("matter", &LetterFacts::matter, "what it is about, a phrase for the subject line"),
      open("apology_due", &LetterFacts::apology_due, "whether something went wrong; left out, it did"),
      open("appointment", &LetterFacts::appointment, "acknowledgement, appointment: when we speak"),
      open("points", &LetterFacts::points, "acknowledgement: the points as we understood them"),
      open("questions", &LetterFacts::questions, "acknowledgement, request for information: what we would still like to learn"),
      or_empty(open("delay_reason", &LetterFacts::delay_reason, "holding response: why not yet; promise missed: why it was not kept")),
      or_empty(open("known_so_far", &LetterFacts::known_so_far, "holding response: what is known")),
      open("new_date", &LetterFacts::new_date, "holding response: when the answer comes; promise missed: the day offered instead"),
      open("promise", &LetterFacts::promise, "promise missed: as it was promised"),
      open("answer_by", &LetterFacts::answer_by, "request for information, proposal: the last day on which we count on their answer"),
      or_empty(open("offer", &LetterFacts::offer, "proposal: the course of action we propose")),
      open("put_right", &LetterFacts::put_right, "closure: asked afterwards, they said that it put things right"),
      or_empty(open("outcome", &LetterFacts::outcome, "final response, closure: whether there is an agreement; left out, there is")),
      or_empty(open("desired_outcome", &LetterFacts::desired_outcome, "final response, proposal: what was wanted, in the complainant's own words")),
      open("answers", &LetterFacts::answers, "final response: every point with its decision"),
      or_empty(open("cause", &LetterFacts::cause, "final response: the circumstance that led to it")),
      or_empty(open("discussion", &LetterFacts::discussion, "final response: what was talked through, and when")),
      or_empty(open("final_position", &LetterFacts::final_position, "final response, not agreed: where we stand, and why")),
      or_empty(open("prevention", &LetterFacts::prevention, "final response, closure: what prevents a repeat")),
      or_empty(open("goodwill", &LetterFacts::goodwill, "final response, proposal: the gesture, a phrase")),
      open("schedule", &LetterFacts::schedule, "final response, proposal, follow-up: the promises"),
      open("referral", &LetterFacts::referral, "final response, holding response: where the complainant can turn next"),
      or_empty(open("notice", &LetterFacts::notice, "holding response: what a regime has the complainant told about the delay, a sentence")),
      open("copies", &LetterFacts::copies, "names of those who get a copy"),
      open("enclosures", &LetterFacts::enclosures, "what lies in the envelope besides the letter"),
  };
};

/// A paragraph of the body, with the block it belongs to.
struct Paragraph {
  Block block = Block::Help;
  std::string text;                         ///< one paragraph, no line breaks; for Block::Schedule the sentence that introduces the table
  PointId point = {};                       ///< the point of complaint it answers; empty for none
  std::vector<LetterContents> states = {};  ///< what a regime may ask for and this paragraph says

  friend bool operator==(Paragraph const&, Paragraph const&) = default;

  static constexpr auto fields = std::tuple{
      open("block", &Paragraph::block, "the block of the answer it belongs to"),
      open("text", &Paragraph::text, "one paragraph"),
      or_empty(open("point", &Paragraph::point, "the point of complaint it answers")),
      open("states", &Paragraph::states, "what a regime may ask for and this paragraph says"),
  };
};

/// A composed letter, part by part in reading order. Empty parts are left out when it is rendered.
struct LetterDocument {
  LetterKind kind = LetterKind::Acknowledgement;
  Language language = Language::English;
  std::vector<std::string> letterhead;  ///< name and address of the organisation
  std::string date;                     ///< in words, in the letter's language: "2026. gada 21. novembrī"
  std::string reference_line;           ///< "Our reference: R-7K3M-Q9PX"
  std::vector<std::string> inside_address;
  std::string salutation;
  std::string subject;
  std::vector<Paragraph> body;
  std::vector<std::string> schedule_heading;  ///< the three column heads: what, who, by when; empty without a schedule
  std::vector<ScheduleRow> schedule;
  std::string close;
  std::vector<std::string> signature;        ///< typed name, title, telephone, e-mail
  std::vector<std::string> copies;           ///< the copies line and its names; empty without copies
  std::optional<Date> dated = std::nullopt;  ///< the same date as `date`, for programs; absent in letters older than this field
  std::string in_reply_to = {};              ///< which letter this one answers, where the letterhead says so; else empty
  std::vector<std::string> enclosures = {};  ///< the enclosures line and what is enclosed; empty without enclosures
  std::vector<Date> days = {};               ///< the days it was drafted to state besides the schedule: a new date, a day to answer by

  friend bool operator==(LetterDocument const&, LetterDocument const&) = default;

  static constexpr auto fields = std::tuple{
      open("kind", &LetterDocument::kind, "what kind of letter"),
      open("language", &LetterDocument::language, "the letter's language"),
      open("letterhead", &LetterDocument::letterhead, "name and address of the organisation"),
      open("date", &LetterDocument::date, "the date in words"),
      open("reference_line", &LetterDocument::reference_line, "the reference"),
      open("inside_address", &LetterDocument::inside_address, "the recipient's address"),
      open("salutation", &LetterDocument::salutation, "the opening"),
      open("subject", &LetterDocument::subject, "the subject"),
      open("body", &LetterDocument::body, "the paragraphs"),
      open("schedule_heading", &LetterDocument::schedule_heading, "the heads of the schedule's columns"),
      open("schedule", &LetterDocument::schedule, "the promises, a row each"),
      open("close", &LetterDocument::close, "the complimentary close"),
      open("signature", &LetterDocument::signature, "who signs"),
      open("copies", &LetterDocument::copies, "who gets a copy"),
      open("dated", &LetterDocument::dated, "the date, for programs"),
      or_empty(open("in_reply_to", &LetterDocument::in_reply_to, "which letter this one answers")),
      open("enclosures", &LetterDocument::enclosures, "what is enclosed"),
      open("days", &LetterDocument::days, "the days it was drafted to state besides the schedule"),
  };
};

/// What stands between two paragraphs of a letter's text.
inline constexpr std::string_view between_paragraphs = "\n\n";

/// The body as one text, in which a review finds its places.
[[nodiscard]] inline std::string body_text(LetterDocument const& document) {
  std::string text;
  for (auto const& paragraph : document.body) text.append(paragraph.text).append(between_paragraphs);
  return text;
}

}  // namespace redress
