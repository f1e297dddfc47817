// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers that say no: RFC 9457 problems. A problem tells its caller what to do and nothing about anybody; what went wrong inside stands in
// the log under the problem's correlation identifier.

#include <boost/json/object.hpp>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>

#include "adapters/http/message.hpp"

namespace redress::http {

/// The request cannot be answered as it stands: thrown by whoever reads a part of it, and turned into a problem by the server. The text is
/// shown to the caller, so it repeats nothing of the request.
class RequestFault : public std::runtime_error {
 public:
  RequestFault(unsigned status, std::string const& what) : std::runtime_error(what), status_(status) {}
  [[nodiscard]] unsigned status() const { return status_; }

 private:
  unsigned status_;
};

/// A problem of no type of its own: its title is that of the status, `detail` says more. `more` is added to it.
[[nodiscard]] Response problem(unsigned status, std::string_view detail, boost::json::object more = {});

/// The answer to what was thrown, of any type. What is not the caller's to mend is logged with a correlation identifier, and without the
/// text of an exception that no port of ours declares, for that may be personal.
[[nodiscard]] Response answer_to(std::exception_ptr thrown) noexcept;

[[nodiscard]] std::string_view title_of(unsigned status);

/// `problem.type` of a refusal and of its kin: a name below the API's own address.
[[nodiscard]] std::string problem_type(std::string_view name);

[[nodiscard]] Response json_answer(unsigned status, boost::json::object const& object);

}  // namespace redress::http
