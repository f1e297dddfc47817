// SPDX-License-Identifier: Apache-2.0
// src/api/schema.d.ts from what the program itself says of its API: starts it on a free port with a data directory of its own, asks, and ends it.
//
//   node scripts/types.mjs PROGRAM            writes the file anew
//   node scripts/types.mjs --check PROGRAM    fails when it is not what the program says
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { withProgram } from './program.mjs';

const place = new URL('../src/api/schema.d.ts', import.meta.url);
const [program, isCheck] = process.argv[2] === '--check' ? [process.argv[3], true] : [process.argv[2], false];

const described = () => withProgram(program, async ({ address }) => (await fetch(`${address}/api/v1/openapi.json`)).json());

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
