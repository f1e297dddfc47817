// SPDX-License-Identifier: Apache-2.0
// The process that reads mail, as a program of its own: a test cannot start itself anew as the product does.

#include "adapters/mail_in/reader_child.hpp"

int main() {
  return redress::mail_in::run_reader_child(0, 1);
}
