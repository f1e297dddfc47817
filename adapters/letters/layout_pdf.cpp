// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "adapters/letters/layout.hpp"
#include "adapters/letters/letter_arguments.hpp"
#include "adapters/letters/pdf_catalog.hpp"
#include "adapters/letters/pdf_flow.hpp"
#include "adapters/letters/typesetter.hpp"
#include "engine/ports/letter_writer.hpp"

#include <cairo-pdf.h>

namespace redress::letters {
namespace {

constexpr std::size_t longest_title = 200;
/// On what follows page 1: a line that says whose letter it is, and two blank ones.
constexpr double continuation_lines = 3;
constexpr double thick_rule = 0.8;
constexpr double thin_rule = 0.4;

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Drawing = std::unique_ptr<cairo_t, DestroyContext>;

cairo_status_t append(void* bytes, unsigned char const* data, unsigned int length) noexcept {
  try {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<char const*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  } catch (...) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

void require_success(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) throw ports::LetterFault(std::string("the PDF cannot be drawn: ") + cairo_status_to_string(status));
}

/// At most so many bytes, and no broken character at the end.
std::string shortened(std::string text) {
  if (text.size() <= longest_title) return text;
  auto end = longest_title;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

void describe(cairo_surface_t* surface, LaidOut const& letter) {
  // The letter's own date, and not the moment of drawing: the same letter gives the same bytes.
  auto const created = (letter.iso_date.empty() ? std::string("1970-01-01") : letter.iso_date) + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, shortened(letter.title).c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, shortened(letter.author).c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Redress");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
}

/// A tag of the document's structure, open as long as this lives.
class Tagged {
 public:
  Tagged(cairo_t* drawing, char const* tag) : drawing_(drawing), tag_(tag) { cairo_tag_begin(drawing_, tag_, ""); }
  Tagged(Tagged const&) = delete;
  Tagged& operator=(Tagged const&) = delete;
  ~Tagged() { cairo_tag_end(drawing_, tag_); }

 private:
  cairo_t* drawing_;
  char const* tag_;
};

class PageDrawer {
 public:
  PageDrawer(cairo_t* drawing, LaidOut const& letter, Typesetter const& typesetter, PageMeasure const& page, Flow const& flow)
      : drawing_(drawing), letter_(letter), typesetter_(typesetter), page_(page), flow_(flow) {}

  void draw(std::span<PageLines const> pages) {
    Tagged const document(drawing_, "Document");
    for (std::size_t number = 1; number <= pages.size(); ++number) {
      top_ = page_.top;
      if (number > 1) draw_continuation(number, pages.size());
      draw_lines(pages[number - 1]);
      cairo_show_page(drawing_);
    }
  }

 private:
  /// The head of a further page is in no tag: whoever has the letter read aloud is not interrupted by it.
  void draw_continuation(std::size_t number, std::size_t pages) {
    Arguments arguments;
    set(arguments, "page", std::to_string(number));
    set(arguments, "pages", std::to_string(pages));
    auto const page = letter_.letterhead->words.at(letter_.language).page.with(arguments);
    if (letter_.letterhead->continuation == Continuation::PageNumber) return draw_alone(page, Flush::Centre, 0, page_.text_width(), page_.top / 2);
    auto const third = page_.text_width() / 3;
    draw_alone(letter_.recipient, Flush::Left, 0, third, page_.top);
    draw_alone(letter_.date, Flush::Centre, third, third, page_.top);
    draw_alone(page, Flush::Right, 2 * third, third, page_.top);
    top_ += continuation_lines * page_.line_height;
  }

  void draw_alone(std::string const& words, Flush flush, double left, double width, double top) {
    if (words.empty()) return;
    auto const text = typesetter_.set(words, {.width = width, .flush = flush, .overlong = Overlong::IsCutShort});
    show(text.lines.front(), left, top);
  }

  void show(SetLine const& line, double left, double top) {
    if (line.line == nullptr) return;
    cairo_move_to(drawing_, page_.left + left + line.left, top + typesetter_.baseline());
    pango_cairo_show_layout_line(drawing_, line.line);
  }

  void draw_lines(PageLines const& lines) {
    is_page_begin_ = true;
    for (auto line = lines.first; line < lines.end;) {
      auto const end = end_of_group(line, lines.end);
      if (flow_.blocks[flow_.places[line].block].is_of_table()) {
        Tagged const table(drawing_, "Table");
        draw_table(line, end);
      } else {
        draw_block(line, end);
      }
      line = end;
    }
  }

  /// A block as far as it stands on this page, or a whole table.
  [[nodiscard]] std::size_t end_of_group(std::size_t line, std::size_t end) const {
    auto const first = flow_.places[line].block;
    auto const belongs = [&](std::size_t block) { return block == first || (flow_.blocks[first].is_of_table() && flow_.blocks[block].is_of_table()); };
    while (line < end && belongs(flow_.places[line].block)) ++line;
    return line;
  }

  void draw_table(std::size_t line, std::size_t end) {
    if (is_page_begin_ && flow_.lines[line].repeated_head > 0) repeat_head(flow_.places[line].block);
    while (line < end) {
      auto const block = flow_.places[line].block;
      auto row_end = line;
      while (row_end < end && flow_.places[row_end].block == block) ++row_end;
      draw_block(line, row_end);
      line = row_end;
    }
  }

  void repeat_head(std::size_t block) {
    while (flow_.blocks[block].kind != BlockKind::TableHead) --block;
    auto const head = std::ranges::find(flow_.places, block, &LineOfBlock::block);
    auto const first = static_cast<std::size_t>(head - flow_.places.begin());
    draw_block(first, first + flow_.blocks[block].height);
  }

  /// Lines `first` to `end`, all of one block, column by column so that each is read as a whole.
  void draw_block(std::size_t first, std::size_t end) {
    auto const& block = flow_.blocks[flow_.places[first].block];
    if (!is_page_begin_) top_ += flow_.lines[first].space_above;
    is_page_begin_ = false;
    if (block.is_of_table()) {
      Tagged const row(drawing_, "TR");
      for (std::size_t column = 0; column < block.columns.size(); ++column) draw_column(block, column, first, end);
    } else {
      for (std::size_t column = 0; column < block.columns.size(); ++column) draw_column(block, column, first, end);
    }
    for (auto line = first; line < end; ++line) top_ += flow_.lines[line].height;
    bool const is_end_of_row = block.is_of_table() && flow_.places[end - 1].line + 1 == block.height;
    if (is_end_of_row) draw_rule(block.kind == BlockKind::TableHead ? thick_rule : thin_rule);
  }

  void draw_column(FlowBlock const& block, std::size_t column, std::size_t first, std::size_t end) {
    auto const& [left, lines] = block.columns[column];
    auto const from = std::min(flow_.places[first].line, lines.size());
    auto const to = std::min(flow_.places[end - 1].line + 1, lines.size());
    if (std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.begin() + static_cast<std::ptrdiff_t>(to),
                     [](SetLine const& line) { return line.line != nullptr; }))
      return;
    Tagged const tagged(drawing_, tag_of(block.kind, column));
    auto top = top_ + (block.is_of_table() && from == 0 ? cell_padding : 0);
    for (auto line = from; line < to; ++line, top += page_.line_height) show(lines[line], left, top);
  }

  static char const* tag_of(BlockKind kind, std::size_t column) {
    switch (kind) {
      case BlockKind::Heading:
        return "H1";
      case BlockKind::TableHead:
        return "TH";
      case BlockKind::TableRow:
        return column == 0 ? "TH" : "TD";
      case BlockKind::Text:
        return "P";
    }
    return "P";
  }

  void draw_rule(double width) {
    cairo_set_line_width(drawing_, width);
    cairo_move_to(drawing_, page_.left, top_);
    cairo_line_to(drawing_, page_.left + page_.text_width(), top_);
    cairo_stroke(drawing_);
  }

  cairo_t* drawing_;
  LaidOut const& letter_;
  Typesetter const& typesetter_;
  PageMeasure const& page_;
  Flow const& flow_;
  double top_ = 0;
  bool is_page_begin_ = true;
};

}  // namespace

std::string as_pdf(LaidOut const& letter) {
  auto const page = measure_of(letter);
  auto& typesetter = Typesetter::of_this_thread();
  typesetter.begin({letter.letterhead->font, letter.letterhead->size_pt, page.line_height}, letter.language);
  auto const flow = flow_of(letter, typesetter, page);
  bool const has_line = letter.letterhead->continuation == Continuation::RecipientDatePage;
  auto const further = page.text_height() - (has_line ? continuation_lines * page.line_height : 0);
  auto const pages = broken_into_pages(flow.lines, page.text_height(), further);
  std::string bytes;
  Surface const surface(cairo_pdf_surface_create_for_stream(&append, &bytes, page.width, page.height));
  describe(surface.get(), letter);
  Drawing const drawing(cairo_create(surface.get()));
  PageDrawer(drawing.get(), letter, typesetter, page, flow).draw(pages);
  require_success(cairo_status(drawing.get()));
  cairo_surface_finish(surface.get());
  require_success(cairo_surface_status(surface.get()));
  return with_language(std::move(bytes), letter.language);
}

}  // namespace redress::letters
