// SPDX-License-Identifier: Apache-2.0
// What became of each mail that came in, and what people decided about it.
#include <string>

#include "tests/contracts/store_contract.hpp"

namespace redress::testing {
namespace {

TEST_P(StoreContract, RecordsWhatBecameOfADelivery) {
  ports::MailEntry entry{MailId("mail-1"), "inbox", now_, std::string(64, 'a'), 12, ports::MailState::Quarantined, "a bounce", {}};
  auto second = entry;
  second.reason = "something else";
  auto transaction = store().begin();
  transaction->record_mail(entry);
  transaction->record_mail(second);
  transaction->commit();
  transaction.reset();

  auto const found = store().mail(MailId("mail-1"));

  ASSERT_TRUE(found);
  EXPECT_EQ(found->reason, "a bounce");
  EXPECT_EQ(found->size, 12);
  EXPECT_EQ(store().mail_counts().quarantined, 1);
  EXPECT_EQ(store().mail_counts().filed, 0);
  EXPECT_FALSE(store().mail(MailId("mail-2")));
}

TEST_P(StoreContract, KeepsWhatIsKnownOfTheSenderAndWhetherTheyWereAnswered) {
  using enum AuthenticationResult;
  ports::MailEntry entry{MailId("mail-1"), "inbox", now_, std::string(64, 'a'), 12, ports::MailState::Quarantined, "a bounce", {}};
  entry.authentication = {SoftFail, None, Fail};
  entry.acknowledged = true;
  ports::MailEntry const other{MailId("mail-2"), "inbox", now_, std::string(64, 'a'), 12, ports::MailState::Quarantined, "a bounce", {}};
  auto transaction = store().begin();
  transaction->record_mail(entry);
  transaction->record_mail(other);
  transaction->commit();
  transaction.reset();

  auto const found = store().mail(MailId("mail-1"));
  auto const unknown = store().mail(MailId("mail-2"));

  ASSERT_TRUE(found && unknown);
  EXPECT_EQ(found->authentication, entry.authentication);
  EXPECT_TRUE(found->acknowledged);
  EXPECT_FALSE(unknown->authentication.is_known());
  EXPECT_FALSE(unknown->acknowledged);
}

TEST_P(StoreContract, FilesADeliveryWithTheComplaintItBecame) {
  Complaint complaint;
  Projection before;
  auto one = step(complaint, before, {received()});
  auto transaction = store().begin();
  transaction->write(one);
  transaction->record_mail({MailId("mail-1"), "inbox", now_, std::string(64, 'a'), 12, ports::MailState::Filed, "", complaint.received.reference});
  transaction->commit();
  transaction.reset();

  auto const mails = store().mails({ports::MailSelection::All, {}, {}, 10});

  ASSERT_EQ(mails.size(), 1U);
  EXPECT_EQ(mails[0].reference, complaint.received.reference);
  EXPECT_EQ(mails[0].inlet, "inbox");
  EXPECT_EQ(mails[0].sha256, std::string(64, 'a'));
  EXPECT_EQ(store().mail_counts().filed, 1);
}

TEST_P(StoreContract, RecordsWhatAPersonDecidedAboutADeliveryOnce) {
  ports::MailDecision const decision{ports::MailVerdict::Released, StaffId("staff-01"), now_, "A person wrote it."};
  auto transaction = store().begin();
  for (auto const* id : {"mail-1", "mail-2", "mail-3"})
    transaction->record_mail({MailId(id), "inbox", now_, std::string(64, 'a'), 12, ports::MailState::Quarantined, "a bounce", {}});
  transaction->decide_mail(MailId("mail-1"), decision, Reference("R-7K3M-Q9PX"));
  transaction->decide_mail(MailId("mail-2"), {ports::MailVerdict::Discarded, StaffId("staff-02"), now_, "Nothing in it."}, {});
  transaction->commit();
  transaction.reset();

  auto const released = store().mail(MailId("mail-1")).value();
  EXPECT_EQ(released.state, ports::MailState::Filed);
  EXPECT_EQ(released.reference, Reference("R-7K3M-Q9PX"));
  EXPECT_EQ(released.reason, "a bounce");
  ASSERT_TRUE(released.decision);
  EXPECT_EQ(released.decision->verdict, ports::MailVerdict::Released);
  EXPECT_EQ(released.decision->by, StaffId("staff-01"));
  EXPECT_EQ(released.decision->at, now_);
  EXPECT_EQ(released.decision->why, "A person wrote it.");
  EXPECT_FALSE(store().mail(MailId("mail-3"))->decision);
  EXPECT_EQ(store().mail_counts().filed, 1);
  EXPECT_EQ(store().mail_counts().quarantined, 2);
  EXPECT_EQ(store().mail_counts().undecided, 1);
  for (auto const* id : {"mail-1", "mail-2", "mail-9"}) {
    auto again = store().begin();
    EXPECT_THROW(again->decide_mail(MailId(id), decision, {}), ports::StoreFault) << id;
  }
}

TEST_P(StoreContract, PagesMailByStateAndInlet) {
  auto transaction = store().begin();
  for (int i = 1; i <= 9; ++i)
    transaction->record_mail({MailId("mail-" + std::to_string(i)),
                              i % 2 == 0 ? "imap" : "api",
                              now_,
                              std::string(64, 'a'),
                              12,
                              i % 3 == 0 ? ports::MailState::Quarantined : ports::MailState::Filed,
                              "",
                              {}});
  transaction->decide_mail(MailId("mail-3"), {ports::MailVerdict::Discarded, StaffId("staff-02"), now_, "Nothing in it."}, {});
  transaction->commit();
  transaction.reset();
  auto const ids = [this](ports::MailFilter const& filter) {
    std::string all;
    for (auto const& entry : store().mails(filter)) all += entry.id.value.substr(5) + " ";
    return all;
  };
  using enum ports::MailSelection;

  EXPECT_EQ(ids({All, {}, {}, 4}), "9 8 7 6 ");
  EXPECT_EQ(ids({All, {}, MailId("mail-6"), 4}), "5 4 3 2 ");
  EXPECT_EQ(ids({Filed, {}, {}, 50}), "8 7 5 4 2 1 ");
  EXPECT_EQ(ids({Quarantined, {}, {}, 50}), "9 6 3 ");
  EXPECT_EQ(ids({Undecided, {}, {}, 50}), "9 6 ");
  EXPECT_EQ(ids({Filed, "imap", MailId("mail-8"), 50}), "4 2 ");
}

}  // namespace
}  // namespace redress::testing
