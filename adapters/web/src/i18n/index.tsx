// SPDX-License-Identifier: Apache-2.0
// The words of the UI: ICU messages, a catalogue a language, loaded when its language is wanted. Dates and numbers are written as the language writes them,
// and always by the clock of the organisation, whoever's computer it is.
import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { speak } from '../api/client';
import { preferences, type UiLanguage, usePreferences } from '../app/preferences';

export type Values = Record<string, string | number>;
/** A message with places in it was taken apart when the UI was built. */
type Message = string | ConstructorParameters<typeof IntlMessageFormat>[0];
export type Catalogue = Record<string, Message>;

type Loader = () => Promise<{ default: unknown }>;
const first: Record<UiLanguage, Loader> = {
  en: () => import('./en.json?first'),
  lv: () => import('./lv.json?first'),
  ru: () => import('./ru.json?first'),
};
const rest: Record<UiLanguage, Loader> = {
  en: () => import('./en.json?rest'),
  lv: () => import('./lv.json?rest'),
  ru: () => import('./ru.json?rest'),
};
const catalogues = new Map<UiLanguage, Catalogue>();

async function load(language: UiLanguage, part: Record<UiLanguage, Loader>): Promise<Catalogue> {
  const catalogue = catalogues.get(language) ?? {};
  catalogues.set(language, catalogue);
  Object.assign(catalogue, (await part[language]()).default);
  return catalogue;
}

/** Everything but the first screen waits for this before it is drawn. */
export async function allWords(): Promise<void> {
  await load(preferences.get().language, rest);
}

export class Words {
  private readonly formats = new Map<string, IntlMessageFormat>();
  constructor(
    readonly language: UiLanguage,
    private readonly catalogue: Catalogue,
  ) {}

  has(id: string): boolean {
    return id in this.catalogue;
  }

  say(id: string, values?: Values): string {
    const text = this.catalogue[id];
    if (text === undefined) return id;
    if (typeof text === 'string' && !text.includes('{')) return text;
    const format = this.formats.get(id) ?? new IntlMessageFormat(text, this.language);
    this.formats.set(id, format);
    return String(format.format(values));
  }
}

const Context = createContext<Words>(new Words('en', {}));

export function WordsProvider({ children }: { children: ReactNode }): ReactNode {
  const { language } = usePreferences();
  const [words, setWords] = useState<Words | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether there are words yet is asked when the language changes
  useEffect(() => {
    let wanted = true;
    // Whoever changes the language may be on any screen, so all of the new one is there before it is shown.
    const parts = words === null ? [load(language, first)] : [load(language, first), load(language, rest)];
    void Promise.all(parts).then(([catalogue]) => {
      if (!wanted || !catalogue) return;
      speak(language);
      document.documentElement.lang = language;
      setWords(new Words(language, catalogue));
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return words ? <Context value={words}>{children}</Context> : null;
}

export function GivenWords({ words, children }: { words: Words; children: ReactNode }): ReactNode {
  return <Context value={words}>{children}</Context>;
}

export const useWords = (): Words => useContext(Context);
export const useLanguage = (): UiLanguage => useContext(Context).language;

export function useSay(): (id: string, values?: Values) => string {
  const words = useContext(Context);
  return useMemo(() => (id, values) => words.say(id, values), [words]);
}
