// SPDX-License-Identifier: Apache-2.0
// Machines that write to each other: two houses, and programs that answer while somebody is away, for ten days. The mails are real ones, composed and read
// by what a server uses. However they begin, two of them exchange at most two messages.
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "adapters/mail_in/read_in_this_process.hpp"
#include "engine/runtime/mail_desk.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/house.hpp"
#include "tests/support/kept_mails.hpp"

namespace redress::testing {
namespace {

class RealReader final : public ports::MailReader {
 public:
  std::expected<ReadMail, ports::UnreadableMail> read(std::string_view raw) override { return mail_in::read_in_this_process(raw); }
  std::expected<std::optional<MailFile>, ports::UnreadableMail> file(std::string_view, std::size_t) override { return std::nullopt; }
};

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
  return text;
}

/// A mail on its way.
struct Mail {
  std::string from;
  std::string to;
  std::string bytes;
};

/// Somebody with a mailbox.
class Correspondent {
 public:
  explicit Correspondent(std::string address) : address_(std::move(address)) {}
  virtual ~Correspondent() = default;
  virtual void take(Mail const& mail) = 0;
  /// What they send by then.
  virtual std::vector<Mail> send(Time now) = 0;
  [[nodiscard]] std::string const& address() const { return address_; }
  /// Answers to "complaints+token@" come to "complaints@" too.
  [[nodiscard]] bool is_at(std::string_view given) const {
    auto const plus = given.find('+');
    return plus == std::string_view::npos ? given == address_ : std::string(given.substr(0, plus)) + std::string(given.substr(given.find('@'))) == address_;
  }

 private:
  std::string address_;
};

/// A house under a domain of its own, with a handler who acknowledges every complaint the moment it is there.
class HouseByMail final : public Correspondent {
 public:
  HouseByMail(std::string domain, std::uint64_t seed) : Correspondent("complaints@" + domain), domain_(std::move(domain)), house_(seed) {}

  void complain(std::string const& from) {
    ReceiveComplaint command;
    command.channel = Channel::WebForm;
    command.complainant = {"Somebody", from, {}, {}, {}};
    command.narrative = "The sofa is torn";
    auto const answer = answer_of(house_.give({}, command, Actor{ActorKind::System, {}, "test"}));
    Acknowledge acknowledge = std::get<Acknowledge>(good_command("acknowledge", house_.complaint(answer.reference), house_.clock.now()));
    answer_of(house_.give(answer.reference, acknowledge, Actor{ActorKind::Staff, StaffId("staff-01"), "test"}));
  }

  void take(Mail const& mail) override {
    desk_.accept(replaced(mail.bytes, domain_, own_domain), "test");
    desk_.file_waiting();
    for (auto const& row : house_.store.list({}))
      if (row.stage == Stage::Received) house_.go(row.reference, "acknowledge");
  }

  std::vector<Mail> send(Time now) override {
    house_.run_until(now);
    std::vector<Mail> mails;
    for (; sent_ < house_.mailer.sent().size(); ++sent_) {
      auto const& one = house_.mailer.sent()[sent_];
      if (!one.to.ends_with(own_domain)) mails.push_back({address(), one.to, replaced(one.bytes, own_domain, domain_)});
    }
    return mails;
  }

  [[nodiscard]] std::size_t complaints() { return house_.store.list({}).size(); }

 private:
  static constexpr std::string_view own_domain = "dzintara-maja.example";

  std::string domain_;
  House house_;
  KeptMails journal_;
  RealReader reader_;
  runtime::MailDesk desk_{*house_.engine, journal_, reader_, house_.identifiers, 1};
  std::size_t sent_ = 0;
};

/// Answers every mail at once. The well-bred one says that it is a machine (RFC 3834); the other does not, and quotes nothing.
class AwayFromDesk final : public Correspondent {
 public:
  enum class Manners { WellBred, Rude };

  AwayFromDesk(std::string address, Manners manners) : Correspondent(std::move(address)), manners_(manners) {}

  void take(Mail const& mail) override {
    auto const answers_to = field(mail.bytes, "Reply-To").empty() ? mail.from : field(mail.bytes, "Reply-To");
    auto const marks = manners_ == Manners::WellBred ? "Auto-Submitted: auto-replied\r\nX-Autoreply: yes\r\n" : "";
    waiting_.push_back({address(), answers_to,
                        fmt::format("From: {}\r\nTo: {}\r\nSubject: Re: your letter\r\nMessage-ID: <away-{}-{}>\r\nIn-Reply-To: <{}>\r\n{}"
                                    "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI am away until Monday week.\r\n",
                                    address(), answers_to, ++answered_, address(), field(mail.bytes, "Message-ID"), marks)});
  }

  std::vector<Mail> send(Time) override { return std::exchange(waiting_, {}); }

 private:
  static std::string field(std::string const& bytes, std::string const& name) {
    auto const from = bytes.find("\r\n" + name + ": ");
    if (from == std::string::npos) return {};
    auto end = bytes.find("\r\n", from + 2);
    while (bytes.compare(end, 3, "\r\n ") == 0) end = bytes.find("\r\n", end + 2);
    auto const value = bytes.substr(from + name.size() + 4, end - from - name.size() - 4);
    auto const bracket = value.find('<');
    return bracket == std::string::npos ? value : value.substr(bracket + 1, value.find('>') - bracket - 1);
  }

  Manners manners_;
  std::vector<Mail> waiting_;
  int answered_ = 0;
};

class TenDaysOfMail : public ::testing::Test {
 protected:
  /// Every hour what was sent arrives.
  void pass() {
    auto const begin = *parse_time("2026-03-02T07:00:00Z");
    for (int hour = 0; hour < 240; ++hour) {
      auto const now = begin + std::chrono::hours{hour};
      std::vector<Mail> mails;
      for (auto* one : all_)
        for (auto& mail : one->send(now)) mails.push_back(std::move(mail));
      for (auto const& mail : mails) {
        ++exchanged_[std::minmax(plain(mail.from), plain(mail.to))];
        for (auto* one : all_)
          if (one->is_at(mail.to)) one->take(mail);
      }
    }
  }

  static std::string plain(std::string const& address) {
    auto const plus = address.find('+');
    return plus == std::string::npos ? address : address.substr(0, plus) + address.substr(address.find('@'));
  }

  HouseByMail one_{"one.example", 1};
  HouseByMail other_{"other.example", 2};
  AwayFromDesk polite_{"polite@away.example", AwayFromDesk::Manners::WellBred};
  AwayFromDesk rude_{"rude@away.example", AwayFromDesk::Manners::Rude};
  std::vector<Correspondent*> all_{&one_, &other_, &polite_, &rude_};
  std::map<std::pair<std::string, std::string>, int> exchanged_;
};

TEST_F(TenDaysOfMail, ExchangeAtMostTwoMessagesAPair) {
  one_.complain(other_.address());
  one_.complain(polite_.address());
  one_.complain(rude_.address());
  other_.complain(polite_.address());
  other_.complain(rude_.address());

  pass();

  EXPECT_EQ(exchanged_.size(), 5U) << "every pair that had a reason to write did";
  for (auto const& [pair, messages] : exchanged_) EXPECT_LE(messages, 2) << pair.first << " and " << pair.second;
  EXPECT_EQ(one_.complaints(), 3U) << "no machine made a complaint";
  EXPECT_EQ(other_.complaints(), 2U);
}

TEST_F(TenDaysOfMail, AreNotBegunByAMachine) {
  Mail const first{polite_.address(), one_.address(),
                   "From: polite@away.example\r\nTo: complaints@one.example\r\nSubject: Away\r\nMessage-ID: <first@away.example>\r\n"
                   "Auto-Submitted: auto-replied\r\n\r\nI am away.\r\n"};
  one_.take(first);

  pass();

  EXPECT_TRUE(exchanged_.empty());
  EXPECT_EQ(one_.complaints(), 0U);
}

}  // namespace
}  // namespace redress::testing
