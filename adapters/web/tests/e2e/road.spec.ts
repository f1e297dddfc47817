// SPDX-License-Identifier: Apache-2.0

import { keyboard, mouse, Road } from './road';
import { expect, prefer, test, wordsOf } from './support';

const people = { en: 'Emma Clarke', lv: 'Kristīne Ozoliņa', ru: 'Сергей Павлов' };

for (const language of ['en', 'lv', 'ru'] as const) {
  test(`the demonstration mail is walked to Closed by mouse (${language})`, async ({ desk }) => {
    await prefer(desk, language);
    await desk.goto('/');
    await desk.getByRole('link', { name: people[language] }).click();
    await expect(desk.locator('h1')).toHaveText(people[language]);

    await new Road(desk, mouse, wordsOf(language)).walk();

    await expect(desk.locator('.what-now')).toContainText(wordsOf(language)('rest.Closed'));
  });

  test(`another is walked to Closed by the keyboard alone (${language})`, async ({ desk }) => {
    await prefer(desk, language, 'dark');
    await desk.goto('/');
    const rows = desk.locator('[data-row-link]');
    await rows.first().waitFor();
    const names = await rows.allInnerTexts();
    const place = names.findIndex(name => name.includes(people[language]));
    for (let row = 0; row <= place; ++row) await desk.keyboard.press('j');
    await desk.keyboard.press('Enter');
    await expect(desk.locator('h1')).toHaveText(people[language]);

    await new Road(desk, keyboard, wordsOf(language)).walk();

    await expect(desk.locator('.what-now')).toContainText(wordsOf(language)('rest.Closed'));
  });
}
