// SPDX-License-Identifier: Apache-2.0
// Mails that we sign ourselves: the examples of RFC 6376, and what an independent program thinks of the signatures.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "adapters/letters/dkim_canonical.hpp"
#include "adapters/letters/dkim_signer.hpp"
#include "adapters/letters/template_letter_writer.hpp"
#include "adapters/letters/template_notice_writer.hpp"
#include "tests/adapters/letters_sample.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::letters {
namespace {

namespace sample = letters_sample;

std::filesystem::path const source(REDRESS_SOURCE_DIR);
constexpr Time at{std::chrono::seconds{1'772'442'000}};

TEST(DkimCanonical, IsAsTheExampleOfTheStandardSays) {
  std::string const mail = "A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n";  // RFC 6376, 3.4.5

  EXPECT_EQ(relaxed_field(*field_of(mail, "a")), "a:X\r\n");
  EXPECT_EQ(relaxed_field(*field_of(mail, "b")), "b:Y Z\r\n");
  EXPECT_FALSE(field_of(mail, "c"));
  EXPECT_EQ(relaxed_body(body_of(mail)), " C\r\nD E\r\n");
}

TEST(DkimCanonical, OfAnEmptyBodyIsEmpty) {
  EXPECT_EQ(relaxed_body(""), "");
  EXPECT_EQ(relaxed_body("\r\n \t\r\n\r\n"), "");
  EXPECT_EQ(relaxed_body("a\r\n\r\nb"), "a\r\n\r\nb\r\n");
}

class Signed : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    ASSERT_EQ(std::system(("openssl genrsa -out '" + key().string() + "' 2048 2>/dev/null").c_str()), 0);
    auto const print = "openssl rsa -in '" + key().string() + "' -pubout -outform DER 2>/dev/null | base64 --wrap=0 >'" + (folder_ / "public").string() + "'";
    ASSERT_EQ(std::system(print.c_str()), 0);
    signer_ = std::make_shared<DkimSigner const>(DkimSettings{"example.org", "complaints2026", key()});
  }

  [[nodiscard]] std::filesystem::path key() const { return folder_ / "dkim.pem"; }

  [[nodiscard]] std::string record() const {
    std::ifstream file(folder_ / "public");
    return "v=DKIM1; k=rsa; p=" + std::string(std::istreambuf_iterator<char>(file), {});
  }

  /// 0: it holds, 1: it does not, 3: there is nobody to ask.
  [[nodiscard]] int verdict_on(std::string const& mail) const {
    std::ofstream(folder_ / "mail.eml", std::ios::binary) << mail;
    auto const command = "/usr/bin/python3 -B '" + (source / "tests/sending/verify_dkim.py").string() + "' '" + (folder_ / "mail.eml").string() +
                         "' complaints2026._domainkey.example.org '" + record() + "'";
    return WEXITSTATUS(std::system(command.c_str()));
  }

  redress::testing::TemporaryFolder const temporary_{"dkim"};
  std::filesystem::path const& folder_ = temporary_.path();
  std::shared_ptr<DkimSigner const> signer_;
};

TEST_F(Signed, LettersHoldBeforeAnIndependentVerifier) {
  TemplateLetterWriter const writer(source / "templates", sample::organisation(), signer_);
  for (auto const language : all_languages) {
    auto const mail = writer.message(writer.compose(sample::rich(LetterKind::FinalResponse, language)), sample::envelope());

    auto const verdict = verdict_on(mail);
    if (verdict == 3) GTEST_SKIP() << "python3-dkim is not at hand";

    EXPECT_TRUE(mail.starts_with("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=complaints2026; t="));
    EXPECT_EQ(verdict, 0);
  }
}

TEST_F(Signed, LettersWithAReplyAddressHoldToo) {
  TemplateLetterWriter const writer(source / "templates", sample::organisation(), signer_);
  auto envelope = sample::envelope();
  envelope.reply_to = "complaints+0123456789abcdefghjkmnpqrs@example.org";
  auto const mail = writer.message(writer.compose(sample::rich(LetterKind::FinalResponse, Language::Latvian)), envelope);
  auto const verdict = verdict_on(mail);
  if (verdict == 3) GTEST_SKIP() << "python3-dkim is not at hand";
  auto forged = mail;
  forged.replace(forged.find("complaints+0123"), 15, "complaints+9876");

  EXPECT_EQ(verdict, 0);
  EXPECT_EQ(verdict_on(forged), 1);
}

TEST_F(Signed, LettersSurviveWhatRelaysChangeAndNothingElse) {
  auto const mail =
      signer_->signed_mail("From: Us <us@example.org>\r\nTo: anna@home.example\r\nSubject: Your complaint\r\n\r\nDear Anna,\r\nit is settled.\r\n", at);
  if (verdict_on(mail) == 3) GTEST_SKIP() << "python3-dkim is not at hand";
  auto const with = [&](std::string const& what, std::string const& instead) {
    auto changed = mail;
    auto const place = changed.rfind(what);
    EXPECT_NE(place, std::string::npos) << what;
    return place == std::string::npos ? changed : changed.replace(place, what.size(), instead);
  };

  EXPECT_EQ(verdict_on(mail), 0);
  EXPECT_EQ(verdict_on("Received: by a relay\r\n" + mail), 0);
  EXPECT_EQ(verdict_on(with("Subject: Your complaint", "SUBJECT:   Your\r\n complaint  ")), 0);
  EXPECT_EQ(verdict_on(mail + "\r\n\r\n"), 0);
  EXPECT_EQ(verdict_on(with("is settled", "is not settled")), 1);
  EXPECT_EQ(verdict_on(with("Your complaint", "Your prize")), 1);
  EXPECT_EQ(verdict_on(with("To: anna@home.example", "To: anna@home.example\r\nReply-To: thief@other.example")), 1);
  EXPECT_EQ(verdict_on("From: thief@other.example\r\n" + mail), 1) << "a second sender above the first";
}

TEST_F(Signed, MailsAreTheSameBytesEachTime) {
  std::string const mail = "From: us@example.org\r\n\r\nDear Anna\r\n";

  EXPECT_EQ(signer_->signed_mail(mail, at), signer_->signed_mail(mail, at));
  EXPECT_NE(signer_->signed_mail(mail, at), signer_->signed_mail(mail, at + std::chrono::seconds{1}));
  EXPECT_TRUE(signer_->signed_mail(mail, at).ends_with("\r\n" + mail));
}

TEST_F(Signed, MailsAreOfTheDomainOrBelowIt) {
  EXPECT_TRUE(signer_->covers("complaints@example.org"));
  EXPECT_TRUE(signer_->covers("complaints@Mail.Example.org"));
  EXPECT_FALSE(signer_->covers("complaints@notexample.org"));
  EXPECT_FALSE(signer_->covers("complaints@example.com"));
}

TEST_F(Signed, MailsAreOnlyWithAKeyThatIsOfUse) {
  auto const weak = folder_ / "weak.pem";
  ASSERT_EQ(std::system(("openssl genrsa -out '" + weak.string() + "' 1024 2>/dev/null").c_str()), 0);
  std::ofstream(folder_ / "nonsense.pem") << "nonsense\n";

  for (auto const& file : {weak, folder_ / "nonsense.pem", folder_ / "nowhere.pem"}) EXPECT_THROW(DkimSigner({"example.org", "s", file}), DkimFault) << file;
  EXPECT_THROW(DkimSigner({"", "s", key()}), DkimFault);
  EXPECT_THROW(DkimSigner({"example.org\r\nX: y", "s", key()}), DkimFault);
  EXPECT_THROW(DkimSigner({"example.org", "", key()}), DkimFault);
}

}  // namespace
}  // namespace redress::letters
