// SPDX-License-Identifier: Apache-2.0
// A file that came with a mail can be had: from the mail while it is in quarantine, and from the complaint that it becomes.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, handIn, prefer, test, wordsOf } from './support';

const say = wordsOf('en');
const withFile = `From: Anna <anna@example.org>
Auto-Submitted: auto-replied
Subject: Out of office
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=cut

--cut
Content-Type: text/plain

I am away. The receipt is with it.
--cut
Content-Type: text/plain; name="receipt.txt"
Content-Disposition: attachment; filename="receipt.txt"
Content-Transfer-Encoding: base64

VGFibGUsIDEyMCBFVVI=
--cut--
`.replace(/\n/g, '\r\n');

async function contentOf(page: Page): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'receipt.txt' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('receipt.txt');
  return readFile(await download.path(), 'utf8');
}

test('a file is had from a mail in quarantine, and from the complaint that it becomes', async ({ desk, server }) => {
  await prefer(desk, 'en');
  const id = await handIn(server, withFile);
  await desk.goto(`/intake/${id}`);
  expect(await contentOf(desk)).toBe('Table, 120 EUR');

  await desk.getByText(say('decide.release'), { exact: true }).click();
  const form = desk.getByRole('form', { name: say('decide.release') });
  await form.locator('#decide-reason').fill('She complains.');
  await form.locator('button[type=submit]').click();
  await desk.locator('.mail-page header a[href^="/complaints/"]').click();
  await expect(desk.locator('.memory')).toContainText(say('memory.attachments'));
  expect(await contentOf(desk)).toBe('Table, 120 EUR');
});
