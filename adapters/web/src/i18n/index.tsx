// SPDX-License-Identifier: Apache-2.0
// The words of the UI: ICU messages, a catalogue a language, loaded when its language is wanted. Dates and numbers are written as the language writes them,
// and always by the clock of the organisation, whoever's computer it is.
import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { speak } from '../api/client';
import { type UiLanguage, usePreferences } from '../app/preferences';

export type Values = Record<string, string | number>;
type Catalogue = Record<string, string>;

const loaders: Record<UiLanguage, () => Promise<{ default: Catalogue }>> = {
  en: () => import('./en.json'),
  lv: () => import('./lv.json'),
  ru: () => import('./ru.json'),
};

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
    if (!text.includes('{')) return text;
    const format = this.formats.get(id) ?? new IntlMessageFormat(text, this.language);
    this.formats.set(id, format);
    return String(format.format(values));
  }
}

const Context = createContext<Words>(new Words('en', {}));

export function WordsProvider({ children }: { children: ReactNode }): ReactNode {
  const { language } = usePreferences();
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    let wanted = true;
    void loaders[language]().then(catalogue => {
      if (!wanted) return;
      speak(language);
      document.documentElement.lang = language;
      setWords(new Words(language, catalogue.default));
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
