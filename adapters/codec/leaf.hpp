// SPDX-License-Identifier: Apache-2.0
#pragma once

// The format of the history, "redress-log/1" (docs/reference/history.md): an event as a leaf, canonical JSON bytes that are stored as they
// were hashed and chained to the leaf before them. Personal fields are not in it; the leaf carries their salted digests, and the values
// stand beside it as disclosures (RFC 9901) that can be withheld or erased without touching a chain.

#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/codec/digest.hpp"
#include "engine/domain/event.hpp"
#include "engine/ports/identifiers.hpp"
#include "engine/ports/store.hpp"

namespace redress::codec {

/// The digest that stands before the first leaf of a complaint.
inline constexpr std::string_view no_leaf_before = "0000000000000000000000000000000000000000000000000000000000000000";

/// The bytes are not a leaf, or a disclosure is not one of its own. The text holds nothing of either.
class LeafFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using SaltSource = std::function<ports::Salt()>;

using ports::SealedEvent;

/// Makes the leaf of an event. A personal field that is empty has nothing to disclose, and gets no disclosure.
[[nodiscard]] SealedEvent seal(RecordedEvent const& recorded, std::string_view previous_digest_hex, std::string_view log_origin, std::string_view machine,
                               SaltSource const& salt);

/// A leaf with everything it says.
struct Leaf {
  RecordedEvent recorded;
  std::string previous_digest_hex;
  std::string log;
  std::string machine;
  std::vector<std::string> disclosure_digests;  ///< base64url, as they stand in the leaf
};

/// Reads a leaf and the disclosures at hand. Total: a field whose disclosure is missing keeps its default. Throws LeafFault.
[[nodiscard]] Leaf read_leaf(std::string_view bytes, std::span<std::string const> disclosures);
[[nodiscard]] RecordedEvent open_leaf(std::string_view bytes, std::vector<std::string> const& disclosures);

/// Whether the bytes are JSON in canonical form, so that no other bytes say the same.
[[nodiscard]] bool is_canonical(std::string_view bytes);

}  // namespace redress::codec
