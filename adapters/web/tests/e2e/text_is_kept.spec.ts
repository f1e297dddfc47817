// SPDX-License-Identifier: Apache-2.0
// Whatever happens, what somebody wrote is still there, and they know what happened.
import { expect, fillLogIn, giveByProgram, me, prefer, test, wordsOf } from './support';

const say = wordsOf('en');

test.beforeEach(async ({ desk }) => {
  await prefer(desk, 'en');
  await desk.goto('/');
  await desk.locator('[data-row-link]').first().click();
  await desk.locator('.what-now').waitFor();
});

test('two people at one complaint: the second hears what the first did, and loses no letter', async ({ desk, server }) => {
  const reference = desk.url().split('/').at(-1) ?? '';
  await desk.keyboard.press('n');
  const note = desk.getByRole('form', { name: say('command.add-note') }).locator('textarea');
  await note.fill('She prefers to be called in the evening.');
  await giveByProgram(server, reference, 'assign-handler', { handler: 'staff-02' });

  await desk.keyboard.press('Control+Enter');

  const dialog = desk.getByRole('dialog', { name: say('conflict.title') });
  await expect(dialog).toContainText('Andrejs Volkovs');
  await desk.getByRole('button', { name: say('conflict.keep') }).click();
  await expect(note).toHaveValue('She prefers to be called in the evening.');
  await desk.reload();
  await desk.locator('.what-now').waitFor();
  await desk.keyboard.press('n');
  await expect(note).toHaveValue('She prefers to be called in the evening.');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('form', { name: say('command.add-note') })).toBeHidden();
});

test('the connection is lost while somebody writes: the text stays, and is sent once when it is back', async ({ desk, server }) => {
  const reference = desk.url().split('/').at(-1) ?? '';
  await desk.keyboard.press('n');
  const form = desk.getByRole('form', { name: say('command.add-note') });
  await form.locator('textarea').fill('Written in a tunnel.');
  await desk.context().setOffline(true);
  await desk.keyboard.press('Control+Enter');
  await expect(form.getByRole('alert')).toHaveText(say('send.unreachable'));
  await expect(form.locator('textarea')).toHaveValue('Written in a tunnel.');
  await desk.context().setOffline(false);

  await desk.keyboard.press('Control+Enter');

  await expect(form).toBeHidden();
  const history = await (
    await fetch(`${server.address}/api/v1/complaints/${reference}/history`, { headers: { Authorization: `Bearer ${server.token}` } })
  ).json();
  expect(history.events.filter((one: { type: string }) => one.type === 'note-added')).toHaveLength(1);
});

test('the answer is lost on its way: sending again does nothing twice', async ({ desk, server }) => {
  const reference = desk.url().split('/').at(-1) ?? '';
  await desk.keyboard.press('n');
  const form = desk.getByRole('form', { name: say('command.add-note') });
  await form.locator('textarea').fill('Once is enough.');
  let lost = 0;
  await desk.route('**/commands/add-note', async route => {
    if (lost++ > 0) return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await desk.keyboard.press('Control+Enter');
  await form.getByRole('alert').waitFor();

  await desk.keyboard.press('Control+Enter');

  await expect(form).toBeHidden();
  const history = await (
    await fetch(`${server.address}/api/v1/complaints/${reference}/history`, { headers: { Authorization: `Bearer ${server.token}` } })
  ).json();
  expect(history.events.filter((one: { type: string }) => one.type === 'note-added')).toHaveLength(1);
});

test('the session ends: a dialog lets one in again over the screen as it was', async ({ desk, server }) => {
  await desk.keyboard.press('n');
  const form = desk.getByRole('form', { name: say('command.add-note') });
  await form.locator('textarea').fill('Half a sentence');
  await desk.context().clearCookies();

  await desk.keyboard.press('Control+Enter');

  const dialog = desk.getByRole('dialog', { name: say('logIn.againTitle') });
  await expect(dialog).toBeVisible();
  await expect(form.locator('textarea')).toHaveValue('Half a sentence');
  await fillLogIn(desk, server);
  await expect(dialog).toBeHidden();
  await form.locator('textarea').press('Control+Enter');
  await expect(form).toBeHidden();
});

test('a refusal says why, and leads to what is missing', async ({ desk }) => {
  await desk.locator('.what-now summary').first().click();
  await desk.locator('.blocked summary', { hasText: say('command.draft-letter') }).click();
  await desk.locator('.blocked[open] .link').first().click();
  await expect(desk.getByRole('form', { name: say('command.assign-handler') })).toBeVisible();
});

test('a letter that was told to go can be called back', async ({ desk }) => {
  const held = {
    value: { reference: 'R-0000-0000', letter: 'letter-1', subject: '', goesAt: Date.now() + 60_000 },
    key: 'k',
    savedAt: Date.now(),
  };
  await desk.evaluate(draft => localStorage.setItem(draft.name, JSON.stringify(draft.held)), {
    held,
    name: `redress.draft/${me.user}/held/R-0000-0000/letter-1`,
  });
  await desk.reload();
  await expect(desk.locator('.held')).toBeVisible();
  await desk.getByRole('button', { name: say('held.undo') }).click();
  await expect(desk.locator('.held')).toBeHidden();
});
