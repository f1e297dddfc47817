// SPDX-License-Identifier: Apache-2.0
// A mailbox over POP3 on servers that fail. What a good one does is tried with a real one, in tests/end_to_end/mailboxes_test.py.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "tests/mailboxes/watched.hpp"
#include "tests/support/smtp/scripted_server.hpp"

namespace redress::tests {
namespace {

using mailboxes::Protocol;
using Said = std::optional<std::string>;
using Mails = std::vector<std::string>;

/// A server that keeps to POP3; it forgets what was removed when the session ends in good order.
class Pop3 {
 public:
  explicit Pop3(Mails mails) : mails_(std::move(mails)) {}

  std::function<Said(int connection, std::string_view command)> instead = [](int, std::string_view) { return "otherwise"; };

  Said operator()(int connection, std::string_view command) {
    if (command == "CONNECT") removed_.clear();
    if (auto said = instead(connection, command); said != "otherwise") return said;
    if (command == "CAPA") return "+OK\r\nUSER\r\nUIDL\r\n.\r\n";
    if (command == "LIST" || command == "UIDL") return listed(command);
    if (command.starts_with("RETR ")) return "+OK\r\n" + mails_[index_of(command)] + ".\r\n";
    if (command.starts_with("DELE ")) removed_.push_back(index_of(command));
    if (command == "QUIT")
      for (auto const index : removed_) mails_[index].clear();
    return "+OK\r\n";
  }

 private:
  static std::size_t index_of(std::string_view command) { return std::stoul(std::string(command.substr(5))) - 1; }
  std::string listed(std::string_view command) const {
    std::string text = "+OK\r\n";
    for (std::size_t i = 0; i < mails_.size(); ++i)
      if (!mails_[i].empty()) text += command == "LIST" ? fmt::format("{} {}\r\n", i + 1, mails_[i].size()) : fmt::format("{0} unique-{0}\r\n", i + 1);
    return text + ".\r\n";
  }

  Mails mails_;
  std::vector<std::size_t> removed_;
};

ScriptedServer::Answer talking(Pop3& pop3) {
  return [&pop3](int connection, std::string_view command) { return pop3(connection, command); };
}

TEST(Pop3Mailbox, IsEmptiedWithTheDotsTakenOut) {
  Pop3 pop3({"one\r\n..\r\n..two\r\n\r\n", "two\r\n"});
  ScriptedServer server(talking(pop3));
  Watched const watched(Protocol::Pop3, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().taken == 2; }));

  EXPECT_EQ(watched.accepted(), (Mails{"one\r\n.\r\n.two\r\n\r\n", "two\r\n"}));
}

TEST(Pop3Mailbox, LeavesWhatTheServerDoesNotGiveAndWhatIsTooLarge) {
  auto const too_large = std::string(2000, 'x').append("\r\n");
  Pop3 pop3({"one\r\n", too_large, "three\r\n"});
  pop3.instead = [](int, std::string_view command) { return command == "RETR 1" ? "-ERR anna@example.org\r\n" : "otherwise"; };
  ScriptedServer server(talking(pop3));
  Watched const watched(Protocol::Pop3, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().taken == 1 && watched.health().left == 2; }));

  EXPECT_EQ(watched.accepted(), Mails{"three\r\n"});
}

TEST(Pop3Mailbox, IsFetchedAgainWhenTheEndWasNotConfirmed) {
  Pop3 pop3({"one\r\n", "two\r\n"});
  pop3.instead = [](int connection, std::string_view command) -> Said {
    if (connection > 1 || command != "QUIT") return "otherwise";
    return std::nullopt;
  };
  ScriptedServer server(talking(pop3));
  Watched const watched(Protocol::Pop3, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return watched.accepted().size() == 4; }));

  EXPECT_EQ(watched.accepted(), (Mails{"one\r\n", "two\r\n", "one\r\n", "two\r\n"}));
  EXPECT_EQ(watched.health().failures, 1);
}

TEST(Pop3Mailbox, IsNotEnteredWhenTheLogInIsRefused) {
  Pop3 pop3({"one\r\n"});
  pop3.instead = [](int, std::string_view command) { return command.starts_with("PASS") ? "-ERR no\r\n" : "otherwise"; };
  ScriptedServer server(talking(pop3));
  Watched const watched(Protocol::Pop3, server.port());

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().failures == 2; }));

  EXPECT_TRUE(watched.accepted().empty());
  EXPECT_FALSE(watched.health().last_success);
}

TEST(Pop3Mailbox, GetsNoPasswordWhenTlsIsTakenOutOfTheOffer) {
  Pop3 pop3({"one\r\n"});
  ScriptedServer server(talking(pop3));
  Watched const watched(
      Protocol::Pop3, server.port(), [](std::string_view) {}, mailboxes::TlsPolicy::RequiredUnverified);

  EXPECT_TRUE(Watched::becomes([&] { return watched.health().failures == 2; }));

  EXPECT_EQ(std::ranges::count(server.commands(), "USER claims"), 0);
}

}  // namespace
}  // namespace redress::tests
