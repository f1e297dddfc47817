// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "adapters/rules/rule_file.hpp"
#include "adapters/rules/rules.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::rules {
namespace {

/// Enough to catch a slip of the keyboard; whether the address exists, only its first letter shows.
std::string mail_address(RuleTable& table, std::string_view key) {
  auto address = table.text(key);
  auto const at = address.find('@');
  bool const sound = at != std::string::npos && at > 0 && at + 1 < address.size() && address.find('@', at + 1) == std::string::npos &&
                     address.find_first_of(" \t\r\n<>,;") == std::string::npos;
  if (!sound) table.refuse(key, fmt::format("\"{}\" must be a mail address such as complaints@example.org", key));
  return address;
}

/// "away = [{ from = 2026-07-01, until = 2026-07-14 }]".
std::vector<Absence> absences(RuleTable& member) {
  std::vector<Absence> away;
  for (auto& entry : member.tables("away")) {
    Absence const absence{entry.date("from"), entry.date("until")};
    if (absence.until < absence.from) entry.refuse("until", "\"until\" is before \"from\"; give the last day they are away");
    entry.end();
    away.push_back(absence);
  }
  return away;
}

/// "authority = { minor_units = 50000, currency = \"EUR\" }".
std::optional<Money> authority(RuleTable& member) {
  if (!member.has("authority")) return std::nullopt;
  auto table = member.table("authority");
  Money amount{table.positive_number("minor_units"), table.text("currency")};
  bool const is_code = amount.currency.size() == 3 && std::ranges::all_of(amount.currency, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
  if (!is_code) table.refuse("currency", "\"currency\" must be an ISO 4217 code such as EUR");
  table.end();
  return amount;
}

bool is_on_this_machine(std::string_view host) {
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

/// https with a host, or http to this machine: what a system is told must not be read, nor changed, on its way.
bool is_address_of_a_system(std::string_view url) {
  auto const scheme = url.substr(0, std::min(url.find("://"), url.size()));
  if (scheme == url || url.find_first_of(" \t\r\n\"<>\\#@") != std::string_view::npos) return false;
  auto host = url.substr(scheme.size() + 3);
  host = host.substr(0, host.find_first_of("/?"));
  if (auto const colon = host.rfind(':'); colon != std::string_view::npos && !host.ends_with(']')) host = host.substr(0, colon);
  return !host.empty() && (scheme == "https" || (scheme == "http" && is_on_this_machine(host)));
}

/// The path of a file, which the text gives from the folder of the organisation's own file. Whether there is one is seen at once.
std::string file_named(RuleTable& table, std::string_view key, std::filesystem::path const& folder) {
  auto const given = table.optional_text(key);
  if (given.empty()) return {};
  std::error_code unreadable;
  auto path = (folder / given).string();
  if (!std::filesystem::is_regular_file(path, unreadable)) table.refuse(key, "there is no such file; its path is meant from the folder of this file");
  return path;
}

ToldSystem told_system(RuleTable& table, std::filesystem::path const& folder) {
  ToldSystem system{table.text("name"), table.optional_text("url"), file_named(table, "secret_file", folder)};
  if (!system.url.empty() && !is_address_of_a_system(system.url))
    table.refuse("url", "\"url\" must begin with https://, or with http:// and lead to this machine, and hold no name or password");
  if (system.url.empty() && !system.secret_file.empty()) table.refuse("secret_file", "a secret without a \"url\" signs nothing; add the url or take it out");
  table.end();
  return system;
}

std::vector<ToldSystem> read_systems(RuleTable& file, std::filesystem::path const& folder) {
  std::vector<ToldSystem> systems;
  for (auto& entry : file.tables("systems")) {
    auto system = told_system(entry, folder);
    if (std::ranges::find(systems, system.name, &ToldSystem::name) != systems.end())
      entry.refuse("name", fmt::format("\"{}\" is described twice; take one of the two out", system.name));
    systems.push_back(std::move(system));
  }
  return systems;
}

/// Levels above the handler, in the order of the enumeration.
constexpr std::array<std::string_view, 3> escalation_levels{"supervisor", "executive", "external-body"};

std::map<Escalation, StaffId> read_escalation(RuleTable& file, Organisation const& organisation) {
  std::map<Escalation, StaffId> escalation;
  for (auto& entry : file.tables("escalation")) {
    auto const level = static_cast<Escalation>(entry.one_of("level", escalation_levels) + 1);
    StaffId const staff{entry.text("staff")};
    if (organisation.find(staff) == nullptr) entry.refuse("staff", fmt::format("there is no member of staff \"{}\"; add one or correct the name", staff.value));
    if (!escalation.emplace(level, staff).second) entry.refuse("level", "this level is there already; name one person for each");
    entry.end();
  }
  return escalation;
}

StaffMember staff_member(RuleTable& table, std::filesystem::path const& folder) {
  StaffMember member;
  member.id = StaffId{table.text("id")};
  member.name = table.text_in_every_language("name");
  member.title = table.text_in_every_language("title");
  member.email = mail_address(table, "email");
  member.phone = table.text("phone");
  member.line_manager = StaffId{table.optional_text("line_manager")};
  member.away = absences(table);
  member.authority = authority(table);
  member.calendar_token_file = file_named(table, "calendar_token_file", folder);
  table.end();
  return member;
}

/// Rule 11 asks the line manager of whoever is complained about, so a line must lead somewhere and must not lead back to where it began.
void check_line(RuleTable const& entry, Organisation const& organisation, StaffMember const& member) {
  auto const* above = &member;
  for (std::size_t steps = 0; !above->line_manager.empty(); ++steps) {
    auto const* manager = organisation.find(above->line_manager);
    if (!manager) entry.refuse("line_manager", fmt::format("there is no member of staff \"{}\"; add one or correct the name", above->line_manager.value));
    if (steps == organisation.staff.size()) entry.refuse("line_manager", "this line of managers goes round in a circle; let it end at the top");
    above = manager;
  }
}

std::vector<StaffMember> read_staff(std::vector<RuleTable>& entries, std::filesystem::path const& folder) {
  std::vector<StaffMember> staff;
  for (auto& entry : entries) {
    auto member = staff_member(entry, folder);
    if (std::ranges::find(staff, member.id, &StaffMember::id) != staff.end())
      entry.refuse("id", fmt::format("\"{}\" is already taken; give every member of staff an id of their own", member.id.value));
    staff.push_back(std::move(member));
  }
  return staff;
}

/// "[letters]": every key has a default, and so has the whole table. Whether there is such a letterhead is for the letter writer to see, who reads them.
LetterStyle letter_style(RuleTable& file) {
  LetterStyle style;
  auto table = file.optional_table("letters");
  if (!table) return style;
  if (table->has("letterhead")) style.letterhead = table->text("letterhead");
  style.layout = table->enumerator("layout", style.layout);
  style.paper = table->enumerator("paper", style.paper);
  style.kept = table->enumerator("kept", style.kept);
  table->end();
  return style;
}

std::vector<NumberPattern> read_numbers(RuleTable& file) {
  std::vector<NumberPattern> numbers;
  for (auto& table : file.tables("numbers")) {
    NumberPattern number{table.text("kind"), table.text("pattern")};
    if (auto const why = why_unusable(number.pattern); !why.empty()) table.refuse("pattern", "\"pattern\" cannot be used: " + why);
    table.end();
    numbers.push_back(std::move(number));
  }
  return numbers;
}

/// Those of "acknowledge_handlers", in their order.
std::vector<StaffId> named_staff(RuleTable& mail, std::string_view key, Organisation const& organisation) {
  std::vector<std::string_view> known;
  for (auto const& member : organisation.staff) known.push_back(member.id.value);
  std::vector<StaffId> named;
  for (auto const place : mail.some_of(key, known)) named.push_back(organisation.staff[place].id);
  return named;
}

/// Whatever would leave every complaint to handlers after all is refused, rather than found out by the first deadline.
AcknowledgingRules acknowledging_rules(RuleTable& mail, Organisation const& organisation) {
  AcknowledgingRules rules;
  rules.how = mail.enumerator("acknowledge", rules.how);
  rules.senders = mail.enumerator("acknowledge_senders", rules.senders);
  if (mail.has("acknowledge_handlers")) rules.handlers = named_staff(mail, "acknowledge_handlers", organisation);
  if (mail.has("acknowledge_most_an_hour")) rules.most_an_hour_a_domain = mail.positive_number("acknowledge_most_an_hour");
  if (rules.how == Acknowledging::ByHand) return rules;
  if (rules.handlers.empty()) mail.refuse("acknowledge", "a complaint is acknowledged in somebody's name; say in \"acknowledge_handlers\" whose");
  if (rules.senders == AcknowledgedSenders::Authenticated && organisation.authserv_id.empty())
    mail.refuse("acknowledge", "nobody says which senders are what they say; give \"authserv_id\", or set acknowledge_senders = \"everybody\"");
  return rules;
}

}  // namespace

Organisation load_organisation(std::filesystem::path const& path) {
  RuleTable file(path);
  Organisation organisation;
  organisation.name = file.text_in_every_language("name");
  organisation.address = file.lines_in_every_language("address");
  organisation.external_body = file.text_in_every_language("external_body");
  auto mail = file.table("mail");
  organisation.mail_name = mail.text("name");
  organisation.mail_address = mail_address(mail, "address");
  organisation.reply_address = mail.enumerator("replies", ReplyAddress::Plain);
  organisation.digests = mail.enumerator("digest", organisation.digests);
  organisation.log_origin = file.text("log_origin");
  organisation.calendar = file.text("calendar");
  organisation.profile = file.text("profile");
  auto const language = file.text("language");
  auto const known = enumerator_named<Language>(language);
  if (!known) file.refuse("language", fmt::format("\"{}\" is not one of en, lv and ru", language));
  organisation.language = *known;
  auto const folder = std::filesystem::absolute(path).parent_path();
  organisation.letter_style = letter_style(file);
  organisation.registration_number = file.optional_text("registration_number");
  auto entries = file.tables("staff");
  organisation.staff = read_staff(entries, folder);
  organisation.escalation = read_escalation(file, organisation);
  organisation.systems = read_systems(file, folder);
  organisation.numbers = read_numbers(file);
  organisation.authserv_id = mail.optional_text("authserv_id");
  organisation.acknowledging = acknowledging_rules(mail, organisation);
  mail.end();
  organisation.register_file = file_named(file, "register", folder);
  // Beside the organisation's file it need not be named.
  if (auto const beside = folder / "register.jsonl"; organisation.register_file.empty() && std::filesystem::is_regular_file(beside))
    organisation.register_file = beside.string();
  file.end();
  if (organisation.staff.empty()) file.refuse("staff", "nobody works here; add a [[staff]] for everyone who may handle complaints");
  for (std::size_t i = 0; i < entries.size(); ++i) check_line(entries[i], organisation, organisation.staff[i]);
  return organisation;
}

}  // namespace redress::rules
