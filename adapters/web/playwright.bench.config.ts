// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

// The figures go to standard output, a line of JSON each, and nothing else does.
export default defineConfig({
  ...tests,
  testDir: 'tests/bench',
  testMatch: '*.bench.ts',
  // Filling the server takes as long as it takes; a step in the browser that takes longer than this has found something that is wrong, and says what.
  use: { ...tests.use, actionTimeout: 30_000, navigationTimeout: 30_000 },
  reporter: [['./tests/bench/figures_reporter.ts']],
});
