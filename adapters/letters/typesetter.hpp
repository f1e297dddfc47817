// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text in lines of a width, set by Pango. A thread has a typesetter of its own, for Pango's maps of fonts are for one thread each.

#include "adapters/letters/letterhead.hpp"

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace redress::letters {

struct ReleaseObject {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using OwnedObject = std::unique_ptr<T, ReleaseObject>;

/// All lengths in points.
struct Type {
  std::string font;
  double size = 0;
  double line_height = 0;
};

enum class Weight { Regular, Bold };
enum class Flush { Left, Centre, Right, Both };
enum class Overlong { Wraps, IsCutShort };

struct Setting {
  double width = 0;
  double first_line_indent = 0;
  Weight weight = Weight::Regular;
  Flush flush = Flush::Left;
  Overlong overlong = Overlong::Wraps;
};

struct SetLine {
  PangoLayoutLine* line = nullptr;  ///< nothing for an empty place
  double left = 0;
};

/// Owns the lines it gives out.
struct SetText {
  std::vector<OwnedObject<PangoLayout>> layouts;
  std::vector<SetLine> lines;
};

class Typesetter {
 public:
  [[nodiscard]] static Typesetter& of_this_thread();
  ~Typesetter();

  /// What is set from now on is in this type and this language.
  void begin(Type const& type, Language language);

  /// At least one line; in time that grows with the text and not faster. What is cut short is short: one line. A character that no font has becomes U+FFFD, so
  /// that a reader sees that something stood there.
  [[nodiscard]] SetText set(std::string const& text, Setting const& setting) const;

  /// From the top of a line to what its letters stand on.
  [[nodiscard]] double baseline() const { return baseline_; }

 private:
  Typesetter();
  [[nodiscard]] OwnedObject<PangoLayout> laid_out(std::string_view text, Setting const& setting) const;
  [[nodiscard]] OwnedObject<PangoLayout> laid_out_in_known_characters(std::string_view text, Setting const& setting) const;
  [[nodiscard]] bool is_known(std::string_view character) const;
  [[nodiscard]] std::string with_known_characters(std::string_view text) const;

  struct Release {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
  };
  using Description = std::unique_ptr<PangoFontDescription, Release>;

  OwnedObject<PangoFontMap> fonts_;
  OwnedObject<PangoContext> context_;
  Description regular_;
  Description bold_;
  double size_ = 0;  ///< of the type, in points
  double baseline_ = 0;
};

}  // namespace redress::letters
