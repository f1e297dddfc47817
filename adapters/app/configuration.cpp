// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/configuration.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "adapters/mail_in/mail_limits.hpp"
#include "engine/domain/enumeration.hpp"
#include "engine/runtime/provider_desk.hpp"

namespace redress::app {
namespace {

/// One table of the file, read key by key; a key that nobody asked for is refused, so that a slip of the keyboard does not pass for a setting.
class Section {
 public:
  Section(std::filesystem::path const& file, toml::table const& table) : file_(file), table_(table) {}

  [[noreturn]] void refuse(toml::node const& node, std::string const& reason) const {
    throw ConfigurationFault(fmt::format("{}:{}: {}", file_.string(), node.source().begin.line, reason));
  }

  void only(std::initializer_list<std::string_view> known) const {
    for (auto const& [key, value] : table_)
      if (std::ranges::find(known, key.str()) == known.end())
        refuse(value, fmt::format("there is no setting \"{}\" here; docs/reference/configuration.md lists all", key.str()));
  }

  void read(std::string_view key, std::string& into) const {
    if (auto const* node = table_.get(key)) {
      if (!node->is_string()) refuse(*node, fmt::format("\"{}\" must be a text in quotes", key));
      into = **node->as_string();
    }
  }
  void read(std::string_view key, std::filesystem::path& into) const {
    std::string text;
    read(key, text);
    if (!text.empty()) into = file_.parent_path() / text;
  }
  void read(std::string_view key, std::int64_t& into, std::int64_t least, std::int64_t most) const {
    auto const* node = table_.get(key);
    if (node == nullptr) return;
    auto const value = node->value<std::int64_t>();
    if (!node->is_integer() || *value < least || *value > most) refuse(*node, fmt::format("\"{}\" must be a number from {} to {}", key, least, most));
    into = *value;
  }

  void read(std::string_view key, std::vector<std::string>& into) const {
    auto const* node = table_.get(key);
    if (node == nullptr) return;
    if (!node->is_array()) refuse(*node, fmt::format("\"{}\" must be a list of texts, each in quotes", key));
    into.clear();
    for (auto const& one : *node->as_array()) {
      if (!one.is_string()) refuse(one, fmt::format("\"{}\" must be a list of texts, each in quotes", key));
      into.emplace_back(**one.as_string());
    }
  }

  template <Named E>
  void read(std::string_view key, E& into) const {
    std::string text;
    read(key, text);
    if (text.empty()) return;
    auto const known = enumerator_named<E>(text);
    if (!known) refuse(*table_.get(key), fmt::format("\"{}\" is not one of: {}", text, fmt::join(names_of(E{}), ", ")));
    into = *known;
  }

  [[nodiscard]] std::optional<Section> section(std::string_view key) const {
    auto const* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_table()) refuse(*node, fmt::format("\"{}\" must be a section, [{}]", key, key));
    return Section(file_, *node->as_table());
  }

  [[nodiscard]] std::vector<Section> sections(std::string_view key) const {
    std::vector<Section> sections;
    auto const* node = table_.get(key);
    if (node == nullptr) return sections;
    if (!node->is_array_of_tables()) refuse(*node, fmt::format("\"{}\" must be sections, each [[{}]]", key, key));
    for (auto const& one : *node->as_array()) sections.emplace_back(file_, *one.as_table());
    return sections;
  }

  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }

  /// About one setting, or about the section when it is not there.
  [[noreturn]] void refuse(std::string_view key, std::string const& reason) const {
    auto const* node = table_.get(key);
    refuse(node == nullptr ? static_cast<toml::node const&>(table_) : *node, reason);
  }

 private:
  std::filesystem::path const& file_;
  toml::table const& table_;
};

void read_connections(Section const& section, mail_out::SmtpSettings& smtp) {
  std::int64_t connections = smtp.connections_most;
  std::int64_t letters = smtp.letters_per_connection;
  std::int64_t idle = std::chrono::duration_cast<std::chrono::seconds>(smtp.idle_timeout).count();
  section.read("connections_most", connections, 1, 100);
  section.read("letters_per_connection", letters, 1, 1'000'000);
  section.read("idle_seconds", idle, 1, 3600);
  smtp.connections_most = static_cast<int>(connections);
  smtp.letters_per_connection = static_cast<int>(letters);
  smtp.idle_timeout = std::chrono::seconds(idle);
}

mail_out::SmtpSettings read_smtp(Section const& section) {
  section.only({"host", "port", "tls", "ca_file", "user", "password_file", "helo_name", "connections_most", "letters_per_connection", "idle_seconds",
                "per_domain_connections_most", "per_domain_letters_per_minute"});
  mail_out::SmtpSettings smtp;
  std::int64_t port = smtp.port;
  section.read("host", smtp.host);
  section.read("port", port, 1, 65535);
  section.read("tls", smtp.tls);
  section.read("ca_file", smtp.ca_file);
  section.read("user", smtp.user);
  section.read("password_file", smtp.password_file);
  section.read("helo_name", smtp.helo_name);
  smtp.port = static_cast<std::uint16_t>(port);
  read_connections(section, smtp);
  return smtp;
}

runtime::SendingLimits read_sending(Section const& section) {
  runtime::SendingLimits sending;
  section.read("connections_most", sending.mails_at_once, 1, 100);
  section.read("per_domain_connections_most", sending.mails_at_once_per_domain, 1, 100);
  section.read("per_domain_letters_per_minute", sending.mails_per_minute_per_domain, 0, 100'000);
  return sending;
}

letters::DkimSettings read_dkim(Section const& section) {
  section.only({"domain", "selector", "key_file"});
  letters::DkimSettings dkim;
  section.read("domain", dkim.domain);
  section.read("selector", dkim.selector);
  section.read("key_file", dkim.key_file);
  return dkim;
}

void read_seconds(Section const& section, std::string_view key, std::chrono::seconds& into) {
  std::int64_t seconds = into.count();
  section.read(key, seconds, 1, 3600);
  into = std::chrono::seconds(seconds);
}

http::Limits read_http(Section const& section) {
  section.only({"connections_most", "per_address_connections_most", "header_seconds", "body_seconds", "slow_body_seconds", "answer_seconds", "idle_seconds"});
  http::Limits limits;
  auto connections = static_cast<std::int64_t>(limits.connections);
  section.read("connections_most", connections, 1, 100'000);
  auto per_address = connections;
  section.read("per_address_connections_most", per_address, 1, 100'000);
  limits.connections = static_cast<std::size_t>(connections);
  limits.connections_per_address = static_cast<std::size_t>(per_address);
  read_seconds(section, "header_seconds", limits.head_deadline);
  read_seconds(section, "body_seconds", limits.body_deadline);
  read_seconds(section, "slow_body_seconds", limits.slow_body_grace);
  read_seconds(section, "answer_seconds", limits.write_deadline);
  read_seconds(section, "idle_seconds", limits.idle_deadline);
  return limits;
}

runtime::RetryPolicy read_retry(Section const& section) {
  section.only({"first_retry_seconds", "longest_retry_seconds", "attempts_most"});
  runtime::RetryPolicy retry;
  std::int64_t first = 60;
  std::int64_t longest = 3600;
  section.read("first_retry_seconds", first, 1, 86'400);
  section.read("longest_retry_seconds", longest, 1, 86'400);
  section.read("attempts_most", retry.attempts_most, 1, 10'000);
  retry.first = std::chrono::seconds(first);
  retry.longest = std::chrono::seconds(longest);
  return retry;
}

Duration read_reading(Section const& section) {
  section.only({"kept_days"});
  std::int64_t days = 400;
  section.read("kept_days", days, 1, 10'000);
  return std::chrono::days{days};
}

/// Whether it is safe to ask there: under TLS, or on this machine.
bool is_issuer(std::string_view text) {
  for (std::string_view const ours : {"http://127.0.0.1", "http://localhost", "http://[::1]"})
    if (text.starts_with(ours) && (text.size() == ours.size() || text[ours.size()] == ':' || text[ours.size()] == '/')) return true;
  return text.starts_with("https://") && text.size() > 8 && text.find_first_of("?#@ ") == std::string_view::npos;
}

ProviderConfiguration read_provider(Section const& section) {
  section.only({"title", "issuer", "client_id", "client_secret_file", "ca_file", "email_domains"});
  ProviderConfiguration provider;
  auto& settings = provider.settings;
  section.read("title", settings.title);
  section.read("issuer", settings.issuer);
  section.read("client_id", settings.client_id);
  section.read("client_secret_file", settings.client_secret_file);
  section.read("ca_file", settings.ca_file);
  section.read("email_domains", provider.email_domains);
  if (!is_issuer(settings.issuer)) section.refuse("issuer", "\"issuer\" is what the provider calls itself, as in \"https://id.example.org\"");
  if (settings.client_id.empty()) section.refuse("client_id", "\"client_id\" is what the provider calls this node");
  if (settings.title.empty()) settings.title = settings.issuer;
  for (auto& domain : provider.email_domains) {
    domain = runtime::in_small_letters(domain);
    if (domain.empty() || domain.find('@') != std::string::npos) section.refuse("email_domains", "a domain stands without its \"@\", as in \"example.org\"");
  }
  return provider;
}

bool is_of(std::string_view text, std::string_view signs) {
  return !text.empty() &&
         std::ranges::all_of(text, [&](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) != 0 || signs.contains(letter); });
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == '\x7f'; });
}

bool is_this_machine(std::string_view host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

using mailboxes::MailboxSettings;
using mailboxes::Protocol;

void check_log_in(Section const& section, MailboxSettings const& mailbox) {
  using mailboxes::TlsPolicy;
  bool const is_private = mailbox.tls == TlsPolicy::RequiredVerified || mailbox.tls == TlsPolicy::RequiredUnverified;
  if (!is_private && begins_with_tls(mailbox.protocol)) section.refuse("tls", fmt::format("{} is TLS from the beginning", name_of(mailbox.protocol)));
  if (!is_private && !is_this_machine(mailbox.host))
    section.refuse("tls", fmt::format("a password goes out under TLS only: {} is for a server on this machine", name_of(mailbox.tls)));
  if (mailbox.user.empty() || has_control(mailbox.user)) section.refuse("user", "a mailbox has a \"user\"");
  if (mailbox.password_file.empty() == mailbox.oauth_token_file.empty())
    section.refuse("password_file", "a mailbox has either a \"password_file\" or an \"oauth_token_file\"");
}

void check_place(Section const& section, MailboxSettings const& mailbox) {
  if (!is_of(mailbox.name, "-")) section.refuse("name", "a mailbox has a \"name\", of letters, digits and hyphens");
  if (!is_of(mailbox.host, ".:-_")) section.refuse("host", "a mailbox has a \"host\", its name or address alone");
  auto const tls_from_the_beginning = mailbox.protocol == Protocol::Imap ? Protocol::Imaps : Protocol::Pop3s;
  if (!begins_with_tls(mailbox.protocol) && mailbox.port == usual_port(tls_from_the_beginning))
    section.refuse("port", fmt::format("port {} is for protocol = \"{}\"", mailbox.port, name_of(tls_from_the_beginning)));
  for (auto const& [key, folder] : {std::pair{"folder", mailbox.folder}, std::pair{"done_folder", mailbox.done_folder}})
    if (has_control(folder)) section.refuse(key, "a folder's name is one line of text");
  if (mailbox.folder == mailbox.done_folder) section.refuse("done_folder", "what was taken cannot stay in the folder that it is taken from");
}

MailboxSettings read_mailbox(Section const& section) {
  section.only({"name", "protocol", "host", "port", "tls", "ca_file", "user", "password_file", "oauth_token_file", "folder", "done_folder", "every_seconds"});
  MailboxSettings mailbox;
  section.read("name", mailbox.name);
  section.read("protocol", mailbox.protocol);
  section.read("host", mailbox.host);
  std::int64_t port = usual_port(mailbox.protocol);
  std::int64_t every = 60;
  section.read("port", port, 1, 65535);
  section.read("tls", mailbox.tls);
  section.read("ca_file", mailbox.ca_file);
  section.read("user", mailbox.user);
  section.read("password_file", mailbox.password_file);
  section.read("oauth_token_file", mailbox.oauth_token_file);
  if (is_imap(mailbox.protocol)) {
    section.read("folder", mailbox.folder);
    section.read("done_folder", mailbox.done_folder);
  } else if (section.has("folder") || section.has("done_folder")) {
    section.refuse(section.has("folder") ? "folder" : "done_folder", "POP3 knows no folders");
  }
  section.read("every_seconds", every, 1, 86'400);
  mailbox.port = static_cast<std::uint16_t>(port);
  mailbox.every = std::chrono::seconds(every);
  mailbox.message_limit_bytes = mail_in::message_limit_bytes;
  check_place(section, mailbox);
  check_log_in(section, mailbox);
  return mailbox;
}

std::vector<MailboxSettings> read_mailboxes(std::vector<Section> const& sections) {
  std::vector<MailboxSettings> all;
  for (auto const& section : sections) {
    auto mailbox = read_mailbox(section);
    if (std::ranges::find(all, mailbox.name, &MailboxSettings::name) != all.end()) section.refuse("name", "two mailboxes cannot have one name");
    all.push_back(std::move(mailbox));
  }
  return all;
}

toml::table parse(std::filesystem::path const& file) {
  try {
    return toml::parse_file(file.string());
  } catch (toml::parse_error const& error) {
    throw ConfigurationFault(fmt::format("{}:{}: {}", file.string(), error.source().begin.line, error.description()));
  }
}

/// As browsers say it in the header Origin: no path, and no slash at the end.
bool is_origin(std::string_view text) {
  auto const scheme = text.starts_with("https://") ? text.substr(0, 8) : text.starts_with("http://") ? text.substr(0, 7) : std::string_view{};
  return !scheme.empty() && text.size() > scheme.size() && text.find('/', scheme.size()) == std::string_view::npos;
}

}  // namespace

Configuration load_configuration(std::filesystem::path const& file) {
  auto const path = std::filesystem::absolute(file);
  auto const table = parse(path);
  Section const root(path, table);
  root.only({"listen", "public_address", "http", "organisation", "store", "smtp", "outbox", "dkim", "mailbox", "reading", "provider"});
  Configuration configuration;
  root.read("listen", configuration.listen);
  root.read("public_address", configuration.public_address);
  if (!configuration.public_address.empty() && !is_origin(configuration.public_address))
    throw ConfigurationFault(
        fmt::format("{}: \"public_address\" is how a browser begins our addresses, as in \"https://complaints.example.org\"", path.string()));
  if (auto const http = root.section("http")) configuration.http = read_http(*http);
  root.read("organisation", configuration.organisation);
  if (auto const store = root.section("store")) {
    store->only({"postgresql"});
    store->read("postgresql", configuration.postgresql);
  }
  if (auto const smtp = root.section("smtp")) {
    configuration.smtp = read_smtp(*smtp);
    configuration.sending = read_sending(*smtp);
  }
  if (auto const dkim = root.section("dkim")) configuration.dkim = read_dkim(*dkim);
  if (auto const outbox = root.section("outbox")) configuration.retry = read_retry(*outbox);
  if (auto const reading = root.section("reading")) configuration.readings_kept = read_reading(*reading);
  if (auto const provider = root.section("provider")) configuration.provider = read_provider(*provider);
  configuration.mailboxes = read_mailboxes(root.sections("mailbox"));
  return configuration;
}

}  // namespace redress::app
