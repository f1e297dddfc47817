// SPDX-License-Identifier: Apache-2.0
// What the API says of itself names nothing that is missing.
#include <gtest/gtest.h>

#include <string>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "adapters/http/api.hpp"

namespace redress::http {
namespace {

TEST(HttpOpenApi, NamesNoSchemaThatIsMissing) {
  auto const text = openapi_document();
  auto const document = boost::json::parse(text);
  auto const& schemas = document.at("components").at("schemas").as_object();
  std::string const start = "#/components/schemas/";

  for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
    auto const name = text.substr(at + start.size(), text.find('"', at) - at - start.size());
    EXPECT_TRUE(schemas.contains(name)) << name;
  }
}

}  // namespace
}  // namespace redress::http
