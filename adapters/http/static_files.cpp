// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/static_files.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "adapters/http/preferences.hpp"
#include "adapters/http/problem.hpp"

namespace redress::http {

namespace {

constexpr std::string_view page = "/index.html";
constexpr std::string_view assets = "/assets/";

/// Nothing from elsewhere, nothing inline: what a letter or a mail brings along cannot run.
constexpr auto content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'; object-src 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> types{{{".html", "text/html; charset=utf-8"},
                                                                              {".js", "text/javascript; charset=utf-8"},
                                                                              {".css", "text/css; charset=utf-8"},
                                                                              {".json", "application/json"},
                                                                              {".svg", "image/svg+xml"},
                                                                              {".png", "image/png"},
                                                                              {".woff2", "font/woff2"},
                                                                              {".txt", "text/plain; charset=utf-8"}}};

std::string type_of(std::filesystem::path const& file) {
  auto const extension = file.extension().string();
  for (auto const& [ending, type] : types)
    if (ending == extension) return std::string(type);
  return "application/octet-stream";
}

std::shared_ptr<std::string const> slurp(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("a file of the UI cannot be read: " + file.string());
  return std::make_shared<std::string const>(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
}

bool takes_gzip(Request const& request) {
  auto const accepted = preferences(request.header("Accept-Encoding"));
  return std::ranges::find(accepted, "gzip") != accepted.end();
}

}  // namespace

StaticFiles::StaticFiles(std::filesystem::path const& folder) {
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".gz") continue;
    auto const packed = std::filesystem::path(entry.path()) += ".gz";
    File file{type_of(entry.path()), slurp(entry.path()), std::filesystem::exists(packed) ? slurp(packed) : nullptr};
    files_.emplace("/" + entry.path().lexically_relative(folder).generic_string(), std::move(file));
  }
  if (!files_.contains(page)) throw std::runtime_error("there is no built UI in " + folder.string());
}

StaticFiles::File const* StaticFiles::find(std::string_view path) const {
  auto const found = files_.find(path);
  if (found != files_.end()) return &found->second;
  // A page where a script was asked for would only be a stranger failure.
  return path.starts_with(assets) ? nullptr : &files_.find(page)->second;
}

Response StaticFiles::answer(Request const& request) const {
  auto const* file = find(request.path);
  if (file == nullptr) return problem(404, "There is nothing at this path.");
  bool const packed = file->packed && takes_gzip(request);
  Response response{200, {{"Content-Type", file->type}, {"Content-Security-Policy", content_policy}, {"Vary", "Accept-Encoding"}}, {}, nullptr};
  response.headers.push_back({"Cache-Control", request.path.starts_with(assets) ? "public, max-age=31536000, immutable" : "no-cache"});
  if (packed) response.headers.push_back({"Content-Encoding", "gzip"});
  response.shared_body = packed ? file->packed : file->content;
  return response;
}

}  // namespace redress::http
