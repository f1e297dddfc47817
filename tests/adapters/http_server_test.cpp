// SPDX-License-Identifier: Apache-2.0
// The HTTP server without any API on it: what it lets in, what it refuses, and how it behaves towards clients that misbehave. Raw sockets,
// real bytes.
#include "adapters/http/server.hpp"

#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "adapters/http/broadcast.hpp"
#include "adapters/http/client.hpp"
#include "adapters/http/framing.hpp"
#include "adapters/http/metrics.hpp"
#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"
#include "adapters/http/router.hpp"
#include "tests/adapters/http_echo.hpp"

namespace redress::http {
namespace {

class HttpServer : public testing::Test {
 protected:
  HttpServer() { server_.start(); }

  std::string answer_to(std::string_view bytes) {
    RawClient client(server_.port());
    client.send(bytes);
    client.finish_sending();
    return client.receive_all();
  }

  Server server_{on_any_port(), echo_router()};
};

TEST_F(HttpServer, AnswersWithSecurityHeaders) {
  auto const answer = answer_to("GET /hello/world HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
  for (auto const header : {"X-Content-Type-Options: nosniff", "Cache-Control: no-store", "Content-Security-Policy: default-src 'none'"})
    EXPECT_TRUE(answer.contains(header)) << answer;
  EXPECT_FALSE(answer.contains("Server:")) << answer;
  EXPECT_TRUE(answer.ends_with("hello world")) << answer;
}

TEST_F(HttpServer, KeepsTheConnectionForTheNextRequest) {
  RawClient client(server_.port());

  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nfirst");
  auto const first = client.receive_until("first");
  client.send("POST /slow-echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nsecond\r\n0\r\n\r\n");
  auto const second = client.receive_until("second");

  EXPECT_TRUE(first.contains("200 OK"));
  EXPECT_TRUE(second.ends_with("second")) << second;
}

TEST_F(HttpServer, AnswersHeadWithoutABody) {
  auto const answer = answer_to("HEAD /hello/world HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

  EXPECT_TRUE(answer.contains("Content-Length: 11")) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
}

TEST_F(HttpServer, AnswersPipelinedRequestsInOrder) {
  auto const answer = answer_to("GET /hello/a HTTP/1.1\r\nHost: x\r\n\r\nGET /hello/b HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_LT(answer.find("hello a"), answer.find("hello b"));
  EXPECT_TRUE(answer.contains("hello b"));
}

TEST_F(HttpServer, RefusesWhatTwoProgramsCouldReadDifferently) {
  std::vector<std::pair<std::string_view, std::string_view>> const requests{
      {"400", "GET /hello/x HTTP/1.1\r\n\r\n"},
      {"400", "GET /hello/x HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"},
      {"400", "GET /hello/x HTTP/1.1\nHost: x\n\n"},
      {"400", "GET /hello/x HTTP/1.1\r\nHost: x\r\nA: b\n\r\n"},
      {"400", "GET /hello/x HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n"},
      {"400", "GET /hello/x HTTP/1.1\r\nHost : x\r\n\r\n"},
      {"400", "GET /hello/x HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n"},
      {"400", "GET /hello/x HTTP/1.1\r\nHost: x\r\nA: b\r\n folded\r\n\r\n"},
      {"400", "GET /hello/x HTTP/1.1\r\nHost: x\r\nA: =?utf-8?Q?a=0D=0Ab?=\r\n\r\n"},
      {"400", std::string_view("GET /hello/x HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n", 44)},
      {"400", "G(ET /hello/x HTTP/1.1\r\nHost: x\r\n\r\n"},
      {"400", "GET  /hello/x HTTP/1.1\r\nHost: x\r\n\r\n"},
      {"505", "GET /hello/x HTTP/2.0\r\nHost: x\r\n\r\n"},
      {"400", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na"},
      {"400", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"400", "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"400", "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
      {"400", "POST /echo HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"400", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\na"},
      {"400", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1,1\r\n\r\na"},
      {"400", "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;\nx\r\na\r\n0\r\n\r\n"},
      {"411", "POST /echo HTTP/1.1\r\nHost: x\r\n\r\n"},
      {"413", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n"},
      {"413", "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\na"},
  };

  for (auto const& [status, bytes] : requests) {
    auto const answer = answer_to(bytes);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 " + std::string(status))) << bytes << "\n--\n" << answer;
    EXPECT_TRUE(answer.contains("Connection: close")) << bytes << "\n--\n" << answer;
    EXPECT_FALSE(answer.contains("}HTTP/")) << "a second answer to " << bytes;
  }
}

TEST_F(HttpServer, RefusesATargetThatIsNoPath) {
  for (auto const target : {"hello", "/hello/%zz", "/hello/%00", "/hello/%4"})
    EXPECT_TRUE(answer_to("GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n\r\n").starts_with("HTTP/1.1 400")) << target;
}

TEST_F(HttpServer, NeverTakesAnUnreadBodyForTheNextRequest) {
  auto const answer = answer_to("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\nGET /hello/smuggled HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_TRUE(answer.starts_with("HTTP/1.1 404")) << answer;
  EXPECT_FALSE(answer.contains("smuggled")) << answer;
}

TEST_F(HttpServer, RefusesAHeaderThatIsTooLarge) {
  std::string many = "GET /hello/x HTTP/1.1\r\nHost: x\r\n";
  for (int i = 0; i < 100; ++i) many += "A: b\r\n";

  EXPECT_TRUE(answer_to(many + "\r\n").starts_with("HTTP/1.1 431"));
  EXPECT_TRUE(answer_to("GET /hello/" + std::string(20'000, 'x')).starts_with("HTTP/1.1 431"));
}

TEST_F(HttpServer, DropsABodyThatEndsTooEarly) {
  auto const answer = answer_to("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nshort");

  EXPECT_TRUE(answer.starts_with("HTTP/1.1 400")) << answer;
}

TEST_F(HttpServer, SaysThatABodyIsWelcome) {
  RawClient client(server_.port());

  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  auto const invitation = client.receive_until("\r\n\r\n");
  client.send("ok");

  EXPECT_TRUE(invitation.starts_with("HTTP/1.1 100")) << invitation;
  EXPECT_TRUE(client.receive_until("\r\n\r\nok").ends_with("ok"));
}

TEST_F(HttpServer, TellsTheCallerNothingOfAnUnexpectedFailure) {
  auto const reply = Client(server_.address(), "").request("GET", "/broken");

  EXPECT_EQ(reply.status, 500U);
  EXPECT_EQ(reply.header("content-type"), "application/problem+json");
  EXPECT_TRUE(reply.body.contains("correlation")) << reply.body;
  EXPECT_FALSE(reply.body.contains("Anna")) << reply.body;
}

TEST_F(HttpServer, NeverSendsAHeaderThatHoldsALineEnd) {
  auto const answer = answer_to("GET /split HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_TRUE(answer.starts_with("HTTP/1.1 500")) << answer;
  EXPECT_FALSE(answer.contains("Injected")) << answer;
}

TEST_F(HttpServer, LetsInWhoeverBearsTheToken) {
  EXPECT_EQ(Client(server_.address(), "secret").request("GET", "/guarded").body, "in");
  EXPECT_EQ(Client(server_.address(), "guess").request("GET", "/guarded").status, 401U);
}

TEST_F(HttpServer, SaysWhichMethodsAPathAnswers) {
  auto const reply = Client(server_.address(), "").request("DELETE", "/echo");

  EXPECT_EQ(reply.status, 405U);
  EXPECT_EQ(reply.header("Allow"), "POST");
}

TEST(HttpServerAddress, IsOnTheLoopbackInterfaceOnly) {
  for (auto const host : {"0.0.0.0", "192.0.2.1", "::", "example.org"}) {
    auto settings = on_any_port();
    settings.host = host;
    EXPECT_THROW(Server(settings, echo_router()), ServerFault) << host;
  }
}

TEST(HttpServerAddress, CannotBeTakenTwice) {
  Server const first(on_any_port(), echo_router());
  auto settings = on_any_port();
  settings.port = first.port();

  EXPECT_THROW(Server(settings, echo_router()), ServerFault);
}

TEST(HttpServerStopping, GivesTheAnswerThatIsUnderWay) {
  std::latch asked{1};
  std::promise<Answered> waiting;
  Router router([](Request const&, Match&) { return std::nullopt; });
  router.add({"GET", "/later", Need::nothing(), [&](Request const&, Answered const& answered) {
                waiting.set_value(answered);
                asked.count_down();
              }});
  Server server(on_any_port(), std::move(router));
  server.start();
  RawClient idle(server.port());
  RawClient client(server.port());
  client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
  asked.wait();

  std::thread stopping([&] { server.stop(); });
  waiting.get_future().get()([] { return text_answer("late but given"); });
  stopping.join();

  EXPECT_TRUE(client.receive_all().ends_with("late but given"));
  EXPECT_EQ(idle.receive_all(), "");
}

TEST(HttpServerStreams, CarryWhatIsToldAndEndWhenTheServerStops) {
  Broadcast broadcast;
  Router router([](Request const&, Match&) { return std::nullopt; });
  router.add({"GET", "/events", Need::nothing(), answering([&](Request const&) { return Response{200, {}, {}, broadcast.listen()}; })});
  Server server(on_any_port(), std::move(router));
  server.start();
  RawClient client(server.port());
  client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
  static_cast<void>(client.receive_until(": listening"));

  broadcast.tell("R-1", "one");
  auto const heard = client.receive_until("data: one\n\n");
  server.stop();

  EXPECT_TRUE(heard.contains("data: one\n\n")) << heard;
  EXPECT_EQ(client.receive_all(), heard);
}

TEST(HttpClient, SaysThatNobodyAnswers) {
  std::string address;
  {
    Server const gone(on_any_port(), echo_router());
    address = gone.address();
  }

  EXPECT_THROW(static_cast<void>(Client(address, "").request("GET", "/")), ClientFault);
}

TEST(HttpTarget, IsDecodedOnce) {
  auto const target = parse_target("/a%20b/%2541?q=x+y&z=%C4%81");

  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/a b/%41");
  EXPECT_EQ(target->query.at("q"), "x y");
  EXPECT_EQ(target->query.at("z"), "ā");
}

TEST(HttpPreferences, AreTakenByTheirWeight) {
  EXPECT_EQ(preferences("text/html;q=0.5, Text/Plain , */*;q=0"), (std::vector<std::string>{"text/plain", "text/html"}));
  EXPECT_EQ(best_language("de, ru-RU;q=0.9, lv;q=0.95"), Language::Latvian);
  EXPECT_EQ(best_language(""), Language::English);
  EXPECT_EQ(best_language("de", Language::Latvian), Language::Latvian);
  std::vector<std::string_view> const offers{"application/json", "text/plain"};
  EXPECT_EQ(best_media_type("text/*", offers), "text/plain");
  EXPECT_EQ(best_media_type("application/pdf", offers), std::nullopt);
}

TEST(HttpMetrics, HaveNoSeriesForInventedMethods) {
  Metrics metrics;

  metrics.count({"GET", "/api/v1/complaints/{reference}", 200});
  metrics.count({"BREW", "none", 404});

  EXPECT_TRUE(metrics.text().contains(R"(redress_http_requests_total{method="GET",route="/api/v1/complaints/{reference}",status="200"} 1)"));
  EXPECT_TRUE(metrics.text().contains(R"(method="other")"));
}

}  // namespace
}  // namespace redress::http
