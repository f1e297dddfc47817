// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/year.hpp"

#include <algorithm>
#include <stdexcept>

#include "adapters/store/open_store.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

constexpr std::chrono::days year{365};
constexpr Duration step_most = std::chrono::days{3};
constexpr int downtimes_a_year = 12;
constexpr Duration downtime_most = std::chrono::days{4};

Actor giver_of(std::string_view command) {
  if (is_for_the_clock(command)) return {ActorKind::Clock, {}, "clock"};
  return {ActorKind::Staff, StaffId("staff-01"), "test"};
}

}  // namespace

EveryProfile::EveryProfile(ports::LetterWriter const& letters, ports::NoticeWriter const& notices) {
  auto rulebook = demonstration_rulebook();
  for (auto const& [name, profile] : demonstration_rulebook().profiles) {
    rulebook.organisation.profile = name;
    workflows_.push_back(std::make_unique<workflows::ResolutionWorkflow>(rulebook, letters, notices, demonstration_proofreaders()));
  }
}

std::expected<Decision, Refusal> EveryProfile::decide(Complaint const& complaint, CommandEnvelope const& envelope,
                                                      ports::Circumstances const& circumstances) const {
  auto const& workflow = *workflows_[next_];
  if (!complaint.exists()) next_ = (next_ + 1) % workflows_.size();
  if (envelope.actor.kind == ActorKind::Clock || !complaint.exists()) return workflow.decide(complaint, envelope, circumstances);
  auto filled_in = envelope;
  filled_in.command = good_command(name_of(envelope.command), complaint, circumstances.now);
  return workflow.decide(complaint, filled_in, circumstances);
}

Year::Year(std::uint64_t seed, std::size_t complaints, std::filesystem::path const& store)
    : random_(seed),
      begin_(local("2026-01-01 00:00")),
      clock_(begin_),
      identifiers_(seed),
      store_(store::open_sqlite(store, {identifiers_, demonstration_rulebook().organisation.log_origin})),
      workflow_(demonstration_letters(), demonstration_notices()) {
  begin(complaints);
}

Year::Year(std::uint64_t seed, std::size_t complaints, std::unique_ptr<ports::Store> store, ports::LetterWriter const& letters,
           ports::NoticeWriter const& notices)
    : random_(seed), begin_(local("2026-01-01 00:00")), clock_(begin_), identifiers_(seed), store_(std::move(store)), workflow_(letters, notices) {
  begin(complaints);
}

void Year::begin(std::size_t complaints) {
  plan_everything(complaints);
  start_house();
}

Duration Year::some_time(Duration most) {
  return Duration{1 + static_cast<Duration::rep>(below(static_cast<std::uint64_t>(most.count())))};
}

/// What becomes of a complaint, by chance. Of a hundred, two go the whole road, as letters and their rendering are not what a year of deadlines is about.
Year::Road const& Year::choose_road() {
  static Road const nothing{"receive-complaint"};
  static Road const acknowledged{"receive-complaint", "define-points", "acknowledge"};
  static Road const asked{"receive-complaint", "define-points", "acknowledge", "ask-complainant", "record-information"};
  static Road const never_answered{"receive-complaint", "ask-complainant"};
  static Road const extended{"receive-complaint", "define-points", "acknowledge", "extend"};
  static Road const withdrawn{"receive-complaint", "define-points", "acknowledge", "withdraw"};
  static Road const whole{"receive-complaint", "define-points",  "acknowledge",       "begin-investigation",    "request-statement",
                          "record-statement",  "record-fact",    "record-root-cause", "conclude-investigation", "confirm-identity",
                          "record-hearing",    "propose-remedy", "record-answer",     "agree-schedule",         "draft-letter",
                          "review-letter",     "approve-letter", "send-letter",       "letter-accepted",        "copy-letter",
                          "keep-promise",      "keep-promise",   "record-follow-up",  "add-preventive-action",  "close"};
  auto const chance = below(100);
  if (chance < 35) return nothing;
  if (chance < 65) return acknowledged;
  if (chance < 75) return asked;
  if (chance < 78) return never_answered;
  if (chance < 88) return extended;
  return chance < 98 ? withdrawn : whole;
}

void Year::plan_everything(std::size_t complaints) {
  for (std::size_t i = 0; i < complaints; ++i) plans_.push({begin_ + some_time(year), i, &choose_road(), 0});
  references_.resize(complaints);
  for (int i = 0; i < downtimes_a_year; ++i) {
    auto const from = begin_ + some_time(year);
    planned_downtimes_.push_back({from, from + some_time(downtime_most)});
  }
  std::ranges::sort(planned_downtimes_, std::ranges::greater{}, &Downtime::from);
}

void Year::start_house() {
  watch_.reset();
  engine_ = std::make_unique<runtime::Engine>(*store_, workflow_, clock_, identifiers_);
  engine_->on_committed([this](std::vector<runtime::Committed> const& all) { ledger_.note(all, clock_.now()); });
  watch_ = std::make_unique<runtime::DeadlineWatch>(*engine_);
  watch_->load();
}

std::optional<Time> Year::next_moment() {
  auto next = watch_->next();
  if (!plans_.empty() && (!next || plans_.top().at < *next)) next = plans_.top().at;
  return next && *next < begin_ + year ? next : std::nullopt;
}

/// The house looks at its clock at whole multiples of the time between two looks.
Time Year::next_look(Time moment) const {
  auto const since = moment - begin_;
  auto const over = since % DeadlineLedger::between_looks;
  return over == Duration{} ? moment : moment + (DeadlineLedger::between_looks - over);
}

void Year::run() {
  while (auto const next = next_moment()) {
    if (!planned_downtimes_.empty() && planned_downtimes_.back().from <= *next) {
      be_down(planned_downtimes_.back());
      planned_downtimes_.pop_back();
      continue;
    }
    clock_.set(std::max(next_look(*next), clock_.now()));
    fire(DeadlineLedger::Punctuality::InTime);
    do_planned();
  }
  clock_.set(std::max(begin_ + year, clock_.now()));
  fire(DeadlineLedger::Punctuality::InTime);
}

/// Nothing is known afterwards but what is in the store.
void Year::be_down(Downtime const& downtime) {
  if (downtime.until <= clock_.now()) return;
  ++downtimes_;
  clock_.set(downtime.until);
  start_house();
  fire(DeadlineLedger::Punctuality::Late);
}

void Year::fire(DeadlineLedger::Punctuality punctuality) {
  ledger_.begin_firing(clock_.now(), punctuality);
  commands_ += watch_->fire_due();
  ledger_.end_firing();
}

/// All that is planned by now, together: no complaint has more than one plan at a time.
void Year::do_planned() {
  std::vector<Plan> plans;
  std::vector<CommandEnvelope> envelopes;
  for (; !plans_.empty() && plans_.top().at <= clock_.now(); plans_.pop()) {
    plans.push_back(plans_.top());
    envelopes.push_back(envelope_for(plans.back()));
  }
  auto const outcomes = engine_->handle_all(std::move(envelopes));
  for (std::size_t i = 0; i < plans.size(); ++i) {
    take_note(plans[i], outcomes[i]);
    if (++plans[i].step == plans[i].road->size()) continue;
    plans[i].at = clock_.now() + some_time(step_most);
    plans_.push(plans[i]);
  }
}

CommandEnvelope Year::envelope_for(Plan const& plan) {
  auto const name = (*plan.road)[plan.step];
  if (plan.step > 0) return {references_[plan.number], bare_command(name), giver_of(name), {}, {}, {}, {}};
  auto command = std::get<ReceiveComplaint>(good_command(name, {}, clock_.now()));
  command.channel = static_cast<Channel>(below(count_of<Channel>));
  command.language = static_cast<Language>(below(count_of<Language>));
  return {{}, std::move(command), giver_of(name), {}, {}, {}, {}};
}

/// A refusal of a later step is none of our concern: a complaint may have moved on since, or its profile forbid what others allow.
void Year::take_note(Plan const& plan, runtime::Outcome const& outcome) {
  auto const* answer = std::get_if<Answer>(&outcome);
  if (plan.step == 0 && answer == nullptr) throw std::logic_error("a complaint was not taken in");
  if (plan.step == 0) references_[plan.number] = answer->reference;
  ++(answer != nullptr ? commands_ : refused_);
}

}  // namespace redress::testing
