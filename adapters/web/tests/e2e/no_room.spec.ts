// SPDX-License-Identifier: Apache-2.0
// The disk behind the server is full, while somebody writes: a real server on a real disk of a few megabytes, or, where nobody may mount one, a real server
// that may let no file of its grow. The person hears what happened and what to do, the text stays, and it is accepted once there is room again.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entered, expect, givenByProgram, prefer, readByProgram, type Server, started, stopped, test, wordsOf } from './support';

const say = wordsOf('en');

interface Room {
  server: Server;
  fill: () => Promise<void>;
  free: () => void;
  end: () => Promise<void>;
}

/** Writes zeros until the disk takes no more. */
function fillDisk(file: string): void {
  const open = openSync(file, 'w');
  try {
    for (const size of [65_536, 4096]) {
      const zeros = Buffer.alloc(size);
      while (writesAll(open, zeros));
    }
  } finally {
    closeSync(open);
  }
}

function writesAll(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) === bytes.length;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw failure;
  }
}

/** What room the store has left in files that it has already is used up, until it says that there is none: three times, since it may start a file anew. */
async function leaveNoRoom(server: Server, reference: string): Promise<void> {
  for (let refused = 0, given = 0; refused < 3 && given < 400; ++given) {
    const response = await givenByProgram(server, reference, 'add-note', { text: `${given} ${'x'.repeat(12_000)}` });
    if (response.ok) continue;
    expect([503, 507]).toContain(response.status);
    ++refused;
  }
}

async function smallDisk(): Promise<Room | null> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-disk-'));
  const gone = () => rmSync(folder, { recursive: true, force: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder]).status !== 0) {
    gone();
    return null;
  }
  const filler = join(folder, 'filler');
  const server = await started(join(folder, 'data'));
  return {
    server,
    fill: async () => fillDisk(filler),
    free: () => rmSync(filler),
    end: async () => {
      await stopped(server);
      spawnSync('umount', ['-l', folder]);
      gone();
    },
  };
}

/** The limit counts for each file; a program that ignores the signal that goes with it is told EFBIG instead. */
async function filesThatMayNotGrow(): Promise<Room> {
  const server = await started(undefined, ['bash', '-c', 'trap "" XFSZ; exec "$0" "$@"']);
  const limit = (size: string) => expect(spawnSync('prlimit', ['--pid', String(server.child.pid), `--fsize=${size}:`]).status).toBe(0);
  return {
    server,
    fill: async () => limit(String(statSync(join(server.data, 'store', 'redress.db-wal')).size)),
    free: () => limit('unlimited'),
    end: () => stopped(server),
  };
}

const ways: [string, () => Promise<Room | null>][] = [
  ['a full disk', smallDisk],
  ['files that may not grow', filesThatMayNotGrow],
];

for (const [name, make] of ways) {
  test(`${name} behind the server: what was written stays, and is accepted once there is room`, async ({ browser }) => {
    const room = await make();
    test.skip(room === null, 'a small disk of its own needs root and mount');
    if (!room) return;
    const { page, close } = await entered(browser, room.server);
    try {
      await prefer(page, 'en');
      await page.goto('/');
      await page.locator('[data-row-link]').first().click();
      await page.locator('.what-now').waitFor();
      const reference = page.url().split('/').at(-1) ?? '';
      await page.keyboard.press('n');
      const form = page.getByRole('form', { name: say('command.add-note') });
      const text = `She prefers to be called in the evening. ${'And she said why. '.repeat(1500)}`.trim();
      await form.locator('textarea').fill(text);
      await room.fill();
      const { complaints } = await readByProgram(room.server, '/complaints');
      await leaveNoRoom(room.server, complaints.find((one: { reference: string }) => one.reference !== reference).reference);

      await page.keyboard.press('Control+Enter');

      await expect(form.getByRole('alert')).toContainText(say(name === 'a full disk' ? 'send.full' : 'send.unavailable'));
      await expect(form.locator('textarea')).toHaveValue(text);
      await page.reload();
      await page.locator('.what-now').waitFor();
      await page.keyboard.press('n');
      await expect(form.locator('textarea')).toHaveValue(text);
      room.free();
      await expect(async () => {
        if (await form.isVisible()) await form.locator('textarea').press('Control+Enter');
        await expect(form).toBeHidden({ timeout: 3000 });
      }).toPass({ timeout: 60_000 });
      const { events } = await readByProgram(room.server, `/complaints/${reference}/history`);
      const notes = events.filter((one: { type: string; data: { text?: string } }) => one.type === 'note-added' && one.data.text === text);
      expect(notes).toHaveLength(1);
      expect(await close()).toEqual([]);
    } finally {
      await room.end();
    }
  });
}
