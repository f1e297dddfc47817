// SPDX-License-Identifier: Apache-2.0
// A real server for each test, with a data directory of its own and the demonstration mail, and a browser whose every policy report, page error and failed
// request of ours fails the test.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, test as base, expect, type Locator, type Page } from '@playwright/test';
import { programAt } from '../../scripts/program.mjs';
import { plusWorkingDays } from '../../src/ui/dates';

/** Who is at the desk: the demonstration's manager, who may do everything. */
export const me = { user: 'janis' };

const program = process.env.REDRESS_PROGRAM
  ? programAt(process.env.REDRESS_PROGRAM)
  : fileURLToPath(new URL('../../../../build/dev/adapters/app/redress', import.meta.url));

export interface Server {
  address: string;
  token: string;
  password: string;
  data: string;
  child: ChildProcess;
}

/** A server on that data directory. `through` is what starts it, when something is to hold it in. */
export async function started(data = mkdtempSync(join(tmpdir(), 'redress-web-')), through: string[] = []): Promise<Server> {
  const [first = program, ...rest] = [...through, program, '--data', data, 'serve', '--demo', '--listen', '127.0.0.1:0'];
  const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      told += text.toString();
      const found = /listens on (http\S+)/.exec(told);
      if (found?.[1] && told.includes('API token')) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(`the server did not start: ${told}`)));
  });
  const secret = (name: string) => readFileSync(join(data, 'keys', name), 'utf8').trim();
  return { address, token: secret('api-token'), password: secret('demonstration-password'), data, child };
}

export async function stopped(server: Server): Promise<void> {
  const ended = new Promise(resolve => server.child.once('exit', resolve));
  server.child.kill('SIGTERM');
  await ended;
  rmSync(server.data, { recursive: true, force: true });
}

/** What the browser found wrong. Empty at the end of every test. */
function watched(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(`page error: ${error.message}`));
  page.on('console', message => {
    const text = message.text();
    if (/Content Security Policy/i.test(text)) faults.push(`policy: ${text}`);
  });
  return faults;
}

/** A page of somebody who is logged in, on their worklist; what its browser found wrong comes back when it is closed. */
export const entered = (browser: Browser, server: Server) => enterAs(browser, server, me.user);

export async function enterAs(browser: Browser, server: Server, user: string): Promise<{ page: Page; close: () => Promise<string[]> }> {
  const context = await browser.newContext({ baseURL: server.address });
  const page = await context.newPage();
  const faults = watched(page);
  await enter(page, server, user);
  const close = async () => {
    await context.close();
    return faults;
  };
  return { page, close };
}

export const test = base.extend<{ server: Server; desk: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern, though there is nothing in it
  server: async ({}, use) => {
    const server = await started();
    await use(server);
    await stopped(server);
  },
  desk: async ({ browser, server }, use) => {
    const { page, close } = await entered(browser, server);
    await use(page);
    expect(await close()).toEqual([]);
  },
});

export async function enter(page: Page, server: Server, user = me.user): Promise<void> {
  await page.goto('/');
  await fillLogIn(page, server, user);
  await page.locator('nav').first().waitFor();
}

export async function fillLogIn(page: Page, server: Server, user = me.user): Promise<void> {
  await page.locator('#log-in-name').fill(user);
  await page.locator('#log-in-password').fill(server.password);
  await page.locator('#log-in-password').press('Enter');
}

/** What another program does meanwhile. */
export async function giveByProgram(server: Server, reference: string, name: string, fields: object, staff = 'staff-02'): Promise<void> {
  const response = await givenByProgram(server, reference, name, fields, staff);
  expect(response.status, `${name}: ${response.ok ? '' : await response.text()}`).toBe(200);
}

/** Which days are holidays the engine knows: the next day is tried when it refuses one. */
export async function giveOnSomeDay(server: Server, reference: string, name: string, fields: (day: string) => object, staff: string) {
  for (let ahead = 2; ahead < 9; ++ahead) {
    const day = plusWorkingDays(new Date().toISOString().slice(0, 10), ahead);
    if ((await givenByProgram(server, reference, name, fields(day), staff)).ok) return;
  }
  throw new Error(`${name} was refused on every day`);
}

/** The same, whatever comes of it. */
export function givenByProgram(server: Server, reference: string, name: string, fields: object, staff = 'staff-02'): Promise<Response> {
  return fetch(`${server.address}/api/v1/complaints/${reference}/commands/${name}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json', 'X-Redress-Actor': staff },
    body: JSON.stringify(fields),
  });
}

/** What another program reads. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads of it what it needs
export async function readByProgram(server: Server, path: string): Promise<any> {
  const response = await fetch(`${server.address}/api/v1${path}`, { headers: { Authorization: `Bearer ${server.token}` } });
  expect(response.status, path).toBe(200);
  return response.json();
}

/** Hands a mail in that is put aside, and answers its name once it is. */
export async function handIn(server: Server, raw: string): Promise<string> {
  const headers = { Authorization: `Bearer ${server.token}`, 'Content-Type': 'message/rfc822' };
  const response = await fetch(`${server.address}/api/v1/intake/mail`, { method: 'POST', headers, body: raw });
  const { id } = (await response.json()) as { id: string };
  await expect.poll(async () => (await readByProgram(server, `/intake/${id}`)).state).toBe('quarantined');
  return id;
}

/** Moves the focus with Tab until the control has it, or another of its group of choices: nothing is clicked, and nothing is focused by script. */
export async function tabTo(control: Locator): Promise<void> {
  const isThere = () =>
    control.evaluate(element => {
      const active = document.activeElement;
      const isChoice = element instanceof HTMLInputElement && element.type === 'radio';
      return element === active || (isChoice && active instanceof HTMLInputElement && active.name === element.name);
    });
  for (let steps = 0; steps < 300; ++steps) {
    if (await isThere()) return;
    await control.page().keyboard.press('Tab');
  }
  throw new Error('no number of Tabs leads there');
}

const catalogues = new Map<string, Record<string, string>>();

/** The words the page should show, from the catalogue of its language. Only for messages without places. */
export function wordsOf(language: string): (id: string) => string {
  const file = new URL(`../../src/i18n/${language}.json`, import.meta.url);
  const catalogue = catalogues.get(language) ?? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  catalogues.set(language, catalogue);
  return id => {
    const text = catalogue[id];
    if (text === undefined) throw new Error(`no message ${id}`);
    return text;
  };
}

export async function prefer(page: Page, language: string, theme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.addInitScript(
    chosen => {
      localStorage.setItem('redress.preferences', JSON.stringify({ ...chosen, languageChosen: true }));
    },
    { language, theme },
  );
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG A and AA, and the best practices. The script goes in by the debugger, so the policy stays as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    };
    const { violations: all } = await axe.run();
    return all.map(
      one => `${one.id}: ${one.nodes.map(node => `${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200)}`).join(' | ')}`,
    );
  });
  expect.soft(violations).toEqual([]);
}

export { expect };
