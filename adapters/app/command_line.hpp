// SPDX-License-Identifier: Apache-2.0
#pragma once

// The command line of `redress`: what a person or a script may ask of it. Exit status: 0 done, 1 refused or failed with a sentence on standard error,
// 2 wrong usage (and, for verify, an incomplete history).

namespace redress::app {

int run_command_line(int argc, char** argv);

}  // namespace redress::app
