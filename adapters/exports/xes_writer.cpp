// SPDX-License-Identifier: Apache-2.0
// IEEE 1849-2016, eXtensible Event Stream: a trace is a complaint, and every event in it is complete. Attributes that the standard's
// extensions do not know have no prefix.
#include <string>
#include <string_view>

#include "adapters/exports/history_writer.hpp"

namespace redress::exports {
namespace {

constexpr std::string_view opening = R"(<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace">
    <string key="concept:name" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
    <string key="lifecycle:transition" value="complete"/>
    <string key="org:resource" value=""/>
    <string key="stage" value=""/>
  </global>
  <classifier name="Event" scope="event" keys="concept:name"/>
  <classifier name="EventAndStage" scope="event" keys="concept:name stage"/>
  <string key="lifecycle:model" value="standard"/>
)";

/// Control characters that XML cannot hold at all become U+FFFD.
std::string as_attribute(std::string_view value) {
  std::string text;
  for (char const letter : value) {
    if (letter == '&')
      text += "&amp;";
    else if (letter == '<')
      text += "&lt;";
    else if (letter == '>')
      text += "&gt;";
    else if (letter == '"')
      text += "&quot;";
    else if (letter == '\t' || letter == '\n' || letter == '\r')
      text += "&#" + std::to_string(static_cast<int>(letter)) + ";";
    else if (static_cast<unsigned char>(letter) < 0x20)
      text += "\uFFFD";
    else
      text += letter;
  }
  return text;
}

/// Whoever did it: a member of staff by identifier, or else what did it.
std::string_view resource_of(Actor const& actor) {
  return actor.id.empty() ? name_of(actor.kind) : std::string_view(actor.id.value);
}

class XesWriter : public HistoryWriter {
 public:
  explicit XesWriter(std::ostream& out) : out_(out) {}

  void begin() override { out_ << opening; }

  void write(HistoryEvent const& event, ports::StoredLeaf const&) override {
    if (event.reference != trace_) open_trace(event.reference);
    out_ << "    <event>\n";
    attribute("string", "concept:name", event.name);
    attribute("date", "time:timestamp", to_text(event.at));
    attribute("string", "lifecycle:transition", "complete");
    attribute("string", "org:resource", resource_of(event.actor));
    attribute("string", "stage", name_of(event.stage));
    attribute("int", "sequence", std::to_string(event.sequence));
    out_ << "    </event>\n";
  }

  void end() override {
    close_trace();
    out_ << "</log>\n";
  }

 private:
  void open_trace(Reference const& reference) {
    close_trace();
    trace_ = reference;
    out_ << "  <trace>\n    <string key=\"concept:name\" value=\"" << as_attribute(reference.value) << "\"/>\n";
  }

  void close_trace() {
    if (!trace_.empty()) out_ << "  </trace>\n";
  }

  void attribute(std::string_view type, std::string_view key, std::string_view value) {
    out_ << "      <" << type << " key=\"" << key << "\" value=\"" << as_attribute(value) << "\"/>\n";
  }

  std::ostream& out_;
  Reference trace_;
};

}  // namespace

std::unique_ptr<HistoryWriter> xes_writer(std::ostream& out) {
  return std::make_unique<XesWriter>(out);
}

}  // namespace redress::exports
