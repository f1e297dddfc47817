// SPDX-License-Identifier: Apache-2.0
// ID tokens as an enemy would make them: each is right in all but one thing, and none is believed.
#include "adapters/oidc/id_token.hpp"

#include <cstdlib>

#include <cjose/cjose.h>
#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "adapters/codec/digest.hpp"
#include "adapters/oidc/provider_fault.hpp"
#include "adapters/oidc/web_client.hpp"

namespace redress::oidc {
namespace {

using boost::json::array;
using boost::json::object;

enum class Kind { Rsa, ShortRsa, Elliptic, Secret };

/// A key of the provider's, or of an enemy's.
class SigningKey {
 public:
  SigningKey(std::string name, Kind kind) : name_(std::move(name)), key_(made(kind)) {}
  ~SigningKey() { cjose_jwk_release(key_); }
  SigningKey(SigningKey const&) = delete;
  SigningKey& operator=(SigningKey const&) = delete;

  [[nodiscard]] object published() const {
    cjose_err error{};
    char* json = cjose_jwk_to_json(key_, false, &error);
    auto key = boost::json::parse(json).as_object();
    std::free(json);
    key["kid"] = name_;
    return key;
  }

  [[nodiscard]] std::string sign(object const& claims, std::string const& algorithm) const {
    cjose_err error{};
    auto* header = cjose_header_new(&error);
    cjose_header_set(header, CJOSE_HDR_ALG, algorithm.c_str(), &error);
    cjose_header_set(header, CJOSE_HDR_KID, name_.c_str(), &error);
    auto const text = boost::json::serialize(claims);
    auto* token = cjose_jws_sign(key_, header, reinterpret_cast<std::uint8_t const*>(text.data()), text.size(), &error);
    char const* compact = nullptr;
    cjose_jws_export(token, &compact, &error);
    std::string signed_token(compact);
    cjose_jws_release(token);
    cjose_header_release(header);
    return signed_token;
  }

 private:
  static cjose_jwk_t* made(Kind kind) {
    cjose_err error{};
    if (kind == Kind::Elliptic) return cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error);
    if (kind == Kind::Secret) return cjose_jwk_create_oct_random(256, &error);
    return cjose_jwk_create_RSA_random(kind == Kind::ShortRsa ? 1024 : 2048, nullptr, 0, &error);
  }

  std::string name_;
  cjose_jwk_t* key_;
};

SigningKey const& our_key() {
  static SigningKey const key("key-1", Kind::Rsa);
  return key;
}

class IdToken : public ::testing::Test {
 protected:
  [[nodiscard]] std::int64_t in_seconds(Duration by) const {
    return std::chrono::duration_cast<std::chrono::seconds>((expected.now + by).time_since_epoch()).count();
  }
  [[nodiscard]] object claims() const {
    return {{"iss", expected.issuer},        {"sub", "subject-7"},      {"aud", expected.client_id},   {"exp", in_seconds(std::chrono::hours{1})},
            {"iat", in_seconds(Duration{})}, {"nonce", expected.nonce}, {"email", "ilze@example.org"}, {"email_verified", true}};
  }
  [[nodiscard]] object with(std::string_view name, boost::json::value value) const {
    auto changed = claims();
    changed[name] = std::move(value);
    return changed;
  }
  [[nodiscard]] object without(std::string_view name) const {
    auto changed = claims();
    changed.erase(name);
    return changed;
  }
  [[nodiscard]] static std::string set_of(array keys) { return boost::json::serialize(object{{"keys", std::move(keys)}}); }

  /// Why the token is not believed; empty when it is.
  [[nodiscard]] std::string fault_of_token(std::string const& token, std::string const& keys) const {
    try {
      static_cast<void>(check_id_token(token, keys, expected));
    } catch (ProviderFault const& fault) {
      return fault.what();
    }
    return {};
  }
  [[nodiscard]] std::string fault_of(object const& told) const { return fault_of_token(our_key().sign(told, "RS256"), published); }

  Expected const expected{"https://id.example.org", "redress", "the nonce", *parse_time("2026-03-02T09:00:00Z")};
  std::string const published = set_of({our_key().published()});
};

TEST_F(IdToken, IsBelievedWhenEverythingIsRight) {
  auto const proven = check_id_token(our_key().sign(claims(), "RS256"), published, expected);

  EXPECT_EQ(proven.issuer, "https://id.example.org");
  EXPECT_EQ(proven.subject, "subject-7");
  EXPECT_EQ(proven.verified_email, "ilze@example.org");
}

TEST_F(IdToken, MayBeSignedOnAnEllipticCurve) {
  SigningKey const key("key-2", Kind::Elliptic);

  EXPECT_EQ(fault_of_token(key.sign(claims(), "ES256"), set_of({our_key().published(), key.published()})), "");
}

TEST_F(IdToken, WithoutASignatureIsNone) {
  for (auto const* algorithm : {"none", "None", "NONE", ""}) {
    auto const header = codec::base64url(boost::json::serialize(object{{"alg", algorithm}}));
    auto const token = header + "." + codec::base64url(boost::json::serialize(claims())) + ".";
    EXPECT_EQ(fault_of_token(token, published), "the ID token is signed by another algorithm than RS256 or ES256") << algorithm;
  }
}

TEST_F(IdToken, SignedWithASharedSecretIsNone) {
  SigningKey const secret("key-1", Kind::Secret);

  EXPECT_NE(fault_of_token(secret.sign(claims(), "HS256"), set_of({our_key().published(), secret.published()})), "");
}

TEST_F(IdToken, SignedByAnotherKeyOfTheSameNameIsNone) {
  SigningKey const enemy("key-1", Kind::Rsa);

  EXPECT_EQ(fault_of_token(enemy.sign(claims(), "RS256"), published), "the ID token is not signed by a key of the provider");
}

TEST_F(IdToken, IsNotVerifiedWithAKeyThatIsForSomethingElse) {
  auto for_encryption = our_key().published();
  for_encryption["use"] = "enc";
  auto for_another_algorithm = our_key().published();
  for_another_algorithm["alg"] = "PS256";
  SigningKey const brief("key-1", Kind::ShortRsa);

  EXPECT_NE(fault_of_token(our_key().sign(claims(), "RS256"), set_of({for_encryption})), "");
  EXPECT_NE(fault_of_token(our_key().sign(claims(), "RS256"), set_of({for_another_algorithm})), "");
  EXPECT_NE(fault_of_token(brief.sign(claims(), "RS256"), set_of({brief.published()})), "");
}

TEST_F(IdToken, ThatWasChangedAfterwardsIsNone) {
  auto token = our_key().sign(claims(), "RS256");
  auto const first = token.find('.');
  auto const second = token.find('.', first + 1);
  token.replace(first + 1, second - first - 1, codec::base64url(boost::json::serialize(with("sub", "somebody-else"))));

  EXPECT_EQ(fault_of_token(token, published), "the ID token is not signed by a key of the provider");
}

TEST_F(IdToken, OfAnotherIssuerIsNone) {
  EXPECT_EQ(fault_of(with("iss", "https://id.example.org/")), "the ID token is from another issuer");
  EXPECT_EQ(fault_of(without("iss")), "the ID token is from another issuer");
}

TEST_F(IdToken, ForAnotherAudienceIsNone) {
  EXPECT_EQ(fault_of(with("aud", "another")), "the ID token is for somebody else");
  EXPECT_EQ(fault_of(with("aud", array{"another"})), "the ID token is for somebody else");
  EXPECT_EQ(fault_of(without("aud")), "the ID token is for somebody else");
  EXPECT_EQ(fault_of(with("aud", array{"redress", "another"})), "the ID token was asked for by somebody else");
  EXPECT_EQ(fault_of(with("azp", "another")), "the ID token was asked for by somebody else");
  EXPECT_EQ(fault_of(with("aud", array{"redress"})), "");
}

TEST_F(IdToken, OfAnotherLogInIsNone) {
  EXPECT_EQ(fault_of(with("nonce", "another nonce")), "the ID token answers another log-in");
  EXPECT_EQ(fault_of(without("nonce")), "the ID token answers another log-in");
}

TEST_F(IdToken, HoldsForAWhileOnly) {
  using std::chrono::minutes;
  using std::chrono::seconds;

  EXPECT_EQ(fault_of(with("exp", in_seconds(-seconds{61}))), "the ID token has expired");
  EXPECT_EQ(fault_of(with("exp", in_seconds(-seconds{59}))), "") << "clocks differ by a minute";
  EXPECT_EQ(fault_of(with("iat", in_seconds(seconds{61}))), "the ID token was made in the future; compare the clocks");
  EXPECT_EQ(fault_of(with("iat", in_seconds(-minutes{11}))), "the ID token was made long ago");
  EXPECT_EQ(fault_of(with("nbf", in_seconds(minutes{5}))), "the ID token does not hold yet");
  for (auto const* name : {"exp", "iat"}) EXPECT_EQ(fault_of(without(name)), "the ID token does not say when it was made and until when it holds") << name;
  EXPECT_NE(fault_of(with("exp", "tomorrow")), "");
  EXPECT_NE(fault_of(with("exp", 1e300)), "");
}

TEST_F(IdToken, SaysWhomItIsAbout) {
  EXPECT_NE(fault_of(with("sub", "")), "");
  EXPECT_NE(fault_of(with("sub", boost::json::string(256, 's'))), "");
  EXPECT_NE(fault_of(with("sub", 7)), "");
}

TEST_F(IdToken, HasAnAddressOnlyWhenTheProviderVerifiedIt) {
  for (auto const& told : {with("email_verified", false), with("email_verified", "true"), without("email_verified")})
    EXPECT_EQ(check_id_token(our_key().sign(told, "RS256"), published, expected).verified_email, "");
}

TEST_F(IdToken, ThatIsNoTokenIsRefusedAsSuch) {
  for (auto const* token : {"", ".", "..", "a.b.c", "e30.e30.e30", "not a token at all"}) EXPECT_NE(fault_of_token(token, published), "") << token;
  for (auto const* keys : {"", "[]", "{}", R"({"keys":7})", R"({"keys":[7,"x",{}]})"})
    EXPECT_NE(fault_of_token(our_key().sign(claims(), "RS256"), keys), "") << keys;
}

TEST_F(IdToken, AsksForNewKeysWhenItNamesOneThatIsNotThere) {
  SigningKey const newer("key-2", Kind::Rsa);

  EXPECT_EQ(find_key(our_key().sign(claims(), "RS256"), published), KeyFound::Yes);
  EXPECT_EQ(find_key(newer.sign(claims(), "RS256"), published), KeyFound::No);
}

TEST(AnAddressOfAProvider, IsUnderTlsOrOnThisMachine) {
  for (auto const* address : {"https://id.example.org/token", "http://127.0.0.1:8080/token", "http://localhost/token", "http://[::1]:1/x"})
    EXPECT_TRUE(is_trustworthy(address)) << address;
  for (auto const* address : {"http://id.example.org/token", "http://127.0.0.1.example.org/", "http://localhost.example.org", "https://", "https:///x",
                              "file:///etc/passwd", "ftp://127.0.0.1/", "https://user@id.example.org/", "http://127.0.0.1@example.org/", ""})
    EXPECT_FALSE(is_trustworthy(address)) << address;
}

}  // namespace
}  // namespace redress::oidc
