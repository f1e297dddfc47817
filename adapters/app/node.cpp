// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/node.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "adapters/app/data_store.hpp"
#include "adapters/app/listening.hpp"
#include "adapters/app/mailbox_watch.hpp"
#include "adapters/app/provider_log_in.hpp"
#include "adapters/codec/command_codec.hpp"
#include "adapters/http/api.hpp"
#include "adapters/letters/deadline_explainer.hpp"
#include "adapters/letters/template_digest_writer.hpp"
#include "adapters/letters/template_letter_writer.hpp"
#include "adapters/letters/template_notice_writer.hpp"
#include "adapters/mail_in/file_mail_journal.hpp"
#include "adapters/mail_in/gmime_mail_reader.hpp"
#include "adapters/mail_in/maildir_inlet.hpp"
#include "adapters/mail_out/maildir_mailer.hpp"
#include "adapters/mail_out/print_folder.hpp"
#include "adapters/mail_out/smtp_mailer.hpp"
#include "adapters/rules/party_register.hpp"
#include "adapters/rules/refusal_texts.hpp"
#include "adapters/rules/role_rules.hpp"
#include "adapters/rules/rules.hpp"
#include "adapters/store/open_store.hpp"
#include "adapters/system/random_identifiers.hpp"
#include "adapters/system/sodium_secrets.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/webhooks/webhook_mailer.hpp"
#include "adapters/wording/rule_wording_reviewer.hpp"
#include "adapters/wording/statement_reader.hpp"
#include "engine/runtime/couriers.hpp"
#include "engine/runtime/deadline_watch.hpp"
#include "engine/runtime/dispatcher.hpp"
#include "engine/runtime/morning_digest.hpp"
#include "engine/runtime/quarantine.hpp"
#include "engine/runtime/worker.hpp"
#include "workflows/resolution/workflow.hpp"

namespace redress::app {
namespace {

constexpr std::string_view first_administrator_code_file = "first-administrator-code";

/// A clock that was set back, or an event that went unnoticed, costs at most this much.
constexpr Duration longest_sleep = std::chrono::seconds{30};

std::unique_ptr<ports::PartyRegister> load_register(Organisation const& organisation) {
  if (organisation.register_file.empty()) return nullptr;
  return std::make_unique<rules::FilePartyRegister>(organisation.register_file, organisation, [](std::string const& mistake) {
    spdlog::error("the register stays as it was, for the new one cannot be used: {}", mistake);
  });
}

ports::Rulebook load_rulebook(Organisation organisation, ports::PartyRegister const* parties, Resources const& resources) {
  ports::Rulebook rulebook{std::move(organisation), {}, rules::load_calendars(resources.calendars()), parties};
  for (auto const& entry : std::filesystem::directory_iterator(resources.profiles())) {
    auto profile = rules::load_profile(entry.path());
    auto name = profile.name;
    rulebook.profiles.emplace(std::move(name), std::move(profile));
  }
  return rulebook;
}

/// The commands that people and programs give.
std::vector<std::string_view> given_commands() {
  std::vector<std::string_view> names;
  for (auto const& command : codec::commands())
    if (!command.by_clock) names.push_back(command.name);
  return names;
}

std::vector<std::string> all_actions() {
  auto const commands = given_commands();
  std::vector<std::string> actions(commands.begin(), commands.end());
  for (auto const privilege : names_of(Privilege{})) actions.emplace_back(privilege);
  return actions;
}

std::vector<StaffId> staff_of(Organisation const& organisation) {
  std::vector<StaffId> staff;
  for (auto const& member : organisation.staff) staff.push_back(member.id);
  return staff;
}

std::unique_ptr<ports::Mailer> make_mailer(system::DataDirectory const& data, Configuration const& configuration) {
  if (configuration.smtp) return std::make_unique<mail_out::SmtpMailer>(*configuration.smtp);
  return std::make_unique<mail_out::MaildirMailer>(data.mail_out());
}

/// A folder takes one after the other, and knows no domains.
runtime::SendingLimits limits_of(Configuration const& configuration) {
  return configuration.smtp ? configuration.sending : runtime::SendingLimits{1, 1, 0};
}

std::shared_ptr<letters::DkimSigner const> make_signer(Configuration const& configuration, Organisation const& organisation) {
  if (!configuration.dkim) return nullptr;
  auto signer = std::make_shared<letters::DkimSigner const>(*configuration.dkim);
  if (!signer->covers(organisation.mail_address))
    throw std::runtime_error("[dkim] domain must be the domain that letters are from, or one above it: receivers do not count another's signature");
  return signer;
}

Duration until(std::optional<Time> moment, Time now) {
  if (!moment) return longest_sleep;
  return std::clamp(*moment - now, Duration{0}, longest_sleep);
}

bool queues_messages(runtime::Committed const& one) {
  return one.messages > 0;
}

std::vector<webhooks::Receiver> receivers_of(Organisation const& organisation) {
  std::vector<webhooks::Receiver> receivers;
  for (auto const& system : organisation.systems)
    if (!system.url.empty()) receivers.push_back({system.name, system.url, system.secret_file});
  return receivers;
}

}  // namespace

struct Node::Parts {
  Parts(system::DataDirectory const& directory, Configuration const& configuration, Resources const& resources)
      : data(directory),
        lock(take_lock(directory)),
        organisation(load_organisation(directory, configuration, resources)),
        signer(make_signer(configuration, organisation)),
        letters(resources.templates(), organisation, signer),
        notices(resources.templates(), organisation, signer),
        explainer(resources.templates()),
        wording(resources.templates()),
        statements(resources.templates()),
        parties(load_register(organisation)),
        workflow(load_rulebook(organisation, parties.get(), resources), letters, notices, {wording, statements}),
        refusal_texts(rules::load_refusal_texts(resources.templates())),
        store(open_store(directory, configuration, organisation.log_origin, identifiers)),
        roles(rules::load_roles(resources.roles(), given_commands())),
        secrets(resources.common_passwords()),
        access_desk({*store, *store, secrets, clock, roles, all_actions(), staff_of(organisation), data.token()}),
        readings(*store, clock, configuration.readings_kept),
        provider(provider_log_in(configuration, {access_desk, *store, secrets, clock}, organisation)),
        public_address(configuration.public_address),
        limits(configuration.http),
        engine(*store, workflow, clock, identifiers),
        watch(engine),
        journal(directory.mail_journal()),
        reader(mail_in::own_reader(organisation.authserv_id)),
        desk(engine, journal, reader, identifiers),
        quarantine(engine, journal, reader),
        mailer(make_mailer(directory, configuration)),
        printer(directory.print()),
        systems(receivers_of(organisation)),
        dispatcher(engine, {*mailer, printer, systems}, configuration.retry),
        couriers(engine, dispatcher, limits_of(configuration)),
        digest_writer(resources.templates(), signer),
        digest(engine, digest_writer),
        inlet(directory.mail_in()),
        ui(resources.ui ? std::make_shared<http::StaticFiles const>(*resources.ui) : nullptr),
        mailboxes(configuration.mailboxes, [this](std::string_view raw, std::string const& name) { desk.accept(raw, name); }) {
    engine.on_committed([this](std::vector<runtime::Committed> const& all) { tell(all); });
    watch.on_changed([this] { deadlines.wake(); });
    desk.on_accepted([this] { filing.wake(); });
    metrics.add([this] { return mailboxes.figures(); });
    metrics.add([this] { return http::gauge("redress_readings_lost", "Readings without a record, for want of room.", readings.lost()); });
  }

  void tell(std::vector<runtime::Committed> const& all) {
    http::tell_of(broadcast, all);
    if (std::ranges::any_of(all, queues_messages)) couriers.wake();
  }

  /// As long as nobody can log in, whoever can read the data directory can make the first who may.
  void await_first_administrator() {
    if (store->has_users())
      data.forget_secret(first_administrator_code_file);
    else
      access_desk.await_first_administrator(data.secret_or(first_administrator_code_file, secrets.random()));
  }

  Duration fire_deadlines() {
    watch.fire_due();
    return until(watch.next(), clock.now());
  }

  Duration file() {
    desk.file_waiting();
    return longest_sleep;
  }

  Duration put_digests() {
    if (digest.put_due() > 0) couriers.wake();
    return until(digest.next(), clock.now());
  }

  void watch_inlet() {
    while (!stopping) {
      try {
        auto const intake = inlet.take([this](std::string_view raw) { desk.accept(raw, "maildir"); });
        if (intake.failed > 0) spdlog::warn("{} mails in the inlet could not be taken now: {}", intake.failed, intake.first_failure);
      } catch (std::exception const& failure) {
        spdlog::error("the inlet failed and will go on: {}", failure.what());
      }
      inlet.wait(std::chrono::duration_cast<std::chrono::milliseconds>(longest_sleep));
    }
  }

  system::DataDirectory data;
  system::DataDirectory::Lock lock;
  system::SystemClock clock;
  system::RandomIdentifiers identifiers;
  Organisation organisation;
  std::shared_ptr<letters::DkimSigner const> signer;
  letters::TemplateLetterWriter letters;
  letters::TemplateNoticeWriter notices;
  letters::DeadlineExplainer explainer;
  wording::RuleWordingReviewer wording;
  wording::RuleStatementReader statements;
  std::unique_ptr<ports::PartyRegister> parties;
  workflows::ResolutionWorkflow workflow;
  rules::RefusalTexts refusal_texts;
  std::unique_ptr<store::NodeStore> store;
  Roles roles;
  system::SodiumSecrets secrets;
  runtime::AccessDesk access_desk;
  runtime::ReadRecorder readings;
  std::unique_ptr<ProviderLogIn> provider;
  std::string public_address;
  http::Limits limits;
  runtime::Engine engine;
  runtime::DeadlineWatch watch;
  mail_in::FileMailJournal journal;
  mail_in::GmimeMailReader reader;
  runtime::MailDesk desk;
  runtime::Quarantine quarantine;
  std::unique_ptr<ports::Mailer> mailer;
  mail_out::PrintFolder printer;
  webhooks::WebhookMailer systems;
  runtime::Dispatcher dispatcher;
  runtime::Couriers couriers;
  letters::TemplateDigestWriter digest_writer;
  runtime::MorningDigest digest;
  mail_in::MaildirInlet inlet;
  std::shared_ptr<http::StaticFiles const> ui;
  http::Broadcast broadcast;
  http::Metrics metrics;
  std::unique_ptr<http::Server> server;
  std::atomic<bool> stopping = false;
  runtime::Worker deadlines{"the deadline watch", [this] { return fire_deadlines(); }};
  runtime::Worker digests{"the morning's digests", [this] { return put_digests(); }};
  runtime::Worker filing{"the mail desk", [this] { return file(); }};
  std::thread inlet_thread;
  MailboxWatch mailboxes;  ///< the last, so that it ends before anything it hands mails to
};

Node::Node(system::DataDirectory const& data, Configuration const& configuration, Resources const& resources)
    : parts_(std::make_unique<Parts>(data, configuration, resources)) {}

Node::~Node() {
  stop();
}

std::string Node::start(std::string const& listen) {
  auto& parts = *parts_;
  parts.await_first_administrator();
  http::Api api{parts.engine,
                parts.desk,
                parts.quarantine,
                parts.letters,
                parts.wording,
                parts.explainer,
                parts.broadcast,
                parts.metrics,
                [&parts](Reason reason, Language language, std::string_view subject) { return parts.refusal_texts.sentence(reason, language, subject); },
                parts.access_desk,
                parts.readings,
                *parts.store,
                parts.provider ? &parts.provider->desk : nullptr,
                parts.public_address,
                [&parts] { parts.data.forget_secret(first_administrator_code_file); },
                parts.ui,
                &parts.letters};
  auto settings = listening_on(listen, parts.limits);
  settings.observe = [&parts](http::Observation const& observation) { parts.metrics.count(observation); };
  parts.server = std::make_unique<http::Server>(std::move(settings), http::make_router(std::move(api)));
  parts.watch.load();
  parts.engine.start();
  parts.readings.start();
  parts.server->start();
  parts.deadlines.start();
  parts.couriers.start();
  parts.filing.start();
  if (parts.digest.is_on()) parts.digests.start();
  parts.inlet_thread = std::thread([&parts] { parts.watch_inlet(); });
  return fmt::format("{}", parts.server->address());
}

void Node::stop() {
  auto& parts = *parts_;
  if (parts.stopping.exchange(true)) return;
  parts.mailboxes.stop();
  parts.inlet.wake();
  if (parts.inlet_thread.joinable()) parts.inlet_thread.join();
  if (parts.server) parts.server->stop();
  parts.readings.stop();
  parts.filing.stop();
  parts.digests.stop();
  parts.couriers.stop();
  parts.deadlines.stop();
  parts.desk.file_waiting();
  parts.engine.stop();
}

void Node::watch_mailboxes() {
  parts_->mailboxes.start();
}

bool Node::is_new() const {
  return parts_->store->list({{}, {}, {}, {}, {}, 1}).empty() && parts_->store->mails({ports::MailSelection::All, {}, {}, 1}).empty() &&
         parts_->journal.list().empty();
}

runtime::AccessDesk& Node::access_desk() {
  return parts_->access_desk;
}

std::filesystem::path Node::first_administrator_code() const {
  return parts_->store->has_users() ? std::filesystem::path{} : parts_->data.keys() / first_administrator_code_file;
}

void Node::take_mail(std::string_view raw, std::string const& inlet) {
  parts_->desk.accept(raw, inlet);
}

}  // namespace redress::app
