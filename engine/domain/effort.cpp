// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/effort.hpp"

#include <algorithm>
#include <chrono>
#include <string>

namespace redress {
namespace {

bool is_letter_or_digit(char byte) {
  bool const is_ascii = static_cast<unsigned char>(byte) < 0x80;
  return !is_ascii || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// What is left of a question when it does not matter how it is written.
std::string gist(std::string_view question) {
  std::string left;
  for (char const byte : question)
    if (is_letter_or_digit(byte)) left += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  return left;
}

std::int64_t days_waited(Complaint const& complaint, Time now) {
  auto const waited = complaint.ended_at.value_or(now) - complaint.received.received_at - complaint.rested;
  return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::days>(waited).count());
}

}  // namespace

Effort effort_of(Complaint const& complaint, Time now) {
  Effort effort;
  effort.contacts_in = std::ranges::count(complaint.contacts, Direction::In, &Contact::direction);
  effort.contacts_out = std::ranges::count(complaint.contacts, Direction::Out, &Contact::direction);
  effort.appointments = static_cast<std::int64_t>(complaint.appointments.size());
  effort.transfers = complaint.transfers;
  effort.questions = static_cast<std::int64_t>(complaint.questions.size());
  effort.repetitions = std::ranges::count(complaint.questions, true, &AskedQuestion::again);
  effort.extensions = complaint.extensions;
  effort.days_waited = days_waited(complaint, now);
  return effort;
}

bool is_answered(Complaint const& complaint, std::string_view question) {
  auto const asked = gist(question);
  return !asked.empty() && std::ranges::any_of(complaint.questions, [&](AskedQuestion const& one) { return one.answered && gist(one.text) == asked; });
}

}  // namespace redress
