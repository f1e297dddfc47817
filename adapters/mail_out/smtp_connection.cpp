// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_out/smtp_connection.hpp"

#include <Poco/Net/Context.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>

#include "engine/domain/ensure.hpp"

namespace redress::mail_out {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t longest_line = 4096;
constexpr std::size_t most_lines = 100;
constexpr std::size_t piece = 65536;

Poco::Timespan timespan(std::chrono::microseconds duration) {
  return Poco::Timespan(duration.count());
}

/// Runs what uses the socket and turns Poco's exceptions into ours.
template <class Action>
auto guarded(char const* what, Action action) {
  try {
    return action();
  } catch (Poco::TimeoutException const&) {
    throw SmtpFault(std::string(what) + ": no answer in time");
  } catch (Poco::Exception const& exception) {
    throw SmtpFault(std::string(what) + ": " + exception.displayText());
  }
}

Poco::Net::StreamSocket connected(Poco::Net::SocketAddress const& address, SmtpSettings const& settings) {
  Poco::Net::StreamSocket socket;
  socket.connect(address, timespan(settings.connect_timeout));
  socket.setNoDelay(true);  // a command waits for its reply: delaying it gains nothing and costs 40 ms each
  socket.setSendTimeout(timespan(settings.send_timeout));
  socket.setReceiveTimeout(timespan(settings.receive_timeout));
  return socket;
}

Poco::Net::StreamSocket connect_to_host(SmtpSettings const& settings) {
  auto const addresses = Poco::Net::DNS::resolve(settings.host).addresses();
  for (std::size_t i = 0; i + 1 < addresses.size(); ++i) {
    try {
      return connected({addresses[i], settings.port}, settings);
    } catch (Poco::Exception const&) {
      continue;
    }
  }
  if (addresses.empty()) throw SmtpFault("the mail server's name has no address");
  return connected({addresses.back(), settings.port}, settings);
}

/// OpenSSL itself compares the name, as part of the handshake. Poco does so after it, and not at all when the handshake was slower than its
/// time limit.
void demand_certificate_of(std::string const& host, Poco::Net::Context& context) {
  auto* const demands = SSL_CTX_get0_param(context.sslContext());
  bool const is_set = X509_VERIFY_PARAM_set1_ip_asc(demands, host.c_str()) == 1 || X509_VERIFY_PARAM_set1_host(demands, host.data(), host.size()) == 1;
  if (!is_set) throw SmtpFault("the mail server's name cannot be verified");
}

Poco::Net::Context::Ptr tls_context(SmtpSettings const& settings) {
  using Poco::Net::Context;
  Context::Params parameters;
  parameters.caLocation = settings.ca_file.string();
  parameters.loadDefaultCAs = settings.ca_file.empty();
  bool const is_verified = settings.tls == TlsPolicy::RequiredVerified;
  parameters.verificationMode = is_verified ? Context::VERIFY_STRICT : Context::VERIFY_NONE;
  Context::Ptr context = new Context(Context::TLS_CLIENT_USE, parameters);
  context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
  context->enableExtendedCertificateVerification(false);
  if (is_verified) demand_certificate_of(settings.host, *context);
  return context;
}

}  // namespace

SmtpConnection::SmtpConnection(SmtpSettings const& settings)
    : settings_(settings), socket_(guarded("cannot connect to the mail server", [&] { return connect_to_host(settings); })) {}

SmtpConnection::~SmtpConnection() {
  try {
    socket_.setSendTimeout(timespan(std::chrono::seconds(1)));
    socket_.setReceiveTimeout(timespan(std::chrono::seconds(1)));
    send("QUIT\r\n");
    socket_.close();
  } catch (...) {
    // Nobody waits for a farewell.
  }
}

SmtpReply SmtpConnection::command(std::string_view line, std::chrono::milliseconds patience) {
  ensure(line.find_first_of("\r\n") == std::string_view::npos, "an SMTP command is one line");
  if (!unread_.empty()) throw SmtpFault("the mail server spoke out of turn");
  send(std::string(line) + "\r\n");
  return reply(patience);
}

void SmtpConnection::send(std::string_view bytes) {
  guarded("the connection broke while sending", [&] {
    while (!bytes.empty()) {
      int const sent = socket_.sendBytes(bytes.data(), static_cast<int>(std::min(bytes.size(), piece)));
      if (sent <= 0) throw SmtpFault("the connection broke while sending");
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  });
}

SmtpReply SmtpConnection::reply(std::chrono::milliseconds patience) {
  auto const deadline = steady_clock::now() + patience;
  SmtpReply reply;
  for (std::size_t count = 0; count < most_lines; ++count) {
    auto const line = take_line(deadline);
    if (!add_line(reply, line)) throw SmtpFault("the mail server does not speak SMTP");
    if (ends_reply(line)) return reply;
  }
  throw SmtpFault("the mail server does not stop talking");
}

std::string SmtpConnection::take_line(steady_clock::time_point deadline) {
  auto end = unread_.find('\n');
  while (end == std::string::npos) {
    if (unread_.size() > longest_line) throw SmtpFault("the mail server does not speak SMTP");
    receive(deadline);
    end = unread_.find('\n');
  }
  std::string line = unread_.substr(0, end);
  unread_.erase(0, end + 1);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

void SmtpConnection::receive(steady_clock::time_point deadline) {
  auto const left = std::chrono::duration_cast<std::chrono::microseconds>(deadline - steady_clock::now());
  if (left.count() <= 0) throw SmtpFault("waiting for the mail server: no answer in time");
  std::array<char, longest_line> buffer;
  int const count = guarded("waiting for the mail server", [&] {
    socket_.setReceiveTimeout(timespan(left));
    return socket_.receiveBytes(buffer.data(), static_cast<int>(buffer.size()));
  });
  if (count <= 0) throw SmtpFault("the mail server hung up");
  unread_.append(buffer.data(), static_cast<std::size_t>(count));
}

void SmtpConnection::begin_tls() {
  if (!unread_.empty()) throw SmtpFault("the mail server spoke out of turn");
  guarded("the TLS handshake failed", [&] {
    socket_.setReceiveTimeout(timespan(settings_.receive_timeout));
    auto const secure = Poco::Net::SecureStreamSocket::attach(socket_, settings_.host, tls_context(settings_));
    if (!secure.havePeerCertificate()) throw SmtpFault("the TLS handshake failed: no answer in time");
    socket_ = secure;
  });
  is_private_ = true;
}

bool SmtpConnection::is_quiet() const {
  try {
    return unread_.empty() && !socket_.poll(Poco::Timespan(0), Poco::Net::Socket::SELECT_READ | Poco::Net::Socket::SELECT_ERROR);
  } catch (Poco::Exception const&) {
    return false;
  }
}

std::string SmtpConnection::own_address() const {
  return guarded("the connection is gone", [&] {
    auto const host = socket_.address().host();
    return (host.family() == Poco::Net::AddressFamily::IPv6 ? "[IPv6:" : "[") + host.toString() + "]";
  });
}

}  // namespace redress::mail_out
