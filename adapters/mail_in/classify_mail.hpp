// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tells a person's mail from a machine's (RFC 3834, RFC 3464, RFC 5965). A wrong "message" starts a loop of machines answering each other;
// a wrong "auto-reply" only waits for a person to look: in doubt the machine wins.

#include "adapters/mail_in/mail_signs.hpp"
#include "engine/domain/mail.hpp"

namespace redress::mail_in {

[[nodiscard]] MailClass classify_mail(MailSigns const& signs);

}  // namespace redress::mail_in
