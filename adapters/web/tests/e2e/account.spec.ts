// SPDX-License-Identifier: Apache-2.0
// What is one's own: log-ins, the password, tokens that are shown once; and what an administrator links to somebody else.
import { enterAs, expect, expectAccessible, prefer, type Server, tabTo, test, wordsOf } from './support';

const say = wordsOf('en');

const asks = (server: Server, token: string, path: string) =>
  fetch(`${server.address}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } }).then(response => response.status);

test('a token is made by the keyboard, shown once, may what was ticked and no more, and is taken back', async ({ desk, server }) => {
  await prefer(desk, 'en');
  await desk.goto('/');
  await desk.locator('[data-row-link]').first().waitFor();
  await desk.keyboard.press('g');
  await desk.keyboard.press('m');
  await expect(desk.locator('h1')).toHaveText(say('account.title'));
  await expect(
    desk
      .locator('section', { hasText: say('users.logIns') })
      .locator('.tag.good')
      .first(),
  ).toBeVisible();
  await tabTo(desk.getByText(say('tokens.make'), { exact: true }));
  await desk.keyboard.press('Enter');
  await tabTo(desk.getByRole('button', { name: say('tokens.makeIt'), exact: true }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('tokens.needed'))).toBeVisible();
  await expectAccessible(desk);
  await desk.locator('input[name=token-scope]').first().focus();
  await tabTo(desk.getByLabel(say('privilege.read-complaints'), { exact: true }));
  await desk.keyboard.press('Space');
  await desk.keyboard.press('Enter');

  const box = desk.locator('#new-token');
  await expect(box).toHaveValue(/^redress_/);
  await expectAccessible(desk);
  const token = await box.inputValue();
  expect(await asks(server, token, '/complaints')).toBe(200);
  expect(await asks(server, token, '/intake')).toBe(403);
  expect(await desk.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(token);

  await desk.reload();
  const line = desk.locator('.token-line', { hasText: say('privilege.read-complaints') });
  await expect(line).toBeVisible();
  await expect(box).toHaveCount(0);
  await tabTo(line.getByRole('button'));
  await desk.keyboard.press('Enter');
  await expect(line).toHaveCount(0);
  expect(await asks(server, token, '/complaints')).toBe(401);
});

test('the password is changed by whoever knows the old one, and ends the other sessions', async ({ desk, browser, server }) => {
  await prefer(desk, 'lv');
  const lv = wordsOf('lv');
  const elsewhere = await enterAs(browser, server, 'janis');
  await desk.goto('/account');
  const form = desk.getByRole('form', { name: lv('password.title') });
  await form.locator('#password-old').fill('not the old one');
  await form.locator('#password-new').fill('many small words here');
  await form.locator('button[type=submit]').click();
  await expect(form.getByRole('alert')).toHaveText(lv('problem.WrongPassword'));
  await form.locator('#password-old').fill(server.password);
  await form.locator('#password-new').fill('short');
  await form.locator('button[type=submit]').click();
  await expect(form.getByRole('alert')).toHaveText(lv('problem.PasswordTooShort'));
  await form.locator('#password-new').fill('many small words here');
  await form.locator('button[type=submit]').click();
  await expect(desk.getByText(lv('password.changed'))).toBeVisible();
  await expect(form.locator('#password-new')).toHaveValue('');

  await elsewhere.page.reload();
  await expect(elsewhere.page.locator('#log-in-name')).toBeVisible();
  expect(await elsewhere.close()).toEqual([]);
});

test('an administrator links an identity to a user, once, and takes it away', async ({ browser, server }) => {
  const { page, close } = await enterAs(browser, server, 'administrator');
  await prefer(page, 'ru');
  const ru = wordsOf('ru');
  const linkTo = async (user: string) => {
    await page.getByRole('button', { name: ru('users.belongingsOf').replace('{name}', user) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(ru('identities.add'), { exact: true }).click();
    await dialog.locator('#identity-subject').fill('248289761001');
    await dialog.locator('#identity-issuer').fill('https://id.example.org');
    await dialog
      .getByRole('form', { name: ru('identities.add') })
      .locator('button[type=submit]')
      .click();
    return dialog;
  };
  await page.goto('/people/users');
  const first = await linkTo('ilze');
  await expect(first.getByText('248289761001').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const second = await linkTo('maija');
  await expect(second.getByRole('alert')).toHaveText(ru('problem.IdentityTaken'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: ru('users.belongingsOf').replace('{name}', 'ilze') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: ru('identities.unlinkOf').replace('{subject}', '248289761001') }).click();
  await expect(dialog.getByText(ru('identities.none'))).toBeVisible();
  expect(await close()).toEqual([]);
});
