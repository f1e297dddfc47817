// SPDX-License-Identifier: Apache-2.0

// ./dev bench [NAME...]: what Redress does in a second, each figure beside the limit of the disk and of SQLite in the same run.

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include "adapters/mail_in/reader_child.hpp"
#include "tests/bench/deadlines_bench.hpp"
#include "tests/bench/desk.hpp"
#include "tests/bench/due_bench.hpp"
#include "tests/bench/http_bench.hpp"
#include "tests/bench/letters_bench.hpp"
#include "tests/bench/mail_in_bench.hpp"
#include "tests/bench/mail_out_bench.hpp"
#include "tests/bench/measurement.hpp"
#include "tests/bench/wording_bench.hpp"

int main(int argc, char** argv) {
  using namespace redress;
  std::vector<std::string> const names(argv + 1, argv + argc);
  if (names == std::vector<std::string>{"read-mail-child"}) return mail_in::run_reader_child(0, 1);
  if (names == std::vector<std::string>{"smtp-sink-child"}) return bench::run_smtp_sink();
  spdlog::set_level(spdlog::level::warn);
  auto const wanted = [&](std::string const& name) { return names.empty() || std::ranges::find(names, name) != names.end(); };
  std::vector<std::string> const all{"due",      "wording", "letters",      "decision", "deadlines", "year",   "engine",
                                     "mail-out", "http",    "http-reading", "guard",    "server",    "mail-in"};
  for (auto const& name : names)
    if (std::ranges::find(all, name) == all.end()) {
      std::cerr << fmt::format("there is no benchmark \"{}\"; there are: {}\n", name, fmt::join(all, ", "));
      return 2;
    }
  if (wanted("due")) bench::bench_due();
  if (wanted("wording")) bench::bench_wording();
  if (wanted("letters")) bench::bench_letters();
  if (wanted("decision")) {
    bench::Folder const folder;
    bench::Desk desk(folder.path());
    bench::bench_decision(desk);
  }
  if (wanted("deadlines")) bench::bench_deadlines();
  if (wanted("year")) bench::bench_year();
  if (wanted("engine")) bench::bench_engine();
  if (wanted("mail-out")) bench::bench_mail_out();
  if (wanted("http")) bench::bench_http();
  if (wanted("http-reading")) bench::bench_http_reading();
  if (wanted("guard")) bench::bench_guard();
  if (wanted("server")) bench::bench_server();
  if (wanted("mail-in")) bench::bench_mail_in();
  return 0;
}
