// SPDX-License-Identifier: Apache-2.0
#pragma once

// The raw bytes of every mail that came in, kept exactly as they came. A mail is taken responsibility for when, and only when, it is in the
// journal; what is made of it afterwards can always be made again.

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/identifier.hpp"

namespace redress::ports {

/// The journal could not keep or give back a mail: the disk is full, a file is gone. The text names the failure of the system, nothing of
/// the mail.
class JournalFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class MailJournal {
 public:
  virtual ~MailJournal() = default;
  /// Returns once the bytes survive a loss of power. Putting the same bytes under the same identifier again is no error; other bytes are a
  /// fault.
  virtual MailId put(std::string_view raw, MailId id) = 0;
  /// The bytes, unchanged; a fault when there is no such mail.
  [[nodiscard]] virtual std::string read(MailId const& id) = 0;
  /// Every mail that was not put away, ascending: the order in which they came.
  [[nodiscard]] virtual std::vector<MailId> list() = 0;
  /// Every mail that was put away, ascending.
  [[nodiscard]] virtual std::vector<MailId> kept() = 0;
  /// The mail is done with: it is kept and can be read, and is listed no more. Putting it away again is no error.
  virtual void put_away(MailId const& id) = 0;
  /// SHA-256 of a mail's bytes, hex: the same mail delivered twice has the same.
  [[nodiscard]] virtual std::string digest(std::string_view raw) const = 0;
};

}  // namespace redress::ports
