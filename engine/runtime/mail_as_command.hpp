// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a mail asks of us, as a command: the first word of a complaint, or a further message of one. The mail desk and whoever works through the quarantine say
// it alike.

#include <string>

#include "engine/domain/command.hpp"
#include "engine/domain/mail.hpp"
#include "engine/ports/mail_journal.hpp"

namespace redress::runtime {

/// What the person wrote, under its subject; empty when they wrote nothing.
[[nodiscard]] std::string narrative_of(ReadMail const& mail);

/// `otherwise` is the language of somebody whose language we cannot tell.
[[nodiscard]] ReceiveComplaint complaint_from(ReadMail const& mail, MailId const& id, Language otherwise);
[[nodiscard]] ReceiveMessage message_from(ReadMail const& mail, MailId const& id, KnownBy known_by);

/// The idempotency key of what is made of a mail: the same for the same mail, though it came by two ways and its bytes differ. `digest` is that of the bytes.
[[nodiscard]] std::string key_of(ReadMail const& mail, std::string const& digest, ports::MailJournal const& journal);

}  // namespace redress::runtime
