// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/scenario_stage.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "adapters/codec/leaf.hpp"
#include "engine/domain/effort.hpp"
#include "tests/scenarios/scenario_command.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

/// "promise 2" is the second promise.
template <class List>
auto const* numbered(List const& list, std::string const& number) {
  auto const index = std::stoul(number);
  return index >= 1 && index <= list.size() ? &list[index - 1] : nullptr;
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
  return lower;
}

/// The letter ends with this person's name, as the complainant reads it.
bool is_signed_by(Letter const& letter, std::string const& staff) {
  auto const* member = demonstration_rulebook().organisation.find(StaffId(staff));
  auto const& signature = letter.document.signature;
  return member != nullptr && !signature.empty() && signature.front() == member->name.at(letter.document.language);
}

bool was_accepted_for(std::vector<ToldMailer::Sent> const& sent, std::size_t from, std::string const& address) {
  return std::any_of(sent.begin() + static_cast<std::ptrdiff_t>(from), sent.end(),
                     [&](ToldMailer::Sent const& one) { return one.result == ports::DeliveryResult::Accepted && (address.empty() || one.to == address); });
}

}  // namespace

void ScenarioStage::play() {
  auto const& organisation = demonstration_rulebook().organisation;
  ASSERT_EQ(scenario_.settings["profile"], organisation.profile);
  ASSERT_EQ(scenario_.settings["calendar"], organisation.calendar);
  ASSERT_TRUE(enumerator_named<Language>(scenario_.settings["language"]));
  house_.clock.set(local(scenario_.lines.front().moment));
  for (auto const& line : scenario_.lines) play(line);
  EXPECT_TRUE(house_.store.verify().findings.empty());
}

void ScenarioStage::play(ScenarioLine const& line) {
  auto const moment = local(line.moment);
  if (moment < house_.clock.now()) throw ScenarioFault(line.place + ": time does not go back");
  version_before_ = complaint_.version;
  mails_before_ = house_.mailer.sent().size();
  prints_before_ = house_.printer.sent().size();
  house_.run_until(moment);
  if (!reference_.empty()) complaint_ = house_.complaint(reference_);
  bool const is_command = !happens_in_the_world(line);
  if (is_command) outcome_ = give(line);
  if (auto const* answer = std::get_if<Answer>(&outcome_); is_command && answer != nullptr) reference_ = answer->reference;
  house_.run_until(moment);
  if (!reference_.empty()) complaint_ = house_.complaint(reference_);

  bool const expects_refusal = std::ranges::any_of(line.expectations, [](std::string const& one) { return one.starts_with("refused"); });
  if (is_command && !expects_refusal && !std::holds_alternative<Answer>(outcome_)) ADD_FAILURE() << line.place << ": " << describe(outcome_);
  for (auto const& expectation : line.expectations) check(line, expectation);
}

bool ScenarioStage::happens_in_the_world(ScenarioLine const& line) {
  auto const& what = line.words.front().text;
  if (what == "time_passes") return true;
  if (what == "restart") {
    house_.restart();
    return true;
  }
  if (what == "another_complaint") {
    other_ = house_.receive();
    return true;
  }
  if (what != "mail_server") return false;
  auto const result = line.words.size() > 1 ? enumerator_named<ports::DeliveryResult>(line.words[1].text) : std::nullopt;
  if (!result) throw ScenarioFault(line.place + ": the mail server answers accepted, later, refused or ambiguous");
  house_.mailer.answer(*result);
  return true;
}

runtime::Outcome ScenarioStage::give(ScenarioLine const& line) {
  auto written = read_command(line, complaint_, house_.clock.now());
  if (!written.command) return written.command.error();
  if (auto* received = std::get_if<ReceiveComplaint>(&*written.command)) received->language = *enumerator_named<Language>(scenario_.settings["language"]);
  if (auto* merge = std::get_if<Merge>(&*written.command); merge != nullptr && merge->into.value == "another") merge->into = other_;
  if (auto* merge = std::get_if<Merge>(&*written.command); merge != nullptr && merge->into.value == "itself") merge->into = reference_;
  return house_.give(reference_, std::move(*written.command), written.actor);
}

void ScenarioStage::check(ScenarioLine const& line, std::string const& expectation) {
  if (!is_met(words_of(expectation, line.place), line.place))
    ADD_FAILURE() << line.place << ": expected \"" << expectation << "\", but " << describe(outcome_) << "\n" << story_so_far();
}

bool ScenarioStage::is_met(std::vector<Word> const& words, std::string const& place) {
  auto const word = [&](std::size_t i) { return i < words.size() ? words[i].text : std::string{}; };
  auto const& what = words.front().text;
  if (what == "->") return name_of(complaint_.stage) == word(1);
  if (what == "refused") {
    auto const* refusal = std::get_if<Refusal>(&outcome_);
    return refusal != nullptr && name_of(refusal->reason) == word(1);
  }
  if (what == "deadline") return is_deadline(words);
  if (what == "letter") return is_letter(words);
  if (what == "mail") return was_accepted_for(house_.mailer.sent(), mails_before_, word(2));
  if (what == "page") return was_accepted_for(house_.printer.sent(), prints_before_, {});
  if (what == "no" && word(1) == "mail") return !was_accepted_for(house_.mailer.sent(), mails_before_, {});
  if (what == "no" && word(1) == "letter") return complaint_.letters.empty();
  if (what == "event") return std::ranges::count(events_of_this_line(), word(1)) > 0;
  if (what == "incident") return !house_.store.incidents().empty();
  if (what == "waiting") return complaint_.waiting == Waiting::WaitingForComplainant;
  if (what == "not" && word(1) == "waiting") return complaint_.waiting == Waiting::NotWaiting;
  if (what == "escalated") return name_of(complaint_.escalation) == word(1);
  if (what == "account") return complaint_.account == word(1);
  if (what == "candidate") {
    auto const place_in_list = std::stoul(word(1));
    return place_in_list >= 1 && place_in_list <= complaint_.candidates.size() && complaint_.candidates[place_in_list - 1].account == word(2);
  }
  if (what == "handler") return complaint_.handler.value == word(1);
  if (what == "contacts") return complaint_.contacts.size() == std::stoul(word(1));
  if (what == "effort") return is_effort(words, place);
  if (what == "urgency") return name_of(urgency_of(complaint_.reach, complaint_.severity)) == word(1);
  if (what == "promise") {
    auto const* promise = numbered(complaint_.promises, word(1));
    return promise != nullptr && name_of(promise->state) == word(2) && (word(3).empty() || to_text(promise->by) == word(4));
  }
  if (what == "action") {
    auto const* action = numbered(complaint_.preventive_actions, word(1));
    return action != nullptr && (name_of(action->state) == word(2) || (action->kind && name_of(*action->kind) == word(2)));
  }
  if (what == "hold") {
    auto const* hold = numbered(complaint_.holds, word(1));
    return hold != nullptr && hold->lifted == (word(2) == "lifted");
  }
  throw ScenarioFault(place + ": nobody knows how to expect \"" + what + "\"");
}

/// "deadline final-response 2026-03-23 17:00" or "deadline final-response met", "owed" when it is late, "settled" when it was done late; of a promise,
/// "deadline promise 1 ...".
bool ScenarioStage::is_deadline(std::vector<Word> const& words) const {
  DeadlineName const name(words.at(1).text);
  std::size_t next = 2;
  PromiseId const promise(name == deadline_names::promise ? "promise-" + words.at(next++).text : std::string{});
  auto const* deadline = find_deadline(complaint_, name, promise);
  if (deadline == nullptr) return false;
  if (words.at(next).text == "owed") return is_owed(*deadline);
  if (words.at(next).text == "settled") return deadline->settled;
  if (auto const state = enumerator_named<DeadlineState>(words.at(next).text)) return deadline->state == *state;
  return deadline->state == DeadlineState::Running && local(deadline->due_at) == words.at(next).text + " " + words.at(next + 1).text;
}

/// "effort transfers 1", with one of the counts that the complaint's document shows.
bool ScenarioStage::is_effort(std::vector<Word> const& words, std::string const& place) const {
  auto const effort = effort_of(complaint_, house_.clock.now());
  std::map<std::string, std::int64_t> const counts{
      {"contacts-in", effort.contacts_in}, {"contacts-out", effort.contacts_out}, {"appointments", effort.appointments}, {"transfers", effort.transfers},
      {"questions", effort.questions},     {"repetitions", effort.repetitions},   {"extensions", effort.extensions},     {"days-waited", effort.days_waited}};
  auto const found = words.size() == 3 ? counts.find(words[1].text) : counts.end();
  if (found == counts.end()) throw ScenarioFault(place + ": an effort is one of the counts, and a number");
  return found->second == std::stoll(words[2].text);
}

/// "letter acknowledgement", "letter final-response accepted" or "letter final-response signed staff-05".
bool ScenarioStage::is_letter(std::vector<Word> const& words) const {
  auto const kind = enumerator_named<LetterKind>(words.at(1).text);
  auto const* letter = kind ? newest_letter(complaint_, *kind) : nullptr;
  if (letter == nullptr) return false;
  if (words.size() == 4 && words[2].text == "signed") return is_signed_by(*letter, words[3].text);
  return words.size() < 3 || in_lower_case(name_of(letter->state)) == in_lower_case(words[2].text);
}

std::vector<std::string> ScenarioStage::events_of_this_line() {
  std::vector<std::string> names;
  house_.store.read_history(reference_, [&](ports::StoredLeaf const& leaf) {
    if (leaf.sequence > version_before_) names.emplace_back(name_of(codec::open_leaf(leaf.bytes, leaf.disclosures).event));
  });
  return names;
}

std::string ScenarioStage::story_so_far() {
  std::string story = fmt::format("  stage {}, version {}, at {}\n", name_of(complaint_.stage), complaint_.version, local(house_.clock.now()));
  for (auto const& deadline : complaint_.deadlines)
    story += fmt::format("  deadline {} {} {} {}\n", deadline.name.value, deadline.promise.value, local(deadline.due_at), name_of(deadline.state));
  for (auto const& letter : complaint_.letters) story += fmt::format("  {} {} {}\n", letter.id.value, name_of(letter.kind), name_of(letter.state));
  for (auto const& event : events_of_this_line()) story += "  event " + event + "\n";
  return story;
}

}  // namespace redress::testing
