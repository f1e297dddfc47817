// SPDX-License-Identifier: Apache-2.0
#pragma once

// An HTTP server on a free port of the loopback that answers each request as a test tells it, or hangs up, or stays silent. One connection at a time, and one
// request on each.

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

struct HttpRequest {
  std::string head;
  std::string body;

  /// The value of the header, which the head must spell as it is spelt here; empty when it is not there.
  [[nodiscard]] std::string header(std::string_view name) const {
    auto const start = head.find("\r\n" + std::string(name) + ": ");
    if (start == std::string::npos) return {};
    auto const value = start + 4 + name.size();
    return head.substr(value, head.find("\r\n", value) - value);
  }
};

class HttpReceiver {
 public:
  /// What to answer to the nth request (from 1): a whole response. Nothing: the connection is cut. Empty text: silence until the other side gives up.
  using Answer = std::function<std::optional<std::string>(int request)>;

  explicit HttpReceiver(Answer answer) : answer_(std::move(answer)) {
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
  HttpReceiver(HttpReceiver const&) = delete;
  HttpReceiver& operator=(HttpReceiver const&) = delete;
  ~HttpReceiver() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }

  static std::string answer(int status, std::string_view headers = {}) {
    return "HTTP/1.1 " + std::to_string(status) + " Told so\r\nContent-Length: 0\r\n" + std::string(headers) + "\r\n";
  }

  [[nodiscard]] std::string url(std::string_view scheme = "http") const { return std::string(scheme) + "://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] std::vector<HttpRequest> requests() const {
    std::scoped_lock const alone(mutex_);
    return requests_;
  }

 private:
  void serve() {
    for (int connection = take(); connection >= 0; connection = take()) {
      if (auto const request = read(connection)) {
        reply(connection, note(*request));
      }
      ::close(connection);
    }
  }

  int take() const { return ::accept(listener_, nullptr, nullptr); }

  void reply(int connection, int number) const {
    auto const text = answer_(number);
    if (!text) return;
    (void)!::send(connection, text->data(), text->size(), MSG_NOSIGNAL);
    char rest = 0;
    while (text->empty() && ::recv(connection, &rest, 1, 0) > 0) continue;
  }

  static bool receive(int connection, std::string& into) {
    std::array<char, 4096> buffer{};
    auto const count = ::recv(connection, buffer.data(), buffer.size(), 0);
    if (count > 0) into.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
  }

  static std::optional<HttpRequest> read(int connection) {
    std::string bytes;
    while (bytes.find("\r\n\r\n") == std::string::npos)
      if (!receive(connection, bytes)) return std::nullopt;
    auto const end = bytes.find("\r\n\r\n") + 4;
    HttpRequest request{bytes.substr(0, end), {}};
    auto const size = static_cast<std::size_t>(std::atoi(request.header("Content-Length").c_str()));
    while (bytes.size() < end + size)
      if (!receive(connection, bytes)) return std::nullopt;
    request.body = bytes.substr(end);
    return request;
  }

  int note(HttpRequest request) {
    std::scoped_lock const alone(mutex_);
    requests_.push_back(std::move(request));
    return static_cast<int>(requests_.size());
  }

  Answer answer_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::vector<HttpRequest> requests_;
  std::thread thread_;
};

}  // namespace redress::tests
