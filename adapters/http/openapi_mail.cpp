// SPDX-License-Identifier: Apache-2.0
// The part of the API's description that is about mail which came in, and the files it brought.
#include <boost/json/array.hpp>
#include <string_view>
#include <utility>

#include "adapters/codec/schema.hpp"
#include "adapters/http/openapi_parts.hpp"
#include "adapters/http/openapi_schemas.hpp"
#include "engine/ports/store.hpp"

namespace redress::http {

using boost::json::array;
using boost::json::object;

namespace {

object deliver_mail() {
  return with_body(operation("deliver-mail", "Hand a mail in", {}, {{"202", answered("It is kept.", "MailAccepted")}}), "message/rfc822", {{"type", "string"}});
}

object mail_parameter() {
  return parameter("path", "id", "the mail, as it was named when it was handed in");
}

object read_intake() {
  array const parameters{parameter("query", "state", "only these", codec::names_schema(codec::all_names<ports::MailSelection>())),
                         parameter("query", "inlet", "only what came in there"),
                         parameter("query", "limit", "rows of a page, 1 to 500", {{"type", "integer"}, {"minimum", 1}, {"maximum", 500}}),
                         parameter("query", "after", "`next` of the page before")};
  return operation("read-intake", "Read what became of mail that came in", parameters, {{"200", answered("The journal, the newest first.", "Intake")}});
}

object decide_about_mail(std::string_view id, std::string_view summary) {
  object const responses{{"200", answered("It is decided.", "MailEntry")},
                         {"409", refused_with("It is not in quarantine, or somebody has decided already.")},
                         {"422", refused_with("Somebody or something must be named first.")}};
  array const parameters{mail_parameter(), parameter("header", "X-Redress-Actor", "the member of staff who decides")};
  return with_body(operation(id, summary, parameters, responses), "application/json", reference_to_schema("MailDecision"));
}

/// Its bytes, whatever they are.
object downloaded() {
  auto forms = object{{"application/octet-stream", object{{"schema", object{{"type", "string"}, {"format", "binary"}}}}}};
  return object{{"description", "The file, to be kept and not shown."}, {"content", std::move(forms)}};
}

object read_files() {
  return operation("read-files", "Read which files came with the mails of a complaint", {reference_parameter()},
                   {{"200", answered("Each with its address. `unreadable` are mails that cannot be read.", "Files")}});
}

object number_parameter() {
  return parameter("path", "number", "which of the mail's files, from 1", {{"type", "integer"}, {"minimum", 1}});
}

object download_file() {
  array const parameters{reference_parameter(), parameter("path", "mail", "the mail it came with"), number_parameter()};
  return operation("download-file", "Download a file that came with a mail of a complaint", parameters, {{"200", downloaded()}});
}

object download_file_of_mail() {
  return operation("download-file-of-mail", "Download a file that came with a mail", {mail_parameter(), number_parameter()}, {{"200", downloaded()}});
}

}  // namespace

object mail_paths() {
  object result;
  result["/api/v1/intake/mail"] = object{{"post", deliver_mail()}};
  result["/api/v1/intake"] = object{{"get", read_intake()}};
  result["/api/v1/intake/{id}"] = object{{"get", operation("read-mail", "Read one mail that came in, as far as it can be read", {mail_parameter()},
                                                           {{"200", answered("What became of it, and our reading.", "Mail")}})}};
  result["/api/v1/intake/{id}/raw"] = object{{"get", operation("download-mail", "Download one mail that came in, byte for byte", {mail_parameter()},
                                                               {{"200", answered_with_text("Its bytes.", "message/rfc822")}})}};
  result["/api/v1/intake/{id}/release"] = object{{"post", decide_about_mail("release-mail", "Receive a mail in quarantine as a complaint")}};
  result["/api/v1/intake/{id}/file"] = object{{"post", decide_about_mail("file-mail", "File a mail in quarantine to a complaint")}};
  result["/api/v1/intake/{id}/discard"] = object{{"post", decide_about_mail("discard-mail", "Decide that nobody need act on a mail in quarantine")}};
  result["/api/v1/intake/{id}/files/{number}"] = object{{"get", download_file_of_mail()}};
  result["/api/v1/complaints/{reference}/files"] = object{{"get", read_files()}};
  result["/api/v1/complaints/{reference}/files/{mail}/{number}"] = object{{"get", download_file()}};
  return result;
}

}  // namespace redress::http
