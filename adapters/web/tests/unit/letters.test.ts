// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Finding, indexAtByte, type Mark, marksOf, mended, pieces } from '../../src/screens/letter/marks';

const finding = (part: Partial<Finding>): Finding =>
  ({
    start: 0,
    end: 0,
    line: 1,
    rule: 'sorry-if',
    class: 'empty-regret',
    severity: 'must',
    why: 'why',
    suggestion: 'Leave it out.',
    ...part,
  }) as Finding;

const paragraph = (text: string) => ({ block: 'help' as const, text });

describe('marks', () => {
  it('count bytes, not letters', () => expect(indexAtByte('ā–x', 5)).toBe(2));

  it('lie in the paragraph they were found in', () => {
    const first = 'Labdien, Kristīne!';
    const second = 'Mums ļoti žēl, ja tā šķita.';
    const begins = new TextEncoder().encode(first).length + 2;
    const before = new TextEncoder().encode('Mums ').length;
    const found = finding({ start: begins + before, end: begins + before + new TextEncoder().encode('ļoti žēl').length });
    const review = { ready: false, missing: [], text: '', wording: { findings: [found], readability: {} } } as unknown as Parameters<
      typeof marksOf
    >[0];

    const [mark] = marksOf(review, [paragraph(first), paragraph(second)]);

    expect(mark?.paragraph).toBe(1);
    expect(second.slice(mark?.start, mark?.end)).toBe('ļoti žēl');
  });

  it('cut a paragraph without losing a letter', () => {
    const cut = pieces('one two three', [
      { start: 4, end: 7, number: 1 },
      { start: 5, end: 9, number: 2 },
    ]);
    expect(cut.map(one => one.text).join('')).toBe('one two three');
    expect(cut[1]).toEqual({ text: 'two', mark: 1 });
  });
});

describe('one-key mending', () => {
  const mark = (text: string, phrase: string, suggestion: string): Mark => {
    const start = text.indexOf(phrase);
    return { paragraph: 0, start, end: start + phrase.length, finding: finding({ suggestion }) };
  };
  it('puts the example of the suggestion in the place of the phrase', () => {
    const text = 'We wish to offer a voucher.';
    expect(mended(text, mark(text, 'We wish to offer', 'Begin with the person: "Could you accept".'))).toEqual({
      text: 'Could you accept a voucher.',
      start: 0,
      end: 16,
    });
  });
  it('never puts in a whole sentence, which tells another story: it selects the one to say anew', () => {
    const text = 'Good day. Your parcel was delayed by the carrier. Thank you.';
    const mending = mended(text, mark(text, 'by the carrier', 'Take it on: "We delivered late."'));
    expect(mending.text).toBe(text);
    expect(text.slice(mending.start, mending.end)).toBe('Your parcel was delayed by the carrier.');
  });
  it('changes nothing where there is only advice', () => {
    expect(mended('Rest assured.', mark('Rest assured.', 'Rest assured', 'Leave it out.'))).toEqual({
      text: 'Rest assured.',
      start: 0,
      end: 13,
    });
  });
});
