// SPDX-License-Identifier: Apache-2.0
// Where a body ends, and what it is, however the network cuts it into pieces.
#include "adapters/http/body_decoder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace redress::http {
namespace {

struct Outcome {
  unsigned status = 0;  ///< 200, or what is to be answered; 0 while more is needed
  std::string body;
  std::string rest;
};

Outcome decoded(RequestHead const& head, std::string_view bytes, std::size_t piece, std::size_t limit = 1000) {
  BodyDecoder decoder(head, limit);
  std::size_t at = 0;
  while (at < bytes.size() && !decoder.is_complete()) {
    auto const taken = decoder.take(bytes.substr(at, piece));
    if (!taken) return {taken.error().status, {}, {}};
    at += *taken;
  }
  if (!decoder.is_complete()) return {};
  return {200, decoder.body(), std::string(bytes.substr(at))};
}

RequestHead chunked() {
  RequestHead head;
  head.framing = BodyFraming::Chunked;
  return head;
}

constexpr std::size_t whole = 1'000'000;

TEST(HttpBody, OfALengthIsThatLong) {
  RequestHead head;
  head.framing = BodyFraming::Length;
  head.content_length = 5;

  for (std::size_t const piece : {std::size_t{1}, std::size_t{3}, whole}) {
    auto const outcome = decoded(head, "helloGET /", piece);
    EXPECT_EQ(outcome.body, "hello");
    EXPECT_EQ(outcome.rest, "GET /");
  }
}

TEST(HttpBody, InChunksIsPutTogetherHoweverItIsCut) {
  std::string_view const bytes = "5\r\nhello\r\n0001;a;b=c;d=\"e \\\" f\"\r\n \r\nA\r\n0123456789\r\n00\r\nX-Sum: 1\r\n\r\nGET /";

  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    auto const outcome = decoded(chunked(), bytes, piece);
    EXPECT_EQ(outcome.status, 200U) << piece;
    EXPECT_EQ(outcome.body, "hello 0123456789") << piece;
    EXPECT_EQ(outcome.rest, "GET /") << piece;
  }
}

TEST(HttpBody, InChunksIsRefusedWhereAnotherProgramCouldReadItOtherwise) {
  for (std::string_view const bytes :
       {"5\nhello\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "5;\nx\r\nhello\r\n0\r\n\r\n", "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n", "5;a=\"\r\"\r\nhello\r\n0\r\n\r\n",
        "5 \r\nhello\r\n0\r\n\r\n", " 5\r\nhello\r\n0\r\n\r\n", "+5\r\nhello\r\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "\r\nhello\r\n0\r\n\r\n",
        "10000000000000005\r\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "5;=a\r\nhello\r\n0\r\n\r\n", "5;a=\r\nhello\r\n0\r\n\r\n",
        "5;a=\"b\r\nhello\r\n0\r\n\r\n", "0\r\nno colon\r\n\r\n", "0\r\nContent-Length: 5\r\n\r\n", "0\r\ntransfer-encoding: chunked\r\n\r\n",
        "0\r\na: b\r\n c\r\n\r\n"})
    for (std::size_t const piece : {std::size_t{1}, whole}) EXPECT_EQ(decoded(chunked(), bytes, piece).status, 400U) << bytes;
}

TEST(HttpBody, MayHaveNoMoreThanItsRouteTakes) {
  EXPECT_EQ(decoded(chunked(), "5\r\nhello\r\n0\r\n\r\n", whole, 5).status, 200U);
  EXPECT_EQ(decoded(chunked(), "6\r\nhello!\r\n0\r\n\r\n", whole, 5).status, 413U);
  EXPECT_EQ(decoded(chunked(), "3\r\nhel\r\n3\r\nlo!\r\n0\r\n\r\n", 1, 5).status, 413U);
  EXPECT_EQ(decoded(chunked(), "ffffffffffffffff\r\n", whole, 5).status, 413U);
}

TEST(HttpBody, CannotBeAllExtensionsAndTrailers) {
  std::string extended;
  for (int i = 0; i < 100; ++i) extended += "1;" + std::string(1000, 'a') + "\r\nx\r\n";
  std::string trailed = "0\r\n";
  for (int i = 0; i < 100; ++i) trailed += "a: " + std::string(1000, 'a') + "\r\n";

  EXPECT_EQ(decoded(chunked(), extended, whole).status, 400U);
  EXPECT_EQ(decoded(chunked(), trailed, whole).status, 431U);
  EXPECT_EQ(decoded(chunked(), "1;" + std::string(10'000, 'a'), 1).status, 400U);
}

}  // namespace
}  // namespace redress::http
