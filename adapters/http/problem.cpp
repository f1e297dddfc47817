// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/problem.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <array>
#include <boost/json/serialize.hpp>
#include <random>
#include <typeinfo>
#include <utility>

#include "engine/ports/letter_writer.hpp"
#include "engine/ports/mail_journal.hpp"
#include "engine/ports/store.hpp"

namespace redress::http {

namespace {

constexpr std::array titles{
    std::pair{400U, "The request is malformed"},      std::pair{401U, "A token is needed"},
    std::pair{403U, "You may not do this"},           std::pair{404U, "There is no such thing"},
    std::pair{405U, "This cannot be done here"},      std::pair{408U, "The request came too slowly"},
    std::pair{409U, "There is one already"},          std::pair{429U, "Too many attempts"},
    std::pair{406U, "There is no such form of it"},   std::pair{411U, "The length of the body is missing"},
    std::pair{412U, "The complaint has moved on"},    std::pair{413U, "The body is too large"},
    std::pair{415U, "The body is of the wrong type"}, std::pair{422U, "The command is refused"},
    std::pair{431U, "The header is too large"},       std::pair{500U, "Something went wrong on our side"},
    std::pair{503U, "Redress cannot answer now"},     std::pair{505U, "This version of HTTP is not spoken here"},
    std::pair{507U, "There is no space left"},
};

std::string correlation_identifier() {
  std::random_device chance;
  return fmt::format("{:08x}{:08x}", chance(), chance());
}

Response logged_problem(unsigned status, std::string_view detail, std::string_view what) {
  auto const correlation = correlation_identifier();
  spdlog::error("http: {} ({}): {}", status, correlation, what);
  return problem(status, detail, {{"correlation", correlation}});
}

Response try_again(std::string_view detail, std::string_view what) {
  auto response = logged_problem(503, detail, what);
  response.headers.push_back({"Retry-After", "1"});
  return response;
}

Response answer_to(ports::StoreFault const& fault) {
  switch (fault.kind()) {
    case ports::StoreFaultKind::Unavailable:
    case ports::StoreFaultKind::Conflict:
      return try_again("The store cannot be reached now.", fault.what());
    case ports::StoreFaultKind::Full:
      return logged_problem(507, "The store is full; nothing was written.", fault.what());
    case ports::StoreFaultKind::Corrupt:
      break;
  }
  return logged_problem(500, "The store cannot be read.", fault.what());
}

Response answer_or_throw(std::exception_ptr thrown) {
  try {
    std::rethrow_exception(std::move(thrown));
  } catch (RequestFault const& fault) {
    return problem(fault.status(), fault.what());
  } catch (ports::StoreFault const& fault) {
    return answer_to(fault);
  } catch (ports::JournalFault const& fault) {
    return try_again("The mail could not be kept; send it again.", fault.what());
  } catch (ports::LetterFault const& fault) {
    return logged_problem(500, "The letter cannot be composed.", fault.what());
  } catch (std::exception const& unexpected) {
    return logged_problem(500, "The failure is in the log.", typeid(unexpected).name());
  } catch (...) {
    return logged_problem(500, "The failure is in the log.", "something that is not an exception");
  }
}

}  // namespace

std::string_view title_of(unsigned status) {
  for (auto const& [number, title] : titles)
    if (number == status) return title;
  return "The request failed";
}

std::string problem_type(std::string_view name) {
  return fmt::format("/api/v1/problems/{}", name);
}

Response json_answer(unsigned status, boost::json::object const& object) {
  return {status, {{"Content-Type", "application/json"}}, boost::json::serialize(object), nullptr};
}

Response problem(unsigned status, std::string_view detail, boost::json::object more) {
  boost::json::object body{{"type", "about:blank"}, {"title", title_of(status)}, {"status", status}};
  if (!detail.empty()) body["detail"] = detail;
  for (auto& [key, value] : more) body.insert_or_assign(key, std::move(value));
  return {status, {{"Content-Type", "application/problem+json"}}, boost::json::serialize(body), nullptr};
}

Response answer_to(std::exception_ptr thrown) noexcept {
  try {
    return answer_or_throw(std::move(thrown));
  } catch (...) {
    return {500, {}, {}, nullptr};
  }
}

}  // namespace redress::http
