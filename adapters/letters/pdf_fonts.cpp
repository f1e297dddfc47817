// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/pdf_fonts.hpp"

#include "engine/ports/letter_writer.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

namespace redress::letters {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view text_faces = "/usr/share/fonts/truetype/liberation2";
/// For what the text faces lack: other scripts, arrows and signs. The mathematical face of the same family is left out: it fits no text.
constexpr std::array<char const*, 4> further_faces{"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"};
constexpr std::string_view further_folder = "/usr/share/fonts/truetype/dejavu";

std::vector<fs::path> font_files() {
  std::vector<fs::path> files;
  std::error_code missing;
  for (auto const& entry : fs::directory_iterator(text_faces, missing))
    if (entry.path().extension() == ".ttf") files.push_back(entry.path());
  for (auto const* name : further_faces)
    if (auto file = fs::path(further_folder) / name; fs::exists(file)) files.push_back(std::move(file));
  // A folder has no order of its own, and which of two fonts is taken must not depend on the disk.
  std::ranges::sort(files);
  return files;
}

FcConfig* read_fonts() {
  std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)> fonts(FcConfigCreate(), &FcConfigDestroy);
  bool is_any = false;
  for (auto const& file : font_files()) is_any |= FcConfigAppFontAddFile(fonts.get(), reinterpret_cast<FcChar8 const*>(file.c_str())) == FcTrue;
  if (!is_any) throw ports::LetterFault("there are no fonts to set letters in; install the packages fonts-liberation2 and fonts-dejavu-core");
  return fonts.release();
}

}  // namespace

FcConfig* letter_fonts() {
  static FcConfig* const fonts = read_fonts();
  return fonts;
}

std::vector<std::string> installed_fonts() {
  std::vector<std::string> families;
  auto const* set = FcConfigGetFonts(letter_fonts(), FcSetApplication);
  for (int i = 0; set != nullptr && i < set->nfont; ++i) {
    FcChar8* family = nullptr;
    if (FcPatternGetString(set->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch) families.emplace_back(reinterpret_cast<char const*>(family));
  }
  std::ranges::sort(families);
  auto const repeated = std::ranges::unique(families);
  families.erase(repeated.begin(), repeated.end());
  return families;
}

bool is_installed(std::string_view family) {
  auto const families = installed_fonts();
  return std::ranges::find(families, family) != families.end();
}

}  // namespace redress::letters
