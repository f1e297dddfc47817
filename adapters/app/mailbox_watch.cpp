// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/mailbox_watch.hpp"

namespace redress::app {

using mailboxes::MailboxInlet;

MailboxWatch::MailboxWatch(std::vector<mailboxes::MailboxSettings> const& settings,
                           std::function<void(std::string_view raw, std::string const& inlet)> accept) {
  for (auto const& one : settings)
    inlets_.push_back(std::make_unique<MailboxInlet>(one, [accept, name = one.name](std::string_view raw) { accept(raw, name); }));
}

MailboxWatch::~MailboxWatch() {
  stop();
}

void MailboxWatch::start() {
  for (auto const& inlet : inlets_) threads_.emplace_back([&one = *inlet] { one.run(); });
}

void MailboxWatch::stop() {
  for (auto const& inlet : inlets_) inlet->stop();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

std::string MailboxWatch::figures() const {
  std::map<std::string, mailboxes::MailboxHealth> health;
  for (auto const& inlet : inlets_) health.emplace(inlet->name(), inlet->health());
  return mailboxes::figures_of(health);
}

}  // namespace redress::app
