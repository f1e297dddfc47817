// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter set in type, before it is cut into pages: blocks one below the other, each of lines of one height, with columns side by side where the letter
// has them. All lengths in points, from the left margin.

#include "adapters/letters/layout.hpp"
#include "adapters/letters/page_breaks.hpp"
#include "adapters/letters/typesetter.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace redress::letters {

struct PageMeasure {
  double width = 0;
  double height = 0;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double line_height = 0;

  [[nodiscard]] double text_width() const { return width - left - right; }
  [[nodiscard]] double text_height() const { return height - top - bottom; }
};

[[nodiscard]] PageMeasure measure_of(LaidOut const& letter);

/// What a block is: it decides how it is tagged and where it may be parted.
enum class BlockKind { Text, Heading, TableHead, TableRow };

/// Text of a block that stands on its own: a part of the letter, or a cell. Its lines may begin below the block's first.
struct Column {
  double left = 0;
  std::vector<SetLine> lines;
};

struct FlowBlock {
  BlockKind kind = BlockKind::Text;
  std::vector<Column> columns;
  std::vector<SetText> texts;  ///< own what the columns show
  std::size_t height = 0;      ///< in lines

  [[nodiscard]] bool is_of_table() const { return kind == BlockKind::TableHead || kind == BlockKind::TableRow; }
};

/// Line `line` of block `block`.
struct LineOfBlock {
  std::size_t block = 0;
  std::size_t line = 0;
};

struct Flow {
  std::vector<FlowBlock> blocks;
  std::vector<FlowLine> lines;      ///< for the cutting into pages
  std::vector<LineOfBlock> places;  ///< as many: what each line is
};

/// Above and below the text of a cell.
inline constexpr double cell_padding = 3;

[[nodiscard]] Flow flow_of(LaidOut const& letter, Typesetter const& typesetter, PageMeasure const& page);

}  // namespace redress::letters
