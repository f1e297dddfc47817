// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/demonstration_users.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "adapters/system/random_identifiers.hpp"

namespace redress::app {
namespace {

/// The password stands here so that it can be said again at the next start.
constexpr std::string_view password_file = "demonstration-password";

struct Part {
  std::string_view user;
  std::string_view staff;
  std::string_view role;
};

constexpr std::array parts{
    Part{"ilze", "staff-01", "handler"},        Part{"andrejs", "staff-02", "account-manager"}, Part{"maija", "staff-03", "approver"},
    Part{"janis", "staff-04", "manager"},       Part{"anna", "staff-05", "executive"},          Part{"peteris", "staff-06", "auditor"},
    Part{"administrator", "", "administrator"},
};

/// Eighty random bits that can be typed: "7k3m-q9px-2v8d-h4rn".
std::string new_password() {
  system::RandomIdentifiers chance;
  auto text = chance.reference().value.substr(2) + "-" + chance.reference().value.substr(2);
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

void make_demonstration_users(runtime::AccessDesk& desk, system::DataDirectory const& data) {
  if (!desk.users().empty()) return;
  auto const password = data.secret_or(password_file, new_password());
  for (auto const& part : parts) {
    ports::User user;
    user.name = part.user;
    user.staff = StaffId(std::string(part.staff));
    user.roles = {std::string(part.role)};
    user.language = Language::English;
    // An organisation of one's own need not have that many people.
    if (auto const added = desk.add_user(std::move(user), password); !added) spdlog::warn("no demonstration {}: {}", part.role, name_of(added.error()));
  }
}

std::string demonstration_log_ins(runtime::AccessDesk& desk, system::DataDirectory const& data) {
  auto const password = data.secret(password_file);
  if (!password) return {};
  std::string text;
  for (auto const& part : parts)
    if (auto const user = desk.user(std::string(part.user)); user && user->standing == ports::Standing::Active)
      text += fmt::format("  {:<15} {}\n", part.user, part.role);
  return text.empty() ? text : fmt::format("\nDemonstration log-ins, all with the password {}\n\n{}", *password, text);
}

}  // namespace redress::app
