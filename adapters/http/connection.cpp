// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/connection.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>
#include <utility>

#include "adapters/http/problem.hpp"

namespace redress::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::use_awaitable;

namespace {

/// How long we read on after an answer that came before the end of its request: closing at once would take the answer back off the wire.
constexpr std::chrono::seconds draining_deadline{2};

constexpr std::array security_headers{
    std::pair{"X-Content-Type-Options", "nosniff"},
    std::pair{"Cache-Control", "no-store"},
    std::pair{"Content-Security-Policy", "default-src 'none'"},
    std::pair{"Referrer-Policy", "no-referrer"},
};

using Wire = beast::http::response<beast::http::string_body>;

Wire on_the_wire(Response response, bool keep_alive) {
  for (auto const& header : response.headers)
    if (!is_header_value(header.value)) return on_the_wire(problem(500, "The answer holds a header that may not be sent."), false);
  Wire wire{static_cast<beast::http::status>(response.status), 11};
  for (auto const& [name, value] : security_headers) wire.set(name, value);
  for (auto const& header : response.headers) wire.set(header.name, header.value);
  wire.keep_alive(keep_alive);
  wire.body() = std::move(response.body);
  if (!response.stream) wire.prepare_payload();
  return wire;
}

Request without_body(beast::http::fields const& fields, RequestHead const& head) {
  Request request;
  auto target = parse_target(head.target);
  if (!target) throw RequestFault(400, "The target is not a path.");
  request.method = head.method;
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  for (auto const& field : fields) request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  return request;
}

std::string address_of_peer(beast::tcp_stream const& stream) {
  boost::system::error_code failed;
  auto const endpoint = stream.socket().remote_endpoint(failed);
  return failed ? std::string{} : endpoint.address().to_string();
}

}  // namespace

/// A request on its way in.
struct Connection::Exchange {
  RequestHead head;
  beast::http::request_parser<beast::http::string_body> parser;
  Request request;
};

Connection::Connection(asio::ip::tcp::socket socket, Settings const& settings, Router const& router, Background& background)
    : settings_(settings),
      router_(router),
      background_(background),
      stream_(std::move(socket)),
      wake_(stream_.get_executor()),
      peer_(address_of_peer(stream_)) {}

asio::awaitable<void> Connection::serve() {
  try {
    co_await exchange_until_done();
  } catch (boost::system::system_error const&) {
    // The client has gone, or was too slow: there is nobody to tell.
  }
  beast::error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  stream_.close();
}

asio::awaitable<void> Connection::exchange_until_done() {
  auto next = Next::AnotherRequest;
  while (next == Next::AnotherRequest && !finishing_) next = co_await exchange();
  if (next == Next::CloseAfterUnreadBody) co_await drain();
}

asio::awaitable<Connection::Next> Connection::exchange() {
  route_ = "none";
  auto const size = co_await read_head();
  if (!size) co_return co_await give(problem(size.error().status, size.error().why), "", Next::CloseAfterUnreadBody);
  if (*size == 0) co_return Next::Close;
  auto const head = check_head(buffered().substr(0, *size), settings_.head);
  if (!head) co_return co_await give(problem(head.error().status, head.error().why), "", Next::CloseAfterUnreadBody);
  co_return co_await answer(*head);
}

asio::awaitable<std::expected<std::size_t, HeadFault>> Connection::read_head() {
  constexpr std::size_t chunk = 4096;
  idle_ = buffered().empty();
  stream_.expires_after(idle_ ? settings_.idle_deadline : settings_.head_deadline);
  for (;;) {
    auto const end = find_head_end(buffered(), settings_.head);
    if (!end || *end > 0) co_return end;
    beast::error_code failed;
    auto const space = buffer_.prepare(chunk);
    auto const got = co_await stream_.async_read_some(space, asio::redirect_error(use_awaitable, failed));
    if (failed) co_return 0;  // the library closes a connection that is overdue, so there is nobody to answer
    buffer_.commit(got);
    if (std::exchange(idle_, false)) stream_.expires_after(settings_.head_deadline);
  }
}

asio::awaitable<Connection::Next> Connection::answer(RequestHead const& head) {
  Exchange exchange{head, {}, {}};
  exchange.parser.header_limit(static_cast<std::uint32_t>(settings_.head.bytes));
  exchange.parser.body_limit(boost::none);
  beast::error_code failed;
  co_await beast::http::async_read_header(stream_, buffer_, exchange.parser, asio::redirect_error(use_awaitable, failed));
  if (failed) co_return co_await give(problem(400, "The header cannot be parsed."), head.method, Next::CloseAfterUnreadBody);
  auto const after_answer = exchange.parser.get().keep_alive() ? Next::AnotherRequest : Next::Close;
  auto const after_refusal = head.framing == BodyFraming::None ? after_answer : Next::CloseAfterUnreadBody;
  auto found = find_route(exchange);
  if (auto* refused = std::get_if<Response>(&found)) co_return co_await give(std::move(*refused), head.method, after_refusal);
  auto& match = std::get<Match>(found);
  route_ = match.route->pattern;
  auto const status = co_await read_body(exchange, match.route->body_limit);
  if (status != 200) co_return co_await give(problem(status, "The body cannot be taken."), head.method, Next::CloseAfterUnreadBody);
  exchange.request.captured = std::move(match.captured);
  exchange.request.caller = std::move(match.caller);
  auto response = co_await ask(*match.route, exchange.request);
  co_return co_await give(std::move(response), head.method, after_answer);
}

std::variant<Match, Response> Connection::find_route(Exchange& exchange) const {
  try {
    exchange.request = without_body(exchange.parser.get(), exchange.head);
    exchange.request.peer = peer_;
    return router_.find(exchange.request);
  } catch (...) {
    return answer_to(std::current_exception());
  }
}

asio::awaitable<unsigned> Connection::read_body(Exchange& exchange, std::size_t limit) {
  if (exchange.head.framing == BodyFraming::None) co_return 200;
  if (exchange.head.content_length > limit) co_return 413;
  exchange.parser.body_limit(limit);
  stream_.expires_after(settings_.body_deadline);
  if (same_header_name(exchange.request.header("Expect"), "100-continue"))
    co_await asio::async_write(stream_, asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), use_awaitable);
  beast::error_code failed;
  co_await beast::http::async_read(stream_, buffer_, exchange.parser, asio::redirect_error(use_awaitable, failed));
  if (failed == beast::http::error::body_limit) co_return 413;
  if (failed) co_return 400;
  exchange.request.body = std::move(exchange.parser.get().body());
  co_return 200;
}

asio::awaitable<Response> Connection::ask(Route const& route, Request const& request) {
  using Compose = std::function<Response()>;
  stream_.expires_never();
  auto compose = co_await asio::async_initiate<asio::use_awaitable_t<> const, void(Compose)>(
      [this, &route, &request](auto resume) {
        auto const shared = std::make_shared<decltype(resume)>(std::move(resume));
        auto const answered = [shared, executor = stream_.get_executor()](Compose composed) {
          asio::post(executor, [shared, composed = std::move(composed)]() mutable { std::move (*shared)(std::move(composed)); });
        };
        auto const handle = [&route, &request, answered] {
          try {
            route.handler(request, answered);
          } catch (...) {
            answered([thrown = std::current_exception()] { return answer_to(thrown); });
          }
        };
        if (route.pace == Pace::Quick)
          handle();
        else
          asio::post(route.pace == Pace::Slow ? background_.slow : background_.lengthy, handle);
      },
      use_awaitable);
  try {
    co_return compose();
  } catch (...) {
    co_return answer_to(std::current_exception());
  }
}

asio::awaitable<Connection::Next> Connection::give(Response response, std::string_view method, Next next) {
  if (finishing_ && next == Next::AnotherRequest) next = Next::Close;
  settings_.observe({method, route_, response.status});
  auto const listener = response.stream;
  auto const keep_alive = next == Next::AnotherRequest && !listener;
  auto wire = on_the_wire(std::move(response), keep_alive);
  beast::http::response_serializer<beast::http::string_body> serializer{wire};
  stream_.expires_after(settings_.write_deadline);
  if (method == "HEAD" || listener)
    co_await beast::http::async_write_header(stream_, serializer, use_awaitable);
  else
    co_await beast::http::async_write(stream_, serializer, use_awaitable);
  if (!listener) co_return next;
  if (method != "HEAD") co_await stream(listener);
  co_return Next::Close;
}

asio::awaitable<void> Connection::stream(std::shared_ptr<Listener> listener) {
  // Whichever way this ends, the listener must not call a connection that is gone.
  struct Hearing {
    Listener& listener;
    ~Hearing() { listener.on_change({}); }
  } const hearing{*listener};
  listener->on_change([self = weak_from_this()] {
    if (auto const alive = self.lock()) asio::post(alive->stream_.get_executor(), [alive] { alive->wake_.cancel(); });
  });
  std::string text = ": listening\n\n";
  while (!finishing_ && !listener->is_cut_off()) {
    while (auto const message = listener->take()) text += "data: " + *message + "\n\n";
    if (!text.empty()) {
      stream_.expires_after(settings_.write_deadline);
      co_await asio::async_write(stream_, asio::buffer(text), use_awaitable);
      text.clear();
      continue;  // Whoever called while we were writing woke nobody, so we look again before we wait.
    }
    wake_.expires_after(settings_.heartbeat);
    beast::error_code woken;
    co_await wake_.async_wait(asio::redirect_error(use_awaitable, woken));
    if (!woken) text = ": still here\n\n";
  }
}

asio::awaitable<void> Connection::drain() {
  beast::error_code failed;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, failed);
  stream_.expires_after(draining_deadline);
  buffer_.clear();
  while (!failed) {
    auto const space = buffer_.prepare(4096);
    co_await stream_.async_read_some(space, asio::redirect_error(use_awaitable, failed));
  }
}

std::string_view Connection::buffered() const {
  auto const data = buffer_.cdata();
  return {static_cast<char const*>(data.data()), data.size()};
}

void Connection::finish() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->finishing_ = true;
    self->wake_.cancel();
    if (self->idle_) self->stream_.cancel();
  });
}

void Connection::cut() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->finishing_ = true;
    self->wake_.cancel();
    self->stream_.close();
  });
}

}  // namespace redress::http
