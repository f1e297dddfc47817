// SPDX-License-Identifier: Apache-2.0
// What is late stays first on the worklist until it is done, and that it was late is never forgotten.
import { expect, giveByProgram, giveOnSomeDay, prefer, type Server, test, wordsOf } from './support';

const say = wordsOf('en');
const name = 'Grace Miller';
const days = 24 * 60 * 60 * 1000;

/** A letter that lay somewhere for a week before anybody opened it. */
async function takeInLate(server: Server): Promise<string> {
  const headers = { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json', 'X-Redress-Actor': 'staff-04' };
  const complainant = { name, email: 'grace@example.org' };
  const received_at = new Date(Date.now() - 7 * days).toISOString();
  const body = JSON.stringify({ narrative: 'Nobody came for the sofa.', channel: 'post', language: 'en', received_at, complainant });
  const response = await fetch(`${server.address}/api/v1/complaints`, { method: 'POST', headers, body });
  expect(response.status).toBe(201);
  return ((await response.json()) as { reference: string }).reference;
}

test('what is late is counted, shown first, and settled when it is done', async ({ desk, server }) => {
  const reference = await takeInLate(server);
  await prefer(desk, 'en');
  await desk.goto('/');
  const overdue = desk.locator('section.group.overdue');
  await expect(overdue).toContainText(name);
  await desk.locator('.sentence-part.overdue').click();
  await expect(desk.locator('[data-row-link]')).toHaveCount(1);
  await desk.getByRole('link', { name }).click();
  await expect(desk.locator('.complaint-facts .clock.late')).toBeVisible();
  const acknowledgement = desk.locator('.deadline').filter({ hasText: /acknowledgement/i });
  await expect(acknowledgement.locator('.tag')).toHaveText(say('deadlineState.passed'));

  await giveByProgram(server, reference, 'assign-handler', { handler: 'staff-04' }, 'staff-04');
  await giveOnSomeDay(server, reference, 'make-appointment', day => ({ kind: 'call', at: `${day}T09:30:00Z` }), 'staff-04');
  await giveByProgram(server, reference, 'acknowledge', { matter: 'Your sofa' }, 'staff-04');

  await expect(acknowledgement.locator('.tag')).toHaveText(say('deadlineState.settled'));
});
