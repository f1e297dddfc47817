// SPDX-License-Identifier: Apache-2.0
#include "adapters/oidc/id_token.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <cjose/cjose.h>
#include <boost/json.hpp>

#include "adapters/codec/digest.hpp"
#include "adapters/oidc/provider_fault.hpp"

namespace redress::oidc {
namespace {

using boost::json::array;
using boost::json::object;

constexpr Duration clock_skew = std::chrono::minutes{1};
/// A token comes straight from the provider, in answer to a log-in that takes minutes at most.
constexpr Duration oldest = std::chrono::minutes{10};
constexpr std::size_t longest_subject = 255;
constexpr std::size_t longest_token = 16 * 1024;

using Key = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;
using Signed = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;

object object_in(std::string_view json, char const* fault) {
  boost::json::error_code failed;
  auto value = boost::json::parse(json, failed);
  if (failed || !value.is_object()) throw ProviderFault(fault);
  return std::move(value.as_object());
}

std::string text_in(object const& fields, std::string_view name) {
  auto const* value = fields.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string{};
}

struct Header {
  std::string algorithm;
  std::string key_id;
};

/// Two algorithms are believed: "none" is no signature, and the ones that begin with HS would take our own secret, or a public key, for a key to sign with.
Header header_of(std::string_view token) {
  auto const json = codec::from_base64url(token.substr(0, token.find('.')));
  if (!json || token.size() > longest_token) throw ProviderFault("the ID token is no signed token");
  auto const fields = object_in(*json, "the ID token is no signed token");
  Header header{text_in(fields, "alg"), text_in(fields, "kid")};
  if (header.algorithm != "RS256" && header.algorithm != "ES256") throw ProviderFault("the ID token is signed by another algorithm than RS256 or ES256");
  if (fields.contains("crit")) throw ProviderFault("the ID token demands what we do not know");
  return header;
}

bool may_have_signed(object const& key, Header const& header) {
  auto const is_or_unsaid = [&](std::string_view name, std::string_view wanted) { return !key.contains(name) || text_in(key, name) == wanted; };
  bool const is_of_kind = header.algorithm == "RS256" ? text_in(key, "kty") == "RSA" : text_in(key, "kty") == "EC" && text_in(key, "crv") == "P-256";
  bool const has_name = header.key_id.empty() || text_in(key, "kid") == header.key_id;
  return is_of_kind && has_name && is_or_unsaid("use", "sig") && is_or_unsaid("alg", header.algorithm);
}

/// 2048 bits, as RFC 7518 demands.
bool is_long_enough(object const& key) {
  constexpr std::size_t shortest_modulus = 256;
  auto const modulus = codec::from_base64url(text_in(key, "n"));
  return text_in(key, "kty") != "RSA" || (modulus && modulus->size() >= shortest_modulus);
}

std::vector<object> keys_for(std::string_view keys, Header const& header) {
  auto const set = object_in(keys, "the keys of the provider cannot be read");
  auto const* all = set.if_contains("keys");
  if (all == nullptr || !all->is_array()) throw ProviderFault("the keys of the provider cannot be read");
  std::vector<object> found;
  for (auto const& one : all->as_array())
    if (one.is_object() && may_have_signed(one.as_object(), header) && is_long_enough(one.as_object())) found.push_back(one.as_object());
  return found;
}

/// Only what makes it a public key goes on to the library.
Key imported(object const& key) {
  object bare;
  for (auto const* name : {"kty", "n", "e", "crv", "x", "y"})
    if (auto const* value = key.if_contains(name)) bare[name] = *value;
  auto const json = boost::json::serialize(bare);
  cjose_err error{};
  return {cjose_jwk_import(json.data(), json.size(), &error), &cjose_jwk_release};
}

/// cjose releases a token whose signature is wrong no later than we do, and cannot be asked twice; so each key gets a token of its own.
std::string payload_signed_by(std::string_view token, object const& key) {
  cjose_err error{};
  auto const known = imported(key);
  Signed const parsed(cjose_jws_import(token.data(), token.size(), &error), &cjose_jws_release);
  if (!known || !parsed || !cjose_jws_verify(parsed.get(), known.get(), &error)) return {};
  std::uint8_t* bytes = nullptr;
  std::size_t count = 0;
  if (!cjose_jws_get_plaintext(parsed.get(), &bytes, &count, &error)) return {};
  return {bytes, bytes + count};
}

object verified_claims(std::string_view token, std::string_view keys) {
  auto const header = header_of(token);
  for (auto const& key : keys_for(keys, header))
    if (auto const payload = payload_signed_by(token, key); !payload.empty()) return object_in(payload, "the claims of the ID token cannot be read");
  throw ProviderFault("the ID token is not signed by a key of the provider");
}

Time moment_in(object const& claims, std::string_view name) {
  auto const* value = claims.if_contains(name);
  boost::json::error_code failed;
  auto const seconds = value == nullptr || !value->is_number() ? 0 : value->to_number<std::int64_t>(failed);
  constexpr std::int64_t last_believed = 253'402'300'799;  // the end of the year 9999
  if (failed || seconds <= 0 || seconds > last_believed) throw ProviderFault("the ID token does not say when it was made and until when it holds");
  return Time{std::chrono::seconds{seconds}};
}

void check_moments(object const& claims, Time now) {
  if (moment_in(claims, "exp") <= now - clock_skew) throw ProviderFault("the ID token has expired");
  auto const made = moment_in(claims, "iat");
  if (made > now + clock_skew) throw ProviderFault("the ID token was made in the future; compare the clocks");
  if (made < now - oldest) throw ProviderFault("the ID token was made long ago");
  if (claims.contains("nbf") && moment_in(claims, "nbf") > now + clock_skew) throw ProviderFault("the ID token does not hold yet");
}

/// For us, and when also for others then asked for by us.
void check_audience(object const& claims, std::string const& client_id) {
  auto const* audience = claims.if_contains("aud");
  bool const is_ours = audience != nullptr && audience->is_string() && audience->as_string() == client_id;
  bool const is_among = audience != nullptr && audience->is_array() &&
                        std::ranges::any_of(audience->as_array(), [&](auto const& one) { return one.is_string() && one.as_string() == client_id; });
  if (!is_ours && !is_among) throw ProviderFault("the ID token is for somebody else");
  bool const is_for_several = is_among && audience->as_array().size() > 1;
  if ((is_for_several || claims.contains("azp")) && text_in(claims, "azp") != client_id) throw ProviderFault("the ID token was asked for by somebody else");
}

std::string verified_email(object const& claims) {
  auto const* verified = claims.if_contains("email_verified");
  return verified != nullptr && verified->is_bool() && verified->as_bool() ? text_in(claims, "email") : std::string{};
}

}  // namespace

KeyFound find_key(std::string_view token, std::string_view keys) {
  return keys_for(keys, header_of(token)).empty() ? KeyFound::No : KeyFound::Yes;
}

ports::ProvenIdentity check_id_token(std::string_view token, std::string_view keys, Expected const& expected) {
  auto const claims = verified_claims(token, keys);
  if (text_in(claims, "iss") != expected.issuer) throw ProviderFault("the ID token is from another issuer");
  check_audience(claims, expected.client_id);
  check_moments(claims, expected.now);
  if (expected.nonce.empty() || text_in(claims, "nonce") != expected.nonce) throw ProviderFault("the ID token answers another log-in");
  auto const subject = text_in(claims, "sub");
  if (subject.empty() || subject.size() > longest_subject) throw ProviderFault("the ID token does not say whom it is about");
  return {expected.issuer, subject, verified_email(claims)};
}

}  // namespace redress::oidc
