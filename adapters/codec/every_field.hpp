// SPDX-License-Identifier: Apache-2.0
#pragma once

// A record as JSON with all its fields: one that has no value is null, for readers outside who look for it by name.

#include <boost/json/object.hpp>

#include "adapters/codec/described.hpp"

namespace redress::codec {

template <Described T>
[[nodiscard]] boost::json::object with_every_field(T const& record) {
  boost::json::object object = to_json(record).as_object();
  for_each_field<T>([&](auto const& field) {
    if (!object.contains(field.name)) object.emplace(field.name, nullptr);
  });
  return object;
}

}  // namespace redress::codec
