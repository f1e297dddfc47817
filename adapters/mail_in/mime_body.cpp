// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/mime_body.hpp"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string_view>

#include "adapters/mail_in/html_to_text.hpp"
#include "adapters/mail_in/mail_limits.hpp"
#include "adapters/mail_in/text_decoding.hpp"

namespace redress::mail_in {
namespace {

struct Unreference {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Stream = std::unique_ptr<GMimeStream, Unreference>;

/// HTML that is only another form of a plain part beside it stays out of the text.
enum class HtmlIs { Body, Alternative };

std::string_view text_of(char const* text) {
  return text ? std::string_view(text) : std::string_view();
}

bool has_written_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

/// The stream that undoes the transfer encoding while it is read, so that a part is never in memory twice.
Stream decoded_content(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return nullptr;
  Stream filtered(g_mime_stream_filter_new(g_mime_data_wrapper_get_stream(content)));
  GMimeFilter* decoder = g_mime_filter_basic_new(g_mime_part_get_content_encoding(part), FALSE);
  g_mime_stream_filter_add(reinterpret_cast<GMimeStreamFilter*>(filtered.get()), decoder);
  g_object_unref(decoder);
  g_mime_stream_reset(filtered.get());
  return filtered;
}

std::string content_bytes(GMimePart* part) {
  std::string bytes;
  Stream const stream = decoded_content(part);
  char buffer[16384];
  while (stream && bytes.size() < text_limit_bytes) {
    auto const count = g_mime_stream_read(stream.get(), buffer, sizeof buffer);
    if (count <= 0) break;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
  return bytes;
}

std::int64_t content_size(GMimePart* part) {
  std::int64_t size = 0;
  Stream const stream = decoded_content(part);
  char buffer[16384];
  while (stream) {
    auto const count = g_mime_stream_read(stream.get(), buffer, sizeof buffer);
    if (count <= 0) break;
    size += count;
  }
  return size;
}

std::string media_type_of(GMimeObject* object) {
  GMimeContentType* type = g_mime_object_get_content_type(object);
  if (!type) return "application/octet-stream";
  std::string name = fmt::format("{}/{}", text_of(g_mime_content_type_get_media_type(type)), text_of(g_mime_content_type_get_media_subtype(type)));
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return cleaned_line(name);
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
  [[nodiscard]] std::expected<MimeBody, ports::UnreadableMail> read(GMimeObject* top) {
    top_ = top;
    visit(top, HtmlIs::Body, 0);
    if (trouble_) return std::unexpected(*std::move(trouble_));
    body_.text = at_most(body_.text, text_limit_bytes);
    body_.html_text = at_most(body_.html_text, text_limit_bytes);
    return std::move(body_);
  }

 private:
  void visit(GMimeObject* object, HtmlIs html_is, int depth) {
    if (!object || trouble_ || exceeds_limits(depth)) return;
    if (GMIME_IS_MULTIPART(object))
      visit_multipart(object, html_is, depth);
    else if (GMIME_IS_MESSAGE_PART(object))
      attach(object, size_within(object, depth));
    else if (GMIME_IS_PART(object))
      visit_leaf(object, html_is);
    else
      attach(object, 0);
  }

  bool exceeds_limits(int depth) {
    if (depth > depth_limit) trouble_ = ports::UnreadableMail{fmt::format("its parts are nested more than {} deep", depth_limit)};
    if (++parts_ > part_limit) trouble_ = ports::UnreadableMail{fmt::format("it has more than {} parts", part_limit)};
    return trouble_.has_value();
  }

  void visit_multipart(GMimeObject* object, HtmlIs html_is, int depth) {
    bool const alternative = media_type_of(object) == "multipart/alternative";
    std::size_t const text_before = body_.text.size();
    std::size_t const html_before = body_.html_text.size();
    auto* multipart = reinterpret_cast<GMimeMultipart*>(object);
    for (int i = 0; i < g_mime_multipart_get_count(multipart) && !trouble_; ++i)
      visit(g_mime_multipart_get_part(multipart, i), alternative ? HtmlIs::Alternative : html_is, depth + 1);
    if (!alternative || html_is == HtmlIs::Alternative) return;
    if (!has_written_text(std::string_view(body_.text).substr(text_before))) append(body_.text, body_.html_text.substr(html_before));
  }

  void visit_leaf(GMimeObject* object, HtmlIs html_is) {
    auto* part = reinterpret_cast<GMimePart*>(object);
    std::string const type = media_type_of(object);
    if (is_attached(object, type)) return attach(object, content_size(part));
    std::string const bytes = content_bytes(part);
    std::string declared(text_of(g_mime_object_get_content_type_parameter(object, "charset")));
    if (type != "text/html") return append(body_.text, cleaned_text(to_utf8(bytes, declared)));
    if (declared.empty()) declared = charset_within(bytes);
    std::string const text = cleaned_text(html_to_text(to_utf8(bytes, declared)));
    append(body_.html_text, text);
    if (html_is == HtmlIs::Body) append(body_.text, text);
  }

  /// The message's own body is its text even when a program gave it a name.
  [[nodiscard]] bool is_attached(GMimeObject* object, std::string_view type) const {
    if (!type.starts_with("text/") || type == "text/calendar" || type == "text/csv" || type.ends_with("vcard")) return true;
    if (g_ascii_strcasecmp(disposition_of(object), "attachment") == 0) return true;
    return object != top_ && g_mime_part_get_filename(reinterpret_cast<GMimePart*>(object)) != nullptr;
  }

  [[nodiscard]] static char const* disposition_of(GMimeObject* object) {
    char const* disposition = g_mime_object_get_disposition(object);
    return disposition ? disposition : "";
  }

  void attach(GMimeObject* object, std::int64_t size) {
    std::string const name = GMIME_IS_PART(object) ? std::string(text_of(g_mime_part_get_filename(reinterpret_cast<GMimePart*>(object))))
                                                   : std::string(text_of(g_mime_object_get_content_disposition_parameter(object, "filename")));
    body_.attachments.push_back({cleaned_line(to_utf8(name, "")), media_type_of(object), size});
  }

  /// The size of an attached message is that of its contents: its own bytes are not kept by the parser, and must not be made anew.
  std::int64_t size_within(GMimeObject* object, int depth) {
    if (!object || trouble_ || (depth > 0 && exceeds_limits(depth))) return 0;
    if (GMIME_IS_PART(object)) return content_size(reinterpret_cast<GMimePart*>(object));
    if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* message = g_mime_message_part_get_message(reinterpret_cast<GMimeMessagePart*>(object));
      return message ? size_within(g_mime_message_get_mime_part(message), depth + 1) : 0;
    }
    if (!GMIME_IS_MULTIPART(object)) return 0;
    auto* multipart = reinterpret_cast<GMimeMultipart*>(object);
    std::int64_t size = 0;
    for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) size += size_within(g_mime_multipart_get_part(multipart, i), depth + 1);
    return size;
  }

  static void append(std::string& text, std::string_view more) {
    if (!has_written_text(more) || text.size() >= text_limit_bytes) return;
    if (!text.empty()) text += text.ends_with('\n') ? "\n" : "\n\n";
    text += more;
  }

  GMimeObject* top_ = nullptr;
  MimeBody body_;
  int parts_ = 0;
  std::optional<ports::UnreadableMail> trouble_;
};

}  // namespace

std::expected<MimeBody, ports::UnreadableMail> read_body(GMimeMessage* message) {
  return BodyReader().read(g_mime_message_get_mime_part(message));
}

}  // namespace redress::mail_in
