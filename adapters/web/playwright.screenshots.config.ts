// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

export default defineConfig({ ...tests, testDir: 'tests/screenshots', testMatch: '*.shots.ts' });
