// SPDX-License-Identifier: Apache-2.0
#include "workflows/resolution/reply_address.hpp"

#include <array>

namespace redress::workflows {
namespace {

constexpr std::size_t token_letters = 26;                                  // 130 bits
constexpr std::size_t local_part_letters = 64;                             // RFC 5321, 4.5.3.1.1
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford's: nothing in it looks like another letter

/// Five of 256 bits each; none twice.
std::string draw_token(ports::Identifiers& identifiers) {
  auto const salt = identifiers.salt();
  std::string token;
  for (std::size_t i = 0; i < token_letters; ++i) token += alphabet[salt[i] % alphabet.size()];
  return token;
}

}  // namespace

void make_known(Turn& turn, ports::MessageEnvelope& envelope) {
  auto const& organisation = turn.at.rules.organisation;
  auto const uuid = turn.circumstances.identifiers.uuid(turn.at.now);
  auto const at = organisation.mail_address.find('@');
  ports::identify(envelope, uuid, organisation);
  bool const is_tagged = organisation.reply_address == ReplyAddress::Tagged && at + 1 + token_letters <= local_part_letters;
  if (is_tagged) envelope.reply_to = organisation.tagged_address(draw_token(turn.circumstances.identifiers));
}

std::optional<std::string> reply_token_of(Turn const& turn, ports::MessageEnvelope const& envelope) {
  auto token = turn.at.rules.organisation.tag_of(envelope.reply_to);
  return token.empty() ? std::nullopt : std::optional(std::move(token));
}

std::string return_path_of(Turn const& turn, ports::MessageEnvelope const& envelope) {
  return envelope.reply_to.empty() ? turn.at.rules.organisation.mail_address : envelope.reply_to;
}

}  // namespace redress::workflows
