// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/serve.hpp"

#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "adapters/app/demonstration_users.hpp"
#include "adapters/app/memory.hpp"
#include "adapters/app/node.hpp"

namespace redress::app {
namespace {

std::string slurp(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void take_demonstration_mails(Node& node, Resources const& resources) {
  for (auto const* language : {"en", "lv", "ru"}) node.take_mail(slurp(resources.demonstration() / "mail" / (std::string(language) + ".eml")), "demonstration");
}

std::string walk_through(system::DataDirectory const& data) {
  auto const program = std::filesystem::proximate(std::filesystem::read_symlink("/proc/self/exe"));
  auto const redress = fmt::format("{} --data {}", program.string(), data.root().string());
  return fmt::format(R"(
Three complaints came in by mail, one in each language. To walk one along the road, in another terminal:

  {0} list                                          the complaints, with their references
  {0} show REFERENCE                                one complaint: what is known, what may be done next
  {0} command REFERENCE assign-handler '{{"handler":"staff-01"}}'
  {0} command REFERENCE make-appointment '{{"kind":"call","at":"YYYY-MM-DDT09:00:00Z"}}'
  {0} command REFERENCE acknowledge

The letters appear in {1}. docs/tutorials/your-first-complaint.md goes on from there, to the end;
./dev tour walks the whole road by itself and shows every request and answer.
)",
                     redress, data.mail_out().string());
}

/// The signals that end us, blocked in every thread so that only wait_for_the_end() sees them.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void wait_for_the_end(sigset_t const& signals) {
  int signal = 0;
  sigwait(&signals, &signal);
  spdlog::info("stopping: what was begun is brought to its end");
}

}  // namespace

int serve(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources, Demonstration demonstration) {
  auto const signals = block_signals();
  Node node(data, configuration, resources);
  bool const show = demonstration == Demonstration::Yes;
  if (show && node.is_new()) take_demonstration_mails(node, resources);
  if (show) make_demonstration_users(node.access_desk(), data);
  auto const address = node.start(configuration.listen);
  node.watch_mailboxes();
  data.announce_server(address);
  std::cout << "Redress listens on " << address << "\n"
            << "Data: " << data.root().string() << "\n"
            << "API token: " << (data.keys() / "api-token").string() << "\n";
  if (auto const code = node.first_administrator_code(); !code.empty())
    std::cout << "Nobody can log in yet: make the first administrator with the code in " << code.string() << "\n";
  if (show) std::cout << demonstration_log_ins(node.access_desk(), data) << walk_through(data);
  std::cout << std::flush;
  give_back_unused_memory();
  wait_for_the_end(signals);
  data.withdraw_server();
  node.stop();
  return 0;
}

}  // namespace redress::app
