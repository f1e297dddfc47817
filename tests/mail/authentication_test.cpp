// SPDX-License-Identifier: Apache-2.0
// What is believed of Authentication-Results (RFC 8601): the word of our own mail server, and nobody else's.
#include <gtest/gtest.h>

#include <string>

#include "adapters/mail_in/read_in_this_process.hpp"

namespace redress::mail_in {
namespace {

using enum AuthenticationResult;

constexpr std::string_view ours = "mx.shop.example";

ReadMail read(std::string const& fields, std::string_view authserv_id = ours) {
  return read_in_this_process(fields + "From: Anna <anna@mail.example>\r\nSubject: Late\r\n\r\nIt is late.\r\n", authserv_id).value();
}

MailAuthentication said(std::string const& value, std::string_view authserv_id = ours) {
  return read("Authentication-Results: " + value + "\r\n", authserv_id).authentication;
}

TEST(Authentication, IsWhatOurServerSays) {
  EXPECT_EQ(said("mx.shop.example; spf=pass smtp.mailfrom=anna@mail.example; dkim=pass header.d=mail.example; dmarc=pass header.from=mail.example"),
            (MailAuthentication{Pass, Pass, Pass}));
  EXPECT_EQ(said("MX.Shop.Example 1; spf=softfail; dkim=none; dmarc=fail (p=reject) header.from=Mail.Example"), (MailAuthentication{SoftFail, None, Fail}));
  EXPECT_EQ(said("mx.shop.example; spf=temperror; dkim=permerror; dmarc=policy"), (MailAuthentication{TemporaryError, PermanentError, Policy}));
  EXPECT_EQ(said("mx.shop.example; spf=neutral; dkim=hardfail"), (MailAuthentication{Neutral, Fail, Unknown}));
}

TEST(Authentication, IsUnknownWhenOurServerSaysNothing) {
  EXPECT_FALSE(read("").authentication.is_known());
  EXPECT_FALSE(said("mx.shop.example; none").is_known());
  EXPECT_FALSE(said("mx.shop.example;").is_known());
  EXPECT_FALSE(said("mx.shop.example").is_known());
  EXPECT_FALSE(said("").is_known());
  EXPECT_FALSE(said("mx.shop.example; dmarc=pass", "").is_known()) << "nobody said which server is ours";
}

TEST(Authentication, IsNotWhatSomebodyElseSays) {
  EXPECT_FALSE(said("mx.evil.example; dmarc=pass").is_known());
  EXPECT_FALSE(said("xmx.shop.example; dmarc=pass").is_known());
  EXPECT_FALSE(said("mx.evil.example (mx.shop.example); dmarc=pass").is_known());
  EXPECT_FALSE(said("\"mx.shop.example; x\"; dmarc=pass").is_known());
  EXPECT_FALSE(said("dmarc=pass; mx.shop.example").is_known());
}

TEST(Authentication, IsTheTopMostWordOfOurServer) {
  auto const mail = read(
      "Authentication-Results: mx.other.example; dmarc=pass\r\n"
      "Authentication-Results: mx.shop.example; dmarc=fail\r\n"
      "Received: from somewhere\r\n"
      "Authentication-Results: mx.shop.example; dmarc=pass; dkim=pass\r\n");

  EXPECT_EQ(mail.authentication, (MailAuthentication{Unknown, Unknown, Fail}));
}

TEST(Authentication, IsReadThroughCommentsQuotesVersionsAndFolds) {
  EXPECT_EQ(said("(our (own) server; dmarc=fail) mx.shop.example (a comment) 1 (b)\r\n\t;\r\n dkim/1 = pass (good; dmarc=fail) reason = \"all; dmarc=fail\"\r\n"
                 " header.b=\"q;x\" header.i=@mail.example;\r\n dmarc (c) / (d) 1 (e) = (f) pass (g)"),
            (MailAuthentication{Unknown, Pass, Pass}));
  EXPECT_EQ(said("mx.shop.example; dkim=pass reason=\"a \\\" quoted; dmarc=fail\""), (MailAuthentication{Unknown, Pass, Unknown}));
  EXPECT_EQ(said("\"mx.shop.example\"; dmarc=pass"), (MailAuthentication{Unknown, Unknown, Pass}));
}

TEST(Authentication, TakesOneSignatureThatHoldsForEnough) {
  EXPECT_EQ(said("mx.shop.example; dkim=fail header.d=list.example; dkim=pass header.d=mail.example; dkim=none").dkim, Pass);
  EXPECT_EQ(said("mx.shop.example; spf=none smtp.helo=x; spf=pass smtp.mailfrom=y; spf=fail").spf, Pass);
}

TEST(Authentication, TakesTheWorstWordOnTheSender) {
  EXPECT_EQ(said("mx.shop.example; dmarc=pass; dmarc=fail").dmarc, Fail);
  EXPECT_EQ(said("mx.shop.example; dmarc=fail; dmarc=pass").dmarc, Fail);
}

TEST(Authentication, OfAnotherDomainSaysNothingOfTheSender) {
  EXPECT_EQ(said("mx.shop.example; dmarc=pass header.from=evil.example").dmarc, Unknown);
  EXPECT_EQ(said("mx.shop.example; dmarc=pass header.from=anna@mail.example").dmarc, Pass);
}

TEST(Authentication, PassesOverWhatNobodyRegistered) {
  EXPECT_EQ(said("mx.shop.example; arc=pass; x-tea=milk; dmarc=splendid; compauth=pass reason=100"), (MailAuthentication{}));
}

TEST(Authentication, SurvivesWhatNeverEnds) {
  for (auto const* value : {"mx.shop.example; dmarc=pass (", "mx.shop.example; dmarc=\"pass", "mx.shop.example; dmarc=", "mx.shop.example; =;=;=", "; ; ;",
                            "mx.shop.example; dmarc==pass", "mx.shop.example (\\", "mx.shop.example; dmarc=pass header.from=\""})
    (void)said(value);
  EXPECT_EQ(said("mx.shop.example; dmarc=pass (").dmarc, Pass);
}

TEST(AMailOfSeveralSenders, IsForAPersonToLookAt) {
  auto const doubt = [](std::string const& from) { return read_in_this_process(from + "Subject: Late\r\n\r\nIt is late.\r\n").value().doubt; };

  EXPECT_EQ(doubt("From: a@one.example, b@two.example\r\n"), "it names several senders");
  EXPECT_EQ(doubt("From: a@one.example\r\nFrom: b@two.example\r\n"), "it names several senders");
  EXPECT_EQ(doubt("From: a@one.example, A@One.Example\r\n"), "");
  EXPECT_EQ(doubt("From: Anna, of the shop <a@one.example>\r\n"), "");
}

}  // namespace
}  // namespace redress::mail_in
