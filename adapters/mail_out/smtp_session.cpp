// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_out/smtp_session.hpp"

#include <openssl/evp.h>

#include <fstream>
#include <iterator>

namespace redress::mail_out {

namespace {

void expect(bool is_as_hoped, char const* what, SmtpReply const& reply) {
  if (!is_as_hoped) throw SmtpFault(std::string(what) + ": " + reply.text);
}

SmtpReply greet(SmtpConnection& connection, SmtpSettings const& settings) {
  auto reply = connection.command("EHLO " + (settings.helo_name.empty() ? connection.own_address() : settings.helo_name));
  expect(reply.is_accepted(), "the mail server does not greet us", reply);
  return reply;
}

bool wants_tls(TlsPolicy policy, SmtpReply const& greeting) {
  if (policy == TlsPolicy::None) return false;
  if (offers(greeting, "STARTTLS")) return true;
  if (policy == TlsPolicy::Opportunistic) return false;
  throw SmtpFault("the mail server offers no TLS, which is required: nothing was sent");
}

// What was offered in the clear is forgotten, as RFC 3207 demands: anybody may have said it.
SmtpReply secure(SmtpConnection& connection, SmtpSettings const& settings) {
  auto const reply = connection.command("STARTTLS");
  expect(reply.is_accepted(), "the mail server refuses TLS", reply);
  connection.begin_tls();
  return greet(connection, settings);
}

std::string base64(std::string_view text) {
  std::string encoded(4 * ((text.size() + 2) / 3) + 1, '\0');
  int const length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), reinterpret_cast<unsigned char const*>(text.data()), static_cast<int>(text.size()));
  encoded.resize(static_cast<std::size_t>(length));
  return encoded;
}

std::string read_password(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string password((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream) throw SmtpFault("the password file for the mail server cannot be read");
  while (password.ends_with('\n') || password.ends_with('\r')) password.pop_back();
  return password;
}

SmtpReply log_in_plainly(SmtpConnection& connection, std::string const& user, std::string const& password) {
  return connection.command("AUTH PLAIN " + base64('\0' + user + '\0' + password));
}

SmtpReply log_in_by_questions(SmtpConnection& connection, std::string const& user, std::string const& password) {
  auto reply = connection.command("AUTH LOGIN");
  if (reply.is_intermediate()) reply = connection.command(base64(user));
  if (reply.is_intermediate()) reply = connection.command(base64(password));
  return reply;
}

void log_in(SmtpConnection& connection, SmtpSettings const& settings, SmtpReply const& greeting) {
  if (!connection.is_private()) throw SmtpFault("no log-in without TLS: nothing was sent");
  auto const means = offers(greeting, "AUTH", "PLAIN") ? log_in_plainly : offers(greeting, "AUTH", "LOGIN") ? log_in_by_questions : nullptr;
  if (means == nullptr) throw SmtpFault("the mail server offers no log-in that we know (PLAIN, LOGIN)");
  auto const reply = means(connection, settings.user, read_password(settings.password_file));
  expect(reply.is_accepted(), "the mail server refuses our log-in", reply);
}

}  // namespace

std::unique_ptr<SmtpConnection> open_session(SmtpSettings const& settings) {
  auto connection = std::make_unique<SmtpConnection>(settings);
  auto const welcome = connection->reply(settings.receive_timeout);
  if (!welcome.is_accepted()) throw SmtpTurnedAway("the mail server turns us away: " + welcome.text);
  auto greeting = greet(*connection, settings);
  if (wants_tls(settings.tls, greeting)) greeting = secure(*connection, settings);
  if (!settings.user.empty()) log_in(*connection, settings, greeting);
  return connection;
}

}  // namespace redress::mail_out
