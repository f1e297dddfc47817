// SPDX-License-Identifier: Apache-2.0
#pragma once

// Certificates made for the occasion, by the openssl program.

#include <cstdlib>
#include <filesystem>
#include <string>

namespace redress::testing {

/// Makes in `folder`, which must exist, a key and a certificate for `host`, NAME.key and NAME.pem, from an authority of its own, CA.pem. False when openssl
/// could not.
inline bool make_certificate(std::filesystem::path const& folder, std::string const& host, std::string const& kind = "DNS", std::string const& name = "host",
                             std::string const& authority = "ca") {
  auto const key = " -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ";
  auto const script = "cd '" + folder.string() + "' && exec >/dev/null 2>&1 && " + "openssl req -x509 -days 2 -subj /CN=authority" + key + authority +
                      ".key -out " + authority + ".pem && " + "openssl req -subj /CN=" + host + key + name + ".key -out " + name + ".csr && " +
                      "printf 'subjectAltName=" + kind + ":" + host + "\\n' > san && " + "openssl x509 -req -in " + name + ".csr -CA " + authority +
                      ".pem -CAkey " + authority + ".key -CAcreateserial -days 2 -extfile san -out " + name + ".pem";
  return std::system(script.c_str()) == 0;
}

}  // namespace redress::testing
