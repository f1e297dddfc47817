// SPDX-License-Identifier: Apache-2.0
// Two people on one complaint know of each other before they do the same work twice.
import { enterAs, expect, expectAccessible, prefer, readByProgram, test, wordsOf } from './support';

for (const language of ['en', 'lv', 'ru'] as const)
  test(`who else reads a complaint, and who writes, is seen by the other (${language})`, async ({ browser, server }) => {
    const say = wordsOf(language);
    const words = (mode: string) => say(`presence.${mode}`).replace('{name}', '').trim();
    const complaints = async () => (await readByProgram(server, '/complaints')).complaints;
    await expect.poll(async () => (await complaints()).length).toBe(3);
    const page = `/complaints/${(await complaints())[0].reference}`;
    const ilze = await enterAs(browser, server, 'ilze');
    await prefer(ilze.page, language);
    await ilze.page.goto(page);
    const seen = ilze.page.locator('.complaint-header [role=status]');
    await expect(ilze.page.locator('.complaint-header h1')).toBeVisible();
    await expect(seen).toHaveText('');

    const anna = await enterAs(browser, server, 'anna');
    await prefer(anna.page, language);
    await anna.page.goto(page);
    await expect(seen).toContainText(words('reading'));
    await expect(anna.page.locator('.complaint-header [role=status]')).toContainText(words('reading'));

    await anna.page.keyboard.press('n');
    await expect(anna.page.getByRole('form', { name: say('command.add-note') })).toBeVisible();
    await expect(seen).toContainText(words('writing'));
    await expectAccessible(ilze.page);

    await anna.page.goto('/');
    await expect(seen).toHaveText('');
    expect(await anna.close()).toEqual([]);
    expect(await ilze.close()).toEqual([]);
  });
