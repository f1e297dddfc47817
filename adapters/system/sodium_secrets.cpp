// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/sodium_secrets.hpp"

#include <sodium.h>

#include <array>
#include <new>
#include <ranges>

#include "adapters/system/data_directory.hpp"
#include "adapters/system/private_file.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::system {

namespace {

/// Lets the next one have its turn, also when hashing ends by an exception.
class Turn {
 public:
  explicit Turn(std::counting_semaphore<SodiumSecrets::hashes_at_once>& turns) : turns_(turns) { turns_.acquire(); }
  Turn(Turn const&) = delete;
  Turn& operator=(Turn const&) = delete;
  ~Turn() { turns_.release(); }

 private:
  std::counting_semaphore<SodiumSecrets::hashes_at_once>& turns_;
};

template <std::size_t size>
std::string base64url(std::array<unsigned char, size> const& bytes) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<char, sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text;
  return sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (auto& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

/// What is repeated so shortly is guessed at once, whatever it is: "abcabcabcabc".
constexpr std::size_t longest_idle_repetition = 6;

/// How long the text is that this one repeats; its own length when it repeats none.
std::size_t period_of(std::string_view text) {
  for (std::size_t length = 1; length <= text.size() / 2; ++length)
    if (text.size() % length == 0 && text.substr(length) == text.substr(0, text.size() - length)) return length;
  return text.size();
}

/// Without the digits and signs before and after it: "password1984!" is "password".
std::string_view core_of(std::string_view text) {
  auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U; };
  while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
  return text;
}

unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

}  // namespace

SodiumSecrets::SodiumSecrets(std::filesystem::path const& common_passwords, HashCost cost) : cost_(cost) {
  ensure(sodium_init() >= 0, "this system gives random numbers");
  auto const text = read_file(common_passwords);
  if (!text) throw DataDirectoryFault("there is no list of common passwords at " + common_passwords.string());
  for (auto const line : std::views::split(*text, '\n'))
    if (!line.empty()) common_.emplace_hint(common_.end(), line.begin(), line.end());
}

std::string SodiumSecrets::random() {
  std::array<unsigned char, 32> bits;
  randombytes_buf(bits.data(), bits.size());
  return base64url(bits);
}

std::string SodiumSecrets::digest(std::string_view secret) const {
  std::array<unsigned char, 32> digest;
  crypto_generichash(digest.data(), digest.size(), bytes_of(secret), secret.size(), nullptr, 0);
  return base64url(digest);
}

bool SodiumSecrets::are_same(std::string_view one, std::string_view other) const {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string SodiumSecrets::hash(std::string_view password) {
  Turn const turn(turns_);
  std::array<char, crypto_pwhash_STRBYTES> text;
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes, cost_.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();  // the only reason it knows
  return text.data();
}

bool SodiumSecrets::matches(std::string_view password, std::string const& hash) {
  Turn const turn(turns_);
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool SodiumSecrets::is_common(std::string_view password) const {
  auto const small = in_small_letters(password);
  std::string_view const unit(small.data(), period_of(small));
  bool const is_repeated = unit.size() < small.size() && (unit.size() <= longest_idle_repetition || common_.contains(unit));
  return is_repeated || common_.contains(small) || common_.contains(core_of(small));
}

}  // namespace redress::system
