// SPDX-License-Identifier: Apache-2.0
import { type ComponentType, lazy } from 'react';
import { allWords } from '../i18n/catalogues';

/** A part that is loaded when it is first shown, and its words with it. */
// biome-ignore lint/suspicious/noExplicitAny: as React's own lazy has it
export function later<T extends ComponentType<any>>(load: () => Promise<{ default: T }>) {
  return lazy(async () => {
    const [part] = await Promise.all([load(), allWords()]);
    return part;
  });
}
