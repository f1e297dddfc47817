// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/dkim_signer.hpp"

#include <array>
#include <cstdio>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "adapters/codec/digest.hpp"
#include "adapters/letters/dkim_canonical.hpp"
#include "engine/ports/letter_writer.hpp"

namespace redress::letters {
namespace {

constexpr int fewest_bits = 2048;  // RFC 8301, 3.2
constexpr std::size_t letters_a_line = 70;

/// What a reader sees of a mail, and what tells programs how to show it.
constexpr std::array<std::string_view, 11> covered_fields{"from",
                                                          "reply-to",
                                                          "to",
                                                          "subject",
                                                          "date",
                                                          "message-id",
                                                          "auto-submitted",
                                                          "mime-version",
                                                          "content-type",
                                                          "content-transfer-encoding",
                                                          "content-language"};

/// Named once more than they stand there: whoever adds another breaks the signature (RFC 6376, 8.15).
constexpr std::array<std::string_view, 8> no_further_fields{"from", "to", "cc", "subject", "date", "message-id", "reply-to", "content-type"};

std::string base64(std::string_view bytes) {
  std::string encoded(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  int const length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<int>(bytes.size()));
  encoded.resize(static_cast<std::size_t>(length));
  return encoded;
}

std::string_view as_text(codec::Sha256 const& digest) {
  return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

std::string folded(std::string_view text) {
  std::string lines;
  for (; text.size() > letters_a_line; text.remove_prefix(letters_a_line)) lines += std::string(text.substr(0, letters_a_line)) + "\r\n\t";
  return lines + std::string(text);
}

bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._") == std::string_view::npos;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& letter : small)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return small;
}

EVP_PKEY* read_key(std::filesystem::path const& file) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const stream(std::fopen(file.c_str(), "re"), [](std::FILE* open) { return std::fclose(open); });
  if (!stream) throw DkimFault(fmt::format("the DKIM key {} cannot be read", file.string()));
  // Nobody is there to be asked for a password.
  auto* const key = PEM_read_PrivateKey(
      stream.get(), nullptr, [](char*, int, int, void*) { return -1; }, nullptr);
  if (key != nullptr && EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= fewest_bits) return key;
  EVP_PKEY_free(key);
  throw DkimFault(fmt::format("{} must be an RSA key of at least {} bits in PEM, without a password: openssl genrsa -out FILE {}", file.string(), fewest_bits,
                              fewest_bits));
}

}  // namespace

struct DkimSigner::Key {
  explicit Key(std::filesystem::path const& file) : pair(read_key(file)) {}
  Key(Key const&) = delete;
  Key& operator=(Key const&) = delete;
  ~Key() { EVP_PKEY_free(pair); }

  EVP_PKEY* pair;
};

DkimSigner::DkimSigner(DkimSettings settings) : settings_(std::move(settings)) {
  if (!is_name(settings_.domain) || !is_name(settings_.selector)) throw DkimFault("[dkim] needs a domain and a selector, as they stand in DNS");
  key_ = std::make_unique<Key const>(settings_.key_file);
}

DkimSigner::~DkimSigner() = default;

bool DkimSigner::covers(std::string_view address) const {
  auto const host = lower(address.substr(address.rfind('@') + 1));
  auto const ours = lower(settings_.domain);
  return host == ours || host.ends_with("." + ours);
}

std::string DkimSigner::signed_mail(std::string mail, Time at) const {
  std::vector<std::string_view> names;
  std::string covered;
  for (auto const name : covered_fields) {
    auto const field = field_of(mail, name);
    if (!field) continue;
    names.push_back(name);
    covered += relaxed_field(*field);
  }
  auto const seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
  auto const body = codec::sha256(relaxed_body(body_of(mail)));
  auto header =
      fmt::format("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={}; s={}; t={};\r\n\th={}:\r\n\t {};\r\n\tbh={};\r\n\tb=", settings_.domain,
                  settings_.selector, seconds, fmt::join(names, ":"), fmt::join(no_further_fields, ":"), base64(as_text(body)));
  auto own = relaxed_field(header);
  own.resize(own.size() - 2);  // its line end is not covered
  return header + folded(base64(signature_of(covered + own))) + "\r\n" + std::move(mail);
}

std::string DkimSigner::signature_of(std::string_view covered) const {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  auto const* const bytes = reinterpret_cast<unsigned char const*>(covered.data());
  std::size_t length = 0;
  bool const is_begun = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_->pair) == 1 &&
                        EVP_DigestSign(context.get(), nullptr, &length, bytes, covered.size()) == 1;
  std::string signature(length, '\0');
  if (!is_begun || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytes, covered.size()) != 1)
    throw ports::LetterFault("a mail could not be signed");
  signature.resize(length);
  return signature;
}

}  // namespace redress::letters
