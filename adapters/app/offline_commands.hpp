// SPDX-License-Identifier: Apache-2.0
#pragma once

// Subcommands that need no node: a workflow's diagram, and a mail read without storing it; due_command.hpp has those on deadlines. Each answers the exit
// status.

#include <string>

namespace redress::app {

enum class MailOutput { Text, Json };

int print_workflow(std::string const& name, std::string const& format);
/// Reads one raw mail from standard input. `authserv_id` is whose word on senders is believed; empty: nobody's.
int print_mail(MailOutput output, std::string const& authserv_id);

}  // namespace redress::app
