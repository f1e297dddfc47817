// SPDX-License-Identifier: Apache-2.0
#pragma once

// Takes the body of one request out of what comes over the wire, and says where it ends. As strict as the guard of the header (framing.hpp): the lines between
// chunks end in CRLF and in nothing else, also within the quotes of an extension, for a program in front of us may see two requests where a laxer one sees one.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "adapters/http/framing.hpp"

namespace redress::http {

class BodyDecoder {
 public:
  /// `limit` is the most bytes the body may have.
  BodyDecoder(RequestHead const& head, std::size_t limit);

  /// How many of the bytes belonged to the body; less than all of them only when it is complete. Faulty when no further byte can make it right.
  [[nodiscard]] std::expected<std::size_t, HeadFault> take(std::string_view bytes);

  [[nodiscard]] bool is_complete() const { return place_ == Place::End; }
  /// What has come so far.
  [[nodiscard]] std::string& body() { return body_; }

 private:
  enum class Place { Data, DataEnd, SizeLine, Trailer, End };

  [[nodiscard]] std::size_t take_data(std::string_view bytes);
  [[nodiscard]] std::expected<std::size_t, HeadFault> take_line(std::string_view bytes);
  [[nodiscard]] std::expected<void, HeadFault> read_line(std::string_view line);
  [[nodiscard]] std::expected<void, HeadFault> read_size(std::string_view line);
  [[nodiscard]] std::expected<void, HeadFault> read_trailer(std::string_view line);

  std::size_t const limit_;
  bool const chunked_;
  Place place_;
  std::uint64_t left_;        ///< of the data, or of the chunk
  std::size_t overhead_ = 0;  ///< bytes of extensions and trailers so far
  std::string line_;          ///< what has come of a line
  std::string body_;
};

}  // namespace redress::http
