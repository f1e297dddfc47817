// SPDX-License-Identifier: Apache-2.0
#include "engine/domain/organisation.hpp"

namespace redress {
namespace {

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& letter : small)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return small;
}

}  // namespace

std::string Organisation::tag_of(std::string_view given_address) const {
  auto const ours = in_small_letters(mail_address);
  auto const given = in_small_letters(given_address);
  auto const at = ours.find('@');
  auto const given_at = given.find('@');
  if (at == std::string::npos || given_at == std::string::npos || given.substr(given_at) != ours.substr(at)) return {};
  auto const begin = ours.substr(0, at) + "+";
  return given.starts_with(begin) ? given.substr(begin.size(), given_at - begin.size()) : std::string{};
}

}  // namespace redress
