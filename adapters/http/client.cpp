// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/client.hpp"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <cstdint>
#include <utility>

#include "adapters/http/framing.hpp"

namespace redress::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::use_awaitable;

namespace {

constexpr std::uint64_t largest_reply = 256 * 1024 * 1024;

using Wire = beast::http::request<beast::http::string_body>;

asio::awaitable<Reply> exchange(std::string host, std::string port, Wire wire, std::chrono::seconds patience) {
  auto const executor = co_await asio::this_coro::executor;
  asio::ip::tcp::resolver resolver(executor);
  beast::tcp_stream stream(executor);
  stream.expires_after(patience);
  auto const found = co_await resolver.async_resolve(host, port, use_awaitable);
  co_await stream.async_connect(found, use_awaitable);
  co_await beast::http::async_write(stream, wire, use_awaitable);
  beast::flat_buffer buffer;
  beast::http::response_parser<beast::http::string_body> parser;
  parser.body_limit(largest_reply);
  co_await beast::http::async_read(stream, buffer, parser, use_awaitable);
  auto message = parser.release();
  Reply reply{message.result_int(), {}, std::move(message.body())};
  for (auto const& field : message) reply.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  co_return reply;
}

Wire on_the_wire(std::string_view method, std::string_view target, std::string body, std::vector<Header> const& headers) {
  Wire wire;
  wire.version(11);
  wire.method_string(beast::string_view(method.data(), method.size()));
  wire.target(beast::string_view(target.data(), target.size()));
  for (auto const& header : headers) {
    if (!is_header_value(header.value)) throw ClientFault(fmt::format("the header {} may not be sent: it holds a control character", header.name));
    wire.set(header.name, header.value);
  }
  wire.keep_alive(false);
  wire.body() = std::move(body);
  wire.prepare_payload();
  return wire;
}

}  // namespace

std::string Reply::header(std::string_view name) const {
  for (auto const& one : headers)
    if (same_header_name(one.name, name)) return one.value;
  return {};
}

Client::Client(std::string_view address, std::string token, std::chrono::seconds patience) : token_(std::move(token)), patience_(patience) {
  constexpr std::string_view scheme = "http://";
  if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
  address = address.substr(0, address.find('/'));
  auto const colon = address.rfind(':');
  if (colon == std::string_view::npos) throw ClientFault(fmt::format("{} is not HOST:PORT", address));
  host_ = address.substr(0, colon);
  port_ = address.substr(colon + 1);
  if (host_.starts_with('[') && host_.ends_with(']')) host_ = host_.substr(1, host_.size() - 2);
}

Reply Client::request(std::string_view method, std::string_view target, std::string body, std::vector<Header> const& headers) const {
  auto wire = on_the_wire(method, target, std::move(body), headers);
  wire.set(beast::http::field::host, fmt::format("{}:{}", host_, port_));
  if (!token_.empty()) wire.set(beast::http::field::authorization, "Bearer " + token_);
  try {
    asio::io_context context;
    auto reply = asio::co_spawn(context, exchange(host_, port_, std::move(wire), patience_), asio::use_future);
    context.run();
    return reply.get();
  } catch (boost::system::system_error const& failed) {
    throw ClientFault(fmt::format("no answer from {}:{}: {}", host_, port_, failed.code().message()));
  }
}

}  // namespace redress::http
