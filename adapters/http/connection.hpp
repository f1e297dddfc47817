// SPDX-License-Identifier: Apache-2.0
#pragma once

// One client's connection: reads a request, has it answered, writes the answer, and so on until one side has had enough. Everything in it
// runs on a strand of its own. The header block passes our own guard (framing.hpp) before the library's parser sees it.

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "adapters/http/broadcast.hpp"
#include "adapters/http/framing.hpp"
#include "adapters/http/router.hpp"
#include "adapters/http/server.hpp"

namespace redress::http {

/// Where requests run that would hold up the connections.
struct Background {
  boost::asio::thread_pool slow{4};
  boost::asio::thread_pool lengthy{1};
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  /// All outlive the connection. The socket's executor is a strand; slow handlers run on `background`.
  Connection(boost::asio::ip::tcp::socket socket, Settings const& settings, Router const& router, Background& background);

  /// Returns when the connection is over; what the network does is no error.
  boost::asio::awaitable<void> serve();

  /// Instead of serving: says so, as far as that can be said at once.
  void turn_away(std::string_view answer);

  /// From any thread: gives the answer that is under way and takes no further request.
  void finish();
  /// From any thread: ends the connection at once.
  void cut();

  /// What a connection waits for its client to do. In this order they go when there are too many.
  enum class Waiting : std::uint8_t { ForRequest, ForBody, ForReading, No };
  /// From any thread.
  [[nodiscard]] Waiting waiting() const { return waiting_; }
  [[nodiscard]] std::chrono::steady_clock::time_point waiting_since() const { return waiting_since_; }
  /// The address at the other end; empty when it has gone already.
  [[nodiscard]] std::string const& peer() const { return peer_; }

 private:
  enum class Next { AnotherRequest, Close, CloseAfterUnreadBody };
  struct Exchange;

  boost::asio::awaitable<void> exchange_until_done();
  boost::asio::awaitable<Next> exchange();
  boost::asio::awaitable<std::expected<std::size_t, HeadFault>> read_head();
  boost::asio::awaitable<Next> answer(RequestHead const& head);
  boost::asio::awaitable<std::expected<void, HeadFault>> read_body(Exchange& exchange, std::size_t limit);
  boost::asio::awaitable<bool> receive(std::size_t bytes);
  boost::asio::awaitable<Response> ask(Route const& route, Request const& request);
  boost::asio::awaitable<Next> give(Response response, std::string_view method, Next next);
  boost::asio::awaitable<void> stream(std::shared_ptr<Listener> listener);
  boost::asio::awaitable<void> drain();

  void wait_until(std::chrono::steady_clock::time_point deadline);
  void wait_no_longer();
  void note_waiting(Waiting waiting);
  [[nodiscard]] std::variant<Match, Response> find_route(Exchange& exchange) const;
  [[nodiscard]] std::string_view buffered() const;

  Settings const& settings_;
  Router const& router_;
  Background& background_;
  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  boost::asio::steady_timer wake_;
  boost::asio::steady_timer deadline_;
  std::string const peer_;
  std::string_view route_ = "none";
  std::atomic<Waiting> waiting_ = Waiting::ForRequest;
  std::atomic<std::chrono::steady_clock::time_point> waiting_since_ = std::chrono::steady_clock::now();
  bool idle_ = true;
  bool overdue_ = false;
  bool finishing_ = false;
};

}  // namespace redress::http
