// SPDX-License-Identifier: Apache-2.0
#include "adapters/mailboxes/imap_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ranges>

#include "adapters/mailboxes/credentials.hpp"
#include "adapters/mailboxes/folder_name.hpp"

namespace redress::mailboxes {
namespace {

constexpr std::chrono::minutes longest_idle{25};  ///< a server may end a session that said nothing for half an hour (RFC 2177)

constexpr auto words_of = std::views::split(' ') | std::views::transform([](auto const& word) { return std::string_view(word.begin(), word.end()); });

void demand(ImapAnswer const& answer, std::string_view refused) {
  if (!answer.is_ok()) throw MailboxFault(fmt::format("the mail server {} {}", refused, answer.code()));
}

std::string literal(std::string_view text) {
  return fmt::format("{{{}}}", text.size());
}

/// "UID 17" among the items of a FETCH response.
bool is_about(ImapResponse const& response, std::uint32_t uid) {
  auto const items = response.text.find(" FETCH (");
  if (items == std::string::npos) return false;
  auto const item = fmt::format("UID {}", uid);
  auto const at = response.text.find(item, items);
  if (at == std::string::npos) return false;
  auto const behind = at + item.size();
  return behind == response.text.size() || response.text[behind] < '0' || response.text[behind] > '9';
}

std::string uid_validity_of(ImapAnswer const& opened) {
  constexpr std::string_view sign = "* OK [UIDVALIDITY ";
  for (auto const& response : opened.untagged)
    if (response.text.starts_with(sign)) return response.text.substr(sign.size(), response.text.find(']') - sign.size());
  return {};
}

}  // namespace

ImapSession::ImapSession(MailboxSettings const& settings, StopCall const& stop)
    : settings_(settings), connection_(settings, stop), dialogue_(connection_, settings.message_limit_bytes) {
  learn_capabilities();
  log_in();
  learn_capabilities();
  open_folder();
}

void ImapSession::learn_capabilities() {
  auto const answer = dialogue_.command("CAPABILITY");
  capabilities_.clear();
  for (auto const& response : answer.untagged)
    if (response.text.starts_with("* CAPABILITY "))
      for (auto const word : std::string_view(response.text).substr(2) | words_of) capabilities_.emplace(word);
}

void ImapSession::log_in() {
  auto const credentials = read_credentials(settings_);
  auto const mechanism = mechanism_for(credentials, [this](std::string_view name) { return can(fmt::format("AUTH={}", name)); });
  bool const is_named = !mechanism.name.empty();
  if (!is_named && (credentials.kind == Credentials::Kind::AccessToken || can("LOGINDISABLED")))
    throw MailboxFault("the mail server offers no log-in that we know");
  auto const answer = is_named ? dialogue_.command(fmt::format("AUTHENTICATE {}", mechanism.name), {mechanism.response})
                               : dialogue_.command("LOGIN " + literal(credentials.user),
                                                   {fmt::format("{} {}", credentials.user, literal(credentials.secret)), credentials.secret});
  demand(answer, "refuses our log-in");
}

void ImapSession::open_folder() {
  auto const answer = dialogue_.command("SELECT " + in_quotes(imap_folder_name(settings_.folder)));
  demand(answer, "does not open the folder");
  if (answer.code() == "[READ-ONLY]") throw MailboxFault("the mail server lets us only read the folder, so nothing could ever leave it");
  uid_validity_ = uid_validity_of(answer);
}

/// One mail that the server cannot open is enough for it to refuse the search by size; then each mail is asked for its own.
std::vector<WaitingMail> ImapSession::list() {
  auto const too_large = search(fmt::format("LARGER {}", settings_.message_limit_bytes));
  auto const all = search("ALL");
  if (!all) throw MailboxFault("the mail server does not list the folder");
  sizes_are_known_ = too_large.has_value();
  std::vector<WaitingMail> mails;
  for (auto const uid : *all) mails.push_back(named(uid, too_large && too_large->contains(uid)));
  return mails;
}

std::optional<std::set<std::uint32_t>> ImapSession::search(std::string const& criteria) {
  auto const answer = dialogue_.command("UID SEARCH " + criteria);
  if (!answer.is_ok()) return std::nullopt;
  std::set<std::uint32_t> uids;
  for (auto const& response : answer.untagged) {
    if (!response.text.starts_with("* SEARCH")) continue;
    for (auto const word : std::string_view(response.text).substr(8) | words_of) {
      std::uint32_t uid = 0;
      if (std::from_chars(word.data(), word.data() + word.size(), uid).ec == std::errc{}) uids.insert(uid);
    }
  }
  return uids;
}

WaitingMail ImapSession::named(std::uint32_t uid, bool is_too_large) const {
  if (uid_validity_.empty()) return {uid, fmt::format("UID {}", uid), {}, is_too_large};
  return {uid, fmt::format("UID {}.{}", uid_validity_, uid), fmt::format("{}.{}", uid_validity_, uid), is_too_large};
}

bool ImapSession::is_too_large(std::uint32_t uid) {
  auto const larger = search(fmt::format("UID {} LARGER {}", uid, settings_.message_limit_bytes));
  return larger && !larger->empty();
}

std::expected<std::string, NotFetched> ImapSession::fetch(WaitingMail const& mail) {
  if (!sizes_are_known_ && is_too_large(mail.number)) return std::unexpected(NotFetched::TooLarge);
  auto answer = dialogue_.command(fmt::format("UID FETCH {} (UID BODY.PEEK[])", mail.number));
  if (!answer.is_ok()) return std::unexpected(NotFetched::Refused);
  for (auto& response : answer.untagged) {
    if (!is_about(response, mail.number)) continue;
    if (response.literal) return std::move(*response.literal);
    if (response.has_too_large_literal) return std::unexpected(NotFetched::TooLarge);
  }
  auto const still_there = search(fmt::format("UID {}", mail.number));
  return std::unexpected(still_there && still_there->empty() ? NotFetched::Gone : NotFetched::Refused);
}

void ImapSession::wait(std::chrono::milliseconds longest) {
  dialogue_.idle(std::min<std::chrono::milliseconds>(longest, longest_idle));
}

Removal ImapSession::remove(WaitingMail const& mail) {
  bool const is_removed = settings_.done_folder.empty() ? erase(mail.number) : move(mail.number);
  return is_removed ? Removal::Removed : Removal::Refused;
}

bool ImapSession::move(std::uint32_t uid) {
  if (can("MOVE")) return into_done_folder("MOVE", uid).is_ok();
  return into_done_folder("COPY", uid).is_ok() && erase(uid);
}

/// A server says when the folder is only missing; then it is made.
ImapAnswer ImapSession::into_done_folder(std::string_view command, std::uint32_t uid) {
  auto const folder = in_quotes(imap_folder_name(settings_.done_folder));
  auto const order = fmt::format("UID {} {} {}", command, uid, folder);
  auto answer = dialogue_.command(order);
  if (answer.is_ok() || answer.code() != "[TRYCREATE]") return answer;
  dialogue_.command("CREATE " + folder);
  return dialogue_.command(order);
}

bool ImapSession::erase(std::uint32_t uid) {
  if (!dialogue_.command(fmt::format("UID STORE {} +FLAGS.SILENT (\\Deleted)", uid)).is_ok()) return false;
  if (can("UIDPLUS")) return dialogue_.command(fmt::format("UID EXPUNGE {}", uid)).is_ok();
  to_erase_.insert(uid);
  return expunge_ours();
}

/// Without UIDPLUS an EXPUNGE takes everything that anybody marked as deleted; so it is said only when all of that is ours.
bool ImapSession::expunge_ours() {
  auto const deleted = search("DELETED");
  if (!deleted || !std::ranges::includes(to_erase_, *deleted) || !dialogue_.command("EXPUNGE").is_ok()) return false;
  to_erase_.clear();
  return true;
}

}  // namespace redress::mailboxes
