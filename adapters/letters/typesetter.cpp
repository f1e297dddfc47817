// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/typesetter.hpp"

#include "adapters/letters/code_points.hpp"
#include "adapters/letters/pdf_fonts.hpp"
#include "engine/domain/enumeration.hpp"

#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace redress::letters {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

int in_pango(double points) {
  return static_cast<int>(std::lround(points * PANGO_SCALE));
}

double in_points(int pango) {
  return static_cast<double>(pango) / PANGO_SCALE;
}

PangoAlignment alignment_of(Flush flush) {
  if (flush == Flush::Centre) return PANGO_ALIGN_CENTER;
  return flush == Flush::Right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

std::vector<SetLine> lines_of(PangoLayout* layout) {
  std::vector<SetLine> lines;
  std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> const at(pango_layout_get_iter(layout), &pango_layout_iter_free);
  do {
    PangoRectangle place;
    pango_layout_iter_get_line_extents(at.get(), nullptr, &place);
    lines.push_back({pango_layout_iter_get_line_readonly(at.get()), in_points(place.x)});
  } while (pango_layout_iter_next_line(at.get()) != FALSE);
  return lines;
}

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// How much of the piece stands above the last line. A character may have been replaced by a longer one in what was set, but never by two.
std::size_t bytes_before_last_line(std::string_view piece, PangoLayout* layout) {
  auto const* line = pango_layout_get_line_readonly(layout, pango_layout_get_line_count(layout) - 1);
  std::string_view const above(pango_layout_get_text(layout), static_cast<std::size_t>(line->start_index));
  auto characters = std::ranges::count_if(above, begins_character);
  auto const end = std::ranges::find_if(piece, [&](char byte) { return begins_character(byte) && characters-- == 0; });
  return static_cast<std::size_t>(end - piece.begin());
}

/// How many characters fill a little more than two lines: a third line is begun, so the first two are as they will stay.
std::size_t characters_of_two_lines(double width, double size) {
  constexpr double lines = 2.2;
  constexpr double width_of_a_character = 0.42;  ///< of the size, in a text face
  constexpr double least = 40;
  return static_cast<std::size_t>(std::max(least, lines * width / (width_of_a_character * size)));
}

std::size_t end_of_characters(std::string_view text, std::size_t characters) {
  auto const end = std::ranges::find_if(text, [&](char byte) { return begins_character(byte) && characters-- == 0; });
  return static_cast<std::size_t>(end - text.begin());
}

}  // namespace

Typesetter& Typesetter::of_this_thread() {
  static thread_local Typesetter typesetter;
  return typesetter;
}

Typesetter::Typesetter() : fonts_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts_.get()), letter_fonts());
  // A point of type is a point of the page.
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts_.get()), 72);
  context_.reset(pango_font_map_create_context(fonts_.get()));
  std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> const options(cairo_font_options_create(), &cairo_font_options_destroy);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_.get(), options.get());
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  // Lines begin at the left whatever a value begins with: a Hebrew name must not turn its line round.
  pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
}

Typesetter::~Typesetter() = default;

void Typesetter::begin(Type const& type, Language language) {
  pango_context_set_language(context_.get(), pango_language_from_string(std::string(name_of(language)).c_str()));
  regular_.reset(pango_font_description_new());
  pango_font_description_set_family(regular_.get(), type.font.c_str());
  pango_font_description_set_size(regular_.get(), in_pango(type.size));
  size_ = type.size;
  bold_.reset(pango_font_description_copy(regular_.get()));
  pango_font_description_set_weight(bold_.get(), PANGO_WEIGHT_BOLD);
  // The font's own metrics, which it keeps; those of the context would be reckoned anew from a sample text for each letter.
  OwnedObject<PangoFont> const font(pango_context_load_font(context_.get(), regular_.get()));
  std::unique_ptr<PangoFontMetrics, decltype(&pango_font_metrics_unref)> const metrics(
      pango_font_get_metrics(font.get(), pango_context_get_language(context_.get())), &pango_font_metrics_unref);
  auto const ascent = in_points(pango_font_metrics_get_ascent(metrics.get()));
  auto const descent = in_points(pango_font_metrics_get_descent(metrics.get()));
  baseline_ = (type.line_height - ascent - descent) / 2 + ascent;
}

OwnedObject<PangoLayout> Typesetter::laid_out(std::string_view text, Setting const& setting) const {
  OwnedObject<PangoLayout> layout(pango_layout_new(context_.get()));
  pango_layout_set_font_description(layout.get(), setting.weight == Weight::Bold ? bold_.get() : regular_.get());
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_width(layout.get(), in_pango(setting.width));
  pango_layout_set_indent(layout.get(), in_pango(setting.first_line_indent));
  pango_layout_set_alignment(layout.get(), alignment_of(setting.flush));
  pango_layout_set_justify(layout.get(), setting.flush == Flush::Both ? TRUE : FALSE);
  if (setting.overlong == Overlong::Wraps)
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  else
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

OwnedObject<PangoLayout> Typesetter::laid_out_in_known_characters(std::string_view text, Setting const& setting) const {
  auto layout = laid_out(text, setting);
  return pango_layout_get_unknown_glyphs_count(layout.get()) == 0 ? std::move(layout) : laid_out(with_known_characters(text), setting);
}

/// Pango sets what is left of a run anew for every line that it breaks, so a text is given to it in pieces of two lines. The line begun at the end of a piece
/// is thrown away and set again with what follows it, and so the lines are those that the whole text would have.
SetText Typesetter::set(std::string const& text, Setting const& setting) const {
  SetText set;
  std::string_view rest(text);
  auto piece_setting = setting;
  auto characters = setting.overlong == Overlong::IsCutShort ? text.size() : characters_of_two_lines(setting.width, size_);
  while (true) {
    auto const piece = rest.substr(0, end_of_characters(rest, characters));
    auto layout = laid_out_in_known_characters(piece, piece_setting);
    bool const is_last = piece.size() == rest.size();
    if (!is_last && pango_layout_get_line_count(layout.get()) == 1) {
      characters *= 2;
      continue;
    }
    auto lines = lines_of(layout.get());
    if (!is_last) lines.pop_back();
    std::ranges::copy(lines, std::back_inserter(set.lines));
    if (!is_last) rest.remove_prefix(bytes_before_last_line(piece, layout.get()));
    set.layouts.push_back(std::move(layout));
    if (is_last) return set;
    piece_setting.first_line_indent = 0;
  }
}

bool Typesetter::is_known(std::string_view character) const {
  OwnedObject<PangoLayout> const layout(pango_layout_new(context_.get()));
  pango_layout_set_font_description(layout.get(), regular_.get());
  pango_layout_set_text(layout.get(), character.data(), static_cast<int>(character.size()));
  return pango_layout_get_unknown_glyphs_count(layout.get()) == 0;
}

std::string Typesetter::with_known_characters(std::string_view text) const {
  std::map<std::string_view, bool> known;
  std::string shown;
  while (!text.empty()) {
    auto rest = text;
    (void)take_character(rest);
    auto const character = text.substr(0, text.size() - rest.size());
    auto const [entry, is_new] = known.try_emplace(character, true);
    if (is_new) entry->second = is_known(character);
    shown += entry->second ? character : replacement;
    text = rest;
  }
  return shown;
}

}  // namespace redress::letters
