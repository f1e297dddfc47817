// SPDX-License-Identifier: Apache-2.0
// The messages of each language, in two parts: what the first screen says, and the rest, which comes with the first screen that is opened after it.
import { preferences, type UiLanguage } from '../app/preferences';

/** A message with places in it was taken apart when the UI was built. */
export type Message = string | readonly object[];
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

export const firstWords = (language: UiLanguage): Promise<Catalogue> => load(language, first);

/** Everything but the first screen waits for this before it is drawn. */
export async function allWords(): Promise<void> {
  await load(preferences.get().language, rest);
}

/** All of a language, for whoever changes to it on whatever screen. */
export async function wholeCatalogue(language: UiLanguage): Promise<Catalogue> {
  const [catalogue] = await Promise.all([firstWords(language), load(language, rest)]);
  return catalogue;
}
