// SPDX-License-Identifier: Apache-2.0
#include "adapters/webhooks/webhook_mailer.hpp"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/URI.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <ostream>
#include <stdexcept>

namespace redress::webhooks {
namespace {

using Poco::Net::HTTPClientSession;
using Poco::Net::HTTPRequest;
using ports::Delivery;
using ports::DeliveryResult;
using ports::OutgoingMessage;

Poco::Timespan timespan(std::chrono::microseconds duration) {
  return Poco::Timespan(duration.count());
}

bool is_on_this_machine(std::string const& host) {
  return host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "[::1]";
}

bool may_be_told(std::string const& url) {
  try {
    Poco::URI const uri(url);
    bool const is_private = uri.getScheme() == "https" || (uri.getScheme() == "http" && is_on_this_machine(uri.getHost()));
    return is_private && !uri.getHost().empty() && uri.getUserInfo().empty() && uri.getFragment().empty();
  } catch (Poco::Exception const&) {
    return false;
  }
}

/// OpenSSL itself compares the name, as part of the handshake. Poco does so after it, and not at all when the handshake was slower than its time limit.
Poco::Net::Context::Ptr trusting_only(std::string const& host) {
  using Poco::Net::Context;
  Context::Params parameters;
  parameters.loadDefaultCAs = true;
  parameters.verificationMode = Context::VERIFY_STRICT;
  Context::Ptr context = new Context(Context::TLS_CLIENT_USE, parameters);
  context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
  auto* const demands = SSL_CTX_get0_param(context->sslContext());
  bool const is_set = X509_VERIFY_PARAM_set1_ip_asc(demands, host.c_str()) == 1 || X509_VERIFY_PARAM_set1_host(demands, host.data(), host.size()) == 1;
  if (!is_set) throw Poco::Net::SSLException("the name cannot be verified");
  return context;
}

std::unique_ptr<HTTPClientSession> session_to(Poco::URI const& uri, Patience const& patience) {
  std::unique_ptr<HTTPClientSession> session;
  if (uri.getScheme() == "https")
    session = std::make_unique<Poco::Net::HTTPSClientSession>(uri.getHost(), uri.getPort(), trusting_only(uri.getHost()));
  else
    session = std::make_unique<HTTPClientSession>(uri.getHost(), uri.getPort());
  session->setTimeout(timespan(patience.connect), timespan(patience.send), timespan(patience.receive));
  return session;
}

/// Empty when it cannot be read, or there is nothing in it.
std::string secret_in(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string secret{std::istreambuf_iterator<char>(stream), {}};
  if (secret.ends_with('\n')) secret.pop_back();
  if (secret.ends_with('\r')) secret.pop_back();
  return secret;
}

std::string signature_of(std::string_view bytes, std::string const& secret) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  auto const* const data = reinterpret_cast<unsigned char const*>(bytes.data());
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), data, bytes.size(), digest.data(), &size) == nullptr)
    throw std::runtime_error("the message cannot be signed");
  return fmt::format("sha256={:02x}", fmt::join(digest.begin(), digest.begin() + size, ""));
}

DeliveryResult meaning_of(int status) {
  constexpr std::array later{408, 425, 429};
  if (status >= 200 && status < 300) return DeliveryResult::Accepted;
  if (std::ranges::find(later, status) != later.end()) return DeliveryResult::Later;
  return status >= 300 && status < 500 ? DeliveryResult::Refused : DeliveryResult::Later;
}

/// A stream keeps to itself why it failed.
[[noreturn]] void fail_as(HTTPClientSession const& session) {
  if (auto const* failure = session.networkException()) failure->rethrow();
  throw Poco::Net::NetException("the connection broke while sending");
}

/// One message on its way to one receiver. What is kept of a failure is its kind: texts of libraries can hold addresses.
class Post {
 public:
  Post(Receiver const& receiver, OutgoingMessage const& message, Patience const& patience) : receiver_(receiver), message_(message), patience_(patience) {}

  Delivery deliver() {
    std::optional<std::string> secret;
    if (!receiver_.secret_file.empty()) {
      secret = secret_in(receiver_.secret_file);
      if (secret->empty()) return {DeliveryResult::Later, fmt::format("the secret of {} cannot be read", receiver_.name)};
    }
    try {
      auto const status = send(secret);
      return {meaning_of(status), fmt::format("{} answered {}", receiver_.name, status)};
    } catch (Poco::Exception const& exception) {
      auto const result = is_sent_ ? DeliveryResult::Ambiguous : DeliveryResult::Later;
      return {result, fmt::format("{} gave no answer: {}", receiver_.name, exception.name())};
    }
  }

 private:
  int send(std::optional<std::string> const& secret) {
    Poco::URI const uri(receiver_.url);
    auto const session = session_to(uri, patience_);
    auto const target = uri.getPathAndQuery();
    HTTPRequest request(HTTPRequest::HTTP_POST, target.starts_with('/') ? target : "/" + target, HTTPRequest::HTTP_1_1);
    request.setContentType("application/json");
    request.setContentLength64(static_cast<Poco::Int64>(message_.bytes.size()));
    request.setKeepAlive(false);
    request.set("Redress-Delivery", message_.key);
    if (secret) request.set("Redress-Signature", signature_of(message_.bytes, *secret));
    auto& body = session->sendRequest(request);
    body.write(message_.bytes.data(), static_cast<std::streamsize>(message_.bytes.size()));
    body.flush();
    if (!body) fail_as(*session);
    is_sent_ = true;
    Poco::Net::HTTPResponse response;
    session->receiveResponse(response);
    return response.getStatus();
  }

  Receiver const& receiver_;
  OutgoingMessage const& message_;
  Patience const& patience_;
  bool is_sent_ = false;
};

}  // namespace

WebhookMailer::WebhookMailer(std::vector<Receiver> receivers, Patience patience) : receivers_(std::move(receivers)), patience_(patience) {
  for (auto const& receiver : receivers_)
    if (!may_be_told(receiver.url)) throw std::invalid_argument("the address of the system \"" + receiver.name + "\" is neither https nor on this machine");
}

Delivery WebhookMailer::deliver(OutgoingMessage const& message) {
  auto const receiver = std::ranges::find(receivers_, message.envelope_to, &Receiver::name);
  if (receiver == receivers_.end()) return {DeliveryResult::Refused, "nobody knows the address of this system any more"};
  return Post(*receiver, message, patience_).deliver();
}

}  // namespace redress::webhooks
