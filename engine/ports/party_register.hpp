// SPDX-License-Identifier: Apache-2.0
#pragma once

// The organisation's books, as far as they help to tell who a sender may be.

#include <string>
#include <vector>

#include "engine/domain/identity.hpp"

namespace redress::ports {

/// What is known of a sender.
struct IdentityClues {
  std::string name;
  std::string address;
  std::vector<std::string> phones;   ///< with "+" and country
  std::vector<std::string> numbers;  ///< of orders, invoices and contracts that they name
  std::string earlier_account;       ///< the account of an earlier complaint this one may belong to; empty for none
  std::string text;                  ///< all that they wrote
};

/// Somebody in the books who shares at least one sign with a sender.
struct SharedSigns {
  RegisteredParty party;
  std::vector<IdentitySign> signs;  ///< each once, in the order of the enumeration
};

class PartyRegister {
 public:
  virtual ~PartyRegister() = default;
  /// Those who share a sign with the clues, in no particular order; at most 50. May be called from any thread.
  [[nodiscard]] virtual std::vector<SharedSigns> sharing(IdentityClues const& clues) const = 0;
};

}  // namespace redress::ports
