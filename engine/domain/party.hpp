// SPDX-License-Identifier: Apache-2.0
#pragma once

// People as a complaint knows them: the complainant, and those involved in what happened.

#include <string>
#include <tuple>
#include <vector>

#include "engine/domain/field.hpp"
#include "engine/domain/identifier.hpp"

namespace redress {

/// Who complained, as they told us. Nothing here is checked against an account until the identity is confirmed (rule 2 of the method).
struct Complainant {
  std::string name;
  std::string email;                        ///< empty when they gave none
  std::string phone;                        ///< empty when they gave none
  std::vector<std::string> postal_address;  ///< lines, as on an envelope
  std::string salutation;                   ///< how they wish to be addressed, "Cienījamā Bērziņas kundze"; empty: the neutral form

  friend bool operator==(Complainant const&, Complainant const&) = default;

  static constexpr auto fields = std::tuple{
      open("name", &Complainant::name, "full name, as they gave it"),
      or_empty(open("email", &Complainant::email, "e-mail address; empty when they gave none")),
      or_empty(open("phone", &Complainant::phone, "telephone number; empty when they gave none")),
      open("postal_address", &Complainant::postal_address, "lines of the postal address"),
      or_empty(open("salutation", &Complainant::salutation, "how they wish to be addressed; empty for the neutral form")),
  };
};

/// Someone who took part in what happened: they are heard, and they get a copy of the letter so that they know and learn.
struct Involved {
  PersonId person;
  std::string name;
  std::string email;
  std::string role;    ///< what they had to do with it: "courier", "branch office"
  bool heard = false;  ///< their statement is on record

  friend bool operator==(Involved const&, Involved const&) = default;
};

}  // namespace redress
