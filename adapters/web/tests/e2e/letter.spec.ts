// SPDX-License-Identifier: Apache-2.0
// The letter composer, with a complaint that has come as far as its final response.
import { drafted } from './drafted';
import { expect, expectAccessible, prefer, test, wordsOf } from './support';

const say = wordsOf('en');

test('a brush-off is marked with its reason, said anew, and the letter goes out only when nobody calls it back', async ({
  desk,
  server,
}) => {
  await prefer(desk, 'en');
  const address = await drafted(server);
  await desk.goto(address);
  const second = desk.locator('[data-paragraph="1"]');
  const before = await second.locator('textarea').inputValue();

  await second.locator('textarea').fill(`${before} We are sorry if you were upset.`);
  await expect(desk.locator('.sheet-changed')).toContainText('We are sorry if you were upset.');
  await desk.keyboard.press('Control+Enter');
  await expect(second.locator('.note.must')).toContainText(say('severity.must'));
  await expectAccessible(desk);

  await desk.keyboard.press('F8');
  await expect.poll(() => desk.evaluate(() => String(getSelection()))).toContain('sorry if');
  await desk.keyboard.press('Alt+Enter');
  await desk.keyboard.type('We let you wait.');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.locator('.note.must')).toHaveCount(0);
  await expect(desk.locator('.foot-standing')).toContainText(say('letter.ready'));
  await expect(desk.locator('.complaint-header')).toContainText('3');

  const foot = desk.locator('.letter-foot');
  for (const command of ['review-letter', 'approve-letter', 'send-letter'])
    await foot.getByRole('button', { name: say(`command.${command}`), exact: true }).click();
  await desk.locator('.held').getByRole('button').click();
  await expect(desk.locator('.held')).toBeHidden();
  await expect(desk.locator('.complaint-header .tag')).toHaveText(say('letterState.Approved'));
});

test('a letter that is being written is still there after a reload', async ({ desk, server }) => {
  await prefer(desk, 'en', 'dark');
  await desk.goto(await drafted(server));
  const first = desk.locator('[data-paragraph="0"] textarea');
  await first.fill('Thank you. I am half way through a');
  await expect(desk.locator('.saved')).toContainText('on this computer');
  await desk.reload();
  await expect(first).toHaveValue('Thank you. I am half way through a');
  await expectAccessible(desk);
});
