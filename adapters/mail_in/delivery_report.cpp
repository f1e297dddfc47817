// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/delivery_report.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "adapters/mail_in/address_field.hpp"
#include "adapters/mail_in/encoded_words.hpp"
#include "adapters/mail_in/field_scanner.hpp"
#include "adapters/mail_in/text_decoding.hpp"

namespace redress::mail_in {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t most_outcomes = 100;
constexpr std::size_t longest_explanation = 500;
constexpr std::size_t prose_bytes = 64 * 1024;
constexpr std::size_t longest_address_part = 256;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "rfc822; anna@example.org" says "anna@example.org".
std::string address_within(std::string_view field) {
  if (auto const semicolon = field.find(';'); semicolon != npos) field.remove_prefix(semicolon + 1);
  auto const found = read_address_field(field, {});
  return found.empty() || !is_deliverable(found.front().address) ? std::string() : found.front().address;
}

/// The length of "5.1.1" at the front; 0 when something else stands there.
std::size_t status_length(std::string_view text) {
  if (text.empty() || (text[0] != '2' && text[0] != '4' && text[0] != '5')) return 0;
  std::size_t at = 1;
  for (int part = 0; part < 2; ++part) {
    if (at >= text.size() || text[at] != '.') return 0;
    auto const digits = std::min(text.find_first_not_of("0123456789", at + 1), text.size()) - at - 1;
    if (digits == 0 || digits > 3) return 0;
    at += digits + 1;
  }
  return at < text.size() && (text[at] == '.' || is_digit(text[at])) ? 0 : at;
}

std::string status_within(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) continue;
    if (auto const length = status_length(text.substr(at))) return std::string(text.substr(at, length));
  }
  return {};
}

std::string explanation_in(std::string_view field) {
  if (auto const semicolon = field.find(';'); semicolon != npos && semicolon < 20) field.remove_prefix(semicolon + 1);
  return std::string(at_most(decoded_line(field, {}), longest_explanation));
}

DeliveryFate fate_of(std::string_view action, std::string_view status) {
  std::string const word = in_small_letters(trimmed_blanks(action));
  if (word.starts_with("delayed")) return DeliveryFate::Delayed;
  if (word.starts_with("delivered") || word.starts_with("relayed") || word.starts_with("expanded")) return DeliveryFate::Delivered;
  return word.empty() && status.starts_with('2') ? DeliveryFate::Delivered : DeliveryFate::Failed;
}

/// One group of fields of a message/delivery-status part; empty when it speaks of no recipient.
std::optional<DeliveryOutcome> outcome_in(HeaderFields const& group) {
  auto const value = [&](std::string_view name) { return group.last(name).value_or(std::string_view()); };
  if (!group.has("Final-Recipient") && !group.has("Original-Recipient") && !group.has("Action")) return std::nullopt;
  DeliveryOutcome outcome;
  outcome.recipient = address_within(value("Original-Recipient"));
  if (outcome.recipient.empty()) outcome.recipient = address_within(value("Final-Recipient"));
  outcome.status = status_within(value("Status"));
  outcome.explanation = explanation_in(value("Diagnostic-Code"));
  outcome.fate = fate_of(value("Action"), outcome.status);
  return outcome;
}

std::vector<DeliveryOutcome> outcomes_in(std::string_view status_part) {
  std::vector<DeliveryOutcome> outcomes;
  while (!status_part.empty() && outcomes.size() < most_outcomes) {
    std::size_t const before = status_part.size();
    HeaderFields const group = HeaderFields::read(status_part);
    if (auto outcome = outcome_in(group)) outcomes.push_back(*std::move(outcome));
    if (status_part.size() == before) status_part.remove_prefix(std::min(status_part.find('\n'), before - 1) + 1);
  }
  return outcomes;
}

bool tells_of_a_delay(std::string_view text) {
  constexpr std::array words{std::string_view{"delay"},
                             std::string_view{"will be retried"},
                             std::string_view{"still being retried"},
                             std::string_view{"not yet been delivered"},
                             std::string_view{"will continue to"},
                             std::string_view{"will keep trying"},
                             std::string_view{"warning"},
                             std::string_view{"could not send mail for past"}};
  std::string const small = in_small_letters(text);
  return std::ranges::any_of(words, [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

/// The first address in prose; servers name the one that failed before anything else.
std::string address_in_prose(std::string_view text) {
  constexpr std::string_view edges = " \t\r\n<>\"'(),;:[]";
  for (auto at = text.find('@'); at != npos; at = text.find('@', at + 1)) {
    std::string_view before = text.substr(0, at).substr(at - std::min(at, longest_address_part));
    if (auto const edge = before.find_last_of(edges); edge != npos) before.remove_prefix(edge + 1);
    std::string_view const behind = text.substr(at, longest_address_part);
    std::string_view word = text.substr(at - before.size(), before.size() + std::min(behind.find_first_of(edges), behind.size()));
    while (word.ends_with('.')) word.remove_suffix(1);
    std::string const mailbox = in_small_letters(before);
    if (is_deliverable(word) && word.find('.', before.size()) != npos && mailbox != "postmaster" && mailbox != "mailer-daemon") return std::string(word);
  }
  return {};
}

DeliveryOutcome outcome_in_prose(HeaderFields const& header, std::string_view text, std::string_view subject) {
  DeliveryOutcome outcome;
  outcome.recipient = address_within(header.last("X-Failed-Recipients").value_or(std::string_view()));
  if (outcome.recipient.empty()) outcome.recipient = address_in_prose(text);
  outcome.status = status_within(text);
  outcome.fate = tells_of_a_delay(subject) ? DeliveryFate::Delayed : DeliveryFate::Failed;
  return outcome;
}

/// "Message-ID: <…>" in quoted text, with whatever the server put before it.
std::string identifier_in_prose(std::string_view text) {
  std::string const small = in_small_letters(text);
  for (auto at = small.find("message-id:"); at != npos; at = small.find("message-id:", at + 1)) {
    std::string_view const before = std::string_view(small).substr(0, at);
    std::string_view const line_begin = before.substr(0, before.find_last_not_of(" \t>|") + 1);
    bool const begins_line = line_begin.empty() || line_begin.ends_with('\n');
    auto const found = begins_line ? identifier_within(text.substr(at + 11, 1'000)) : std::string();
    if (!found.empty()) return found;
  }
  return {};
}

std::string original_message_id(HeaderFields const& header, MimeBody const& body) {
  for (std::string_view returned : body.returned_headers) {
    returned.remove_prefix(std::min(returned.find_first_not_of("\r\n"), returned.size()));
    HeaderFields const fields = HeaderFields::read(returned);
    auto const id = identifier_within(fields.last("Message-ID").value_or(std::string_view()));
    if (!id.empty()) return id;
  }
  for (std::string_view const text : {std::string_view(body.text), std::string_view(body.html_text)})
    if (auto const id = identifier_in_prose(text.substr(0, 4 * prose_bytes)); !id.empty()) return id;
  for (std::string_view const name : {"In-Reply-To", "References"})
    if (auto const id = identifier_within(header.last(name).value_or(std::string_view())); !id.empty()) return id;
  return {};
}

}  // namespace

std::string identifier_within(std::string_view field) {
  auto const open = field.find('<');
  auto const line_end = std::min(field.find_first_not_of(" \t\r\n"), field.size());
  if (open == npos || field.find_first_not_of(" \t\r\n") != open) {
    auto const word = field.substr(line_end, field.find_first_of(" \t\r\n", line_end) - line_end);
    return word.find('@') == npos ? std::string() : cleaned_line(undeclared_to_utf8(word, {}));
  }
  auto const close = field.find('>', open);
  if (close == npos) return {};
  std::string id;
  for (char const c : field.substr(open + 1, close - open - 1))
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') id += c;
  return cleaned_line(undeclared_to_utf8(id, {}));
}

DeliveryReport read_delivery_report(HeaderFields const& header, MimeBody const& body, std::string_view subject) {
  DeliveryReport report;
  report.original_message_id = original_message_id(header, body);
  for (std::string const& status : body.delivery_statuses)
    for (DeliveryOutcome& outcome : outcomes_in(status))
      if (report.outcomes.size() < most_outcomes) report.outcomes.push_back(std::move(outcome));
  std::string_view const prose = std::string_view(body.text.empty() ? body.html_text : body.text).substr(0, prose_bytes);
  if (report.outcomes.empty()) report.outcomes.push_back(outcome_in_prose(header, prose, subject));
  if (report.outcomes.front().recipient.empty()) report.outcomes.front().recipient = address_in_prose(prose);
  return report;
}

}  // namespace redress::mail_in
