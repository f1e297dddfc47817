// SPDX-License-Identifier: Apache-2.0
#pragma once

// An SMTP server on a free port of the loopback that answers as a test tells it: right, wrong, half or not at all. One connection at a
// time, no TLS.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace redress::tests {

class ScriptedServer {
 public:
  /// What to answer on the nth connection (from 1) to a command; "CONNECT" stands for the connection itself and "." for the end of a
  /// message. Empty text: silence. Nothing: the connection is cut. Text without a line end: it is cut there.
  using Answer = std::function<std::optional<std::string>(int connection, std::string_view command)>;

  /// A server that takes everything.
  static std::optional<std::string> accept(std::string_view command) {
    if (command == "CONNECT") return "220 scripted.example ready\r\n";
    if (command.starts_with("EHLO")) return "250-scripted.example\r\n250 8BITMIME\r\n";
    if (command == "DATA") return "354 go on\r\n";
    if (command == ".") return "250 2.0.0 queued as 42\r\n";
    return "250 2.0.0 fine\r\n";
  }

  explicit ScriptedServer(Answer answer = [](int, std::string_view command) { return accept(command); }) : answer_(std::move(answer)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0) std::abort();
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ScriptedServer(ScriptedServer const&) = delete;
  ScriptedServer& operator=(ScriptedServer const&) = delete;
  ~ScriptedServer() {
    ::shutdown(listener_, SHUT_RDWR);
    ::shutdown(open_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] int connections() const { return connections_; }
  /// As they came over the wire, without the final dot.
  [[nodiscard]] std::vector<std::string> messages() const {
    std::scoped_lock const alone(mutex_);
    return messages_;
  }
  [[nodiscard]] std::vector<std::string> commands() const {
    std::scoped_lock const alone(mutex_);
    return commands_;
  }

 private:
  void serve() {
    for (;;) {
      int const connection = ::accept(listener_, nullptr, nullptr);
      if (connection < 0) return;
      open_ = connection;
      converse(connection, ++connections_);
      open_ = -1;
      ::close(connection);
    }
  }

  void converse(int socket, int number) {
    std::string unread;
    for (std::optional<std::string> command = "CONNECT"; command; command = take(socket, unread, "\r\n")) {
      note(commands_, *command);
      if (!say(socket, number, *command)) return;
      if (*command != "DATA") continue;
      // The line end before the dot belongs to the message; a message cannot be empty here.
      auto const message = take(socket, unread, "\r\n.\r\n");
      if (!message) return;
      note(messages_, *message + "\r\n");
      if (!say(socket, number, ".")) return;
    }
  }

  bool say(int socket, int number, std::string_view command) {
    auto const text = answer_(number, command);
    if (text) (void)!::send(socket, text->data(), text->size(), MSG_NOSIGNAL);
    return text && (text->empty() || text->ends_with('\n'));
  }

  static std::optional<std::string> take(int socket, std::string& unread, std::string_view end) {
    std::array<char, 4096> buffer{};
    auto at = unread.find(end);
    while (at == std::string::npos) {
      auto const count = ::recv(socket, buffer.data(), buffer.size(), 0);
      if (count <= 0) return std::nullopt;
      unread.append(buffer.data(), static_cast<std::size_t>(count));
      at = unread.find(end);
    }
    auto taken = unread.substr(0, at);
    unread.erase(0, at + end.size());
    return taken;
  }

  void note(std::vector<std::string>& list, std::string text) {
    std::scoped_lock const alone(mutex_);
    list.push_back(std::move(text));
  }

  Answer answer_;
  int listener_ = -1;
  std::atomic<int> open_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> messages_;
  std::vector<std::string> commands_;
  std::thread thread_;
};

}  // namespace redress::tests
