// SPDX-License-Identifier: Apache-2.0
// The program itself, on a free port with a data directory of its own, for as long as somebody needs it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A path as it was typed: npm runs what it is asked to in the folder of package.json, wherever it was called from. */
export const programAt = path => resolve(process.env.INIT_CWD ?? '.', path);

function told(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', some => {
      text += some;
      const found = pattern.exec(text);
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('the program did not start')));
  });
}

// Answers what `use` answers; it is given the address and the operator's token. The program has ended then, and left nothing behind.
export async function withProgram(program, use) {
  const data = mkdtempSync(join(tmpdir(), 'redress-web-'));
  const child = spawn(programAt(program), ['--data', data, 'serve', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise(resolve => child.once('exit', resolve));
  try {
    const [, address, token] = await told(child, /listens on (http\S+)[\s\S]*API token: (.+)\n/);
    return await use({ address, token: readFileSync(token, 'utf8').trim() });
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}
