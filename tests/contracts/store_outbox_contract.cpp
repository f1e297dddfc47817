// SPDX-License-Identifier: Apache-2.0
// What stands in the outbox stays there until it is settled, or lies before a person.
#include <algorithm>
#include <string>

#include "tests/contracts/store_contract.hpp"

namespace redress::testing {
namespace {

using ports::StoreFaultKind;

TEST_P(StoreContract, CarriesAMessageThroughTheOutbox) {
  auto const complaint = full_complaint();
  auto const due = store().due_outbox(now_, 10);
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].reference, complaint.received.reference);
  EXPECT_EQ(due[0].message.bytes, "From: us\r\n\r\nDear Anna\r\n");
  EXPECT_EQ(store().next_outbox_due(), now_);

  auto transaction = store().begin();
  transaction->postpone(due[0].id, now_ + std::chrono::minutes{5}, "451 later");
  transaction->commit();
  transaction.reset();

  EXPECT_TRUE(store().due_outbox(now_, 10).empty());
  auto const later = store().due_outbox(now_ + std::chrono::minutes{5}, 10);
  ASSERT_EQ(later.size(), 1U);
  EXPECT_EQ(later[0].attempts, 1);
  EXPECT_EQ(later[0].last_reply, "451 later");
}

TEST_P(StoreContract, CarriesAMessageThatBelongsToNoComplaintOnce) {
  auto item = outbox_item({}, {}, "Your day");
  item.message.letter = {};
  auto const put = [&] {
    auto transaction = store().begin();
    transaction->put(item);
    transaction->commit();
  };
  put();
  ASSERT_EQ(store().due_outbox(now_, 10).size(), 1U);
  EXPECT_EQ(store().due_outbox(now_, 10)[0].message.bytes, "Your day");
  EXPECT_TRUE(store().due_outbox(now_, 10)[0].reference.empty());
  EXPECT_EQ(fault_of(put), StoreFaultKind::Conflict);

  auto transaction = store().begin();
  transaction->settle(item.id);
  transaction->commit();
  transaction.reset();

  EXPECT_EQ(fault_of(put), StoreFaultKind::Conflict) << "what went out is not sent again";
  EXPECT_TRUE(store().due_outbox(now_, 10).empty());
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, HidesNoDomainBehindAnother) {
  auto const complaint = full_complaint();
  auto const reference = complaint.received.reference;
  Projection before;
  auto copy = complaint;
  auto one = step(copy, before, {NoteAdded{StaffId("ilze.berzina"), "ten letters"}});
  for (int i = 0; i < 10; ++i) {
    one.outbox.push_back(outbox_item(reference, LetterId("letter-1"), "many"));
    one.outbox.back().message.envelope_to = i % 2 == 0 ? "anna@slow.example" : "\"a@b\"@SLOW.example";
  }
  one.outbox.push_back(outbox_item(reference, LetterId("letter-1"), "one"));
  one.outbox.back().message.envelope_to = "anna@quick.example";
  one.outbox.back().due_at = now_ + std::chrono::minutes{1};
  auto transaction = store().begin();
  transaction->write(one);
  transaction->commit();
  transaction.reset();

  auto const due = store().due_outbox(now_ + std::chrono::minutes{2}, 5);

  ASSERT_EQ(due.size(), 5U);
  EXPECT_EQ(due.back().message.bytes, "one") << "the oldest first";
  EXPECT_EQ(std::ranges::count_if(due, [](auto const& item) { return item.message.bytes == "many"; }), 3);
  EXPECT_EQ(store().due_outbox(now_ + std::chrono::minutes{2}, 100).size(), 12U);
}

TEST_P(StoreContract, KeepsAPageForPrintingByteForByte) {
  using namespace std::string_literals;
  auto complaint = full_complaint();
  for (auto const& bytes : {"%PDF-1.5\n%\xB5\xED\xAE\xFB\n\0\x80\xFF"s, "base64url,bm90IGl0"s, ""s}) {
    Projection before;
    auto one = step(complaint, before, {NoteAdded{StaffId("ilze.berzina"), "printed"}});
    one.outbox = {outbox_item(complaint.received.reference, LetterId("letter-1"), bytes)};
    auto const id = one.outbox.front().id;
    auto transaction = store().begin();
    transaction->write(one);
    transaction->commit();
    transaction.reset();

    auto const due = store().due_outbox(now_, 10);
    auto const found = std::ranges::find(due, id, &ports::OutboxItem::id);
    ASSERT_NE(found, due.end());
    EXPECT_EQ(found->message.bytes, bytes);
    EXPECT_EQ(store().frozen_message(complaint.received.reference, LetterId("letter-1"), Route::Mail), bytes);
  }
}

TEST_P(StoreContract, SettlesAMessageInTheStepThatReportsOnIt) {
  auto complaint = full_complaint();
  auto const id = store().due_outbox(now_, 10).at(0).id;
  auto const report = [&](Complaint& on) {
    Projection before;
    auto one = step(on, before, {LetterDelivered{LetterId("letter-1"), {}}});
    one.settles = id;
    auto const transaction = store().begin();
    transaction->write(one);
    transaction->commit();
  };

  report(complaint);

  EXPECT_EQ(store().outbox_length(), 0);
  EXPECT_FALSE(store().next_outbox_due());
  EXPECT_EQ(store().frozen_message(complaint.received.reference, LetterId("letter-1"), Route::Mail), "From: us\r\n\r\nDear Anna\r\n");
  auto again = *store().load(complaint.received.reference);
  EXPECT_EQ(fault_of([&] { report(again); }), StoreFaultKind::Conflict);
  EXPECT_TRUE(store().verify().findings.empty());
}

TEST_P(StoreContract, SettlesAMessageThatBelongsToNoLetterByItself) {
  auto complaint = full_complaint();
  Projection before;
  auto one = step(complaint, before, {NoteAdded{StaffId("ilze.berzina"), "told"}});
  one.outbox.push_back(outbox_item(complaint.received.reference, {}, "{}"));
  one.outbox.back().message.route = Route::Webhook;
  auto const id = one.outbox.back().id;
  auto const settle = [&] {
    auto const transaction = store().begin();
    transaction->settle(id);
    transaction->commit();
  };
  auto writing = store().begin();
  writing->write(one);
  writing->commit();
  writing.reset();
  auto const due = store().due_outbox(now_, 10);
  ASSERT_EQ(due.size(), 2U);
  EXPECT_EQ(due[1].message.route, Route::Webhook);
  EXPECT_FALSE(due[1].message.is_letter());

  settle();

  EXPECT_EQ(store().outbox_length(), 1);
  EXPECT_TRUE(store().incidents().empty());
  EXPECT_EQ(fault_of(settle), StoreFaultKind::Conflict);
  EXPECT_TRUE(store().verify().findings.empty()) << "the history says nothing of what is no letter";
  restart();
  EXPECT_EQ(store().outbox_length(), 1);
}

TEST_P(StoreContract, KeepsWhatWasGivenUpForAPersonToSee) {
  auto const complaint = full_complaint();
  auto transaction = store().begin();
  transaction->give_up(store().due_outbox(now_, 1).at(0).id, "550 no such user\xff");
  transaction->commit();
  transaction.reset();

  auto const incidents = store().incidents();

  ASSERT_EQ(incidents.size(), 1U);
  EXPECT_EQ(incidents[0].last_reply, "550 no such user\xEF\xBF\xBD");
  EXPECT_EQ(store().outbox_length(), 0);
  EXPECT_EQ(incidents[0].reference, complaint.received.reference);
}

}  // namespace
}  // namespace redress::testing
