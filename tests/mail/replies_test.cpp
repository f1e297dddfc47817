// SPDX-License-Identifier: Apache-2.0
// What a person wrote now is told from what their program quoted, and no line is lost: corpus/reply-discourse, and the forms of our three
// languages.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "adapters/mail_in/text_decoding.hpp"
#include "adapters/mail_in/visible_reply.hpp"
#include "tests/mail/corpus.hpp"

namespace redress::mail_in {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> written_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = text.substr(0, end);
    auto const last = line.find_last_not_of(" \t\r");
    if (last != std::string_view::npos) lines.emplace_back(line.substr(0, last + 1));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Every written line is in the one or in the other, as often as it was written.
bool nothing_is_lost(std::string_view text, SplitReply const& split) {
  auto lines = written_lines(split.visible);
  for (std::string& line : written_lines(split.folded)) lines.push_back(std::move(line));
  auto const before = written_lines(text);
  return std::multiset<std::string>(lines.begin(), lines.end()) == std::multiset<std::string>(before.begin(), before.end());
}

/// Where we show more than the corpus, and why.
std::map<std::string, std::string> const& reasons() {
  static std::map<std::string, std::string> const all{
      {"forwarded_gmail", "what somebody forwards to a complaints desk is what they want read"},
      {"forwarded_message", "as forwarded_gmail: with the header that says whose words they are"},
      {"spam_1", "nothing but quotation is left, so all of it is shown"},
      {"embedded_email_7", "lines quoted with initials (\"C>\") are not told from text"},
  };
  return all;
}

TEST(RepliesOfManyPrograms, AreTrimmedAsTheirCollectorsTrimThem) {
  fs::path const corpus = shared_corpus("reply-discourse");
  if (!fs::is_directory(corpus)) GTEST_SKIP() << "the shared corpus is not at hand";
  Score score("reply-discourse");

  for (fs::path const& file : files_in(corpus / "emails", ".txt")) {
    std::string const text = cleaned_text(bytes_of(file));
    SplitReply const split = split_reply(text);
    std::string const wanted = bytes_of(corpus / "trimmed" / file.filename());
    auto const reason = reasons().find(file.stem().string());
    score.count(written_lines(split.visible) == written_lines(wanted), file.stem().string() + (reason == reasons().end() ? "" : ": " + reason->second));
    EXPECT_TRUE(nothing_is_lost(text, split)) << file.stem();
  }

  EXPECT_GE(score.percent(), 90);
}

struct Form {
  std::string_view written;
  std::string_view added;
};

class FormsOfQuotation : public testing::TestWithParam<Form> {};

TEST_P(FormsOfQuotation, AreFoldedAndNotLost) {
  auto const [written, added] = GetParam();
  std::string const text = std::string(written) + "\n\n" + std::string(added) + "\n";

  SplitReply const split = split_reply(text);

  EXPECT_EQ(split.visible, written);
  EXPECT_EQ(written_lines(split.folded), written_lines(added));
}

INSTANTIATE_TEST_SUITE_P(
    English, FormsOfQuotation,
    testing::Values(Form{"It is still broken.", "On Mon, 2 Mar 2026 at 11:00, Redress <a@example.org> wrote:\n> old\n> words"},
                    Form{"It is still broken.", "On Mon, 2 Mar 2026 at 11:00, Redress Complaints Department <a@example.org>\nwrote:\n\n> old"},
                    Form{"It is still broken.",
                         "From: Redress <a@example.org>\nSent: Monday, March 2, 2026 11:00 AM\nTo: Anna\nSubject: Your complaint\n\nold words"},
                    Form{"It is still broken.", "-----Original Message-----\nFrom: Redress\n\nold words"},
                    Form{"It is still broken.", "________________________________\nFrom: Redress <a@example.org>\nSent: Monday\nTo: Anna\n\nold words"},
                    Form{"It is still broken.", "Sent from my iPhone\n\nOn 2 Mar 2026, at 11:00, Redress <a@example.org> wrote:\n\nold words"},
                    Form{"It is still broken.", "-- \nAnna Ozola\nRiga"}, Form{"It is still broken.", "Get Outlook for Android"}));

INSTANTIATE_TEST_SUITE_P(
    Latvian, FormsOfQuotation,
    testing::Values(Form{"Tas joprojām nestrādā.", "pirmd., 2026. g. 2. marts, plkst. 11:00 — lietotājs Redress (<a@example.org>) rakstīja:\n\n> vecie vārdi"},
                    Form{"Tas joprojām nestrādā.", "2026. gada 2. marts plkst. 11:00 SIA Redress rakstīja:\nvecie vārdi"},
                    Form{"Tas joprojām nestrādā.",
                         "No: Redress <a@example.org>\nNosūtīts: pirmdiena, 2026. gada 2. marts 11:00\nKam: Anna\nTēma: Sūdzība\n\nvecie vārdi"},
                    Form{"Tas joprojām nestrādā.", "Sūtītājs: Redress\nNosūtīts: 02.03.2026\nSaņēmējs: Anna\n\nvecie vārdi"},
                    Form{"Tas joprojām nestrādā.", "Citējot Redress <a@example.org>:\n\n> vecie vārdi"},
                    Form{"Tas joprojām nestrādā.", "Nosūtīts no mana iPhone"}, Form{"Tas joprojām nestrādā.", "Nosūtīts no Outlook lietotnei Android"},
                    Form{"Tas joprojām nestrādā.", "--\nAnna Ozola"}));

INSTANTIATE_TEST_SUITE_P(
    Russian, FormsOfQuotation,
    testing::Values(Form{"Он всё ещё не работает.", "2 марта 2026, 11:00, Redress <a@example.org> пишет:\n\n> старые слова"},
                    Form{"Он всё ещё не работает.", "пн, 2 мар. 2026 г. в 11:00, Redress <a@example.org>:\n\n> старые слова"},
                    Form{"Он всё ещё не работает.", "02.03.2026 11:00, Redress написал(а):\nстарые слова"},
                    Form{"Он всё ещё не работает.", "Понедельник, 2 марта 2026, 11:00 +03:00 от Redress <a@example.org>:\n\n> старые слова"},
                    Form{"Он всё ещё не работает.", "От: Redress <a@example.org>\nОтправлено: 2 марта 2026 г. 11:00\nКому: Анна\nТема: Жалоба\n\nстарые слова"},
                    Form{"Он всё ещё не работает.", "-------- Исходное сообщение --------\nОт: Redress\n\nстарые слова"},
                    Form{"Он всё ещё не работает.", "Отправлено с iPhone"}, Form{"Он всё ещё не работает.", "Отправлено из мобильной Почты Mail"},
                    Form{"Он всё ещё не работает.", "-- \nАнна Озола"}));

TEST(VisibleReply, KeepsAPersonsOwnSentences) {
  for (std::string_view const text :
       {"In my letter of 5 May I wrote:\nplease call me.", "From: my side all is said.\nTo: nobody else.",
        "On Friday.\n> Where?\nAt home:", "Nosūtīts no noliktavas, bet nav saņemts.", "Отправлено с большим опозданием, и никто не извинился."}) {
    SplitReply const split = split_reply(text);
    EXPECT_TRUE(nothing_is_lost(text, split)) << text;
    EXPECT_EQ(split.folded.find("wrote"), std::string::npos) << text;
  }
  EXPECT_EQ(split_reply("Nosūtīts no noliktavas, bet nav saņemts.").folded, "");
  EXPECT_EQ(split_reply("Отправлено с большим опозданием, и никто не извинился.").folded, "");
}

TEST(VisibleReply, TakesLinearTime) {
  for (std::string_view const piece : {"\n", "> \n", "On 2 Mar 2026 11:00\n", "1:\n\n", "From:\n", "-- \n", "a\n\n\n\n"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_LE(split_reply(text).visible.size(), text.size());
  }
}

}  // namespace
}  // namespace redress::mail_in
