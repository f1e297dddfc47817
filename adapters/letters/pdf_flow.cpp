// SPDX-License-Identifier: Apache-2.0
#include "adapters/letters/pdf_flow.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace redress::letters {
namespace {

constexpr double points_per_mm = 72.0 / 25.4;
/// A part of so few lines is never parted.
constexpr std::size_t lines_kept_together = 8;
constexpr double between_columns = 8;
constexpr std::array<double, 3> column_shares{0.50, 0.26, 0.24};

/// How far a block holds together.
enum class Hold { NoLoneLines, Wholly };
enum class With { Nothing, BlockAbove };

Setting setting_of(PlacedPart const& part, LaidOut const& letter, PageMeasure const& page) {
  auto const corner = letter.letterhead->corner_width_mm * points_per_mm;
  Setting setting{.width = page.text_width()};
  if (part.place == Place::FromCentre) setting.width = page.width / 2 - page.right;
  if (part.place == Place::Corner || part.place == Place::BesideCorner) setting.width = std::min(corner, (page.text_width() - between_columns) / 2);
  if (part.place == Place::Centred) setting.flush = Flush::Centre;
  if (part.part == Part::Paragraph && letter.letterhead->body == Alignment::Justified) setting.flush = Flush::Both;
  if (part.first_line == FirstLine::Indented) setting.first_line_indent = letter.first_line_indent_mm * points_per_mm;
  if (part.part == Part::Subject) setting.weight = Weight::Bold;
  return setting;
}

double left_of(PlacedPart const& part, Setting const& setting, PageMeasure const& page) {
  return part.place == Place::FromCentre || part.place == Place::BesideCorner ? page.text_width() - setting.width : 0;
}

bool keeps_with_next(Part part) {
  return part == Part::CopyNote || part == Part::Salutation || part == Part::Subject || part == Part::Close;
}

With held_with(PlacedPart const& part, PlacedPart const* above) {
  if (above == nullptr) return With::Nothing;
  bool const is_of_ending = part.part == Part::Close || part.part == Part::Signature || part.part == Part::Enclosures || part.part == Part::Copies;
  return is_of_ending || keeps_with_next(above->part) || part.blank_lines == 0 ? With::BlockAbove : With::Nothing;
}

class FlowBuilder {
 public:
  FlowBuilder(LaidOut const& letter, Typesetter const& typesetter, PageMeasure const& page) : letter_(letter), typesetter_(typesetter), page_(page) {}

  Flow build() {
    PlacedPart const* above = nullptr;
    for (auto const& part : letter_.parts) {
      if (part.part == Part::Schedule)
        add_schedule();
      else if (part.place == Place::Corner || part.place == Place::BesideCorner)
        add_to_corner(part);
      else if (part.place == Place::Across)
        add_across(part);
      else
        add_part(part, above);
      above = &part;
    }
    close_corner();
    return std::move(flow_);
  }

 private:
  [[nodiscard]] Column column_of(PlacedPart const& part, FlowBlock& block) const {
    auto setting = setting_of(part, letter_, page_);
    Column column{left_of(part, setting, page_), {}};
    for (auto const& line : part.lines) {
      setting.weight = part.part == Part::Subject || (part.part == Part::Letterhead && &line == &part.lines.front()) ? Weight::Bold : Weight::Regular;
      std::ranges::copy(block.texts.emplace_back(typesetter_.set(line, setting)).lines, std::back_inserter(column.lines));
    }
    return column;
  }

  void add_part(PlacedPart const& part, PlacedPart const* above) {
    close_corner();
    FlowBlock block{.kind = part.part == Part::Subject ? BlockKind::Heading : BlockKind::Text, .columns = {}, .texts = {}};
    auto column = column_of(part, block);
    auto const hold = part.part != Part::Paragraph && column.lines.size() <= lines_kept_together ? Hold::Wholly : Hold::NoLoneLines;
    block.columns.push_back(std::move(column));
    add(std::move(block), static_cast<double>(part.blank_lines) * page_.line_height, hold, held_with(part, above));
  }

  /// The second line begins beside the last line of the first.
  void add_across(PlacedPart const& part) {
    close_corner();
    auto const width = (page_.text_width() - between_columns) / 2;
    FlowBlock block{.kind = BlockKind::Text, .columns = {}, .texts = {}};
    auto& left = block.texts.emplace_back(typesetter_.set(part.lines.at(0), {.width = width}));
    block.columns.push_back({0, left.lines});
    auto& right = block.texts.emplace_back(typesetter_.set(part.lines.at(1), {.width = width, .flush = Flush::Right}));
    Column column{page_.text_width() - width, right.lines};
    column.lines.insert(column.lines.begin(), block.columns.front().lines.size() - 1, SetLine{});
    block.columns.push_back(std::move(column));
    add(std::move(block), static_cast<double>(part.blank_lines) * page_.line_height, Hold::Wholly, With::BlockAbove);
  }

  /// Parts of the corner stand one below the other at the left, the address begins beside the first of them.
  void add_to_corner(PlacedPart const& part) {
    if (!corner_) corner_.emplace();
    auto column = column_of(part, *corner_);
    if (part.place == Place::Corner) {
      auto const above = corner_lines_ == 0 ? 0 : corner_lines_ + part.blank_lines;
      column.lines.insert(column.lines.begin(), above, SetLine{});
      corner_lines_ = column.lines.size();
    }
    corner_->columns.push_back(std::move(column));
  }

  void close_corner() {
    if (!corner_) return;
    auto block = std::move(*corner_);
    corner_.reset();
    add(std::move(block), page_.line_height, Hold::NoLoneLines, With::Nothing);
  }

  void add_schedule() {
    close_corner();
    std::array<std::string_view, 3> const heads{letter_.schedule_heading.at(0), letter_.schedule_heading.at(1), letter_.schedule_heading.at(2)};
    add_row(BlockKind::TableHead, heads, page_.line_height, With::BlockAbove);
    auto const head_height = height_of_row(flow_.blocks.back());
    auto const& rows = letter_.schedule;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      // Neither the first row nor the last one stands alone.
      bool const is_held = i == 0 || i + 1 == rows.size();
      auto const begin = flow_.lines.size();
      add_row(BlockKind::TableRow, {rows[i].what, rows[i].who, rows[i].by}, 0, is_held ? With::BlockAbove : With::Nothing);
      for (auto line = begin; line < flow_.lines.size(); ++line) flow_.lines[line].repeated_head = head_height;
    }
  }

  void add_row(BlockKind kind, std::array<std::string_view, 3> const& cells, double space_above, With with) {
    FlowBlock block{.kind = kind, .columns = {}, .texts = {}};
    double left = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto const width = page_.text_width() * column_shares.at(i);
      Setting const setting{.width = i + 1 < cells.size() ? width - between_columns : width,
                            .weight = kind == BlockKind::TableHead ? Weight::Bold : Weight::Regular};
      auto& text = block.texts.emplace_back(typesetter_.set(std::string(cells.at(i)), setting));
      block.columns.push_back({left, text.lines});
      left += width;
    }
    add(std::move(block), space_above, Hold::Wholly, with);
    flow_.lines[flow_.lines.size() - flow_.blocks.back().height].height += cell_padding;
    flow_.lines.back().height += cell_padding;
  }

  [[nodiscard]] double height_of_row(FlowBlock const& block) const { return static_cast<double>(block.height) * page_.line_height + 2 * cell_padding; }

  void add(FlowBlock block, double space_above, Hold hold, With with) {
    for (auto const& column : block.columns) block.height = std::max(block.height, column.lines.size());
    for (std::size_t line = 0; line < block.height; ++line) {
      flow_.places.push_back({flow_.blocks.size(), line});
      flow_.lines.push_back({.space_above = line == 0 ? space_above : 0, .height = page_.line_height, .before = break_before(line, block.height, hold, with)});
    }
    flow_.blocks.push_back(std::move(block));
  }

  static Break break_before(std::size_t line, std::size_t lines, Hold hold, With with) {
    if (line == 0) return with == With::BlockAbove ? Break::Forbidden : Break::Allowed;
    bool const leaves_a_lone_line = line == 1 || line + 1 == lines;
    return hold == Hold::Wholly || leaves_a_lone_line ? Break::Forbidden : Break::Allowed;
  }

  LaidOut const& letter_;
  Typesetter const& typesetter_;
  PageMeasure const& page_;
  Flow flow_;
  std::optional<FlowBlock> corner_;
  std::size_t corner_lines_ = 0;
};

}  // namespace

PageMeasure measure_of(LaidOut const& letter) {
  auto const& letterhead = *letter.letterhead;
  auto const& margins = letterhead.margins_mm;
  bool const is_a4 = letter.style.paper == Paper::A4;
  return {.width = is_a4 ? 210 * points_per_mm : 612,
          .height = is_a4 ? 297 * points_per_mm : 792,
          .left = letterhead.left_margin_mm(letter.style.kept) * points_per_mm,
          .right = margins.right * points_per_mm,
          .top = margins.top * points_per_mm,
          .bottom = margins.bottom * points_per_mm,
          .line_height = letterhead.size_pt * letterhead.line_spacing};
}

Flow flow_of(LaidOut const& letter, Typesetter const& typesetter, PageMeasure const& page) {
  return FlowBuilder(letter, typesetter, page).build();
}

}  // namespace redress::letters
