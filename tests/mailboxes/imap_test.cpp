// SPDX-License-Identifier: Apache-2.0
// A mailbox over IMAP on servers that fail, lie and fall silent. What a good one does is tried with a real one, in tests/end_to_end/mailboxes_test.py.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

#include "adapters/mailboxes/folder_name.hpp"
#include "tests/mailboxes/watched.hpp"
#include "tests/support/smtp/scripted_server.hpp"

namespace redress::tests {
namespace {

using mailboxes::Protocol;
using mailboxes::TlsPolicy;
using Said = std::optional<std::string>;

/// A server that keeps to IMAP. What a test wants otherwise it puts in `instead`: an answer to a command, without its tag.
class Imap {
 public:
  explicit Imap(std::map<int, std::string> mails) : mails_(std::move(mails)) {}

  std::map<std::string, std::function<Said()>> instead;

  Said operator()(int, std::string_view line) {
    if (line == "CONNECT") return "* OK scripted.example ready {12}\r\n";
    auto const blank = line.find(' ');
    auto const tag = std::string(line.substr(0, blank));
    auto const command = std::string(blank == std::string_view::npos ? "" : line.substr(blank + 1));
    if (auto const other = instead.find(command); other != instead.end()) {
      auto said = other->second();
      auto const at = said ? said->find("TAG ") : std::string::npos;
      return at == std::string::npos ? said : said->replace(at, 3, tag);
    }
    return answer(command) + tag + " OK done\r\n";
  }

  static std::string fetched(int number, std::string const& mail) {
    return fmt::format("* {0} FETCH (UID {0} BODY[] {{{1}}}\r\n{2})\r\n", number, mail.size(), mail);
  }

 private:
  std::string answer(std::string const& command) {
    if (command == "CAPABILITY") return "* CAPABILITY IMAP4rev1 UIDPLUS\r\n";
    if (command.starts_with("LOGIN")) return "";
    if (command.starts_with("SELECT")) return "* OK [UIDVALIDITY 7] {5}\r\n";
    if (command == "UID SEARCH ALL") return searched();
    if (command.starts_with("UID FETCH ")) {
      int const number = std::stoi(command.substr(10));
      return mails_.contains(number) ? fetched(number, mails_.at(number)) : "";
    }
    if (command.starts_with("UID EXPUNGE ")) mails_.erase(std::stoi(command.substr(12)));
    return "";
  }
  std::string searched() const {
    std::string text = "* SEARCH";
    for (auto const& [number, mail] : mails_) text += fmt::format(" {}", number);
    return text + "\r\n";
  }

  std::map<int, std::string> mails_;
};

/// LOGIN comes as a line with a literal, which a server asks for.
Imap with_log_in(Imap imap) {
  imap.instead["LOGIN {6}"] = [] { return "+ go on\r\n"; };
  return imap;
}

bool has(std::vector<std::string> const& commands, std::string_view end) {
  return std::ranges::any_of(commands, [&](auto const& command) { return command.ends_with(end); });
}

Imap three_mails() {
  return Imap({{1, "one\r\n"}, {2, "two\r\n"}, {3, "three\r\n"}});
}

/// The continuation of the log-in is no command: it is answered as what it is.
ScriptedServer::Answer talking(Imap& imap) {
  return [&imap, tag = std::string()](int number, std::string_view line) mutable -> Said {
    if (line.ends_with(" LOGIN {6}")) tag = line.substr(0, line.find(' '));
    if (line == "claims {13}") return "+ go on\r\n";
    if (line == "correct horse") return tag + " OK welcome\r\n";
    return imap(number, line);
  };
}

TEST(ImapMailbox, IsEmptiedInOrder) {
  auto imap = with_log_in(three_mails());
  ScriptedServer server(talking(imap));
  Watched const watched(Protocol::Imap, server.port());

  ASSERT_TRUE(Watched::becomes([&] { return watched.health().taken == 3; }));

  EXPECT_EQ(watched.accepted(), (std::vector<std::string>{"one\r\n", "two\r\n", "three\r\n"}));
  EXPECT_EQ(watched.health().left, 0);
}

TEST(ImapMailbox, IsNotHeldUpByAMailThatBreaksTheConnection) {
  auto imap = with_log_in(three_mails());
  imap.instead["UID FETCH 1 (UID BODY.PEEK[])"] = [] { return std::nullopt; };
  ScriptedServer server(talking(imap));
  Watched const watched(Protocol::Imap, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().taken == 2 && watched.health().left == 1; }));

  EXPECT_EQ(watched.accepted(), (std::vector<std::string>{"two\r\n", "three\r\n"}));
  EXPECT_FALSE(has(server.commands(), "UID EXPUNGE 1"));
}

TEST(ImapMailbox, LeavesWhatTheServerDoesNotGive) {
  auto imap = with_log_in(three_mails());
  imap.instead["UID FETCH 1 (UID BODY.PEEK[])"] = [] { return "TAG NO [SERVERBUG] anna@example.org\r\n"; };
  imap.instead["UID FETCH 2 (UID BODY.PEEK[])"] = [] { return Imap::fetched(22, "another's\r\n") + "TAG OK done\r\n"; };
  imap.instead["UID SEARCH UID 2"] = [] { return "* SEARCH 2\r\nTAG OK done\r\n"; };
  ScriptedServer server(talking(imap));
  Watched const watched(Protocol::Imap, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().taken == 1 && watched.health().left == 2; }));

  EXPECT_EQ(watched.accepted(), std::vector<std::string>{"three\r\n"});
}

TEST(ImapMailbox, LeavesAMailThatIsLargerThanWasSaid) {
  auto imap = with_log_in(Imap({{1, std::string(5000, 'x')}, {2, "two\r\n"}}));
  ScriptedServer server(talking(imap));
  Watched const watched(Protocol::Imap, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().taken == 1 && watched.health().left == 1; }));

  EXPECT_EQ(watched.accepted(), std::vector<std::string>{"two\r\n"});
  EXPECT_EQ(watched.health().failures, 0);
}

TEST(ImapMailbox, KeepsAMailThatWeCouldNotKeep) {
  auto imap = with_log_in(three_mails());
  ScriptedServer server(talking(imap));
  Watched const watched(Protocol::Imap, server.port(), [](std::string_view) { throw std::runtime_error("the disk is full"); });

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().failures == 2; }));

  EXPECT_EQ(watched.accepted(), (std::vector<std::string>{"one\r\n", "one\r\n"}));
  EXPECT_FALSE(has(server.commands(), "+FLAGS.SILENT (\\Deleted)"));
  EXPECT_EQ(watched.health().taken, 0);
}

TEST(ImapMailbox, TakesAMailOnceThoughItsRemovalIsRefused) {
  auto imap = with_log_in(Imap({{1, "one\r\n"}}));
  int refusals = 0;
  imap.instead["UID STORE 1 +FLAGS.SILENT (\\Deleted)"] = [&] { return ++refusals < 2 ? "TAG NO [NOPERM] no\r\n" : "TAG OK done\r\n"; };
  ScriptedServer server(talking(imap));
  Watched const watched(Protocol::Imap, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().taken == 1; }));

  EXPECT_EQ(refusals, 2);
  EXPECT_EQ(watched.accepted(), std::vector<std::string>{"one\r\n"});
}

TEST(ImapMailbox, IsTriedAgainAfterEveryKindOfFailure) {
  struct {
    std::string command;
    Said said;
  } const failures[]{
      {"UID SEARCH ALL", ""},                                                  // silence
      {"UID SEARCH ALL", std::nullopt},                                        // it hangs up
      {"UID SEARCH ALL", "* SEARCH 1"},                                        // in the middle of a line
      {"UID SEARCH ALL", "TAG NO [UNAVAILABLE] later\r\n"},                    // it refuses
      {"UID SEARCH ALL", "220 mail.example.org ESMTP\r\n"},                    // it speaks another language
      {"SELECT \"INBOX\"", "TAG OK [READ-ONLY] you may look\r\n"},             // nothing could ever leave
      {"UID FETCH 1 (UID BODY.PEEK[])", "* 1 FETCH (UID 1 BODY[] {5}\r\non"},  // half a mail
  };
  for (auto const& [command, said] : failures) {
    auto imap = with_log_in(Imap({{1, "one\r\n"}}));
    int fails = 1;
    auto const bad = [&fails, &good = imap, said = said, command = command]() -> Said {
      if (fails-- > 0) return said;
      auto const again = good.instead.extract(command);
      return good(0, "TAG " + command);
    };
    imap.instead[command] = bad;
    ScriptedServer server(talking(imap));
    Watched const watched(Protocol::Imap, server.port());

    EXPECT_TRUE(Watched::becomes([&] { return watched.health().taken == 1; })) << command << ": " << said.value_or("hangs up");
    EXPECT_EQ(watched.health().failures, 1) << command << ": " << said.value_or("hangs up");
    EXPECT_EQ(watched.accepted(), std::vector<std::string>{"one\r\n"});
  }
}

/// Who did not stop would wait for an hour, and the test with it.
TEST(ImapMailbox, StopsThoughTheServerIsSilent) {
  ScriptedServer server([](int, std::string_view) { return ""; });
  Watched const watched(Protocol::Imap, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return server.connections() == 1; }));
}

TEST(ImapMailbox, GetsNoPasswordWhenTlsIsTakenOutOfTheOffer) {
  for (auto const policy : {TlsPolicy::RequiredVerified, TlsPolicy::RequiredUnverified}) {
    auto imap = with_log_in(three_mails());
    ScriptedServer server(talking(imap));
    Watched const watched(
        Protocol::Imap, server.port(), [](std::string_view) {}, policy);

    EXPECT_TRUE(Watched::becomes([&] { return watched.health().failures == 2; }));

    EXPECT_FALSE(has(server.commands(), "LOGIN {6}"));
    EXPECT_TRUE(watched.accepted().empty());
  }
}

TEST(FolderNames, AreWrittenAsImapWantsThem) {
  using mailboxes::imap_folder_name;

  EXPECT_EQ(imap_folder_name("INBOX"), "INBOX");
  EXPECT_EQ(imap_folder_name("Taken & done"), "Taken &- done");
  EXPECT_EQ(imap_folder_name("Sūdzības"), "S&AWs-dz&ASs-bas");
  EXPECT_EQ(imap_folder_name("台北"), "&U,BTFw-");
}

}  // namespace
}  // namespace redress::tests
