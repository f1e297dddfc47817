// SPDX-License-Identifier: Apache-2.0
// How this person likes to see the UI, kept in this browser. Read before anything is drawn, so it needs nothing that draws.

export const languages = ['en', 'lv', 'ru'] as const;
export type UiLanguage = (typeof languages)[number];

export interface Preferences {
  language: UiLanguage;
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  singleKeys: boolean;
  /** Chosen by the person, so that logging in does not change it. */
  languageChosen: boolean;
}

const place = 'redress.preferences';

function spokenHere(): UiLanguage {
  const wanted = navigator.languages.map(one => one.slice(0, 2));
  return languages.find(one => one === wanted.find(other => (languages as readonly string[]).includes(other))) ?? 'en';
}

function read(): Preferences {
  const usual: Preferences = { language: spokenHere(), theme: 'system', density: 'comfortable', singleKeys: true, languageChosen: false };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>) };
  } catch {
    return usual;
  }
}

let current = read();
const listeners = new Set<() => void>();

export const preferences = {
  get: () => current,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  set(change: Partial<Preferences>): void {
    current = { ...current, ...change };
    try {
      localStorage.setItem(place, JSON.stringify(current));
    } catch {
      // It holds for this visit, then.
    }
    show();
    for (const listener of listeners) listener();
  },
};

export function show(): void {
  document.documentElement.dataset.theme = current.theme;
  document.documentElement.dataset.density = current.density;
}
