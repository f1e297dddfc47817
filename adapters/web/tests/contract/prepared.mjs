// SPDX-License-Identifier: Apache-2.0
// Something of each kind, so that there is something to ask for, and its names.
import assert from 'node:assert/strict';

const json = { 'Content-Type': 'application/json', 'X-Redress-Actor': 'staff-01' };
const mail = sender =>
  `From: ${sender}\r\nTo: complaints@example.org\r\nSubject: Late again\r\nMessage-ID: <${sender}>\r\nDate: Mon, 2 Mar 2026 09:00:00 +0200\r\n\r\nIt came late.\r\n`;

async function made(api, method, target, value) {
  const answer = await api.send(method, target, { headers: json, body: JSON.stringify(value) });
  assert.ok(answer.status < 300, `${target}: ${answer.status} ${answer.body}`);
  return JSON.parse(answer.body.toString());
}

async function complaint(api, name) {
  const { reference } = await made(api, 'POST', '/api/v1/complaints', {
    channel: 'email',
    language: 'en',
    complainant: { name, email: 'anna@example.org' },
    narrative: 'The parcel came late.',
  });
  return reference;
}

// The first has a handler, an appointment and the letter that acknowledges it.
async function acknowledged(api) {
  const reference = await complaint(api, 'Anna Liepa');
  const give = (command, value) => made(api, 'POST', `/api/v1/complaints/${reference}/commands/${command}`, value);
  await give('assign-handler', { handler: 'staff-01' });
  const soon = new Date(Date.now() + 86_400_000 * 2).toISOString().slice(0, 10);
  for (let day = new Date(soon), tries = 0; tries < 10; tries += 1, day = new Date(day.getTime() + 86_400_000)) {
    const body = JSON.stringify({ kind: 'call', at: `${day.toISOString().slice(0, 10)}T09:00:00Z` });
    const answer = await api.send('POST', `/api/v1/complaints/${reference}/commands/make-appointment`, { headers: json, body });
    if (answer.status === 200) break;
  }
  await give('acknowledge', {});
  return reference;
}

// The names by the parameter that takes them.
export async function prepare(api) {
  const first = await acknowledged(api);
  const references = [first, await complaint(api, 'Juris Ozols'), await complaint(api, 'Ольга Петрова')];
  const mails = [];
  for (const sender of ['a@example.org', 'MAILER-DAEMON@example.org']) {
    const answer = await api.send('POST', '/api/v1/intake/mail', { headers: { 'Content-Type': 'message/rfc822' }, body: mail(sender) });
    mails.push(JSON.parse(answer.body.toString()).id);
  }
  await made(api, 'POST', '/api/v1/users', { name: 'ilze', roles: ['handler'], staff_id: 'staff-02' });
  const { id } = await made(api, 'POST', '/api/v1/users/ilze/tokens', {});
  return {
    reference: references,
    id: ['letter-1', id, ...mails],
    name: ['ilze'],
    file: ['staff-01.ics'],
    handler: ['staff-01'],
    'X-Redress-Actor': ['staff-01', 'staff-02'],
    'If-Match': ['*', '"1"'],
  };
}
