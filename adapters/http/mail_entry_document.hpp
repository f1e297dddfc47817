// SPDX-License-Identifier: Apache-2.0
#pragma once

// What became of a delivery, as programs see it: in the list of the intake, and by itself.

#include <boost/json/object.hpp>

#include "engine/ports/store.hpp"

namespace redress::http {

[[nodiscard]] boost::json::object mail_entry_document(ports::MailEntry const& entry);

}  // namespace redress::http
