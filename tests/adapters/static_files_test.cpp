// SPDX-License-Identifier: Apache-2.0
// The built UI as a browser is given it: which file, with which headers, and never anything from outside its folder.
#include "adapters/http/static_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "adapters/http/router.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::http {
namespace {

std::string header_of(Response const& response, std::string_view name) {
  auto const found = std::ranges::find(response.headers, name, &Header::name);
  return found == response.headers.end() ? std::string() : found->value;
}

class StaticFilesTest : public ::testing::Test {
 protected:
  StaticFilesTest() {
    write("index.html", "<!doctype html>");
    write("assets/main-1a2b.js", "let a;");
    write("assets/main-1a2b.js.gz", "packed");
    write("assets/plex-3c4d.woff2", "font");
  }

  void write(std::string const& name, std::string_view content) const {
    std::filesystem::create_directories((folder_.path() / name).parent_path());
    std::ofstream(folder_.path() / name, std::ios::binary) << content;
  }
  [[nodiscard]] Response get(std::string path, std::vector<Header> headers = {}) const {
    return StaticFiles(folder_.path()).answer({"GET", std::move(path), {}, std::move(headers), {}, {}, {}, {}});
  }

  testing::TemporaryFolder const folder_{"ui"};
};

TEST_F(StaticFilesTest, NamesWithADigestMayBeKeptForEver) {
  auto const script = get("/assets/main-1a2b.js");

  EXPECT_EQ(script.status, 200U);
  EXPECT_EQ(body_of(script), "let a;");
  EXPECT_EQ(header_of(script, "Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(header_of(script, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header_of(get("/assets/plex-3c4d.woff2"), "Content-Type"), "font/woff2");
}

TEST_F(StaticFilesTest, ThePageIsAskedForAnewEachTime) {
  EXPECT_EQ(header_of(get("/"), "Cache-Control"), "no-cache");
  EXPECT_EQ(header_of(get("/index.html"), "Cache-Control"), "no-cache");
}

TEST_F(StaticFilesTest, AnAddressOfTheUiIsThePage) {
  auto const page = get("/complaints/R-7K3M-Q9PX");

  EXPECT_EQ(page.status, 200U);
  EXPECT_EQ(body_of(page), "<!doctype html>");
  EXPECT_EQ(header_of(page, "Content-Type"), "text/html; charset=utf-8");
}

TEST_F(StaticFilesTest, ThePolicyLetsNothingInlineAndNothingForeignRun) {
  auto const policy = header_of(get("/"), "Content-Security-Policy");

  EXPECT_EQ(policy,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'; object-src 'none'");
}

TEST_F(StaticFilesTest, APackedFileIsGivenToThoseWhoTakeIt) {
  auto const packed = get("/assets/main-1a2b.js", {{"Accept-Encoding", "br, gzip;q=0.8"}});

  EXPECT_EQ(body_of(packed), "packed");
  EXPECT_EQ(header_of(packed, "Content-Encoding"), "gzip");
  EXPECT_EQ(header_of(packed, "Vary"), "Accept-Encoding");
  EXPECT_EQ(body_of(get("/assets/main-1a2b.js", {{"Accept-Encoding", "gzip;q=0"}})), "let a;");
  EXPECT_EQ(body_of(get("/", {{"Accept-Encoding", "gzip"}})), "<!doctype html>");
}

TEST_F(StaticFilesTest, AScriptThatIsGoneIsNotAnsweredWithThePage) {
  EXPECT_EQ(get("/assets/main-0000.js").status, 404U);
}

TEST_F(StaticFilesTest, NoPathLeadsOutOfTheFolder) {
  for (auto const* path : {"/../secret", "/assets/../../secret", "//etc/passwd", "/assets/main-1a2b.js.gz"}) {
    auto const answer = get(path);
    EXPECT_TRUE(answer.status == 404U || body_of(answer) == "<!doctype html>") << path;
  }
}

TEST_F(StaticFilesTest, AFolderWithoutThePageIsNoUi) {
  testing::TemporaryFolder const empty("no-ui");
  std::filesystem::create_directories(empty.path());

  EXPECT_THROW(StaticFiles{empty.path()}, std::runtime_error);
}

TEST(RouterFallback, AnswersPathsThatAreNoRoutesButNothingUnderTheApi) {
  Router router([](Request const&, Match&) { return Response{401, {}, {}, nullptr}; });
  router.add({"GET", "/healthz", Need::nothing(), answering([](Request const&) { return Response{}; })});
  router.fall_back_to(answering([](Request const&) { return Response{}; }));

  auto const status = [&](std::string method, std::string path) {
    auto const found = router.find({std::move(method), std::move(path), {}, {}, {}, {}, {}, {}});
    auto const* refused = std::get_if<Response>(&found);
    return refused == nullptr ? 200U : refused->status;
  };

  EXPECT_EQ(status("GET", "/complaints/R-7K3M-Q9PX"), 200U);
  EXPECT_EQ(status("HEAD", "/"), 200U);
  EXPECT_EQ(status("POST", "/"), 404U);
  EXPECT_EQ(status("POST", "/healthz"), 405U);
  EXPECT_EQ(status("GET", "/api/v1/nothing"), 404U);
}

}  // namespace
}  // namespace redress::http
