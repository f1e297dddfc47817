// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/intake_command.hpp"

#include <sysexits.h>

#include <exception>
#include <iostream>
#include <iterator>

#include <boost/json/parse.hpp>

#include "adapters/app/reply.hpp"

namespace redress::app {
namespace {

int take(std::string const& inlet, Session const& session) {
  std::string raw{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  auto const reply = session.request("POST", "/api/v1/intake/mail?inlet=" + in_path(inlet), std::move(raw), {{"Content-Type", "message/rfc822"}});
  if (reply.status == 202) {
    std::cout << "accepted " << std::string_view(boost::json::parse(reply.body).at("id").as_string()) << "\n";
    return EX_OK;
  }
  std::cerr << "redress: " << sentence_of(reply) << "\n";
  return reply.status == 413 ? EX_DATAERR : EX_TEMPFAIL;
}

}  // namespace

/// A mistake in our settings is ours to mend, and no reason to send the mail back.
int take_mail_in(std::string const& inlet, std::function<Session()> const& session) {
  try {
    return take(inlet, session());
  } catch (std::exception const& failure) {
    std::cerr << "redress: " << failure.what() << "\n";
    return EX_TEMPFAIL;
  }
}

}  // namespace redress::app
