// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a request needs for its route to answer it. It cannot be made without saying what, so a route that says nothing does not compile.

#include <string>
#include <string_view>
#include <utility>

#include "engine/domain/role.hpp"

namespace redress::http {

class Need {
 public:
  enum class Kind {
    Nothing,       ///< anybody who reaches us
    LoggedIn,      ///< anybody who proved who they are, whatever their roles
    Allowed,       ///< whoever may do `action`
    Own,           ///< the user whom the path names as {name}, and whoever may do `action`
    CommandNamed,  ///< whoever may give the command that the path names as {name}
  };

  [[nodiscard]] static Need nothing() { return {Kind::Nothing, {}}; }
  [[nodiscard]] static Need logged_in() { return {Kind::LoggedIn, {}}; }
  [[nodiscard]] static Need to(Privilege privilege) { return {Kind::Allowed, std::string(name_of(privilege))}; }
  [[nodiscard]] static Need to_command(std::string_view command) { return {Kind::Allowed, std::string(command)}; }
  [[nodiscard]] static Need own_or(Privilege privilege) { return {Kind::Own, std::string(name_of(privilege))}; }
  [[nodiscard]] static Need command_named() { return {Kind::CommandNamed, {}}; }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] std::string const& action() const { return action_; }

 private:
  Need(Kind kind, std::string action) : kind_(kind), action_(std::move(action)) {}

  Kind kind_;
  std::string action_;
};

}  // namespace redress::http
