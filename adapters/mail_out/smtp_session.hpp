// SPDX-License-Identifier: Apache-2.0
#pragma once

// From nothing to a connection on which a message may be sent: greeting, TLS as the settings want it, log-in. Private to this adapter.

#include <memory>

#include "adapters/mail_out/smtp_connection.hpp"

namespace redress::mail_out {

/// Throws SmtpFault, also when the server refuses us for good: that is about us and says nothing about any message.
[[nodiscard]] std::unique_ptr<SmtpConnection> open_session(SmtpSettings const& settings);

}  // namespace redress::mail_out
