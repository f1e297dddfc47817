// SPDX-License-Identifier: Apache-2.0
#pragma once

// Takes mail from a Maildir that others deliver into (a mail server, fetchmail, a person with a file). What is in new/ is offered; once
// accepted it is moved to cur/ as seen. Nothing is ever deleted. A crash between the two offers a mail a second time, never no time.

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "adapters/mail_in/descriptor.hpp"

namespace redress::mail_in {

/// The Maildir itself cannot be made, watched or listed.
class InletFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What became of the mails that were waiting. A failed one stays in new/ and is offered again the next time.
struct Intake {
  std::size_t taken = 0;
  std::size_t failed = 0;
  std::string first_failure;  ///< what went wrong with the first failed one; empty when none did
};

enum class Awakening { Arrived, Called, TimedOut };

class MaildirInlet {
 public:
  /// Makes cur/, new/ and tmp/ when they are not there.
  explicit MaildirInlet(std::filesystem::path maildir);

  /// Offers every mail in new/, oldest name first. `accept` returns when the mail is durable and throws when it cannot be.
  Intake take(std::function<void(std::string_view raw)> const& accept);

  /// Sleeps until something is delivered, `wake` is called, or the time is over. A delivery made before the call ends it at once.
  Awakening wait(std::chrono::milliseconds longest);
  /// Ends a present or the next `wait`; from any thread.
  void wake();

 private:
  enum class Offer { Taken, NotYet };
  Offer offer(std::string const& name, std::function<void(std::string_view raw)> const& accept);
  void move_to_cur(std::string const& name);

  std::filesystem::path maildir_;
  Descriptor deliveries_;           ///< inotify on new/
  Descriptor calls_;                ///< eventfd
  std::set<std::string> accepted_;  ///< could not be moved when they were accepted; moving is tried again, accepting is not
};

}  // namespace redress::mail_in
