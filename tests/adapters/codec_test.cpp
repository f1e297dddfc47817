// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "adapters/codec/canonical.hpp"
#include "adapters/codec/command_codec.hpp"
#include "adapters/codec/described.hpp"
#include "adapters/codec/leaf.hpp"
#include "adapters/codec/text.hpp"
#include "engine/domain/ensure.hpp"
#include "tests/support/generated.hpp"

namespace redress::codec {
namespace {

using testing::for_each_alternative;
using testing::Generator;

std::string bytes_of(auto const& value) {
  std::string text;
  write_canonical(text, value);
  return text;
}

std::string malformed(std::string_view command, std::string const& json) {
  auto const decoded = decode_command(command, boost::json::parse(json));
  if (decoded) return "accepted";
  EXPECT_EQ(decoded.error().reason, Reason::MalformedCommand);
  EXPECT_EQ(decoded.error().missing.size(), 1U);
  return decoded.error().missing.at(0).subject;
}

RecordedEvent recorded(Event event, std::int64_t sequence = 17) {
  return {EventId("0197a000-0000-7000-8000-000000000002"),
          ComplaintId("0197a000-0000-7000-8000-000000000001"),
          sequence,
          *parse_time("2026-11-21T10:15:30Z"),
          {ActorKind::Staff, StaffId("ilze.berzina"), "api"},
          std::move(event)};
}

SealedEvent sealed(Event const& event) {
  unsigned char next = 0;
  auto const salt = [&] {
    ports::Salt bytes{};
    bytes.fill(++next);
    return bytes;
  };
  return seal(recorded(event), no_leaf_before, "complaints.example.org/log", "resolution@1", salt);
}

// ---- canonical JSON

TEST(CanonicalJson, EscapesAsRfc8785Does) {
  EXPECT_EQ(bytes_of(std::string("\b\t\n\f\r\"\\/\x01\x1f\x7f€")), "\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0001\\u001f\x7f€\"");
}

TEST(CanonicalJson, SortsKeysAndLeavesOutWhatIsAbsent) {
  PreventiveActionAgreed const event{ActionId("action-1"), StaffId("ilze"), *parse_date("2026-04-01")};

  EXPECT_EQ(bytes_of(event), R"({"action":"action-1","by":"2026-04-01","owner":"ilze"})");
  EXPECT_EQ(bytes_of(Escalate{}), "{}");
  EXPECT_EQ(bytes_of(boost::json::parse(R"( { "b" : [ 1, true, null ], "a" : "x" } )")), R"({"a":"x","b":[1,true,null]})");
}

TEST(CanonicalJson, RefusesWhatReadersDisagreeOn) {
  EXPECT_THROW(bytes_of(boost::json::parse("1.5")), BrokenInvariant);
  EXPECT_THROW(bytes_of(largest_integer + 1), BrokenInvariant);
  EXPECT_THROW(bytes_of(std::string("\xff")), BrokenInvariant);
  EXPECT_THROW(bytes_of(std::string("a\0b", 3)), BrokenInvariant);
  EXPECT_FALSE(is_canonical(R"({"b":1,"a":2})"));
  EXPECT_FALSE(is_canonical(R"({"a": 2})"));
  EXPECT_FALSE(is_canonical(R"({"a":"\u0041"})"));
  EXPECT_TRUE(is_canonical(R"({"a":2,"b":"\u0001"})"));
}

TEST(Base64Url, ReadsWhatItWrites) {
  for (std::string const text : {"", "f", "fo", "foo", "foob", "fooba", "foobar", "\xff\xfe\xfd"}) EXPECT_EQ(from_base64url(base64url(text)), text);
  EXPECT_EQ(base64url("foob"), "Zm9vYg");
  EXPECT_FALSE(from_base64url("Zm9vYg=="));
  EXPECT_FALSE(from_base64url("Zm9vYh"));
  EXPECT_FALSE(from_base64url("A"));
}

TEST(Sha256, KnowsTheTestVector) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Text, IsNormalisedFoldedAndCleaned) {
  EXPECT_EQ(normalised("Be\xCC\x84rzin\xCC\xA7s\xCC\x8C"), "Bērziņš");
  EXPECT_EQ(folded("BĒRZIŅŠ Иван"), folded("bērziņš ИВАН"));
  EXPECT_EQ(cleaned(std::string("a\0b\xff", 4)), "ab\xEF\xBF\xBD");
  EXPECT_FALSE(is_text("\xC0\xAF"));
  EXPECT_FALSE(is_text(std::string(1, '\0')));
}

// ---- commands

TEST(CommandCodec, ReadsEveryCommandItWrites) {
  for_each_alternative<Command>([]<class C>() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      Command const command = Generator(seed).record<C>();

      auto const decoded = decode_command(C::name, to_json(std::get<C>(command)));

      ASSERT_TRUE(decoded) << C::name << ": " << decoded.error().missing.at(0).subject;
      EXPECT_EQ(encode_command(*decoded), encode_command(command));
    }
  });
}

TEST(CommandCodec, KnowsEveryCommandWithTitleAndSchema) {
  auto const all = commands();

  EXPECT_EQ(all.size(), std::variant_size_v<Command>);
  EXPECT_EQ(std::ranges::count_if(all, &CommandInfo::by_clock), 6);
  for (auto const& info : all) {
    auto const schema = command_schema(info.name);
    EXPECT_EQ(text_of(schema.at("title")), info.title);
    for (auto const& property : schema.at("properties").as_object()) EXPECT_FALSE(property.value().at("description").as_string().empty());
  }
}

TEST(CommandCodec, DescribesACommandAsASchema) {
  EXPECT_EQ(
      boost::json::serialize(command_schema("assign-handler")),
      R"({"type":"object","properties":{"handler":{"type":"string","minLength":1,"description":"the member of staff who has the complaint from now on"}},)"
      R"("required":["handler"],"additionalProperties":false,"title":"Assign a handler"})");
  auto const schema = command_schema("receive-complaint");
  EXPECT_EQ(boost::json::serialize(schema.at("required")), R"(["channel","language","complainant","narrative"])");
  EXPECT_EQ(boost::json::serialize(schema.at("properties").at("complainant").at("required")), R"(["name"])");
}

TEST(CommandCodec, RefusesCommandsNobodyKnows) {
  auto const decoded = decode_command("solve", boost::json::parse("{}"));

  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().reason, Reason::UnknownCommand);
}

TEST(CommandCodec, NamesTheFieldThatIsWrong) {
  EXPECT_EQ(malformed("add-note", "{}"), "text: must be given");
  EXPECT_EQ(malformed("add-note", R"({"text":null})"), "text: must be given");
  EXPECT_EQ(malformed("add-note", R"({"text":""})"), "text: must not be empty");
  EXPECT_EQ(malformed("add-note", R"({"text":7})"), "text: must be a text");
  EXPECT_EQ(malformed("add-note", R"({"text":"a\u0000b"})"), "text: must be valid UTF-8 without NUL");
  EXPECT_EQ(malformed("add-note", R"({"text":"a","colour":"red"})"), "colour: no such field");
  EXPECT_EQ(malformed("add-note", R"({"text":"a","Anna's colour":"red"})"), "has a field whose name is none of ours");
  EXPECT_EQ(malformed("add-note", "[]"), "must be an object");
  EXPECT_EQ(malformed("extend", R"({"by":{"amount":1.5,"unit":"weeks"},"reason":"a","agreement":"b"})"),
            "by.amount: must be a whole number of at most 2^53 - 1");
  EXPECT_EQ(malformed("extend", R"({"by":{"amount":1,"unit":"years"},"reason":"a","agreement":"b"})"),
            "by.unit: must be one of hours, working-hours, calendar-days, working-days, weeks, months");
  EXPECT_EQ(malformed("amend-promise", R"({"promise":"promise-1","by":"2026-02-30","explanation":"a","agreement":"b"})"),
            "by: must be a day, such as 2026-11-21");
  EXPECT_EQ(malformed("conclude-investigation", R"({"answers":[{"point":"point-1","finding":"upheld","explanation":"a"},{"point":"point-2"}]})"),
            "answers[1].finding: must be given");
  EXPECT_EQ(malformed("make-appointment", R"({"kind":"call","at":"2026-03-04T09:00:00"})"),
            "at: must be a moment with its offset, such as 2026-11-21T10:15:30Z");
}

TEST(CommandCodec, TakesOnlyAFileForALongText) {
  auto const attach = [](std::size_t size) {
    return decode_command("attach", boost::json::object{{"name", "a"}, {"type", "text/plain"}, {"content", std::string(size, 'A')}});
  };
  auto const note = [](std::size_t size) { return decode_command("add-note", boost::json::object{{"text", std::string(size, 'A')}}); };

  EXPECT_TRUE(attach(14'000'000));
  EXPECT_FALSE(attach(14'000'001));
  EXPECT_TRUE(note(1'000'000));
  EXPECT_FALSE(note(1'000'001));
}

TEST(CommandCodec, NormalisesTextAndTakesBlankFieldsForAbsentOnes) {
  auto const decoded = decode_command("record-hearing", boost::json::parse(R"({"desired_outcome":"Be\u0304rzs","summary":""})"));

  ASSERT_TRUE(decoded);
  EXPECT_EQ(std::get<RecordHearing>(*decoded).desired_outcome, "Bērzs");
  EXPECT_FALSE(std::get<RecordHearing>(*decoded).summary);
}

TEST(CommandCodec, GivesEqualCommandsEqualDigests) {
  auto const digest = [](std::string const& json) { return command_digest(*decode_command("record-answer", boost::json::parse(json))); };

  EXPECT_EQ(digest(R"({"proposal":"proposal-1","answer":"accept"})"), digest(R"({"answer":"accept","proposal":"proposal-1","words":null})"));
  EXPECT_NE(digest(R"({"proposal":"proposal-1","answer":"accept"})"), digest(R"({"proposal":"proposal-1","answer":"decline"})"));
  EXPECT_NE(command_digest(BeginInvestigation{}), command_digest(AgreeSchedule{}));
}

// ---- leaves

TEST(Leaf, GivesBackEveryEventItSeals) {
  for_each_alternative<Event>([]<class E>() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      Event const event = Generator(seed).record<E>();
      auto const leaf = sealed(event);

      auto const opened = read_leaf(leaf.bytes, leaf.disclosures);

      EXPECT_EQ(name_of(opened.recorded.event), E::name);
      EXPECT_EQ(bytes_of(std::get<E>(opened.recorded.event)), bytes_of(std::get<E>(event))) << E::name;
      EXPECT_EQ(opened.disclosure_digests, leaf.disclosure_digests);
      EXPECT_TRUE(is_canonical(leaf.bytes)) << leaf.bytes;
    }
  });
}

TEST(Leaf, CanBeOpenedWithoutItsDisclosures) {
  for_each_alternative<Event>([]<class E>() {
    auto const leaf = sealed(Generator(7).record<E>());

    auto const opened = open_leaf(leaf.bytes, {});

    EXPECT_EQ(name_of(opened.event), E::name);
  });
}

TEST(Leaf, HoldsNothingPersonal) {
  auto const leaf = sealed(NoteAdded{StaffId("ilze.berzina"), "Anna called and was upset"});

  EXPECT_EQ(leaf.bytes.find("Anna"), std::string::npos);
  EXPECT_EQ(leaf.disclosures.size(), 1U);
  EXPECT_EQ(from_base64url(leaf.disclosures[0]), "[\"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE\",\"text\",\"Anna called and was upset\"]");
  EXPECT_EQ(std::get<NoteAdded>(open_leaf(leaf.bytes, {}).event).text, "");
}

TEST(Leaf, DisclosesNothingForAFieldThatIsEmpty) {
  EXPECT_TRUE(sealed(ComplaintEscalated{}).disclosures.empty());
  EXPECT_EQ(sealed(ComplaintEscalated{}).bytes.find("_sd\""), std::string::npos);
  EXPECT_EQ(sealed(ComplaintEscalated{Escalation::Executive, "now"}).disclosures.size(), 1U);
}

TEST(Leaf, RefusesWhatIsNoLeaf) {
  auto const leaf = sealed(NoteAdded{StaffId("ilze.berzina"), "a"});
  auto const other = sealed(NoteAdded{StaffId("ilze.berzina"), "b"});
  std::string unknown = leaf.bytes;
  unknown.replace(unknown.find("note-added"), 10, "note-added2");

  EXPECT_THROW(open_leaf("", {}), LeafFault);
  EXPECT_THROW(open_leaf("[]", {}), LeafFault);
  EXPECT_THROW(open_leaf(R"({"v":1})", {}), LeafFault);
  EXPECT_THROW(open_leaf(unknown, {}), LeafFault);
  EXPECT_THROW(open_leaf(leaf.bytes, other.disclosures), LeafFault);
}

std::filesystem::path golden(std::string_view name) {
  return std::filesystem::path(REDRESS_SOURCE_DIR) / "tests/golden/leaves" / (std::string(name) + ".jsonl");
}

/// The leaf, its digest and its disclosures, a line each. Released bytes never change; UPDATE_GOLDEN=1 writes new files only for new
/// events.
void expect_golden(std::string_view name, Event const& event) {
  auto const leaf = sealed(event);
  std::string lines = leaf.bytes + '\n' + leaf.digest_hex + '\n';
  for (auto const& disclosure : leaf.disclosures) lines += disclosure + '\n';
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(golden(name)) << lines;
  std::ostringstream expected;
  expected << std::ifstream(golden(name)).rdbuf();
  EXPECT_EQ(lines, expected.str()) << name;
}

TEST(Leaf, HasTheBytesItAlwaysHad) {
  expect_golden("stage_moved", StageMoved{Stage::Received, Stage::Acknowledged});
  expect_golden("note_added", NoteAdded{StaffId("ilze.berzina"), "Zvanīja; \"ļoti\" sarūgtināta.\n"});
  expect_golden("fact_recorded", FactRecorded{FactId("fact-1"), "the parcel left on 3 March", "courier's list"});
  expect_golden("deadline_set", DeadlineSet{deadline_names::promise,
                                            {},
                                            PromiseId("promise-1"),
                                            *parse_time("2026-03-20T16:00:00Z"),
                                            *parse_time("2026-03-19T16:00:00.5Z"),
                                            {{BecauseStep::Counted, *parse_time("2026-03-02T07:00:00Z"), {}, 3, "working-days", "latvia"}}});
  expect_golden("letter_queued", LetterQueued{LetterId("letter-1"), Route::Mail, {std::string(64, 'a'), 1234, "message/rfc822"}});
  expect_golden("investigation_begun", InvestigationBegun{});
}

}  // namespace
}  // namespace redress::codec
