// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_out/maildir_mailer.hpp"

#include <algorithm>
#include <system_error>

#include "adapters/mail_out/message_file.hpp"

namespace redress::mail_out {

namespace {

void make_maildir(std::filesystem::path const& folder) {
  for (auto const* part : {"tmp", "cur", "new"}) make_private_folder(folder / part);
}

// A mail program moves what it has seen from `new` to `cur` and adds its flags after a colon.
bool was_taken(std::filesystem::path const& folder, std::string const& name) {
  std::filesystem::directory_iterator const seen(folder / "cur");
  return std::ranges::any_of(seen, [&](auto const& entry) {
    auto const file = entry.path().filename().string();
    return file == name || file.starts_with(name + ":");
  });
}

}  // namespace

ports::Delivery MaildirMailer::deliver(ports::OutgoingMessage const& message) {
  auto const name = file_name_of(message, ".eml");
  std::scoped_lock const alone(one_at_a_time_);
  try {
    make_maildir(folder_);
    if (was_taken(folder_, name)) return {ports::DeliveryResult::Accepted, "already taken from the Maildir"};
    write_message_file(folder_ / "tmp" / name, folder_ / "new" / name, message.bytes);
  } catch (std::system_error const& error) {
    return {ports::DeliveryResult::Later, "the Maildir cannot take the message: " + error.code().message()};
  }
  return {ports::DeliveryResult::Accepted, "written to the Maildir"};
}

}  // namespace redress::mail_out
