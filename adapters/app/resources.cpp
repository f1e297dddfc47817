// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/resources.hpp"

#include <stdexcept>

namespace redress::app {
namespace {

std::optional<std::filesystem::path> find_ui(std::filesystem::path const& program) {
  for (auto place = program.parent_path(); place.has_relative_path(); place = place.parent_path())
    for (auto const& ui : {place / "adapters" / "web" / "dist", place / "share" / "redress" / "ui"})
      if (std::filesystem::is_regular_file(ui / "index.html")) return ui;
  return std::nullopt;
}

}  // namespace

Resources find_resources() {
  auto const program = std::filesystem::read_symlink("/proc/self/exe");
  for (auto place = program.parent_path(); place.has_relative_path(); place = place.parent_path())
    for (auto const& root : {place, place / "share" / "redress"})
      if (std::filesystem::is_directory(root / "templates" / "en")) return {root, find_ui(program)};
  throw std::runtime_error("the letter templates were not found in any folder above " + program.string() +
                           "; keep the program inside its checkout, or install its data as share/redress beside its folder");
}

}  // namespace redress::app
