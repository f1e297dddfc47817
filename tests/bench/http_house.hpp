// SPDX-License-Identifier: Apache-2.0
#pragma once

// The API over a store of its own, in this process, for whoever bears the token "bench".

#include "adapters/http/api.hpp"
#include "adapters/http/server.hpp"
#include "adapters/letters/deadline_explainer.hpp"
#include "adapters/mail_in/file_mail_journal.hpp"
#include "adapters/mail_in/gmime_mail_reader.hpp"
#include "engine/runtime/mail_desk.hpp"
#include "tests/bench/desk.hpp"
#include "tests/bench/measurement.hpp"
#include "tests/support/operator_desk.hpp"

namespace redress::bench {

class HttpHouse {
 public:
  HttpHouse();

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] Desk& desk() { return desk_; }

 private:
  [[nodiscard]] http::Router router();

  Folder const folder_;
  Desk desk_{folder_.path()};
  mail_in::FileMailJournal journal_{folder_.path() / "journal"};
  mail_in::GmimeMailReader reader_;
  runtime::MailDesk mail_desk_{*desk_.engine, journal_, reader_, desk_.identifiers};
  runtime::Quarantine quarantine_{*desk_.engine, journal_, reader_};
  letters::DeadlineExplainer const explainer_;
  http::Broadcast broadcast_;
  http::Metrics metrics_;
  testing::OperatorDesk access_{*desk_.store, desk_.engine->clock(), "bench"};
  http::Server server_;
};

}  // namespace redress::bench
