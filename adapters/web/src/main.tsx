// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { speak } from './api/client';
import { cache } from './api/queries';
import { App } from './app/app';
import type { UiLanguage } from './app/preferences';
import { Words, WordsProvider } from './i18n';
import type { Catalogue } from './i18n/catalogues';
import { press } from './keys/registry';

export function draw(language: UiLanguage, catalogue: Catalogue): void {
  const root = document.getElementById('root');
  if (!root) return;
  speak(language);
  window.addEventListener('keydown', press);
  createRoot(root).render(
    <QueryClientProvider client={cache}>
      <WordsProvider begun={new Words(language, catalogue)}>
        <App />
      </WordsProvider>
    </QueryClientProvider>,
  );
}
