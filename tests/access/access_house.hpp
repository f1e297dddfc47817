// SPDX-License-Identifier: Apache-2.0
#pragma once

// The real API over the real workflow and a store in memory, with users who log in; the clock is the test's.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/client.hpp"
#include "adapters/http/router.hpp"
#include "adapters/http/server.hpp"
#include "adapters/store/open_store.hpp"
#include "adapters/system/manual_clock.hpp"
#include "adapters/system/seeded_identifiers.hpp"
#include "adapters/system/sodium_secrets.hpp"
#include "engine/runtime/access_desk.hpp"
#include "engine/runtime/engine.hpp"
#include "engine/runtime/read_recorder.hpp"

namespace redress::testing {

/// The shipped roles and every action there is.
[[nodiscard]] Roles const& shipped_roles();
[[nodiscard]] std::vector<std::string> const& all_actions();

/// Who makes a request, and how they prove it.
struct Browser {
  std::string cookie;  ///< "redress=…"
};

class AccessHouse {
 public:
  static constexpr auto password = "correct horse battery staple";
  static constexpr auto operator_token = "the operator's token";
  static constexpr auto calendar_token = "opens every calendar of the house";

  AccessHouse();
  ~AccessHouse();

  /// A user of that role, who is that member of staff.
  void add(std::string const& name, std::string const& role, std::string const& staff = {});
  /// A session of theirs, made at the desk.
  [[nodiscard]] Browser browser(std::string const& name);
  /// A token of theirs.
  [[nodiscard]] std::string token(std::string const& name, std::vector<std::string> scopes = {});

  [[nodiscard]] http::Reply ask(Browser const& browser, std::string_view method, std::string_view target, std::string body = {},
                                std::vector<http::Header> headers = {}) const;
  [[nodiscard]] http::Reply ask(std::string const& bearer, std::string_view method, std::string_view target, std::string body = {},
                                std::vector<http::Header> headers = {}) const;
  [[nodiscard]] http::Reply log_in(std::string const& name, std::string const& with_password, std::vector<http::Header> headers = {}) const;

  /// A new complaint that concerns these.
  Reference receive(std::vector<StaffId> concerns = {});
  /// A well-filled command of that name by staff-01; it must be accepted.
  void go(Reference const& reference, std::string_view command);
  /// A mail comes in, and becomes what it is to become.
  MailId take(std::string_view raw);

  [[nodiscard]] std::vector<http::Route> const& routes() const { return routes_; }
  [[nodiscard]] std::string address() const { return server_->address(); }

  system::ManualClock clock;
  system::SeededIdentifiers identifiers{1};
  std::unique_ptr<store::NodeStore> store;
  system::SodiumSecrets secrets;
  runtime::AccessDesk desk;
  runtime::ReadRecorder readings;  ///< writes when it is told to

 private:
  struct Surroundings;
  std::unique_ptr<Surroundings> surroundings_;
  std::vector<http::Route> routes_;
  std::unique_ptr<http::Server> server_;
};

}  // namespace redress::testing
