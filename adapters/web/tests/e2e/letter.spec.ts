// SPDX-License-Identifier: Apache-2.0
// The letter composer, with a complaint that has come as far as its final response.
import { expect, expectAccessible, giveByProgram, giveOnSomeDay, prefer, type Server, test, wordsOf } from './support';

const say = wordsOf('en');

/** Takes the English complaint to the drafted letter. */
async function drafted(server: Server): Promise<string> {
  const headers = { Authorization: `Bearer ${server.token}` };
  const { complaints } = await (await fetch(`${server.address}/api/v1/complaints?q=Emma`, { headers })).json();
  const reference: string = complaints[0].reference;
  const give = (name: string, fields: object = {}) => giveByProgram(server, reference, name, fields, 'staff-01');
  const onSomeDay = (name: string, fields: (day: string) => object) => giveOnSomeDay(server, reference, name, fields, 'staff-01');
  await give('assign-handler', { handler: 'staff-01' });
  await give('define-points', { points: ['Your sofa came with a tear.'] });
  await onSomeDay('make-appointment', day => ({ kind: 'call', at: `${day}T08:30:00Z` }));
  await give('acknowledge', { matter: 'Your sofa' });
  await give('begin-investigation');
  await give('request-statement', { name: 'Toms Liepa' });
  await give('record-statement', { person: 'person-1', text: 'It was not unwrapped before.' });
  await give('record-fact', { text: 'Nobody looked under the wrapping.', evidence: 'The list of that day.' });
  await give('record-root-cause', { category: 'handover', circumstance: 'Sofas leave the warehouse without being unwrapped.' });
  await give('conclude-investigation', {
    answers: [{ point: 'point-1', finding: 'upheld', explanation: 'It should have been looked at.' }],
  });
  await give('record-contact', { direction: 'out', channel: 'phone', summary: 'Heard out.' });
  await give('record-hearing', { desired_outcome: 'A whole sofa.' });
  await give('confirm-identity', { method: 'recorded-call' });
  await onSomeDay('propose-remedy', day => ({
    description: 'A whole sofa.',
    promises: [{ what: 'We bring a whole sofa.', owner: 'staff-01', by: day }],
  }));
  await give('record-answer', { proposal: 'proposal-1', answer: 'accept' });
  await give('agree-schedule');
  await give('add-preventive-action', { what: 'Every sofa is unwrapped and looked at before it leaves.' });
  await give('draft-letter', { kind: 'final-response', discussion: 'We talked by telephone.' });
  return `/complaints/${reference}/letters/letter-2`;
}

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
