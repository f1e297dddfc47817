// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/http_bench.hpp"

#include <chrono>
#include <cstdlib>
#include <future>
#include <iostream>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "adapters/http/client.hpp"
#include "tests/bench/http_client.hpp"
#include "tests/bench/http_house.hpp"
#include "tests/bench/program.hpp"

namespace redress::bench {
namespace {

std::string request_of(Reference const& reference) {
  std::string const body = R"({"direction":"out","channel":"email","summary":"They wrote that the parcel has come at last, and asked about the fee."})";
  return fmt::format(
      "POST /api/v1/complaints/{}/commands/record-contact HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer bench\r\nContent-Type: "
      "application/json\r\nContent-Length: {}\r\n\r\n{}",
      reference.value, body.size(), body);
}

void bench_http_at(int clients, double raw) {
  HttpHouse house;
  std::vector<std::unique_ptr<HttpClient>> connections;
  std::vector<std::string> requests;
  for (auto const& reference : house.desk().receive(clients)) {
    connections.push_back(std::make_unique<HttpClient>(house.port()));
    requests.push_back(request_of(reference));
  }
  auto const figures =
      measure(clients, [&](int client) { connections[static_cast<std::size_t>(client)]->exchange(requests[static_cast<std::size_t>(client)]); });
  print("http-command", clients, figures, fmt::format(",\"ratio_to_raw\":{:.2f}", figures.per_second / raw));
}

void bench_get(HttpHouse const& house, std::string const& name, std::string const& target, int clients, std::string const& extra = {}) {
  auto const request = get_request(target, "bench");
  std::vector<std::unique_ptr<HttpClient>> connections;
  for (int i = 0; i < clients; ++i) connections.push_back(std::make_unique<HttpClient>(house.port()));
  print(name, clients, measure(clients, [&](int client) { connections[static_cast<std::size_t>(client)]->exchange(request); }), extra);
}

/// By many at a time, since commits are shared.
void receive_many(Desk& desk, int complaints) {
  constexpr int clerks = 32;
  std::vector<std::future<void>> parts;
  for (int i = 0; i < clerks; ++i)
    parts.push_back(std::async(std::launch::async, [&desk, part = (complaints + i) / clerks] { static_cast<void>(desk.receive(part)); }));
  for (auto& part : parts) part.get();
}

/// How many complaints stand behind the long worklist; fewer for a quick look.
int many() {
  auto const* wanted = std::getenv("REDRESS_BENCH_COMPLAINTS");
  return wanted == nullptr ? 100'000 : std::stoi(wanted);
}

void bench_worklists(HttpHouse const& house, int complaints) {
  auto const extra = fmt::format(",\"complaints\":{}", complaints);
  bench_get(house, "http-worklist", "/api/v1/complaints?limit=50", 1, extra);
  bench_get(house, "http-worklist-200", "/api/v1/complaints?limit=200", 1, extra);
  bench_get(house, "http-worklist-of-a-stage", "/api/v1/complaints?limit=50&stage=Received", 1, extra);
  bench_get(house, "http-worklist-of-an-empty-stage", "/api/v1/complaints?limit=50&stage=Closed", 1, extra);
  bench_get(house, "http-worklist-of-a-handler", "/api/v1/complaints?limit=50&handler=staff-01", 1, extra);
  bench_get(house, "http-worklist-by-name", "/api/v1/complaints?limit=50&q=liepa", 1, extra);
  bench_get(house, "http-worklist-by-no-name", "/api/v1/complaints?limit=50&q=nobody", 1, extra);
}

}  // namespace

void bench_http() {
  for (int const clients : {1, 16, 64}) bench_http_at(clients, raw_commits_per_second());
}

void bench_http_reading() {
  constexpr int few = 200;
  HttpHouse house;
  auto const references = house.desk().receive(few);
  for (int const clients : {1, 16}) bench_get(house, "http-complaint", "/api/v1/complaints/" + references.front().value, clients);
  bench_get(house, "http-small", "/healthz", 64);
  bench_worklists(house, few);
  receive_many(house.desk(), many() - few);
  bench_worklists(house, many());
}

void bench_server() {
  using Steady = std::chrono::steady_clock;
  auto const begin = Steady::now();
  Program const program;
  if (http::Client(program.address(), "").request("GET", "/healthz").status != 200) throw std::runtime_error("the server is not well");
  auto const ready = std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
  std::cout << fmt::format("{{\"bench\":\"server-start\",\"store\":\"sqlite\",\"first_answer_ms\":{:.0f},\"idle_rss_mb\":{:.1f}}}", ready,
                           program.resident_megabytes())
            << std::endl;
}

}  // namespace redress::bench
