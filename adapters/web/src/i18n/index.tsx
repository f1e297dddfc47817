// SPDX-License-Identifier: Apache-2.0
// The words of the UI: ICU messages, a catalogue a language, loaded when its language is wanted. Dates and numbers are written as the language writes them,
// and always by the clock of the organisation, whoever's computer it is.
import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { speak } from '../api/client';
import type { UiLanguage } from '../app/preferences';
import { usePreferences } from '../app/use_preferences';
import { type Catalogue, wholeCatalogue } from './catalogues';

export type Values = Record<string, string | number>;

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
    const format = this.formats.get(id) ?? new IntlMessageFormat(text as ConstructorParameters<typeof IntlMessageFormat>[0], this.language);
    this.formats.set(id, format);
    return String(format.format(values));
  }
}

const Context = createContext<Words>(new Words('en', {}));

function tellLanguage(language: UiLanguage): void {
  speak(language);
  document.documentElement.lang = language;
}

/** Begins with the words that were there before anything was drawn; another language is shown once all of it has come. */
export function WordsProvider({ begun, children }: { begun: Words; children: ReactNode }): ReactNode {
  const { language } = usePreferences();
  const [words, setWords] = useState(begun);
  useEffect(() => tellLanguage(words.language), [words]);
  useEffect(() => {
    if (language === words.language) return;
    let wanted = true;
    void wholeCatalogue(language).then(catalogue => {
      if (wanted) setWords(new Words(language, catalogue));
    });
    return () => {
      wanted = false;
    };
  }, [language, words]);
  return <Context value={words}>{children}</Context>;
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
