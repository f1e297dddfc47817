// SPDX-License-Identifier: Apache-2.0
// Our reading of whole mails beside another reader's, over its own corpus of decent and broken mails: corpus/mail-stalwart.

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include <map>
#include <optional>

#include "adapters/mail_in/read_in_this_process.hpp"
#include "tests/mail/corpus.hpp"

namespace redress::mail_in {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

/// Where we read otherwise, and why we stay with it.
std::map<std::string, std::string> const& reasons() {
  static std::map<std::string, std::string> const all{
      {"malformed/009", "the boundary of an outer multipart ends an inner one that was never closed (RFC 2046 5.1.2); there, it is text"},
      {"malformed/011", "as malformed/009"},
      {"thirdparty/015", "each of three mails is enclosed in a part of its own; there, the first swallows the others"},
  };
  return all;
}

json::value const* field(json::value const& part, std::string_view name) {
  json::value const* found = nullptr;
  for (json::value const& header : part.at("headers").as_array())
    if (header.at("name").is_string() && header.at("name").as_string() == name) found = &header.at("value");
  return found;
}

std::string text(json::value const* value, std::string_view kind) {
  if (!value || !value->is_object() || !value->as_object().contains(kind)) return {};
  auto const& inner = value->at(kind);
  return inner.is_string() ? words_of(inner.as_string()) : std::string();
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

void add_mailboxes(json::value const& list, Pairs& pairs) {
  for (json::value const& entry : list.as_array()) {
    if (!entry.at("address").is_string()) continue;
    std::string const name = entry.at("name").is_string() ? words_of(entry.at("name").as_string()) : "";
    pairs.emplace_back(name, words_of(entry.at("address").as_string()));
  }
}

Pairs mailboxes(json::value const* value) {
  Pairs pairs;
  if (!value || !value->is_object() || !value->as_object().contains("Address")) return pairs;
  auto const& address = value->at("Address").as_object();
  if (auto const* list = address.if_contains("List")) add_mailboxes(*list, pairs);
  if (auto const* groups = address.if_contains("Group"))
    for (json::value const& group : groups->as_array()) add_mailboxes(group.at("addresses"), pairs);
  return pairs;
}

/// A letter which the other reader could not decode stands for any of ours.
bool agree(std::string_view expected, std::string_view ours) {
  constexpr std::string_view lost = "\xEF\xBF\xBD";
  while (!expected.empty()) {
    if (expected.starts_with(lost)) {
      if (ours.empty()) return false;
      expected.remove_prefix(lost.size());
      do ours.remove_prefix(1);
      while (!ours.empty() && (static_cast<unsigned char>(ours[0]) & 0xC0) == 0x80);
      continue;
    }
    if (ours.empty() || ours[0] != expected[0]) return false;
    expected.remove_prefix(1), ours.remove_prefix(1);
  }
  return ours.empty();
}

/// A word of nothing but letters that were lost is no word.
std::string without_lost_words(std::string const& words) {
  std::string kept;
  for (std::size_t at = 0; at < words.size();) {
    auto const end = std::min(words.find(' ', at), words.size());
    std::string const word = words.substr(at, end - at);
    if (word != "\xEF\xBF\xBD") kept += word + " ";
    at = end + 1;
  }
  return words_of(kept);
}

bool agree(Pairs const& expected, Pairs const& ours) {
  return std::ranges::equal(expected, ours, [](auto const& e, auto const& o) { return agree(e.first, o.first) && agree(e.second, o.second); });
}

std::optional<std::string> parameter(json::value const& part, std::string_view header, std::string_view name) {
  json::value const* value = field(part, header);
  if (!value || !value->is_object() || !value->as_object().contains("ContentType")) return std::nullopt;
  auto const& attributes = value->at("ContentType").at("attributes");
  if (!attributes.is_array()) return std::nullopt;
  for (json::value const& attribute : attributes.as_array())
    if (attribute.at("name").as_string() == name) return words_of(attribute.at("value").as_string());
  return std::nullopt;
}

std::string file_name(json::value const& part) {
  return parameter(part, "content_disposition", "filename").value_or(parameter(part, "content_type", "name").value_or(""));
}

std::optional<std::string> text_of(json::value const& part) {
  auto const& body = part.at("body");
  if (!body.is_object() || !body.as_object().contains("Text")) return std::nullopt;
  return words_of(body.at("Text").as_string());
}

/// Its text bodies in their order. A text without a name which it calls an attachment, because the mail breaks off in it, may be text of
/// ours; where its text is blank and there is HTML, ours is made of that.
bool texts_agree(json::value const& message, ReadMail const& mail) {
  std::vector<std::size_t> bodies, either;
  for (json::value const& id : message.at("text_body").as_array()) bodies.push_back(id.to_number<std::size_t>());
  either = bodies;
  auto const& parts = message.at("parts").as_array();
  for (json::value const& id : message.at("attachments").as_array()) {
    auto const& part = parts.at(id.to_number<std::size_t>());
    if (text_of(part) && file_name(part).empty()) either.push_back(id.to_number<std::size_t>());
  }
  std::ranges::sort(either);
  auto const joined = [&](std::vector<std::size_t> const& ids) {
    std::string all;
    for (std::size_t const id : ids) all += text_of(parts.at(id)).value_or("") + " ";
    return without_lost_words(words_of(all));
  };
  bool const has_html =
      std::ranges::any_of(parts, [](json::value const& part) { return part.at("body").is_object() && part.at("body").as_object().contains("Html"); });
  bool const html_only = std::ranges::any_of(bodies, [&](std::size_t id) { return !text_of(parts.at(id)); });
  std::string const ours = without_lost_words(words_of(mail.text));
  if (html_only) return ours.find(joined(bodies)) != std::string::npos;
  if (joined(bodies).empty() && has_html) return true;
  bool const same = agree(joined(bodies), ours) || agree(joined(either), ours);
  if (!same && std::getenv("REDRESS_SHOW_UNREADABLE")) std::cout << "expected: " << joined(either) << "\nours:     " << ours << "\n";
  return same;
}

bool names_agree(json::value const& message, ReadMail const& mail) {
  std::vector<std::string> expected, ours;
  for (json::value const& id : message.at("attachments").as_array()) {
    std::string const name = file_name(message.at("parts").as_array().at(id.to_number<std::size_t>()));
    if (!name.empty()) expected.push_back(name);
  }
  for (MailAttachment const& attachment : mail.attachments)
    if (!attachment.name.empty()) ours.push_back(words_of(attachment.name));
  std::ranges::sort(expected);
  std::ranges::sort(ours);
  return std::ranges::equal(expected, ours, [](auto const& e, auto const& o) { return agree(e, o); });
}

std::string difference(json::value const& message, ReadMail const& mail) {
  auto const& top = message.at("parts").at(0);
  auto const from = mailboxes(field(top, "from"));
  Pairs to;
  for (Mailbox const& mailbox : mail.to) to.emplace_back(words_of(mailbox.name), words_of(mailbox.address));
  if (from.empty() ? !mail.from.address.empty() : !agree({from.front()}, Pairs{{words_of(mail.from.name), mail.from.address}})) return "from";
  if (!agree(mailboxes(field(top, "to")), to)) return "to";
  if (!agree(text(field(top, "subject"), "Text"), words_of(mail.subject))) return "subject";
  if (!texts_agree(message, mail)) return "text";
  return names_agree(message, mail) ? "" : "names of attachments";
}

std::string with_carriage_returns(std::string const& raw) {
  std::string lines;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\n' && (i == 0 || raw[i - 1] != '\r')) lines += '\r';
    lines += raw[i];
  }
  return lines;
}

class AnotherReadersMails : public testing::TestWithParam<char const*> {};

TEST_P(AnotherReadersMails, AreReadAsThereOrForAReason) {
  fs::path const corpus = shared_corpus("mail-stalwart") / "eml";
  if (!fs::is_directory(corpus)) GTEST_SKIP() << "the shared corpus is not at hand";
  std::string const line_ends = GetParam();
  Score score("mail-stalwart, " + line_ends);

  for (fs::path const& file : files_in(corpus, ".eml")) {
    fs::path as_stored = file, with_crlf = file;
    as_stored.replace_extension(".json");
    with_crlf.replace_extension(".crlf.json");
    if (!fs::exists(as_stored) || !fs::exists(with_crlf)) continue;
    bool const converted = line_ends == "with CRLF";
    auto const mail = read_in_this_process(converted ? with_carriage_returns(bytes_of(file)) : bytes_of(file));
    std::string differs = mail ? difference(json::parse(bytes_of(as_stored)), *mail) : mail.error().reason;
    // Other line ends may be read as the other reader reads them, or as if they were not there.
    if (mail && converted && !differs.empty()) differs = difference(json::parse(bytes_of(with_crlf)), *mail);
    std::string const name = file.parent_path().filename().string() + "/" + file.stem().string();
    auto const reason = reasons().find(name);
    score.count(differs.empty(), name + " differs in its " + differs + (reason == reasons().end() ? "" : ": " + reason->second));
    EXPECT_TRUE(differs.empty() || reason != reasons().end()) << name << " differs in its " << differs;
  }

  EXPECT_GE(score.percent(), 97);
}

INSTANTIATE_TEST_SUITE_P(Stalwart, AnotherReadersMails, testing::Values("as stored", "with CRLF"));

}  // namespace
}  // namespace redress::mail_in
