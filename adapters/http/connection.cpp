// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/connection.hpp"

#include <algorithm>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>
#include <ranges>
#include <utility>

#include "adapters/http/body_decoder.hpp"
#include "adapters/http/problem.hpp"

namespace redress::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::use_awaitable;
using Steady = std::chrono::steady_clock;

namespace {

/// How long we read on after an answer that came before the end of its request: closing at once would take the answer back off the wire.
constexpr std::chrono::seconds draining_deadline{2};

constexpr std::array security_headers{
    std::pair{"X-Content-Type-Options", "nosniff"},
    std::pair{"Cache-Control", "no-store"},
    std::pair{"Content-Security-Policy", "default-src 'none'"},
    std::pair{"Referrer-Policy", "no-referrer"},
};

/// The answer's own bytes stay where they are.
using Wire = beast::http::response<beast::http::span_body<char const>>;

bool can_be_sent(Response const& response) {
  return std::ranges::all_of(response.headers, [](Header const& header) { return is_header_value(header.value); });
}

Wire on_the_wire(Response const& response, bool keep_alive) {
  Wire wire{static_cast<beast::http::status>(response.status), 11};
  for (auto const& [name, value] : security_headers) wire.set(name, value);
  for (auto const& header : response.headers) {
    // Each cookie is a field of its own (RFC 6265, section 3); of every other field there is one.
    if (header.name == "Set-Cookie")
      wire.insert(header.name, header.value);
    else
      wire.set(header.name, header.value);
  }
  wire.keep_alive(keep_alive);
  auto const body = body_of(response);
  wire.body() = {body.data(), body.size()};
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
  beast::http::request_parser<beast::http::empty_body> parser;
  Request request;
};

Connection::Connection(asio::ip::tcp::socket socket, Settings const& settings, Router const& router, Background& background)
    : settings_(settings),
      router_(router),
      background_(background),
      stream_(std::move(socket)),
      wake_(stream_.get_executor()),
      deadline_(stream_.get_executor()),
      peer_(address_of_peer(stream_)) {}

asio::awaitable<void> Connection::serve() {
  try {
    co_await exchange_until_done();
  } catch (boost::system::system_error const&) {
    // The client has gone, or was too slow: there is nobody to tell.
  }
  wait_no_longer();
  beast::error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  stream_.close();
}

void Connection::turn_away(std::string_view answer) {
  beast::error_code ignored;
  auto& socket = stream_.socket();
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(answer), ignored);
  socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
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
  if (waiting_ != Waiting::ForRequest) note_waiting(Waiting::ForRequest);  // it waits for its first since it was made
  wait_until(Steady::now() + (idle_ ? settings_.limits.idle_deadline : settings_.limits.head_deadline));
  for (;;) {
    auto const end = find_head_end(buffered(), settings_.head);
    if (!end || *end > 0) co_return end;
    if (!co_await receive(chunk)) {
      if (buffered().empty() || finishing_) co_return 0;  // whoever has asked nothing is answered nothing
      co_return std::unexpected(overdue_ ? HeadFault{408, "The header came too slowly."} : HeadFault{400, "The header ends too early."});
    }
    if (std::exchange(idle_, false)) wait_until(Steady::now() + settings_.limits.head_deadline);
  }
}

/// False when nothing more comes: the client has gone, or the deadline has passed.
asio::awaitable<bool> Connection::receive(std::size_t bytes) {
  beast::error_code failed;
  auto const space = buffer_.prepare(bytes);
  auto const got = co_await stream_.async_read_some(space, asio::redirect_error(use_awaitable, failed));
  if (!failed) buffer_.commit(got);
  co_return !failed;
}

/// From now on a read ends at that moment, without the connection being closed, so that its client can be told.
void Connection::wait_until(Steady::time_point deadline) {
  stream_.expires_never();
  overdue_ = false;
  deadline_.expires_at(deadline);
  deadline_.async_wait([self = weak_from_this()](beast::error_code const& cancelled) {
    auto const alive = self.lock();
    if (!alive || cancelled || alive->deadline_.expiry() > Steady::now()) return;
    alive->overdue_ = true;
    alive->stream_.cancel();
  });
}

/// Also when the deadline has just passed and its handler stands in line.
void Connection::wait_no_longer() {
  stream_.expires_never();
  deadline_.expires_at(Steady::time_point::max());
}

void Connection::note_waiting(Waiting waiting) {
  waiting_since_ = Steady::now();
  waiting_ = waiting;
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
  auto const read = co_await read_body(exchange, match.route->body_limit);
  if (!read) co_return co_await give(problem(read.error().status, read.error().why), head.method, Next::CloseAfterUnreadBody);
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

asio::awaitable<std::expected<void, HeadFault>> Connection::read_body(Exchange& exchange, std::size_t limit) {
  constexpr std::size_t chunk = 16 * 1024;
  if (exchange.head.framing == BodyFraming::None) co_return std::expected<void, HeadFault>{};
  if (exchange.head.content_length > limit) co_return std::unexpected(HeadFault{413, "The body cannot be taken."});
  if (same_header_name(exchange.request.header("Expect"), "100-continue")) {
    stream_.expires_after(settings_.limits.write_deadline);
    co_await asio::async_write(stream_, asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), use_awaitable);
  }
  note_waiting(Waiting::ForBody);
  BodyDecoder decoder(exchange.head, limit);
  for (auto const begun = Steady::now();;) {
    auto const taken = decoder.take(buffered());
    if (!taken) co_return std::unexpected(taken.error());
    buffer_.consume(*taken);
    if (decoder.is_complete()) break;
    auto const& limits = settings_.limits;
    auto const earned = std::chrono::seconds(decoder.body().size() / limits.least_body_bytes_per_second);
    wait_until(begun + std::min(limits.body_deadline, limits.slow_body_grace + earned));
    if (!co_await receive(chunk))
      co_return std::unexpected(overdue_ ? HeadFault{408, "The body came too slowly."} : HeadFault{400, "The body ends too early."});
  }
  exchange.request.body = std::move(decoder.body());
  co_return std::expected<void, HeadFault>{};
}

asio::awaitable<Response> Connection::ask(Route const& route, Request const& request) {
  using Compose = std::function<Response()>;
  wait_no_longer();
  note_waiting(Waiting::No);
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
  wait_no_longer();
  note_waiting(Waiting::ForReading);
  if (finishing_ && next == Next::AnotherRequest) next = Next::Close;
  if (!can_be_sent(response)) {
    response = problem(500, "The answer holds a header that may not be sent.");
    next = Next::CloseAfterUnreadBody;
  }
  settings_.observe({method, route_, response.status});
  auto const listener = response.stream;
  auto wire = on_the_wire(response, next == Next::AnotherRequest && !listener);
  beast::http::response_serializer<Wire::body_type> serializer{wire};
  stream_.expires_after(settings_.limits.write_deadline);
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
  note_waiting(Waiting::No);
  buffer_.shrink_to_fit();
  std::string text = ": listening\n\n";
  while (!finishing_ && !listener->is_cut_off()) {
    while (auto const message = listener->take()) text += "data: " + *message + "\n\n";
    if (!text.empty()) {
      stream_.expires_after(settings_.limits.write_deadline);
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
  waiting_ = Waiting::No;  // at once, so that nobody is told twice to make room
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->finishing_ = true;
    self->wake_.cancel();
    self->stream_.close();
  });
}

}  // namespace redress::http
