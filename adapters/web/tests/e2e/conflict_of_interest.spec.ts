// SPDX-License-Identifier: Apache-2.0
// A complaint turns out to be about somebody of ours: they find it no more, a second person lets them read it for some hours, and an auditor sees who read it.
import { enterAs, expect, expectAccessible, prefer, readByProgram, test, wordsOf } from './support';

const say = wordsOf('en');

test('whom it is about finds it nowhere, reads when a second person lets them, and all of it is on record', async ({
  desk,
  browser,
  server,
}) => {
  const { complaints } = await readByProgram(server, '/complaints?q=Emma');
  const reference = complaints[0].reference as string;
  await prefer(desk, 'en');
  await desk.goto(`/complaints/${reference}`);
  await desk.locator('.what-now details.more > summary').click();
  await desk
    .locator('.what-now')
    .getByRole('button', { name: say('command.name-staff') })
    .click();
  const naming = desk.getByRole('form', { name: say('command.name-staff') });
  await naming.locator('[data-field=staff] select').selectOption('staff-01');
  await naming.locator('[data-field=reason] textarea').fill('She drove the van.');
  await naming.locator('button[type=submit]').click();
  const about = desk.locator('#section-access');
  await expect(about).toContainText('She drove the van.');
  await expect(about).toContainText(say('access.hidden'));
  await expectAccessible(desk);

  const ilze = await enterAs(browser, server, 'ilze');
  await prefer(ilze.page, 'en');
  await ilze.page.goto(`/complaints/${reference}`);
  await expect(ilze.page.getByText(say('complaint.unknown'))).toBeVisible();

  const anna = await enterAs(browser, server, 'anna');
  await prefer(anna.page, 'en');
  await anna.page.goto(`/complaints/${reference}`);
  await anna.page
    .locator('#section-access')
    .getByRole('button', { name: say('command.break-glass') })
    .click();
  const letting = anna.page.getByRole('form', { name: say('command.break-glass') });
  await expect(letting.locator('[data-field=staff] .choice')).toHaveCount(1);
  await letting.locator('[data-field=hours] input').fill('2');
  await letting.locator('[data-field=reason] textarea').fill('She is heard tomorrow.');
  await expectAccessible(anna.page);
  await letting.locator('button[type=submit]').click();
  await expect(anna.page.locator('#section-access')).toContainText('She is heard tomorrow.');
  await expect(anna.page.locator('#section-access .tag.soon')).toBeVisible();

  await ilze.page.reload();
  await expect(ilze.page.getByText(say('access.aboutYou'))).toBeVisible();
  await expect(ilze.page.locator('.complaint-page button[type=submit], .step .button.primary')).toHaveCount(0);
  await expect(ilze.page.locator('.what-now .step')).toHaveCount(0);
  await expect(ilze.page.locator('.what-now')).toContainText('(Ilze Bērziņa)');
  await expectAccessible(ilze.page);

  const peteris = await enterAs(browser, server, 'peteris');
  await prefer(peteris.page, 'en');
  await peteris.page.goto(`/complaints/${reference}`);
  await peteris.page.getByRole('link', { name: say('memory.readings') }).click();
  await expect(peteris.page.locator('h1')).toHaveText(say('readings.title'));
  const hers = peteris.page.locator('.readings tr', { hasText: 'ilze' });
  await expect(hers.filter({ hasText: say('readings.outcome.hidden') }).first()).toBeVisible();
  await expect(hers.filter({ hasNotText: say('readings.outcome.hidden') }).first()).toBeVisible();
  await peteris.page.getByLabel(say('readings.by')).selectOption('anna');
  await expect(hers).toHaveCount(0);
  await expect(peteris.page.locator('.readings tr', { hasText: 'anna' }).first()).toBeVisible();
  await expectAccessible(peteris.page);
  for (const one of [ilze, anna, peteris]) expect(await one.close()).toEqual([]);
});

test('whoever may not read who read what is told so, and is shown no way to it', async ({ desk }) => {
  await prefer(desk, 'en');
  await desk.goto('/audit');
  await expect(desk.locator('h1')).toBeVisible();
  await expect(desk.getByRole('link', { name: say('readings.title') })).toHaveCount(0);
  await desk.goto('/audit/readings');
  await expect(desk.getByText(say('readings.mayNot'))).toBeVisible();
});
