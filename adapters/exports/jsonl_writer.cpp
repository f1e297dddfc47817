// SPDX-License-Identifier: Apache-2.0
// A line an event: {"leaf": …, "disclosures": […]}. The leaf's bytes are copied, never written anew, so that their digest can be checked
// against the next leaf's `cprev`.
#include <string_view>
#include <utility>

#include "adapters/exports/history_writer.hpp"

namespace redress::exports {
namespace {

class JsonlWriter : public HistoryWriter {
 public:
  explicit JsonlWriter(std::ostream& out) : out_(out) {}

  void begin() override {}

  void write(HistoryEvent const&, ports::StoredLeaf const& leaf) override {
    out_ << R"({"leaf":)" << leaf.bytes << R"(,"disclosures":[)";
    std::string_view separator;
    for (auto const& disclosure : leaf.disclosures) out_ << std::exchange(separator, ",") << '"' << disclosure << '"';
    out_ << "]}\n";
  }

  void end() override {}

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<HistoryWriter> jsonl_writer(std::ostream& out) {
  return std::make_unique<JsonlWriter>(out);
}

}  // namespace redress::exports
