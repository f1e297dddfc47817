// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where letters are composed and rendered. Composition is a pure function of the facts, the organisation and the templates loaded at start, so a
// decision that drafts a letter can be replayed. Rendering to a mail message is deterministic too: the same document and envelope give the same bytes.

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/letter.hpp"
#include "engine/domain/letter_document.hpp"
#include "engine/domain/situation.hpp"
#include "engine/domain/time.hpp"

namespace redress::ports {

/// The letter cannot be composed: a template needs a fact that is not there. The text names the template and the fact, and nothing personal.
class LetterFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An appointment as calendars know it (RFC 5545): by a name that never changes, and a number that grows with every change of it.
struct CalendarEntry {
  std::string uid;  ///< "R-7K3M-Q9PX-appointment-1@complaints.example.org"; holds nothing personal
  std::int64_t sequence = 0;
  Reference reference;
  AppointmentKind kind = AppointmentKind::Call;
  Time at;
};

/// What a calendar is asked to do with an entry (RFC 5546).
enum class CalendarMethod { Request, Cancel };

/// What goes with a letter into the recipient's calendar.
struct Invitation {
  CalendarMethod method = CalendarMethod::Request;
  CalendarEntry entry;
};

/// What stands above a copy: that it is one, and that parts of the letter are left out of it.
enum class CopyNote { None, Whole, InPart };

/// Of whose accord a machine sends a mail: its own, or that of the one it answers (RFC 3834 5).
enum class AutoSubmitted { Generated, Replied };

constexpr auto names_of(AutoSubmitted) {
  return std::array<std::string_view, 2>{"auto-generated", "auto-replied"};
}

/// The address side of one message. One recipient each: nobody learns from the header who else was written to.
struct MessageEnvelope {
  std::string from_name;
  std::string from_address;
  std::string to_name;
  std::string to_address;
  std::string message_id;  ///< without angle brackets: "0197…@complaints.example.org"; holds nothing personal
  std::string reply_to{};  ///< where answers shall go; empty: to from_address
  std::string boundary;    ///< multipart boundary, fixed so that rendering again gives the same bytes
  Time date;
  CopyNote copy = CopyNote::None;          ///< what is said above the letter, in its language, to someone involved
  std::optional<Invitation> invitation{};  ///< to whoever is written to, by the organisation
  AutoSubmitted auto_submitted = AutoSubmitted::Generated;
};

class LetterWriter {
 public:
  virtual ~LetterWriter() = default;

  /// Composes the letter in its language. Throws LetterFault.
  [[nodiscard]] virtual LetterDocument compose(LetterFacts const& facts) const = 0;

  /// The complete RFC 5322 message, multipart/alternative of text and HTML: CRLF line ends only, lines of at most 998 bytes.
  [[nodiscard]] virtual std::string message(LetterDocument const& document, MessageEnvelope const& envelope) const = 0;

  /// What somebody of ours has in their calendar: a text/calendar that says of each entry its kind and its reference, and nothing else. `now` is when it was
  /// asked for.
  [[nodiscard]] virtual std::string calendar(std::vector<CalendarEntry> const& entries, Language language, Time now) const = 0;

  /// The letter alone, laid out in the organisation's style. `text` is UTF-8 with LF line ends; `html` is a complete page with no script and nothing
  /// fetched; `pdf` is for paper, with its fonts inside. Throws LetterFault.
  [[nodiscard]] virtual std::string text(LetterDocument const& document) const = 0;
  [[nodiscard]] virtual std::string html(LetterDocument const& document) const = 0;
  [[nodiscard]] virtual std::string pdf(LetterDocument const& document) const = 0;

  /// The PDF that goes into an envelope. A copy says above the letter whose it is and that it is one, for a sheet of paper has no header that would.
  [[nodiscard]] virtual std::string printed(LetterDocument const& document, MessageEnvelope const& envelope) const = 0;

  /// The names of the situations that letters are written for, in the order of the stories.
  [[nodiscard]] virtual std::vector<std::string> situations() const = 0;

  /// What a handler should know about a situation; empty when there is none of that name.
  [[nodiscard]] virtual std::optional<SituationGuide> guide(std::string_view situation, Language language) const = 0;

  /// What the history keeps of bytes that were frozen.
  [[nodiscard]] virtual FrozenMessage freeze(std::string_view bytes, std::string const& media_type) const = 0;
};

}  // namespace redress::ports
