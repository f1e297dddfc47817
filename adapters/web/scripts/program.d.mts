// SPDX-License-Identifier: Apache-2.0
// What the tests in TypeScript use of program.mjs.
export function programAt(path: string): string;
