// SPDX-License-Identifier: Apache-2.0
#pragma once

// A header field with parameters: Content-Type, Content-Disposition (RFC 2045 §5.1, RFC 2183, RFC 2231). What broken programs write is
// read too: semicolons left out, encoded words instead of RFC 2231, quotation marks that never close.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redress::mail_in {

struct ParameterField {
  std::string value;                                            ///< in small letters, without comments: "text/plain"; empty when there is none
  std::vector<std::pair<std::string, std::string>> parameters;  ///< names in small letters, values decoded to UTF-8

  /// Empty when there is no such parameter.
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

/// `charset` is what the mail declares elsewhere, for values in raw eight-bit text.
[[nodiscard]] ParameterField read_parameter_field(std::string_view raw, std::string_view charset);

}  // namespace redress::mail_in
