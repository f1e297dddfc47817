// SPDX-License-Identifier: Apache-2.0
#include "adapters/exports/history_export.hpp"

#include "adapters/exports/history_event.hpp"
#include "adapters/exports/history_writer.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::exports {
namespace {

std::unique_ptr<HistoryWriter> writer_of(Format format, std::ostream& out) {
  switch (format) {
    case Format::Csv:
      return csv_writer(out);
    case Format::Jsonl:
      return jsonl_writer(out);
    case Format::Xes:
      return xes_writer(out);
  }
  throw BrokenInvariant("every format has a writer");
}

bool is_within(Time at, ExportRequest const& request) {
  return (!request.from || at >= *request.from) && (!request.until || at < *request.until);
}

void check(std::ostream const& out) {
  if (!out) throw ExportFault("the export could not be written to its end; is there space left?");
}

}  // namespace

std::string_view media_type(Format format) {
  switch (format) {
    case Format::Csv:
      return "text/csv; charset=utf-8; header=present";
    case Format::Jsonl:
      return "application/jsonl";
    case Format::Xes:
      return "application/xml";
  }
  throw BrokenInvariant("every format has a media type");
}

std::expected<ExportCounts, Refusal> export_history(ports::Store& store, ExportRequest const& request, std::ostream& out) {
  if (!request.complaint.empty() && !store.load(request.complaint)) return std::unexpected(refused(Reason::UnknownComplaint, request.complaint.value));
  auto const writer = writer_of(request.format, out);
  HistoryEventReader reader;
  ExportCounts counts;
  Reference last;
  writer->begin();
  store.read_history(request.complaint, [&](ports::StoredLeaf const& leaf) {
    auto const event = reader.read(leaf);
    if (!is_within(event.at, request)) return;
    writer->write(event, leaf);
    check(out);
    ++counts.events;
    if (event.reference != last) ++counts.complaints;
    last = event.reference;
  });
  writer->end();
  check(out.flush());
  return counts;
}

}  // namespace redress::exports
