// SPDX-License-Identifier: Apache-2.0
#pragma once

// "redress intake": one raw mail from standard input. Mail servers run it, and know from its exit status what to do with the mail (sysexits.h).

#include <functional>
#include <string>

#include "adapters/app/session.hpp"

namespace redress::app {

/// 0: it is safe with us. 75: it could not be kept now, whatever the reason, and is to be brought again. 65: it is larger than we ever take.
int take_mail_in(std::string const& inlet, std::function<Session()> const& session);

}  // namespace redress::app
