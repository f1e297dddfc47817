// SPDX-License-Identifier: Apache-2.0
#include "adapters/exports/history_export.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <boost/json/parse.hpp>

#include "adapters/codec/leaf.hpp"
#include "tests/support/temporary_folder.hpp"

namespace redress::exports {
namespace {

namespace fs = std::filesystem;
using redress::testing::TemporaryFolder;

/// A store that has a history and nothing else.
class HistoryOnly : public ports::Store {
 public:
  void record(Reference const& reference, Actor actor, Time at, Event event) {
    auto const sequence = reference == reference_ ? sequence_ + 1 : 1;
    RecordedEvent const recorded{
        EventId("event-" + std::to_string(leaves_.size() + 1)), ComplaintId("complaint-" + reference.value), sequence, at, std::move(actor), std::move(event)};
    auto sealed = codec::seal(recorded, codec::no_leaf_before, "complaints.example/log", "resolution@1", [] { return ports::Salt{}; });
    leaves_.push_back({reference, sequence, std::move(sealed.bytes), std::move(sealed.disclosures)});
    reference_ = reference;
    sequence_ = sequence;
  }
  void add(ports::StoredLeaf leaf) { leaves_.push_back(std::move(leaf)); }
  [[nodiscard]] std::vector<ports::StoredLeaf> const& leaves() const { return leaves_; }

  std::optional<Complaint> load(Reference const& reference) override {
    for (auto const& leaf : leaves_)
      if (leaf.reference == reference) return Complaint{};
    return std::nullopt;
  }
  void read_history(Reference const& reference, std::function<void(ports::StoredLeaf const&)> const& each) override {
    for (auto const& leaf : leaves_)
      if (reference.empty() || leaf.reference == reference) each(leaf);
  }

  std::unique_ptr<ports::Transaction> begin() override { return nullptr; }
  std::string seal(ports::Step&, std::string const& head) const override { return head; }
  std::optional<ports::RememberedAnswer> remembered(std::string const&) override { return {}; }
  std::vector<ComplaintRow> list(ports::ListFilter const&) override { return {}; }
  std::vector<ports::OpenAppointment> open_appointments(StaffId const&, Time, std::int64_t) override { return {}; }
  std::vector<ports::OpenDeadline> next_deadlines(ports::DeadlinePlace const&, std::int64_t) override { return {}; }
  std::vector<ports::OutboxItem> due_outbox(Time, std::int64_t) override { return {}; }
  std::optional<Time> next_outbox_due() override { return {}; }
  std::vector<ports::OutboxItem> incidents() override { return {}; }
  std::int64_t outbox_length() override { return 0; }
  std::optional<std::string> frozen_message(Reference const&, LetterId const&, Route) override { return {}; }
  std::optional<ports::SentMessage> sent_as(std::string const&) override { return {}; }
  std::optional<ports::SentMessage> sent_with(std::string const&) override { return {}; }
  std::optional<ports::MailEntry> mail(MailId const&) override { return {}; }
  std::vector<ports::MailEntry> mails(ports::MailFilter const&) override { return {}; }
  ports::MailCounts mail_counts() override { return {}; }
  ports::VerifyReport verify() override { return {}; }
  void rebuild_projection() override {}

 private:
  std::vector<ports::StoredLeaf> leaves_;
  Reference reference_;
  std::int64_t sequence_ = 0;
};

Reference const first{"R-7K3M-Q9PX"};
Reference const second{"R-0000-0001"};
Actor const by_mail{ActorKind::System, {}, "mail"};
Actor const handler{ActorKind::Staff, StaffId("staff-01"), "cli"};

Time at(std::string_view text) {
  return parse_time(text).value();
}

/// Two complaints: one on its way, one just received from somebody whose situation is spelled to do harm.
HistoryOnly two_complaints() {
  HistoryOnly store;
  ComplaintReceived received;
  received.reference = first;
  received.complainant.name = "Jānis Bērziņš";
  received.narrative = "My parcel never came.";
  received.situation = "delivery, \"late\"";
  store.record(first, by_mail, at("2026-03-02T07:00:00Z"), received);
  store.record(first, handler, at("2026-03-02T07:20:00.5Z"), StageMoved{Stage::Received, Stage::Acknowledged});
  store.record(first, handler, at("2026-03-03T09:00:00Z"), NoteAdded{StaffId("staff-01"), "She rang again."});
  received.reference = second;
  store.record(second, {ActorKind::Staff, StaffId("=cmd|' /C calc'!A0"), "api"}, at("2026-03-04T08:00:00Z"), received);
  return store;
}

std::string exported(ports::Store& store, ExportRequest const& request) {
  std::ostringstream out;
  EXPECT_TRUE(export_history(store, request, out).has_value());
  return out.str();
}

using Rows = std::vector<std::vector<std::string>>;

/// RFC 4180, read by its grammar: a record ends with CRLF, a quoted field may hold anything.
Rows parse_csv(std::string const& text) {
  Rows rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto& field = rows.back().back();
    if (quoted && text[i] == '"' && text[i + 1] == '"') {
      field += text[++i];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text[i] == '\r') {
      EXPECT_EQ(text.at(++i), '\n');
      rows.push_back({""});
    } else {
      field += text[i];
    }
  }
  EXPECT_EQ(rows.back(), std::vector<std::string>{""}) << "the last record ends with CRLF too";
  rows.pop_back();
  return rows;
}

TEST(CsvExport, IsARowAnEventWithTheStageAfterIt) {
  auto store = two_complaints();

  auto const rows = parse_csv(exported(store, {}));

  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"reference", "sequence", "at", "event", "actor_kind", "actor_id", "actor_via", "stage", "machine", "data"}));
  EXPECT_EQ(rows[2], (std::vector<std::string>{"R-7K3M-Q9PX", "2", "2026-03-02T07:20:00.500000Z", "stage-moved", "staff", "staff-01", "cli", "Acknowledged",
                                               "resolution@1", R"({"from":"Received","to":"Acknowledged"})"}));
  EXPECT_EQ(rows[3][7], "Acknowledged");
  EXPECT_EQ(rows[4][7], "Received");
}

TEST(CsvExport, KeepsQuotesAndCommasOfTheDataReadable) {
  auto store = two_complaints();

  auto const rows = parse_csv(exported(store, {}));

  EXPECT_EQ(boost::json::parse(rows[1][9]).at("situation").as_string(), "delivery, \"late\"");
}

TEST(CsvExport, NeverLetsACellBecomeAFormula) {
  auto store = two_complaints();

  auto const rows = parse_csv(exported(store, {}));

  EXPECT_EQ(rows[4][5], "'=cmd|' /C calc'!A0");
  for (std::string const start : {"=", "+", "-", "@", "\t", "\r"}) {
    HistoryOnly hostile;
    hostile.record(first, {ActorKind::Staff, StaffId(start + "1+1"), "api"}, at("2026-03-02T07:00:00Z"), NoteAdded{});
    EXPECT_EQ(parse_csv(exported(hostile, {}))[1][5], "'" + start + "1+1");
  }
}

TEST(CsvExport, HoldsNothingPersonal) {
  auto store = two_complaints();

  for (auto const format : {Format::Csv, Format::Xes}) {
    auto const text = exported(store, {format, {}, {}, {}});
    for (auto const* personal : {"Jānis", "Bērziņš", "parcel", "rang again"}) EXPECT_EQ(text.find(personal), std::string::npos) << personal;
  }
}

TEST(JsonlExport, CopiesEachLeafByteForByteWithItsDisclosures) {
  auto store = two_complaints();

  std::istringstream lines(exported(store, {Format::Jsonl, {}, {}, {}}));

  std::string line;
  for (auto const& leaf : store.leaves()) {
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(line.substr(0, 8 + leaf.bytes.size()), "{\"leaf\":" + leaf.bytes);
    auto const value = boost::json::parse(line);
    ASSERT_EQ(value.at("disclosures").as_array().size(), leaf.disclosures.size());
    std::vector<std::string> disclosures;
    for (auto const& one : value.at("disclosures").as_array()) disclosures.emplace_back(one.as_string());
    EXPECT_EQ(codec::open_leaf(leaf.bytes, disclosures).sequence, leaf.sequence);
  }
  EXPECT_FALSE(std::getline(lines, line));
}

TEST(Export, IsOfOneComplaintWhenOneIsNamed) {
  auto store = two_complaints();
  std::ostringstream out;

  auto const counts = export_history(store, {Format::Csv, second, {}, {}}, out);

  ASSERT_TRUE(counts.has_value());
  EXPECT_EQ(counts->complaints, 1);
  EXPECT_EQ(counts->events, 1);
  EXPECT_EQ(parse_csv(out.str())[1][0], second.value);
}

TEST(Export, OfAnUnknownComplaintIsRefusedAndWritesNothing) {
  auto store = two_complaints();
  std::ostringstream out;

  auto const counts = export_history(store, {Format::Xes, Reference("R-ZZZZ-ZZZZ"), {}, {}}, out);

  ASSERT_FALSE(counts.has_value());
  EXPECT_EQ(counts.error().reason, Reason::UnknownComplaint);
  EXPECT_TRUE(out.str().empty());
}

TEST(Export, TakesEventsFromTheFirstMomentUpToButNotIncludingTheLast) {
  auto store = two_complaints();

  auto const rows = parse_csv(exported(store, {Format::Csv, {}, at("2026-03-03T09:00:00Z"), at("2026-03-04T08:00:00Z")}));

  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1][1], "3");
  EXPECT_EQ(rows[1][7], "Acknowledged") << "the stage is known although the complaint was moved before";
}

TEST(Export, OfNothingIsStillAWholeFile) {
  HistoryOnly empty;

  EXPECT_EQ(parse_csv(exported(empty, {})).size(), 1u);
  EXPECT_EQ(exported(empty, {Format::Jsonl, {}, {}, {}}), "");
  EXPECT_TRUE(exported(empty, {Format::Xes, {}, {}, {}}).ends_with("</log>\n"));
}

TEST(Export, SaysSoWhenTheOutputTakesNoMore) {
  auto store = two_complaints();
  std::ofstream full("/dev/full");

  EXPECT_THROW((void)export_history(store, {}, full), ExportFault);
}

TEST(Export, CallsBytesThatAreNoLeafACorruptStore) {
  HistoryOnly store;
  store.add({first, 1, R"({"v":1,"name":"Jānis"})", {}});
  std::ostringstream out;

  try {
    (void)export_history(store, {}, out);
    FAIL() << "it was taken for a leaf";
  } catch (ports::StoreFault const& fault) {
    EXPECT_EQ(fault.kind(), ports::StoreFaultKind::Corrupt);
    EXPECT_NE(std::string(fault.what()).find("R-7K3M-Q9PX event 1"), std::string::npos);
    EXPECT_EQ(std::string(fault.what()).find("Jānis"), std::string::npos);
  }
}

fs::path xes_schema() {
  auto const* told = std::getenv("REDRESS_SHARED");
  auto const shared = told ? fs::path(told) : fs::path(REDRESS_SOURCE_DIR) / ".." / "shared";
  return fs::weakly_canonical(shared / "corpus" / "xes-schema" / "xes-ieee-1849-2016.xsd");
}

/// The published schema has no namespace and the format has one: a schema of the right namespace takes it in.
void write_wrapper(fs::path const& file) {
  std::ofstream(file) << R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.xes-standard.org/")"
                      << R"( targetNamespace="http://www.xes-standard.org/" elementFormDefault="qualified"><xs:include schemaLocation="file://)"
                      << xes_schema().string() << R"("/></xs:schema>)";
}

TEST(XesExport, IsValidByTheSchemaOfTheStandard) {
  if (!fs::exists(xes_schema())) GTEST_SKIP() << "the schema is not at hand; set REDRESS_SHARED to the folder that holds it";
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
  TemporaryFolder const temporary("xes");
  auto const& folder = temporary.path();
  fs::create_directories(folder);
  write_wrapper(folder / "xes.xsd");
  auto store = two_complaints();
  store.record(Reference("R-<&>\"\x01"), by_mail, at("2026-03-05T08:00:00Z"), NoteAdded{});

  std::ofstream(folder / "log.xes") << exported(store, {Format::Xes, {}, {}, {}});

  auto const command = "xmllint --noout --nonet --schema " + (folder / "xes.xsd").string() + " " + (folder / "log.xes").string() + " 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(XesExport, IsATraceAComplaintWithWhenWhatAndWho) {
  auto store = two_complaints();

  auto const text = exported(store, {Format::Xes, first, {}, {}});

  EXPECT_EQ(text.find("<trace>"), text.rfind("<trace>"));
  EXPECT_NE(text.find(R"(    <event>
      <string key="concept:name" value="stage-moved"/>
      <date key="time:timestamp" value="2026-03-02T07:20:00.500000Z"/>
      <string key="lifecycle:transition" value="complete"/>
      <string key="org:resource" value="staff-01"/>
      <string key="stage" value="Acknowledged"/>
      <int key="sequence" value="2"/>
    </event>)"),
            std::string::npos);
  EXPECT_NE(text.find(R"(<string key="org:resource" value="system"/>)"), std::string::npos);
}

}  // namespace
}  // namespace redress::exports
