// SPDX-License-Identifier: Apache-2.0
#include "adapters/mailboxes/credentials.hpp"

#include <sodium.h>

#include <fstream>
#include <iterator>

#include "adapters/mailboxes/mailbox_session.hpp"

namespace redress::mailboxes {
namespace {

using namespace std::string_literals;

std::string base64(std::string const& text) {
  std::string encoded(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<unsigned char const*>(text.data()), text.size(), sodium_base64_VARIANT_ORIGINAL);
  encoded.pop_back();
  return encoded;
}

std::string first_line_of(std::filesystem::path const& file, char const* what) {
  std::ifstream stream(file, std::ios::binary);
  std::string secret((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream) throw MailboxFault(what + " cannot be read"s);
  while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
  if (secret.empty() || secret.find_first_of("\r\n\0"s) != std::string::npos) throw MailboxFault(what + " does not hold one line"s);
  return secret;
}

}  // namespace

Credentials read_credentials(MailboxSettings const& settings) {
  if (!settings.oauth_token_file.empty())
    return {settings.user, first_line_of(settings.oauth_token_file, "the file of the mailbox's access token"), Credentials::Kind::AccessToken};
  return {settings.user, first_line_of(settings.password_file, "the file of the mailbox's password"), Credentials::Kind::Password};
}

std::string plain_response(Credentials const& credentials) {
  return base64("\0"s + credentials.user + "\0"s + credentials.secret);
}

std::string oauthbearer_response(Credentials const& credentials) {
  std::string user;  // as RFC 5801 writes a name
  for (char const letter : credentials.user) user += letter == ',' ? "=2C" : letter == '=' ? "=3D" : std::string(1, letter);
  return base64("n,a=" + user + ",\1auth=Bearer " + credentials.secret + "\1\1");
}

std::string xoauth2_response(Credentials const& credentials) {
  return base64("user=" + credentials.user + "\1auth=Bearer " + credentials.secret + "\1\1");
}

}  // namespace redress::mailboxes
