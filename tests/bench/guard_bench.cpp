// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>

#include "adapters/http/client.hpp"
#include "tests/bench/http_bench.hpp"
#include "tests/bench/http_client.hpp"
#include "tests/bench/program.hpp"

namespace redress::bench {
namespace {

constexpr int slow_clients = 1000;
constexpr int listeners = 500;

void allow_many_descriptors() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// Clients who begin something and go on with it a byte now and then. Whoever is cut off comes back.
class Crowd {
 public:
  explicit Crowd(std::uint16_t port) : port_(port) {
    for (std::size_t i = 0; i < slow_clients; ++i) slow_.push_back(begin(i));
    thread_ = std::thread([this] { trickle(); });
  }
  ~Crowd() {
    stopping_ = true;
    thread_.join();
  }

 private:
  [[nodiscard]] std::unique_ptr<HttpClient> begin(std::size_t number) const {
    static std::string const beginnings[] = {
        "GET /healthz HTTP/1.1\r\nHost: x\r\nA: ",
        "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 16000\r\n\r\n",
        "GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\nGET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n",
    };
    auto client = std::make_unique<HttpClient>(port_);
    client->send(beginnings[number % std::size(beginnings)]);
    return client;
  }

  void trickle() {
    constexpr std::chrono::milliseconds pause{500};
    while (!stopping_) {
      for (std::size_t i = 0; i < slow_.size(); ++i)
        if (i % 3 != 2 && ::send(slow_[i]->socket(), "a", 1, MSG_NOSIGNAL | MSG_DONTWAIT) != 1) slow_[i] = begin(i);
      std::this_thread::sleep_for(pause);
    }
  }

  std::uint16_t const port_;
  std::vector<std::unique_ptr<HttpClient>> slow_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

void receive_one(Program const& program) {
  auto const reply =
      http::Client(program.address(), program.token())
          .request("POST", "/api/v1/complaints", R"({"channel":"email","language":"en","complainant":{"name":"Anna"},"narrative":"It came late."})",
                   {{"Content-Type", "application/json"}});
  if (reply.status != 201) throw std::runtime_error("no complaint was received");
}

void bench_ordinary_requests(Program const& program, std::string const& extra) {
  constexpr int clients = 8;
  auto const request = get_request("/api/v1/complaints?limit=50", program.token());
  // A connection for each request, as whoever comes anew has none yet.
  print("guard-ordinary", clients, measure(clients, [&](int) { HttpClient(program.port()).exchange(request); }), extra);
}

void bench_listeners(Program const& program) {
  constexpr std::chrono::seconds watched{30};
  auto const threads = program.threads();
  auto const resident = program.resident_megabytes();
  std::vector<std::unique_ptr<HttpClient>> all;
  for (int i = 0; i < listeners; ++i) {
    all.push_back(std::make_unique<HttpClient>(program.port()));
    all.back()->send(get_request("/api/v1/events", program.token()));
    all.back()->receive_until(": listening");
  }
  auto const before = program.processor_time();
  std::this_thread::sleep_for(watched);
  auto const spent = program.processor_time() - before;
  std::cout
      << fmt::format(
             "{{\"bench\":\"guard-listeners\",\"store\":\"sqlite\",\"concurrency\":{},\"core_percent\":{:.2f},\"threads_more\":{},\"rss_mb_more\":{:.1f}}}",
             listeners, 100.0 * static_cast<double>(spent.count()) / static_cast<double>(std::chrono::milliseconds(watched).count()),
             program.threads() - threads, program.resident_megabytes() - resident)
      << std::endl;
}

}  // namespace

void bench_guard() {
  allow_many_descriptors();
  Program const program;
  receive_one(program);
  bench_ordinary_requests(program, ",\"slow_clients\":0");
  {
    auto const resident = program.resident_megabytes();
    Crowd const crowd(program.port());
    bench_ordinary_requests(program, fmt::format(",\"slow_clients\":{}", slow_clients));
    std::cerr << fmt::format("{:.1f} MB more with the crowd\n", program.resident_megabytes() - resident);
  }
  bench_listeners(program);
}

}  // namespace redress::bench
