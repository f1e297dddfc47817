// SPDX-License-Identifier: Apache-2.0
#include "workflows/diagram.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace redress::workflows {
namespace {

std::vector<std::string_view> states_of(Machine const& machine) {
  std::vector<std::string_view> states;
  auto const add = [&](std::string_view state) {
    if (std::ranges::find(states, state) == states.end()) states.push_back(state);
  };
  for (auto const& edge : machine.edges) {
    add(edge.from);
    add(edge.to);
  }
  return states;
}

bool is_final(Machine const& machine, std::string_view state) {
  return std::ranges::none_of(machine.edges, [&](Edge const& edge) { return edge.from == state; });
}

/// Names hold letters, digits, spaces, hyphens and parentheses only, so nothing needs escaping beyond the quotes.
std::string mermaid(Machine const& machine) {
  std::string text = "stateDiagram-v2\n";
  text += fmt::format("    [*] --> {}\n", machine.initial);
  for (auto const& edge : machine.edges) {
    auto const guard = edge.guard.empty() ? std::string{} : fmt::format(" [{}]", edge.guard);
    text += fmt::format("    {} --> {} : {}{}\n", edge.from, edge.to, edge.on, guard);
  }
  for (auto const state : states_of(machine))
    if (is_final(machine, state)) text += fmt::format("    {} --> [*]\n", state);
  return text;
}

std::string dot(Machine const& machine) {
  std::string text = fmt::format("digraph \"{}\" {{\n  rankdir=LR;\n  node [shape=box, style=rounded];\n", machine.name);
  for (auto const state : states_of(machine))
    text += fmt::format("  \"{}\"{};\n", state, is_final(machine, state) ? " [peripheries=2]" : state == machine.initial ? " [shape=point]" : "");
  for (auto const& edge : machine.edges) {
    auto const guard = edge.guard.empty() ? std::string{} : fmt::format("\\n[{}]", edge.guard);
    text += fmt::format("  \"{}\" -> \"{}\" [label=\"{}{}\"];\n", edge.from, edge.to, edge.on, guard);
  }
  return text + "}\n";
}

/// An SCXML event name is dot-separated words.
std::string scxml_event(std::string_view on) {
  std::string event;
  for (char const letter : on) {
    if (letter == '(' || letter == ')') continue;
    event += letter == ' ' ? '.' : letter;
  }
  return event;
}

std::string scxml(Machine const& machine) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  text += fmt::format("<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" name=\"{}\" initial=\"{}\">\n", machine.name, machine.initial);
  for (auto const state : states_of(machine)) {
    if (is_final(machine, state)) {
      text += fmt::format("  <final id=\"{}\"/>\n", state);
      continue;
    }
    text += fmt::format("  <state id=\"{}\">\n", state);
    for (auto const& edge : machine.edges) {
      if (edge.from != state) continue;
      auto const guard = edge.guard.empty() ? std::string{} : fmt::format(" cond=\"{}\"", edge.guard);
      text += fmt::format("    <transition event=\"{}\" target=\"{}\"{}/>\n", scxml_event(edge.on), edge.to, guard);
    }
    text += "  </state>\n";
  }
  return text + "</scxml>\n";
}

std::string json(CatalogueEntry const& entry) {
  auto const& machine = entry.machine;
  std::string text = fmt::format("{{\n  \"name\": \"{}\",\n  \"initial\": \"{}\",\n  \"states\": [", machine.name, machine.initial);
  auto const states = states_of(machine);
  for (std::size_t i = 0; i < states.size(); ++i) text += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", states[i]);
  text += "],\n  \"transitions\": [";
  for (std::size_t i = 0; i < machine.edges.size(); ++i) {
    auto const& edge = machine.edges[i];
    text += fmt::format("{}\n    {{\"from\": \"{}\", \"on\": \"{}\", \"to\": \"{}\", \"do\": \"{}\", \"only_if\": \"{}\"}}", i == 0 ? "" : ",", edge.from,
                        edge.on, edge.to, edge.action, edge.guard);
  }
  text += "\n  ],\n  \"beside\": [";
  for (std::size_t i = 0; i < entry.beside.size(); ++i) {
    auto const& edge = entry.beside[i];
    text += fmt::format("{}\n    {{\"on\": \"{}\", \"states\": \"{}\", \"do\": \"{}\", \"only_if\": \"{}\"}}", i == 0 ? "" : ",", edge.on, edge.states,
                        edge.action, edge.guard);
  }
  return text + (entry.beside.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace

std::string draw(CatalogueEntry const& entry, DiagramFormat format) {
  switch (format) {
    case DiagramFormat::Mermaid:
      return mermaid(entry.machine);
    case DiagramFormat::Dot:
      return dot(entry.machine);
    case DiagramFormat::Scxml:
      return scxml(entry.machine);
    case DiagramFormat::Json:
      return json(entry);
  }
  return {};
}

std::string reference_page(CatalogueEntry const& entry) {
  auto const& machine = entry.machine;
  std::string text = fmt::format("# {}: `{}`\n\nGenerated from `workflows/{}`; do not edit.\n\n```mermaid\n{}```\n\n", entry.title, machine.name,
                                 machine.name == "preventive-action" ? "preventive_action" : machine.name, mermaid(machine));
  text += "| from | on | to | do | only if |\n| --- | --- | --- | --- | --- |\n";
  for (auto const& edge : machine.edges) text += fmt::format("| {} | `{}` | {} | {} | {} |\n", edge.from, edge.on, edge.to, edge.action, edge.guard);
  if (entry.beside.empty()) return text;
  text += "\n## Beside the road\n\nThese move no stage.\n\n| on | at | do | only if |\n| --- | --- | --- | --- |\n";
  for (auto const& edge : entry.beside) text += fmt::format("| `{}` | {} | {} | {} |\n", edge.on, edge.states, edge.action, edge.guard);
  return text;
}

}  // namespace redress::workflows
