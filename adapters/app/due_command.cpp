// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/due_command.hpp"

#include <algorithm>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/letters/deadline_explainer.hpp"
#include "adapters/rules/profile_page.hpp"
#include "adapters/rules/rules.hpp"
#include "engine/domain/deadline.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::app {
namespace {

using boost::json::array;
using boost::json::object;

struct WrongUsage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using Names = std::vector<std::string>;

Names names_in(std::filesystem::path const& directory) {
  Names names;
  for (auto const& entry : std::filesystem::directory_iterator(directory))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem());
  std::ranges::sort(names);
  return names;
}

/// Throws, with what there is, unless the name is among these.
void require(std::string_view kind, std::string const& name, Names const& known) {
  if (std::ranges::find(known, name) == known.end())
    throw std::runtime_error(fmt::format("there is no {} \"{}\"; there are: {}", kind, name, fmt::join(known, ", ")));
}

std::filesystem::path file_of(std::string_view kind, std::string const& name, std::filesystem::path const& directory) {
  require(kind, name, names_in(directory));
  return directory / (name + ".toml");
}

std::optional<Profile> profile_of(DueQuestion const& question, Resources const& resources) {
  if (question.profile.empty()) return std::nullopt;
  return rules::load_profile(file_of("profile", question.profile, resources.profiles()));
}

WorkingCalendar calendar_of(DueQuestion const& question, std::optional<Profile> const& profile, Resources const& resources) {
  auto const& name = question.calendar.empty() && profile ? profile->calendar : question.calendar;
  if (name.empty())
    throw WrongUsage(fmt::format("say whose working time it is with --calendar; there are: {}", fmt::join(names_in(resources.calendars()), ", ")));
  return rules::load_calendar(file_of("calendar", name, resources.calendars()));
}

/// A time without an offset is one of the calendar's zone.
Time start_of(std::string const& text, WorkingCalendar const& calendar) {
  if (auto const moment = parse_time(text)) return *moment;
  auto const local = text.size() == std::string_view("2026-04-02T16:40").size() ? parse_time(text + ":00Z") : parse_time(text + "Z");
  if (!local) throw WrongUsage(fmt::format("\"{}\" is not a moment; write it as 2026-04-02T16:40 for the calendar's zone, or as 2026-04-02T13:40:00Z", text));
  auto const day = std::chrono::floor<std::chrono::days>(*local);
  auto const minute = std::chrono::floor<std::chrono::minutes>(*local - day);
  return calendar.moment(Date{day}, minute) + (*local - day - minute);
}

Period period_of(std::string const& text) {
  auto const period = parse_period(text);
  if (!period)
    throw WrongUsage(
        fmt::format("\"{}\" is not a period; write a whole number from 1 to {} and one of {}", text, longest_period, fmt::join(names_of(Unit{}), ", ")));
  return *period;
}

/// The moment as the calendar's zone shows it, RFC 3339 with the offset.
std::string local_text(Time at, WorkingCalendar const& calendar) {
  auto const whole_minute = std::chrono::floor<std::chrono::minutes>(at);
  auto const local = std::chrono::sys_days{calendar.local_day(at)} + calendar.local_minute(at);
  auto const offset = std::chrono::duration_cast<std::chrono::minutes>(local - whole_minute).count();
  auto text = to_text(Time{local + (at - whole_minute)});
  text.pop_back();
  return fmt::format("{}{}{:02}:{:02}", text, offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

bool is_asked_for(DeadlineRule const& rule, DueQuestion const& question) {
  auto const channel = enumerator_named<Channel>(question.channel);
  auto const milestone = enumerator_named<Milestone>(question.milestone);
  return (question.deadline.empty() || rule.name.value == question.deadline) && (!channel || rule.applies_to(*channel)) &&
         (!milestone || rule.start == *milestone);
}

/// Of the rules that a single deadline has, the one for a complaint that came in by mail, when it came in; else the first.
DeadlineRule const* usual(std::vector<DeadlineRule const*> const& rules) {
  auto const is_usual = [](auto const* rule) { return rule->applies_to(Channel::Email) && rule->start == Milestone::Received; };
  auto const found = std::ranges::find_if(rules, is_usual);
  return found == rules.end() ? rules.front() : *found;
}

std::vector<DeadlineRule const*> rules_of(Profile const& profile, DueQuestion const& question) {
  if (!question.deadline.empty()) {
    Names known;
    for (auto const& rule : profile.deadlines)
      if (std::ranges::find(known, rule.name.value) == known.end()) known.push_back(rule.name.value);
    require(fmt::format("deadline in the profile {} called", profile.name), question.deadline, known);
  }
  std::vector<DeadlineRule const*> asked;
  for (auto const& rule : profile.deadlines)
    if (is_asked_for(rule, question)) asked.push_back(&rule);
  if (asked.empty()) throw std::runtime_error(fmt::format("the profile {} has no such deadline for that channel and milestone", profile.name));
  if (!question.deadline.empty()) return {usual(asked)};
  return asked;
}

/// Everything an answer is written with.
class DueAnswer {
 public:
  DueAnswer(DueQuestion const& question, Resources const& resources)
      : question_(question),
        profile_(profile_of(question, resources)),
        calendar_(calendar_of(question, profile_, resources)),
        start_(start_of(question.start, calendar_)),
        explainer_(resources.templates()),
        language_(enumerator_named<Language>(question.language).value_or(Language::English)) {}

  void print() const {
    if (!profile_) return print_one(due_after(start_, counting(period_of(question_.period)), calendar_));
    auto const rules = rules_of(*profile_, question_);
    if (!question_.deadline.empty() && question_.output == DueOutput::Json) return print_json(as_json(*rules.front()));
    if (question_.output == DueOutput::Json) return print_json(all_as_json(rules));
    for (auto const* rule : rules) print_text(due_by(*rule), heading(*rule));
  }

 private:
  void print_one(Due const& due) const {
    if (question_.output == DueOutput::Json) return print_json(as_json(due));
    print_text(due, {});
  }

  [[nodiscard]] Due due_by(DeadlineRule const& rule) const { return due_after(start_, rule.counting, calendar_); }

  /// ": final response [post, in-person, reopened]", with the channels and the milestone by the names that ask for them.
  [[nodiscard]] std::string heading(DeadlineRule const& rule) const {
    std::vector<std::string_view> conditions;
    for (auto const channel : rule.channels) conditions.push_back(name_of(channel));
    if (rule.start != Milestone::Received) conditions.push_back(name_of(rule.start));
    return fmt::format(": {}{}", rule.title.at(language_), conditions.empty() ? "" : fmt::format(" [{}]", fmt::join(conditions, ", ")));
  }

  void print_text(Due const& due, std::string const& after) const {
    std::cout << explainer_.moment(due.at, calendar_, language_) << after << "\n";
    for (auto const& sentence : explainer_.sentences(due.because, calendar_, language_)) std::cout << "  " << sentence << "\n";
  }

  static void print_json(object const& answer) { std::cout << boost::json::serialize(answer) << "\n"; }

  [[nodiscard]] object as_json(Due const& due) const {
    auto const sentences = explainer_.sentences(due.because, calendar_, language_);
    array because;
    for (std::size_t i = 0; i < sentences.size(); ++i) because.emplace_back(codec::to_json(due.because[i])).as_object()["text"] = sentences[i];
    return {{"calendar", calendar_.name()},
            {"zone", calendar_.zone()},
            {"due_at", codec::to_json(due.at)},
            {"due_local", local_text(due.at, calendar_)},
            {"because", std::move(because)}};
  }

  [[nodiscard]] object as_json(DeadlineRule const& rule) const {
    auto answer = as_json(due_by(rule));
    answer["deadline"] = rule.name.value;
    answer["title"] = rule.title.at(language_);
    answer["start"] = codec::name_to_json(name_of(rule.start));
    array channels;
    for (auto const channel : rule.channels) channels.push_back(codec::name_to_json(name_of(channel)));
    answer["channels"] = std::move(channels);
    answer["source"] = rule.source;
    return answer;
  }

  [[nodiscard]] object all_as_json(std::vector<DeadlineRule const*> const& rules) const {
    array deadlines;
    for (auto const* rule : rules) deadlines.push_back(as_json(*rule));
    return {{"profile", profile_->name}, {"calendar", calendar_.name()}, {"deadlines", std::move(deadlines)}};
  }

  DueQuestion const& question_;
  std::optional<Profile> profile_;
  WorkingCalendar calendar_;
  Time start_;
  letters::DeadlineExplainer explainer_;
  Language language_;
};

int print_names(Names const& names) {
  for (auto const& name : names) std::cout << name << "\n";
  return 0;
}

/// What only makes sense together, or apart.
void check(DueQuestion const& question) {
  if (question.start.empty()) throw WrongUsage("say from when it counts with --start");
  if (question.profile.empty() == question.period.empty()) throw WrongUsage("give either --profile or --period");
  bool const asks_of_profile = !question.deadline.empty() || !question.channel.empty() || !question.milestone.empty();
  if (question.profile.empty() && asks_of_profile) throw WrongUsage("--deadline, --channel and --milestone go with --profile");
}

}  // namespace

int print_due(DueQuestion const& question, Resources const& resources) {
  try {
    check(question);
    DueAnswer(question, resources).print();
    return 0;
  } catch (WrongUsage const& wrong) {
    std::cerr << "redress: " << wrong.what() << "\n";
    return 2;
  }
}

int print_calendars(Resources const& resources) {
  return print_names(names_in(resources.calendars()));
}

int print_profiles(Resources const& resources) {
  return print_names(names_in(resources.profiles()));
}

int print_profile(std::string const& name, Resources const& resources) {
  std::cout << rules::profile_page(rules::load_profile(file_of("profile", name, resources.profiles())));
  return 0;
}

}  // namespace redress::app
