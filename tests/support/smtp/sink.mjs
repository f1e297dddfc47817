// SPDX-License-Identifier: Apache-2.0
// A real SMTP server for tests. It listens on a free port of the loopback, says so in one line of JSON ({"port":N}), and keeps each
// accepted message as DIR/N.eml (the bytes as they came) and DIR/N.json ({"from","to"}). It ends on SIGTERM or when its standard input
// is closed.
//
//   node sink.mjs DIR [--refuse-first N]      the first N recipients get 451
//                     [--reject PATTERN]      recipients that match get 550
//                     [--cut-after-dot N]     the connection of the first N messages is cut after the final dot, before any reply
//                     [--starttls KEY CERT]   STARTTLS is offered, and AUTH under it
//                     [--login USER:PASSWORD] nobody else may send

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

function read_options(words) {
  const options = { folder: words.shift(), refusals: 0, cuts: 0 };
  const takes = {
    "--refuse-first": () => (options.refusals = Number(words.shift())),
    "--reject": () => (options.reject = new RegExp(words.shift())),
    "--cut-after-dot": () => (options.cuts = Number(words.shift())),
    "--starttls": () => (options.tls = { key: readFileSync(words.shift()), cert: readFileSync(words.shift()) }),
    "--login": () => (options.login = words.shift()),
  };
  while (words.length > 0) {
    const take = takes[words.shift()];
    if (!take) throw new Error("an option is unknown; the head of this file lists them");
    take();
  }
  return options;
}

const options = read_options(process.argv.slice(2));
let kept = 0;

function reply(code, text) {
  return Object.assign(new Error(text), { responseCode: code });
}

function judge_recipient(address, session, done) {
  if (options.refusals > 0) {
    options.refusals -= 1;
    return done(reply(451, "4.3.0 Not now"));
  }
  if (options.reject?.test(address.address)) return done(reply(550, `5.1.1 <${address.address}> is not known here`));
  return done();
}

// A message is named .eml last of all, so that whoever waits for that name finds both files whole.
function keep(bytes, envelope) {
  const stem = join(options.folder, String((kept += 1)));
  const addresses = { from: envelope.mailFrom ? envelope.mailFrom.address : "", to: envelope.rcptTo.map((to) => to.address) };
  writeFileSync(`${stem}.json`, `${JSON.stringify(addresses)}\n`);
  writeFileSync(`${stem}.part`, bytes);
  renameSync(`${stem}.part`, `${stem}.eml`);
}

function take_message(stream, session, done) {
  const parts = [];
  stream.on("data", (part) => parts.push(part));
  stream.on("end", () => {
    if (options.cuts > 0) {
      options.cuts -= 1;
      return [...server.connections].find((connection) => connection.session === session)?._socket.destroy();
    }
    keep(Buffer.concat(parts), session.envelope);
    return done();
  });
}

const server = new SMTPServer({
  ...options.tls,
  hideSTARTTLS: !options.tls,
  authOptional: !options.login,
  disableReverseLookup: true,
  disabledCommands: options.tls ? [] : ["AUTH", "STARTTLS"],
  onAuth: (given, session, done) =>
    `${given.username}:${given.password}` === options.login ? done(null, { user: given.username }) : done(reply(535, "5.7.8 Wrong")),
  onRcptTo: judge_recipient,
  onData: take_message,
});

server.on("error", () => {});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${JSON.stringify({ port: server.server.address().port })}\n`));

const end = () => process.exit(0);
process.on("SIGTERM", end);
process.stdin.on("end", end).on("error", end).resume();
