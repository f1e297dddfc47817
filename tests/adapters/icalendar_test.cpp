// SPDX-License-Identifier: Apache-2.0
// Appointments as calendars read them: with a letter, and as a feed. What is written is read back with another parser where there is one.
#include "adapters/letters/icalendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/letters/template_letter_writer.hpp"
#include "tests/adapters/letters_sample.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::letters {
namespace {

namespace sample = letters_sample;
using ports::CalendarMethod;

Time const at_noon = *parse_time("2026-03-12T12:30:00Z");
Time const now = *parse_time("2026-03-10T08:15:00Z");

ports::CalendarEntry entry() {
  return {"R-7K3M-Q9PX-appointment-1@example.org", 2, Reference("R-7K3M-Q9PX"), AppointmentKind::Call, at_noon};
}

std::string invitation(std::string summary, CalendarParty const& to = {"Jānis Ozols", "janis@example.net"}, CalendarMethod method = CalendarMethod::Request) {
  return as_invitation({entry(), std::move(summary)}, method, {"Baltic Chairs", "complaints@example.org"}, to, now);
}

/// The lines as they were before they were folded.
std::vector<std::string> unfolded(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.starts_with(' ') && !lines.empty())
      lines.back() += line.substr(1);
    else
      lines.push_back(line);
  }
  return lines;
}

bool says(std::string const& text, std::string const& line) {
  auto const lines = unfolded(text);
  return std::ranges::find(lines, line) != lines.end();
}

/// No line is longer than 75 octets, ends in anything but CRLF, or begins in the middle of a character.
void expect_sound_lines(std::string_view text) {
  while (!text.empty()) {
    auto const end = text.find_first_of("\r\n");
    ASSERT_NE(end, std::string_view::npos);
    ASSERT_EQ(text.substr(end, 2), "\r\n");
    EXPECT_LE(end, 75u) << text.substr(0, end);
    auto const first = static_cast<unsigned char>(text[text.front() == ' ' ? 1 : 0]);
    EXPECT_NE(first & 0xC0u, 0x80u) << "a character is torn apart: " << text.substr(0, end);
    text.remove_prefix(end + 2);
  }
}

TEST(AnInvitation, SaysWhenAndToWhom) {
  auto const text = invitation("Call about complaint R-7K3M-Q9PX");

  for (std::string const line : {"BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "UID:R-7K3M-Q9PX-appointment-1@example.org", "DTSTAMP:20260310T081500Z",
                                 "DTSTART:20260312T123000Z", "DURATION:PT30M", "SEQUENCE:2", "STATUS:CONFIRMED", "SUMMARY:Call about complaint R-7K3M-Q9PX",
                                 "ORGANIZER;CN=Baltic Chairs:mailto:complaints@example.org", "END:VCALENDAR"})
    EXPECT_TRUE(says(text, line)) << line << " in\n" << text;
  EXPECT_TRUE(says(text, "ATTENDEE;CN=Jānis Ozols;RSVP=FALSE;PARTSTAT=ACCEPTED:mailto:janis@example.net")) << text;
  expect_sound_lines(text);
}

TEST(AnInvitation, OfWhatDoesNotTakePlaceTakesItOutOfTheCalendar) {
  auto const text = invitation("Call", {"", "janis@example.net"}, CalendarMethod::Cancel);

  EXPECT_TRUE(says(text, "METHOD:CANCEL")) << text;
  EXPECT_TRUE(says(text, "STATUS:CANCELLED")) << text;
  EXPECT_EQ(method_name(CalendarMethod::Cancel), "CANCEL");
}

TEST(AnInvitation, FoldsLongLinesWithoutTearingCharactersApart) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string summary(shift, 'a');
    for (int i = 0; i < 60; ++i) summary += "обжалование ";
    auto const text = invitation(summary);
    summary.pop_back();

    expect_sound_lines(text);
    EXPECT_TRUE(says(text, "SUMMARY:" + summary)) << text;
  }
}

TEST(AnInvitation, HoldsNothingThatSomebodySmuggledIn) {
  auto const text = invitation("Call; one, two\\three\r\nATTENDEE:mailto:evil@example.net", {"Jānis\r\nX-EVIL:1 \"Ozols\"; ROLE=CHAIR", "janis@example.net"});

  EXPECT_TRUE(says(text, "SUMMARY:Call\\; one\\, two\\\\three ATTENDEE:mailto:evil@example.net")) << text;
  for (auto const& line : unfolded(text)) EXPECT_FALSE(line.starts_with("X-EVIL") || line.starts_with("ATTENDEE:mailto:evil")) << line;
  expect_sound_lines(text);
}

TEST(AnInvitation, IsTheSameAgain) {
  EXPECT_EQ(invitation("Zvans"), invitation("Zvans"));
}

TEST(AFeed, SaysOfAnAppointmentItsKindAndItsReferenceAndNothingElse) {
  TemplateLetterWriter const writer(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates", sample::organisation());
  auto meeting = entry();
  meeting.kind = AppointmentKind::Meeting;
  meeting.uid = "R-0000-0002-appointment-1@example.org";

  auto const text = writer.calendar({entry(), meeting}, Language::Latvian, now);

  EXPECT_TRUE(says(text, "METHOD:PUBLISH")) << text;
  EXPECT_TRUE(says(text, "SUMMARY:Zvans par sūdzību R-7K3M-Q9PX")) << text;
  EXPECT_TRUE(says(text, "SUMMARY:Tikšanās par sūdzību R-7K3M-Q9PX")) << text;
  EXPECT_TRUE(says(text, "DURATION:PT1H")) << text;
  EXPECT_EQ(text.find("ATTENDEE"), std::string::npos) << text;
  EXPECT_EQ(text.find("mailto"), std::string::npos) << text;
  expect_sound_lines(text);
}

TEST(AFeed, OfNothingIsACalendarAllTheSame) {
  auto const text = as_feed({}, "Baltic Chairs", now);

  EXPECT_TRUE(says(text, "BEGIN:VCALENDAR") && says(text, "END:VCALENDAR")) << text;
}

/// Reads the calendar with the parser of another house, and writes what it found: method, uid, sequence, start, duration, summary.
constexpr auto reader = R"(
import sys
try:
    from icalendar import Calendar
except ImportError:
    sys.exit(77)
calendar = Calendar.from_ical(open(sys.argv[1], 'rb').read())
with open(sys.argv[2], 'w', encoding='utf-8') as found:
    print(calendar['METHOD'], file=found)
    for event in calendar.walk('VEVENT'):
        print(event['UID'], event['SEQUENCE'], event.decoded('DTSTART').isoformat(), event.decoded('DURATION'), event['SUMMARY'], sep='|', file=found)
)";

TEST(AnInvitation, IsReadBackByAnotherParserAsItWasMeant) {
  redress::testing::TemporaryFolder const folder("icalendar");
  std::filesystem::create_directories(folder.path());
  std::ofstream(folder.path() / "reader.py") << reader;
  std::ofstream(folder.path() / "calendar.ics", std::ios::binary) << invitation("Звонок; о \\ двух, трёх\nи более: " + std::string(90, 'x'));
  auto const command = "/usr/bin/python3 '" + (folder.path() / "reader.py").string() + "' '" + (folder.path() / "calendar.ics").string() + "' '" +
                       (folder.path() / "found").string() + "'";

  auto const status = std::system(command.c_str());

  if (status != 0 && !std::filesystem::exists(folder.path() / "found")) GTEST_SKIP() << "python3-icalendar is not at hand";
  std::ifstream stream(folder.path() / "found");
  std::stringstream found;
  found << stream.rdbuf();
  EXPECT_EQ(found.str(), "REQUEST\nR-7K3M-Q9PX-appointment-1@example.org|2|2026-03-12T12:30:00+00:00|0:30:00|Звонок; о \\ двух, трёх и более: " +
                             std::string(90, 'x') + "\n");
}

}  // namespace
}  // namespace redress::letters
