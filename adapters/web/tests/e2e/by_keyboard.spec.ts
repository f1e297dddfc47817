// SPDX-License-Identifier: Apache-2.0
// The screens that are not about one complaint, by the keyboard alone: users, and who read what. The mail journal and the tokens have walks of their own.
import { enterAs, expect, prefer, tabTo, test, wordsOf } from './support';

const say = wordsOf('en');

test('a user is added, changed and looked into by the keyboard alone', async ({ browser, server }) => {
  const { page, close } = await enterAs(browser, server, 'administrator');
  await prefer(page, 'en');
  await page.goto('/people');
  await tabTo(page.getByRole('link', { name: say('users.title') }));
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  const add = page.getByRole('button', { name: say('users.add') });
  await tabTo(add);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(dialog.locator('#user-name'));
  await page.keyboard.type('liga');
  await tabTo(dialog.getByLabel(say('role.approver'), { exact: true }));
  await page.keyboard.press('Space');
  await tabTo(dialog.locator('#user-password'));
  await page.keyboard.type('many small words here');
  await page.keyboard.press('Enter');
  const row = page.locator('tr', { hasText: 'liga' });
  await expect(row).toContainText(say('role.approver'));
  await expect(add).toBeFocused();

  const change = page.getByRole('button', { name: say('users.changeOf').replace('{name}', 'liga') });
  await tabTo(change);
  await page.keyboard.press('Enter');
  await tabTo(dialog.getByLabel(say('users.disable')));
  await page.keyboard.press('Space');
  await tabTo(dialog.locator('button[type=submit]'));
  await page.keyboard.press('Enter');
  await expect(row).toContainText(say('users.disabled'));
  await expect(change).toBeFocused();

  const record = page.getByRole('button', { name: say('users.belongingsOf').replace('{name}', 'liga') });
  await tabTo(record);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(say('users.noLogIns'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(record).toBeFocused();
  expect(await close()).toEqual([]);
});

test('an auditor looks for who read a complaint by the keyboard alone', async ({ browser, server }) => {
  const { page, close } = await enterAs(browser, server, 'peteris');
  await prefer(page, 'en');
  const row = page.locator('[data-row-link]').first();
  const reference = (await row.getAttribute('href'))?.split('/').at(-1) ?? '';
  await tabTo(row);
  await page.keyboard.press('Enter');
  await page.locator('.complaint-page').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.locator('h1')).toBeFocused();
  await tabTo(page.getByRole('link', { name: say('readings.title') }));
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(say('readings.title'));
  await tabTo(page.getByLabel(say('audit.reference'), { exact: true }));
  await page.keyboard.type(reference.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.locator('.readings tbody tr').first()).toBeVisible();
  await expect(page.locator('.readings tbody tr', { hasNotText: reference })).toHaveCount(0);
  await tabTo(page.locator('.readings a').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/audit/${reference}$`));
  expect(await close()).toEqual([]);
});
