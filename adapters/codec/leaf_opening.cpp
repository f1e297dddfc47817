// SPDX-License-Identifier: Apache-2.0
// The reading half of codec/leaf.hpp.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>

#include "adapters/codec/canonical.hpp"
#include "adapters/codec/described.hpp"
#include "adapters/codec/leaf.hpp"

namespace redress::codec {
namespace {

constexpr Reading history{Strictness::History, Emptiness::Allowed};

boost::json::value parse(std::string_view bytes, boost::json::storage_ptr storage = {}) {
  boost::json::error_code error;
  auto value = boost::json::parse(boost::json::string_view(bytes.data(), bytes.size()), error, std::move(storage));
  if (error) throw LeafFault("it is not JSON");
  return value;
}

template <class T>
T member(boost::json::object const& object, std::string_view name) {
  T out{};
  auto const* value = object.if_contains(name);
  if (value == nullptr || read(*value, out, Place{}, history)) throw LeafFault("a part that every leaf has is missing or of another kind");
  return out;
}

struct Disclosed {
  std::string name;
  boost::json::value value;
};

Disclosed open_disclosure(std::string const& body, std::vector<std::string> const& digests) {
  if (std::ranges::find(digests, base64url(std::span<unsigned char const>(sha256(body)))) == digests.end())
    throw LeafFault("a disclosure does not belong to the leaf it stands beside");
  auto const text = from_base64url(body);
  if (!text) throw LeafFault("a disclosure is not base64url");
  auto value = parse(*text);
  auto* parts = value.if_array();
  if (parts == nullptr || parts->size() != 3 || !parts->at(1).is_string()) throw LeafFault("a disclosure is not a salt, a name and a value");
  return {std::string(*text_of(parts->at(1))), std::move(parts->at(2))};
}

std::vector<Disclosed> open_disclosures(std::span<std::string const> bodies, std::vector<std::string> const& digests) {
  std::vector<Disclosed> opened;
  for (auto const& body : bodies) opened.push_back(open_disclosure(body, digests));
  return opened;
}

template <class E>
Event read_event(boost::json::object const& data, std::vector<Disclosed> const& disclosed) {
  E event{};
  for_each_field<E>([&](auto const& field) {
    boost::json::value const* value = nullptr;
    if (field.privacy == Privacy::Open) {
      value = data.if_contains(field.name);
    } else if (auto const found = std::ranges::find(disclosed, field.name, &Disclosed::name); found != disclosed.end()) {
      value = &found->value;
    }
    if (value != nullptr && read(*value, event.*field.member, Place{}, history)) throw LeafFault("a field of the event is of another kind");
  });
  return event;
}

using EventReader = Event (*)(boost::json::object const&, std::vector<Disclosed> const&);

std::unordered_map<std::string_view, EventReader> const& event_readers() {
  static auto const readers = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::unordered_map<std::string_view, EventReader>{
        {std::variant_alternative_t<I, Event>::name, &read_event<std::variant_alternative_t<I, Event>>}...};
  }
  (std::make_index_sequence<std::variant_size_v<Event>>{});
  return readers;
}

Event read_event_of(std::string_view type, boost::json::object const& object, std::vector<Disclosed> const& disclosed) {
  auto const reader = event_readers().find(type);
  if (reader == event_readers().end()) throw LeafFault("it records an event of no kind we know");
  auto const* data = object.if_contains("data");
  if (data == nullptr || !data->is_object()) throw LeafFault("it has no data");
  return reader->second(data->get_object(), disclosed);
}

}  // namespace

Leaf read_leaf(std::string_view bytes, std::span<std::string const> disclosures) {
  std::array<unsigned char, 4096> buffer;
  boost::json::monotonic_resource storage(buffer.data(), buffer.size());
  auto const value = parse(bytes, &storage);
  auto const* object = value.if_object();
  if (object == nullptr) throw LeafFault("it is not an object");
  if (member<std::int64_t>(*object, "v") != 1) throw LeafFault("it is of a later version than we know");
  Leaf leaf;
  if (object->contains("_sd")) leaf.disclosure_digests = member<std::vector<std::string>>(*object, "_sd");
  leaf.previous_digest_hex = member<std::string>(*object, "cprev");
  leaf.log = member<std::string>(*object, "log");
  leaf.machine = member<std::string>(*object, "machine");
  auto& recorded = leaf.recorded;
  recorded.id = member<EventId>(*object, "id");
  recorded.complaint = member<ComplaintId>(*object, "complaint");
  recorded.sequence = member<std::int64_t>(*object, "cseq");
  recorded.at = member<Time>(*object, "at");
  recorded.actor = member<Actor>(*object, "actor");
  recorded.event = read_event_of(member<std::string>(*object, "type"), *object, open_disclosures(disclosures, leaf.disclosure_digests));
  return leaf;
}

RecordedEvent open_leaf(std::string_view bytes, std::vector<std::string> const& disclosures) {
  return std::move(read_leaf(bytes, disclosures).recorded);
}

bool is_canonical(std::string_view bytes) {
  boost::json::error_code error;
  auto const value = boost::json::parse(boost::json::string_view(bytes.data(), bytes.size()), error);
  if (error) return false;
  try {
    std::string written;
    write_canonical(written, value);
    return written == bytes;
  } catch (std::logic_error const&) {
    return false;
  }
}

}  // namespace redress::codec
