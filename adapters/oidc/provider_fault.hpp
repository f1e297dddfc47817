// SPDX-License-Identifier: Apache-2.0
#pragma once

// The provider did not answer as it must, or said what cannot be believed. The text names the check that failed, and nothing that was checked.

#include <stdexcept>

namespace redress::oidc {

class ProviderFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace redress::oidc
