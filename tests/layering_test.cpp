// SPDX-License-Identifier: Apache-2.0
// Which layer may include what. A link line cannot catch a header; a test can. docs/architecture.md says why the layers are as they are.
#include <gtest/gtest.h>

#include <optional>

#include "tests/repository.hpp"

namespace redress::repository {
namespace {

using Names = std::vector<std::string_view>;

struct Layer {
  std::string_view folder;
  Names ours;       ///< beginnings of paths that it may include; its own folder always
  Names libraries;  ///< beginnings of third-party headers that it may include
};

/// The first that fits counts.
std::vector<Layer> const layers{
    {"cmake/precompiled.", {"engine/domain/"}, {"fmt/"}},
    {"engine/domain/", {}, {"fmt/", "date/"}},
    {"engine/ports/", {"engine/domain/"}, {}},
    {"engine/runtime/", {"engine/domain/", "engine/ports/"}, {"fmt/", "spdlog/"}},
    {"workflows/transition_table.hpp", {"engine/domain/", "workflows/"}, {"boost/mp11", "boost/msm/"}},
    {"workflows/", {"engine/domain/", "engine/ports/workflow.hpp"}, {"fmt/"}},
    {"adapters/app/", {"engine/", "workflows/", "adapters/"}, {"CLI/", "boost/json", "fmt/", "spdlog/", "toml++/"}},
    {"adapters/codec/", {"engine/"}, {"boost/json", "fmt/", "openssl/", "unicode/"}},
    {"adapters/exports/", {"engine/", "adapters/codec/"}, {"boost/json", "fmt/"}},
    {"adapters/http/", {"engine/", "adapters/codec/"}, {"boost/asio", "boost/beast", "boost/json", "boost/system", "fmt/", "openssl/", "spdlog/"}},
    {"adapters/letters/",
     {"engine/", "adapters/codec/"},
     {"cairo", "date/", "fmt/", "fontconfig/", "gmime/", "libical/", "openssl/", "pango/", "toml++/", "unicode/"}},
    {"adapters/mail_in/", {"engine/", "adapters/codec/"}, {"fmt/", "gmime/", "sodium.h", "unicode/"}},
    {"adapters/mail_out/", {"engine/", "adapters/codec/"}, {"Poco/", "fmt/", "openssl/"}},
    {"adapters/mailboxes/", {"engine/", "adapters/codec/"}, {"curl/", "fmt/", "sodium.h", "spdlog/", "unicode/"}},
    {"adapters/oidc/", {"engine/", "adapters/codec/"}, {"boost/json", "cjose/", "curl/"}},
    {"adapters/rules/", {"engine/", "adapters/codec/"}, {"boost/json/", "fmt/", "toml++/"}},
    {"adapters/store/", {"engine/", "adapters/codec/"}, {"fmt/", "soci/"}},
    {"adapters/webhooks/", {"engine/", "adapters/codec/"}, {"Poco/", "fmt/", "openssl/"}},
    {"adapters/wording/", {"engine/", "adapters/codec/"}, {"fmt/", "toml++/", "unicode/"}},
    {"adapters/system/", {"engine/", "adapters/codec/"}, {"fmt/", "sodium.h"}},
};

Names const third_party{"CLI/",     "Poco/", "benchmark/", "boost/", "cairo",      "cjose/",  "curl/", "date/",  "fmt/",    "fontconfig/", "gmime/",  "gtest/",
                        "libical/", "libpq", "openssl/",   "pango/", "postgresql", "sodium.", "soci/", "spdlog", "sqlite3", "toml++/",     "unicode/"};

/// What is outside of the function of history, command and now that the domain, the ports and the workflows are.
Names const world{"atomic", "condition_variable", "csignal",      "ctime",      "filesystem", "fstream", "future", "iostream", "mutex",
                  "random", "semaphore",          "shared_mutex", "stop_token", "thread"};

bool begins_with_one_of(std::string_view text, Names const& beginnings) {
  return std::ranges::any_of(beginnings, [&](auto beginning) { return text.starts_with(beginning); });
}

struct Include {
  std::string_view header;
  bool is_quoted = false;
};

std::optional<Include> include_of(std::string_view line) {
  if (!line.starts_with("#include ") || line.size() < 12) return std::nullopt;
  line.remove_prefix(9);
  auto const end = line.find(line.front() == '"' ? '"' : '>', 1);
  return Include{line.substr(1, end - 1), line.front() == '"'};
}

Layer const* layer_of(File const& file) {
  auto const layer = std::ranges::find_if(layers, [&](auto const& one) { return file.is_under(one.folder); });
  return layer == layers.end() ? nullptr : &*layer;
}

bool is_pure(File const& file) {
  return file.is_under("engine/domain/") || file.is_under("engine/ports/") || file.is_under("workflows/");
}

/// The rule that the include breaks; empty when it breaks none.
std::string broken_rule(File const& file, Layer const& layer, Include const& include) {
  auto const header = include.header;
  if (header == "workflows/transition_table.hpp" && !file.ends_with("/machine.cpp")) return "only a machine.cpp may include the transition tables";
  if (include.is_quoted) {
    auto const own = layer.folder.substr(0, layer.folder.rfind('/') + 1);
    return header.starts_with(own) || begins_with_one_of(header, layer.ours) ? "" : "this layer may not include " + std::string(header);
  }
  if (is_pure(file) && std::ranges::find(world, header) != world.end()) return "clocks, threads, chance and files stay outside: " + std::string(header);
  if (is_pure(file) && header.ends_with(".h") && !begins_with_one_of(header, layer.libraries)) return "the system stays outside: " + std::string(header);
  if (!begins_with_one_of(header, third_party) || begins_with_one_of(header, layer.libraries)) return "";
  return "this layer does not use the library of " + std::string(header);
}

void keep_to_layers(File const& file, Findings& findings) {
  auto const* layer = layer_of(file);
  if (!file.is_cpp() || layer == nullptr) return;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    auto const include = include_of(file.lines[i]);
    if (!include) continue;
    auto const rule = broken_rule(file, *layer, *include);
    if (!rule.empty()) findings.push_back(finding(file, i + 1, rule));
  }
}

void belong_to_a_layer(File const& file, Findings& findings) {
  if (!file.is_cpp() || file.is_under("tests/") || layer_of(file) != nullptr) return;
  findings.push_back(finding(file, 1, "no layer has this file; see tests/layering_test.cpp"));
}

void read_no_clock(File const& file, Findings& findings) {
  if (!file.is_cpp() || !is_pure(file)) return;
  auto const code = invented(file.path, without_comments_and_literals(file.text));
  for (std::size_t i = 0; i < code.lines.size(); ++i)
    if (code.lines[i].find("_clock::now") != std::string_view::npos) findings.push_back(finding(file, i + 1, "time comes in as an argument"));
}

template <class Rule>
Findings found_in(Rule const& rule, File const& file) {
  Findings findings;
  rule(file, findings);
  return findings;
}

TEST(Layering, IsKeptByEveryInclude) {
  auto const findings = find_everywhere(keep_to_layers);

  EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Layering, HasAPlaceForEverySource) {
  auto const findings = find_everywhere(belong_to_a_layer);

  EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Layering, LetsNoClockIntoTheDomainThePortsAndTheWorkflows) {
  auto const findings = find_everywhere(read_no_clock);

  EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Layering, NamesFileLineAndRuleOfAnOffence) {
  auto const findings = found_in(keep_to_layers, invented("adapters/mail_in/a.cpp", "// A line.\n#include \"adapters/mail_out/b.hpp\"\n"));

  EXPECT_EQ(findings, Findings{"adapters/mail_in/a.cpp:2: this layer may not include adapters/mail_out/b.hpp"});
}

TEST(Layering, RefusesWhatEachLayerMustDoWithout) {
  struct {
    std::string path;
    std::string include;
  } const offences[]{
      {"engine/domain/a.hpp", "<boost/json/value.hpp>"},
      {"engine/domain/a.cpp", "<thread>"},
      {"engine/domain/a.cpp", "<unistd.h>"},
      {"engine/domain/a.cpp", "\"engine/ports/store.hpp\""},
      {"engine/ports/a.hpp", "\"engine/runtime/engine.hpp\""},
      {"engine/runtime/a.cpp", "\"workflows/catalogue.hpp\""},
      {"engine/runtime/a.cpp", "<soci/soci.h>"},
      {"workflows/a.cpp", "\"engine/ports/store.hpp\""},
      {"workflows/promise/machine.cpp", "<boost/msm/front.hpp>"},
      {"workflows/policies/a.cpp", "\"workflows/transition_table.hpp\""},
      {"workflows/a.cpp", "\"adapters/codec/leaf.hpp\""},
      {"adapters/http/a.cpp", "\"workflows/catalogue.hpp\""},
      {"adapters/http/a.cpp", "<Poco/Net/DNS.h>"},
      {"adapters/codec/a.cpp", "\"adapters/store/open_store.hpp\""},
      {"adapters/http/a.cpp", "\"tests/repository.hpp\""},
  };

  for (auto const& [path, include] : offences)
    EXPECT_EQ(found_in(keep_to_layers, invented(path, "#include " + include + "\n")).size(), 1u) << path << " " << include;
}

TEST(Layering, AllowsWhatEachLayerIsMadeOf) {
  struct {
    std::string path;
    std::string include;
  } const fair[]{
      {"engine/domain/a.hpp", "<fmt/format.h>"},
      {"engine/runtime/a.cpp", "<thread>"},
      {"workflows/a/machine.cpp", "\"workflows/transition_table.hpp\""},
      {"adapters/http/a.cpp", "\"adapters/codec/leaf.hpp\""},
      {"adapters/app/a.cpp", "\"workflows/catalogue.hpp\""},
      {"adapters/store/a.cpp", "<unistd.h>"},
  };

  for (auto const& [path, include] : fair)
    EXPECT_EQ(found_in(keep_to_layers, invented(path, "#include " + include + "\n")), Findings{}) << path << " " << include;
}

}  // namespace
}  // namespace redress::repository
