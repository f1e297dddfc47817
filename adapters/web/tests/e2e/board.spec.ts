// SPDX-License-Identifier: Apache-2.0
// The board moves nothing by itself: a card goes where a command leads, and the engine decides about the command.
import type { Page } from '@playwright/test';
import {
  enterAs,
  expect,
  expectAccessible,
  giveByProgram,
  giveOnSomeDay,
  prefer,
  readByProgram,
  type Server,
  tabTo,
  test,
  wordsOf,
} from './support';

async function ready(server: Server): Promise<string> {
  const found = async () => (await readByProgram(server, '/complaints?q=Emma')).complaints;
  await expect.poll(async () => (await found()).length).toBe(1);
  const reference: string = (await found())[0].reference;
  await giveByProgram(server, reference, 'assign-handler', { handler: 'staff-01' });
  return reference;
}

const card = (page: Page, reference: string) => page.locator(`[data-card="${reference}"]`);
const column = (page: Page, stage: string) => page.locator(`[data-column="${stage}"]`);

test('a card that is dropped opens the form of the step that leads there, and what the engine refuses moves nothing', async ({
  desk,
  server,
}) => {
  await prefer(desk, 'en');
  const say = wordsOf('en');
  const reference = await ready(server);
  await desk.goto('/board');
  await card(desk, reference).waitFor();
  await card(desk, reference).dragTo(column(desk, 'Acknowledged'));
  const dialog = desk.getByRole('dialog');
  const form = dialog.getByRole('form', { name: say('command.acknowledge') });
  await form.waitFor();
  await expectAccessible(desk);
  await form.locator('[data-field="matter"] :is(input, textarea)').fill('Your sofa');
  await desk.keyboard.press('Control+Enter');
  await expect(form.getByRole('alert')).toContainText('appointment');
  await desk.keyboard.press('Escape');
  await expect(column(desk, 'Received').locator(`[data-card="${reference}"]`)).toBeVisible();

  await card(desk, reference).dragTo(column(desk, 'Agreed'));
  await expect(dialog).toContainText(say('stage.Agreed'));
  await expect(dialog.getByRole('form')).toHaveCount(0);
  await expectAccessible(desk);
});

for (const language of ['en', 'lv', 'ru'] as const) {
  test(`a card is moved by the keyboard alone (${language})`, async ({ desk, server }) => {
    const say = wordsOf(language);
    await prefer(desk, language);
    const reference = await ready(server);
    await giveByProgram(server, reference, 'define-points', { points: ['Your sofa came with a tear.'] });
    await giveOnSomeDay(server, reference, 'make-appointment', day => ({ kind: 'call', at: `${day}T08:30:00Z` }), 'staff-01');
    await giveByProgram(server, reference, 'acknowledge', { matter: 'Your sofa' });
    await desk.goto('/board');
    await column(desk, 'Acknowledged').locator(`[data-card="${reference}"]`).waitFor();
    await tabTo(desk.locator('[data-row-link]').first());
    await desk.keyboard.press('ArrowRight');
    await expect(card(desk, reference).locator('[data-row-link]')).toBeFocused();
    await desk.keyboard.press('m');
    const dialog = desk.getByRole('dialog');
    await tabTo(dialog.getByRole('button', { name: say('command.begin-investigation'), exact: true }));
    await desk.keyboard.press('Enter');
    await dialog.getByRole('form', { name: say('command.begin-investigation') }).waitFor();
    await desk.keyboard.press('Control+Enter');

    await expect(column(desk, 'Investigating').locator(`[data-card="${reference}"]`)).toBeVisible();
    expect((await readByProgram(server, `/complaints/${reference}`)).stage).toBe('Investigating');
  });
}

test('whoever may not give a command is offered no way', async ({ browser, server }) => {
  const reference = await ready(server);
  const { page, close } = await enterAs(browser, server, 'peteris');
  await prefer(page, 'en');
  await page.goto('/board');
  await card(page, reference).locator('.board-move').click();
  await expect(page.getByRole('dialog')).toContainText(wordsOf('en')('board.noWays'));
  await page.keyboard.press('Escape');
  expect(await close()).toEqual([]);
});
