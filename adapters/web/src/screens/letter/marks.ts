// SPDX-License-Identifier: Apache-2.0
// Where the findings of a review lie. The review counts in bytes of UTF-8 over the whole text; the paragraphs are edited one by one in UTF-16.
import type { Paragraph, Schemas } from '../../api/client';

type Review = Schemas['LetterReview'];
export type Finding = NonNullable<Review['wording']['findings']>[number];

export interface Mark {
  paragraph: number;
  start: number;
  end: number;
  finding: Finding;
}

const encoder = new TextEncoder();
const lengthOf = (text: string): number => encoder.encode(text).length;

/** The index in the string at which so many bytes have gone by. */
export function indexAtByte(text: string, bytes: number): number {
  let seen = 0;
  let index = 0;
  for (const letter of text) {
    if (seen >= bytes) break;
    seen += lengthOf(letter);
    index += letter.length;
  }
  return index;
}

/** The marks on the paragraphs as they were reviewed: each paragraph begins two line ends after the one before it. */
export function marksOf(review: Review, paragraphs: readonly Paragraph[]): Mark[] {
  const marks: Mark[] = [];
  let begins = 0;
  paragraphs.forEach((paragraph, index) => {
    const length = lengthOf(paragraph.text);
    for (const finding of review.wording.findings ?? []) {
      if (finding.start < begins || finding.start >= begins + length) continue;
      const start = indexAtByte(paragraph.text, finding.start - begins);
      marks.push({ paragraph: index, start, end: indexAtByte(paragraph.text, Math.min(length, finding.end - begins)), finding });
    }
    begins += length + 2;
  });
  return marks;
}

export interface Piece {
  text: string;
  mark: number | null;
}

/** A paragraph cut at its marks. Where two overlap, the first keeps its place. */
export function pieces(text: string, marks: readonly { start: number; end: number; number: number }[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at) continue;
    if (mark.start > at) cut.push({ text: text.slice(at, mark.start), mark: null });
    cut.push({ text: text.slice(mark.start, mark.end), mark: mark.number });
    at = mark.end;
  }
  cut.push({ text: text.slice(at), mark: null });
  return cut;
}

const quoted = /["“„«]([^"”“»]+)["”“»]/;

/** A turn of phrase that a suggestion gives as an example, and that can stand in any letter: "Could you accept". A whole sentence cannot, because it tells
    somebody else's story. */
export function phraseFor(finding: Finding): string | null {
  const example = quoted.exec(finding.suggestion)?.[1]?.replace(/\s*…$/, '') ?? null;
  return example === null || /[.?!]$/.test(example) || example.split(' ').length > 5 ? null : example;
}

export interface Mending {
  text: string;
  /** What is selected afterwards, so that the next key writes over it. */
  start: number;
  end: number;
}

/** Puts the phrase in where there is one; otherwise selects the sentence that has to be said anew. */
export function mended(text: string, mark: Mark): Mending {
  const phrase = phraseFor(mark.finding);
  if (phrase !== null)
    return { text: text.slice(0, mark.start) + phrase + text.slice(mark.end), start: mark.start, end: mark.start + phrase.length };
  const before = text.slice(0, mark.start).search(/(?<=[.?!]\s)[^.?!]*$/);
  const after = text.slice(mark.end - 1).search(/[.?!](\s|$)/);
  return { text, start: before < 0 ? 0 : before, end: after < 0 ? text.length : mark.end + after };
}
