// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/configuration.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "engine/domain/enumeration.hpp"

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

toml::table parse(std::filesystem::path const& file) {
  try {
    return toml::parse_file(file.string());
  } catch (toml::parse_error const& error) {
    throw ConfigurationFault(fmt::format("{}:{}: {}", file.string(), error.source().begin.line, error.description()));
  }
}

}  // namespace

Configuration load_configuration(std::filesystem::path const& file) {
  auto const path = std::filesystem::absolute(file);
  auto const table = parse(path);
  Section const root(path, table);
  root.only({"listen", "organisation", "store", "smtp", "outbox", "dkim"});
  Configuration configuration;
  root.read("listen", configuration.listen);
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
  return configuration;
}

}  // namespace redress::app
