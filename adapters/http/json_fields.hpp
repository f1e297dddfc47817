// SPDX-License-Identifier: Apache-2.0
#pragma once

// A JSON object of a request, read field by field. What is of the wrong type, and what nobody asked for, is the caller's mistake: RequestFault, 400.

#include <boost/json/object.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/message.hpp"

namespace redress::http {

class JsonFields {
 public:
  explicit JsonFields(Request const& request);

  [[nodiscard]] bool has(std::string_view name);
  [[nodiscard]] std::string text(std::string_view name);
  [[nodiscard]] std::optional<std::string> optional_text(std::string_view name);
  [[nodiscard]] std::optional<std::vector<std::string>> optional_texts(std::string_view name);
  [[nodiscard]] std::optional<bool> optional_flag(std::string_view name);
  /// Refuses every field that was not read.
  void end() const;

 private:
  [[nodiscard]] boost::json::value const* find(std::string_view name);

  boost::json::object object_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace redress::http
