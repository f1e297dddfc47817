// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "adapters/http/api.hpp"
#include "adapters/http/client.hpp"
#include "adapters/http/server.hpp"
#include "adapters/letters/deadline_explainer.hpp"
#include "adapters/mail_in/file_mail_journal.hpp"
#include "adapters/mail_in/gmime_mail_reader.hpp"
#include "engine/runtime/mail_desk.hpp"
#include "tests/bench/desk.hpp"
#include "tests/bench/measurement.hpp"
#include "tests/support/operator_desk.hpp"

namespace redress::bench {
namespace {

/// One kept-alive connection that sends the same kind of request again and again.
class Connection {
 public:
  explicit Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int const yes = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("the server cannot be reached");
  }
  ~Connection() { ::close(socket_); }
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  /// Throws unless the answer is 200.
  void exchange(std::string const& request) {
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size())) throw std::runtime_error("not sent");
    std::string answer;
    std::size_t whole = std::string::npos;
    while (answer.size() < whole) {
      char buffer[8192];
      auto const got = ::recv(socket_, buffer, sizeof buffer, 0);
      if (got <= 0) throw std::runtime_error("the connection was lost");
      answer.append(buffer, static_cast<std::size_t>(got));
      if (whole == std::string::npos) whole = length_of(answer);
    }
    if (!answer.starts_with("HTTP/1.1 200")) throw std::runtime_error(answer.substr(0, answer.find('\r')));
  }

 private:
  static std::size_t length_of(std::string const& answer) {
    auto const head = answer.find("\r\n\r\n");
    if (head == std::string::npos) return std::string::npos;
    auto const at = answer.find("Content-Length: ");
    return head + 4 + std::stoul(answer.substr(at + 16));
  }

  int socket_;
};

std::string request_of(Reference const& reference) {
  std::string const body = R"({"direction":"out","channel":"email","summary":"They wrote that the parcel has come at last, and asked about the fee."})";
  return fmt::format(
      "POST /api/v1/complaints/{}/commands/record-contact HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer bench\r\nContent-Type: "
      "application/json\r\nContent-Length: {}\r\n\r\n{}",
      reference.value, body.size(), body);
}

void bench_http_at(int clients, double raw) {
  Folder const folder;
  Desk desk(folder.path());
  auto const references = desk.receive(clients);
  mail_in::FileMailJournal journal(folder.path() / "journal");
  mail_in::GmimeMailReader reader;
  runtime::MailDesk mail_desk(*desk.engine, journal, reader, desk.identifiers);
  runtime::Quarantine quarantine(*desk.engine, journal, reader);
  letters::DeadlineExplainer const explainer(std::filesystem::path(REDRESS_SOURCE_DIR) / "templates");
  http::Broadcast broadcast;
  http::Metrics metrics;
  testing::OperatorDesk access(*desk.store, desk.engine->clock(), "bench");
  http::Settings settings;
  settings.port = 0;
  http::Server server(settings, http::make_router({*desk.engine, mail_desk, quarantine, *desk.letters, *desk.wording, explainer, broadcast, metrics,
                                                   [](Reason, Language, std::string_view) { return std::string(); }, access.desk}));
  server.start();
  std::vector<std::unique_ptr<Connection>> connections;
  std::vector<std::string> requests;
  for (auto const& reference : references) {
    connections.push_back(std::make_unique<Connection>(server.port()));
    requests.push_back(request_of(reference));
  }
  auto const figures =
      measure(clients, [&](int client) { connections[static_cast<std::size_t>(client)]->exchange(requests[static_cast<std::size_t>(client)]); });
  print("http-command", clients, figures, fmt::format(",\"ratio_to_raw\":{:.2f}", figures.per_second / raw));
  connections.clear();
  server.stop();
}

/// Of a process, in kilobytes.
long resident_kilobytes(pid_t process) {
  std::ifstream status(fmt::format("/proc/{}/status", process));
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
  return 0;
}

std::string announced_address(std::filesystem::path const& data) {
  std::ifstream file(data / "server.json");
  std::string const text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto const at = text.find("http://");
  return at == std::string::npos ? std::string() : text.substr(at, text.find('"', at) - at);
}

}  // namespace

void bench_http() {
  for (int const clients : {1, 16, 64}) bench_http_at(clients, raw_commits_per_second());
}

void bench_server() {
  using Steady = std::chrono::steady_clock;
  Folder const folder;
  auto const data = folder.path() / "data";
  std::string const program = REDRESS_PROGRAM;
  std::string const data_option = "--data=" + data.string();
  char const* const arguments[] = {program.c_str(), data_option.c_str(), "serve", "--listen=127.0.0.1:0", nullptr};
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
  auto const begin = Steady::now();
  pid_t process = 0;
  if (::posix_spawn(&process, program.c_str(), &quiet, nullptr, const_cast<char**>(arguments), environ) != 0) throw std::runtime_error("not started");
  std::string address;
  while (address.empty()) address = announced_address(data);
  if (http::Client(address, "").request("GET", "/healthz").status != 200) throw std::runtime_error("the server is not well");
  auto const ready = std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
  auto const resident = resident_kilobytes(process);
  ::kill(process, SIGTERM);
  ::waitpid(process, nullptr, 0);
  posix_spawn_file_actions_destroy(&quiet);
  std::cout << fmt::format("{{\"bench\":\"server-start\",\"store\":\"sqlite\",\"first_answer_ms\":{:.0f},\"idle_rss_mb\":{:.1f}}}", ready,
                           static_cast<double>(resident) / 1024)
            << std::endl;
}

}  // namespace redress::bench
