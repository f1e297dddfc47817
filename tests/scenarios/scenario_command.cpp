// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/scenario_command.hpp"

#include <algorithm>
#include <map>

#include <boost/json/object.hpp>

#include "adapters/codec/command_codec.hpp"
#include "adapters/codec/described.hpp"
#include "tests/support/desk.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

namespace json = boost::json;

std::string in_kebab_case(std::string text) {
  std::ranges::replace(text, '_', '-');
  return text;
}

/// The field that a bare word after the command fills.
std::string leading_field(std::string const& command, std::string const& place) {
  static std::map<std::string, std::string> const fields{
      {"receive-complaint", "channel"},      {"record-answer", "answer"}, {"record-follow-up", "satisfaction"},  {"draft-letter", "kind"},
      {"record-contact", "channel"},         {"close", "outcome"},        {"confirm-identity", "method"},        {"add-preventive-action", "kind"},
      {"assess-preventive-action", "found"}, {"keep-promise", "promise"}, {"amend-promise", "promise"},          {"release-promise", "promise"},
      {"assign-handler", "handler"},         {"merge", "into"},           {"change-appointment", "appointment"}, {"cancel-appointment", "appointment"},
  };
  auto const found = fields.find(command);
  if (found == fields.end()) throw ScenarioFault(place + ": " + command + " takes no bare word");
  return found->second;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "1" is promise-1, and a local moment is written as everybody writes one.
json::value value_of(std::string const& text, std::string_view field, json::value const& before) {
  if (before.is_array()) {
    json::array list;
    for (std::size_t from = 0; from <= text.size() && !text.empty();) {
      auto const end = std::min(text.find("; ", from), text.size());
      list.emplace_back(text.substr(from, end - from));
      from = end + 2;
    }
    return list;
  }
  if ((field == "promise" || field == "appointment") && is_number(text)) return json::value(std::string(field) + "-" + text);
  if (is_number(text) && (before.is_int64() || field == "minor_units" || field == "reach")) return std::stoll(text);
  bool const is_local_moment = text.size() == 16 && text[4] == '-' && text[10] == ' ' && text[13] == ':';
  return json::value(is_local_moment ? to_text(local(text)) : text);
}

/// Sets "promises.0.by"; "none" takes a field out.
void set(json::value& record, std::string_view path, std::string const& text) {
  auto const dot = path.find('.');
  auto const name = std::string(path.substr(0, dot));
  if (record.is_null()) record.emplace_object();
  if (text == "none" && dot == std::string_view::npos) {
    record.as_object().erase(name);
    return;
  }
  auto& inner = record.is_array() ? record.as_array().at(std::stoul(name)) : record.as_object()[name];
  if (dot == std::string_view::npos)
    inner = value_of(text, name, inner);
  else
    set(inner, path.substr(dot + 1), text);
}

}  // namespace

WrittenCommand read_command(ScenarioLine const& line, Complaint const& complaint, Time now) {
  auto const name = in_kebab_case(line.words.front().text);
  if (std::ranges::find(all_commands(), name) == all_commands().end()) throw ScenarioFault(line.place + ": there is no command " + name);
  auto record = std::visit([](auto const& one) { return codec::to_json(one); }, good_command(name, complaint, now));
  auto actor = is_for_the_clock(name) ? the_clock() : staff("staff-01");
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    auto const& word = line.words[i].text;
    bool const has_value = i + 1 < line.words.size() && line.words[i + 1].is_quoted;
    if (word == "as" && i + 1 < line.words.size())
      actor = staff(line.words[++i].text);
    else if (has_value)
      set(record, word, line.words[++i].text);
    else
      set(record, leading_field(name, line.place), word);
  }
  return {codec::decode_command(name, record), actor};
}

}  // namespace redress::testing
