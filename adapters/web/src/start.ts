// SPDX-License-Identifier: Apache-2.0
// What comes first, and is small: how the page looks, its first words, and the requests that can be on their way while the rest of the program is fetched.
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
import './styles/people.css';
import './styles/rules.css';
import './styles/letter.css';
import './styles/print.css';
import { askEarly } from './api/early';
import { preferences, show } from './app/preferences';
import { firstWords } from './i18n/catalogues';

show();
const { language } = preferences.get();
askEarly(language);
// Not awaited here: the program shares modules with this one, and would wait for its end.
void Promise.all([import('./main'), firstWords(language)]).then(([{ draw }, catalogue]) => draw(language, catalogue));
