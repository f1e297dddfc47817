// SPDX-License-Identifier: Apache-2.0
// src/api/schema.d.ts from what the program itself says of its API: starts it on a free port with a data directory of its own, asks, and ends it.
//
//   node scripts/types.mjs PROGRAM            writes the file anew
//   node scripts/types.mjs --check PROGRAM    fails when it is not what the program says
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const place = new URL('../src/api/schema.d.ts', import.meta.url);
const [program, isCheck] = process.argv[2] === '--check' ? [process.argv[3], true] : [process.argv[2], false];

async function described() {
  const data = mkdtempSync(join(tmpdir(), 'redress-types-'));
  const child = spawn(program, ['--data', data, 'serve', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise(resolve => child.once('exit', resolve));
  try {
    const address = await new Promise((resolve, reject) => {
      let told = '';
      child.stdout.on('data', text => {
        told += text;
        const found = /listens on (http\S+)/.exec(told);
        if (found) resolve(found[1]);
      });
      child.once('exit', () => reject(new Error('the program did not start')));
    });
    return await (await fetch(`${address}/api/v1/openapi.json`)).json();
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

if (!program) {
  console.error('name the program: build/dev/adapters/app/redress');
  process.exit(2);
}
const text = `// SPDX-License-Identifier: Apache-2.0\n// Made by scripts/types.mjs. Do not edit.\n${astToString(await openapiTS(await described()))}`;
if (!isCheck) writeFileSync(place, text);
else if (readFileSync(place, 'utf8') !== text) {
  console.error(
    'src/api/schema.d.ts is not what the program says of its API. Write it anew: npm --prefix adapters/web run types -- PROGRAM',
  );
  process.exit(1);
}
