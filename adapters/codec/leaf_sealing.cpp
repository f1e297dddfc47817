// SPDX-License-Identifier: Apache-2.0
// The writing half of codec/leaf.hpp. Leaves are written on the way of every command, so they are written straight from the fields.
#include <algorithm>

#include "adapters/codec/canonical.hpp"
#include "adapters/codec/leaf.hpp"

namespace redress::codec {
namespace {

struct Disclosure {
  std::string digest;
  std::string body;
};

template <class T>
bool has_nothing_to_say(T const& value) {
  if constexpr (requires { value.empty(); })
    return value.empty();
  else
    return is_absent(value);
}

template <class T>
Disclosure disclose(std::string_view name, T const& value, ports::Salt const& salt) {
  std::string text;
  text.reserve(128);
  text += "[\"";
  text += base64url(std::span<unsigned char const>(salt));
  text += "\",\"";
  text += name;
  text += "\",";
  write_canonical(text, value);
  text += ']';
  auto body = base64url(std::string_view(text));
  return {base64url(std::span<unsigned char const>(sha256(body))), std::move(body)};
}

/// Writes the open fields to `data`, and gives the personal ones back as disclosures.
template <class E>
std::vector<Disclosure> write_fields(std::string& data, E const& event, SaltSource const& salt) {
  std::vector<Disclosure> disclosures;
  char separator = '{';
  for_each_field_by_name<E>([&](auto const& field) {
    auto const& value = event.*field.member;
    if (has_nothing_to_say(value)) return;
    if (field.privacy == Privacy::Personal) {
      disclosures.push_back(disclose(field.name, value, salt()));
      return;
    }
    write_key(data, field.name, separator);
    write_canonical(data, value);
  });
  data += separator == '{' ? "{}" : "}";
  std::ranges::sort(disclosures, {}, &Disclosure::digest);
  return disclosures;
}

/// With all six digits, so that moments of equal precision compare as text.
std::string full_text(Time time) {
  auto text = to_text(time);
  if (text.size() == std::string_view("2026-11-21T10:15:30Z").size()) text.insert(text.size() - 1, ".000000");
  return text;
}

void write_digests(std::string& out, std::vector<Disclosure> const& disclosures) {
  if (disclosures.empty()) return;
  out += "\"_sd\":";
  char separator = '[';
  for (auto const& disclosure : disclosures) {
    out += std::exchange(separator, ',');
    out += '"';
    out += disclosure.digest;
    out += '"';
  }
  out += "],";
}

template <class T>
void write_member(std::string& out, std::string_view key, T const& value) {
  char separator = ',';
  write_key(out, key, separator);
  write_canonical(out, value);
}

}  // namespace

SealedEvent seal(RecordedEvent const& recorded, std::string_view previous_digest_hex, std::string_view log_origin, std::string_view machine,
                 SaltSource const& salt) {
  std::string data;
  auto disclosures = std::visit([&](auto const& event) { return write_fields(data, event, salt); }, recorded.event);
  SealedEvent sealed;
  auto& bytes = sealed.bytes;
  bytes.reserve(512 + data.size() + disclosures.size() * 46);
  bytes += '{';
  write_digests(bytes, disclosures);
  bytes += "\"_sd_alg\":\"sha-256\"";
  write_member(bytes, "actor", recorded.actor);
  write_member(bytes, "at", full_text(recorded.at));
  write_member(bytes, "complaint", recorded.complaint);
  write_member(bytes, "cprev", previous_digest_hex);
  write_member(bytes, "cseq", recorded.sequence);
  bytes += ",\"data\":";
  bytes += data;
  write_member(bytes, "id", recorded.id);
  write_member(bytes, "log", log_origin);
  write_member(bytes, "machine", machine);
  write_member(bytes, "type", name_of(recorded.event));
  bytes += ",\"v\":1}";
  sealed.digest_hex = sha256_hex(bytes);
  for (auto& disclosure : disclosures) {
    sealed.disclosure_digests.push_back(std::move(disclosure.digest));
    sealed.disclosures.push_back(std::move(disclosure.body));
  }
  return sealed;
}

}  // namespace redress::codec
