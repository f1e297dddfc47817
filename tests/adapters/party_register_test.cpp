// SPDX-License-Identifier: Apache-2.0
// The organisation's books: who shares what with a sender, and what is wrong in a line of the file.
#include "adapters/rules/party_register.hpp"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace redress::rules {
namespace {

using enum IdentitySign;
using Signs = std::vector<IdentitySign>;

class ThePartyRegister : public ::testing::Test {
 protected:
  std::filesystem::path file(std::string const& lines) {
    std::filesystem::create_directories(folder_.path());
    auto const path = folder_.path() / "register.jsonl";
    std::ofstream(path) << lines;
    return path;
  }

  /// The signs that the clues share with that account; none when they share nothing.
  Signs shared(ports::IdentityClues const& clues, std::string const& account = "K-1") {
    FilePartyRegister const parties(
        file(R"({"account": "K-1", "name": "SIA \"Liepu birojs\"", "addresses": ["Info@Liepu.example"], "domains": ["liepu.example"],)"
             R"( "phones": ["+371 6700 1042"], "numbers": ["INV-2026-0118"], "account_manager": "staff-1"})"
             "\n\n"
             R"({"account": "K-2", "name": "Анна Берзиня", "addresses": [], "domains": [], "phones": [], "numbers": []})"
             "\n"),
        organisation_);
    for (auto const& one : parties.sharing(clues))
      if (one.party.account == account) return one.signs;
    return {};
  }

  std::string fault(std::string const& lines) {
    try {
      FilePartyRegister const parties(file(lines), organisation_);
    } catch (RuleFault const& fault) {
      std::string text = fault.what();
      return text.substr(text.find(".jsonl") + 6);
    }
    return "none";
  }

  testing::TemporaryFolder folder_{"party-register"};
  Organisation organisation_ = [] {
    Organisation organisation;
    organisation.staff.emplace_back().id = StaffId("staff-1");
    return organisation;
  }();
};

TEST_F(ThePartyRegister, FindsWhatASenderShares) {
  EXPECT_EQ(shared({"", "info@liepu.example", {}, {}, "", ""}), (Signs{Address, Domain}));
  EXPECT_EQ(shared({"", "somebody.new@LIEPU.example", {}, {}, "", ""}), Signs{Domain});
  EXPECT_EQ(shared({"sia Liepu Birojs", "x@mail.example", {}, {}, "", ""}), Signs{Name});
  EXPECT_EQ(shared({"", "x@mail.example", {"+37167001042"}, {}, "", ""}), Signs{Phone});
  EXPECT_EQ(shared({"", "x@mail.example", {}, {"inv 2026 0118"}, "", ""}), Signs{Number});
  EXPECT_EQ(shared({"", "x@mail.example", {}, {}, "K-1", ""}), Signs{EarlierComplaint});
  EXPECT_EQ(shared({"", "x@mail.example", {}, {}, "", "Dīvāns ir saplēsts.\n\nAr cieņu\nJānis, SIA „Liepu birojs”"}), Signs{Signature});
  EXPECT_EQ(shared({"АННА БЕРЗИНЯ", "x@mail.example", {}, {}, "", ""}, "K-2"), Signs{Name});
}

TEST_F(ThePartyRegister, FindsNobodyWhereNothingIsShared) {
  EXPECT_EQ(shared({"Cits", "x@notliepu.example", {"+37167001043"}, {"INV-2026-0119"}, "K-3", "Liepu ielas birojs"}), Signs{});
  EXPECT_EQ(shared({"", "", {""}, {""}, "", ""}), Signs{});
}

TEST_F(ThePartyRegister, SaysWhatIsWrongInWhichLine) {
  std::string const good = R"({"account": "K-1", "name": "A", "addresses": [], "domains": [], "phones": [], "numbers": []})"
                           "\n";
  EXPECT_EQ(fault(good), "none");
  EXPECT_EQ(fault(good + "K-2;B\n"), ":2: this is not one JSON object; write one to a line");
  EXPECT_EQ(fault(good + R"({"account": "K-2"})"), ":2: \"name\" must be given");
  EXPECT_NE(fault(good + R"({"account": "K-2", "name": "B", "colour": "red"})").find("colour"), std::string::npos);
  EXPECT_NE(fault(R"({"account": "K-1", "name": "A", "account_manager": "staff-9"})").find("nobody among the staff"), std::string::npos);
}

TEST_F(ThePartyRegister, IsReadAgainWhenItsFileChanges) {
  auto const line = [](std::string const& account, std::string const& name) {
    return R"({"account": ")" + account + R"(", "name": ")" + name + R"(", "addresses": [], "domains": [], "phones": [], "numbers": []})" + "\n";
  };
  auto const path = file(line("K-1", "Anna Kalna"));
  std::vector<std::string> mistakes;
  auto const tell = [&](std::string const& mistake) { mistakes.push_back(mistake.substr(mistake.find(".jsonl") + 6)); };
  FilePartyRegister const parties(path, organisation_, tell, std::chrono::milliseconds{0});
  FilePartyRegister const seldom(path, organisation_, tell, std::chrono::hours{1});
  auto const found = [](FilePartyRegister const& books, std::string const& name) { return !books.sharing({name, "", {}, {}, "", ""}).empty(); };
  ASSERT_TRUE(found(parties, "Anna Kalna"));

  file(line("K-1", "Anna Kalna") + line("K-2", "Liepa Birojs"));
  EXPECT_TRUE(found(parties, "Liepa Birojs"));
  EXPECT_FALSE(found(seldom, "Liepa Birojs")) << "it is not looked at for every mail";

  file("this is no register\n");
  EXPECT_TRUE(found(parties, "Liepa Birojs")) << "one with a mistake does not take the place of a good one";
  std::filesystem::remove(path);
  EXPECT_TRUE(found(parties, "Anna Kalna"));
  EXPECT_EQ(mistakes,
            (std::vector<std::string>{":1: this is not one JSON object; write one to a line", ": cannot be read; check that it is there and may be read"}));

  file(line("K-3", "Cits Cilvēks"));
  EXPECT_TRUE(found(parties, "Cits Cilvēks"));
  EXPECT_FALSE(found(parties, "Anna Kalna"));
}

TEST_F(ThePartyRegister, AnswersAtMostFifty) {
  std::string lines;
  for (int i = 0; i < 200; ++i)
    lines += R"({"account": "K-)" + std::to_string(i) +
             R"(", "name": "Anna Kalna"})"
             "\n";
  FilePartyRegister const parties(file(lines), organisation_);

  EXPECT_EQ(parties.sharing({"Anna Kalna", "", {}, {}, "", ""}).size(), 50U);
}

}  // namespace
}  // namespace redress::rules
