// SPDX-License-Identifier: Apache-2.0
import type { Reporter, TestError, TestResult } from '@playwright/test/reporter';

/** Passes the figures on, and what went wrong; says nothing of its own. */
export default class FiguresReporter implements Reporter {
  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }
  onTestEnd(_: unknown, result: TestResult): void {
    for (const error of result.errors) this.onError(error);
  }
  onError(error: TestError): void {
    process.stderr.write(`${error.message ?? error.value}\n`);
  }
}
