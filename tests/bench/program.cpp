// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace redress::bench {
namespace {

std::string slurp(std::filesystem::path const& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string announced_address(std::filesystem::path const& data) {
  auto const text = slurp(data / "server.json");
  auto const at = text.find("http://");
  return at == std::string::npos ? std::string() : text.substr(at, text.find('"', at) - at);
}

}  // namespace

Program::Program() {
  std::string const program = REDRESS_PROGRAM;
  std::string const data_option = "--data=" + (folder_.path() / "data").string();
  char const* const arguments[] = {program.c_str(), data_option.c_str(), "serve", "--listen=127.0.0.1:0", nullptr};
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
  auto const failed = ::posix_spawn(&process_, program.c_str(), &quiet, nullptr, const_cast<char**>(arguments), environ);
  posix_spawn_file_actions_destroy(&quiet);
  if (failed != 0) throw std::runtime_error("the program cannot be started");
  while (address_.empty()) {
    if (::waitpid(process_, nullptr, WNOHANG) != 0) throw std::runtime_error("the program did not start");
    address_ = announced_address(folder_.path() / "data");
  }
}

Program::~Program() {
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
}

std::uint16_t Program::port() const {
  return static_cast<std::uint16_t>(std::stoul(address_.substr(address_.rfind(':') + 1)));
}

std::string Program::token() const {
  auto const text = slurp(folder_.path() / "data" / "keys" / "api-token");
  return text.substr(0, text.find('\n'));
}

double Program::resident_megabytes() const {
  return static_cast<double>(status("VmRSS:")) / 1024;
}

long Program::threads() const {
  return status("Threads:");
}

std::chrono::milliseconds Program::processor_time() const {
  auto const text = slurp(fmt::format("/proc/{}/stat", process_));
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  constexpr int fields_before = 11;
  for (int i = 0; i < fields_before; ++i) fields >> skipped;
  long user = 0;
  long system = 0;
  fields >> user >> system;
  return std::chrono::milliseconds((user + system) * 1000 / ::sysconf(_SC_CLK_TCK));
}

long Program::status(std::string const& name) const {
  std::ifstream lines(fmt::format("/proc/{}/status", process_));
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(name)) return std::stol(line.substr(name.size()));
  return 0;
}

}  // namespace redress::bench
