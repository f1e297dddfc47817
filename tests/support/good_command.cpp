// SPDX-License-Identifier: Apache-2.0
#include "tests/support/good_command.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <stdexcept>

#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

struct Scene {
  Complaint const& complaint;
  Time now;

  [[nodiscard]] Date working_day_in(int days) const {
    auto day = calendar().local_day(now);
    for (int i = 0; i < days; ++i) day = calendar().next_working_day(day);
    return day;
  }
  [[nodiscard]] Time next_working_morning() const { return calendar().moment(working_day_in(1), std::chrono::hours{10}); }
};

/// The newest element in one of those states; of none, the newest at all; without any, one that does not exist.
template <class List>
auto newest_in(List const& list, auto const&... states) {
  using Id = std::remove_cvref_t<decltype(list.front().id)>;
  for (auto const& element : list | std::views::reverse)
    if (((element.state == states) || ...)) return element.id;
  return list.empty() ? Id("none") : list.back().id;
}

LetterId letter_in(Scene const& at, auto... states) {
  return newest_in(at.complaint.letters, states...);
}

PromiseId outstanding_promise(Scene const& at) {
  auto const outstanding = outstanding_promises(at.complaint);
  return outstanding.empty() ? newest_in(at.complaint.promises) : outstanding.front();
}

LetterId final_response(Scene const& at) {
  auto const* letter = newest_letter(at.complaint, LetterKind::FinalResponse);
  return letter == nullptr ? letter_in(at, LetterState::Approved) : letter->id;
}

LetterId other_letter_to_send(Scene const& at) {
  std::vector<Letter> others;
  std::ranges::copy_if(at.complaint.letters, std::back_inserter(others), [](Letter const& one) { return one.kind != LetterKind::FinalResponse; });
  return newest_in(others, LetterState::Approved);
}

AppointmentId appointment_to_keep(Scene const& at) {
  auto const* standing = standing_appointment(at.complaint);
  return standing != nullptr ? standing->id : AppointmentId("appointment-1");
}

// What each command holds; those without an overload are good as they are.

void fill(ReceiveComplaint& command, Scene const&) {
  command.channel = Channel::Email;
  command.language = Language::Latvian;
  command.complainant = {"Anna Kalna", "anna.kalna@mail.example", "+371 2000 0001", {"Lauku iela 3-4", "Rīga, LV-1010"}, {}};
  command.narrative = "Dīvāns tika piegādāts ar nedēļas nokavēšanos, un tam ir ieplēsts audums.";
}
void fill(ReceiveMessage& command, Scene const&) {
  command.text = "Vai ir kas jauns?";
}
void fill(ConfirmIdentity& command, Scene const&) {
  command.method = IdentityMethod::RegisteredAddress;
}
void fill(Acknowledge& command, Scene const& at) {
  if (at.complaint.handler.empty()) command.handler = StaffId("staff-01");
  command.appointment = AppointmentOffer{AppointmentKind::Call, at.next_working_morning()};
  command.matter = "dīvāna piegādi";
}
void fill(DefinePoints& command, Scene const&) {
  command.points = {"Dīvānu atveda par vēlu", "Audums ir ieplēsts"};
}
void fill(AssignHandler& command, Scene const& at) {
  command.handler = StaffId(at.complaint.handler.value == "staff-02" ? "staff-03" : "staff-02");
}
void fill(MakeAppointment& command, Scene const& at) {
  command.at = at.next_working_morning();
  command.with = StaffId("staff-01");
}
void fill(ChangeAppointment& command, Scene const& at) {
  command.appointment = appointment_to_keep(at);
  command.at = at.next_working_morning();
}
void fill(CancelAppointment& command, Scene const& at) {
  command.appointment = appointment_to_keep(at);
}
void fill(RecordContact& command, Scene const&) {
  command.summary = "Pārrunājām, kas noticis";
}
void fill(RequestStatement& command, Scene const&) {
  command.person_name = "Raitis Siliņš";
  command.email = "raitis.silins@piegade.example";
  command.role = "kurjers";
}
void fill(RecordStatement& command, Scene const& at) {
  auto const unheard = std::ranges::find(at.complaint.involved, false, &Involved::heard);
  command.person = unheard != at.complaint.involved.end() ? unheard->person : PersonId("person-1");
  command.text = "Maršruts tajā dienā bija pārplānots";
}
void fill(RecordFact& command, Scene const&) {
  command.text = "Piegāde notika 9. martā";
  command.evidence = "Pavadzīme";
}
void fill(RecordRootCause& command, Scene const&) {
  command.category = "delivery/planning";
  command.circumstance = "Maršrutu plānojot, divas piegādes tika ieliktas vienā laikā";
}
void fill(ConcludeInvestigation& command, Scene const& at) {
  for (auto const& point : at.complaint.points) command.answers.push_back({point.id, Finding::Upheld, "Tā nebija jānotiek"});
}
void fill(RecordHearing& command, Scene const&) {
  command.desired_outcome = "Gribu veselu dīvānu šajā nedēļā";
}
void fill(ProposeRemedy& command, Scene const& at) {
  command.description = "Jauns dīvāns un vecā aizvešana";
  command.promises = {{"Atvedīsim jaunu dīvānu", StaffId("staff-02"), at.working_day_in(3)},
                      {"Aizvedīsim bojāto dīvānu", StaffId("staff-03"), at.working_day_in(5)}};
}
void fill(RecordAnswer& command, Scene const& at) {
  command.proposal = at.complaint.proposals.empty() ? ProposalId("none") : at.complaint.proposals.back().id;
  command.answer = ProposalAnswer::Accept;
}
void fill(ConcludeWithoutAgreement& command, Scene const&) {
  command.final_position = "Audumu varam salabot, dīvānu nemainīsim";
}
void fill(DraftLetter& command, Scene const& at) {
  bool const is_concluded = at.complaint.stage == Stage::Agreed || at.complaint.stage == Stage::NotAgreed;
  command.kind = is_concluded ? LetterKind::FinalResponse : LetterKind::HoldingResponse;
  command.matter = "dīvāna piegādi";
  if (is_concluded) {
    command.discussion = "Sarunā vienojāmies, kā to labot.";
    command.prevention = "Divas piegādes vienā laikā vairs neplānojam.";
  } else {
    command.delay_reason = "Gaidām piegādātāja atbildi";
    command.known_so_far = "Zinām, kad dīvāns izbrauca no noliktavas";
    command.new_date = at.working_day_in(5);
  }
}
void fill(ReviewLetter& command, Scene const& at) {
  command.letter = letter_in(at, LetterState::Drafted);
}
void fill(ReturnLetter& command, Scene const& at) {
  command.letter = letter_in(at, LetterState::Reviewed, LetterState::Approved);
  command.remarks = "Lūdzu, vienkāršāk";
}
void fill(ApproveLetter& command, Scene const& at) {
  command.letter = letter_in(at, LetterState::Reviewed);
}
void fill(SendLetter& command, Scene const& at) {
  bool const is_concluded = at.complaint.stage == Stage::Agreed || at.complaint.stage == Stage::NotAgreed;
  command.letter = is_concluded ? final_response(at) : other_letter_to_send(at);
}
void fill(CopyLetter& command, Scene const& at) {
  command.letter = final_response(at);
}
void fill(RecordCopyRead& command, Scene const& at) {
  command.letter = final_response(at);
  command.recipient = PersonId("person-1");
  command.learned = "Turpmāk zvanu pirms izbraukšanas";
}
void fill(PostLetter& command, Scene const& at) {
  command.letter = letter_in(at, LetterState::Queued, LetterState::Accepted);
}
void fill(LetterAccepted& command, Scene const& at) {
  command.letter = letter_in(at, LetterState::Queued);
}
void fill(LetterDelayed& command, Scene const& at) {
  command.letter = letter_in(at, LetterState::Queued, LetterState::Accepted);
  command.reason = "4.4.1 no answer from host";
}
void fill(LetterBounced& command, Scene const& at) {
  command.letter = letter_in(at, LetterState::Queued, LetterState::Accepted);
  command.reason = "550 no such mailbox";
}
void fill(KeepPromise& command, Scene const& at) {
  command.promise = outstanding_promise(at);
  command.evidence = "Pavadzīme ar parakstu";
}
void fill(AmendPromise& command, Scene const& at) {
  command.promise = outstanding_promise(at);
  command.by = at.working_day_in(7);
  command.explanation = "Noliktavā krāsa izbeigusies";
  command.agreement = "Pa tālruni";
}
void fill(ReleasePromise& command, Scene const& at) {
  command.promise = outstanding_promise(at);
  command.reason = "Man to vairs nevajag";
}
void fill(RecordFollowUp& command, Scene const&) {
  command.satisfaction = Satisfaction::PutRight;
}
void fill(AddPreventiveAction& command, Scene const&) {
  command.what = "Plānotājs neļauj divas piegādes vienā laikā";
}
void fill(AgreePreventiveAction& command, Scene const& at) {
  command.action = newest_in(at.complaint.preventive_actions, PreventiveActionState::Proposed, PreventiveActionState::FoundIneffective);
  command.owner = StaffId("staff-04");
  command.by = at.working_day_in(20);
}
void fill(CompletePreventiveAction& command, Scene const& at) {
  command.action = newest_in(at.complaint.preventive_actions, PreventiveActionState::Agreed);
}
void fill(AssessPreventiveAction& command, Scene const& at) {
  command.action = newest_in(at.complaint.preventive_actions, PreventiveActionState::Done);
  command.grounds = "Trīs mēnešus neviena tāda sūdzība";
}
void fill(Close& command, Scene const& at) {
  command.outcome = at.complaint.stage == Stage::NotAgreed ? Outcome::FinalPositionGiven : Outcome::Resolved;
  command.lesson = "Maršruts jāplāno ar rezervi";
}
void fill(PromiseMissed& command, Scene const& at) {
  command.promise = newest_in(at.complaint.promises, PromiseState::Agreed, PromiseState::Due, PromiseState::Amended);
}
void fill(DeadlineWarned& command, Scene const& at) {
  for (auto const& deadline : at.complaint.deadlines)
    if (deadline.state == DeadlineState::Running && deadline.promise.empty()) command.deadline = deadline.name;
}
void fill(DeadlinePassed& command, Scene const& at) {
  for (auto const& deadline : at.complaint.deadlines)
    if (deadline.state == DeadlineState::Running && deadline.promise.empty()) command.deadline = deadline.name;
}
void fill(AskComplainant& command, Scene const&) {
  command.question = "Kāds ir pasūtījuma numurs?";
}
void fill(RecordInformation& command, Scene const&) {
  command.text = "Pasūtījums 1207";
}
void fill(Extend& command, Scene const&) {
  command.by = {5, Unit::WorkingDays};
  command.reason = "Piegādātājs atbildēs pirmdien";
  command.agreement = "Pa tālruni";
}
void fill(HoldAdverseAction& command, Scene const&) {
  command.what = "Maksājuma atgādinājumi";
  command.systems = {"billing"};
}
void fill(LiftHold& command, Scene const& at) {
  auto const standing = std::ranges::find(at.complaint.holds, false, &Hold::lifted);
  command.hold = standing != at.complaint.holds.end() ? standing->id : HoldId("hold-1");
  command.reason = "Rēķins ir anulēts";
}
void fill(AddNote& command, Scene const&) {
  command.text = "Zvanīt tikai pēc darba";
}
void fill(NameStaff& command, Scene const&) {
  command.staff = StaffId("staff-06");
  command.reason = "Zvanā runāja tieši viņš";
}
void fill(BreakGlass& command, Scene const& at) {
  auto const& concerned = at.complaint.received.concerns_staff;
  command.staff = concerned.empty() ? StaffId("staff-06") : concerned.front();
  command.hours = 4;
  command.reason = "Jāpārbauda protokols pirms tiesas";
}
void fill(Attach& command, Scene const&) {
  command.file_name = "dīvāns.jpg";
  command.type = "image/jpeg";
  command.content = "/9j/4AAQ";
}
void fill(Withdraw& command, Scene const&) {
  command.reason = "Jau viss kārtībā";
}
void fill(Merge& command, Scene const&) {
  command.into = Reference("R-0000-0000");
}
void fill(Refer& command, Scene const&) {
  command.organisation = "Pasta pakalpojumu sniedzējs";
  command.reason = "Sūtījums pazuda pie viņiem";
}
void fill(Reopen& command, Scene const&) {
  command.reason = "Audums atkal ir ieplēsts";
}

template <class C>
Command filled(Scene const& at) {
  C command;
  if constexpr (requires { fill(command, at); }) fill(command, at);
  return command;
}

struct Kind {
  std::string_view name;
  bool is_for_the_clock = false;
  Command (*good)(Scene const&);
  Command (*bare)();
};

auto const& kinds() {
  static auto const all = []<class... C>(std::variant<C...> const*) {
    return std::array{Kind{C::name, is_given_by_the_clock<C>, &filled<C>, +[]() -> Command { return C{}; }}...};
  }(static_cast<Command const*>(nullptr));
  return all;
}

Kind const& kind(std::string_view name) {
  auto const found = std::ranges::find(kinds(), name, &Kind::name);
  if (found == kinds().end()) throw std::invalid_argument("there is no command \"" + std::string(name) + "\"");
  return *found;
}

}  // namespace

std::vector<std::string_view> const& all_commands() {
  static auto const names = [] {
    std::vector<std::string_view> all;
    for (auto const& one : kinds()) all.push_back(one.name);
    return all;
  }();
  return names;
}

bool is_for_the_clock(std::string_view command) {
  return kind(command).is_for_the_clock;
}

Command good_command(std::string_view name, Complaint const& complaint, Time now) {
  return kind(name).good({complaint, now});
}

Command bare_command(std::string_view name) {
  return kind(name).bare();
}

}  // namespace redress::testing
