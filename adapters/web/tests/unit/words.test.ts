// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { Words } from '../../src/i18n';

const folder = join(__dirname, '../../src');
const read = (language: string) => JSON.parse(readFileSync(join(folder, `i18n/${language}.json`), 'utf8')) as Record<string, string>;
const catalogues = { en: read('en'), lv: read('lv'), ru: read('ru') };

function sources(place: string): string[] {
  return readdirSync(place, { withFileTypes: true }).flatMap(entry => {
    const path = join(place, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

const placesIn = (text: string): string[] => {
  const found = new Set<string>();
  const look = (elements: ReturnType<typeof parse>): void => {
    for (const one of elements) {
      if ('value' in one && one.type !== 0) found.add(String(one.value));
      if ('options' in one) for (const option of Object.values(one.options)) look(option.value);
    }
  };
  look(parse(text));
  return [...found].sort();
};

describe.each(['lv', 'ru'] as const)('the catalogue of %s', language => {
  it('has exactly the messages of the English one', () => {
    expect(Object.keys(catalogues[language])).toEqual(Object.keys(catalogues.en));
  });
  it('leaves no message empty, and every place of it in its place', () => {
    for (const [name, text] of Object.entries(catalogues[language])) {
      expect(text.trim(), name).not.toBe('');
      const wanted = placesIn(catalogues.en[name] ?? '');
      expect(
        placesIn(text).every(place => wanted.includes(place) || place === 'count'),
        name,
      ).toBe(true);
    }
  });
});

describe('every message that the sources name', () => {
  const text = sources(folder).join('\n');
  it('is in the catalogue', () => {
    const named = [...text.matchAll(/\bsay\(\s*'([^']+)'/g)].map(one => one[1] ?? '');
    expect(named.filter(name => !(name in catalogues.en))).toEqual([]);
  });
  it('is there for each command the server has, and each of their fields', () => {
    const schema = readFileSync(join(folder, 'api/schema.d.ts'), 'utf8');
    const commands = [...schema.matchAll(/commands\/([a-z-]+)"/g)].map(one => one[1] ?? '');
    expect(commands.length).toBeGreaterThan(40);
    expect(commands.filter(name => !(`command.${name}` in catalogues.en))).toEqual([]);
  });
  it('is there for each event that can stand in a history', () => {
    const events = Object.keys(catalogues.en).filter(name => name.startsWith('event.'));
    expect(events.length).toBeGreaterThanOrEqual(63);
  });
});

describe('plurals', () => {
  const days = (language: 'en' | 'lv' | 'ru', count: number) => new Words(language, catalogues[language]).say('span.days', { days: count });
  it.each([
    ['en', 1, '1 day'],
    ['en', 2, '2 days'],
    ['lv', 0, '0 dienām'],
    ['lv', 1, '1 dienas'],
    ['lv', 2, '2 dienām'],
    ['lv', 11, '11 dienām'],
    ['lv', 21, '21 dienas'],
    ['ru', 1, '1 день'],
    ['ru', 3, '3 дня'],
    ['ru', 5, '5 дней'],
    ['ru', 11, '11 дней'],
    ['ru', 21, '21 день'],
  ] as const)('%s %i: %s', (language, count, text) => expect(days(language, count)).toBe(text));
});
