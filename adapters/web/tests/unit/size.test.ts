// SPDX-License-Identifier: Apache-2.0
// @vitest-environment node
// What a browser has to fetch before the first screen stands, and what each other screen adds: the same build that is served, packed the same way.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const kilobyte = 1000;
let chunks: Rollup.OutputChunk[] = [];

const packed = (chunk: Rollup.OutputChunk): number => gzipSync(chunk.code, { level: 9 }).length;

/** A chunk and whatever it cannot begin without. */
function withImports(chunk: Rollup.OutputChunk, seen = new Set<Rollup.OutputChunk>()): Set<Rollup.OutputChunk> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const name of chunk.imports) {
    const next = chunks.find(one => one.fileName === name);
    if (next) withImports(next, seen);
  }
  return seen;
}

/** What comes first, and the program that it fetches without being asked to. */
function firstChunks(): Rollup.OutputChunk[] {
  const entry = chunks.find(one => one.isEntry);
  const program = chunks.find(one => one.moduleIds.some(id => id.endsWith('/src/main.tsx')));
  if (!entry || !program) throw new Error('the build has no entry, or no program');
  return [...withImports(program, withImports(entry))];
}

beforeAll(async () => {
  const root = join(__dirname, '../..');
  // The test runner's own setting would have the libraries built for development.
  vi.stubEnv('NODE_ENV', 'production');
  const made = (await build({ root, logLevel: 'silent', build: { write: false } })) as Rollup.RollupOutput;
  vi.unstubAllEnvs();
  chunks = made.output.filter(one => one.type === 'chunk');
}, 120_000);

describe('what is fetched', () => {
  it.each(['en', 'lv', 'ru'])('before the first screen is at most 110 kB of packed script (%s)', language => {
    const words = chunks.find(one => one.facadeModuleId?.endsWith(`/i18n/${language}.json?first`));
    if (!words) throw new Error('the build has no words of the first screen');
    const size = [...firstChunks(), words].reduce((sum, chunk) => sum + packed(chunk), 0);
    expect(size).toBeGreaterThan(50 * kilobyte);
    expect(size).toBeLessThanOrEqual(110 * kilobyte);
  });

  it('for each screen after it is at most 60 kB', () => {
    const first = new Set(firstChunks());
    const screens = chunks.filter(one => one.isDynamicEntry && one.facadeModuleId?.includes('/src/screens/'));
    expect(screens.length).toBeGreaterThan(8);
    for (const screen of screens) {
      const added = [...withImports(screen)].filter(one => !first.has(one)).reduce((sum, chunk) => sum + packed(chunk), 0);
      expect(added, screen.name).toBeLessThanOrEqual(60 * kilobyte);
    }
  });
});
