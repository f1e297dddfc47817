// SPDX-License-Identifier: Apache-2.0
#pragma once

// All templates of all languages, read and checked when the program starts. A catalogue that exists is complete: each language has each
// letter, each text parses, and each name in it is known. Nothing is ever taken from another language.

#include "adapters/letters/letter_template.hpp"
#include "adapters/letters/situation_catalogue.hpp"
#include "adapters/letters/text_pattern.hpp"
#include "engine/domain/language.hpp"
#include "engine/domain/letter_document.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace redress::letters {

/// A way of writing a date in its place in a sentence: "on 21 November 2026", "līdz 2026. gada 21. novembrim".
struct DateForm {
  TextPattern pattern;
  std::vector<std::string> months;
};

struct DateForms {
  DateForm letter;                    ///< under the letterhead
  DateForm on;                        ///< the day on which something happens
  DateForm by;                        ///< the last day in time
  DateForm schedule;                  ///< alone in the schedule
  std::vector<std::string> weekdays;  ///< Monday first, as they stand before a date in the form `on`
};

struct TimeForms {
  TextPattern clock;
  std::map<std::string, std::string, std::less<>> zones;  ///< IANA name -> "Riga time"
  TextPattern other_zone;
};

struct Salutations {
  TextPattern given;  ///< as they asked to be addressed
  TextPattern named;  ///< neutral, by full name
  TextPattern nameless;
};

struct ContactTexts {
  TextPattern phone_and_email;
  TextPattern phone;
  TextPattern email;
};

/// How long the complainant has to turn to whoever may judge next, from the day of the letter.
struct ReferralPeriods {
  TextPattern months;
  TextPattern weeks;
  TextPattern working_days;
  TextPattern calendar_days;
};

struct Labels {
  TextPattern reference;
  TextPattern phone;
  TextPattern email;
  TextPattern copies;
  TextPattern copy_for;  ///< whose copy it is, above one on paper
};

/// What all letters of a language share.
struct CommonTexts {
  DateForms dates;
  TimeForms times;
  Salutations salutation;
  ContactTexts contact;
  Labels labels;
  TextPattern close;
  TextPattern copy_note;
  TextPattern copy_note_in_part;  ///< added to the note of a copy that leaves something out
  std::vector<std::string> schedule_heading;
  std::map<Finding, std::string> findings;
  ReferralPeriods referral_within;
  std::map<AppointmentKind, TextPattern> calendar;  ///< the line that a calendar shows for an appointment
};

class TemplateCatalogue {
 public:
  /// Reads DIRECTORY/{en,lv,ru}/common.toml and letters/*.toml. Throws ports::LetterFault with the file and what is wrong in it.
  explicit TemplateCatalogue(std::filesystem::path const& directory);

  [[nodiscard]] CommonTexts const& common(Language language) const { return common_.at(language); }
  [[nodiscard]] LetterTemplate const& letter(Language language, LetterKind kind) const { return letters_.at({language, kind}); }
  [[nodiscard]] SituationCatalogue const& situations() const { return situations_; }

 private:
  SituationCatalogue situations_;
  std::map<Language, CommonTexts> common_;
  std::map<std::pair<Language, LetterKind>, LetterTemplate> letters_;
};

}  // namespace redress::letters
