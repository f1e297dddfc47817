// SPDX-License-Identifier: Apache-2.0
#include "adapters/mailboxes/server_connection.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "engine/domain/enumeration.hpp"

namespace redress::mailboxes {
namespace {

using std::chrono::milliseconds;

CURL* new_handle() {
  static std::once_flag begun;
  std::call_once(begun, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  if (auto* const curl = curl_easy_init()) return curl;
  throw MailboxFault("a connection to the mail server cannot be prepared");
}

/// An option that libcurl does not take must not be forgotten: the one forgotten might be the one that verifies.
template <class Value>
void set(CURL* curl, CURLoption option, Value value) {
  if (curl_easy_setopt(curl, option, value) != CURLE_OK) throw MailboxFault("libcurl does not take a setting of the mailbox");
}

std::string url_of(MailboxSettings const& settings) {
  bool const is_ipv6 = settings.host.find(':') != std::string::npos;
  return fmt::format("{}://{}{}{}:{}/", name_of(settings.protocol), is_ipv6 ? "[" : "", settings.host, is_ipv6 ? "]" : "", settings.port);
}

long use_of_tls(TlsPolicy policy) {
  switch (policy) {
    case TlsPolicy::RequiredVerified:
    case TlsPolicy::RequiredUnverified:
      return CURLUSESSL_ALL;
    case TlsPolicy::Opportunistic:
      return CURLUSESSL_TRY;
    case TlsPolicy::None:
      return CURLUSESSL_NONE;
  }
  return CURLUSESSL_ALL;
}

void demand_tls(CURL* curl, MailboxSettings const& settings) {
  bool const is_verified = settings.tls == TlsPolicy::RequiredVerified;
  set(curl, CURLOPT_USE_SSL, use_of_tls(settings.tls));
  set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(curl, CURLOPT_SSL_VERIFYPEER, is_verified ? 1L : 0L);
  set(curl, CURLOPT_SSL_VERIFYHOST, is_verified ? 2L : 0L);
  if (settings.ca_file.empty()) return;
  set(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
  set(curl, CURLOPT_CAPATH, static_cast<char const*>(nullptr));  // else the authorities of the system would be trusted beside those of the file
}

int stop_if_called(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<StopCall const*>(stop)->is_given() ? 1 : 0;
}

/// Without a user: libcurl greets, secures, and leaves the log-in to us.
void prepare(CURL* curl, MailboxSettings const& settings, StopCall const& stop) {
  set(curl, CURLOPT_URL, url_of(settings).c_str());
  set(curl, CURLOPT_PROTOCOLS_STR, "imap,imaps,pop3,pop3s");
  set(curl, CURLOPT_PROXY, "");  // what the environment says of proxies is about browsing
  set(curl, CURLOPT_CONNECT_ONLY, 1L);
  set(curl, CURLOPT_NOSIGNAL, 1L);
  set(curl, CURLOPT_TCP_KEEPALIVE, 1L);
  set(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_timeout.count()));
  set(curl, CURLOPT_NOPROGRESS, 0L);
  set(curl, CURLOPT_XFERINFOFUNCTION, &stop_if_called);
  set(curl, CURLOPT_XFERINFODATA, static_cast<void*>(const_cast<StopCall*>(&stop)));
  demand_tls(curl, settings);
}

}  // namespace

ServerConnection::ServerConnection(MailboxSettings const& settings, StopCall const& stop) : settings_(settings), stop_(stop), curl_(new_handle()) {
  prepare(curl_.get(), settings, stop);
  std::array<char, CURL_ERROR_SIZE> detail{};
  set(curl_.get(), CURLOPT_ERRORBUFFER, detail.data());
  auto const code = curl_easy_perform(curl_.get());
  set(curl_.get(), CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));
  if (code == CURLE_ABORTED_BY_CALLBACK) throw Stopped{};
  if (code != CURLE_OK) throw MailboxFault(fmt::format("no connection to the mail server: {}", detail[0] == 0 ? curl_easy_strerror(code) : detail.data()));
  expect_answer();
}

int ServerConnection::socket() const {
  curl_socket_t socket = CURL_SOCKET_BAD;
  if (curl_easy_getinfo(curl_.get(), CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK || socket == CURL_SOCKET_BAD) throw MailboxFault("the mail server hung up");
  return socket;
}

void ServerConnection::send(std::string_view bytes) {
  expect_answer();
  while (!bytes.empty()) {
    std::size_t sent = 0;
    auto const code = curl_easy_send(curl_.get(), bytes.data(), bytes.size(), &sent);
    if (code != CURLE_OK && code != CURLE_AGAIN) throw MailboxFault(fmt::format("the connection to the mail server broke: {}", curl_easy_strerror(code)));
    bytes.remove_prefix(code == CURLE_OK ? sent : 0);
    if (code != CURLE_AGAIN) continue;
    pollfd writable{socket(), POLLOUT, 0};
    if (::poll(&writable, 1, static_cast<int>(settings_.silence_timeout.count())) <= 0) throw MailboxFault("the mail server does not listen");
  }
}

std::string ServerConnection::line(std::size_t longest) {
  std::size_t searched = 0;
  for (;;) {
    auto const end = buffer_.find("\r\n", read_ + searched);
    if (end != std::string::npos) {
      auto line = buffer_.substr(read_, end - read_);
      consume(line.size() + 2);
      return line;
    }
    if (unread() > longest) throw MailboxFault("the mail server sends a line without an end");
    searched = unread() == 0 ? 0 : unread() - 1;
    receive();
  }
}

std::string ServerConnection::bytes(std::size_t count) {
  while (unread() < count) receive();
  auto bytes = buffer_.substr(read_, count);
  consume(count);
  return bytes;
}

void ServerConnection::skip(std::size_t count) {
  while (count > 0) {
    if (unread() == 0) receive();
    auto const now = std::min(count, unread());
    consume(now);
    count -= now;
  }
}

bool ServerConnection::wait(milliseconds longest) {
  if (unread() > 0) return true;
  std::array<char, 1> first{};
  std::size_t count = 0;
  auto code = curl_easy_recv(curl_.get(), first.data(), first.size(), &count);
  // TLS has bytes of its own that wake us and are not for us; whoever calls asks again while it has time.
  if (code == CURLE_AGAIN && stop_.wait_for(socket(), longest) == StopCall::Waited::Readable)
    code = curl_easy_recv(curl_.get(), first.data(), first.size(), &count);
  if (code == CURLE_AGAIN) return false;
  if (code != CURLE_OK || count == 0) throw MailboxFault("the mail server hung up");
  buffer_.append(first.data(), count);
  expect_answer();
  return true;
}

void ServerConnection::receive() {
  if (stop_.is_given()) throw Stopped{};
  std::array<char, 65536> piece;
  std::size_t count = 0;
  CURLcode code = CURLE_AGAIN;
  while ((code = curl_easy_recv(curl_.get(), piece.data(), piece.size(), &count)) == CURLE_AGAIN) {
    auto const left = std::chrono::duration_cast<milliseconds>(answer_by_ - Steady::now());
    if (left.count() <= 0 || stop_.wait_for(socket(), std::min(left, settings_.silence_timeout)) == StopCall::Waited::TimedOut)
      throw MailboxFault("the mail server did not answer in time");
  }
  if (code != CURLE_OK) throw MailboxFault(fmt::format("the connection to the mail server broke: {}", curl_easy_strerror(code)));
  if (count == 0) throw MailboxFault("the mail server hung up");
  if (Steady::now() > answer_by_) throw MailboxFault("the mail server did not answer in time");
  buffer_.append(piece.data(), count);
}

void ServerConnection::consume(std::size_t count) {
  read_ += count;
  if (read_ == buffer_.size()) {
    buffer_.clear();
    read_ = 0;
  } else if (read_ > (std::size_t{1} << 20)) {
    buffer_.erase(0, read_);
    read_ = 0;
  }
}

}  // namespace redress::mailboxes
