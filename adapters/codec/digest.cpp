// SPDX-License-Identifier: Apache-2.0
#include "adapters/codec/digest.hpp"

#include <cstdint>
#include <memory>

#include <openssl/evp.h>

#include "engine/domain/ensure.hpp"

namespace redress::codec {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<std::int8_t, 256> letter_values = [] {
  std::array<std::int8_t, 256> values{};
  values.fill(-1);
  for (std::size_t i = 0; i < alphabet.size(); ++i) values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
  return values;
}();

/// Looking an algorithm up costs OpenSSL more than hashing a leaf does: it is looked up once, and each thread keeps a context.
EVP_MD const* algorithm() {
  static std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> const found(EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
  return found.get();
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
  thread_local std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  Sha256 digest{};
  bool const done = EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1 && EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
  ensure(done, "SHA-256 is always there");
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(64);
  for (auto const byte : sha256(bytes)) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  return hex;
}

std::string base64url(std::span<unsigned char const> bytes) {
  std::string text((bytes.size() * 4 + 2) / 3, '\0');
  auto* out = text.data();
  auto const letter = [](std::uint32_t bits, unsigned place) { return alphabet[(bits >> place) & 63U]; };
  auto left = bytes;
  for (; left.size() >= 3; left = left.subspan(3)) {
    auto const bits = std::uint32_t{left[0]} << 16U | std::uint32_t{left[1]} << 8U | left[2];
    for (unsigned const place : {18U, 12U, 6U, 0U}) *out++ = letter(bits, place);
  }
  if (left.empty()) return text;
  auto const bits = std::uint32_t{left[0]} << 16U | (left.size() == 2 ? std::uint32_t{left[1]} << 8U : 0U);
  *out++ = letter(bits, 18);
  *out++ = letter(bits, 12);
  if (left.size() == 2) *out = letter(bits, 6);
  return text;
}

std::string base64url(std::string_view bytes) {
  return base64url(std::span(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size()));
}

std::optional<std::string> from_base64url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t bits = 0;
  unsigned pending = 0;
  for (char const letter : text) {
    auto const value = letter_values[static_cast<unsigned char>(letter)];
    if (value < 0) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    pending += 6;
    if (pending < 8) continue;
    pending -= 8;
    bytes += static_cast<char>((bits >> pending) & 255U);
  }
  bool const leftover = (bits & ((1U << pending) - 1U)) != 0;
  return leftover ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace redress::codec
