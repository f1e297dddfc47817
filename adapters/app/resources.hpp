// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the data that comes with the program lies: templates, profiles, calendars and the demonstration organisation. In a checkout that is the checkout,
// found from the program's own place; installed, it is share/redress beside bin. The built UI lies in the build folder, or in share/redress/ui.

#include <filesystem>
#include <optional>

namespace redress::app {

struct Resources {
  std::filesystem::path root;
  std::optional<std::filesystem::path> ui{};  ///< the built UI; none where it was not built

  [[nodiscard]] std::filesystem::path templates() const { return root / "templates"; }
  [[nodiscard]] std::filesystem::path profiles() const { return root / "workflows" / "profiles"; }
  [[nodiscard]] std::filesystem::path calendars() const { return root / "workflows" / "calendars"; }
  [[nodiscard]] std::filesystem::path roles() const { return root / "workflows" / "access" / "roles.toml"; }
  [[nodiscard]] std::filesystem::path common_passwords() const { return root / "workflows" / "access" / "common-passwords.txt"; }
  [[nodiscard]] std::filesystem::path demonstration() const { return root / "adapters" / "app" / "demonstration"; }
};

/// Throws std::runtime_error, saying where it looked, when there is none.
[[nodiscard]] Resources find_resources();

}  // namespace redress::app
