// SPDX-License-Identifier: Apache-2.0
// Users and roles: whoever manages them adds one, who can then log in; whoever only reads them sees no way to change anything.
import { enterAs, expect, expectAccessible, prefer, test, wordsOf } from './support';

const say = wordsOf('en');

test('an administrator adds a user, who logs in and may do what their role allows; and ends it', async ({ browser, server }) => {
  const { page, close } = await enterAs(browser, server, 'administrator');
  await prefer(page, 'en');
  await page.goto('/');
  await expect(page).toHaveURL(/\/people$/);
  await page.getByRole('link', { name: say('users.title') }).click();
  await page.getByRole('button', { name: say('users.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('#user-name').fill('liga');
  await dialog.locator('#user-password').fill('short');
  await dialog.getByLabel(say('role.handler'), { exact: true }).check();
  await dialog.locator('button[type=submit]').click();
  await expect(dialog.getByRole('alert')).toContainText('12');
  await expect(dialog.locator('#user-name')).toHaveValue('liga');
  await expectAccessible(page);
  await dialog.locator('#user-password').fill('many small words here');
  await dialog.locator('button[type=submit]').click();
  const row = page.locator('tr', { hasText: 'liga' });
  await expect(row).toContainText(say('role.handler'));

  const liga = await enterAs(browser, { ...server, password: 'many small words here' }, 'liga');
  await expect(liga.page.locator('[data-row-link]').first()).toBeVisible();
  expect(await liga.close()).toEqual([]);

  await page.getByRole('button', { name: say('users.belongingsOf').replace('{name}', 'liga') }).click();
  await expect(dialog.locator('.tag.good')).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Change the user liga' }).click();
  await dialog.getByLabel(say('users.disable')).check();
  await dialog.locator('button[type=submit]').click();
  await expect(row).toContainText(say('users.disabled'));
  expect(await close()).toEqual([]);
});

test('whoever only reads users changes none', async ({ desk }) => {
  await prefer(desk, 'en');
  await desk.goto('/people/users');
  await expect(desk.locator('tr', { hasText: 'administrator' })).toBeVisible();
  await expect(desk.getByRole('button', { name: say('users.add') })).toHaveCount(0);
  await expect(desk.getByRole('button', { name: say('users.changeOf').replace('{name}', 'ilze') })).toHaveCount(0);
});
