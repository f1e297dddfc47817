// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writers for a year of deadlines, in which hundreds of thousands of letters and notices go out and nobody reads them. The final response, which the gate
// reads, is the real one; of the others there is what the history must have.

#include <string>
#include <vector>

#include "engine/ports/letter_writer.hpp"
#include "engine/ports/notice_writer.hpp"

namespace redress::testing {

class BriefLetters final : public ports::LetterWriter {
 public:
  explicit BriefLetters(ports::LetterWriter const& real) : real_(real) {}

  [[nodiscard]] LetterDocument compose(LetterFacts const& facts) const override {
    if (facts.kind == LetterKind::FinalResponse) return real_.compose(facts);
    LetterDocument document;
    document.kind = facts.kind;
    document.language = facts.language;
    document.subject = facts.reference.value;
    return document;
  }
  [[nodiscard]] std::string message(LetterDocument const& document, ports::MessageEnvelope const& envelope) const override {
    return "Subject: " + document.subject + "\r\nMessage-ID: <" + envelope.message_id + ">\r\n\r\n";
  }
  [[nodiscard]] std::string pdf(LetterDocument const& document) const override { return "%PDF-1.7 " + document.subject; }
  [[nodiscard]] std::string printed(LetterDocument const& document, ports::MessageEnvelope const&) const override { return pdf(document); }
  [[nodiscard]] std::string calendar(std::vector<ports::CalendarEntry> const& entries, Language language, Time now) const override {
    return real_.calendar(entries, language, now);
  }
  [[nodiscard]] std::string text(LetterDocument const& document) const override { return real_.text(document); }
  [[nodiscard]] std::string html(LetterDocument const& document) const override { return real_.html(document); }
  [[nodiscard]] std::vector<std::string> situations() const override { return real_.situations(); }
  [[nodiscard]] std::optional<SituationGuide> guide(std::string_view situation, Language language) const override { return real_.guide(situation, language); }
  [[nodiscard]] FrozenMessage freeze(std::string_view bytes, std::string const& media_type) const override { return real_.freeze(bytes, media_type); }

 private:
  ports::LetterWriter const& real_;
};

class BriefNotices final : public ports::NoticeWriter {
 public:
  explicit BriefNotices(ports::NoticeWriter const& real) : real_(real) {}

  [[nodiscard]] std::string mail(ports::NoticeFacts const&, ports::MessageEnvelope const& envelope) const override {
    return "Message-ID: <" + envelope.message_id + ">\r\n\r\n";
  }
  [[nodiscard]] std::string json(ports::HoldNotice const& notice) const override { return real_.json(notice); }

 private:
  ports::NoticeWriter const& real_;
};

}  // namespace redress::testing
