// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who a sender may be. An address that nobody knows is taken in like any other (rule 2); what the organisation's books and the mail have in common makes
// candidates of those in the books, each with the signs that speak for it. A person decides; nothing about an account is told to anybody before that.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/domain/time.hpp"

namespace redress {

/// Somebody in the organisation's books: a person or a firm with an account.
struct RegisteredParty {
  std::string account;  ///< how the books call the account
  std::string name;
  std::vector<std::string> addresses;  ///< mail addresses on record; the first is the one we write to
  std::vector<std::string> domains;    ///< domains whose addresses are theirs: "liepa.example"; never that of a public mail service
  std::vector<std::string> phones;     ///< with "+" and country
  std::vector<std::string> numbers;    ///< of orders, invoices and contracts of theirs
  StaffId account_manager;             ///< who of us is responsible for them; empty when nobody is

  static constexpr auto fields = std::tuple{
      open("account", &RegisteredParty::account, "how the books call the account"),
      open("name", &RegisteredParty::name, "name of the person or the firm"),
      open("addresses", &RegisteredParty::addresses, "mail addresses on record, the one to write to first"),
      open("domains", &RegisteredParty::domains, "domains whose addresses are theirs"),
      open("phones", &RegisteredParty::phones, "telephone numbers, with + and country"),
      open("numbers", &RegisteredParty::numbers, "numbers of their orders, invoices and contracts"),
      or_empty(open("account_manager", &RegisteredParty::account_manager, "the member of staff responsible for them")),
  };
};

/// What a sender and somebody in the books have in common.
enum class IdentitySign { Address, EarlierComplaint, Number, Phone, Domain, Name, Signature };

constexpr auto names_of(IdentitySign) {
  return std::array<std::string_view, 7>{"address", "earlier-complaint", "number", "phone", "domain", "name", "signature"};
}

/// What speaks against believing the signs. SenderNotAuthenticated: the sender's own domain disowns the mail (DMARC), so that its address proves nothing.
enum class IdentityDoubt { SenderNotAuthenticated };

constexpr auto names_of(IdentityDoubt) {
  return std::array<std::string_view, 1>{"sender-not-authenticated"};
}

/// Somebody a sender may be, as it was seen when the complaint came in.
struct IdentityCandidate {
  std::string account;
  std::string name;
  std::string address;  ///< the registered one we would ask at; empty when the books have none
  StaffId account_manager;
  std::int64_t score = 0;  ///< 1 to 100; 100 is the registered address itself
  std::vector<IdentitySign> signs;
  std::vector<IdentityDoubt> doubts{};

  friend bool operator==(IdentityCandidate const&, IdentityCandidate const&) = default;

  static constexpr auto fields = std::tuple{
      open("account", &IdentityCandidate::account, "how the books call the account"),
      open("name", &IdentityCandidate::name, "name in the books"),
      or_empty(open("address", &IdentityCandidate::address, "the registered address we would ask at")),
      or_empty(open("account_manager", &IdentityCandidate::account_manager, "the member of staff responsible for them")),
      open("score", &IdentityCandidate::score, "how much speaks for it, 1 to 100"),
      open("signs", &IdentityCandidate::signs, "what speaks for it"),
      open("doubts", &IdentityCandidate::doubts, "what speaks against believing the signs"),
  };
};

/// What we asked at a registered address, and how the answer is known.
struct IdentityQuestion {
  std::string account;
  std::string address;
  std::string code_digest;  ///< SHA-256 of the code, hex; empty once erased
  Time asked_at;

  friend bool operator==(IdentityQuestion const&, IdentityQuestion const&) = default;
};

}  // namespace redress
