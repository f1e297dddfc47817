// SPDX-License-Identifier: Apache-2.0
// Machines that write to each other: two houses, and programs that answer while somebody is away, for ten days. The mails are real ones, composed and read
// by what a server uses. However they begin, two of them exchange at most two messages.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "adapters/mail_in/read_in_this_process.hpp"
#include "engine/runtime/mail_desk.hpp"
#include "tests/support/good_command.hpp"
#include "tests/support/house.hpp"
#include "tests/support/kept_mails.hpp"
#include "tests/support/rulebook.hpp"
#include "tests/support/written_mails.hpp"

namespace redress::testing {
namespace {

class RealReader final : public ports::MailReader {
 public:
  std::expected<ReadMail, ports::UnreadableMail> read(std::string_view raw) override { return mail_in::read_in_this_process(raw, "mx.example"); }
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

/// A house under a domain of its own, where every complaint is acknowledged the moment it is there: by a handler, or by itself. Its mail server finds every
/// sender to be what they say, as it would any machine.
class HouseByMail final : public Correspondent {
 public:
  HouseByMail(std::string domain, std::uint64_t seed, ports::Workflow const& workflow = resolution())
      : Correspondent("complaints@" + domain), domain_(std::move(domain)), house_(workflow, seed) {}

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
    desk_.accept("Authentication-Results: mx.example; dmarc=pass\r\n" + replaced(mail.bytes, domain_, own_domain), "test");
    desk_.file_waiting();
    if (house_.engine->workflow().rulebook().organisation.acknowledging.how == Acknowledging::Automatically) return;
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

/// Answers every mail at once. The well-bred one says that it is a machine (RFC 3834); the others do not, and quote nothing. The forgetful one does not even
/// say what it answers, nor does it write to where answers shall go.
class AwayFromDesk final : public Correspondent {
 public:
  enum class Manners { WellBred, Rude, Forgetful };

  AwayFromDesk(std::string address, Manners manners) : Correspondent(std::move(address)), manners_(manners) {}

  void take(Mail const& mail) override {
    bool const is_forgetful = manners_ == Manners::Forgetful;
    auto const answers_to = is_forgetful || header(mail.bytes, "Reply-To").empty() ? mail.from : header(mail.bytes, "Reply-To");
    auto const marks = manners_ == Manners::WellBred ? "Auto-Submitted: auto-replied\r\nX-Autoreply: yes\r\n" : "";
    auto const answered = is_forgetful ? std::string{} : fmt::format("In-Reply-To: <{}>\r\n", header(mail.bytes, "Message-ID"));
    waiting_.push_back({address(), answers_to,
                        fmt::format("From: {}\r\nTo: {}\r\nSubject: Re: your letter\r\nMessage-ID: <away-{}-{}>\r\n{}{}"
                                    "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI am away until Monday week.\r\n",
                                    address(), answers_to, ++answered_, address(), answered, marks)});
  }

  std::vector<Mail> send(Time) override { return std::exchange(waiting_, {}); }

 private:
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
      for (auto& mail : mails) {
        ++exchanged_[std::minmax(plain(mail.from), plain(mail.to))];
        if (way_ == Way::Careless) lose_marks(mail.bytes);
        for (auto* one : all_)
          if (one->is_at(mail.to)) one->take(mail);
      }
    }
  }

  /// A careless way loses what says that a machine wrote a mail.
  enum class Way { Careful, Careless };

  static void lose_marks(std::string& bytes) {
    for (std::string const field : {"\r\nAuto-Submitted: ", "\r\nX-Auto-Response-Suppress: ", "\r\nX-Autoreply: "})
      if (auto const from = bytes.find(field); from != std::string::npos) bytes.erase(from, bytes.find("\r\n", from + 2) - from);
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
  Way way_ = Way::Careful;
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

/// The same with a house that acknowledges by itself what comes in by mail.
class TenDaysOfMailAtOnce : public TenDaysOfMail {
 protected:
  TenDaysOfMailAtOnce() {
    all_.push_back(&prompt_);
    all_.push_back(&prompt_too_);
    all_.push_back(&forgetful_);
  }

  /// The mail of a person, as far as anybody can see.
  static void write_to(HouseByMail& house, std::string const& from, int number) {
    house.take({from, house.address(),
                fmt::format("From: {}\r\nTo: {}\r\nSubject: The sofa is torn\r\nMessage-ID: <first-{}@{}>\r\n\r\nPlease mend it.\r\n", from, house.address(),
                            number, from.substr(from.find('@') + 1))});
  }

  std::unique_ptr<ports::Workflow> at_once_ =
      resolution_acknowledging({Acknowledging::Automatically, AcknowledgedSenders::Authenticated, {StaffId("staff-01")}, 20});
  HouseByMail prompt_{"prompt.example", 3, *at_once_};
  HouseByMail prompt_too_{"prompt-too.example", 4, *at_once_};
  AwayFromDesk forgetful_{"forgetful@away.example", AwayFromDesk::Manners::Forgetful};
};

TEST_F(TenDaysOfMailAtOnce, ExchangeAtMostTwoMessagesAPairAndAcknowledgeEachSenderOnceADay) {
  std::vector<Correspondent*> const senders{&other_, &polite_, &rude_, &forgetful_};
  for (auto const* sender : senders)
    for (int number = 1; number <= 3; ++number) write_to(prompt_, sender->address(), number);

  pass();

  EXPECT_EQ(exchanged_.size(), senders.size());
  for (auto const& [pair, messages] : exchanged_) EXPECT_LE(messages, 2) << pair.first << " and " << pair.second;
  EXPECT_EQ(exchanged_.at(std::minmax(plain(prompt_.address()), plain(other_.address()))), 1) << "another house knows our acknowledgement for what it is";
  EXPECT_EQ(prompt_.complaints(), 13U) << "three of each sender, and what the forgetful one said when it was answered";
  EXPECT_EQ(other_.complaints(), 0U);
}

TEST_F(TenDaysOfMailAtOnce, ExchangeAtMostTwoMessagesBetweenTwoHousesThatBothAnswerAtOnce) {
  write_to(prompt_, prompt_too_.address(), 1);
  write_to(prompt_too_, prompt_.address(), 2);

  pass();

  EXPECT_EQ(exchanged_.size(), 1U);
  EXPECT_EQ(exchanged_.begin()->second, 2) << "one acknowledgement each way, and neither was answered";
}

TEST_F(TenDaysOfMailAtOnce, ExchangeNoMoreWhereTheirMarksAreLostOnTheWay) {
  way_ = Way::Careless;
  write_to(prompt_, prompt_too_.address(), 1);
  write_to(prompt_, polite_.address(), 2);
  write_to(prompt_too_, forgetful_.address(), 3);

  pass();

  EXPECT_EQ(exchanged_.size(), 3U);
  for (auto const& [pair, messages] : exchanged_) EXPECT_EQ(messages, 2) << pair.first << " and " << pair.second;
  EXPECT_EQ(prompt_too_.complaints(), 3U) << "what the other house wrote, the forgetful one, and what it said when it was answered";
}

}  // namespace
}  // namespace redress::testing
