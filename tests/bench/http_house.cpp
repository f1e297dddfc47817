// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/http_house.hpp"

#include <filesystem>

namespace redress::bench {
namespace {

http::Settings on_any_port() {
  http::Settings settings;
  settings.port = 0;
  return settings;
}

}  // namespace

HttpHouse::HttpHouse() : explainer_(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates"), server_(on_any_port(), router()) {
  server_.start();
}

http::Router HttpHouse::router() {
  return http::make_router({*desk_.engine, mail_desk_, quarantine_, *desk_.letters, *desk_.wording, explainer_, broadcast_, metrics_,
                            [](Reason, Language, std::string_view) { return std::string(); }, access_.desk, access_.readings, access_.read_log});
}

}  // namespace redress::bench
