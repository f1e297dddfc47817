// SPDX-License-Identifier: Apache-2.0
// The process that reads mail, as a program of its own: a test cannot start itself anew as the product does. Here a mail may ask to be read for ever, since no
// real one that we know of takes long.
#include <string_view>

#include "adapters/mail_in/read_in_this_process.hpp"
#include "adapters/mail_in/reader_child.hpp"

namespace {

redress::mail_in::Reading read(std::string_view raw) {
  for (volatile unsigned long turns = 0; raw.starts_with("X-Take-All-Time: yes\n");) turns = turns + 1;
  return redress::mail_in::read_in_this_process(raw);
}

}  // namespace

int main() {
  return redress::mail_in::run_reader_child(0, 1, read);
}
