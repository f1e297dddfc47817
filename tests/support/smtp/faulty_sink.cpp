// SPDX-License-Identifier: Apache-2.0
#include "tests/support/smtp/faulty_sink.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include <openssl/ssl.h>

namespace redress::testing {

namespace {

std::string undotted(std::string_view wire) {
  std::string bytes;
  bytes.reserve(wire.size());
  for (std::size_t i = 0; i < wire.size(); ++i) {
    bool const begins_line = i == 0 || wire[i - 1] == '\n';
    if (!begins_line || wire[i] != '.') bytes += wire[i];
    if (begins_line && wire[i] == '.' && i + 1 < wire.size()) bytes += wire[++i];
  }
  return bytes;
}

/// Closing the socket then tells the other side that the connection is gone, without waiting for what is on its way.
void close_with_reset(int socket) {
  linger const at_once{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace

struct FaultySink::Wire {
  explicit Wire(int of) : socket(of) {}
  Wire(Wire const&) = delete;
  Wire& operator=(Wire const&) = delete;
  ~Wire() {
    SSL_free(tls);
    SSL_CTX_free(context);
  }

  bool send(std::string_view text) {
    while (!text.empty()) {
      auto const sent = tls ? SSL_write(tls, text.data(), static_cast<int>(text.size())) : ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  bool receive() {
    std::array<char, 65536> buffer;
    auto const count = tls ? SSL_read(tls, buffer.data(), buffer.size()) : ::recv(socket, buffer.data(), buffer.size(), 0);
    if (count > 0) unread.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
  }

  std::optional<std::string> take(std::string_view end) {
    std::size_t from = 0;
    for (;;) {
      if (auto const at = unread.find(end, from); at != std::string::npos) {
        auto taken = unread.substr(0, at);
        unread.erase(0, at + end.size());
        return taken;
      }
      from = unread.size() < end.size() ? 0 : unread.size() - end.size();
      if (!receive()) return std::nullopt;
    }
  }

  int socket;
  SSL_CTX* context = nullptr;
  SSL* tls = nullptr;
  std::string unread;
};

FaultySink::FaultySink(std::vector<Trouble> troubles, std::optional<Keys> keys, Keeping keeping)
    : troubles_(std::move(troubles)), keys_(std::move(keys)), keeping_(keeping) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0) std::abort();
  ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
}

FaultySink::~FaultySink() {
  {
    std::scoped_lock const lock(mutex_);
    is_ending_ = true;
    ending_.notify_all();
    for (int const socket : open_) ::shutdown(socket, SHUT_RDWR);
    ::shutdown(listener_, SHUT_RDWR);
  }
  if (accepting_.joinable()) accepting_.join();
  for (auto& conversation : conversations_) conversation.join();
  ::close(listener_);
}

void FaultySink::listen() {
  if (::listen(listener_, 64) != 0) std::abort();
  accepting_ = std::thread([this] { serve(); });
}

void FaultySink::serve() {
  for (;;) {
    int const socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    std::scoped_lock const lock(mutex_);
    if (socket >= 0 && is_ending_) ::close(socket);
    if (socket < 0 || is_ending_) return;
    open_.insert(socket);
    ++connections_;
    conversations_.emplace_back([this, socket] { converse(socket); });
  }
}

void FaultySink::converse(int socket) {
  int const yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  {
    Wire wire(socket);
    talk(wire);
  }
  std::scoped_lock const lock(mutex_);
  open_.erase(socket);
  ::close(socket);
}

void FaultySink::talk(Wire& wire) {
  if (!answer(wire, "CONNECT", "220 sink.example ready\r\n")) return;
  while (auto const line = wire.take("\r\n")) {
    auto const verb = line->substr(0, line->find(' '));
    if (verb == "DATA") {
      if (!take_message(wire)) return;
    } else if (verb == "STARTTLS") {
      if (!begin_tls(wire)) return;
    } else if (verb == "EHLO") {
      bool const offers_tls = keys_ && wire.tls == nullptr;
      if (!answer(wire, verb, offers_tls ? "250-sink.example\r\n250-STARTTLS\r\n250 8BITMIME\r\n" : "250-sink.example\r\n250 8BITMIME\r\n")) return;
    } else if (!answer(wire, verb, "250 2.0.0 fine\r\n")) {
      return;
    }
  }
}

bool FaultySink::take_message(Wire& wire) {
  auto said = answer(wire, "DATA", "354 go on\r\n");
  if (!said || !said->starts_with("354")) return said.has_value();
  if (trouble_at("BODY")) {
    (void)wire.receive();
    return false;
  }
  auto const message = wire.take("\r\n.\r\n");
  if (!message) return false;
  auto const bytes = undotted(*message + "\r\n");
  keep(bytes);
  said = answer(wire, ".", "250 2.0.0 queued\r\n");
  if (said && (said->starts_with('4') || said->starts_with('5'))) drop(bytes);
  return said.has_value();
}

void FaultySink::keep(std::string const& bytes) {
  std::scoped_lock const lock(mutex_);
  if (keeping_ == Keeping::Everything) messages_.push_back(bytes);
}

void FaultySink::drop(std::string const& bytes) {
  std::scoped_lock const lock(mutex_);
  if (auto const found = std::ranges::find(messages_, bytes); found != messages_.end()) messages_.erase(found);
}

bool FaultySink::begin_tls(Wire& wire) {
  if (!keys_) return answer(wire, "STARTTLS", "502 5.5.1 not here\r\n").has_value();
  auto const trouble = trouble_at("STARTTLS");
  bool const is_other = trouble && trouble->act == Act::ShowOtherKeys;
  if (!wire.send(trouble && !is_other ? trouble->text : "220 go on\r\n")) return false;
  if (trouble && !is_other) return true;
  wire.context = SSL_CTX_new(TLS_server_method());
  auto const& certificate = is_other ? keys_->other_certificate : keys_->certificate;
  auto const& key = is_other ? keys_->other_key : keys_->key;
  bool const has_keys = SSL_CTX_use_certificate_chain_file(wire.context, certificate.c_str()) == 1 &&
                        SSL_CTX_use_PrivateKey_file(wire.context, key.c_str(), SSL_FILETYPE_PEM) == 1;
  if (!has_keys) std::abort();
  wire.tls = SSL_new(wire.context);
  SSL_set_fd(wire.tls, wire.socket);
  wire.unread.clear();
  return SSL_accept(wire.tls) == 1;
}

FaultySink::Said FaultySink::answer(Wire& wire, std::string_view at, std::string usual) {
  auto const trouble = trouble_at(at);
  if (!trouble) return wire.send(usual) ? Said(std::move(usual)) : std::nullopt;
  if (trouble->act == Act::Cut) return std::nullopt;
  if (trouble->act == Act::SayLate && !wait()) return std::nullopt;
  bool const is_said = wire.send(trouble->text);
  if (trouble->act == Act::SayAndReset) close_with_reset(wire.socket);
  bool const goes_on = is_said && trouble->text.ends_with('\n') && trouble->act != Act::SayAndReset;
  return goes_on ? Said(trouble->text) : std::nullopt;
}

std::optional<Trouble> FaultySink::trouble_at(std::string_view at) {
  std::scoped_lock const lock(mutex_);
  auto const found = std::ranges::find_if(troubles_, [&](Trouble const& trouble) { return trouble.at == at && trouble.times > 0; });
  if (found == troubles_.end()) return std::nullopt;
  --found->times;
  return *found;
}

bool FaultySink::wait() {
  std::unique_lock lock(mutex_);
  return !ending_.wait_for(lock, delay_, [this] { return is_ending_; });
}

std::vector<std::string> FaultySink::messages() const {
  std::scoped_lock const lock(mutex_);
  return messages_;
}

int FaultySink::connections() const {
  std::scoped_lock const lock(mutex_);
  return connections_;
}

int FaultySink::connections_open() const {
  std::scoped_lock const lock(mutex_);
  return static_cast<int>(open_.size());
}

int FaultySink::troubles_left() const {
  std::scoped_lock const lock(mutex_);
  int left = 0;
  for (auto const& trouble : troubles_) left += trouble.times;
  return left;
}

}  // namespace redress::testing
