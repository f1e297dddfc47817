// SPDX-License-Identifier: Apache-2.0
// Mail in quarantine is read, seen as it came without any of it running, and decided about with a reason.
import { enterAs, expect, expectAccessible, handIn, prefer, readByProgram, type Server, tabTo, test, wordsOf } from './support';

const say = wordsOf('en');
const away =
  'From: Anna <anna@example.org>\nAuto-Submitted: auto-replied\nSubject: Out of office\n\nI am away. By the way, my parcel is late.\n';
const hostile =
  'From: Eve <eve@example.org>\nAuto-Submitted: auto-replied\nSubject: <img src=x onerror=alert(1)>\nContent-Type: text/html\n\n<script>document.title="taken"</script><b>Look</b> <img src="https://elsewhere.example/x.png">\n';

async function entry(server: Server, id: string) {
  const { entries } = await readByProgram(server, '/intake');
  return entries.find((one: { id: string }) => one.id === id);
}

test('a mail is found in the journal, read, and released as a complaint', async ({ desk, server }) => {
  await prefer(desk, 'en');
  const id = await handIn(server, away);
  await desk.goto('/intake?show=undecided');
  await desk.locator(`a[href="/intake/${id}"]`).click();
  await expect(desk.locator('h1')).toHaveText('Out of office');
  await expect(desk.locator('.mail-text').first()).toContainText('my parcel is late');
  await expect(desk.locator('.facts-list')).toContainText(say('mailClass.auto-reply'));

  await desk.getByText(say('decide.release'), { exact: true }).click();
  const form = desk.getByRole('form', { name: say('decide.release') });
  await form.locator('button[type=submit]').click();
  await expect(form).toContainText(say('field.needed'));
  await form.locator('#decide-reason').fill('She complains all the same.');
  await expect(form.locator('.saved')).toContainText('on this computer');
  await desk.reload();
  await desk.getByText(say('decide.release'), { exact: true }).click();
  await expect(form.locator('#decide-reason')).toHaveValue('She complains all the same.');
  await expectAccessible(desk);
  await form.locator('button[type=submit]').click();

  await expect(desk.locator('.notice.good')).toContainText('She complains all the same.');
  await desk.locator('.mail-page header a[href^="/complaints/"]').click();
  await expect(desk.locator('.complaint-page')).toContainText('my parcel is late');
  expect((await entry(server, id)).decision).toMatchObject({ verdict: 'released', by: 'staff-04' });
});

test('a mail is filed to a complaint by the keyboard alone', async ({ desk, server }) => {
  await prefer(desk, 'en');
  const id = await handIn(server, 'no header at all, and a parcel');
  const { complaints } = await readByProgram(server, '/complaints?q=Emma');
  await desk.goto('/intake?show=undecided');
  const link = desk.locator(`a[href="/intake/${id}"]`);
  await link.waitFor();
  await tabTo(link);
  await desk.keyboard.press('Enter');
  await desk.locator('.decide').waitFor();
  await tabTo(desk.locator('input[name=verdict]').first());
  await desk.keyboard.press('ArrowDown');
  await expect(desk.getByRole('form', { name: say('decide.file') })).toBeVisible();
  await tabTo(desk.locator('#decide-search'));
  await desk.keyboard.type('emma');
  await expect(desk.locator('.found input')).toHaveCount(1);
  await tabTo(desk.locator('.found input'));
  await desk.keyboard.press('Space');
  await tabTo(desk.locator('#decide-reason'));
  await desk.keyboard.type('She wrote it from her telephone.');
  await desk.keyboard.press('Control+Enter');

  await expect(desk.locator('.notice.good')).toContainText(say('verdict.filed'));
  expect(await entry(server, id)).toMatchObject({ state: 'filed', reference: complaints[0].reference });
});

test('a mail that would do harm is shown as text, and nothing of it runs or is loaded', async ({ desk, server }) => {
  await prefer(desk, 'en', 'dark');
  const asked: string[] = [];
  desk.on('request', request => asked.push(request.url()));
  const id = await handIn(server, hostile);
  await desk.goto(`/intake/${id}`);
  await expect(desk.locator('h1')).toContainText('<img');
  await desk.getByRole('button', { name: say('mail.showSource') }).click();
  await expect(desk.locator('pre.source')).toContainText('<script>document.title="taken"</script>');
  await expectAccessible(desk);

  expect(await desk.title()).not.toBe('taken');
  await expect(desk.locator('main img, main script, main b, pre *')).toHaveCount(0);
  expect(asked.filter(one => !one.startsWith(server.address))).toEqual([]);
});

test('somebody else decided first: their decision stands and is told, and what was written stays', async ({ desk, server }) => {
  await prefer(desk, 'en');
  const id = await handIn(server, away);
  await desk.goto(`/intake/${id}`);
  await desk.getByText(say('decide.discard'), { exact: true }).click();
  const form = desk.getByRole('form', { name: say('decide.discard') });
  await form.locator('#decide-reason').fill('Only an automatic reply.');
  await desk.route('**/discard', async route => {
    await fetch(`${server.address}/api/v1/intake/${id}/release`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json', 'X-Redress-Actor': 'staff-01' },
      body: JSON.stringify({ reason: 'She complains.' }),
    });
    await route.fallback();
  });
  await form.locator('button[type=submit]').click();

  await expect(desk.getByText(say('decide.tooLate')).first()).toBeVisible();
  await expect(form.locator('#decide-reason')).toHaveValue('Only an automatic reply.');
  await expect(form.locator('button[type=submit]')).toHaveCount(0);
  await expect(desk.locator('.notice.good')).toContainText('She complains.');
  expect((await entry(server, id)).decision.verdict).toBe('released');
});

test('whoever may read mail and not decide about it is told so', async ({ browser, server }) => {
  const id = await handIn(server, away);
  const { page, close } = await enterAs(browser, server, 'peteris');
  await prefer(page, 'en');
  await page.goto(`/intake/${id}`);
  await expect(page.getByText(say('mail.mayNotDecide'))).toBeVisible();
  await expect(page.locator('.decide')).toHaveCount(0);
  expect(await close()).toEqual([]);
});
