// SPDX-License-Identifier: Apache-2.0
// One command on 137 complaints, of which the engine refuses three: each answers for itself, the three are named with their reason, and are tried again.
import { expect, giveByProgram, prefer, readByProgram, type Server, test, wordsOf } from './support';

const say = wordsOf('en');

async function takeIn(server: Server, name: string): Promise<void> {
  const response = await fetch(`${server.address}/api/v1/complaints`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json', 'X-Redress-Actor': 'staff-01' },
    body: JSON.stringify({ narrative: 'The parcel came two days late.', channel: 'phone', language: 'en', complainant: { name } }),
  });
  expect(response.status).toBe(201);
}

test('a bulk over 137 rows with three refusals: the three are named, keep what was written, and are tried again', async ({
  desk,
  server,
}) => {
  await prefer(desk, 'en');
  const { complaints } = await readByProgram(server, '/complaints');
  for (let number = complaints.length; number < 137; ++number) await takeIn(server, `Person ${number}`);
  for (const one of complaints) await giveByProgram(server, one.reference, 'assign-handler', { handler: 'staff-01' });
  await desk.goto('/');
  await expect(desk.locator('[data-row-link]')).toHaveCount(137);
  await desk.keyboard.press('Shift+A');
  await desk
    .locator('.bulk')
    .getByRole('button', { name: say('command.assign-handler') })
    .click();
  const dialog = desk.getByRole('dialog');
  await dialog.locator('select').selectOption('staff-01');
  await dialog.locator('button[type=submit]').click();

  await expect(dialog.getByRole('status').first()).toHaveText('134 of 137 done, 3 refused', { timeout: 60_000 });
  await expect(dialog.locator('.tag.good')).toHaveCount(134);
  const refused = dialog.locator('li', { has: desk.locator('.tag.late') });
  await expect(refused).toHaveCount(3);
  for (const [index, one] of complaints.entries()) {
    const line = refused.filter({ hasText: one.reference });
    await expect(line, String(index)).toContainText(one.complainant_name);
    await expect(line).toContainText('already');
  }
  await expect(dialog.locator('li').first()).toContainText(say('bulk.refused'));

  await dialog.getByRole('button', { name: 'Try 3 again' }).click();
  await expect(dialog.locator('select')).toHaveValue('staff-01');
  await dialog.locator('select').selectOption('staff-02');
  await dialog.locator('button[type=submit]').click();

  await expect(dialog.getByRole('status').first()).toHaveText('137 of 137 done, 0 refused', { timeout: 60_000 });
  await dialog.getByRole('button', { name: say('close') }).click();
  await expect(desk.locator('.bulk')).toBeHidden();
  for (const one of complaints) expect((await readByProgram(server, `/complaints/${one.reference}`)).handler.id).toBe('staff-02');
});

test('rows are chosen one after the other by the mouse', async ({ desk }) => {
  await prefer(desk, 'en');
  await desk.goto('/');
  const boxes = desk.locator('.row-choose input');
  await boxes.first().waitFor();
  for (const index of [0, 1, 2]) await boxes.nth(index).click();
  await expect(desk.locator('.row.chosen')).toHaveCount(3);
  await boxes.nth(1).click();
  await expect(desk.locator('.row.chosen')).toHaveCount(2);
});

test('a bulk command that was begun keeps what was filled in', async ({ desk }) => {
  await prefer(desk, 'en');
  await desk.goto('/');
  await desk.locator('[data-row-link]').first().waitFor();
  const open = async () => {
    await desk.keyboard.press('Shift+A');
    await desk
      .locator('.bulk')
      .getByRole('button', { name: say('command.add-note') })
      .click();
  };
  await open();
  await desk.getByRole('dialog').locator('textarea').fill('The lorry of that day broke down.');
  await expect(desk.getByRole('dialog').locator('.saved')).toContainText('on this computer');
  await desk.reload();
  await desk.locator('[data-row-link]').first().waitFor();
  await open();
  await expect(desk.getByRole('dialog').locator('textarea')).toHaveValue('The lorry of that day broke down.');
});
