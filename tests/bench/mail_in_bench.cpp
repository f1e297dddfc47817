// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/mail_in_bench.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "adapters/mail_in/file_mail_journal.hpp"
#include "adapters/mail_in/gmime_mail_reader.hpp"
#include "engine/runtime/mail_desk.hpp"
#include "engine/runtime/worker.hpp"
#include "tests/bench/desk.hpp"
#include "tests/bench/measurement.hpp"

namespace redress::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int mails = 5'000;
constexpr int senders = 4;

/// Three kilobytes of a person's mail, with the quotation that mail programs leave beneath.
std::string mail(int number) {
  std::string text = fmt::format(
      "From: Anna Liepa <anna{0}@example.org>\r\nTo: complaints@example.com\r\nDate: Mon, 02 Mar 2026 11:00:00 +0200\r\nMessage-ID: <{0}@mail.example>\r\n"
      "Subject: Order {0}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n",
      number);
  for (int line = 0; line < 12; ++line) text += fmt::format("The parcel of order {}-{} has not come, and nobody answers the telephone.\r\n", number, line);
  text += "\r\nOn Mon, 2 Mar 2026 at 10:00, Complaints <complaints@example.com> wrote:\r\n";
  for (int line = 0; line < 20; ++line) text += "> Your order is on its way. You need do nothing; we shall write again when it is there.\r\n";
  return text;
}

double per_second(int count, Steady::time_point since) {
  return count / std::chrono::duration<double>(Steady::now() - since).count();
}

double raw_journal_per_second() {
  Folder const folder;
  mail_in::FileMailJournal journal(folder.path() / "journal");
  std::string const raw = mail(0);
  int number = 0;
  auto const figures = measure(1, [&](int) { journal.put(raw, MailId(fmt::format("{:08}", number++))); });
  print("raw-limit-one-file-each", 1, figures);
  return figures.per_second;
}

/// One thread, one mail after the other: its file and its commit.
double raw_limit() {
  return 1 / (1 / raw_journal_per_second() + 1 / raw_commits_per_second());
}

class Intake {
 public:
  explicit Intake(std::filesystem::path const& folder) : desk_(folder), journal_(folder / "journal") {
    mail_desk_.on_accepted([this] { filing_.wake(); });
    filing_.start();
  }

  /// Hands all in, by as many senders as there are, and returns when all are filed.
  Figures run() {
    auto const begun = Steady::now();
    std::vector<std::jthread> threads;
    for (int sender = 0; sender < senders; ++sender) threads.emplace_back([this] { send(); });
    threads.clear();
    accepted_per_second_ = per_second(mails, begun);
    while (mail_desk_.counts().waiting > 0) std::this_thread::sleep_for(std::chrono::milliseconds{1});
    auto const filed = per_second(mails, begun);
    if (mail_desk_.counts().filed != mails) throw std::runtime_error("a mail was not filed");
    std::ranges::sort(waits_);
    return {filed, waits_[waits_.size() / 2], waits_[waits_.size() * 99 / 100], 0};
  }
  [[nodiscard]] double accepted_per_second() const { return accepted_per_second_; }

 private:
  void send() {
    std::vector<double> own;
    for (int number = next_++; number < mails; number = next_++) {
      auto const raw = mail(number);
      auto const begun = Steady::now();
      mail_desk_.accept(raw, "bench");
      own.push_back(std::chrono::duration<double, std::milli>(Steady::now() - begun).count());
    }
    std::lock_guard const lock(mutex_);
    waits_.insert(waits_.end(), own.begin(), own.end());
  }

  Desk desk_;
  mail_in::FileMailJournal journal_;
  mail_in::GmimeMailReader reader_;
  runtime::MailDesk mail_desk_{*desk_.engine, journal_, reader_, desk_.identifiers};
  runtime::Worker filing_{"the mail desk", [this]() -> Duration {
                            mail_desk_.file_waiting();
                            return std::chrono::seconds{1};
                          }};
  std::atomic<int> next_ = 0;
  double accepted_per_second_ = 0;
  std::mutex mutex_;
  std::vector<double> waits_;  ///< milliseconds until a mail was accepted
};

}  // namespace

void bench_mail_in() {
  auto const raw = raw_limit();
  Folder const folder;
  Intake intake(folder.path());
  auto const figures = intake.run();
  print("mail-in", senders, figures,
        fmt::format(",\"mails\":{},\"accepted_per_s\":{:.0f},\"raw_per_s\":{:.0f},\"ratio_to_raw\":{:.2f}", mails, intake.accepted_per_second(), raw,
                    figures.per_second / raw));
}

}  // namespace redress::bench
