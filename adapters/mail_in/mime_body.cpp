// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/mime_body.hpp"

#include <algorithm>
#include <array>

#include "adapters/mail_in/html_to_text.hpp"
#include "adapters/mail_in/mail_limits.hpp"
#include "adapters/mail_in/text_decoding.hpp"
#include "adapters/mail_in/transfer_decoding.hpp"

namespace redress::mail_in {
namespace {

constexpr std::size_t enclosed_limit_bytes = 64 * 1024;  ///< of a returned header or a delivery status
constexpr std::size_t most_enclosed = 20;

/// HTML that is only another form of a plain part beside it stays out of the text.
enum class HtmlIs { Body, Alternative };

bool has_written_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

/// The charset of an HTML part may stand in the part alone: <meta charset="…">.
std::string charset_within(std::string_view html) {
  constexpr std::string_view mark = "charset=";
  auto const head = html.substr(0, 2048);
  auto const found = head.find(mark);
  if (found == std::string_view::npos) return {};
  auto name = head.substr(found + mark.size());
  while (name.starts_with('"') || name.starts_with('\'') || name.starts_with(' ')) name.remove_prefix(1);
  return std::string(name.substr(0, name.find_first_of("\"'> ;/")));
}

class BodyReader {
 public:
  BodyReader(MimePart const& top, std::string_view charset) : top_(top), charset_(charset) {}

  [[nodiscard]] std::optional<MailFile> file_at(std::size_t place) {
    wanted_ = place;
    visit(top_, HtmlIs::Body);
    return std::move(file_);
  }

  [[nodiscard]] MimeBody read() {
    visit(top_, HtmlIs::Body);
    body_.text = at_most(body_.text, text_limit_bytes);
    body_.html_text = at_most(body_.html_text, text_limit_bytes);
    return std::move(body_);
  }

 private:
  void visit(MimePart const& part, HtmlIs html_is) {
    if (!part.parts.empty()) return visit_multipart(part, html_is);
    bool const is_empty_multipart = part.type.value.starts_with("multipart/");
    keep_what_a_server_says(part);
    keep_header_in_place_of_a_part(part);
    if (!is_empty_multipart && is_attached(part)) return attach(part);
    std::string const bytes = decoded_content(part.content, part.encoding(), text_limit_bytes);
    std::string declared(part.type.parameter("charset"));
    if (part.type.value != "text/html") return append(body_.text, cleaned_text(in_utf8(bytes, declared)));
    if (declared.empty()) declared = charset_within(bytes);
    std::string const text = cleaned_text(html_to_text(in_utf8(bytes, declared)));
    append(body_.html_text, text);
    if (html_is == HtmlIs::Body) append(body_.text, text);
  }

  [[nodiscard]] std::string in_utf8(std::string_view bytes, std::string_view declared) const {
    return declared.empty() ? undeclared_to_utf8(bytes, charset_) : to_utf8(bytes, declared);
  }

  void visit_multipart(MimePart const& multipart, HtmlIs html_is) {
    bool const alternative = multipart.type.value == "multipart/alternative";
    std::size_t const text_before = body_.text.size();
    std::size_t const html_before = body_.html_text.size();
    for (MimePart const& part : multipart.parts) visit(part, alternative ? HtmlIs::Alternative : html_is);
    if (!alternative || html_is == HtmlIs::Alternative) return;
    if (!has_written_text(std::string_view(body_.text).substr(text_before))) append(body_.text, body_.html_text.substr(html_before));
  }

  /// The message's own body is its text even when a program gave it a name or an odd type.
  [[nodiscard]] bool is_attached(MimePart const& part) const {
    if (!part.type.value.starts_with("text/")) return true;
    if (part.disposition.value == "attachment") return true;
    if (&part == &top_) return part.type.value == "text/calendar" || part.type.value == "text/csv" || part.type.value.ends_with("vcard");
    bool const is_read = part.type.value == "text/plain" || part.type.value == "text/html" || part.type.value == "text/";
    return !is_read || !part.file_name().empty();
  }

  void attach(MimePart const& part) {
    MailAttachment about{cleaned_line(part.file_name()), cleaned_line(part.type.value), decoded_size(part.content, part.encoding())};
    if (wanted_ == body_.attachments.size()) file_ = MailFile{about, decoded_content(part.content, part.encoding(), message_limit_bytes)};
    body_.attachments.push_back(std::move(about));
  }

  void keep_what_a_server_says(MimePart const& part) {
    constexpr std::array statuses{std::string_view{"message/delivery-status"}, std::string_view{"message/global-delivery-status"}};
    constexpr std::array enclosed{std::string_view{"message/rfc822"}, std::string_view{"message/global"}, std::string_view{"text/rfc822-headers"},
                                  std::string_view{"message/global-headers"}, std::string_view{"text/rfc822"}};
    auto const is_one_of = [&](auto const& types) { return std::ranges::find(types, part.type.value) != types.end(); };
    if (is_one_of(statuses) && body_.delivery_statuses.size() < most_enclosed)
      body_.delivery_statuses.push_back(decoded_content(part.content, part.encoding(), enclosed_limit_bytes));
    bool const is_attached_text = &part != &top_ && part.type.value == "text/plain" && !part.file_name().empty();
    if ((is_one_of(enclosed) || is_attached_text) && body_.returned_headers.size() < most_enclosed)
      body_.returned_headers.push_back(decoded_content(part.content, part.encoding(), enclosed_limit_bytes));
  }

  /// Some servers put the header of the returned mail where the header of a part belongs.
  void keep_header_in_place_of_a_part(MimePart const& part) {
    auto const id = part.header.last("Message-ID");
    if (&part != &top_ && id && body_.returned_headers.size() < most_enclosed)
      body_.returned_headers.push_back("Message-ID:" + std::string(id->substr(0, enclosed_limit_bytes)) + "\n");
  }

  static void append(std::string& text, std::string_view more) {
    if (!has_written_text(more) || text.size() >= text_limit_bytes) return;
    if (!text.empty()) text += text.ends_with('\n') ? "\n" : "\n\n";
    text += more;
  }

  MimePart const& top_;
  std::string_view charset_;
  MimeBody body_;
  std::optional<std::size_t> wanted_;
  std::optional<MailFile> file_;
};

}  // namespace

MimeBody read_body(MimePart const& top, std::string_view charset) {
  return BodyReader(top, charset).read();
}

std::optional<MailFile> read_file(MimePart const& top, std::string_view charset, std::size_t place) {
  return BodyReader(top, charset).file_at(place);
}

}  // namespace redress::mail_in
