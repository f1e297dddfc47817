// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_out/print_folder.hpp"

#include "adapters/mail_out/message_file.hpp"

#include <system_error>

namespace redress::mail_out {

ports::Delivery PrintFolder::deliver(ports::OutgoingMessage const& message) {
  auto const name = file_name_of(message, ".pdf");
  std::scoped_lock const alone(one_at_a_time_);
  try {
    make_private_folder(folder_);
    write_message_file(folder_ / ("." + name + ".part"), folder_ / name, message.bytes);
  } catch (std::system_error const& error) {
    return {ports::DeliveryResult::Later, "the print folder cannot take the letter: " + error.code().message()};
  }
  return {ports::DeliveryResult::Accepted, "laid out for printing"};
}

}  // namespace redress::mail_out
