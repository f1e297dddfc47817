// SPDX-License-Identifier: Apache-2.0
// RFC 4180, UTF-8 without a byte order mark.
#include <array>
#include <string>
#include <string_view>

#include "adapters/exports/history_writer.hpp"

namespace redress::exports {
namespace {

/// A spreadsheet takes a cell that begins so for a formula and runs it; an apostrophe before it makes it text again.
bool begins_a_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

std::string in_quotes(std::string_view cell) {
  std::string text = "\"";
  for (char const letter : cell) {
    if (letter == '"') text += '"';
    text += letter;
  }
  return text + '"';
}

std::string as_cell(std::string_view value) {
  std::string cell = begins_a_formula(value) ? "'" : "";
  cell += value;
  return cell.find_first_of(",\"\r\n") == std::string::npos ? cell : in_quotes(cell);
}

class CsvWriter : public HistoryWriter {
 public:
  explicit CsvWriter(std::ostream& out) : out_(out) {}

  void begin() override { out_ << "reference,sequence,at,event,actor_kind,actor_id,actor_via,stage,machine,data\r\n"; }

  void write(HistoryEvent const& event, ports::StoredLeaf const&) override {
    std::array const rest{to_text(event.at),    event.name,      std::string(name_of(event.actor.kind)),
                          event.actor.id.value, event.actor.via, std::string(name_of(event.stage)),
                          event.machine,        event.data};
    out_ << as_cell(event.reference.value) << ',' << event.sequence;
    for (auto const& value : rest) out_ << ',' << as_cell(value);
    out_ << "\r\n";
  }

  void end() override {}

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<HistoryWriter> csv_writer(std::ostream& out) {
  return std::make_unique<CsvWriter>(out);
}

}  // namespace redress::exports
