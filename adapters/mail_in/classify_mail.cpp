// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/classify_mail.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace redress::mail_in {
namespace {

/// How a holiday notice of Exchange begins; other mail of Exchange carries the same suppression field.
constexpr std::array holiday_subjects{std::string_view{"automatic reply"},
                                      std::string_view{"auto:"},
                                      std::string_view{"auto reply"},
                                      std::string_view{"autoreply"},
                                      std::string_view{"out of office"},
                                      std::string_view{"automātiskā atbilde"},
                                      std::string_view{"automātiska atbilde"},
                                      std::string_view{"Автоматический ответ"},
                                      std::string_view{"Автоответ"}};

/// What a postmaster writes about a letter that did not arrive. The same person may also complain.
constexpr std::array undelivered_subjects{std::string_view{"undeliver"},        std::string_view{"returned mail"}, std::string_view{"delivery status"},
                                          std::string_view{"delivery failure"}, std::string_view{"mail delivery"}, std::string_view{"mail system error"},
                                          std::string_view{"failure notice"}};

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lowered;
}

/// "auto-replied; owner-email=..." says "auto-replied".
std::string first_word(std::string_view value) {
  return lower(value.substr(0, value.find_first_of("; \t(")));
}

bool has_null_return_path(MailSigns const& signs) {
  return signs.return_path && (signs.return_path->empty() || *signs.return_path == "<>");
}

bool comes_from_a_mail_daemon(MailSigns const& signs) {
  std::string const address = lower(signs.from_address);
  std::string const mailbox = address.substr(0, address.find('@'));
  std::string const subject = lower(signs.subject);
  bool const about_delivery = std::ranges::any_of(undelivered_subjects, [&](std::string_view words) { return subject.starts_with(words); });
  bool const speaks_for_the_server = has_null_return_path(signs) || !signs.auto_submitted.empty() || about_delivery;
  return mailbox == "mailer-daemon" || mailbox == "mail-daemon" || mailbox == "mailerdaemon" || (mailbox == "postmaster" && speaks_for_the_server);
}

bool is_holiday_notice(MailSigns const& signs) {
  std::string const subject = lower(signs.subject);
  auto const begins_so = [&](std::string_view words) { return subject.starts_with(words) || signs.subject.starts_with(words); };
  return signs.has_response_suppress && std::ranges::any_of(holiday_subjects, begins_so);
}

bool is_automatic(MailSigns const& signs) {
  std::string const submitted = first_word(signs.auto_submitted);
  return (!submitted.empty() && submitted != "no") || signs.has_autoreply_field || first_word(signs.precedence) == "auto_reply" || is_holiday_notice(signs);
}

bool is_from_a_list(MailSigns const& signs) {
  std::string const precedence = first_word(signs.precedence);
  return signs.has_list_field || precedence == "bulk" || precedence == "list" || precedence == "junk";
}

}  // namespace

MailClass classify_mail(MailSigns const& signs) {
  std::string const report = lower(signs.report_type);
  if (signs.content_type == "multipart/report" && (report == "disposition-notification" || report == "feedback-report")) return MailClass::Report;
  if (signs.content_type == "multipart/report" || signs.has_failed_recipients || comes_from_a_mail_daemon(signs)) return MailClass::Bounce;
  if (is_automatic(signs)) return MailClass::AutoReply;
  if (has_null_return_path(signs)) return MailClass::Bounce;
  return is_from_a_list(signs) ? MailClass::List : MailClass::Message;
}

}  // namespace redress::mail_in
