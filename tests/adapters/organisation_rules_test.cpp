// SPDX-License-Identifier: Apache-2.0
// What an organisation may say of its people and systems: absences, authority, levels, addresses.
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "tests/adapters/rule_files.hpp"

namespace redress::rules {
namespace {

class OrganisationRules : public RuleFiles {
 protected:
  void SetUp() override {
    RuleFiles::SetUp();
    write("billing-secret", "s3cret\n");
  }

  /// The demonstration's organisation with these lines where its systems stand.
  std::string with_systems(std::string const& lines) { return replaced(whole_, "[[systems]]\nname = \"billing\"\n", lines); }
  std::string fault_of_file(std::string const& content) { return fault_of(load_organisation, write("organisation.toml", content)); }
  Organisation load(std::string const& content) { return load_organisation(write("organisation.toml", content)); }

  std::string const whole_ = [] {
    std::ifstream file(source() / "adapters/app/demonstration/organisation.toml", std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), {}};
  }();
};

TEST_F(OrganisationRules, HoldWhoIsAwayAndHowMuchEachMayPromise) {
  auto const organisation = load(whole_);
  auto const& handler = *organisation.find(StaffId{"staff-03"});

  EXPECT_TRUE(handler.is_away_on(*parse_date("2026-07-01")) && handler.is_away_on(*parse_date("2026-07-14")));
  EXPECT_FALSE(handler.is_away_on(*parse_date("2026-06-30")) || handler.is_away_on(*parse_date("2026-07-15")));
  EXPECT_TRUE(handler.may_promise({20000, "EUR"}));
  EXPECT_FALSE(handler.may_promise({20001, "EUR"}) || handler.may_promise({1, "USD"}));
  EXPECT_TRUE(organisation.find(StaffId{"staff-05"})->may_promise({1'000'000'000, "EUR"}));
}

TEST_F(OrganisationRules, HoldHowMailIsAcknowledged) {
  auto const with_mail = [&](std::string const& lines) { return replaced(whole_, "[mail]\n", "[mail]\n" + lines); };
  auto const by_hand = load(whole_);
  auto const at_once =
      load(with_mail("authserv_id = \"mx.shop.example\"\nacknowledge = \"automatically\"\nacknowledge_handlers = [\"staff-02\", \"staff-01\"]\n"
                     "acknowledge_most_an_hour = 5\n"));

  EXPECT_EQ(by_hand.acknowledging.how, Acknowledging::ByHand);
  EXPECT_EQ(at_once.authserv_id, "mx.shop.example");
  EXPECT_EQ(at_once.acknowledging.how, Acknowledging::Automatically);
  EXPECT_EQ(at_once.acknowledging.senders, AcknowledgedSenders::Authenticated);
  EXPECT_EQ(at_once.acknowledging.handlers, (std::vector{StaffId("staff-02"), StaffId("staff-01")}));
  EXPECT_EQ(at_once.acknowledging.most_an_hour_a_domain, 5);
  EXPECT_TRUE(fault_of_file(with_mail("acknowledge = \"automatically\"\n")).ends_with("say in \"acknowledge_handlers\" whose"));
  EXPECT_TRUE(fault_of_file(with_mail("acknowledge = \"automatically\"\nacknowledge_handlers = [\"staff-01\"]\n"))
                  .ends_with("give \"authserv_id\", or set acknowledge_senders = \"everybody\""));
  EXPECT_NE(fault_of_file(with_mail("acknowledge_handlers = [\"staff-99\"]\n")).find("acknowledge_handlers"), std::string::npos);
}

TEST_F(OrganisationRules, HoldWhereTheTokenOfACalendarStands) {
  auto const with_token = [&](std::string const& file) {
    return replaced(whole_, "phone = \"+371 6700 0011\"\n", "phone = \"+371 6700 0011\"\ncalendar_token_file = \"" + file + "\"\n");
  };

  EXPECT_EQ(load(with_token("billing-secret")).find(StaffId{"staff-01"})->calendar_token_file, (folder_ / "billing-secret").string());
  EXPECT_TRUE(load(whole_).find(StaffId{"staff-01"})->calendar_token_file.empty());
  EXPECT_TRUE(fault_of_file(with_token("nowhere")).ends_with("there is no such file; its path is meant from the folder of this file"));
}

TEST_F(OrganisationRules, HoldWhoIsNextAtEachLevel) {
  auto const organisation = load(whole_);

  EXPECT_EQ(organisation.escalation.at(Escalation::Supervisor), StaffId{"staff-04"});
  EXPECT_EQ(organisation.escalation.at(Escalation::Executive), StaffId{"staff-05"});
  EXPECT_FALSE(organisation.escalation.contains(Escalation::ExternalBody));
}

TEST_F(OrganisationRules, HoldTheSystemsThatAreToldOfHolds) {
  auto const organisation = load(with_systems(R"([[systems]]
name = "billing"
url = "https://billing.example:8443/holds?from=redress"
secret_file = "billing-secret"
[[systems]]
name = "delivery"
url = "http://127.0.0.1:9000"
[[systems]]
name = "stock"
url = "http://[::1]:9000/"
[[systems]]
name = "archive"
)"));

  ASSERT_EQ(organisation.systems.size(), 4u);
  EXPECT_EQ(organisation.find_system("billing")->secret_file, (folder_ / "billing-secret").string());
  EXPECT_EQ(organisation.find_system("delivery")->url, "http://127.0.0.1:9000");
  EXPECT_TRUE(organisation.find_system("delivery")->secret_file.empty());
  EXPECT_TRUE(organisation.find_system("archive")->url.empty());
  EXPECT_EQ(organisation.find_system("nobody"), nullptr);
}

TEST_F(OrganisationRules, RefuseEveryMistakeInAbsencesAuthorityAndLevels) {
  for (auto const& broken : {
           Broken{"until = 2026-07-14", "until = 2026-06-30", "\"until\" is before \"from\"; give the last day they are away"},
           Broken{", until = 2026-07-14", "", "\"until\" is missing; add it here"},
           Broken{"until = 2026-07-14", "until = 2026-07-14, why = \"leave\"", "nobody knows what \"why\" means here; correct its spelling or take it out"},
           Broken{"away = [{ from = 2026-07-01, until = 2026-07-14 }]", "away = 2026-07-01", "\"away\" must be a list of tables"},
           Broken{"minor_units = 20000", "minor_units = 0", "\"minor_units\" must be a whole number of at least 1"},
           Broken{"currency = \"EUR\"", "currency = \"euro\"", "\"currency\" must be an ISO 4217 code such as EUR"},
           Broken{"{ minor_units = 20000, currency = \"EUR\" }", "{ minor_units = 20000 }", "\"currency\" is missing; add it here"},
           Broken{"{ minor_units = 20000, currency = \"EUR\" }", "20000", "\"authority\" must be a table"},
           Broken{"level = \"supervisor\"", "level = \"boss\"", "\"level\" cannot be \"boss\"; it is one of supervisor, executive, external-body"},
           Broken{"level = \"executive\"", "level = \"supervisor\"", "this level is there already; name one person for each"},
           Broken{"level = \"executive\"\nstaff = \"staff-05\"", "level = \"executive\"\nstaff = \"nobody\"",
                  "there is no member of staff \"nobody\"; add one or correct the name"},
           Broken{"level = \"executive\"\nstaff = \"staff-05\"", "level = \"executive\"", "\"staff\" is missing; add it here"},
           Broken{"level = \"executive\"\n", "level = \"executive\"\nphone = \"1\"\n",
                  "nobody knows what \"phone\" means here; correct its spelling or take it out"},
       }) {
    auto const fault = fault_of_file(replaced(whole_, broken.what, broken.with));
    EXPECT_TRUE(fault.starts_with("organisation.toml:") && fault.ends_with(broken.fault)) << fault;
  }
}

TEST_F(OrganisationRules, RefuseAnAddressThatASecretCouldLeakTo) {
  for (std::string const url :
       {"http://billing.example/", "ftp://billing.example/", "https://", "https:///holds", "billing.example", "https://a b.example/",
        "https://user:word@billing.example/", "http://127.0.0.1.evil.example/", "http://localhost@evil.example/", "https://b.example/#x"}) {
    auto const fault = fault_of_file(with_systems("[[systems]]\nname = \"billing\"\nurl = \"" + url + "\"\n"));
    EXPECT_TRUE(fault.ends_with("must begin with https://, or with http:// and lead to this machine, and hold no name or password")) << url << ": " << fault;
  }
}

TEST_F(OrganisationRules, RefuseEveryMistakeInSystems) {
  std::string const url = "url = \"https://billing.example/\"\n";
  struct {
    std::string lines;
    std::string fault;
  } const broken[]{
      {"[[systems]]\n" + url, "\"name\" is missing; add it here"},
      {"[[systems]]\nname = \"billing\"\n[[systems]]\nname = \"billing\"\n", "\"billing\" is described twice; take one of the two out"},
      {"[[systems]]\nname = \"billing\"\nsecret_file = \"billing-secret\"\n", "a secret without a \"url\" signs nothing; add the url or take it out"},
      {"[[systems]]\nname = \"billing\"\nsecret_file = \"nowhere\"\n" + url, "there is no such file; its path is meant from the folder of this file"},
      {"[[systems]]\nname = \"billing\"\nsecret = \"s3cret\"\n" + url, "nobody knows what \"secret\" means here; correct its spelling or take it out"},
  };
  for (auto const& [lines, expected] : broken) {
    auto const fault = fault_of_file(with_systems(lines));
    EXPECT_TRUE(fault.starts_with("organisation.toml:") && fault.ends_with(expected)) << fault;
  }
}

}  // namespace
}  // namespace redress::rules
