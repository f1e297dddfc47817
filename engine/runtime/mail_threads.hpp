// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which complaint a mail belongs to. Certain is only what cannot be guessed: the address it came to, or that it answers a letter of ours and comes from whom
// the letter went to, or from somebody whose own domain vouches for them (DMARC). A sender whom their domain disowns proves nothing. A reference in the
// subject is a suggestion, for anybody can write one.

#include <optional>
#include <string>

#include "engine/domain/contact.hpp"
#include "engine/domain/mail.hpp"
#include "engine/ports/store.hpp"
#include "engine/runtime/engine.hpp"

namespace redress::runtime {

/// A mail's complaint, and which message of ours it belongs to.
struct MailThread {
  ports::SentMessage sent;
  KnownBy known_by = KnownBy::ReplyAddress;
};

class MailThreads {
 public:
  /// The engine outlives it.
  explicit MailThreads(Engine& engine) : engine_(engine) {}

  /// Empty when it belongs to none for certain. Throws ports::StoreFault, as do the others.
  [[nodiscard]] std::optional<MailThread> of(ReadMail const& mail) const;
  /// The message of ours that came back, by the address it came back to or by what the other server says of it.
  [[nodiscard]] std::optional<ports::SentMessage> returned_by(ReadMail const& mail) const;
  /// The complaint it may belong to: what it answers, or the reference in its subject.
  [[nodiscard]] std::optional<Reference> suggested_by(ReadMail const& mail) const;
  /// Where a complaint lives that was merged: in the one that goes on.
  [[nodiscard]] Reference living(Reference const& reference) const;

 private:
  [[nodiscard]] std::optional<ports::SentMessage> by_address(ReadMail const& mail) const;
  [[nodiscard]] bool may_answer(ReadMail const& mail, ports::SentMessage const& sent) const;
  [[nodiscard]] bool comes_from_recipient(ReadMail const& mail, ports::SentMessage const& sent) const;

  Engine& engine_;
};

}  // namespace redress::runtime
