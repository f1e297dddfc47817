// SPDX-License-Identifier: Apache-2.0
// The canary: a complaint about staff-02 in which every personal field says so, walked until its letter is out: with versions and copies of the letter, files,
// mails that belong to it and one in quarantine that names it, promises, appointments and notices. Whoever is staff-02, whatever their role, finds it on none
// of the twelve surfaces: the list, the complaint, search, counts, history, letters, attachments and raw mail, export, assignment, notices, the stream of
// changes, and the calendar. What is asked is generated from the routes there are, so that a new one is walked from the day it is made; and that each finds
// something for whoever may know is tested first, for what is empty cannot leak.
#include <algorithm>
#include <array>

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "adapters/http/api.hpp"
#include "tests/access/access_house.hpp"
#include "tests/support/rulebook.hpp"

namespace redress::testing {
namespace {

using boost::json::array;
using boost::json::object;

constexpr std::string_view canary = "kanarienvogel";
constexpr std::array roles{"handler", "account-manager", "manager", "approver", "executive", "auditor", "administrator"};

object body_of(http::Reply const& reply) {
  return boost::json::parse(reply.body).as_object();
}

std::string replaced(std::string text, std::string_view place, std::string_view with) {
  if (auto const at = text.find(place); at != std::string::npos) text.replace(at, place.size(), with);
  return text;
}

std::string header_of(std::string const& message, std::string const& name) {
  auto const at = message.find("\r\n" + name + ": ");
  return at == std::string::npos ? std::string{} : message.substr(at + name.size() + 4, message.find("\r\n", at + 2) - at - name.size() - 4);
}

class Canary : public ::testing::Test {
 protected:
  Canary() {
    house.add("ilze", "manager", "staff-01");
    for (auto const* role : roles) house.add(role, role, "staff-02");
    house.add("reader", "auditor", "staff-03");
    house.add("robot", "program");
    ilze = house.token("ilze");
    auto const made = house.ask(ilze, "POST", "/api/v1/complaints", boost::json::serialize(complaint()));
    EXPECT_EQ(made.status, 201U) << made.body;
    hidden = body_of(made).at("reference").as_string().c_str();
    tell_everything();
    walk_until_the_letter_is_out();
    take_mails();
    // What was to be, is past: an appointment that nobody hands over any more.
    house.clock.set(local("2026-03-02 12:00"));
    EXPECT_EQ(give("name-staff", {{"staff", "staff-02"}, {"reason", word}}).status, 200U);
    suspected = entry_of(house.take(mail("stranger@example.org", "complaints@dzintara-maja.example", "Re: " + hidden))).reference.value;
    ordinary = house.receive().value;
    for (auto const* what : {"", "/history", "/letters/letter-1"}) static_cast<void>(house.ask(ilze, "GET", "/api/v1/complaints/" + hidden + what));
    static_cast<void>(house.ask(ilze, "GET", "/api/v1/intake/" + aside.value));
  }

  [[nodiscard]] object complaint() const {
    return {{"channel", "email"},
            {"language", "lv"},
            {"complainant", object{{"name", word}, {"email", word + "@example.org"}, {"phone", word}, {"postal_address", array{word}}}},
            {"narrative", word},
            {"desired_outcome", word},
            {"evidence", array{word}}};
  }

  http::Reply give(std::string_view command, object const& fields) const {
    return house.ask(ilze, "POST", "/api/v1/complaints/" + hidden + "/commands/" + std::string(command), boost::json::serialize(fields));
  }

  void expect_taken(std::string_view command, object const& fields) const {
    auto const reply = give(command, fields);
    EXPECT_EQ(reply.status, 200U) << command << " " << reply.body;
  }

  void tell_everything() const {
    expect_taken("define-points", {{"points", array{word, word}}});
    expect_taken("make-appointment", {{"kind", "call"}, {"at", "2026-03-02T09:30:00Z"}, {"with", "staff-02"}});
    expect_taken("make-appointment", {{"kind", "call"}, {"at", "2026-03-04T09:00:00Z"}, {"with", "staff-02"}});
    expect_taken("add-note", {{"text", word}});
    expect_taken("attach", {{"name", word}, {"type", "text/plain"}, {"content", "a2FuYXJpZW52b2dlbA=="}});
    expect_taken("record-contact", {{"direction", "in"}, {"channel", "phone"}, {"summary", word}});
    expect_taken("receive-message", {{"channel", "email"}, {"text", word}, {"from", word}});
    expect_taken("ask-complainant", {{"question", word}});
    expect_taken("record-information", {{"text", word}, {"email", word + "@example.org"}, {"phone", word}});
    expect_taken("escalate", {{"note", word}});
    expect_taken("hold-adverse-action", {{"what", word}, {"systems", array{"billing"}}});
  }

  /// A letter that was written twice, approved and sent; a copy of it; promises on their way.
  void walk_until_the_letter_is_out() {
    auto const go = [&](std::initializer_list<std::string_view> commands) {
      for (auto const command : commands) house.go(Reference(hidden), command);
    };
    go({"acknowledge", "begin-investigation"});
    expect_taken("request-statement", {{"name", word}, {"email", word + "@carrier.example"}, {"role", word}, {"question", word}});
    go({"record-statement", "record-fact", "record-root-cause", "conclude-investigation", "confirm-identity", "record-hearing", "propose-remedy",
        "record-answer", "agree-schedule", "draft-letter"});
    letter = house.store->load(Reference(hidden)).value().letters.back().id.value;
    expect_taken("draft-letter", {{"kind", "final-response"}, {"letter", letter}, {"matter", word}, {"discussion", word}, {"prevention", word}});
    go({"review-letter", "approve-letter", "send-letter", "copy-letter"});
  }

  [[nodiscard]] std::string mail(std::string const& from, std::string const& to, std::string const& subject, std::string const& more = {}) const {
    return "From: <" + from + ">\r\nTo: <" + to + ">\r\nSubject: " + subject + "\r\nMessage-ID: <" + std::to_string(++mails) + "@example.org>\r\n" + more +
           "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n" + word +
           "\r\n--x\r\nContent-Type: text/csv; name=" + word + ".csv\r\nContent-Disposition: attachment\r\n\r\n" + word + "\r\n--x--\r\n";
  }

  /// One that answers the letter, and one that a machine wrote about it.
  void take_mails() {
    std::string sent;
    for (auto const& item : house.store->due_outbox(house.clock.now(), 1000))
      if (item.reference.value == hidden && item.message.is_letter() && !item.message.recipient) sent = item.message.bytes;
    answering =
        house.take(mail(word + "@example.org", "complaints@dzintara-maja.example", "Re: " + word, "In-Reply-To: " + header_of(sent, "Message-ID") + "\r\n"));
    aside = house.take(mail(word + "@example.org", "complaints@dzintara-maja.example", "Re: " + hidden, "Auto-Submitted: auto-replied\r\n"));
    EXPECT_EQ(entry_of(answering).reference.value, hidden);
    EXPECT_EQ(entry_of(aside).state, ports::MailState::Quarantined);
  }

  [[nodiscard]] ports::MailEntry entry_of(MailId const& id) const { return house.store->mail(id).value(); }

  /// Every GET there is, about the hidden complaint and what belongs to it.
  [[nodiscard]] std::vector<std::string> targets() const {
    std::vector<std::string> all;
    for (auto const& route : house.routes()) {
      if (route.method != "GET" || route.pattern == "/api/v1/events") continue;
      for (auto const& id : {std::string("letter-1"), letter, answering.value, aside.value, std::string("attachment-1")})
        for (auto const& about : {hidden, suspected}) all.push_back(filled(route.pattern, about, id));
    }
    for (auto const& query : {"?q=" + word, std::string("?stage=LetterSent"), std::string("?limit=1"), std::string("?handler=staff-01"),
                              std::string("?due_before=2030-01-01T00:00:00Z"), "?after=" + hidden})
      all.push_back("/api/v1/complaints" + query);
    for (auto const* query : {"?state=filed", "?state=quarantined", "?state=undecided", "?limit=1"}) all.push_back(std::string("/api/v1/intake") + query);
    for (auto const& query : {"?reference=" + hidden, std::string("?user=ilze")}) all.push_back("/api/v1/readings" + query);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  [[nodiscard]] static std::string filled(std::string pattern, std::string const& reference, std::string const& id) {
    std::string const name = pattern.contains("/profiles/") ? "standard" : "handler";
    for (auto const& [place, with] :
         std::initializer_list<std::pair<std::string, std::string>>{{"{reference}", reference},
                                                                    {"{id}", id},
                                                                    {"{mail}", id},
                                                                    {"{number}", "1"},
                                                                    {"{name}", name},
                                                                    {"{language}", "lv"},
                                                                    {"{kind}", "final-response"},
                                                                    {"{file}", "staff-02.ics?token=opens%20every%20calendar%20of%20the%20house"}})
      pattern = replaced(std::move(pattern), place, with);
    return pattern;
  }

  /// In each form that a letter comes in.
  void expect_silence(std::string const& token, std::string_view who, std::vector<http::Header> const& headers = {}) const {
    for (auto const& target : targets())
      for (auto const* form : {"application/json", "text/plain", "text/html", "message/rfc822"}) {
        if (!target.contains("/letters/") && std::string_view(form) != "application/json") continue;
        auto with_form = headers;
        with_form.push_back({"Accept", form});
        auto const reply = house.ask(token, "GET", target, {}, with_form);
        EXPECT_LT(reply.status, 500U) << target;
        for (auto const& trace : {word, hidden, suspected, answering.value, aside.value})
          EXPECT_FALSE(reply.body.contains(trace)) << who << " " << target << " " << trace;
      }
  }

  [[nodiscard]] std::int64_t total(std::string const& token, std::string const& of) const {
    return body_of(house.ask(token, "GET", "/api/v1/intake")).at(of).to_number<std::int64_t>();
  }

  std::string const word{canary};
  AccessHouse house;
  std::string ilze;
  std::string hidden;
  std::string ordinary;
  std::string suspected;  ///< what a mail became that may belong to the hidden one
  std::string letter;     ///< the final response
  MailId answering;
  MailId aside;
  mutable int mails = 0;
};

TEST_F(Canary, SingsToWhomItIsNotAbout) {
  auto const about = "/api/v1/complaints/" + hidden;
  auto const calendar = "/calendars/staff-01.ics?token=opens%20every%20calendar%20of%20the%20house";
  for (auto const& [target, trace] : std::initializer_list<std::pair<std::string, std::string>>{{"/api/v1/complaints?q=" + word, hidden},
                                                                                                {about, R"("promises":[{)"},
                                                                                                {about + "/letters/" + letter, word},
                                                                                                {about + "/letters/" + letter + "/versions", R"("version":2)"},
                                                                                                {about + "/letters/" + letter + "/changes", word},
                                                                                                {about + "/letters/" + letter + "/review", word},
                                                                                                {about + "/files", word + ".csv"},
                                                                                                {about + "/files/" + answering.value + "/1", word},
                                                                                                {about + "/profiles/lv-consumer/dates", "due_at"},
                                                                                                {"/api/v1/complaints/" + suspected, hidden},
                                                                                                {"/api/v1/intake", hidden},
                                                                                                {"/api/v1/intake?state=undecided", aside.value},
                                                                                                {"/api/v1/intake/" + aside.value, word},
                                                                                                {"/api/v1/intake/" + aside.value + "/raw", word},
                                                                                                {"/api/v1/intake/" + aside.value + "/files/1", word},
                                                                                                {calendar, hidden}})
    EXPECT_TRUE(house.ask(ilze, "GET", target).body.contains(trace)) << target << " " << house.ask(ilze, "GET", target).body;
  auto const history = house.ask(ilze, "GET", about + "/history").body;
  std::size_t heard = 0;
  for (auto at = history.find(canary); at != std::string::npos; at = history.find(canary, at + 1)) ++heard;
  EXPECT_GE(heard, 25U);
  EXPECT_TRUE(house.ask(house.token("reader"), "GET", "/api/v1/readings?reference=" + hidden).body.contains(hidden));
  EXPECT_TRUE(house.ask(house.token("reader"), "GET", "/api/v1/readings").body.contains(aside.value));
}

TEST_F(Canary, IsInNoAnswerOfAnyRouteForAnyRole) {
  for (auto const* role : roles) expect_silence(house.token(role), role);
  expect_silence(house.token("robot"), "a program", {{"X-Redress-Actor", "staff-02"}});
}

TEST_F(Canary, IsNotCountedForWhomItIsAbout) {
  auto const waiting = [&](std::string const& token) { return body_of(house.ask(token, "GET", "/api/v1/outbox")).at("waiting").to_number<int>(); };
  auto const hidden_messages = house.desk.outbox_hidden_from(StaffId("staff-02"));

  EXPECT_GT(hidden_messages, 0);
  EXPECT_EQ(waiting(house.token("manager")) + hidden_messages, waiting(ilze));
}

TEST_F(Canary, LeavesNoDifferenceBetweenTheMailsThatAreCountedAndTheMailsThatAreShown) {
  house.take("From: <anna@example.org>\r\nSubject: The sofa\r\n\r\nIt came late.\r\n");
  house.take("From: <anna@example.org>\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.\r\n");
  auto const manager = house.token("manager");
  auto const shown = [&](std::string const& token) { return body_of(house.ask(token, "GET", "/api/v1/intake")).at("entries").as_array().size(); };

  EXPECT_EQ(total(ilze, "received"), 5);
  EXPECT_EQ(shown(ilze), 5U);
  EXPECT_EQ(total(manager, "received"), 2);
  EXPECT_EQ(total(manager, "filed"), 1);
  EXPECT_EQ(total(manager, "quarantined"), 1);
  EXPECT_EQ(total(manager, "undecided"), 1);
  EXPECT_EQ(shown(manager), 2U);
}

TEST_F(Canary, IsNotCountedInFiguresThatCanBeReadFromElsewhere) {
  std::vector<http::Header> const through_a_proxy{{"X-Forwarded-For", "192.0.2.1"}};

  EXPECT_EQ(house.ask(house.token("manager"), "GET", "/metrics", {}, through_a_proxy).status, 401U);
  EXPECT_EQ(house.ask("", "GET", "/metrics", {}, through_a_proxy).status, 401U);
  EXPECT_EQ(house.ask(AccessHouse::operator_token, "GET", "/metrics", {}, through_a_proxy).status, 200U);
  EXPECT_EQ(house.ask(house.token("robot"), "GET", "/metrics", {}, through_a_proxy).status, 200U);
  EXPECT_EQ(house.ask("", "GET", "/metrics").status, 200U);
}

TEST_F(Canary, IsToldByNoDifferenceFromAReferenceThatNobodyHas) {
  auto const manager = house.token("manager");
  auto const auditor = house.token("auditor");
  auto const made = [&](std::string const& about) {
    auto const reply = house.ask(manager, "POST", "/api/v1/complaints",
                                 R"({"channel":"email","language":"en","complainant":{"name":"Anna"},"narrative":"It.","possibly_about":")" + about + R"("})");
    return body_of(house.ask(manager, "GET", "/api/v1/complaints/" + std::string(body_of(reply).at("reference").as_string()))).at("possibly_about");
  };

  EXPECT_EQ(house.ask(manager, "GET", "/api/v1/complaints?after=" + hidden).body, house.ask(manager, "GET", "/api/v1/complaints?after=R-0000-0000").body);
  EXPECT_EQ(house.ask(auditor, "GET", "/api/v1/readings?limit=1&reference=" + hidden).body,
            house.ask(auditor, "GET", "/api/v1/readings?limit=1&reference=R-0000-0000").body);
  EXPECT_EQ(made(hidden), made("R-0000-0000"));
  EXPECT_EQ(made(ordinary), boost::json::string(ordinary));
}

TEST_F(Canary, CannotBeDecidedAboutByItsMail) {
  auto const manager = house.token("manager");
  for (auto const* decision : {"release", "file", "discard"}) {
    auto const body = R"({"reason":"why")" + std::string(std::string_view(decision) == "file" ? R"(,"reference":")" + ordinary + "\"}" : "}");
    auto const about = house.ask(manager, "POST", "/api/v1/intake/" + aside.value + "/" + decision, body);
    auto const nothing = house.ask(manager, "POST", std::string("/api/v1/intake/mail-of-nobody/") + decision, body);
    EXPECT_EQ(about.status, 404U) << decision;
    EXPECT_EQ(about.body, nothing.body) << decision;
  }
}

TEST_F(Canary, IsNotNamedByWhatSomebodyWroteElsewhere) {
  auto const elsewhere = "/api/v1/complaints/" + ordinary;
  auto const wrote = [&](std::string const& command, object const& fields) {
    return house.ask(ilze, "POST", elsewhere + "/commands/" + command, boost::json::serialize(fields)).status;
  };
  ASSERT_EQ(wrote("add-note", {{"text", "It belongs with " + hidden}}), 200U);
  ASSERT_EQ(wrote("record-contact", {{"direction", "in"}, {"channel", "phone"}, {"summary", "They asked for " + hidden}}), 200U);

  EXPECT_TRUE(house.ask(ilze, "GET", elsewhere).body.contains(hidden));
  EXPECT_TRUE(house.ask(ilze, "GET", elsewhere + "/history").body.contains("It belongs with"));
  for (auto const* role : {"handler", "manager", "approver", "executive", "auditor", "account-manager"}) {
    auto const document = house.ask(house.token(role), "GET", elsewhere);
    auto const history = house.ask(house.token(role), "GET", elsewhere + "/history");
    EXPECT_EQ(document.status, 200U) << role;
    EXPECT_FALSE(document.body.contains(hidden)) << role;
    EXPECT_FALSE(history.body.contains(hidden)) << role;
    EXPECT_FALSE(history.body.contains("It belongs with")) << role;
  }
}

TEST_F(Canary, IsInNoNoticeToThem) {
  auto const due = house.store->due_outbox(house.clock.now() + std::chrono::days{30}, 1000);

  EXPECT_FALSE(due.empty());
  for (auto const& item : due)
    if (item.reference.value == hidden) {
      EXPECT_FALSE(item.message.envelope_to.contains("andrejs")) << item.message.envelope_to;
    }
}

TEST_F(Canary, IsNotHeardOnTheStreamByAnyRole) {
  for (auto const* role : roles) {
    http::Broadcast broadcast;
    auto const listener = broadcast.listen(http::hears(house.desk, house.desk.caller_with_token(house.token(role))));

    broadcast.tell(hidden, "a change");

    EXPECT_FALSE(listener->take()) << role;
  }
}

TEST_F(Canary, CannotBeAssignedToThemNorFiledTo) {
  EXPECT_EQ(give("assign-handler", {{"handler", "staff-02"}}).status, 422U);
  for (auto const* role : roles) {
    auto const token = house.token(role);
    for (auto const& [command, fields] :
         std::initializer_list<std::pair<std::string, std::string>>{{"assign-handler", R"({"handler":"staff-03"})"},
                                                                    {"add-note", R"({"text":"a note"})"},
                                                                    {"name-staff", R"({"staff":"staff-03","reason":"why"})"},
                                                                    {"break-glass", R"({"staff":"staff-02","hours":1,"reason":"why"})"}}) {
      auto const about = house.ask(token, "POST", "/api/v1/complaints/" + hidden + "/commands/" + command, fields);
      auto const nothing = house.ask(token, "POST", "/api/v1/complaints/R-0000-0000/commands/" + command, fields);
      EXPECT_EQ(about.status, nothing.status) << role << " " << command;
      EXPECT_EQ(about.body, nothing.body) << role << " " << command;
    }
  }
}

TEST_F(Canary, IsNotNamedByAnotherComplaintThatItMayBelongWith) {
  auto other = complaint();
  other["possibly_about"] = hidden;
  other["narrative"] = "nothing of the kind";
  other["complainant"] = object{{"name", "Anna"}, {"email", "anna@example.org"}};
  other.erase("desired_outcome");
  other.erase("evidence");
  auto const made = house.ask(ilze, "POST", "/api/v1/complaints", boost::json::serialize(other));
  ASSERT_EQ(made.status, 201U) << made.body;
  auto const target = "/api/v1/complaints/" + std::string(body_of(made).at("reference").as_string());

  EXPECT_TRUE(house.ask(ilze, "GET", target).body.contains(hidden));
  for (auto const* role : {"handler", "manager", "approver", "executive", "auditor", "account-manager"}) {
    EXPECT_EQ(house.ask(house.token(role), "GET", target).status, 200U) << role;
    EXPECT_FALSE(house.ask(house.token(role), "GET", target).body.contains(hidden)) << role;
    EXPECT_FALSE(house.ask(house.token(role), "GET", target + "/history").body.contains(hidden)) << role;
  }
}

}  // namespace
}  // namespace redress::testing
