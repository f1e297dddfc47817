// SPDX-License-Identifier: Apache-2.0
// ./dev bench ui: what the person at the desk waits for, measured in Chromium against the real server with as many complaints behind the worklist as
// REDRESS_BENCH_COMPLAINTS says. A line of JSON a figure, each beside its budget; nothing fails here, since a busy machine is no fault of the program's.
import { expect, type Page } from '@playwright/test';
import { enter, prefer, readByProgram, type Server, started, stopped, test } from '../e2e/support';

const complaints = Number(process.env.REDRESS_BENCH_COMPLAINTS ?? 100_000);
const rows = 200;
const patience = 30_000;

function print(bench: string, figures: Record<string, number | string>): void {
  process.stdout.write(`${JSON.stringify({ bench, ...figures })}\n`);
}

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

function times(bench: string, all: number[], budget: Record<string, number>, more: Record<string, number | string> = {}): void {
  const sorted = [...all].sort((a, b) => a - b);
  const round = (value: number) => Math.round(value * 10) / 10;
  print(bench, { ...more, measured: all.length, p50_ms: round(at(sorted, 0.5)), p95_ms: round(at(sorted, 0.95)), ...budget });
}

/** A program without its UI answers too; what would wait for a log-in then says so before the server is filled. */
async function expectUi(server: Server): Promise<void> {
  const answer = await fetch(server.address);
  if (!answer.ok)
    throw new Error(`the program serves no UI (${answer.status} at /): build it beside the program, or name another by REDRESS_PROGRAM`);
}

/** Taken in over the API like any other; many at once share the writing to the disk. */
async function fill(server: Server): Promise<void> {
  const headers = { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json', 'X-Redress-Actor': 'staff-01' };
  const began = performance.now();
  let next = 0;
  const hand = async () => {
    for (let number = next++; number < complaints; number = next++) {
      const complainant = { name: `Person ${number}`, email: `person-${number}@example.org` };
      const body = JSON.stringify({ narrative: 'The parcel came two days late.', channel: 'phone', language: 'en', complainant });
      const response = await fetch(`${server.address}/api/v1/complaints`, { method: 'POST', headers, body });
      if (response.status !== 201) throw new Error(`a complaint was not taken in: ${response.status}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 64 }, hand));
  const seconds = (performance.now() - began) / 1000;
  print('ui-filled', { complaints, seconds: Math.round(seconds), per_second: Math.round(complaints / seconds) });
}

/** Notes when the last of the rows stands in the page and has been painted. */
async function noteRows(page: Page): Promise<void> {
  await page.addInitScript(wanted => {
    const noted = window as unknown as { rowsAt?: number };
    const look = () => {
      if (document.querySelectorAll('[data-row-link]').length < wanted) return requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          noted.rowsAt = performance.now();
        };
        channel.port2.postMessage(0);
      });
    };
    requestAnimationFrame(look);
  }, rows);
}

const rowsAt = (page: Page) =>
  page
    .waitForFunction(() => (window as unknown as { rowsAt?: number }).rowsAt, undefined, { timeout: patience })
    .then(handle => handle.jsonValue())
    .then(Number);

/** A key that is held down comes so often, and nobody types faster. */
const heldKeyPause = 33;
/** What took less is not told apart by the browser, and is counted as this. */
const shortestTold = 16;

/**
 * From the press of a key until the frame that shows what it changed is on screen, as the browser itself tells (Event Timing, to 8 ms). A message sent from the
 * frame would be no measure: it waits behind the keys that follow.
 */
async function keysToPaint(page: Page, press: (index: number) => Promise<void>, count: number): Promise<number[]> {
  await page.evaluate(shortest => {
    const noted = window as unknown as { keys?: number[] };
    if (!PerformanceObserver.supportedEntryTypes.includes('event')) throw new Error('this browser does not tell how long a key takes');
    const listens = noted.keys !== undefined;
    noted.keys = [];
    if (listens) return;
    const note = (list: PerformanceObserverEntryList) => {
      for (const one of list.getEntries()) if (one.name === 'keydown') noted.keys?.push(one.duration);
    };
    new PerformanceObserver(note).observe({ type: 'event', durationThreshold: shortest } as PerformanceObserverInit);
  }, shortestTold);
  for (let index = 0; index < count; ++index) {
    await press(index);
    await page.waitForTimeout(heldKeyPause);
  }
  await page.waitForTimeout(1000);
  const told = await page.evaluate(() => (window as unknown as { keys: number[] }).keys);
  return [...told, ...Array<number>(count - told.length).fill(shortestTold)];
}

async function measureSizes(page: Page): Promise<void> {
  for (const language of ['en', 'lv', 'ru']) {
    await page.evaluate(
      wanted => localStorage.setItem('redress.preferences', JSON.stringify({ language: wanted, languageChosen: true })),
      language,
    );
    await page.reload();
    await page.locator('[data-row-link]').first().waitFor();
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(one => one.name.endsWith('.js'))
        .reduce((sum, one) => sum + (one as PerformanceResourceTiming).encodedBodySize, 0),
    );
    print('ui-first-route', { language, kilobytes_packed: Math.round(bytes / 100) / 10, budget_kilobytes: 110 });
  }
}

test('the budgets of the UI', async ({ browser }) => {
  test.setTimeout(1_800_000);
  const server = await started();
  try {
    await expectUi(server);
    await fill(server);
    // What is not to be measured has come to rest: the letters of the demonstration, the first reading of the store.
    await readByProgram(server, `/complaints?limit=${rows}`);
    const context = await browser.newContext({ baseURL: server.address, bypassCSP: false });
    const page = await context.newPage();
    await enter(page, server);
    await measureSizes(page);
    await prefer(page, 'en');
    await noteRows(page);
    const shown: number[] = [];
    for (let turn = 0; turn < 20; ++turn) {
      await page.goto('/');
      shown.push(await rowsAt(page));
    }
    times('ui-rows-on-screen', shown, { budget_p50_ms: 600 }, { rows, complaints });
    const moves = await keysToPaint(page, index => page.keyboard.press(index % 10 < 7 ? 'j' : 'k'), 200);
    await expect(page.locator('[data-row-link]:focus')).toHaveCount(1);
    times('ui-key-to-paint', moves, { budget_p95_ms: 50 }, { what: 'row cursor', complaints });
    const chosen = await keysToPaint(page, () => page.keyboard.press('x'), 100);
    times('ui-key-to-paint', chosen, { budget_p95_ms: 50 }, { what: 'choose a row', complaints });
    await page.goto('/complaints/new');
    await page.locator('textarea').first().focus();
    const typed = await keysToPaint(page, index => page.keyboard.press(index % 6 === 5 ? 'Space' : 'e'), 200);
    await expect(page.locator('textarea').first()).toHaveValue(/^[e ]{200}$/);
    times('ui-key-to-paint', typed, { budget_p95_ms: 50 }, { what: 'typing', complaints });
    await context.close();
  } finally {
    await stopped(server);
  }
});
