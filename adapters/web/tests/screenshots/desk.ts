// SPDX-License-Identifier: Apache-2.0
// A desk on which work is going on: complaints at several stages, a letter that is being written, mail in quarantine. Nobody in it exists.
import { drafted } from '../e2e/drafted';
import { giveByProgram, giveOnSomeDay, handIn, readByProgram, type Server } from '../e2e/support';

const people: [string, string, string, string, number][] = [
  ['Jānis Krūmiņš', 'lv', 'phone', 'Veļas mašīna ieradās bez šļūtenes, un trešo dienu neviens neatbild.', 2],
  ['Olivia Bennett', 'en', 'web-form', 'The table has one leg shorter than the others, and the fitter said it was the floor.', 3],
  ['Ирина Соколова', 'ru', 'email', 'Доставку дважды переносили, и оба раза никто не предупредил.', 2],
  ['Mārtiņš Liepiņš', 'lv', 'email', 'Rēķinā divreiz iekļauta piegāde.', 1],
  ['Anna Petrova', 'ru', 'phone', 'Обещали вернуть деньги до пятницы, денег нет.', 1],
  ['Thomas Wright', 'en', 'chat', 'The wrong colour came, and I was told to send a photograph three times.', 1],
  ['Līga Ozola', 'lv', 'in-person', 'Plaukts sabruka pirmajā nedēļā.', 0],
  ['Grace Miller', 'en', 'post', 'Nobody came to collect the old sofa on either of the two days agreed.', 0],
];

const robots = [
  'From: Marta Kalve <marta@example.org>\nAuto-Submitted: auto-replied\nSubject: Out of office: your letter about the chair\n\nI am away until Monday.\n\nAnd the chair you brought instead has the same crack as the first one.\n',
  'From: offers@example.com\nList-Id: <offers.example.com>\nSubject: This week only\n\nEverything must go.\n',
];

/** What comes by post may lie somewhere first: it is late from the beginning. */
const lastWeek = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000).toISOString();

async function takeIn(server: Server, [name, language, channel, narrative]: (typeof people)[number]): Promise<string> {
  const complainant = {
    name,
    email: `${
      name
        .toLowerCase()
        .normalize('NFD')
        .replace(/[^a-z]/g, '') || 'writer'
    }@example.org`,
    phone: '+371 20000000',
  };
  const response = await fetch(`${server.address}/api/v1/complaints`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json', 'X-Redress-Actor': 'staff-01' },
    body: JSON.stringify({ narrative, channel, language, complainant, ...(channel === 'post' ? { received_at: lastWeek } : {}) }),
  });
  if (!response.ok) throw new Error(`not taken in: ${response.status}`);
  return ((await response.json()) as { reference: string }).reference;
}

/** 1: somebody has it; 2: they have heard from us; 3: what happened is being found out. */
async function carry(server: Server, reference: string, as: string, far: number): Promise<void> {
  const give = (name: string, fields: object = {}) => giveByProgram(server, reference, name, fields, as);
  if (far < 1) return;
  await give('assign-handler', { handler: as });
  if (far < 2) return;
  await give('define-points', { points: ['What came was not what was agreed.'] });
  await giveOnSomeDay(server, reference, 'make-appointment', day => ({ kind: 'call', at: `${day}T09:30:00Z` }), as);
  await give('acknowledge', { matter: 'Your order' });
  if (far < 3) return;
  await give('begin-investigation');
  await give('request-statement', { name: 'Toms Liepa', role: 'driver' });
}

/** It takes a person to let somebody in, so she logs in for it. */
async function letIn(server: Server, reference: string, staff: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Origin: server.address, 'X-Redress-CSRF': '1' };
  const body = JSON.stringify({ name: 'anna', password: server.password });
  const session = await fetch(`${server.address}/api/v1/session`, { method: 'POST', headers, body });
  const Cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const response = await fetch(`${server.address}/api/v1/complaints/${reference}/commands/break-glass`, {
    method: 'POST',
    headers: { ...headers, Cookie },
    body: JSON.stringify({ staff, hours: 4, reason: 'She is heard about it tomorrow at ten.' }),
  });
  if (!response.ok) throw new Error(`not let in: ${response.status}`);
}

async function aboutStaff(server: Server): Promise<string> {
  const person: (typeof people)[number] = ['Edgars Vītols', 'lv', 'phone', 'Konsultante ar mani runāja rupji un nolika klausuli.', 1];
  const reference = await takeIn(server, person);
  await carry(server, reference, 'staff-01', 1);
  await giveByProgram(server, reference, 'name-staff', { staff: 'staff-01', reason: 'It was she who took the call.' }, 'staff-04');
  await letIn(server, reference, 'staff-01');
  return `/complaints/${reference}`;
}

export interface Desk {
  complaint: string;
  letter: string;
  mail: string;
  /** A complaint that is about somebody of ours, who was let in to read it. */
  about: string;
}

export async function laidOut(server: Server): Promise<Desk> {
  for (const [index, person] of people.entries())
    await carry(server, await takeIn(server, person), index % 2 ? 'staff-04' : 'staff-01', person[4]);
  const letter = await drafted(server);
  const mail = await handIn(server, robots[0] ?? '');
  await handIn(server, robots[1] ?? '');
  const { complaints } = await readByProgram(server, '/complaints?stage=Investigating');
  const about = await aboutStaff(server);
  return { complaint: `/complaints/${complaints[0].reference}`, letter, mail: `/intake/${mail}`, about };
}
