// SPDX-License-Identifier: Apache-2.0
#include "adapters/oidc/openid_provider.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <utility>

#include <boost/json.hpp>

#include "adapters/codec/digest.hpp"
#include "adapters/oidc/id_token.hpp"
#include "adapters/oidc/provider_fault.hpp"
#include "adapters/oidc/web_client.hpp"

namespace redress::oidc {

using boost::json::object;
using Steady = std::chrono::steady_clock;

/// What the provider says of itself.
struct OpenidProvider::Known {
  std::string authorization;
  std::string token;
  std::string keys;
  bool names_itself = false;           ///< on the way back (RFC 9207)
  bool takes_secret_in_header = true;  ///< client_secret_basic, which is also what holds when it says nothing
  Steady::time_point at;
};

namespace {

constexpr std::chrono::hours believed_for{1};
/// Once it did not answer: nobody waits for it meanwhile.
constexpr std::chrono::seconds left_alone_for{5};

object answer_in(std::string const& json) {
  boost::json::error_code failed;
  auto value = boost::json::parse(json, failed);
  if (failed || !value.is_object()) throw ProviderFault("the provider's answer cannot be read");
  return std::move(value.as_object());
}

std::string text_in(object const& fields, std::string_view name) {
  auto const* value = fields.if_contains(name);
  if (value == nullptr || !value->is_string() || value->as_string().empty()) throw ProviderFault("the provider does not say its " + std::string(name));
  return std::string(value->as_string());
}

bool flag_in(object const& fields, std::string_view name) {
  auto const* value = fields.if_contains(name);
  return value != nullptr && value->is_bool() && value->as_bool();
}

bool lists_or_is_silent(object const& fields, std::string_view name, std::string_view wanted) {
  auto const* value = fields.if_contains(name);
  if (value == nullptr || !value->is_array()) return true;
  return std::ranges::any_of(value->as_array(), [&](auto const& one) { return one.is_string() && one.as_string() == wanted; });
}

std::string address_in(object const& fields, std::string_view name) {
  auto address = text_in(fields, name);
  if (!is_trustworthy(address)) throw ProviderFault("the provider names an address that is neither https nor on this machine");
  return address;
}

/// The file is read each time: a secret can be changed without a restart.
std::string secret_in(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::string secret{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
  if (secret.empty()) throw ProviderFault("the file of the client's secret is empty, or cannot be read");
  return secret;
}

std::string base64(std::string_view bytes) {
  auto text = codec::base64url(bytes);
  std::ranges::replace(text, '-', '+');
  std::ranges::replace(text, '_', '/');
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

std::string challenge_of(std::string const& verifier) {
  auto const digest = codec::sha256(verifier);
  return codec::base64url(std::span<unsigned char const>(digest));
}

/// RFC 9207: whoever mixes up two providers gets the browser back from the wrong one.
void check_return(ports::ProviderReturn const& returned, std::string const& issuer, bool names_itself) {
  if (!returned.issuer.empty() && returned.issuer != issuer) throw ProviderFault("the browser came back from another issuer");
  if (names_itself && returned.issuer.empty()) throw ProviderFault("the provider did not say who it is, though it says that it does");
  if (!returned.error.empty()) throw ProviderFault("the provider let nobody in");
  if (returned.code.empty()) throw ProviderFault("the provider sent no code");
}

}  // namespace

OpenidProvider::OpenidProvider(ProviderSettings settings) : settings_(std::move(settings)) {}

OpenidProvider::~OpenidProvider() = default;

std::shared_ptr<OpenidProvider::Known const> OpenidProvider::discovered() {
  {
    std::lock_guard const lock(mutex_);
    if (known_ && Steady::now() - known_->at < believed_for) return known_;
    if (Steady::now() < not_asked_before_) throw ProviderFault(why_not_asked_);
  }
  try {
    return discover();
  } catch (ProviderFault const& fault) {
    std::lock_guard const lock(mutex_);
    not_asked_before_ = Steady::now() + left_alone_for;
    why_not_asked_ = fault.what();
    throw;
  }
}

std::shared_ptr<OpenidProvider::Known const> OpenidProvider::discover() {
  auto base = settings_.issuer;
  while (base.ends_with('/')) base.pop_back();
  auto const said = answer_in(WebClient(settings_.ca_file.string()).get(base + "/.well-known/openid-configuration"));
  if (text_in(said, "issuer") != settings_.issuer) throw ProviderFault("the provider calls itself otherwise than the settings do");
  if (!lists_or_is_silent(said, "code_challenge_methods_supported", "S256")) throw ProviderFault("the provider does not know PKCE with S256");
  auto const known =
      std::make_shared<Known const>(Known{address_in(said, "authorization_endpoint"), address_in(said, "token_endpoint"), address_in(said, "jwks_uri"),
                                          flag_in(said, "authorization_response_iss_parameter_supported"),
                                          lists_or_is_silent(said, "token_endpoint_auth_methods_supported", "client_secret_basic"), Steady::now()});
  std::lock_guard const lock(mutex_);
  keys_.clear();
  return known_ = known;
}

std::expected<std::string, ports::IdentityRefused> OpenidProvider::address_for(ports::ProviderAttempt const& attempt) try {
  auto const known = discovered();
  auto const separator = known->authorization.find('?') == std::string::npos ? "?" : "&";
  return known->authorization + separator + "response_type=code&scope=openid%20email&client_id=" + escaped(settings_.client_id) +
         "&redirect_uri=" + escaped(settings_.return_address) + "&state=" + escaped(attempt.state) + "&nonce=" + escaped(attempt.nonce) +
         "&code_challenge=" + challenge_of(attempt.verifier) + "&code_challenge_method=S256";
} catch (ProviderFault const& fault) {
  return std::unexpected(ports::IdentityRefused{fault.what()});
}

std::expected<ports::ProvenIdentity, ports::IdentityRefused> OpenidProvider::prove(ports::ProviderAttempt const& attempt, ports::ProviderReturn const& returned,
                                                                                   Time now) try {
  auto const known = discovered();
  check_return(returned, settings_.issuer, known->names_itself);
  auto const token = exchange(*known, attempt, returned.code);
  return check_id_token(token, keys_for(*known, token), {settings_.issuer, settings_.client_id, attempt.nonce, now});
} catch (ProviderFault const& fault) {
  return std::unexpected(ports::IdentityRefused{fault.what()});
}

std::string OpenidProvider::exchange(Known const& known, ports::ProviderAttempt const& attempt, std::string const& code) const {
  Form form;
  form.body = "grant_type=authorization_code&code=" + escaped(code) + "&redirect_uri=" + escaped(settings_.return_address) +
              "&code_verifier=" + escaped(attempt.verifier);
  auto const secret = settings_.client_secret_file.empty() ? std::string{} : secret_in(settings_.client_secret_file);
  bool const is_in_header = !secret.empty() && known.takes_secret_in_header;
  if (is_in_header) form.authorization = "Basic " + base64(escaped(settings_.client_id) + ":" + escaped(secret));
  if (!is_in_header) form.body += "&client_id=" + escaped(settings_.client_id);
  if (!secret.empty() && !is_in_header) form.body += "&client_secret=" + escaped(secret);
  return text_in(answer_in(WebClient(settings_.ca_file.string()).post(known.token, form)), "id_token");
}

/// Those we have, unless the token names one they lack: then the provider has changed them, and they are fetched once more.
std::string OpenidProvider::keys_for(Known const& known, std::string const& token) {
  {
    std::lock_guard const lock(mutex_);
    if (!keys_.empty() && find_key(token, keys_) == KeyFound::Yes) return keys_;
  }
  auto fetched = WebClient(settings_.ca_file.string()).get(known.keys);
  std::lock_guard const lock(mutex_);
  return keys_ = std::move(fetched);
}

}  // namespace redress::oidc
