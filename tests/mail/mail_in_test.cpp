// SPDX-License-Identifier: Apache-2.0
// How raw mail is read: what a person wrote comes out, whatever their program did to it, and hostile bytes do no harm.

#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "adapters/mail_in/guess_language.hpp"
#include "adapters/mail_in/html_to_text.hpp"
#include "adapters/mail_in/read_in_this_process.hpp"
#include "adapters/mail_in/visible_reply.hpp"
#include "engine/domain/enumeration.hpp"
#include "tests/mail/corpus.hpp"

namespace redress::mail_in {
namespace {

namespace fs = std::filesystem;

std::string mail_with(std::string_view fields, std::string_view body) {
  return "From: Anna Ozola <anna@example.org>\nTo: complaints@example.com\n" + std::string(fields) + "\n" + std::string(body);
}

ReadMail read(std::string const& raw) {
  auto const reading = read_in_this_process(raw);
  EXPECT_TRUE(reading) << (reading ? "" : reading.error().reason);
  return reading.value_or(ReadMail{});
}

std::string reason_not_read(std::string const& raw) {
  auto const reading = read_in_this_process(raw);
  return reading ? (reading->doubt.empty() ? "read" : reading->doubt) : reading.error().reason;
}

MailClass class_with(std::string_view fields) {
  return read(mail_with(fields, "text\n")).mail_class;
}

TEST(MailIn, ReadsAPlainMail) {
  ReadMail const mail =
      read(mail_with("Cc: \"Jānis, manager\" <janis@example.org>, undisclosed: pat@example.org, sam@example.org;\nSubject: The kettle\n"
                     "Date: Mon, 02 Mar 2026 11:00:00 +0200\nMessage-ID: <one@example.org>\n",
                     "Hello,\r\nthe kettle you sent is broken and I have no hot water.\r\n"));

  EXPECT_EQ(mail.mail_class, MailClass::Message);
  EXPECT_EQ(mail.from, (Mailbox{"Anna Ozola", "anna@example.org"}));
  EXPECT_EQ(mail.to, (std::vector<Mailbox>{{"", "complaints@example.com"}}));
  ASSERT_EQ(mail.cc.size(), 3U);
  EXPECT_EQ(mail.cc[0], (Mailbox{"Jānis, manager", "janis@example.org"}));
  EXPECT_EQ(mail.cc[2].address, "sam@example.org");
  EXPECT_EQ(mail.subject, "The kettle");
  EXPECT_EQ(to_text(mail.date.value()), "2026-03-02T09:00:00Z");
  EXPECT_EQ(mail.text, "Hello,\nthe kettle you sent is broken and I have no hot water.\n");
  EXPECT_EQ(mail.message_id, "one@example.org");
  EXPECT_EQ(mail.language, Language::English);
}

TEST(MailIn, ReadsARussianBodyInWindows1251) {
  std::string const body =
      "\xc7\xe4\xf0\xe0\xe2\xf1\xf2\xe2\xf3\xe9\xf2\xe5, \xf2\xee\xe2\xe0\xf0 \xef\xf0\xe8\xf8\xb8\xeb "
      "\xf1\xeb\xee\xec\xe0\xed\xed\xfb\xec\n";

  for (auto const* type : {"Content-Type: text/plain; charset=windows-1251\n", "Content-Type: text/plain\n", "Content-Type: text/plain; charset=us-ascii\n"}) {
    ReadMail const mail = read(mail_with(type, body));
    EXPECT_EQ(mail.text, "Здравствуйте, товар пришёл сломанным\n") << type;
    EXPECT_EQ(mail.language, Language::Russian);
  }
}

TEST(MailIn, ReadsAKoi8SubjectWithOrWithoutADeclaration) {
  std::string const raw_words = "\xf3\xcc\xcf\xcd\xc1\xcc\xd3\xd1 \xde\xc1\xca\xce\xc9\xcb";

  EXPECT_EQ(read(mail_with("Subject: =?koi8-r?B?88zPzcHM09Eg3sHKzsnL?=\n", "x\n")).subject, "Сломался чайник");
  EXPECT_EQ(read(mail_with("Subject: " + raw_words + "\n", "x\n")).subject, "Сломался чайник");
}

TEST(MailIn, ReadsLatvianInWindows1257WithoutADeclaration) {
  ReadMail const mail = read(mail_with("",
                                       "L\xfb"
                                       "dzu, atbildiet: pre\xe8"
                                       "e nav sa\xf2"
                                       "emta.\n"));

  EXPECT_EQ(mail.text, "Lūdzu, atbildiet: preče nav saņemta.\n");
  EXPECT_EQ(mail.language, Language::Latvian);
}

TEST(MailIn, BelievesTheBytesWhenAsciiIsDeclaredAndUtf8Sent) {
  EXPECT_EQ(read(mail_with("Content-Type: text/plain; charset=us-ascii\n", "Tējkanna nedarbojas\n")).text, "Tējkanna nedarbojas\n");
}

TEST(MailIn, ComposesWhatASenderDecomposed) {
  ReadMail const mail = read(mail_with("Subject: Te\xcc\x84jkanna\n", "Ra\xcc\x84mi un bez\0 kontroles\x01\n"));

  EXPECT_EQ(mail.subject, "Tējkanna");
  EXPECT_TRUE(mail.text.starts_with("Rāmi"));
}

TEST(MailIn, DropsNulAndOtherControls) {
  EXPECT_EQ(read(mail_with("", std::string("a\0b\x01"
                                           "c\x1b[0m\td\n",
                                           12)))
                .text,
            "abc[0m\td\n");
}

TEST(MailIn, ListsAttachmentsWithTheirNamesAndDecodedSizes) {
  ReadMail const mail = read(mail_with("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n",
                                       "--b\nContent-Type: text/plain\n\nSee the picture.\n"
                                       "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
                                       "Content-Disposition: attachment; filename*=utf-8''%D1%87%D0%B0%D0%B9%D0%BD%D0%B8%D0%BA.png\n\naGVsbG8=\n"
                                       "--b\nContent-Type: text/plain; name=\"=?utf-8?Q?r=C4=93=C4=B7ins.txt?=\"\n\nsum\n"
                                       "--b\nContent-Type: message/rfc822\n\nFrom: x@example.org\nSubject: inner\n\n12345\n--b--\n"));

  EXPECT_EQ(mail.text, "See the picture.");
  ASSERT_EQ(mail.attachments.size(), 3U);
  EXPECT_EQ(mail.attachments[0].name, "чайник.png");
  EXPECT_EQ(mail.attachments[0].type, "image/png");
  EXPECT_EQ(mail.attachments[0].size, 5);
  EXPECT_EQ(mail.attachments[1].name, "rēķins.txt");
  EXPECT_EQ(mail.attachments[2].type, "message/rfc822");
}

TEST(MailIn, FindsTheTextInNestedMultiparts) {
  ReadMail const mail = read(mail_with("Content-Type: multipart/mixed; boundary=out\n",
                                       "--out\nContent-Type: multipart/alternative; boundary=in\n\n"
                                       "--in\nContent-Type: text/plain\n\nplain words\n"
                                       "--in\nContent-Type: text/html\n\n<p>rich <b>words</b></p>\n--in--\n"
                                       "--out\nContent-Type: text/html\n\n<p>and a footer</p>\n--out--\n"));

  EXPECT_EQ(mail.text, "plain words\n\nand a footer\n");
  EXPECT_EQ(mail.html_text, "rich words\n\nand a footer\n");
}

TEST(MailIn, TakesTheHtmlWhereThePlainTwinIsBlank) {
  ReadMail const mail = read(mail_with("Content-Type: multipart/alternative; boundary=b\n",
                                       "--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>Only here</p>\n--b--\n"));

  EXPECT_EQ(mail.text, "Only here\n");
}

TEST(MailIn, ReadsAMultipartThatNeverEnds) {
  EXPECT_EQ(read(mail_with("Content-Type: multipart/mixed; boundary=b\n", "--b\nContent-Type: text/plain\n\nhello\n")).text, "hello\n");
  EXPECT_EQ(reason_not_read(mail_with("Content-Type: multipart/mixed\n", "no boundary at all\n")), "read");
}

TEST(MailIn, ReadsAMailThatIsHtmlOnly) {
  ReadMail const mail = read(mail_with("Content-Type: text/html\n",
                                       "<html><head><title>t</title><style>p{color:red}</style><meta charset=\"windows-1251\"></head>"
                                       "<body><p>\xd2\xee\xe2\xe0\xf0&nbsp;&laquo;\xdf&raquo;</p></body></html>\n"));

  EXPECT_EQ(mail.text, "Товар «Я»\n");
  EXPECT_EQ(mail.html_text, mail.text);
}

TEST(MailIn, TellsMachinesFromPeople) {
  EXPECT_EQ(class_with("Return-Path: <anna@example.org>\nAuto-Submitted: no\n"), MailClass::Message);
  EXPECT_EQ(class_with("Return-Path: <>\n"), MailClass::Bounce);
  EXPECT_EQ(class_with("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n"), MailClass::Bounce);
  EXPECT_EQ(class_with("Content-Type: multipart/report; report-type=\"disposition-notification\"; boundary=b\n"), MailClass::Report);
  EXPECT_EQ(class_with("Content-Type: multipart/report; report-type=feedback-report; boundary=b\n"), MailClass::Report);
  EXPECT_EQ(class_with("Return-Path: <>\nAuto-Submitted: auto-replied (vacation)\n"), MailClass::AutoReply);
  EXPECT_EQ(class_with("X-Autoreply: yes\n"), MailClass::AutoReply);
  EXPECT_EQ(class_with("Precedence: auto_reply\n"), MailClass::AutoReply);
  EXPECT_EQ(class_with("X-Auto-Response-Suppress: All\nSubject: Automatic reply: your letter\n"), MailClass::AutoReply);
  EXPECT_EQ(class_with("X-Auto-Response-Suppress: All\nSubject: My kettle\n"), MailClass::Message);
  EXPECT_EQ(class_with("List-Id: <news.example.org>\n"), MailClass::List);
  EXPECT_EQ(class_with("Precedence: bulk\n"), MailClass::List);
}

TEST(MailIn, ReadsABounceThatNamesNoSender) {
  ReadMail const mail = read("Return-Path: <>\nFrom: MAILER-DAEMON\nSubject: Undelivered\n\nNo such user.\n");

  EXPECT_EQ(mail.mail_class, MailClass::Bounce);
  EXPECT_EQ(mail.from.address, "");
  EXPECT_EQ(read("From: MAILER-DAEMON <>\n\nNo such user.\n").mail_class, MailClass::Bounce);
  EXPECT_EQ(read("From: postmaster@example.org\nSubject: Undeliverable: letter\n\ntext\n").mail_class, MailClass::Bounce);
  EXPECT_EQ(read("From: postmaster@example.org\nSubject: A complaint\n\ntext\n").mail_class, MailClass::Message);
}

TEST(MailIn, SaysWhyAMailIsUnreadable) {
  EXPECT_EQ(reason_not_read(""), "it is empty");
  EXPECT_EQ(reason_not_read(std::string("\x8f\x00\x13\xfe random \x01\n\n\xff", 15)), "it has no header");
  EXPECT_EQ(reason_not_read("Subject: who am I\n\nhello\n"), "it names no sender we could answer");
  EXPECT_EQ(reason_not_read("From: nobody\n\nhello\n"), "it names no sender we could answer");
  EXPECT_EQ(reason_not_read("From: a@example.org\nFrom: b@example.org\n\nhello\n"), "it names several senders");
  EXPECT_EQ(reason_not_read(mail_with("", std::string(std::size_t{30} << 20, 'x'))), "larger than 25 MB");
  EXPECT_EQ(reason_not_read(mail_with("X: " + std::string(70'000, 'x') + "\n", "")), "its header is larger than 64 KB");
}

TEST(MailIn, RefusesBombsOfPartsAndDepth) {
  std::string nested;
  for (int i = 0; i < 2000; ++i) nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  std::string many = "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 1000; ++i) many += "--b\nContent-Type: image/png\n\n";

  EXPECT_EQ(reason_not_read("From: a@example.org\n" + nested), "its parts are nested more than 20 deep");
  EXPECT_EQ(reason_not_read("From: a@example.org\n" + many), "it has more than 500 parts");
}

TEST(HtmlToText, LaysOutParagraphsAndQuotations) {
  EXPECT_EQ(html_to_text("<div>One<br>two</div><p>three</p><blockquote>old</blockquote>new"), "One\ntwo\n\nthree\n\n> old\n\nnew\n");
}

TEST(HtmlToText, LeavesOutScriptsStylesAndComments) {
  EXPECT_EQ(html_to_text("a<script>alert('<p>')</script>b<!-- <i>no</i> -->c<STYLE>x</Style >d"), "abcd\n");
  EXPECT_EQ(html_to_text("<a title=\"1 > 0\" href=x>link</a> 2 < 3 &amp;&#x41;&#66;&unknown; &"), "link 2 < 3 &AB&unknown; &\n");
}

TEST(HtmlToText, TakesLinearTimeOverUnclosedMarkup) {
  for (std::string_view const piece : {"<a \"", "<!--", "<script", "&amp", "<div>", "<blockquote>"}) {
    std::string html;
    while (html.size() < 1'000'000) html += piece;
    EXPECT_LE(html_to_text(html).size(), html.size() + 1);
  }
}

TEST(VisibleReply, LeavesOutQuotationAndSignature) {
  EXPECT_EQ(visible_reply("Thank you.\n\nOn Mon, 2 Mar 2026 at 11:00, Redress <a@example.org>\nwrote:\n> old\n> words\n"), "Thank you.");
  EXPECT_EQ(visible_reply("Paldies!\n\n2026. gada 2. marts plkst. 11:00 SIA rakstīja:\nvecais teksts\n"), "Paldies!");
  EXPECT_EQ(visible_reply("Спасибо.\n\n2 марта 2026, 11:00, ООО <a@example.org> пишет:\n\n> старое\n"), "Спасибо.");
  EXPECT_EQ(visible_reply("Yes.\n-- \nAnna\n"), "Yes.");
  EXPECT_EQ(visible_reply("Yes.\n\n-----Original Message-----\nFrom: x\n"), "Yes.");
  EXPECT_EQ(visible_reply("Jā.\n\nNo: SIA\nNosūtīts: pirmdien\nKam: Anna\n\nvecs\n"), "Jā.");
}

TEST(VisibleReply, KeepsWhatWasWrittenBeneathAQuotation) {
  EXPECT_EQ(visible_reply("On 2 Mar 2026, 11:00, X wrote:\n> When?\n\nOn Friday.\n> Where?\n\nAt home.\n"), "On Friday.\n\nAt home.");
  EXPECT_EQ(visible_reply("> This is a quote.\n\nAnd this is some text."), "> This is a quote.\n\nAnd this is some text.");
}

TEST(VisibleReply, KeepsTheLineThatStandsBeforeAnIntroduction) {
  EXPECT_EQ(visible_reply("Yes,\nat 5.\nOn Mon, 2 Mar 2026 at 11:00, X <a@example.org> wrote:\n> When?\n"), "Yes,\nat 5.");
}

TEST(VisibleReply, KeepsEverythingWhenInDoubt) {
  EXPECT_EQ(visible_reply("> only\n> quoted\n"), "> only\n> quoted");
  EXPECT_EQ(visible_reply("In my letter of 5 May I wrote:\nplease call me.\n"), "In my letter of 5 May I wrote:\nplease call me.");
}

TEST(GuessLanguage, KnowsOurLanguagesAndNoOthers) {
  EXPECT_EQ(guess_language("Good morning, the parcel has not arrived and nobody is answering my calls."), Language::English);
  EXPECT_EQ(guess_language("Labdien! Mana pasūtītā prece joprojām nav piegādāta, lūdzu, atbildiet."), Language::Latvian);
  EXPECT_EQ(guess_language("Labdien, mans pasutijums nav piegadats un es gaidu jau nedelu, ludzu atbildiet"), Language::Latvian);
  EXPECT_EQ(guess_language("Добрый день, посылка не пришла"), Language::Russian);
  EXPECT_EQ(guess_language("Добрий день, посилка не прийшла, її досі немає і ніхто не відповідає"), std::nullopt);
  EXPECT_EQ(guess_language("Bonjour, le colis n'est pas encore arrivé et personne ne répond à mes appels."), std::nullopt);
  EXPECT_EQ(guess_language("12345"), std::nullopt);
}

using Histogram = std::map<std::string, int>;

void print(fs::path const& corpus, Histogram const& histogram) {
  for (auto const& [outcome, count] : histogram) std::cout << corpus.filename().string() << ": " << count << " " << outcome << "\n";
}

class CorpusOfMail : public testing::TestWithParam<char const*> {};

TEST_P(CorpusOfMail, IsReadToTheEnd) {
  fs::path const corpus = shared_corpus(GetParam());
  if (!fs::is_directory(corpus)) GTEST_SKIP() << "the shared corpus is not at hand";
  Histogram histogram;

  for (fs::directory_entry const& entry : fs::recursive_directory_iterator(corpus)) {
    if (entry.path().extension() != ".eml") continue;
    auto const reading = read_in_this_process(bytes_of(entry.path()));
    ++histogram[reading ? std::string(name_of(reading->mail_class)) : reading.error().reason];
    if (std::getenv("REDRESS_SHOW_UNREADABLE") && !reading) std::cout << entry.path() << "\n";
  }

  print(corpus, histogram);
  EXPECT_GT(histogram.size(), 0U);
}

INSTANTIATE_TEST_SUITE_P(MailIn, CorpusOfMail, testing::Values("mail-stalwart", "mail-mikel", "bounce-sisimai"));

}  // namespace
}  // namespace redress::mail_in
