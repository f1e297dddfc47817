// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/quarantine_command.hpp"

#include <fstream>
#include <stdexcept>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "adapters/app/reply.hpp"

namespace redress::app {
namespace {

std::string list_target(QuarantineQuestion const& question) {
  std::string target = "/api/v1/intake?state=" + in_path(question.state);
  if (!question.after.empty()) target += "&after=" + in_path(question.after);
  if (!question.limit.empty()) target += "&limit=" + in_path(question.limit);
  return target;
}

std::string decision_body(QuarantineQuestion const& question) {
  boost::json::object body{{"reason", question.reason}};
  auto const add = [&](std::string_view name, std::string const& value) {
    if (!value.empty()) body[name] = value;
  };
  add("reference", question.reference);
  add("name", question.name);
  add("email", question.email);
  add("narrative", question.narrative);
  return boost::json::serialize(body);
}

void write_bytes(std::string const& file, std::string const& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out) throw std::runtime_error(file + " could not be written");
}

}  // namespace

std::optional<http::Reply> ask_quarantine(QuarantineQuestion const& question, Session const& session) {
  if (question.action == "list") return session.request("GET", list_target(question));
  auto const mail = "/api/v1/intake/" + in_path(question.mail);
  if (question.action != "show")
    return session.request("POST", mail + "/" + question.action, decision_body(question),
                           {{"Content-Type", "application/json"}, {"X-Redress-Actor", question.staff}});
  if (question.out.empty()) return session.request("GET", mail);
  auto reply = session.request("GET", mail + "/raw");
  if (reply.status != 200) return reply;
  write_bytes(question.out, reply.body);
  return std::nullopt;
}

}  // namespace redress::app
