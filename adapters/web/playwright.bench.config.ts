// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

// The figures go to standard output, a line of JSON each, and nothing else does.
export default defineConfig({
  ...tests,
  testDir: 'tests/bench',
  testMatch: '*.bench.ts',
  reporter: [['./tests/bench/figures_reporter.ts']],
});
