// SPDX-License-Identifier: Apache-2.0
// A real server for each test, with a data directory of its own and the demonstration mail, and a browser whose every policy report, page error and failed
// request of ours fails the test.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

/** Who is at the desk: the demonstration's manager, who may do everything. */
export const me = { user: 'janis' };

const program = process.env.REDRESS_PROGRAM ?? '../../build/dev/adapters/app/redress';

export interface Server {
  address: string;
  token: string;
  password: string;
  data: string;
  child: ChildProcess;
}

async function started(): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'redress-web-'));
  const child = spawn(program, ['--data', data, 'serve', '--demo', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
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

async function stopped(server: Server): Promise<void> {
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

export const test = base.extend<{ server: Server; desk: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern, though there is nothing in it
  server: async ({}, use) => {
    const server = await started();
    await use(server);
    await stopped(server);
  },
  /** A page of somebody who is logged in, on their worklist. */
  desk: async ({ browser, server }, use) => {
    const context = await browser.newContext({ baseURL: server.address });
    const page = await context.newPage();
    const faults = watched(page);
    await enter(page, server);
    await use(page);
    await context.close();
    expect(faults).toEqual([]);
  },
});

export async function enter(page: Page, server: Server): Promise<void> {
  await page.goto('/');
  await fillLogIn(page, server);
  await page.locator('nav').first().waitFor();
}

export async function fillLogIn(page: Page, server: Server): Promise<void> {
  await page.locator('#log-in-name').fill(me.user);
  await page.locator('#log-in-password').fill(server.password);
  await page.locator('#log-in-password').press('Enter');
}

/** What another program does meanwhile. */
export async function giveByProgram(server: Server, reference: string, name: string, fields: object, staff = 'staff-02'): Promise<void> {
  const response = await fetch(`${server.address}/api/v1/complaints/${reference}/commands/${name}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json', 'X-Redress-Actor': staff },
    body: JSON.stringify(fields),
  });
  expect(response.status, `${name}: ${response.ok ? '' : await response.text()}`).toBe(200);
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
