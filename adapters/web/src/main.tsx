// SPDX-License-Identifier: Apache-2.0
import '@fontsource-variable/ibm-plex-sans/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/worklist.css';
import './styles/board.css';
import './styles/complaint.css';
import './styles/calendar.css';
import './styles/tables.css';
import './styles/letter.css';
import './styles/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { cache } from './api/queries';
import { App } from './app/app';
import { show } from './app/preferences';
import { WordsProvider } from './i18n';
import { press } from './keys/registry';

show();
window.addEventListener('keydown', press);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={cache}>
      <WordsProvider>
        <App />
      </WordsProvider>
    </QueryClientProvider>,
  );
