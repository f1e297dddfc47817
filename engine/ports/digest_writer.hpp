// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes what somebody on the staff finds in their mail in the morning: which complaints of theirs are late, which fall due today, and when they speak with
// complainants. Nothing personal stands in it, as in no notice: a complaint is known by its reference.

#include <string>
#include <vector>

#include "engine/domain/identifier.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/time.hpp"
#include "engine/domain/working_calendar.hpp"
#include "engine/ports/letter_writer.hpp"

namespace redress::ports {

struct Digest {
  struct Entry {
    Reference reference;
    Time at;
  };

  Language language = Language::English;
  std::vector<Entry> late;  ///< each list with the earliest first
  std::vector<Entry> due_today;
  std::vector<Entry> appointments;
  WorkingCalendar const& calendar;  ///< in whose zone the moments are told

  [[nodiscard]] bool empty() const { return late.empty() && due_today.empty() && appointments.empty(); }
};

class DigestWriter {
 public:
  virtual ~DigestWriter() = default;

  /// The complete RFC 5322 message, plain text: CRLF line ends only. Throws LetterFault.
  [[nodiscard]] virtual std::string mail(Digest const& digest, MessageEnvelope const& envelope) const = 0;
};

}  // namespace redress::ports
