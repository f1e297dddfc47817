// SPDX-License-Identifier: Apache-2.0
// Attempts to log in by a provider: nobody who begins them without end keeps others out.
#include "engine/runtime/provider_desk.hpp"

#include <gtest/gtest.h>

#include "tests/access/access_house.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

using runtime::ProviderDesk;
using runtime::ProviderOutcome;

/// Vouches for one person, by an address.
class FakeProvider final : public ports::IdentityProvider {
 public:
  [[nodiscard]] std::string const& title() const override { return name_; }
  [[nodiscard]] std::string const& issuer() const override { return name_; }
  [[nodiscard]] std::expected<std::string, ports::IdentityRefused> address_for(ports::ProviderAttempt const& attempt) override { return attempt.state; }
  [[nodiscard]] std::expected<ports::ProvenIdentity, ports::IdentityRefused> prove(ports::ProviderAttempt const&, ports::ProviderReturn const&, Time) override {
    return ports::ProvenIdentity{name_, "subject-7", "ilze.berzina@dzintara-maja.example"};
  }

 private:
  std::string name_ = "https://id.example.org";
};

class LogInByProvider : public ::testing::Test {
 protected:
  LogInByProvider() { house.add("ilze", "handler", "staff-01"); }

  [[nodiscard]] ProviderDesk desk_for(Organisation const& organisation) {
    return ProviderDesk({house.desk, *house.store, house.secrets, house.clock, provider, {"dzintara-maja.example"}, runtime::addresses_of(organisation)});
  }
  /// As the fake provider has it, the address is the state.
  [[nodiscard]] static std::expected<runtime::LoggedIn, ProviderOutcome> end(ProviderDesk& desk, ProviderDesk::Begun const& begun) {
    return desk.end(begun.address, begun.secret, {}, "192.0.2.1");
  }

  AccessHouse house;
  FakeProvider provider;
};

TEST_F(LogInByProvider, MakesRoomByForgettingWhatWasBegunFirst) {
  auto desk = desk_for(demonstration_rulebook().organisation);
  auto const first = desk.begin("192.0.2.1").value();
  house.clock.set(house.clock.now() + std::chrono::seconds{1});
  auto const second = desk.begin("192.0.2.1").value();
  house.clock.set(house.clock.now() + std::chrono::seconds{1});
  for (std::size_t i = 1; i < ProviderDesk::attempts_most; ++i) ASSERT_TRUE(desk.begin("address " + std::to_string(i / 20))) << i;

  EXPECT_EQ(end(desk, first).error(), ProviderOutcome::Expired);
  EXPECT_TRUE(end(desk, second)) << "an enemy who begins without end keeps nobody out";
}

TEST_F(LogInByProvider, IsNotBegunWithoutEndFromOneAddress) {
  auto desk = desk_for(demonstration_rulebook().organisation);
  int begun = 0;
  while (begun < 1000 && desk.begin("192.0.2.1")) ++begun;

  EXPECT_EQ(begun, 30);
  EXPECT_EQ(desk.begin("192.0.2.1").error(), ProviderOutcome::TooOften);
  EXPECT_TRUE(desk.begin("192.0.2.2"));
  house.clock.set(house.clock.now() + std::chrono::seconds{10});
  EXPECT_TRUE(desk.begin("192.0.2.1"));
}

TEST_F(LogInByProvider, LinksNobodyByAnAddressThatSeveralShare) {
  auto organisation = demonstration_rulebook().organisation;
  organisation.staff[1].email = "Ilze.Berzina@dzintara-maja.example";
  auto shared = desk_for(organisation);
  auto own = desk_for(demonstration_rulebook().organisation);

  EXPECT_EQ(end(shared, shared.begin("192.0.2.1").value()).error(), ProviderOutcome::Unlinked);
  EXPECT_TRUE(end(own, own.begin("192.0.2.1").value()));
}

}  // namespace
}  // namespace redress::testing
