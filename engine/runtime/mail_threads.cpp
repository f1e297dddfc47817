// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/mail_threads.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace redress::runtime {
namespace {

constexpr int merges_most = 16;
constexpr std::size_t reference_length = 11;  // "R-7K3M-Q9PX"

bool is_letter_or_digit(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& letter : capitals)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return capitals;
}

bool is_same_address(std::string_view left, std::string_view right) {
  return !left.empty() && in_capitals(left) == in_capitals(right);
}

/// The first of what looks like a reference; empty when nothing does.
std::string reference_in(std::string_view subject) {
  auto const text = in_capitals(subject);
  for (auto at = text.find("R-"); at != std::string::npos; at = text.find("R-", at + 1)) {
    auto const piece = std::string_view(text).substr(at, reference_length);
    bool const stands_alone =
        (at == 0 || !is_letter_or_digit(text[at - 1])) && (at + reference_length >= text.size() || !is_letter_or_digit(text[at + reference_length]));
    bool const fits = piece.size() == reference_length && piece[6] == '-' && std::ranges::all_of(piece.substr(2, 4), is_letter_or_digit) &&
                      std::ranges::all_of(piece.substr(7), is_letter_or_digit);
    if (fits && stands_alone) return std::string(piece);
  }
  return {};
}

}  // namespace

std::optional<MailThread> MailThreads::of(ReadMail const& mail) const {
  if (auto sent = by_address(mail)) return MailThread{std::move(*sent), KnownBy::ReplyAddress};
  for (auto const& id : mail.answers)
    if (auto sent = engine_.store().sent_as(id); sent && may_answer(mail, *sent)) return MailThread{std::move(*sent), KnownBy::Answer};
  return std::nullopt;
}

std::optional<ports::SentMessage> MailThreads::returned_by(ReadMail const& mail) const {
  if (auto sent = by_address(mail)) return sent;
  if (mail.original_message_id.empty()) return std::nullopt;
  return engine_.store().sent_as(mail.original_message_id);
}

std::optional<Reference> MailThreads::suggested_by(ReadMail const& mail) const {
  for (auto const& id : mail.answers)
    if (auto const sent = engine_.store().sent_as(id)) return sent->reference;
  Reference const named(reference_in(mail.subject));
  if (named.empty() || !engine_.store().load(named)) return std::nullopt;
  return named;
}

Reference MailThreads::living(Reference const& reference) const {
  auto living = reference;
  for (int merge = 0; merge < merges_most; ++merge) {
    auto const complaint = engine_.store().load(living);
    if (!complaint || complaint->stage != Stage::Merged || !complaint->merged_into) return living;
    living = *complaint->merged_into;
  }
  return living;
}

std::optional<ports::SentMessage> MailThreads::by_address(ReadMail const& mail) const {
  auto const& organisation = engine_.workflow().rulebook().organisation;
  for (auto const* list : {&mail.to, &mail.cc})
    for (auto const& mailbox : *list)
      if (auto const tag = organisation.tag_of(mailbox.address); !tag.empty())
        if (auto sent = engine_.store().sent_with(tag)) return sent;
  return std::nullopt;
}

bool MailThreads::may_answer(ReadMail const& mail, ports::SentMessage const& sent) const {
  if (mail.authentication.proves_sender()) return true;
  return !mail.authentication.doubts_sender() && comes_from_recipient(mail, sent);
}

bool MailThreads::comes_from_recipient(ReadMail const& mail, ports::SentMessage const& sent) const {
  auto const complaint = engine_.store().load(sent.reference);
  if (!complaint) return false;
  auto const& from = mail.from.address;
  if (!sent.sending.recipient.empty())
    return std::ranges::any_of(complaint->involved,
                               [&](Involved const& one) { return one.person == sent.sending.recipient && is_same_address(from, one.email); });
  if (sent.sending.letter.empty()) return complaint->identity_question && is_same_address(from, complaint->identity_question->address);
  return is_same_address(from, complaint->received.complainant.email);
}

}  // namespace redress::runtime
