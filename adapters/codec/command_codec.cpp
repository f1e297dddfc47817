// SPDX-License-Identifier: Apache-2.0
#include "adapters/codec/command_codec.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "adapters/codec/canonical.hpp"
#include "adapters/codec/described.hpp"
#include "adapters/codec/digest.hpp"
#include "adapters/codec/schema.hpp"
#include "engine/domain/ensure.hpp"

namespace redress::codec {
namespace {

Refusal malformed(Problem const& problem) {
  return refused(Reason::MalformedCommand, problem.path.empty() ? problem.what : fmt::format("{}: {}", problem.path, problem.what));
}

template <class C>
std::expected<Command, Refusal> decode(boost::json::value const& value) {
  C command{};
  if (auto const problem = from_json(value, command)) return std::unexpected(malformed(*problem));
  return Command(std::move(command));
}

struct Kind {
  CommandInfo info;
  std::expected<Command, Refusal> (*decode)(boost::json::value const&);
  boost::json::object (*schema)(Emptiness);
};

template <class C>
constexpr Kind kind_of() {
  return {{C::name, C::title, is_given_by_the_clock<C>}, &decode<C>, &schema_of<C>};
}

constexpr auto kinds = []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array{kind_of<std::variant_alternative_t<I, Command>>()...};
}
(std::make_index_sequence<std::variant_size_v<Command>>{});

Kind const* find_kind(std::string_view name) {
  auto const found = std::ranges::find(kinds, name, [](Kind const& kind) { return kind.info.name; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace

std::vector<CommandInfo> commands() {
  std::vector<CommandInfo> all;
  for (auto const& kind : kinds) all.push_back(kind.info);
  return all;
}

std::expected<Command, Refusal> decode_command(std::string_view name, boost::json::value const& value) {
  auto const* kind = find_kind(name);
  if (kind == nullptr) return std::unexpected(refused(Reason::UnknownCommand));
  return kind->decode(value.is_null() ? boost::json::value(boost::json::object_kind) : value);
}

boost::json::object command_schema(std::string_view name) {
  auto const* kind = find_kind(name);
  ensure(kind != nullptr, "only commands that exist have a schema");
  auto schema = kind->schema(Emptiness::Refused);
  schema["title"] = name_to_json(kind->info.title);
  return schema;
}

std::string encode_command(Command const& command) {
  std::string text = "{\"command\":";
  write_canonical(text, name_of(command));
  text += ",\"data\":";
  std::visit([&](auto const& one) { write_canonical(text, one); }, command);
  return text += '}';
}

std::string command_digest(Command const& command) {
  return sha256_hex(encode_command(command));
}

}  // namespace redress::codec
