// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/mail_out_bench.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "adapters/mail_out/smtp_mailer.hpp"
#include "tests/bench/desk.hpp"
#include "tests/bench/measurement.hpp"
#include "tests/support/sending_house.hpp"
#include "tests/support/smtp/faulty_sink.hpp"

namespace redress::bench {
namespace {

constexpr int letters = 2000;
constexpr int domains = 50;
constexpr int writers = 8;
/// As the settings are by default, but for the limit of a minute, which is not what is measured.
constexpr runtime::SendingLimits limits{.mails_per_minute_per_domain = 0};

/// The mail server, in a process of its own for as long as this lives.
class SinkProcess {
 public:
  SinkProcess() {
    std::array<int, 2> to_sink{};
    std::array<int, 2> from_sink{};
    if (::pipe2(to_sink.data(), O_CLOEXEC) != 0 || ::pipe2(from_sink.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(to_sink[0], STDIN_FILENO);
      ::dup2(from_sink[1], STDOUT_FILENO);
      ::execl("/proc/self/exe", "redress_bench", "smtp-sink-child", nullptr);
      ::_exit(127);
    }
    ::close(to_sink[0]);
    ::close(from_sink[1]);
    input_ = to_sink[1];
    auto* const lines = ::fdopen(from_sink[0], "r");
    unsigned port = 0;
    if (std::fscanf(lines, "%u", &port) != 1) throw std::runtime_error("the mail server did not start");
    std::fclose(lines);
    port_ = static_cast<std::uint16_t>(port);
  }
  SinkProcess(SinkProcess const&) = delete;
  SinkProcess& operator=(SinkProcess const&) = delete;
  ~SinkProcess() {
    ::close(input_);
    ::waitpid(process_, nullptr, 0);
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }

 private:
  pid_t process_ = -1;
  int input_ = -1;
  std::uint16_t port_ = 0;
};

/// A client that trusts everything it hears.
class BareClient {
 public:
  explicit BareClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int const yes = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("the mail server is not there");
    hear(1);
    say("EHLO bench.example\r\n", 2);
  }
  BareClient(BareClient const&) = delete;
  BareClient& operator=(BareClient const&) = delete;
  ~BareClient() { ::close(socket_); }

  void send_step_by_step(std::string const& from, std::string const& to, std::string const& content) {
    say(from, 1);
    say(to, 1);
    say("DATA\r\n", 1);
    say(content, 1);
  }
  void send_pipelined(std::string const& from, std::string const& to, std::string const& content) {
    say(from + to + "DATA\r\n", 3);
    say(content, 1);
  }

 private:
  void say(std::string_view text, int answer_lines) {
    while (!text.empty()) {
      auto const sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) throw std::runtime_error("the mail server hung up");
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    hear(answer_lines);
  }
  void hear(int lines) {
    std::array<char, 4096> buffer;
    while (lines > 0) {
      auto const count = ::recv(socket_, buffer.data(), buffer.size(), 0);
      if (count <= 0) throw std::runtime_error("the mail server hung up");
      lines -= static_cast<int>(std::count(buffer.data(), buffer.data() + count, '\n'));
    }
  }

  int socket_;
};

/// What a client could push at most, over as many connections.
template <class Send>
Figures bare(std::uint16_t port, std::string const& bytes, Send const& send) {
  std::vector<std::unique_ptr<BareClient>> clients;
  for (std::int64_t i = 0; i < limits.mails_at_once; ++i) clients.push_back(std::make_unique<BareClient>(port));
  auto const content = bytes + ".\r\n";
  return measure(static_cast<int>(clients.size()),
                 [&](int client) { send(*clients[static_cast<std::size_t>(client)], "MAIL FROM:<>\r\n", "RCPT TO:<anna@home.example>\r\n", content); });
}

void queue_letters(testing::SendingHouse& house) {
  std::vector<std::jthread> threads;
  for (int writer = 0; writer < writers; ++writer)
    threads.emplace_back([&house, writer] {
      for (int i = writer; i < letters; i += writers) (void)house.queue_letter(fmt::format("anna@domain-{}.example", i % domains));
    });
}

mail_out::SmtpSettings settings_for(SinkProcess const& sink) {
  mail_out::SmtpSettings settings;
  settings.host = "127.0.0.1";
  settings.port = sink.port();
  settings.tls = mail_out::TlsPolicy::None;
  return settings;
}

/// In seconds, from the first letter to the last report of one.
double send_all(testing::SendingHouse& house) {
  auto const begin = std::chrono::steady_clock::now();
  house.start();
  if (!house.sends_all()) throw std::runtime_error("the letters were not sent within a minute");
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

void bench_mail_out() {
  SinkProcess const sink;
  Folder const folder;
  mail_out::SmtpMailer smtp(settings_for(sink));
  testing::NotingMailer mailer(smtp);
  testing::SendingHouse house(folder.path(), mailer, limits, {});
  queue_letters(house);
  auto const bytes = house.store->due_outbox(house.clock.now(), 1).at(0).message.bytes;

  auto const commits = raw_commits_per_second();
  auto const step_by_step = bare(sink.port(), bytes, [](BareClient& client, auto const&... parts) { client.send_step_by_step(parts...); });
  print("raw-limit-smtp", static_cast<int>(limits.mails_at_once), step_by_step);
  auto const pipelined = bare(sink.port(), bytes, [](BareClient& client, auto const&... parts) { client.send_pipelined(parts...); });
  print("raw-limit-smtp-pipelined", static_cast<int>(limits.mails_at_once), pipelined);
  auto const per_second = letters / send_all(house);

  if (mailer.count(ports::DeliveryResult::Accepted) != letters) throw std::runtime_error("a letter was sent twice, or not");
  std::cout << fmt::format(
                   "{{\"bench\":\"mail-out\",\"store\":\"sqlite\",\"concurrency\":{},\"per_s\":{:.0f},\"letters\":{},\"letter_bytes\":{},\"goal_per_s\":300,"
                   "\"ratio_to_raw_smtp\":{:.2f},\"ratio_to_raw_commits\":{:.2f}}}",
                   limits.mails_at_once, per_second, letters, bytes.size(), per_second / step_by_step.per_second, per_second / commits)
            << std::endl;
}

int run_smtp_sink() {
  testing::FaultySink sink({}, {}, testing::FaultySink::Keeping::Nothing);
  sink.listen();
  std::cout << sink.port() << std::endl;
  char byte = 0;
  while (::read(STDIN_FILENO, &byte, 1) > 0) continue;
  return 0;
}

}  // namespace redress::bench
