// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/command_line.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include "adapters/app/configuration.hpp"
#include "adapters/app/data_store.hpp"
#include "adapters/app/due_command.hpp"
#include "adapters/app/intake_command.hpp"
#include "adapters/app/letter_command.hpp"
#include "adapters/app/offline_commands.hpp"
#include "adapters/app/quarantine_command.hpp"
#include "adapters/app/reply.hpp"
#include "adapters/app/review_letter_command.hpp"
#include "adapters/app/serve.hpp"
#include "adapters/app/session.hpp"
#include "adapters/app/user_command.hpp"
#include "adapters/app/verify_command.hpp"
#include "adapters/exports/history_export.hpp"
#include "engine/domain/channel.hpp"
#include "engine/domain/ensure.hpp"
#include "engine/domain/enumeration.hpp"
#include "engine/domain/letter_style.hpp"
#include "engine/domain/profile.hpp"

namespace redress::app {
namespace {

/// Everything the command line can say, filled by the parser.
struct Asked {
  std::filesystem::path data = "redress-data";
  std::filesystem::path configuration;
  std::string listen;
  bool demonstration = false;
  std::string inlet = "pipe";
  bool as_json = false;
  std::string authserv_id;
  std::string reference;
  std::string command;
  std::string payload;
  std::string staff;
  std::string stage, due_before, handler, query, after;
  std::string limit;
  std::string format;
  std::string from, to;
  std::filesystem::path out;
  std::string workflow;
  DueQuestion due;
  QuarantineQuestion quarantine;
  ReviewQuestion review;
  LetterQuestion letter;
  UserOrder user;
  bool list_calendars = false;
  bool list_profiles = false;
};

struct Place {
  system::DataDirectory data;
  Configuration configuration;
  Resources resources;
};

Place place_of(Asked const& asked) {
  Place place{system::DataDirectory(asked.data), {}, find_resources()};
  if (!asked.configuration.empty()) place.configuration = load_configuration(asked.configuration);
  if (!asked.listen.empty()) place.configuration.listen = asked.listen;
  return place;
}

Session session_of(Asked const& asked) {
  auto const place = place_of(asked);
  return {place.data, place.configuration, place.resources};
}

std::string read_all(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

int intake(Asked const& asked) {
  return take_mail_in(asked.inlet, [&] { return session_of(asked); });
}

int give_command(Asked const& asked) {
  auto const body = asked.payload == "-" ? read_all(std::cin) : asked.payload.empty() ? std::string("{}") : asked.payload;
  auto const target =
      asked.reference == "new" ? std::string("/api/v1/complaints") : "/api/v1/complaints/" + in_path(asked.reference) + "/commands/" + in_path(asked.command);
  if (asked.reference == "new" && asked.command != "receive-complaint") {
    std::cerr << "redress: a new complaint begins with receive-complaint\n";
    return 2;
  }
  std::vector<http::Header> headers{{"Content-Type", "application/json"}};
  if (!asked.staff.empty()) headers.push_back({"X-Redress-Actor", asked.staff});
  return print(session_of(asked).request("POST", target, body, headers));
}

int show(Asked const& asked) {
  return print(session_of(asked).request("GET", "/api/v1/complaints/" + in_path(asked.reference)));
}

int list(Asked const& asked) {
  std::string target = "/api/v1/complaints";
  char mark = '?';
  auto const add = [&](std::string_view name, std::string const& value) {
    if (value.empty()) return;
    target += fmt::format("{}{}={}", mark, name, in_path(value));
    mark = '&';
  };
  add("stage", asked.stage);
  add("due_before", asked.due_before);
  add("handler", asked.handler);
  add("q", asked.query);
  add("after", asked.after);
  add("limit", asked.limit);
  return print(session_of(asked).request("GET", target));
}

std::optional<Time> moment(std::string const& text) {
  if (text.empty()) return std::nullopt;
  auto const time = parse_time(text);
  if (!time) throw std::runtime_error("\"" + text + "\" is not a moment; write it as 2026-11-22T10:15:00Z");
  return time;
}

int export_all(Asked const& asked) {
  auto const place = place_of(asked);
  exports::ExportRequest const request{*enumerator_named<exports::Format>(asked.format), Reference(asked.reference), moment(asked.from), moment(asked.to)};
  OpenStore const opened(place.data, place.configuration, place.resources);
  if (!asked.reference.empty() && !opened.store().load(request.complaint)) throw std::runtime_error("there is no complaint " + asked.reference);
  std::ofstream out(asked.out, std::ios::binary | std::ios::trunc);
  auto const counts = exports::export_history(opened.store(), request, out);
  out.close();
  if (!out) throw std::runtime_error(asked.out.string() + " could not be written");
  ensure(counts.has_value(), "a complaint that was there is gone");
  std::cout << fmt::format("{} events of {} complaints written to {}\n", counts->events, counts->complaints, asked.out.string());
  return 0;
}

int migrate(Asked const& asked) {
  auto const place = place_of(asked);
  auto const [from, to] = migrate_store(place.data, place.configuration);
  if (from == to)
    std::cout << fmt::format("up to date: migration {}\n", to);
  else
    std::cout << (from == 0 ? fmt::format("a new store, at migration {}\n", to) : fmt::format("migrated from {} to {}\n", from, to));
  return 0;
}

int verify_all(Asked const& asked) {
  auto const place = place_of(asked);
  return verify(place.data, place.configuration, place.resources);
}

int decide_about_mail(Asked const& asked) {
  auto const reply = ask_quarantine(asked.quarantine, session_of(asked));
  return reply ? print(*reply) : 0;
}

int serve_until_stopped(Asked const& asked) {
  auto const place = place_of(asked);
  return serve(place.data, place.configuration, place.resources, asked.demonstration ? Demonstration::Yes : Demonstration::No);
}

using Run = std::function<int(Asked const&)>;

CLI::App* add(CLI::App& app, Run& chosen, std::string const& name, std::string const& what, Run run) {
  auto* command = app.add_subcommand(name, what);
  command->callback([&chosen, run = std::move(run)] { chosen = run; });
  return command;
}

void describe_complaint_commands(CLI::App& app, Asked& asked, Run& chosen) {
  auto* command = add(app, chosen, "command", "Give one command on one complaint", give_command);
  command->add_option("reference", asked.reference, "The complaint's reference, or \"new\" for receive-complaint")->required();
  command->add_option("name", asked.command, "The command, as in acknowledge")->required();
  command->add_option("payload", asked.payload, "Its fields as JSON, or - to read them from standard input");
  command->add_option("--as", asked.staff, "The member of staff who gives it, as in staff-01");
  auto* shown = add(app, chosen, "show", "Show one complaint, as JSON", show);
  shown->add_option("reference", asked.reference, "The complaint's reference")->required();
  auto* listed = add(app, chosen, "list", "List complaints, as JSON", list);
  listed->add_option("--stage", asked.stage, "Only those at this stage");
  listed->add_option("--due-before", asked.due_before, "Only those with a deadline before this moment, RFC 3339");
  listed->add_option("--handler", asked.handler, "Only those of this handler");
  listed->add_option("--q", asked.query, "Only those with this text in the reference or the complainant's name");
  listed->add_option("--after", asked.after, "Go on after this reference");
  listed->add_option("--limit", asked.limit, "At most so many, up to 500");
}

CLI::App* add_quarantine_action(CLI::App& quarantine, Asked& asked, Run& chosen, std::string const& action, std::string const& what) {
  auto* command = quarantine.add_subcommand(action, what);
  command->callback([&asked, &chosen, action] {
    asked.quarantine.action = action;
    chosen = decide_about_mail;
  });
  if (action != "list") command->add_option("mail", asked.quarantine.mail, "The mail, as `redress quarantine list` names it")->required();
  if (action == "list" || action == "show") return command;
  command->add_option("--as", asked.quarantine.staff, "The member of staff who decides, as in staff-01")->required();
  command->add_option("--reason", asked.quarantine.reason, "Why")->required();
  return command;
}

void describe_quarantine_commands(CLI::App& app, Asked& asked, Run& chosen) {
  auto* quarantine = app.add_subcommand("quarantine", "Look into the quarantine of mail, and decide about what stands there");
  quarantine->require_subcommand(1);
  auto* listed = add_quarantine_action(*quarantine, asked, chosen, "list", "List mail that came in, as JSON");
  listed->add_option("--state", asked.quarantine.state, "all, filed, quarantined or undecided")->capture_default_str();
  listed->add_option("--after", asked.quarantine.after, "Go on after this mail");
  listed->add_option("--limit", asked.quarantine.limit, "At most so many, up to 500");
  auto* shown = add_quarantine_action(*quarantine, asked, chosen, "show", "Show one mail as far as it can be read, as JSON");
  shown->add_option("--raw", asked.quarantine.out, "Write its bytes, as they came, to this file instead");
  auto* released = add_quarantine_action(*quarantine, asked, chosen, "release", "Receive it as a complaint all the same");
  released->add_option("--name", asked.quarantine.name, "Whose it is, when the mail does not say it");
  released->add_option("--email", asked.quarantine.email, "Their address, when the mail does not say it");
  released->add_option("--narrative", asked.quarantine.narrative, "What it says, when it cannot be read");
  auto* filed = add_quarantine_action(*quarantine, asked, chosen, "file", "File it to a complaint that is there");
  filed->add_option("--to", asked.quarantine.reference, "The complaint's reference")->required();
  add_quarantine_action(*quarantine, asked, chosen, "discard", "Decide that nobody need act on it; nothing is deleted");
}

void describe_auditor_commands(CLI::App& app, Asked& asked, Run& chosen) {
  auto* exported = add(app, chosen, "export", "Write the history to a file, for auditors", export_all);
  exported->add_option("--format", asked.format, "csv, jsonl or xes")->required()->check(CLI::IsMember({"csv", "jsonl", "xes"}));
  exported->add_option("--complaint", asked.reference, "Only this complaint");
  exported->add_option("--from", asked.from, "Only events from this moment on, RFC 3339");
  exported->add_option("--to", asked.to, "Only events before this moment, RFC 3339");
  exported->add_option("--out", asked.out, "The file to write")->required();
  add(app, chosen, "verify",
      "Check the history and the mail: every chain and disclosure, that the state is what the history folds to, and that no mail is lost", verify_all);
  auto* workflow =
      add(app, chosen, "workflow", "Draw a workflow, from its transition table", [](Asked const& all) { return print_workflow(all.workflow, all.format); });
  workflow->add_option("name", asked.workflow, "resolution, waiting, escalation, letter, promise or preventive-action")->required();
  workflow->add_option("--format", asked.format, "mermaid, dot, scxml or json")->check(CLI::IsMember({"mermaid", "dot", "scxml", "json"}));
}

int answer_due(Asked const& asked) {
  auto const resources = find_resources();
  if (asked.list_calendars) return print_calendars(resources);
  if (asked.list_profiles) return print_profiles(resources);
  auto question = asked.due;
  if (asked.as_json) question.output = DueOutput::Json;
  return print_due(question, resources);
}

template <class Enumeration>
CLI::IsMember one_of() {
  auto const names = names_of(Enumeration{});
  return CLI::IsMember(std::vector<std::string>(names.begin(), names.end()));
}

void describe_deadline_commands(CLI::App& app, Asked& asked, Run& chosen) {
  auto* due = add(app, chosen, "due", "Say when a deadline falls, and why, step by step", answer_due);
  due->add_option("--calendar", asked.due.calendar, "Whose working time, as in latvia; without it the profile's own");
  due->add_option("--start", asked.due.start, "From when, RFC 3339; without an offset, in the calendar's zone");
  due->add_option("--period", asked.due.period, "N hours, working-hours, calendar-days, working-days, weeks or months");
  due->add_option("--profile", asked.due.profile, "The rules to count by, as in standard");
  due->add_option("--deadline", asked.due.deadline, "Only this deadline of the profile, as in final-response");
  due->add_option("--channel", asked.due.channel, "Only deadlines of complaints that came in this way")->check(one_of<Channel>());
  due->add_option("--milestone", asked.due.milestone, "Only deadlines that start with this")->check(one_of<Milestone>());
  due->add_option("--language", asked.due.language, "Of the sentences")->check(one_of<Language>())->capture_default_str();
  due->add_flag("--json", asked.as_json, "As JSON");
  due->add_flag("--list-calendars", asked.list_calendars, "Name the calendars that there are");
  due->add_flag("--list-profiles", asked.list_profiles, "Name the profiles that there are");
  auto* profile = add(app, chosen, "profile", "Show the rules of a profile, each with its source",
                      [](Asked const& all) { return print_profile(all.due.profile, find_resources()); });
  profile->add_option("name", asked.due.profile, "The profile, as in standard")->required();
  profile->add_option("--format", asked.format, "markdown")->check(CLI::IsMember({"markdown"}));
}

int write_letter(Asked const& asked) {
  auto const resources = find_resources();
  auto const configuration = asked.configuration.empty() ? Configuration{} : load_configuration(asked.configuration);
  auto question = asked.letter;
  question.organisation = organisation_file(asked.data, configuration, resources);
  return render_letter(question, resources);
}

void describe_letter_commands(CLI::App& app, Asked& asked, Run& chosen) {
  auto* review =
      add(app, chosen, "review-letter", "Review the wording of a letter: what sounds like a brush-off, why, and what to say instead", [](Asked const& all) {
        auto question = all.review;
        if (all.as_json) question.output = ReviewOutput::Json;
        return print_review(question, find_resources());
      });
  review->add_option("file", asked.review.file, "The letter, a UTF-8 text; - for standard input")->required();
  review->add_option("--language", asked.review.language, "Of the letter")->required()->check(one_of<Language>());
  review->add_flag("--json", asked.as_json, "As JSON");

  auto* letter = add(app, chosen, "render-letter", "Write one letter outside any complaint, from facts in a file", write_letter);
  letter->add_option("--language", asked.letter.language, "Of the letter")->required()->check(one_of<Language>());
  letter->add_option("--data-json", asked.letter.data_json, "The facts, a JSON file")->required()->check(CLI::ExistingFile);
  letter->add_option("--format", asked.letter.format, "text, html or pdf")->check(CLI::IsMember({"text", "html", "pdf"}))->capture_default_str();
  letter->add_option("--layout", asked.letter.layout, "Without it, the organisation's")->check(one_of<LetterLayout>());
  letter->add_option("--letterhead", asked.letter.letterhead, "As in gost-r-7.0.97; without it, the organisation's");
  letter->add_option("--paper", asked.letter.paper, "Without it, the organisation's")->check(one_of<Paper>());
  letter->add_option("--out", asked.letter.out, "The file to write; without it, standard output");
}

void describe_operator_commands(CLI::App& app, Asked& asked, Run& chosen) {
  auto* served = add(app, chosen, "serve", "Run a node: API, mail, deadlines and outbox in one process", serve_until_stopped);
  served->add_option("--listen", asked.listen, "HOST:PORT to listen on; port 0 takes any that is free");
  served->add_flag("--demo", asked.demonstration, "In a new data directory, take three demonstration mails in");
  auto* taken = add(app, chosen, "intake", "Take one raw mail in from standard input", intake);
  taken->add_option("--inlet", asked.inlet, "Where it came from, a short name");
  auto* read = add(app, chosen, "read-mail", "Show how one raw mail is read, storing nothing",
                   [](Asked const& all) { return print_mail(all.as_json ? MailOutput::Json : MailOutput::Text, all.authserv_id); });
  read->add_flag("--json", asked.as_json, "As JSON");
  read->add_option("--authserv-id", asked.authserv_id,
                   "How your mail server calls itself in Authentication-Results; without it nobody's word on the sender is believed");
  add(app, chosen, "migrate", "Bring the store up to date with this program, and do nothing else; `serve` does so too", migrate);
  add(app, chosen, "version", "Print the version", [](Asked const&) {
    std::cout << "redress " REDRESS_VERSION "\n";
    return 0;
  });
}

void describe_user_commands(CLI::App& app, Asked& asked, Run& chosen) {
  auto* users = app.add_subcommand("user", "Manage who may log in, and the tokens of programs");
  users->require_subcommand(1);
  auto const order = [&](std::string const& name, std::string const& what, int (*carry_out)(Session const&, UserOrder const&)) {
    auto* command = add(*users, chosen, name, what, [carry_out](Asked const& all) { return carry_out(session_of(all), all.user); });
    if (name != "list") command->add_option("name", asked.user.name, "What the user logs in with")->required();
    return command;
  };
  order("list", "List the users, as JSON", list_users);
  auto* added = order("add", "Add a user; the password is read from standard input", add_user);
  added->add_option("--role", asked.user.roles, "A role of workflows/access/roles.toml; may be given more than once")->required()->allow_extra_args(false);
  added->add_option("--staff", asked.user.staff, "Whom the history knows them as, as in staff-01");
  added->add_option("--language", asked.user.language, "Of what they read; without it, the organisation's")->check(one_of<Language>());
  order("disable", "Let a user in no more; their sessions end at once", disable_user);
  order("password", "Give a user a new password, read from standard input", set_password);
  auto* roles = order("roles", "Give a user these roles and no others", set_roles);
  roles->add_option("roles", asked.user.roles, "The roles")->required();
  auto* token = order("token", "Print a new bearer token of a user; a name that nobody has becomes a program's", make_token);
  token->add_option("--scope", asked.user.scopes, "Only this command or privilege, as in read-complaints or record-*; may be given more than once")
      ->allow_extra_args(false);
}

void log_to_standard_error() {
  auto logger = spdlog::stderr_color_mt("redress");
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  spdlog::set_default_logger(std::move(logger));
  spdlog::set_level(spdlog::level::info);
}

int run_chosen(Run const& chosen, Asked const& asked) {
  try {
    return chosen(asked);
  } catch (std::exception const& failure) {
    std::cerr << "redress: " << failure.what() << "\n";
    return 1;
  }
}

}  // namespace

int run_command_line(int argc, char** argv) {
  log_to_standard_error();
  Asked asked;
  Run chosen;
  CLI::App app("Redress carries complaints to a good end.", "redress");
  app.fallthrough();
  app.require_subcommand(1);
  app.add_option("--data", asked.data, "The folder with all state of this node")->capture_default_str();
  app.add_option("--config", asked.configuration, "Settings, a TOML file")->check(CLI::ExistingFile);
  describe_operator_commands(app, asked, chosen);
  describe_complaint_commands(app, asked, chosen);
  describe_quarantine_commands(app, asked, chosen);
  describe_auditor_commands(app, asked, chosen);
  describe_deadline_commands(app, asked, chosen);
  describe_letter_commands(app, asked, chosen);
  describe_user_commands(app, asked, chosen);
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return run_chosen(chosen, asked);
}

}  // namespace redress::app
