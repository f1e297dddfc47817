// SPDX-License-Identifier: Apache-2.0
// The header fields of mail, as they should be and as they come: addresses, dates, parameters, encoded words.

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "adapters/mail_in/address_field.hpp"
#include "adapters/mail_in/date_field.hpp"
#include "adapters/mail_in/encoded_words.hpp"
#include "adapters/mail_in/parameter_field.hpp"
#include "adapters/mail_in/read_in_this_process.hpp"
#include "tests/mail/corpus.hpp"

namespace redress::mail_in {
namespace {

namespace json = boost::json;

std::string text(json::value const& value) {
  return value.is_string() ? std::string(value.as_string()) : std::string();
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
  return text;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

void add_addresses(json::value const& list, Pairs& pairs) {
  for (json::value const& entry : list.as_array())
    if (!entry.at("address").is_null()) pairs.emplace_back(words_of(text(entry.at("name"))), without_blanks(text(entry.at("address"))));
}

Pairs expected_addresses(json::object const& expected) {
  Pairs pairs;
  if (auto const* list = expected.if_contains("List")) add_addresses(*list, pairs);
  if (auto const* groups = expected.if_contains("Group"))
    for (json::value const& group : groups->as_array()) add_addresses(group.at("addresses"), pairs);
  return pairs;
}

Pairs pairs_of(std::vector<Mailbox> const& mailboxes) {
  Pairs pairs;
  for (Mailbox const& mailbox : mailboxes) pairs.emplace_back(words_of(mailbox.name), without_blanks(mailbox.address));
  return pairs;
}

ReadMail read_with(std::string const& field) {
  return read_in_this_process("From: a@example.org\n" + field + "\n\ntext\n").value();
}

json::array field_corpus(std::string_view file) {
  auto const folder = shared_corpus("mail-stalwart");
  return std::filesystem::is_directory(folder) ? json::parse(bytes_of(folder / file)).as_array() : json::array{};
}

/// Not read as expected there: a route before the address, which is obsolete, is no part of the address.
TEST(AddressField, AgreesWithACorpusOfAddresses) {
  json::array const corpus = field_corpus("address.json");
  if (corpus.empty()) GTEST_SKIP() << "the shared corpus is not at hand";
  Score score("address.json");

  for (json::value const& entry : corpus) {
    std::string const header = text(entry.at("header"));
    score.count(pairs_of(read_with("To: " + header).to) == expected_addresses(entry.at("expected").as_object()), header);
  }

  EXPECT_GE(score.percent(), 97);
}

TEST(AddressField, TakesWhatOnlyLooksLikeAnAddressForAName) {
  EXPECT_EQ(read_address_field("Whoever", {}), (std::vector<Mailbox>{{"Whoever", ""}}));
  EXPECT_EQ(read_address_field("root (Cron)", {}), (std::vector<Mailbox>{{"Cron", "root"}}));
  EXPECT_EQ(read_address_field("MAILER-DAEMON <>", {}), (std::vector<Mailbox>{{"MAILER-DAEMON", ""}}));
}

TEST(AddressField, ReadsWhatBrokenProgramsWrite) {
  EXPECT_EQ(read_address_field("=?utf-8?Q?Ozola,_Anna?= <anna@example.org>", {}), (std::vector<Mailbox>{{"Ozola, Anna", "anna@example.org"}}));
  EXPECT_EQ(read_address_field("a@example.org b@example.org; c@example.org", {}),
            (std::vector<Mailbox>{{"", "a@example.org"}, {"", "b@example.org"}, {"", "c@example.org"}}));
  EXPECT_EQ(read_address_field("\"anna ozola\"@example.org", {}), (std::vector<Mailbox>{{"", "\"anna ozola\"@example.org"}}));
  EXPECT_EQ(read_address_field("Anna <anna@example.org", {}), (std::vector<Mailbox>{{"Anna", "anna@example.org"}}));
  EXPECT_EQ(read_address_field("\xc0\xed\xed\xe0 \xce\xe7\xee\xeb <anna@example.org>", "windows-1251"),
            (std::vector<Mailbox>{{"Анна Озол", "anna@example.org"}}));
}

TEST(AddressField, TakesLinearTimeOverWhatNeverEnds) {
  for (std::string_view const piece : {"(", "\"", "<", "a@b ", "=?", "=?utf-8?q?", ",", "\\"}) {
    std::string field;
    while (field.size() < 60'000) field += piece;
    EXPECT_LE(read_address_field(field, {}).size(), field.size());
  }
}

/// One entry there is a row of numbers that nobody means as a date.
TEST(DateField, AgreesWithACorpusOfDates) {
  json::array const corpus = field_corpus("date.json");
  if (corpus.empty()) GTEST_SKIP() << "the shared corpus is not at hand";
  Score score("date.json");

  for (json::value const& entry : corpus) {
    std::optional<Time> expected;
    if (entry.at("expected").is_object()) {
      auto const part = [&](char const* name) { return static_cast<int>(entry.at("expected").at(name).to_number<int>()); };
      auto const zone = std::chrono::hours(part("tz_hour")) + std::chrono::minutes(part("tz_minute"));
      auto const day = std::chrono::year(part("year")) / part("month") / part("day");
      Time const local =
          Time(std::chrono::sys_days(day)) + std::chrono::hours(part("hour")) + std::chrono::minutes(part("minute")) + std::chrono::seconds(part("second"));
      expected = entry.at("expected").at("tz_before_gmt").as_bool() ? local + zone : local - zone;
    }
    std::string const header = text(entry.at("header"));
    score.count(read_with("Date: " + header).date == expected, header);
  }

  EXPECT_GE(score.percent(), 97);
}

TEST(DateField, ReadsOtherOrdersAndSpellings) {
  auto const read = [](std::string_view field) {
    auto const date = read_date_field(field);
    return date ? to_text(*date) : "none";
  };

  EXPECT_EQ(read("Mon Mar  2 11:00:00 2026"), "2026-03-02T11:00:00Z");
  EXPECT_EQ(read("2026-03-02T11:00:00+02:00"), "2026-03-02T09:00:00Z");
  EXPECT_EQ(read("Mon, 2 Mar 2026 11:00:00 GMT+0200"), "2026-03-02T09:00:00Z");
  EXPECT_EQ(read("Mon, 2 Mar 2026 11:00:00 EET"), "2026-03-02T09:00:00Z");
  EXPECT_EQ(read("31 Feb 2026 11:00:00 +0200"), "none");
  EXPECT_EQ(read("2 Mar 2026"), "none");
  EXPECT_EQ(read("yesterday"), "none");
}

/// RFC 2231's language, which nobody is asked for, is left out of the comparison, and so are controls.
Pairs expected_parameters(json::value const& attributes) {
  Pairs pairs;
  if (!attributes.is_array()) return pairs;
  for (json::value const& pair : attributes.as_array()) {
    std::string const name = text(pair.at(0));
    if (!name.ends_with("-language")) pairs.emplace_back(name, words_of(text(pair.at(1))));
  }
  std::ranges::sort(pairs);
  return pairs;
}

/// What a hostile header means differs from reader to reader; what a person's program writes must not. One entry has encoded words with
/// blanks between them within quotation marks: the blanks are not meant.
TEST(ParameterField, AgreesWithACorpusOfContentTypes) {
  json::array const corpus = field_corpus("content_type.json");
  if (corpus.empty()) GTEST_SKIP() << "the shared corpus is not at hand";
  Score score("content_type.json");

  for (json::value const& entry : corpus) {
    std::string const header = text(entry.at("header"));
    ParameterField field = read_parameter_field(header, {});
    if (entry.at("expected").is_null()) {
      score.count(field.value.empty() || field.value.starts_with('/'), header);
      continue;
    }
    auto const& expected = entry.at("expected").as_object();
    std::string const subtype = expected.contains("c_subtype") ? text(expected.at("c_subtype")) : "";
    std::string const type = text(expected.at("c_type"));
    bool const same_type = field.value == type + "/" + subtype || (subtype.empty() && field.value == type);
    Pairs ours;
    for (auto const& [name, value] : field.parameters) ours.emplace_back(name, words_of(value));
    std::ranges::sort(ours);
    score.count(same_type && ours == expected_parameters(expected.contains("attributes") ? expected.at("attributes") : json::value()), header);
  }

  EXPECT_GE(score.percent(), 97);
}

TEST(ParameterField, PrefersTheNameThatSaysItsCharset) {
  auto const field = read_parameter_field("attachment; filename=\"cajnik.png\"; filename*=utf-8''%D1%87%D0%B0%D0%B9.png", {});

  EXPECT_EQ(field.value, "attachment");
  EXPECT_EQ(field.parameter("filename"), "чай.png");
}

TEST(ParameterField, JoinsANameInPieces) {
  EXPECT_EQ(read_parameter_field("attachment; filename*1=\"rs.pdf\"; filename*0=\"cits-nosaukums-ga\"", {}).parameter("filename"), "cits-nosaukums-gars.pdf");
  EXPECT_EQ(read_parameter_field("x/y; name*0*=windows-1257''r%E7%; name*1=k.pdf", {}).parameter("name"), "rē%k.pdf");
}

TEST(ParameterField, TakesLinearTimeOverWhatNeverEnds) {
  for (std::string_view const piece : {"(", "\"", ";", "a=b;", "a*0=b;", "=", "a=\"", "\\"}) {
    std::string field = "text/plain;";
    while (field.size() < 60'000) field += piece;
    EXPECT_LE(read_parameter_field(field, {}).parameters.size(), 200U);
  }
}

TEST(EncodedWords, AreReadWhateverIsInThem) {
  EXPECT_EQ(decoded_line("=?koi8-r?B?88zPzcHM09Eg3sHKzsnL?=", {}), "Сломался чайник");
  EXPECT_EQ(decoded_line("=?windows-1257?Q?T=E7jkanna_nav_sa=F2emta?=", {}), "Tējkanna nav saņemta");
  EXPECT_EQ(decoded_line("=?utf-8?B?0KHQu9C+0Lw=?= =?utf-8?B?0LDQu9GB0Y8=?=", {}), "Сломался");
  EXPECT_EQ(decoded_line("=?utf-8?Q?=D0?=\r\n =?utf-8?Q?=A1=D0=BB?=", {}), "Сл");
  EXPECT_EQ(decoded_line("=?iso-8859-1?Q?Die_Fr\xf6sche?=", {}), "Die Frösche");
  EXPECT_EQ(decoded_line("a =?nonsense?Q?b?= =?utf-8?x?c?= =? d ?=", {}), "a b =?utf-8?x?c?= =? d ?=");
}

TEST(EncodedWords, TakeTheBodysCharsetForBytesThatDeclareNothing) {
  EXPECT_EQ(decoded_line("Fr\xf6sche", "iso-8859-1"), "Frösche");
  EXPECT_EQ(decoded_line("\xf3\xcc\xcf\xcd", "koi8-r"), "Слом");
  EXPECT_EQ(decoded_line("Tējkanna", "windows-1251"), "Tējkanna");
}

}  // namespace
}  // namespace redress::mail_in
