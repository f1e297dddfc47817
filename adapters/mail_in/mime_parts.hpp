// SPDX-License-Identifier: Apache-2.0
#pragma once

// A raw mail taken apart into its header fields and its parts (RFC 5322, RFC 2046), without copying: every text here lies within the raw
// mail. Takes linear time and a stack of `depth_limit` on any input. The parts are cut here and not by GMime 3.2.13, which can loop for ever
// over a parameter (jstedfast/gmime#165), loses a byte of a part whose lines end in different ways, and knows a boundary only when it is the
// whole line, although RFC 2046 §5.1.1 says that its beginning is enough.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mail_in/parameter_field.hpp"

namespace redress::mail_in {

struct HeaderField {
  std::string_view name;
  std::string_view value;  ///< raw, with its folds, without the last line end
};

class HeaderFields {
 public:
  /// Reads fields from `raw` until an empty line; lines that are no fields are passed over. `raw` then begins with what follows.
  static HeaderFields read(std::string_view& raw);

  /// The last field of this name, because that is the one which a part's own program wrote; empty when there is none. Names compare
  /// without regard to capitals.
  [[nodiscard]] std::optional<std::string_view> last(std::string_view name) const;
  [[nodiscard]] std::optional<std::string_view> first(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return last(name).has_value(); }
  [[nodiscard]] bool empty() const { return fields_.empty(); }

 private:
  friend class PartReader;
  std::vector<HeaderField> fields_;
};

struct MimePart {
  HeaderFields header;
  ParameterField type;          ///< of the content; its value is never empty
  ParameterField disposition;   ///< its value may be empty
  std::string_view content;     ///< not decoded; of a multipart, everything within it
  std::vector<MimePart> parts;  ///< of a multipart

  /// Content-Transfer-Encoding as written; empty when there is none.
  [[nodiscard]] std::string_view encoding() const { return header.last("Content-Transfer-Encoding").value_or(std::string_view()); }
  /// What the sender calls the file; may be empty.
  [[nodiscard]] std::string_view file_name() const;
};

enum class PartsTrouble { None, TooDeep, TooMany };

struct MimeTree {
  MimePart top;
  PartsTrouble trouble = PartsTrouble::None;  ///< whatever stands beyond the limit was not taken apart
};

/// `raw` must outlive the answer.
[[nodiscard]] MimeTree take_apart(std::string_view raw);

}  // namespace redress::mail_in
