// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <typeinfo>
#include <utility>
#include <vector>

#include "adapters/http/connection.hpp"

namespace redress::http {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// So many may be going at a time.
constexpr std::size_t going_most = 64;

constexpr std::string_view crowded = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

tcp::endpoint loopback_endpoint(Settings const& settings) {
  boost::system::error_code failed;
  auto const address = asio::ip::make_address(settings.host == "localhost" ? "127.0.0.1" : settings.host, failed);
  if (failed) throw ServerFault(fmt::format("cannot listen on {}: it is not an address", settings.host));
  if (!address.is_loopback())
    throw ServerFault(
        fmt::format("cannot listen on {}: until people can log in, Redress listens on loopback addresses only; put a proxy in front that lets "
                    "nobody in but those who may",
                    settings.host));
  return {address, settings.port};
}

}  // namespace

/// What stands behind the server: the threads, the socket that listens and the connections that are open.
class Listening {
 public:
  Listening(Settings settings, Router router) : settings_(std::move(settings)), router_(std::move(router)), acceptor_(asio::make_strand(context_)) {
    auto const endpoint = loopback_endpoint(settings_);
    try {
      acceptor_.open(endpoint.protocol());
      acceptor_.set_option(tcp::acceptor::reuse_address(true));
      acceptor_.bind(endpoint);
      acceptor_.listen();
    } catch (boost::system::system_error const& failed) {
      throw ServerFault(fmt::format("cannot listen on {}:{}: {}", settings_.host, settings_.port, failed.code().message()));
    }
    endpoint_ = acceptor_.local_endpoint();
  }

  void start() {
    asio::co_spawn(acceptor_.get_executor(), accept(), [](std::exception_ptr const&) {});
    for (std::size_t i = 0; i < settings_.threads; ++i) threads_.emplace_back([this] { run(); });
  }

  void stop() {
    if (threads_.empty()) return;
    asio::post(acceptor_.get_executor(), [this] { acceptor_.close(); });
    finish_connections();
    work_.reset();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    background_.slow.join();
    background_.lengthy.join();
  }

  [[nodiscard]] tcp::endpoint const& endpoint() const { return endpoint_; }

 private:
  void run() {
    for (;;) try {
        context_.run();
        return;
      } catch (std::exception const& unexpected) {
        spdlog::error("http: a thread went on after {}", typeid(unexpected).name());
      }
  }

  asio::awaitable<void> accept() {
    constexpr std::chrono::milliseconds pause{50};
    while (acceptor_.is_open()) {
      tcp::socket socket(asio::make_strand(context_));
      boost::system::error_code failed;
      co_await acceptor_.async_accept(socket, asio::redirect_error(asio::use_awaitable, failed));
      if (!failed) {
        welcome(std::move(socket));
      } else if (failed != asio::error::operation_aborted) {
        asio::steady_timer timer(acceptor_.get_executor(), pause);  // out of descriptors: trying again at once would only spin
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, failed));
      }
    }
  }

  void welcome(tcp::socket socket) {
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto const executor = socket.get_executor();
    auto const connection = std::make_shared<Connection>(std::move(socket), settings_, router_, background_);
    std::lock_guard const lock(mutex_);
    if (finishing_ || !has_room_for(connection->peer())) return connection->turn_away(crowded);
    connections_.insert(connection);
    ++from_address_[connection->peer()];
    asio::co_spawn(executor, connection->serve(), [this, connection](std::exception_ptr const& thrown) { leave(connection, thrown); });
  }

  /// Makes it, if it can. Whoever has to go is gone a moment later, so there may be a few more than the most meanwhile.
  bool has_room_for(std::string const& peer) {
    auto const& limits = settings_.limits;
    auto const counted = from_address_.find(peer);
    auto const from_there = counted == from_address_.end() ? 0 : counted->second;
    if (connections_.size() >= limits.connections + going_most || from_there >= limits.connections_per_address + going_most) return false;
    if (from_there >= limits.connections_per_address) return make_room([&](Connection const& one) { return one.peer() == peer; });
    return connections_.size() < limits.connections || make_room([](Connection const&) { return true; });
  }

  /// Cuts off whoever kept us waiting longest: first of those who have asked for nothing yet, then of those who are still telling us, then of those who do not
  /// take their answer. Nobody whom we keep waiting, and nobody who listens.
  template <class Among>
  bool make_room(Among const& among) {
    auto const rank = [](auto const& one) { return std::pair(one->waiting(), one->waiting_since()); };
    auto const since = std::chrono::steady_clock::now() - settings_.limits.patience;
    std::shared_ptr<Connection> longest;
    for (auto const& one : connections_) {
      bool const may_go = one->waiting() != Connection::Waiting::No && one->waiting_since() <= since && among(*one);
      if (may_go && (!longest || rank(one) < rank(longest))) longest = one;
    }
    if (longest) longest->cut();
    return longest != nullptr;
  }

  void leave(std::shared_ptr<Connection> const& connection, std::exception_ptr const& thrown) {
    if (thrown) spdlog::error("http: a connection ended by an exception");
    std::lock_guard const lock(mutex_);
    connections_.erase(connection);
    if (auto const counted = from_address_.find(connection->peer()); --counted->second == 0) from_address_.erase(counted);
    if (connections_.empty()) empty_.notify_all();
  }

  void finish_connections() {
    std::unique_lock lock(mutex_);
    finishing_ = true;
    auto const none_left = [this] { return connections_.empty(); };
    for (auto const& connection : connections_) connection->finish();
    if (empty_.wait_for(lock, settings_.stopping_deadline, none_left)) return;
    for (auto const& connection : connections_) connection->cut();
    empty_.wait(lock, none_left);
  }

  Settings const settings_;
  Router const router_;
  Background background_;
  asio::io_context context_;
  asio::executor_work_guard<asio::io_context::executor_type> work_{context_.get_executor()};
  tcp::acceptor acceptor_;
  tcp::endpoint endpoint_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable empty_;
  std::set<std::shared_ptr<Connection>> connections_;
  std::map<std::string, std::size_t> from_address_;  ///< how many of the connections
  bool finishing_ = false;
};

Server::Server(Settings settings, Router router) : listening_(std::make_unique<Listening>(std::move(settings), std::move(router))) {}

Server::~Server() {
  stop();
}

void Server::start() {
  listening_->start();
}

void Server::stop() {
  listening_->stop();
}

std::uint16_t Server::port() const {
  return listening_->endpoint().port();
}

std::string Server::address() const {
  auto const& endpoint = listening_->endpoint();
  auto const host = endpoint.address().to_string();
  return endpoint.address().is_v6() ? fmt::format("http://[{}]:{}", host, endpoint.port()) : fmt::format("http://{}:{}", host, endpoint.port());
}

}  // namespace redress::http
