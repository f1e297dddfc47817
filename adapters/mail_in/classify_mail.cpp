// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/classify_mail.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "adapters/mail_in/field_scanner.hpp"

namespace redress::mail_in {
namespace {

using Words = std::string_view;

/// How a holiday notice begins that says nothing else about itself. No person begins a subject so: they answer with "Re: Automatic reply".
constexpr std::array automatic_subjects{Words{"automatic reply:"},
                                        Words{"auto reply:"},
                                        Words{"auto-reply:"},
                                        Words{"autoreply:"},
                                        Words{"automatic response:"},
                                        Words{"auto response:"},
                                        Words{"automatische antwort:"},
                                        Words{"abwesenheitsnotiz:"},
                                        Words{"réponse automatique"},
                                        Words{"respuesta automática:"},
                                        Words{"risposta automatica:"},
                                        Words{"automātiskā atbilde:"},
                                        Words{"automātiska atbilde:"},
                                        Words{"Automātiskā atbilde:"},
                                        Words{"Автоматический ответ:"},
                                        Words{"Автоответ:"},
                                        Words{"Автоматична відповідь:"},
                                        Words{"automatinis atsakymas:"},
                                        Words{"automaatvastus:"}};

/// "Out of Office AutoReply: …", "Out of Office Re: …"; without a colon it may be anybody's complaint about office hours.
constexpr std::array out_of_office_words{Words{"out of office"}, Words{"out of the office"}};

/// How one of Exchange begins; other mail of Exchange carries the same suppression field.
constexpr std::array holiday_subjects{Words{"auto:"},         Words{"automatic reply"},     Words{"auto reply"},          Words{"autoreply"},
                                      Words{"out of office"}, Words{"automātiskā atbilde"}, Words{"automātiska atbilde"}, Words{"Автоматический ответ"},
                                      Words{"Автоответ"}};

/// What a postmaster writes about a letter that did not arrive. The same person may also complain.
constexpr std::array undelivered_subjects{Words{"undeliver"},
                                          Words{"returned mail"},
                                          Words{"delivery status"},
                                          Words{"delivery failure"},
                                          Words{"delivery failed"},
                                          Words{"delivery notif"},
                                          Words{"mail delivery"},
                                          Words{"message delivery"},
                                          Words{"mail system error"},
                                          Words{"failure notice"},
                                          Words{"failure delivery"},
                                          Words{"failed delivery"},
                                          Words{"[bounce]"},
                                          Words{"[postmaster]"},
                                          Words{"mail could not be delivered"},
                                          Words{"warning: delayed"},
                                          Words{"warning: message"},
                                          Words{"warning: could not send"},
                                          Words{"warning--could not send"},
                                          Words{"notice: mail delivery"},
                                          Words{"permanent delivery failure"},
                                          Words{"there was an error sending your mail"},
                                          Words{"mail failure"},
                                          Words{"delayed mail"},
                                          Words{"non-delivery"},
                                          Words{"nondeliverable"},
                                          Words{"unzustellbar"},
                                          Words{"non remis"},
                                          Words{"non recapitabile"},
                                          Words{"niet bestelbaar"},
                                          Words{"nepiegād"},
                                          Words{"Nepiegād"},
                                          Words{"Недоставлен"},
                                          Words{"Не удается доставить"},
                                          Words{"Не удаётся доставить"},
                                          Words{"Ваше сообщение не доставлено"},
                                          Words{"メッセージを配信できません"},
                                          Words{"メール配信に失敗しました"}};

constexpr std::array daemon_mailboxes{Words{"mailer-daemon"}, Words{"mail-daemon"}, Words{"mailerdaemon"}, Words{"mailer_daemon"}, Words{"mdaemon"}};

/// Mailboxes from which a server may speak, and a person too.
constexpr std::array role_words{Words{"master"},   Words{"daemon"},      Words{"mailer"},   Words{"postoffice"},  Words{"noreply"},
                                Words{"no-reply"}, Words{"donotreply"},  Words{"sysadmin"}, Words{"system"},      Words{"bounce"},
                                Words{"admin"},    Words{"mailmarshal"}, Words{"smtp"},     Words{"notification"}};
constexpr std::array daemon_names{Words{"mail deliver"}, Words{"delivery subsystem"},   Words{"mailer daemon"},      Words{"mailer-daemon"},
                                  Words{"mail daemon"},  Words{"system administrator"}, Words{"mail administrator"}, Words{"interscan"}};

/// How a server says why it could not deliver.
constexpr std::array failure_words{Words{"user unknown"},    Words{"unknown user"},           Words{"no such user"},     Words{"mailbox full"},
                                   Words{"mailbox is full"}, Words{"mailbox unavailable"},    Words{"over quota"},       Words{"recipient address rejected"},
                                   Words{"rcpt to"},         Words{"could not be delivered"}, Words{"not be delivered"}, Words{"delivery failed"},
                                   Words{"host unknown"}};

template <std::size_t N>
bool begins_with_one_of(std::array<Words, N> const& beginnings, std::string_view text) {
  std::string const small = in_small_letters(text);
  return std::ranges::any_of(beginnings, [&](Words words) { return small.starts_with(words) || text.starts_with(words); });
}

template <std::size_t N>
bool holds_one_of(std::array<Words, N> const& pieces, std::string_view text) {
  std::string const small = in_small_letters(text);
  return std::ranges::any_of(pieces, [&](Words words) { return small.find(words) != std::string::npos; });
}

/// "auto-replied; owner-email=..." says "auto-replied".
std::string first_word(std::string_view value) {
  return in_small_letters(value.substr(0, value.find_first_of("; \t(")));
}

bool is_daemon_mailbox(std::string_view address) {
  std::string const mailbox = in_small_letters(address.substr(0, address.find('@')));
  return std::ranges::find(daemon_mailboxes, Words(mailbox)) != daemon_mailboxes.end() || mailbox.starts_with("microsoftexchange329e");
}

/// Some servers write "<MAILER-DAEMON>" when they mean the null path.
bool has_null_return_path(MailSigns const& signs) {
  if (!signs.return_path) return false;
  std::string_view path = *signs.return_path;
  if (path.starts_with('<')) path.remove_prefix(1);
  if (path.ends_with('>')) path.remove_suffix(1);
  return path.empty() || is_daemon_mailbox(path);
}

bool comes_from_a_mail_daemon(MailSigns const& signs) {
  if (is_daemon_mailbox(signs.from_address)) return true;
  std::string const mailbox = in_small_letters(signs.from_address.substr(0, signs.from_address.find('@')));
  if (!mailbox.empty() && !holds_one_of(role_words, mailbox) && !holds_one_of(daemon_names, signs.from_name)) return false;
  bool const returns_a_mail = signs.encloses_a_mail && holds_one_of(failure_words, signs.text_beginning);
  bool const speaks_for_a_server = mailbox == "postmaster" && (has_null_return_path(signs) || !signs.auto_submitted.empty());
  return returns_a_mail || speaks_for_a_server || begins_with_one_of(undelivered_subjects, signs.subject);
}

/// Amazon tells of bounces and complaints in JSON.
std::optional<MailClass> class_of_notification(MailSigns const& signs) {
  std::string_view const text = signs.text_beginning;
  bool const notifies = text.find("notificationType") != std::string_view::npos || text.find("eventType") != std::string_view::npos;
  if (!text.starts_with('{') || !notifies) return std::nullopt;
  return text.substr(0, 1'000).find("Bounce") != std::string_view::npos ? MailClass::Bounce : MailClass::Report;
}

/// A provider's word about somebody who called a mail of ours spam (RFC 5965, and the older form without it).
bool is_feedback(MailSigns const& signs) {
  bool const says_so = signs.content_type == "multipart/report" && signs.report_type == "feedback-report";
  return says_so || signs.has_feedback_report ||
         (signs.encloses_a_mail && in_small_letters(signs.subject).find("complaint about message from") != std::string::npos);
}

bool is_automatic(MailSigns const& signs) {
  std::string const submitted = first_word(signs.auto_submitted);
  std::string const precedence = first_word(signs.precedence);
  if (!submitted.empty() && submitted != "no") return true;
  if (signs.has_autoreply_field || precedence == "auto_reply" || precedence == "auto-reply" || precedence == "autoreply") return true;
  bool const out_of_office = begins_with_one_of(out_of_office_words, signs.subject) && signs.subject.find(':') != std::string::npos;
  return out_of_office || begins_with_one_of(automatic_subjects, signs.subject) ||
         (signs.has_response_suppress && begins_with_one_of(holiday_subjects, signs.subject));
}

bool is_from_a_list(MailSigns const& signs) {
  std::string const precedence = first_word(signs.precedence);
  return signs.has_list_field || precedence == "bulk" || precedence == "list" || precedence == "junk";
}

}  // namespace

MailClass classify_mail(MailSigns const& signs) {
  if (signs.content_type == "multipart/report" && signs.report_type == "disposition-notification") return MailClass::Report;
  if (signs.content_type == "message/disposition-notification" || is_feedback(signs)) return MailClass::Report;
  if (auto const notified = class_of_notification(signs)) return *notified;
  if (signs.content_type == "multipart/report" || signs.has_delivery_status || signs.has_failed_recipients) return MailClass::Bounce;
  if (comes_from_a_mail_daemon(signs)) return MailClass::Bounce;
  if (is_automatic(signs)) return MailClass::AutoReply;
  if (has_null_return_path(signs)) return MailClass::Bounce;
  return is_from_a_list(signs) ? MailClass::List : MailClass::Message;
}

}  // namespace redress::mail_in
