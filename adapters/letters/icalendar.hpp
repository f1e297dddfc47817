// SPDX-License-Identifier: Apache-2.0
#pragma once

// Appointments as iCalendar (RFC 5545): one that goes with a letter as an invitation or a cancellation (RFC 5546), and all that somebody of ours keeps, as a
// feed that calendar programs subscribe to. Moments are written in UTC, which every program shows in its reader's own zone and which no change of a zone's
// rules can move; what the clock shows where it was agreed stands in the letter. Writing, escaping and folding are libical's.

#include "engine/ports/letter_writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::letters {

/// The one who invites, or is invited.
struct CalendarParty {
  std::string name;
  std::string address;
};

/// An entry with the line that a calendar shows for it.
struct WrittenEntry {
  ports::CalendarEntry entry;
  std::string summary;
};

/// "REQUEST", "CANCEL": as it also stands in the type of the part of a mail.
[[nodiscard]] std::string_view method_name(ports::CalendarMethod method);

/// One VCALENDAR, CRLF line ends, lines of at most 75 octets. The same arguments give the same bytes. Throws ports::LetterFault.
[[nodiscard]] std::string as_invitation(WrittenEntry const& written, ports::CalendarMethod method, CalendarParty const& from, CalendarParty const& to,
                                        Time now);

/// The same, of any number of entries and with nobody's name. `name` is what the calendar is called.
[[nodiscard]] std::string as_feed(std::vector<WrittenEntry> const& entries, std::string_view name, Time now);

}  // namespace redress::letters
