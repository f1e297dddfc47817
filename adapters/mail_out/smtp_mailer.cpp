// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_out/smtp_mailer.hpp"

#include <fmt/core.h>

#include <optional>

#include "adapters/mail_out/smtp_pool.hpp"

namespace redress::mail_out {

using ports::Delivery;
using ports::DeliveryResult;
using ports::OutgoingMessage;

namespace {

/// How far one message came on its connection. Only a message that was not begun may be begun again on a new one at once.
enum class Progress { NotBegun, Begun, FinalDotSent };

std::optional<Delivery> unsendable(OutgoingMessage const& message) {
  if (!is_envelope_address(message.envelope_to)) return Delivery{DeliveryResult::Refused, "the recipient's address cannot be used over SMTP"};
  if (!message.envelope_from.empty() && !is_envelope_address(message.envelope_from))
    return Delivery{DeliveryResult::Refused, "the sender's address cannot be used over SMTP"};
  if (!is_safe_to_send(message.bytes)) return Delivery{DeliveryResult::Refused, "the message holds a bare CR, LF or NUL and was not sent"};
  return std::nullopt;
}

// "Log in first", "wrong log-in" and "encrypt first" are said of us and not of the message (RFC 4954, 6; RFC 3207, 4).
bool is_about_us(SmtpReply const& reply) {
  return reply.code == 530 || reply.code == 535 || reply.code == 538;
}

[[noreturn]] void give_up_on(SmtpReply const& reply) {
  throw SmtpFault("the mail server gave an answer that fits no question: " + reply.text);
}

DeliveryResult meaning_of(SmtpReply const& reply) {
  if (reply.is_accepted()) return DeliveryResult::Accepted;
  if (reply.is_transient() || is_about_us(reply)) return DeliveryResult::Later;
  if (reply.is_permanent()) return DeliveryResult::Refused;
  give_up_on(reply);
}

}  // namespace

class SmtpMailer::Transport {
 public:
  explicit Transport(SmtpSettings settings) : settings_(std::move(settings)), pool_(settings_) {}

  Delivery deliver(OutgoingMessage const& message) {
    auto progress = Progress::NotBegun;
    try {
      SmtpPool::Lease lease(pool_);
      return deliver_over(lease, message, progress);
    } catch (SmtpFault const& fault) {
      auto const result = progress == Progress::FinalDotSent ? DeliveryResult::Ambiguous : DeliveryResult::Later;
      return {result, fit_to_keep(fault.what(), message.envelope_to)};
    }
  }

 private:
  /// A connection that went stale since the message before is replaced, and nobody hears of it.
  Delivery deliver_over(SmtpPool::Lease& lease, OutgoingMessage const& message, Progress& progress) {
    try {
      return attempt(lease, message, progress);
    } catch (SmtpFault const&) {
      lease.close();
      if (!lease.was_used_before() || progress != Progress::NotBegun) throw;
    }
    lease.replace();
    try {
      return attempt(lease, message, progress);
    } catch (SmtpFault const&) {
      lease.close();
      throw;
    }
  }

  Delivery attempt(SmtpPool::Lease& lease, OutgoingMessage const& message, Progress& progress) {
    auto const reply = converse(*lease, message, progress);
    (*lease).reset_is_due = !reply.is_accepted();
    return {meaning_of(reply), fit_to_keep(reply.text, message.envelope_to)};
  }

  /// The reply that settles the message: the first that is not as hoped, or the one to the final dot.
  SmtpReply converse(SmtpPool::Open& open, OutgoingMessage const& message, Progress& progress) {
    auto& connection = *open.connection;
    if (open.reset_is_due) (void)say(connection, "RSET");
    auto reply = say(connection, fmt::format("MAIL FROM:<{}>", message.envelope_from));
    progress = Progress::Begun;
    if (reply.is_accepted()) reply = say(connection, fmt::format("RCPT TO:<{}>", message.envelope_to));
    if (!reply.is_accepted()) return reply;
    reply = say(connection, "DATA");
    if (reply.is_accepted()) give_up_on(reply);
    if (!reply.is_intermediate()) return reply;
    connection.send(dot_stuffed(message.bytes));
    progress = Progress::FinalDotSent;
    return connection.command(".", settings_.final_dot_timeout);
  }

  /// With 421 the server announces that it hangs up, whatever was asked (RFC 5321, 3.8).
  static SmtpReply say(SmtpConnection& connection, std::string const& command) {
    auto reply = connection.command(command);
    if (reply.code == 421) throw SmtpFault(reply.text);
    return reply;
  }

  SmtpSettings settings_;
  SmtpPool pool_;
};

SmtpMailer::SmtpMailer(SmtpSettings settings) : transport_(std::make_unique<Transport>(std::move(settings))) {}

SmtpMailer::~SmtpMailer() = default;

Delivery SmtpMailer::deliver(OutgoingMessage const& message) {
  if (auto const refusal = unsendable(message)) return *refusal;
  return transport_->deliver(message);
}

}  // namespace redress::mail_out
