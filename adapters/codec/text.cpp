// SPDX-License-Identifier: Apache-2.0
#include "adapters/codec/text.hpp"

#include <algorithm>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include "engine/domain/ensure.hpp"

namespace redress::codec {
namespace {

icu::Normalizer2 const& composer() {
  UErrorCode status = U_ZERO_ERROR;
  auto const* normalizer = icu::Normalizer2::getNFCInstance(status);
  ensure(U_SUCCESS(status) && normalizer != nullptr, "ICU has its normalisation data built in");
  return *normalizer;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

}  // namespace

bool is_plain(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char byte) { return byte > 0; });
}

bool is_text(std::string_view bytes) {
  if (is_plain(bytes)) return true;
  auto const length = static_cast<int32_t>(bytes.size());
  auto const* units = reinterpret_cast<std::uint8_t const*>(bytes.data());
  for (int32_t i = 0; i < length;) {
    UChar32 letter = 0;
    U8_NEXT(units, i, length, letter);
    if (letter <= 0) return false;
  }
  return true;
}

std::string normalised(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  if (is_plain(text) || composer().isNormalizedUTF8(piece(text), status)) return std::string(text);
  std::string composed;
  icu::StringByteSink sink(&composed, static_cast<int32_t>(text.size()));
  status = U_ZERO_ERROR;
  composer().normalizeUTF8(0, piece(text), sink, nullptr, status);
  ensure(U_SUCCESS(status), "valid text can be normalised");
  return composed;
}

std::string cleaned(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  auto const length = static_cast<int32_t>(bytes.size());
  auto const* units = reinterpret_cast<std::uint8_t const*>(bytes.data());
  for (int32_t i = 0; i < length;) {
    auto const start = static_cast<std::size_t>(i);
    UChar32 letter = 0;
    U8_NEXT(units, i, length, letter);
    if (letter < 0)
      text += "\xEF\xBF\xBD";
    else if (letter > 0)
      text.append(bytes.substr(start, static_cast<std::size_t>(i) - start));
  }
  return normalised(text);
}

std::string folded(std::string_view text) {
  std::string folded;
  icu::StringByteSink sink(&folded, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
  ensure(U_SUCCESS(status), "valid text can be folded");
  return normalised(folded);
}

}  // namespace redress::codec
