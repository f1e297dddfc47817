// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs sink.mjs, a real SMTP server, for as long as this object lives. Needs node and, beside sink.mjs, its node_modules.

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace redress::tests {

class SmtpSink {
 public:
  static std::filesystem::path home() { return std::filesystem::path(REDRESS_SOURCE_DIR) / "tests" / "support" / "smtp"; }
  static bool is_installed() { return std::filesystem::exists(home() / "node_modules" / "smtp-server") && std::system("node --version >/dev/null 2>&1") == 0; }

  /// Keeps what it accepts in `folder`, which must exist; the options are those of sink.mjs. Its port is 0 when it did not start.
  SmtpSink(std::filesystem::path folder, std::vector<std::string> options) : folder_(std::move(folder)) {
    std::array<int, 2> to_sink{};
    std::array<int, 2> from_sink{};
    if (::pipe2(to_sink.data(), O_CLOEXEC) != 0 || ::pipe2(from_sink.data(), O_CLOEXEC) != 0) std::abort();
    options.insert(options.begin(), {"node", (home() / "sink.mjs").string(), folder_.string()});
    std::vector<char*> arguments;
    for (auto& word : options) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) become_sink(to_sink[0], from_sink[1], arguments.data());
    ::close(to_sink[0]);
    ::close(from_sink[1]);
    input_ = to_sink[1];
    read_port(from_sink[0]);
  }
  SmtpSink(SmtpSink const&) = delete;
  SmtpSink& operator=(SmtpSink const&) = delete;
  ~SmtpSink() {
    ::close(input_);
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// The nth message it accepted, from 1; empty when there is none.
  [[nodiscard]] std::string message(int number) const { return content(std::to_string(number) + ".eml"); }
  [[nodiscard]] std::string envelope(int number) const { return content(std::to_string(number) + ".json"); }

 private:
  [[noreturn]] static void become_sink(int input, int output, char** arguments) {
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::execvp("node", arguments);
    ::_exit(127);
  }

  void read_port(int output) {
    auto* const lines = ::fdopen(output, "r");
    unsigned port = 0;
    if (std::fscanf(lines, "{\"port\":%u}", &port) == 1) port_ = static_cast<std::uint16_t>(port);
    std::fclose(lines);
  }

  [[nodiscard]] std::string content(std::string const& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::filesystem::path folder_;
  pid_t process_ = -1;
  int input_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace redress::tests
