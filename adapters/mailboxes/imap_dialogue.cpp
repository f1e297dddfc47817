// SPDX-License-Identifier: Apache-2.0
#include "adapters/mailboxes/imap_dialogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/domain/ensure.hpp"

namespace redress::mailboxes {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

constexpr std::size_t longest_line = std::size_t{8} << 20;  ///< a search may name a million mails
constexpr std::size_t responses_most = 100'000;

bool is_sentence(std::string_view line) {
  for (std::string_view const word : {"+ ", "* OK ", "* NO ", "* BAD ", "* BYE "})
    if (line.starts_with(word)) return true;
  return false;
}

/// The length at the end of a line that a literal follows. A sentence for people may end so too, and nothing follows it.
std::optional<std::size_t> literal_behind(std::string_view line) {
  auto const brace = line.rfind('{');
  if (!line.ends_with('}') || brace == std::string_view::npos) return std::nullopt;
  auto digits = line.substr(brace + 1, line.size() - brace - 2);
  if (digits.ends_with('+')) digits.remove_suffix(1);
  std::size_t size = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return size;
}

ImapStatus status_of(std::string_view text) {
  if (text.starts_with("OK")) return ImapStatus::Ok;
  return text.starts_with("NO") ? ImapStatus::No : ImapStatus::Bad;
}

bool is_code_letter(char letter) {
  return (letter >= 'A' && letter <= 'Z') || letter == '-';
}

}  // namespace

std::string ImapAnswer::code() const {
  auto const from = text.find(' ') + 1;
  if (from == 0 || from >= text.size() || text[from] != '[') return {};
  auto const end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(from) + 1, text.end(), is_code_letter);
  return fmt::format("{}]", std::string(text.begin() + static_cast<std::ptrdiff_t>(from), end));
}

ImapAnswer ImapDialogue::command(std::string_view command, std::initializer_list<std::string_view> continuations) {
  return read_answer(begin(command), continuations);
}

std::string ImapDialogue::begin(std::string_view command) {
  ensure(command.find_first_of("\r\n") == std::string_view::npos, "an IMAP command is one line");
  auto tag = fmt::format("R{}", ++commands_);
  connection_.send(fmt::format("{} {}\r\n", tag, command));
  return tag;
}

ImapAnswer ImapDialogue::read_answer(std::string const& tag, std::initializer_list<std::string_view> continuations) {
  ImapAnswer answer;
  auto next = continuations.begin();
  while (answer.untagged.size() < responses_most) {
    auto response = read_response();
    if (response.text.starts_with('+')) {
      connection_.send(fmt::format("{}\r\n", next == continuations.end() ? std::string_view{} : *next));
      if (next != continuations.end()) ++next;
    } else if (response.text.starts_with(tag + " ")) {
      answer.text = response.text.substr(tag.size() + 1);
      answer.status = status_of(answer.text);
      return answer;
    } else if (response.text.starts_with("* ")) {
      answer.untagged.push_back(std::move(response));
    } else {
      throw MailboxFault("the mail server does not speak IMAP");
    }
  }
  throw MailboxFault("the mail server does not stop talking");
}

ImapResponse ImapDialogue::read_response() {
  ImapResponse response;
  response.text = connection_.line(longest_line);
  if (is_sentence(response.text)) return response;
  while (auto const size = literal_behind(response.text)) {
    read_literal(*size, response);
    response.text += connection_.line(longest_line);
    if (response.text.size() > longest_line) throw MailboxFault("the mail server does not stop talking");
  }
  return response;
}

void ImapDialogue::read_literal(std::size_t size, ImapResponse& into) {
  if (size > longest_literal_) {
    connection_.skip(size);
    into.has_too_large_literal = true;
  } else if (into.literal) {
    connection_.skip(size);
  } else {
    into.literal = connection_.bytes(size);
  }
}

void ImapDialogue::idle(milliseconds longest) {
  auto const tag = begin("IDLE");
  for (;;) {
    auto const response = read_response();
    if (response.text.starts_with('+')) break;
    if (response.text.starts_with(tag + " ")) throw MailboxFault("the mail server offers IDLE, and refuses it");
  }
  wait_for_news(longest);
  connection_.send("DONE\r\n");
  if (!read_answer(tag, {}).is_ok()) throw MailboxFault("the mail server does not end IDLE");
}

void ImapDialogue::wait_for_news(milliseconds longest) {
  auto const end = Steady::now() + longest;
  for (auto left = longest; left.count() > 0; left = std::chrono::duration_cast<milliseconds>(end - Steady::now())) {
    if (!connection_.wait(left)) continue;
    auto const response = read_response();
    if (response.text.starts_with("* BYE")) throw MailboxFault("the mail server hung up");
    if (response.text.ends_with(" EXISTS")) return;
  }
}

std::string in_quotes(std::string_view text) {
  std::string written = "\"";
  for (char const letter : text) {
    if (letter == '"' || letter == '\\') written += '\\';
    written += letter;
  }
  return written + '"';
}

}  // namespace redress::mailboxes
