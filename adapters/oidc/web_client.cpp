// SPDX-License-Identifier: Apache-2.0
#include "adapters/oidc/web_client.hpp"

#include <array>
#include <memory>
#include <mutex>

#include <curl/curl.h>

#include "adapters/oidc/provider_fault.hpp"

namespace redress::oidc {
namespace {

constexpr long timeout_seconds = 5;
constexpr std::size_t answer_most = 256 * 1024;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

Handle new_handle() {
  static std::once_flag begun;
  std::call_once(begun, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  if (auto* const curl = curl_easy_init()) return {curl, &curl_easy_cleanup};
  throw ProviderFault("a connection to the provider cannot be prepared");
}

/// An option that libcurl does not take must not be forgotten: the one forgotten might be the one that verifies.
template <class Value>
void set(CURL* curl, CURLoption option, Value value) {
  if (curl_easy_setopt(curl, option, value) != CURLE_OK) throw ProviderFault("libcurl does not take a setting of the provider");
}

std::size_t take(char* bytes, std::size_t, std::size_t count, void* body) {
  auto& answer = *static_cast<std::string*>(body);
  if (answer.size() + count > answer_most) return 0;
  answer.append(bytes, count);
  return count;
}

void prepare(CURL* curl, std::string const& address, std::string const& ca_file, std::string& answer) {
  set(curl, CURLOPT_URL, address.c_str());
  set(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  set(curl, CURLOPT_PROXY, "");
  set(curl, CURLOPT_NOSIGNAL, 1L);
  set(curl, CURLOPT_FOLLOWLOCATION, 0L);
  set(curl, CURLOPT_TIMEOUT, timeout_seconds);
  set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(curl, CURLOPT_WRITEFUNCTION, &take);
  set(curl, CURLOPT_WRITEDATA, static_cast<void*>(&answer));
  if (ca_file.empty()) return;
  set(curl, CURLOPT_CAINFO, ca_file.c_str());
  set(curl, CURLOPT_CAPATH, static_cast<char const*>(nullptr));
}

void add(Headers& headers, std::string const& header) {
  auto* const longer = curl_slist_append(headers.get(), header.c_str());
  if (longer == nullptr) throw ProviderFault("a request to the provider cannot be prepared");
  static_cast<void>(headers.release());
  headers.reset(longer);
}

}  // namespace

bool is_trustworthy(std::string_view address) {
  auto const begins = [&](std::string_view origin) {
    if (!address.starts_with(origin)) return false;
    auto const rest = address.substr(origin.size());
    return rest.empty() || rest.front() == ':' || rest.front() == '/';
  };
  if (address.find_first_of("@\\ \t\r\n") != std::string_view::npos) return false;
  if (begins("http://127.0.0.1") || begins("http://localhost") || begins("http://[::1]")) return true;
  constexpr std::string_view https = "https://";
  return address.starts_with(https) && address.size() > https.size() && address[https.size()] != '/';
}

std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string safe;
  for (char const letter : text) {
    bool const is_plain =
        (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || std::string_view("-._~").contains(letter);
    auto const byte = static_cast<unsigned char>(letter);
    if (is_plain)
      safe += letter;
    else
      safe += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return safe;
}

std::string WebClient::get(std::string const& address) const {
  return ask(address, nullptr);
}

std::string WebClient::post(std::string const& address, Form const& form) const {
  return ask(address, &form);
}

std::string WebClient::ask(std::string const& address, Form const* form) const {
  if (!is_trustworthy(address)) throw ProviderFault("the provider names an address that is neither https nor on this machine");
  auto const curl = new_handle();
  std::string answer;
  prepare(curl.get(), address, ca_file_, answer);
  Headers headers(nullptr, &curl_slist_free_all);
  add(headers, "Accept: application/json");
  if (form != nullptr) {
    set(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(form->body.size()));
    set(curl.get(), CURLOPT_POSTFIELDS, form->body.c_str());
    if (!form->authorization.empty()) add(headers, "Authorization: " + form->authorization);
  }
  set(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  auto const code = curl_easy_perform(curl.get());
  if (code != CURLE_OK) throw ProviderFault(std::string("the provider does not answer: ") + curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) throw ProviderFault("the provider answers with status " + std::to_string(status));
  return answer;
}

}  // namespace redress::oidc
