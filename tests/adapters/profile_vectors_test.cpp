// SPDX-License-Identifier: Apache-2.0
// Golden vectors of deadlines, worked out by hand from the law (tests/golden/deadlines/*.toml): each must come out of the profile and the calendar as they are
// shipped. How one is written is said in docs/how-to/add-a-profile.md.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "adapters/rules/rules.hpp"

namespace redress::rules {
namespace {

namespace files = std::filesystem;

files::path in_repository(std::string_view path) {
  return files::path{REDRESS_SOURCE_DIR} / path;
}

std::vector<std::string> names_in(std::string_view folder) {
  std::vector<std::string> names;
  if (!files::exists(in_repository(folder))) return names;
  for (auto const& entry : files::directory_iterator(in_repository(folder)))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

template <class T>
T found(std::optional<T> value, std::string const& what) {
  if (!value) throw std::invalid_argument(what);
  return *value;
}

std::string text(toml::table const& table, std::string_view key, std::optional<std::string> if_absent = std::nullopt) {
  if (!table.contains(key) && if_absent) return *if_absent;
  return found(table[key].value_exact<std::string>(), fmt::format("\"{}\" is not a text", key));
}

/// "2026-04-02T16:40" in the calendar's zone.
Time local_time(std::string const& text, WorkingCalendar const& calendar) {
  auto const day = parse_date(text.substr(0, 10));
  auto const since_midnight = parse_time("1970-01-01" + text.substr(std::min<std::size_t>(text.size(), 10)) + "Z");
  if (!day || !since_midnight) throw std::invalid_argument(fmt::format("\"{}\" is not a local time", text));
  return calendar.moment(*day, std::chrono::floor<std::chrono::minutes>(since_midnight->time_since_epoch()));
}

std::string local_text(Time time, WorkingCalendar const& calendar) {
  std::chrono::hh_mm_ss const clock{calendar.local_minute(time)};
  return fmt::format("{}T{:02}:{:02}", to_text(calendar.local_day(time)), clock.hours().count(), clock.minutes().count());
}

/// What was done, for whoever finds a vector that does not come out.
std::string steps_of(Due const& due, WorkingCalendar const& calendar) {
  std::string steps;
  for (auto const& because : due.because) {
    steps += fmt::format("\n  {} {}", name_of(because.step), local_text(because.at, calendar));
    if (because.until) steps += " - " + local_text(*because.until, calendar);
    if (because.amount != 0) steps += fmt::format(" {} {}", because.amount, because.unit);
  }
  return steps;
}

std::vector<toml::table const*> tables(toml::table const& table, std::string_view key) {
  std::vector<toml::table const*> all;
  if (!table.contains(key)) return all;
  auto const* array = table[key].as_array();
  if (array == nullptr) throw std::invalid_argument(fmt::format("\"{}\" is not a list", key));
  for (auto const& element : *array) {
    if (!element.is_table()) throw std::invalid_argument(fmt::format("\"{}\" is not a list of tables", key));
    all.push_back(element.as_table());
  }
  return all;
}

void refuse_unknown_keys(toml::table const& table, std::set<std::string_view> const& known) {
  for (auto const& [key, value] : table)
    if (!known.contains(key.str())) throw std::invalid_argument(fmt::format("nobody knows what \"{}\" means in a vector", key.str()));
}

Due after_pauses(Due due, DeadlineRule const& rule, toml::table const& vector, WorkingCalendar const& calendar) {
  for (auto const* pause : tables(vector, "pauses")) {
    refuse_unknown_keys(*pause, {"from", "until"});
    if (rule.while_waiting == WhileWaiting::Runs) continue;
    due = after_pause(std::move(due), rule.counting, local_time(text(*pause, "from"), calendar), local_time(text(*pause, "until"), calendar), calendar);
  }
  return due;
}

Due after_extensions(Due due, DeadlineRule const& rule, toml::table const& vector, WorkingCalendar const& calendar) {
  auto const extensions = tables(vector, "extensions");
  bool const last_is_refused = vector["refused"].value_or(false);
  if (last_is_refused && extensions.empty()) throw std::invalid_argument("\"refused\" without an extension");
  for (std::size_t i = 0; i < extensions.size(); ++i) {
    refuse_unknown_keys(*extensions[i], {"by", "agreed"});
    auto const by = found(parse_period(text(*extensions[i], "by")), "\"by\" is not a period");
    auto const agreed_at = local_time(text(*extensions[i], "agreed"), calendar);
    bool const is_to_be_refused = last_is_refused && i + 1 == extensions.size();
    auto const refusal = refusal_of_extension(rule, static_cast<std::int64_t>(i), due.at, by, calendar);
    EXPECT_EQ(refusal.has_value(), is_to_be_refused) << "extension " << i + 1;
    if (!refusal) due = after_extension(std::move(due), rule.counting, by, agreed_at, calendar);
  }
  return due;
}

void check(toml::table const& vector, Profile const& profile, Calendars const& calendars) {
  refuse_unknown_keys(vector, {"what", "deadline", "start", "calendar", "channel", "milestone", "pauses", "extensions", "refused", "due", "why"});
  auto const name = profile.calendar.empty() ? text(vector, "calendar") : text(vector, "calendar", profile.calendar);
  if (!calendars.contains(name)) throw std::invalid_argument(fmt::format("there is no calendar \"{}\"", name));
  auto const& calendar = calendars.find(name)->second;
  auto const channel = found(enumerator_named<Channel>(text(vector, "channel", "email")), "\"channel\" is none");
  auto const milestone = found(enumerator_named<Milestone>(text(vector, "milestone", "received")), "\"milestone\" is none");
  auto const* rule = profile.find(DeadlineName{text(vector, "deadline")}, channel, milestone);
  if (rule == nullptr) throw std::invalid_argument("the profile has no such deadline for this channel and milestone");

  auto due = due_after(local_time(text(vector, "start"), calendar), rule->counting, calendar);
  due = after_pauses(std::move(due), *rule, vector, calendar);
  due = after_extensions(std::move(due), *rule, vector, calendar);

  EXPECT_EQ(local_text(due.at, calendar), local_text(local_time(text(vector, "due"), calendar), calendar))
      << "by hand: " << text(vector, "why") << "\nby us:" << steps_of(due, calendar);
}

class GoldenVectors : public testing::TestWithParam<std::string> {};

TEST_P(GoldenVectors, ComeOutOfTheProfile) {
  auto const calendars = load_calendars(in_repository("workflows/calendars"));
  auto const profile = load_profile(in_repository("workflows/profiles/" + GetParam() + ".toml"));
  auto const file = toml::parse_file(in_repository("tests/golden/deadlines/" + GetParam() + ".toml").string());

  auto const vectors = tables(file, "vector");
  EXPECT_GE(vectors.size(), 12u) << "a profile is held by at least twelve vectors";
  for (auto const* vector : vectors) {
    SCOPED_TRACE(fmt::format("{}.toml:{}: {}", GetParam(), vector->source().begin.line, (*vector)["what"].value_or("a vector without a name")));
    try {
      check(*vector, profile, calendars);
    } catch (std::invalid_argument const& fault) {
      ADD_FAILURE() << fault.what();
    }
  }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(GoldenVectors);
INSTANTIATE_TEST_SUITE_P(OfEachProfile, GoldenVectors, testing::ValuesIn(names_in("tests/golden/deadlines")), [](auto const& profile) {
  auto name = profile.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(GoldenVectorFiles, AreThereForEveryProfileThatIsShipped) {
  EXPECT_EQ(names_in("tests/golden/deadlines"), names_in("workflows/profiles"));
}

}  // namespace
}  // namespace redress::rules
