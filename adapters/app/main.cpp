// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <string>
#include <string_view>

#include "adapters/app/command_line.hpp"
#include "adapters/mail_in/reader_child.hpp"

int main(int argc, char** argv) {
  // The mail reader runs in this same program, as a limited child: before anything else is set up.
  if ((argc == 2 || argc == 3) && std::string_view(argv[1]) == "read-mail-child")
    return redress::mail_in::run_reader_child(0, 1, redress::mail_in::reading_that_believes(argc == 3 ? argv[2] : ""));
  std::signal(SIGPIPE, SIG_IGN);
  return redress::app::run_command_line(argc, argv);
}
