// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/http_client.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include <fmt/format.h>

namespace redress::bench {
namespace {

std::size_t length_of(std::string const& answer) {
  auto const head = answer.find("\r\n\r\n");
  if (head == std::string::npos) return std::string::npos;
  auto const at = answer.find("Content-Length: ");
  return head + 4 + std::stoul(answer.substr(at + 16));
}

void receive_some(int socket, std::string& received) {
  char buffer[65536];
  auto const got = ::recv(socket, buffer, sizeof buffer, 0);
  if (got <= 0) throw std::runtime_error("the connection was lost");
  received.append(buffer, static_cast<std::size_t>(got));
}

}  // namespace

HttpClient::HttpClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int const yes = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) return;
  ::close(socket_);
  throw std::runtime_error("the server cannot be reached");
}

HttpClient::~HttpClient() {
  ::close(socket_);
}

void HttpClient::send(std::string const& bytes) const {
  if (::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size())) throw std::runtime_error("not sent");
}

void HttpClient::receive_until(std::string const& text) const {
  std::string received;
  while (!received.contains(text)) receive_some(socket_, received);
}

void HttpClient::exchange(std::string const& request) const {
  send(request);
  std::string answer;
  for (auto whole = std::string::npos; answer.size() < whole;) {
    receive_some(socket_, answer);
    if (whole == std::string::npos) whole = length_of(answer);
  }
  if (!answer.starts_with("HTTP/1.1 200")) throw std::runtime_error(answer.substr(0, answer.find('\r')));
}

std::string get_request(std::string const& target, std::string const& token) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\r\n", target, token);
}

}  // namespace redress::bench
