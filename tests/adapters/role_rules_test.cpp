// SPDX-License-Identifier: Apache-2.0
// Roles as a file: what is read from it, and what is refused, at which line.
#include "adapters/rules/role_rules.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/adapters/rule_files.hpp"

namespace redress::rules {
namespace {

std::vector<std::string_view> const commands{"add-note", "draft-letter", "record-fact", "record-root-cause"};

std::string const needed = R"([[role]]
name = "administrator"
privileges = ["manage-users"]
[[role]]
name = "program"
commands = ["*"]
)";

class RoleFile : public RuleFiles {
 protected:
  Roles loaded(std::string const& more) { return load_roles(write("roles.toml", needed + more), commands); }
  std::string fault_in(std::string const& more) {
    return fault_of([](std::filesystem::path const& path) { return load_roles(path, commands); }, write("roles.toml", needed + more));
  }
};

TEST_F(RoleFile, TellsOutWhatIsWrittenWithAStar) {
  auto const roles = loaded("[[role]]\nname = \"scribe\"\ncommands = [\"record-*\", \"record-fact\"]\nprivileges = [\"read-complaints\"]\n");

  EXPECT_EQ(roles.at("scribe").may, (std::vector<std::string>{"record-fact", "record-root-cause", "read-complaints"}));
  EXPECT_EQ(roles.at("program").may.size(), commands.size());
  EXPECT_FALSE(roles.at("scribe").remedy_most);
}

TEST_F(RoleFile, ReadsHowLargeARemedyMayBe) {
  auto const roles = loaded("[[role]]\nname = \"scribe\"\ncommands = [\"add-note\"]\nremedy_most = { minor_units = 5000, currency = \"EUR\" }\n");

  EXPECT_EQ(roles.at("scribe").remedy_most, (Money{5000, "EUR"}));
}

TEST_F(RoleFile, IsRefusedAtTheLineOfWhatNobodyKnows) {
  auto const role = [](std::string const& line) { return "[[role]]\nname = \"scribe\"\n" + line + "\n"; };

  EXPECT_TRUE(fault_in(role("commands = [\"close-it\"]")).contains("roles.toml:9:")) << fault_in(role("commands = [\"close-it\"]"));
  EXPECT_TRUE(fault_in(role("commands = [\"delete-*\"]")).contains("roles.toml:9:"));
  EXPECT_TRUE(fault_in(role("privileges = [\"read-minds\"]")).contains("roles.toml:9:"));
  EXPECT_TRUE(fault_in(role("comands = [\"add-note\"]")).contains("comands") || fault_in(role("comands = [\"add-note\"]")).contains("may do nothing"));
  EXPECT_TRUE(fault_in("[[role]]\nname = \"idle\"\n").contains("may do nothing"));
  EXPECT_TRUE(fault_in("[[role]]\nname = \"program\"\ncommands = [\"*\"]\n").contains("there is a role \"program\" already"));
}

TEST_F(RoleFile, IsRefusedWithoutTheRolesThatTheProgramRelatesTo) {
  EXPECT_TRUE(fault_of([](std::filesystem::path const& path) { return load_roles(path, commands); },
                       write("roles.toml", "[[role]]\nname = \"program\"\ncommands = [\"*\"]\n"))
                  .contains("there must be a role \"administrator\""));
}

}  // namespace
}  // namespace redress::rules
