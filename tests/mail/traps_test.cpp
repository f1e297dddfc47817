// SPDX-License-Identifier: Apache-2.0
// The traps that mail sets its readers: charsets, names, nesting, bombs, HTML. Whatever comes, every field of the answer is there.

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "adapters/codec/every_field.hpp"
#include "adapters/mail_in/html_to_text.hpp"
#include "adapters/mail_in/mail_frames.hpp"
#include "adapters/mail_in/mime_parts.hpp"
#include "adapters/mail_in/read_in_this_process.hpp"
#include "adapters/mail_in/text_decoding.hpp"
#include "tests/mail/corpus.hpp"

namespace redress::mail_in {
namespace {

namespace fs = std::filesystem;

std::string mail_with(std::string_view fields, std::string_view body) {
  return "From: Anna Ozola <anna@example.org>\nTo: complaints@example.com\n" + std::string(fields) + "\n" + std::string(body);
}

ReadMail read(std::string const& raw) {
  auto const mail = read_in_this_process(raw);
  EXPECT_TRUE(mail) << (mail ? "" : mail.error().reason);
  return mail.value_or(ReadMail{});
}

struct Spelling {
  std::string_view charset;
  std::string_view bytes;
  std::string_view text;
};

class Charsets : public testing::TestWithParam<Spelling> {};

TEST_P(Charsets, AreReadInHeaderBodyAndNames) {
  auto const [charset, bytes, text] = GetParam();
  std::string const declared = "Content-Type: text/plain; charset=" + std::string(charset) + "\n";

  EXPECT_EQ(read(mail_with(declared, bytes)).text, text);
  EXPECT_EQ(read(mail_with(declared + "Subject: " + std::string(bytes) + "\n", "x")).subject, text);
  EXPECT_EQ(read(mail_with("Subject: " + std::string(bytes) + "\n", "x")).subject, text);
  EXPECT_EQ(read(mail_with("", bytes)).text, text);
  ReadMail const named = read(mail_with("Content-Type: image/png; name=\"" + std::string(bytes) + "\"\n", "x"));
  EXPECT_EQ(named.attachments.at(0).name, text);
}

INSTANTIATE_TEST_SUITE_P(Declared, Charsets,
                         testing::Values(Spelling{"windows-1251", "\xd7\xe0\xe9\xed\xe8\xea \xf1\xeb\xee\xec\xe0\xeb\xf1\xff", "Чайник сломался"},
                                         Spelling{"koi8-r", "\xfe\xc1\xca\xce\xc9\xcb \xd3\xcc\xcf\xcd\xc1\xcc\xd3\xd1", "Чайник сломался"},
                                         Spelling{"windows-1257",
                                                  "T\xe7jkanna nav sa\xf2"
                                                  "emta",
                                                  "Tējkanna nav saņemta"},
                                         Spelling{"utf-8", "Tējkanna nav saņemta", "Tējkanna nav saņemta"}));

TEST(Traps, TheBodysCharsetHoldsForTheHeaderToo) {
  EXPECT_EQ(read(mail_with("Subject: Die Fr\xf6sche\nContent-Type: text/plain; charset=iso-8859-1\n", "x")).subject, "Die Frösche");
}

TEST(Traps, ABrokenCharacterDoesNotSpoilTheOthers) {
  EXPECT_EQ(read(mail_with("Content-Type: text/plain; charset=utf-8\n", "p\xc4\x93rk \xe8 ne\n")).text, "pērk \xEF\xBF\xBD ne\n");
}

TEST(Traps, NamesOfFilesComeInEveryForm) {
  auto const name_with = [](std::string_view disposition) {
    return read(mail_with("Content-Type: application/pdf\nContent-Disposition: attachment; " + std::string(disposition) + "\n", "x")).attachments.at(0).name;
  };

  EXPECT_EQ(name_with("filename*=utf-8'lv'r%C4%93%C4%B7ins.pdf"), "rēķins.pdf");
  EXPECT_EQ(name_with("filename*0*=windows-1257''r%E7%;\n filename*1=.pdf"), "rē%.pdf");
  EXPECT_EQ(name_with("filename*0=\"a-very-long\"; filename*1=\"-name.pdf\""), "a-very-long-name.pdf");
  EXPECT_EQ(name_with("filename=\"=?windows-1251?B?8ffl8i5wZGY=?=\""), "счет.pdf");
  EXPECT_EQ(name_with("filename=\"r\xc4\x93\xc4\xb7ins.pdf\""), "rēķins.pdf");
  EXPECT_EQ(name_with("filename=my order.pdf; size=3"), "my order.pdf");
}

TEST(Traps, TnefStaysAnAttachmentAsItIs) {
  ReadMail const mail =
      read(mail_with("Content-Type: multipart/mixed; boundary=b\n",
                     "--b\n\nSee there.\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+IjUA\n--b--\n"));

  EXPECT_EQ(mail.text, "See there.");
  ASSERT_EQ(mail.attachments.size(), 1U);
  EXPECT_EQ(mail.attachments[0].name, "winmail.dat");
  EXPECT_EQ(mail.attachments[0].type, "application/ms-tnef");
  EXPECT_EQ(mail.attachments[0].size, 6);
}

TEST(Traps, InlineImagesAreAttachmentsAndTheTextGoesOnBehindThem) {
  ReadMail const mail =
      read(mail_with("Content-Type: multipart/mixed; boundary=b\n",
                     "--b\n\nBefore.\n--b\nContent-Type: image/jpeg\nContent-Disposition: inline; filename=a.jpg\n\nx\n--b\n\nBehind.\n--b--\n"));

  EXPECT_EQ(mail.text, "Before.\n\nBehind.");
  EXPECT_EQ(mail.attachments.at(0).name, "a.jpg");
}

TEST(Traps, AnEnclosedMailIsAnAttachmentAndNotText) {
  ReadMail const mail = read(mail_with("Content-Type: multipart/mixed; boundary=b\n",
                                       "--b\n\nMine.\n--b\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename=\"theirs.eml\"\n\n"
                                       "From: x@example.org\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nTheirs.\n--c--\n\n--b--\n"));

  EXPECT_EQ(mail.text, "Mine.");
  ASSERT_EQ(mail.attachments.size(), 1U);
  EXPECT_EQ(mail.attachments[0].name, "theirs.eml");
}

TEST(Traps, AFooterBehindBase64IsReadToo) {
  EXPECT_EQ(read(mail_with("Content-Transfer-Encoding: base64\n", "SGVsbG8uCg==\n____________\nThe list\n")).text, "Hello.\n____________\nThe list\n");
}

TEST(Traps, TheMailsThatAreAnsweredAreNamedNearestFirst) {
  ReadMail const mail = read(mail_with("References: <first@x>\n <second@x> broken <third@x\nIn-Reply-To: <second@x>\n", "x"));

  EXPECT_EQ(mail.answers, (std::vector<std::string>{"second@x", "first@x"}));
}

TEST(Traps, ADamagedLineBeforeAHeaderIsPassedOver) {
  EXPECT_EQ(
      read(mail_with("Content-Type: multipart/mixed; boundary=b\n", "--b\nJunk\nContent-Type: text/plain\n\nHello.\n--b\nNo header.\n\nBut text.\n--b--\n"))
          .text,
      "Hello.\n\nNo header.\n\nBut text.");
}

TEST(Traps, LinesMayEndInAnyWay) {
  std::string const mixed = "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nabc=\n--b\r\n\r\nxyz\r\n--b--\r\n";
  EXPECT_EQ(read(mixed).text, "abc=\n\nxyz");
  EXPECT_EQ(read("From: a@example.org\rSubject: Old\r\rHello\rthere\r").text, "Hello\nthere\n");
}

TEST(Traps, AHeaderOfThousandsOfFieldsIsRead) {
  std::string fields;
  for (int i = 0; i < 8'000; ++i) fields += "X:1\n";
  EXPECT_EQ(read("From: a@example.org\n" + fields + "Subject: lost among them\n\nhello\n").text, "hello\n");
}

TEST(Traps, WhatIsBeyondALimitIsDoubtedAndTheRestIsRead) {
  std::string nested = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nHelp!\n--a\n", many = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHelp!\n";
  for (int i = 0; i < 2000; ++i) nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  for (int i = 0; i < 1000; ++i) many += "--b\nContent-Type: image/png\n\n";

  EXPECT_EQ(read("From: a@example.org\n" + nested).doubt, "its parts are nested more than 20 deep");
  EXPECT_TRUE(read("From: a@example.org\n" + nested).text.starts_with("Help!"));
  EXPECT_EQ(read("From: a@example.org\n" + many).doubt, "it has more than 500 parts");
  EXPECT_TRUE(read("From: a@example.org\n" + many).text.starts_with("Help!"));
}

TEST(Traps, TakingAMailApartTakesLinearTime) {
  for (std::string_view const piece :
       {"--b\n", "--b--\n", "-- \n", "Content-Type: multipart/mixed; boundary=b\n\n--b\n", "X: y\n", " \n", "\n", "a", "--bb--"}) {
    std::string raw = "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n";
    while (raw.size() < 2'000'000) raw += piece;
    EXPECT_TRUE(take_apart(raw).top.header.has("From"));
  }
}

TEST(Traps, HtmlBecomesTextThatDoesNothing) {
  EXPECT_EQ(html_to_text("<p onclick=\"steal()\">Hi<img src=x onerror=alert(1)> <a href=\"javascript:alert(1)\">there</a></p><svg><script>1</script></svg>"),
            "Hi there\n");
  EXPECT_EQ(html_to_text("&lt;script&gt;alert(1)&lt;/script&gt;"), "<script>alert(1)</script>\n");
}

TEST(Traps, ASenderNobodyCanAnswerIsDoubted) {
  EXPECT_EQ(read("Subject: who am I\n\nhello\n").doubt, "it names no sender we could answer");
  EXPECT_EQ(read("From: a@example.org\nFrom: b@example.org\n\nhello\n").doubt, "it names several senders");
  EXPECT_EQ(read("From: Moderator <moderator>\n\nhello\n").from, (Mailbox{"Moderator", "moderator"}));
  EXPECT_EQ(read("just words\nand more\n").doubt, "it has no header");
  EXPECT_EQ(read("just words\nand more\n").text, "just words\nand more\n");
  EXPECT_EQ(read(mail_with("", "x")).doubt, "");
}

/// From a seed, so that whatever fails once fails again.
std::string damaged(std::string raw, std::minstd_rand& chance) {
  auto const place = [&] { return chance() % (raw.size() + 1); };
  for (int i = 0; i < 8 && !raw.empty(); ++i) {
    constexpr std::array odd{'\0', '\r', '\n', '"', '\'', '<', '>', '(', ')', '=', '?', ';', ':', ',', '\\', '-', '\xff', '\x80', ' '};
    auto const at = place();
    if (chance() % 4 == 0)
      raw.erase(at, chance() % 40);
    else if (chance() % 3 == 0)
      raw.insert(at, raw.substr(place(), chance() % 400));
    else if (at < raw.size())
      raw[at] = odd[chance() % odd.size()];
  }
  return raw;
}

TEST(Traps, DamagedMailsAreReadToo) {
  if (!fs::is_directory(shared_corpus("mail-stalwart"))) GTEST_SKIP() << "the shared corpus is not at hand";
  std::minstd_rand chance(5);
  int read_at_all = 0, all = 0;
  for (auto const* corpus : {"mail-stalwart", "mail-mikel", "bounce-sisimai"})
    for (fs::path const& file : files_in(shared_corpus(corpus), ".eml"))
      for (int i = 0; i < 10; ++i) {
        auto const raw = damaged(bytes_of(file).substr(0, 100'000), chance);
        auto const mail = read_in_this_process(raw);
        ++all;
        if (!mail) continue;
        ++read_at_all;
        EXPECT_EQ(decode_reading(encode_reading(mail)).has_value(), true);
        EXPECT_EQ(cleaned_text(mail->text), mail->text);
      }
  std::cout << read_at_all << " of " << all << " damaged mails were read\n";
}

TEST(Traps, EveryMailThatCanBeReadHasEveryFieldOfTheContract) {
  for (auto const* corpus : {"mail-stalwart", "mail-mikel"}) {
    fs::path const folder = shared_corpus(corpus);
    if (!fs::is_directory(folder)) GTEST_SKIP() << "the shared corpus is not at hand";
    Score score(std::string(corpus) + ", answered");
    for (fs::path const& file : files_in(folder, ".eml")) {
      auto const mail = read_in_this_process(bytes_of(file));
      score.count(mail.has_value(), file.stem().string() + (mail ? "" : ": " + mail.error().reason));
      if (!mail) continue;
      auto const answer = codec::with_every_field(*mail);
      for (auto const* name : {"class", "from", "to", "cc", "subject", "date", "text", "visible_reply", "html_text", "attachments", "language"})
        EXPECT_TRUE(answer.contains(name)) << file << " has no " << name;
    }
    EXPECT_GE(score.percent(), 97);
  }
}

}  // namespace
}  // namespace redress::mail_in
