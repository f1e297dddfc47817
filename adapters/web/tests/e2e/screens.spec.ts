// SPDX-License-Identifier: Apache-2.0
// Every screen, in both themes and three languages: nothing that axe finds, nothing that hangs over the edge of a small window.
import type { Page } from '@playwright/test';
import { enterAs, expect, expectAccessible, handIn, prefer, type Server, test, wordsOf } from './support';

async function everyScreen(page: Page, server: Server): Promise<[string, string][]> {
  const mail = await handIn(server, 'just some words, and no header at all');
  await page.goto('/');
  const row = page.locator('[data-row-link]').first();
  const complaint = (await row.getAttribute('href')) ?? '';
  return [
    ['worklist', '/'],
    ['complaint', complaint],
    ['new', '/complaints/new'],
    ['board', '/board'],
    ['calendar', '/calendar?view=month'],
    ['agenda', '/calendar?view=agenda'],
    ['mail', '/intake'],
    ['one mail', `/intake/${mail}`],
    ['people', '/people'],
    ['users', '/people/users'],
    ['audit', complaint.replace('complaints', 'audit')],
    ['account', '/account'],
    ['roles', '/rules'],
    ['profiles', '/rules/profiles'],
    ['profile', '/rules/profiles/standard'],
    ['letter templates', '/rules/letters'],
  ];
}

const looks = (['en', 'lv', 'ru'] as const).flatMap(language => (['light', 'dark'] as const).map(theme => [language, theme] as const));

for (const [language, theme] of looks) {
  const look = (page: Page, name: string, path: string) =>
    test.step(name, async () => {
      await page.goto(path);
      await page.locator('h1').waitFor();
      await expect(page.locator('[aria-busy]')).toHaveCount(0);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expectAccessible(page);
    });

  test(`every screen is accessible (${language}, ${theme})`, async ({ desk, browser, server }) => {
    await prefer(desk, language, theme);
    for (const [name, path] of await everyScreen(desk, server)) await look(desk, name, path);
    const auditor = await enterAs(browser, server, 'peteris');
    await prefer(auditor.page, language, theme);
    await look(auditor.page, 'readings', '/audit/readings');
    expect(await auditor.close()).toEqual([]);
  });
}

test('a form, the palette and the help are accessible', async ({ desk }) => {
  await prefer(desk, 'en');
  const say = wordsOf('en');
  await desk.goto('/');
  await desk.locator('[data-row-link]').first().click();
  await desk
    .locator('.what-now')
    .getByRole('button', { name: say('command.make-appointment') })
    .click();
  await desk.getByRole('form', { name: say('command.make-appointment') }).waitFor();
  await expectAccessible(desk);
  await desk.keyboard.press('Control+k');
  await desk.getByRole('combobox', { name: say('palette') }).waitFor();
  await expectAccessible(desk);
  await desk.keyboard.press('Escape');
  await desk.locator('h1').first().click();
  await desk.keyboard.press('Shift+Slash');
  await desk.getByRole('dialog', { name: say('keyboard') }).waitFor();
  await expectAccessible(desk);
});

test('nothing hangs over the edge at 320 pixels', async ({ desk, server }) => {
  await prefer(desk, 'ru');
  await desk.setViewportSize({ width: 320, height: 640 });
  for (const [name, path] of await everyScreen(desk, server)) {
    await desk.goto(path);
    await desk.locator('h1').waitFor();
    const over = await desk.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, name).toBeLessThanOrEqual(0);
  }
});
