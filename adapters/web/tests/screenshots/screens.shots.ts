// SPDX-License-Identifier: Apache-2.0
// Pictures of every screen, to be looked at: both themes, three widths, into REDRESS_SCREENSHOTS. Those the documentation shows are made anew with them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { enter, expect, me, prefer, type Server, started, stopped, test, wordsOf } from '../e2e/support';
import { type Desk, laidOut } from './desk';

const everywhere = process.env.REDRESS_SCREENSHOTS ?? '';
const documentation = fileURLToPath(new URL('../../../../docs/screenshots', import.meta.url));

type Theme = 'light' | 'dark';
const widths = [1440, 1024, 390];
const heights: Record<number, number> = { 1440: 900, 1024: 768, 390: 844 };

interface Screen {
  name: string;
  path: string;
  /** It stands once its first row does. */
  rows?: true;
  /** Who looks at it; the desk's own person when nobody is named. */
  as?: string;
  /** What is opened on it before it is taken. */
  open?: (page: Page, say: (id: string) => string) => Promise<void>;
}

/** Shown in the documentation: the screen, its width, theme and language. */
const shown: [string, number, Theme, string][] = [
  ['worklist', 1440, 'light', 'en'],
  ['complaint', 1440, 'dark', 'en'],
  ['letter', 1440, 'light', 'en'],
  ['board', 1440, 'light', 'lv'],
  ['mail', 1440, 'light', 'ru'],
  ['calendar', 1024, 'dark', 'en'],
  ['worklist', 390, 'light', 'lv'],
  ['complaint', 390, 'dark', 'ru'],
];

/** The browser itself makes them small: half the size of a PNG, and nothing to install. */
async function small(page: Page, png: Buffer): Promise<Buffer> {
  const data = await page.evaluate(
    async source => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.82);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
}

async function peek(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.locator('.peek-text').waitFor();
}

async function take(page: Page, screen: Screen, language: string): Promise<Buffer> {
  await page.goto(screen.path);
  await page.locator('h1').first().waitFor();
  await expect(page.locator('[aria-busy]')).toHaveCount(0);
  if (screen.rows) await page.locator('[data-row-link]').first().waitFor();
  await screen.open?.(page, wordsOf(language));
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot();
}

interface Look {
  language: string;
  theme: Theme;
  width: number;
  as?: string;
}

async function withPage(
  browser: Browser,
  server: Server,
  { language, theme, width, as = me.user }: Look,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: server.address, viewport: { width, height: heights[width] ?? 900 } });
  const page = await context.newPage();
  await prefer(page, language, theme);
  await enter(page, server, as);
  await use(page);
  await context.close();
}

const addUser = (page: Page, say: (id: string) => string) => page.getByRole('button', { name: say('users.add') }).click();

async function belongings(page: Page, say: (id: string) => string): Promise<void> {
  await page.getByRole('button', { name: say('users.belongingsOf').replace('{name}', 'ilze') }).click();
  await page.getByText(say('tokens.make'), { exact: true }).click();
}

async function makeToken(page: Page, say: (id: string) => string): Promise<void> {
  await page.getByText(say('tokens.make'), { exact: true }).click();
  await page.getByLabel(say('privilege.read-complaints'), { exact: true }).check({ force: true });
  await page.getByRole('button', { name: say('tokens.makeIt'), exact: true }).click();
  await page.locator('#new-token').waitFor();
}

async function chooseSome(page: Page): Promise<void> {
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.locator('.bulk').waitFor();
}

const pressed = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
  await page.locator('dialog[open]').waitFor();
};

async function tryProfile(page: Page, say: (id: string) => string): Promise<void> {
  await page.getByRole('button', { name: say('rules.tryIt') }).click();
  await page.locator('section[aria-labelledby=try] [role=status]').waitFor();
}

const openForm = (command: string) => (page: Page, say: (id: string) => string) =>
  page
    .locator('#section-access')
    .getByRole('button', { name: say(`command.${command}`) })
    .click();

function screensOf(desk: Desk): Screen[] {
  return [
    { name: 'worklist', path: '/', rows: true },
    { name: 'peek', path: '/', rows: true, open: peek },
    { name: 'board', path: '/board', rows: true },
    { name: 'move', path: '/board', rows: true, open: page => page.locator('.board-move').first().click() },
    { name: 'complaint', path: desk.complaint },
    { name: 'letter', path: desk.letter },
    { name: 'new', path: '/complaints/new' },
    { name: 'calendar', path: '/calendar?view=month' },
    { name: 'agenda', path: '/calendar?view=agenda' },
    { name: 'journal', path: '/intake' },
    { name: 'mail', path: desk.mail, open: (page, say) => page.getByText(say('decide.release'), { exact: true }).click() },
    { name: 'people', path: '/people' },
    { name: 'users', path: '/people/users' },
    { name: 'audit', path: desk.complaint.replace('complaints', 'audit') },
    { name: 'choose', path: '/', rows: true, open: chooseSome },
    { name: 'keys', path: '/', rows: true, open: pressed('Shift+Slash') },
    { name: 'palette', path: '/', rows: true, open: pressed('Control+k') },
    { name: 'undecided', path: '/intake?show=undecided' },
    { name: 'account', path: '/account', open: makeToken },
    { name: 'roles', path: '/rules' },
    { name: 'profiles', path: '/rules/profiles' },
    { name: 'profile', path: '/rules/profiles/standard', open: tryProfile },
    { name: 'template', path: '/rules/letters' },
    { name: 'about', path: desk.about, as: 'anna', open: openForm('break-glass') },
    { name: 'letIn', path: desk.about, as: 'ilze' },
    { name: 'readings', path: '/audit/readings', as: 'peteris' },
    { name: 'addUser', path: '/people/users', as: 'administrator', open: addUser },
    { name: 'belongings', path: '/people/users', as: 'administrator', open: belongings },
  ];
}

test('every screen has its picture taken', async ({ browser }) => {
  test.setTimeout(1_800_000);
  const server = await started();
  try {
    const desk = await laidOut(server);
    const screens = screensOf(desk);
    if (everywhere) {
      mkdirSync(everywhere, { recursive: true });
      for (const [index, width] of widths.entries())
        for (const theme of ['light', 'dark'] as const) {
          const language = ['en', 'lv', 'ru'][(index + (theme === 'dark' ? 1 : 0)) % 3] ?? 'en';
          for (const as of new Set(screens.map(one => one.as)))
            await withPage(browser, server, { language, theme, width, as }, async page => {
              for (const screen of screens.filter(one => one.as === as))
                writeFileSync(join(everywhere, `${screen.name}-${width}-${theme}-${language}.png`), await take(page, screen, language));
            });
        }
    }
    mkdirSync(documentation, { recursive: true });
    const darkroom = await browser.newPage();
    for (const [name, width, theme, language] of shown) {
      const screen = screens.find(one => one.name === name);
      if (!screen) throw new Error(`there is no screen ${name}`);
      await withPage(browser, server, { language, theme, width }, async page => {
        const picture = await small(darkroom, await take(page, screen, language));
        writeFileSync(join(documentation, `${name}-${width}-${theme}.webp`), picture);
      });
    }
  } finally {
    await stopped(server);
  }
});
