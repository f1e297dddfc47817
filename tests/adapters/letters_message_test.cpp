// SPDX-License-Identifier: Apache-2.0
#include <gmime/gmime.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

#include "adapters/letters/mail_message.hpp"
#include "adapters/letters/template_letter_writer.hpp"
#include "tests/adapters/letters_sample.hpp"

namespace redress::letters {
namespace {

namespace sample = letters_sample;

struct Unreference {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unreference>;

TemplateLetterWriter const& writer() {
  static TemplateLetterWriter const shared(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates", sample::organisation());
  return shared;
}

std::string mail_of(LetterFacts const& facts, ports::MessageEnvelope const& envelope = sample::envelope()) {
  return writer().message(writer().compose(facts), envelope);
}

std::string final_response(Language language) {
  return mail_of(sample::rich(LetterKind::FinalResponse, language));
}

Owned<GMimeMessage> parsed(std::string const& bytes) {
  initialise_mail_library();
  Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  Owned<GMimeParser> const parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

std::string text_of(GMimeMessage* message, int index) {
  auto* const part = g_mime_multipart_get_part(GMIME_MULTIPART(g_mime_message_get_mime_part(message)), index);
  std::unique_ptr<char, decltype(&g_free)> const text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)), &g_free);
  std::string lines(text.get());
  std::erase(lines, '\r');
  return lines;
}

std::string header(GMimeMessage* message, char const* name) {
  auto const* const value = g_mime_object_get_header(GMIME_OBJECT(message), name);
  return value == nullptr ? "" : value;
}

std::string name_in(InternetAddressList* addresses) {
  return internet_address_get_name(internet_address_list_get_address(addresses, 0));
}

void expect_mail_lines(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const end = bytes.find_first_of("\r\n");
    ASSERT_NE(end, std::string_view::npos);
    ASSERT_EQ(bytes.substr(end, 2), "\r\n");
    ASSERT_LE(end, 998U);
    bytes.remove_prefix(end + 2);
  }
}

TEST(LetterMail, ReadsBackAsItWasWritten) {
  for (auto const language : all_languages) {
    auto const document = writer().compose(sample::rich(LetterKind::FinalResponse, language));
    auto const message = parsed(writer().message(document, sample::envelope()));

    EXPECT_EQ(std::string(g_mime_message_get_subject(message.get())), document.subject);
    EXPECT_EQ(name_in(g_mime_message_get_from(message.get())), "SIA „Baltijas krēsli”");
    EXPECT_EQ(name_in(g_mime_message_get_to(message.get())), "Янис Озолс");
    EXPECT_EQ(text_of(message.get(), 0), writer().text(document));
    EXPECT_EQ(text_of(message.get(), 1), writer().html(document));
  }
}

TEST(LetterMail, CarriesAnInvitationLastAmongTheAlternatives) {
  auto envelope = sample::envelope();
  envelope.invitation = ports::Invitation{ports::CalendarMethod::Request,
                                          {"R-7K3M-Q9PX-appointment-1@example.org", 0, Reference("R-7K3M-Q9PX"), AppointmentKind::Call, envelope.date}};
  auto const bytes = mail_of(sample::rich(LetterKind::Appointment, Language::Russian), envelope);
  auto const message = parsed(bytes);

  auto* const parts = GMIME_MULTIPART(g_mime_message_get_mime_part(message.get()));
  ASSERT_EQ(g_mime_multipart_get_count(parts), 3);
  auto* const type = g_mime_object_get_content_type(g_mime_multipart_get_part(parts, 2));
  EXPECT_TRUE(g_mime_content_type_is_type(type, "text", "calendar"));
  EXPECT_STREQ(g_mime_content_type_get_parameter(type, "method"), "REQUEST");
  EXPECT_STREQ(g_mime_content_type_get_parameter(type, "charset"), "utf-8");
  auto const calendar = text_of(message.get(), 2);
  EXPECT_TRUE(calendar.starts_with("BEGIN:VCALENDAR\n")) << calendar;
  EXPECT_NE(calendar.find("SUMMARY:Звонок по обращению R-7K3M-Q9PX\n"), std::string::npos) << calendar;
  expect_mail_lines(bytes);
}

TEST(LetterMail, CarriesTheHeadersThatKeepMachinesFromAnswering) {
  auto const message = parsed(final_response(Language::Latvian));

  EXPECT_EQ(header(message.get(), "Auto-Submitted"), "auto-generated");
  EXPECT_EQ(header(message.get(), "X-Auto-Response-Suppress"), "All");
  EXPECT_STREQ(g_mime_object_get_header(g_mime_message_get_mime_part(message.get()), "Content-Language"), "lv");
  EXPECT_EQ(header(message.get(), "MIME-Version"), "1.0");
  EXPECT_EQ(header(message.get(), "Date"), "Tue, 10 Mar 2026 08:15:00 +0000");
  EXPECT_EQ(header(message.get(), "Message-Id"), "<01976f0e-8a30-7c11-9d2e-4b5c6d7e8f90@complaints.example.org>");
}

TEST(LetterMail, HasOnlyLinesThatEveryRelayReadsAlike) {
  for (auto const language : all_languages) expect_mail_lines(final_response(language));
}

TEST(LetterMail, GivesTheSameBytesAgain) {
  EXPECT_EQ(final_response(Language::Russian), final_response(Language::Russian));
}

TEST(LetterMail, IsKnownToTheHistoryByItsDigest) {
  auto const frozen = writer().freeze("abc", "message/rfc822");

  EXPECT_EQ(frozen.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(frozen.size, 3);
  EXPECT_EQ(frozen.type, "message/rfc822");
}

TEST(LetterMail, TellsThoseInvolvedWhyTheyGetACopy) {
  auto copy = sample::envelope();
  copy.copy = ports::CopyNote::Whole;
  auto const facts = sample::rich(LetterKind::FinalResponse, Language::English);
  auto const message = parsed(mail_of(facts, copy));

  EXPECT_TRUE(text_of(message.get(), 0).starts_with("This copy is for you because you took part in what the letter is about."));
  EXPECT_NE(text_of(message.get(), 1).find("This copy is for you because"), std::string::npos);
  EXPECT_EQ(writer().text(writer().compose(facts)).find("This copy is for you"), std::string::npos);
}

TEST(LetterMail, FoldsALongSubjectIntoWordsThatReadBackWhole) {
  auto facts = sample::rich(LetterKind::FinalResponse, Language::Russian);
  facts.matter = "Превысокомногорассмотрительствующий";
  for (int i = 0; i < 6; ++i) facts.matter += facts.matter.substr(0, 120);
  auto ascii = sample::rich(LetterKind::FinalResponse, Language::English);
  ascii.matter = "=?utf-8?Q?x?= " + std::string(1500, 'a');

  for (auto const& each : {facts, ascii}) {
    auto const document = writer().compose(each);
    auto const bytes = writer().message(document, sample::envelope());
    expect_mail_lines(bytes);
    EXPECT_EQ(std::string(g_mime_message_get_subject(parsed(bytes).get())), document.subject);
  }
}

TEST(LetterMail, CarriesAnyNameWhole) {
  std::string const long_word = "Превысокомногорассмотрительствующий";
  for (auto const& name : {std::string(3000, 'a'), long_word + long_word + " Озолс", std::string("Ozols, \"Jānis\" \\ <x@y>"),
                           std::string("Ozols, \"J\" \\ <x@y>"), std::string("=?utf-8?Q?x?="), std::string()}) {
    auto envelope = sample::envelope();
    envelope.to_name = name;
    auto const bytes = mail_of(sample::rich(LetterKind::FinalResponse, Language::English), envelope);
    auto const message = parsed(bytes);

    expect_mail_lines(bytes);
    auto* const to = internet_address_list_get_address(g_mime_message_get_to(message.get()), 0);
    auto const* const read = internet_address_get_name(to);
    EXPECT_EQ(read == nullptr ? "" : std::string(read), name);
    EXPECT_STREQ(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(to)), "janis.ozols@example.net");
  }
}

TEST(LetterMail, KeepsHeaderLinesToTheLengthThatIsRecommended) {
  auto envelope = sample::envelope();
  envelope.to_name = "Превысокомногорассмотрительствующий Превысокомногорассмотрительствующий";
  auto const mail = mail_of(sample::rich(LetterKind::FinalResponse, Language::Russian), envelope);
  auto header = std::string_view(mail).substr(0, mail.find("\r\n\r\n"));

  while (!header.empty()) {
    auto const line = header.substr(0, header.find("\r\n"));
    EXPECT_LE(line.size(), 78U) << line;
    header.remove_prefix(std::min(line.size() + 2, header.size()));
  }
}

TEST(LetterMail, IsRefusedWhenAHeaderCouldBeBroken) {
  auto const facts = sample::rich(LetterKind::FinalResponse, Language::English);
  auto const is_refused = [&](auto const& spoil) {
    auto envelope = sample::envelope();
    spoil(envelope);
    EXPECT_THROW((void)mail_of(facts, envelope), ports::LetterFault);
  };

  is_refused([](auto& envelope) { envelope.from_name = "Us\r\nBcc: all@example.org"; });
  is_refused([](auto& envelope) { envelope.to_name = std::string("a\0b", 3); });
  is_refused([](auto& envelope) { envelope.to_name = "a\u0085b"; });
  is_refused([](auto& envelope) { envelope.message_id = "x@example.org>\nX: y"; });
  is_refused([](auto& envelope) { envelope.boundary = "a\r\nb"; });
  is_refused([](auto& envelope) { envelope.boundary = ""; });
}

TEST(LetterMail, IsRefusedWhenTheAddressIsNone) {
  auto const facts = sample::rich(LetterKind::FinalResponse, Language::English);
  for (auto const* const address : {"", "a", "@example.org", "a@", "a b@example.org", "a@example..org", "a@-example.org", "a@example.org, b@example.org",
                                    "<a@example.org>", "a@b@example.org", "a\r\n@example.org", "a@[127.0.0.1]", ".a@example.org", "ā@example.org"}) {
    auto envelope = sample::envelope();
    envelope.to_address = address;
    EXPECT_THROW((void)mail_of(facts, envelope), ports::LetterFault) << address;
  }
}

TEST(LetterMail, IsRefusedWhenTheSubjectOfAStoredLetterHoldsALineBreak) {
  auto document = writer().compose(sample::rich(LetterKind::FinalResponse, Language::English));
  document.subject += "\r\nX-Injected: yes";

  EXPECT_THROW((void)writer().message(document, sample::envelope()), ports::LetterFault);
}

}  // namespace
}  // namespace redress::letters
