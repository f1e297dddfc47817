// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/authentication_results.hpp"

#include <optional>
#include <string>

#include "adapters/mail_in/field_scanner.hpp"
#include "engine/domain/enumeration.hpp"

namespace redress::mail_in {
namespace {

/// "dmarc=pass (p=reject) header.from=example.org"
struct Statement {
  std::string method;
  std::string result;
  std::string from_domain;  ///< of whom DMARC speaks; empty when it does not say it
};

std::string domain_of(std::string_view address) {
  return in_small_letters(address.substr(address.rfind('@') + 1));
}

class ResultsReader {
 public:
  explicit ResultsReader(std::string_view raw) : scanner_(raw) {}

  /// The name of the server that speaks, which stands first; a version may follow.
  [[nodiscard]] std::string server() {
    scanner_.skip_blanks_and_comments();
    return in_small_letters(value());
  }

  [[nodiscard]] std::optional<Statement> next() {
    pass_to_semicolon();
    if (scanner_.at_end()) return std::nullopt;
    scanner_.skip(1);
    Statement statement;
    statement.method = method();
    if (!pass_sign('=')) return statement;
    statement.result = in_small_letters(value());
    read_properties(statement);
    return statement;
  }

 private:
  [[nodiscard]] std::string word() { return in_small_letters(scanner_.until(" \t\r\n;=(/")); }

  /// A text, in quotation marks or not; in an address only what stands before the "@" may be in them.
  [[nodiscard]] std::string value() {
    std::string text;
    if (!scanner_.at_end() && scanner_.peek() == '"') text = scanner_.quoted_text();
    return text.append(scanner_.until(" \t\r\n;("));
  }

  /// "dkim", or "dkim/1" with a version.
  [[nodiscard]] std::string method() {
    scanner_.skip_blanks_and_comments();
    auto name = word();
    if (pass_sign('/')) (void)word();
    return name;
  }

  [[nodiscard]] bool pass_sign(char sign) {
    scanner_.skip_blanks_and_comments();
    if (scanner_.at_end() || scanner_.peek() != sign) return false;
    scanner_.skip(1);
    scanner_.skip_blanks_and_comments();
    return true;
  }

  void read_properties(Statement& statement) {
    while (true) {
      scanner_.skip_blanks_and_comments();
      if (scanner_.at_end() || scanner_.peek() == ';') return;
      auto const name = word();
      if (pass_sign('=')) {
        auto const given = value();
        if (name == "header.from") statement.from_domain = domain_of(given);
      } else if (name.empty()) {
        scanner_.skip(1);
      }
    }
  }

  void pass_to_semicolon() {
    while (!scanner_.at_end() && scanner_.peek() != ';') {
      if (scanner_.peek() == '"')
        (void)scanner_.quoted_text();
      else if (scanner_.peek() == '(')
        scanner_.skip_comment();
      else
        scanner_.skip(1);
    }
  }

  FieldScanner scanner_;
};

/// What nobody registered says nothing.
AuthenticationResult result_named(std::string_view name) {
  if (name == "hardfail") return AuthenticationResult::Fail;  // as before RFC 7001
  return enumerator_named<AuthenticationResult>(name).value_or(AuthenticationResult::Unknown);
}

void prefer_pass(AuthenticationResult& known, AuthenticationResult stated) {
  if (known == AuthenticationResult::Unknown || stated == AuthenticationResult::Pass) known = stated;
}

void prefer_anything_but_pass(AuthenticationResult& known, AuthenticationResult stated) {
  if (known == AuthenticationResult::Unknown || known == AuthenticationResult::Pass) known = stated;
}

MailAuthentication combined(ResultsReader& results, std::string_view from) {
  MailAuthentication known;
  auto const domain = domain_of(from);
  while (auto const statement = results.next()) {
    auto const result = result_named(statement->result);
    if (result == AuthenticationResult::Unknown) continue;
    if (statement->method == "spf") prefer_pass(known.spf, result);
    if (statement->method == "dkim") prefer_pass(known.dkim, result);
    bool const is_about_them = statement->from_domain.empty() || statement->from_domain == domain;
    if (statement->method == "dmarc" && is_about_them) prefer_anything_but_pass(known.dmarc, result);
  }
  return known;
}

}  // namespace

MailAuthentication read_authentication(HeaderFields const& header, std::string_view authserv_id, std::string_view from) {
  if (authserv_id.empty()) return {};
  auto const ours = in_small_letters(authserv_id);
  for (auto const field : header.all("Authentication-Results")) {
    ResultsReader results(field);
    if (results.server() == ours) return combined(results, from);
  }
  return {};
}

}  // namespace redress::mail_in
