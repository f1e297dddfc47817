// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>
#include <vector>

#include "adapters/system/data_directory.hpp"
#include "adapters/system/manual_clock.hpp"
#include "adapters/system/random_identifiers.hpp"
#include "adapters/system/readable_reference.hpp"
#include "adapters/system/seeded_identifiers.hpp"
#include "adapters/system/system_clock.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using redress::Time;
using redress::system::DataDirectory;
using redress::system::ManualClock;
using redress::system::RandomIdentifiers;
using redress::system::SeededIdentifiers;
using redress::testing::TemporaryFolder;
using namespace std::chrono_literals;

constexpr Time noon = std::chrono::sys_days(2026y / 3 / 2) + 12h;

/// Whether the text has the form: 'h' stands for a hexadecimal digit, 'c' for a letter of Crockford's alphabet, 'b' for one of base64url,
/// 'v' for the variant of a UUID; anything else for itself.
bool has_form(std::string_view text, std::string_view form) {
  return std::ranges::equal(text, form, [](char given, char wanted) {
    switch (wanted) {
      case 'h':
        return std::string_view("0123456789abcdef").contains(given);
      case 'c':
        return std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ").contains(given);
      case 'b':
        return std::isalnum(static_cast<unsigned char>(given)) != 0 || given == '-' || given == '_';
      case 'v':
        return std::string_view("89ab").contains(given);
      default:
        return given == wanted;
    }
  });
}

unsigned mode_of(std::filesystem::path const& file) {
  struct stat facts {};
  ::stat(file.c_str(), &facts);
  return facts.st_mode & 0777U;
}

/// A number that belonged to a process which is gone.
int past_process() {
  auto const child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return child;
}

}  // namespace

TEST(SystemClock, DoesNotStandBeforeThisProgramWasWritten) {
  EXPECT_GT(redress::system::SystemClock().now(), std::chrono::sys_days(2024y / 1 / 1));
}

TEST(ManualClock, StandsStillUntilItIsTold) {
  ManualClock clock(noon);

  EXPECT_EQ(clock.now(), noon);
  clock.advance(90min);
  EXPECT_EQ(clock.now(), noon + 90min);
  clock.set(noon - 1h);
  EXPECT_EQ(clock.now(), noon - 1h);
}

TEST(RandomIdentifiers, GiveUuidsOfVersionSevenThatTellTheTime) {
  RandomIdentifiers identifiers;

  auto const uuid = identifiers.uuid(Time(1'645'557'742'000ms));

  EXPECT_TRUE(has_form(uuid, "hhhhhhhh-hhhh-7hhh-vhhh-hhhhhhhhhhhh")) << uuid;
  EXPECT_TRUE(uuid.starts_with("017f22e2-79b0-7")) << uuid << " against RFC 9562, A.6";
}

TEST(RandomIdentifiers, AscendWithinOneMillisecondAndWhenTheClockStepsBack) {
  RandomIdentifiers identifiers;
  std::vector<std::string> uuids;

  for (int i = 0; i < 10'000; ++i) uuids.push_back(identifiers.uuid(noon));
  uuids.push_back(identifiers.uuid(noon - 5s));
  uuids.push_back(identifiers.uuid(noon + 1s));

  EXPECT_TRUE(std::ranges::is_sorted(uuids));
  EXPECT_EQ(std::set(uuids.begin(), uuids.end()).size(), uuids.size());
}

TEST(RandomIdentifiers, BelieveAClockThatWasSetBackByMuch) {
  RandomIdentifiers identifiers;

  auto const wrong = identifiers.uuid(noon + 24h * 365);
  auto const corrected = identifiers.uuid(noon);

  EXPECT_LT(corrected, wrong);
}

TEST(RandomIdentifiers, GiveReferencesAPersonCanReadOut) {
  RandomIdentifiers identifiers;
  std::set<std::string> seen;

  for (int i = 0; i < 1000; ++i) seen.insert(identifiers.reference().value);

  EXPECT_EQ(seen.size(), 1000U);
  EXPECT_TRUE(std::ranges::all_of(seen, [](auto const& text) { return has_form(text, "R-cccc-cccc"); })) << *seen.begin();
}

TEST(ReadableReference, UsesFortyBitsAndAllOfThem) {
  EXPECT_EQ(redress::system::readable_reference(0).value, "R-0000-0000");
  EXPECT_EQ(redress::system::readable_reference(0xff'ffff'ffff).value, "R-ZZZZ-ZZZZ");
  EXPECT_EQ(redress::system::readable_reference(0x1234'5678'9a00'0001).value, "R-F2D0-0001");
}

TEST(RandomIdentifiers, GiveAnotherSaltEachTime) {
  RandomIdentifiers identifiers;

  EXPECT_NE(identifiers.salt(), identifiers.salt());
}

TEST(SeededIdentifiers, AreTheSameForTheSameSeedAndOthersForAnother) {
  SeededIdentifiers first(7);
  SeededIdentifiers again(7);
  SeededIdentifiers other(8);

  EXPECT_EQ(first.uuid(noon), again.uuid(noon));
  EXPECT_EQ(first.reference(), again.reference());
  EXPECT_EQ(first.salt(), again.salt());
  EXPECT_NE(first.uuid(noon), other.uuid(noon));
}

TEST(SeededIdentifiers, AreTheSameOnEveryMachine) {
  SeededIdentifiers identifiers(0);

  // The first number of SplitMix64 from the seed 0 is e220a8397b1dcdaf.
  EXPECT_EQ(identifiers.uuid(Time(1'645'557'742'000ms)), "017f22e2-79b0-70e2-a220-a8397b1dcdaf");
}

TEST(DataDirectory, MakesItsFoldersForItsOwnerOnly) {
  TemporaryFolder const temporary("system-folders");
  auto const root = temporary.path() / "deeper";
  DataDirectory const directory(root);

  for (auto const& part :
       {directory.root(), directory.store(), directory.mail_in(), directory.mail_out(), directory.mail_journal(), directory.print(), directory.keys()})
    EXPECT_EQ(mode_of(part), 0700U) << part;
  EXPECT_EQ(directory.mail_out(), root / "mail" / "out");
}

TEST(DataDirectory, SaysWhichFolderCannotBeMade) {
  TemporaryFolder const temporary("system-blocked");
  auto const& root = temporary.path();
  std::ofstream(root) << "a file";

  EXPECT_THROW(DataDirectory{root}, redress::system::DataDirectoryFault);
}

TEST(DataDirectory, IsLockedByOneAtATime) {
  TemporaryFolder const temporary("system-lock");
  DataDirectory const directory(temporary.path());

  {
    auto const held = DataDirectory::Lock::try_take(directory);
    ASSERT_TRUE(held.has_value());
    EXPECT_FALSE(DataDirectory::Lock::try_take(directory).has_value());
  }
  auto again = DataDirectory::Lock::try_take(directory);
  ASSERT_TRUE(again.has_value());
  auto const moved = std::move(*again);
  EXPECT_FALSE(DataDirectory::Lock::try_take(directory).has_value());
}

TEST(DataDirectory, KeepsSecretsForItsOwnerOnly) {
  TemporaryFolder const temporary("system-secrets");
  DataDirectory const directory(temporary.path());

  EXPECT_EQ(directory.secret("signing-key"), std::nullopt);
  directory.keep_secret("signing-key", std::string_view("a\0b", 3));
  EXPECT_EQ(directory.secret("signing-key"), std::string("a\0b", 3));
  directory.keep_secret("signing-key", "new");
  EXPECT_EQ(directory.secret("signing-key"), "new");
  EXPECT_EQ(directory.secret_or("signing-key", "other"), "new");
  EXPECT_EQ(mode_of(directory.keys() / "signing-key"), 0600U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.keys()), {}), 1);
}

TEST(DataDirectory, TakesOnlyPlainNamesForSecrets) {
  TemporaryFolder const temporary("system-names");
  DataDirectory const directory(temporary.path());

  for (std::string const name : {"", "..", "../lock", "/etc/passwd", ".hidden"}) EXPECT_ANY_THROW((void)directory.secret(name)) << name;
}

TEST(DataDirectory, GivesEveryoneTheSameToken) {
  TemporaryFolder const temporary("system-token");
  DataDirectory const directory(temporary.path());
  std::vector<std::string> tokens(8);
  std::vector<std::jthread> askers;

  for (auto& token : tokens) askers.emplace_back([&] { token = directory.token(); });
  askers.clear();

  EXPECT_TRUE(has_form(tokens[0], std::string(43, 'b'))) << tokens[0];
  EXPECT_EQ(std::ranges::count(tokens, tokens[0]), 8);
  TemporaryFolder const elsewhere("system-token-elsewhere");
  EXPECT_NE(DataDirectory(elsewhere.path()).token(), tokens[0]);
}

TEST(DataDirectory, FindsTheServerThatRuns) {
  TemporaryFolder const temporary("system-server");
  DataDirectory const directory(temporary.path());

  EXPECT_FALSE(directory.running_server().has_value());
  directory.withdraw_server();
  directory.announce_server("127.0.0.1:8080");
  auto const server = directory.running_server();
  ASSERT_TRUE(server.has_value());
  EXPECT_EQ(server->address, "127.0.0.1:8080");
  EXPECT_EQ(server->process, ::getpid());
  directory.withdraw_server();
  EXPECT_FALSE(directory.running_server().has_value());
}

TEST(DataDirectory, BelievesNoServerThatDiedOrWasNeverWrittenWhole) {
  TemporaryFolder const temporary("system-dead");
  DataDirectory const directory(temporary.path());

  std::ofstream(directory.root() / "server.json") << R"({"address":"127.0.0.1:8080","pid":)" << past_process() << "}\n";
  EXPECT_FALSE(directory.running_server().has_value());
  std::ofstream(directory.root() / "server.json") << R"({"address":"127.0)";
  EXPECT_FALSE(directory.running_server().has_value());
}
