// SPDX-License-Identifier: Apache-2.0
#include "adapters/mailboxes/pop3_session.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <sstream>

#include "engine/domain/ensure.hpp"

namespace redress::mailboxes {
namespace {

constexpr std::size_t longest_reply = 64 * 1024;
constexpr std::size_t lines_most = 1'000'000;
constexpr std::size_t longest_name = 70;  ///< RFC 1939

struct Entry {
  std::uint32_t number = 0;
  std::string value;
};

/// "17 4711": a mail's number, and what is said of it.
Entry entry_of(std::string const& line) {
  Entry entry;
  std::istringstream(line) >> entry.number >> entry.value;
  return entry;
}

std::map<std::uint32_t, std::string> entries_of(std::vector<std::string> const& lines) {
  std::map<std::uint32_t, std::string> entries;
  for (auto const& line : lines) {
    auto entry = entry_of(line);
    entries.emplace(entry.number, std::move(entry.value));
  }
  return entries;
}

bool is_larger(std::string const& size, std::size_t limit) {
  std::size_t bytes = 0;
  std::from_chars(size.data(), size.data() + size.size(), bytes);
  return bytes > limit;
}

std::set<std::string> mechanisms_of(std::vector<std::string> const& capabilities) {
  std::set<std::string> mechanisms;
  for (auto const& capability : capabilities) {
    std::istringstream words(capability);
    std::string word;
    words >> word;
    if (word != "SASL") continue;
    while (words >> word) mechanisms.insert(word);
  }
  return mechanisms;
}

/// What the server calls it, for the log: letters, digits and signs only, as the RFC demands.
std::string printable(std::string_view name) {
  std::string printable;
  for (char const letter : name.substr(0, longest_name)) printable += letter > ' ' && letter < '\x7f' ? letter : '?';
  return printable;
}

}  // namespace

Pop3Session::Pop3Session(MailboxSettings const& settings, StopCall const& stop) : settings_(settings), connection_(settings, stop) {
  log_in();
}

bool Pop3Session::is_accepted(std::string_view command) {
  ensure(command.find_first_of("\r\n") == std::string_view::npos, "a POP3 command is one line");
  connection_.send(fmt::format("{}\r\n", command));
  auto const reply = connection_.line(longest_reply);
  if (!reply.starts_with("+") && !reply.starts_with("-ERR")) throw MailboxFault("the mail server does not speak POP3");
  return reply.starts_with("+");
}

std::vector<std::string> Pop3Session::lines(std::string_view command) {
  std::vector<std::string> lines;
  if (!is_accepted(command)) return lines;
  for (auto line = connection_.line(longest_reply); line != "."; line = connection_.line(longest_reply)) {
    if (lines.size() == lines_most) throw MailboxFault("the mail server does not stop talking");
    lines.push_back(line.starts_with('.') ? line.substr(1) : line);
  }
  return lines;
}

void Pop3Session::log_in() {
  auto const mechanisms = mechanisms_of(lines("CAPA"));
  if (!log_in_as(read_credentials(settings_), mechanisms)) throw MailboxFault("the mail server refuses our log-in");
}

/// The response goes on a line of its own: some servers take no long first line.
bool Pop3Session::log_in_as(Credentials const& credentials, std::set<std::string> const& mechanisms) {
  auto const mechanism = mechanism_for(credentials, [&](std::string_view name) { return mechanisms.contains(std::string(name)); });
  if (!mechanism.name.empty()) {
    if (!is_accepted(fmt::format("AUTH {}", mechanism.name))) return false;
    connection_.send(mechanism.response + "\r\n");
    auto reply = connection_.line(longest_reply);
    if (reply.starts_with("+ ")) {  // why not, in detail; it wants an empty line before it says no
      connection_.send("\r\n");
      reply = connection_.line(longest_reply);
    }
    return reply.starts_with("+OK");
  }
  if (credentials.kind == Credentials::Kind::AccessToken) throw MailboxFault("the mail server offers no log-in that we know");
  return is_accepted(fmt::format("USER {}", credentials.user)) && is_accepted(fmt::format("PASS {}", credentials.secret));
}

std::vector<WaitingMail> Pop3Session::list() {
  auto names = entries_of(lines("UIDL"));
  std::vector<WaitingMail> mails;
  for (auto const& [number, size] : entries_of(lines("LIST"))) {
    auto const& name = names[number];
    mails.push_back({number, name.empty() ? fmt::format("number {}", number) : "UIDL " + printable(name), {}, is_larger(size, settings_.message_limit_bytes)});
  }
  return mails;
}

std::expected<std::string, NotFetched> Pop3Session::fetch(WaitingMail const& mail) {
  if (!is_accepted(fmt::format("RETR {}", mail.number))) return std::unexpected(NotFetched::Refused);
  std::string raw;
  bool is_too_large = false;
  for (;;) {
    auto const line = connection_.line(settings_.message_limit_bytes + longest_reply);
    if (line == ".") break;
    if (is_too_large) continue;
    raw.append(line, line.starts_with('.') ? 1 : 0).append("\r\n");
    is_too_large = raw.size() > settings_.message_limit_bytes;
  }
  if (is_too_large) return std::unexpected(NotFetched::TooLarge);
  return raw;
}

Removal Pop3Session::remove(WaitingMail const& mail) {
  return is_accepted(fmt::format("DELE {}", mail.number)) ? Removal::Removed : Removal::Refused;
}

bool Pop3Session::settle() {
  if (!is_accepted("QUIT")) throw MailboxFault("the mail server does not say that it removed what was taken");
  return false;
}

}  // namespace redress::mailboxes
