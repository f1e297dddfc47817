// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/identity_actions.hpp"

#include <chrono>
#include <cstdint>

#include <fmt/format.h>

#include "engine/domain/ensure.hpp"
#include "engine/domain/numbers_in_text.hpp"
#include "workflows/policies/identity.hpp"
#include "workflows/resolution/notices.hpp"
#include "workflows/resolution/reply_address.hpp"

namespace redress::workflows {
namespace {

constexpr auto code_is_good_for = std::chrono::days{7};

/// Eight digits.
std::string draw_code(ports::Identifiers& identifiers) {
  auto const salt = identifiers.salt();
  std::uint64_t drawn = 0;
  for (std::size_t i = 0; i < 8; ++i) drawn = drawn << 8 | salt[i];
  return fmt::format("{:04}-{:04}", drawn / 10'000 % 10'000, drawn % 10'000);
}

/// However it is written down on the way.
std::string digest_of(std::string_view code, Reference const& reference, ports::LetterWriter const& letters) {
  std::string digits = reference.value + ":";
  for (char const c : code)
    if (c >= '0' && c <= '9') digits += c;
  return letters.freeze(digits, "text/plain").sha256;
}

ports::IdentityClues clues_of(Turn const& turn, ComplaintReceived const& received) {
  auto const& command = turn.command<ReceiveComplaint>();
  ports::IdentityClues clues{
      received.complainant.name, received.complainant.email, telephone_numbers_in(received.complainant.phone), {}, command.earlier_account.value_or(""),
      received.narrative};
  for (auto& phone : telephone_numbers_in(received.narrative)) clues.phones.push_back(std::move(phone));
  for (auto const& line : received.evidence) clues.text += "\n" + line;
  for (auto& found : numbers_in(clues.text, turn.at.rules.organisation.numbers)) clues.numbers.push_back(std::move(found.number));
  return clues;
}

std::optional<std::string> account_of(Turn const& turn, ConfirmIdentity const& command) {
  auto const& complaint = turn.complaint();
  if (command.account) return command.account;
  if (complaint.identity_question && command.method == IdentityMethod::RegisteredAddress) return complaint.identity_question->account;
  if (!complaint.candidates.empty() && policies::is_known(complaint.candidates.front())) return complaint.candidates.front().account;
  return std::nullopt;
}

}  // namespace

void propose_identity(Turn& turn, ComplaintReceived const& received) {
  auto const* parties = turn.at.rules.parties;
  if (parties == nullptr) return;
  bool const is_disowned = received.authentication && received.authentication->doubts_sender();
  auto const doubts = is_disowned ? std::vector{IdentityDoubt::SenderNotAuthenticated} : std::vector<IdentityDoubt>{};
  auto candidates = policies::candidates_among(parties->sharing(clues_of(turn, received)), doubts);
  if (candidates.empty()) return;
  auto const likeliest = candidates.front();
  turn.record(IdentityProposed{std::move(candidates)});
  if (!policies::is_known(likeliest)) notices::identity_doubtful(turn, received, likeliest.account_manager);
}

bool is_wrong_code(Complaint const& complaint, ConfirmIdentity const& command, ports::LetterWriter const& letters, Time now) {
  if (!command.code) return false;
  auto const& question = complaint.identity_question;
  return !question || now - question->asked_at > code_is_good_for || question->code_digest.empty() ||
         question->code_digest != digest_of(*command.code, complaint.received.reference, letters);
}

namespace actions {

void AskAtTheAddress::perform(Turn& turn) {
  auto const* candidate = policies::candidate_to_ask(turn.at);
  ensure(candidate != nullptr, "a policy let a question to nobody through");
  auto const code = draw_code(turn.circumstances.identifiers);
  auto const envelope = notices::identity_question(turn, candidate->address, code);
  turn.record(IdentityAsked{candidate->account, candidate->address, digest_of(code, turn.complaint().received.reference, turn.letters), envelope.message_id,
                            reply_token_of(turn, envelope)});
}

void ConfirmWho::perform(Turn& turn) {
  auto const& command = turn.command<ConfirmIdentity>();
  turn.record(IdentityConfirmed{command.method, command.note, account_of(turn, command)});
}

}  // namespace actions
}  // namespace redress::workflows
