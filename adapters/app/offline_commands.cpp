// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/offline_commands.hpp"

#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <boost/json/serialize.hpp>

#include "adapters/codec/every_field.hpp"
#include "adapters/mail_in/gmime_mail_reader.hpp"
#include "workflows/catalogue.hpp"
#include "workflows/diagram.hpp"

namespace redress::app {
namespace {

std::string names_of_workflows() {
  std::string names;
  for (auto const& entry : workflows::catalogue()) names += (names.empty() ? "" : ", ") + std::string(entry.machine.name);
  return names;
}

std::string in_words(Mailbox const& mailbox) {
  return mailbox.name.empty() ? mailbox.address : fmt::format("{} <{}>", mailbox.name, mailbox.address);
}

void print_text(ReadMail const& mail) {
  std::cout << "class:    " << name_of(mail.mail_class) << "\nfrom:     " << in_words(mail.from) << "\nsubject:  " << mail.subject << "\n";
  if (mail.date) std::cout << "date:     " << to_text(*mail.date) << "\n";
  if (mail.language) std::cout << "language: " << name_of(*mail.language) << "\n";
  for (auto const& attachment : mail.attachments)
    std::cout << "attached: " << attachment.name << " (" << attachment.type << ", " << attachment.size << " bytes)\n";
  std::cout << "\n" << (mail.visible_reply.empty() ? mail.html_text : mail.visible_reply) << "\n";
}

}  // namespace

int print_workflow(std::string const& name, std::string const& format) {
  auto const* entry = workflows::find_workflow(name);
  if (entry == nullptr) {
    std::cerr << "redress: there is no workflow \"" << name << "\"; there are: " << names_of_workflows() << "\n";
    return 1;
  }
  std::cout << workflows::draw(*entry, enumerator_named<workflows::DiagramFormat>(format).value_or(workflows::DiagramFormat::Mermaid));
  return 0;
}

int print_mail(MailOutput output, std::string const& authserv_id) {
  std::string const raw{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  mail_in::GmimeMailReader reader(mail_in::own_reader(authserv_id));
  auto const mail = reader.read(raw);
  if (!mail) {
    std::cerr << "redress: the mail cannot be read: " << mail.error().reason << "\n";
    return 1;
  }
  if (output == MailOutput::Json)
    std::cout << boost::json::serialize(codec::with_every_field(*mail)) << "\n";
  else
    print_text(*mail);
  return 0;
}

}  // namespace redress::app
