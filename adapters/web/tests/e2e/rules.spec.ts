// SPDX-License-Identifier: Apache-2.0
// The rules the node runs by are read in the browser: who may do what, what a profile says, what it would mean, and what letters are drafted from.
import { enterAs, expect, expectAccessible, prefer, readByProgram, tabTo, test, wordsOf } from './support';

const say = wordsOf('en');

test('roles are a matrix: what is ticked may be done, and what is not is forbidden', async ({ browser, server }) => {
  const { page, close } = await enterAs(browser, server, 'administrator');
  await prefer(page, 'en');
  await page.goto('/rules');
  await expect(page.locator('h1')).toHaveText(say('rules.rolesTitle'));
  const { roles } = await readByProgram(server, '/roles');
  const header = page.locator('.matrix thead th');
  await expect(header).toHaveCount(roles.length);
  const line = page.locator('.matrix tr', { has: page.locator('th[scope=row]', { hasText: say('privilege.manage-users') }) });
  await expect(line.locator('td')).toHaveCount(roles.length);
  for (const [index, role] of roles.entries()) {
    const word = role.privileges.includes('manage-users') ? 'rules.may' : 'rules.mayNot';
    await expect(line.locator('td').nth(index), role.name).toContainText(say(word));
  }
  await expectAccessible(page);
  expect(await close()).toEqual([]);
});

test('a profile is tried on a moment and on a complaint, by the keyboard, and changes nothing', async ({ desk, server }) => {
  await prefer(desk, 'en');
  const row = desk.locator('[data-row-link]').first();
  const reference = (await row.getAttribute('href'))?.split('/').at(-1) ?? '';
  await desk.keyboard.press('g');
  await desk.keyboard.press('r');
  await tabTo(desk.getByRole('link', { name: say('rules.profiles'), exact: true }));
  await desk.keyboard.press('Enter');
  const ours = desk.locator('li', { hasText: say('rules.ours') }).getByRole('link');
  await tabTo(ours);
  await desk.keyboard.press('Enter');
  const form = desk.getByRole('form', { name: say('rules.try') });
  await tabTo(form.locator('button[type=submit]'));
  await desk.keyboard.press('Enter');
  const outcome = desk.locator('section[aria-labelledby=try] [role=status]');
  await expect(outcome.locator('time, strong').first()).toBeVisible();
  await expectAccessible(desk);

  const before = (await readByProgram(server, `/complaints/${reference}`)).version;
  await form.getByLabel(say('rules.tryOnComplaint'), { exact: true }).check({ force: true });
  await form.locator('#try-reference').fill(reference.toLowerCase());
  await desk.keyboard.press('Enter');
  await expect(outcome).toContainText(say('rules.tryLimits'));
  expect((await readByProgram(server, `/complaints/${reference}`)).version).toBe(before);
});

test('a letter template is read in each language', async ({ desk }) => {
  await prefer(desk, 'ru', 'dark');
  const ru = wordsOf('ru');
  await desk.goto('/rules/letters');
  await desk.getByLabel(ru('rules.letter')).selectOption('final-response');
  await desk.getByLabel(ru('languageName.lv'), { exact: true }).check({ force: true });
  const letter = desk.locator('article[lang=lv]');
  await expect(letter.locator('h2')).toContainText('{reference}');
  await expect(letter.locator('h3').first()).toBeVisible();
  await expectAccessible(desk);
});

test('whoever may not read the rules is shown no way to them', async ({ browser, server }) => {
  const { page, close } = await enterAs(browser, server, 'ilze');
  await prefer(page, 'en');
  await page.goto('/');
  await page.locator('[data-row-link]').first().waitFor();
  await expect(page.getByRole('link', { name: say('nav.rules') })).toHaveCount(0);
  expect(await close()).toEqual([]);
});
