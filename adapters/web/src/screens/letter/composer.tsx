// SPDX-License-Identifier: Apache-2.0
// The text of a letter, paragraph by paragraph, with what the review marked. A mark belongs to the text that was reviewed: once its paragraph is changed it
// goes, and the next check says whether it was mended.
import { useRef } from 'react';
import type { Complaint, Paragraph, Schemas } from '../../api/client';
import { useOffer } from '../../keys/registry';
import { type Mark, marksOf, mended } from './marks';
import { type NumberedMark, ParagraphEditor } from './paragraph';

interface Props {
  complaint: Complaint;
  language: string;
  saved: Paragraph[];
  body: Paragraph[];
  review: Schemas['LetterReview'] | undefined;
  onChange: (body: Paragraph[]) => void;
}

/** The marks that still hold, numbered through the letter. */
export function standingMarks(review: Schemas['LetterReview'] | undefined, saved: Paragraph[], body: Paragraph[]): NumberedMark[] {
  if (!review) return [];
  const marks = marksOf(review, saved).flatMap(mark => {
    const text = saved[mark.paragraph]?.text;
    const at = body[mark.paragraph]?.text === text ? mark.paragraph : body.findIndex(one => one.text === text);
    return at < 0 ? [] : [{ ...mark, paragraph: at }];
  });
  return marks.sort((a, b) => a.paragraph - b.paragraph || a.start - b.start).map((mark, index) => ({ ...mark, number: index + 1 }));
}

function select(paragraph: number, start: number, end: number): void {
  const box = document.querySelector<HTMLTextAreaElement>(`[data-paragraph="${paragraph}"] textarea`);
  box?.focus();
  box?.setSelectionRange(start, end);
  box?.scrollIntoView({ block: 'center' });
}

export function Composer({ complaint, language, saved, body, review, onChange }: Props) {
  const marks = standingMarks(review, saved, body);
  const at = useRef(0);
  const put = (index: number, paragraph: Paragraph) => onChange(body.map((one, other) => (other === index ? paragraph : one)));
  const mend = (mark: Mark) => {
    const paragraph = body[mark.paragraph];
    if (!paragraph) return;
    const { text, start, end } = mended(paragraph.text, mark);
    if (text !== paragraph.text) put(mark.paragraph, { ...paragraph, text });
    requestAnimationFrame(() => select(mark.paragraph, start, end));
  };
  const move = (index: number, by: number) => {
    const next = [...body];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index + by, 0, one);
    onChange(next);
  };
  useOffer([
    {
      id: 'letter.next',
      keys: 'F8',
      run: () => {
        const mark = marks[at.current % Math.max(1, marks.length)];
        at.current += 1;
        if (mark) select(mark.paragraph, mark.start, mark.end);
      },
    },
    {
      id: 'letter.mend',
      keys: 'Alt+Enter',
      run: () => {
        const index = Number(document.activeElement?.closest<HTMLElement>('[data-paragraph]')?.dataset.paragraph ?? -1);
        const mark = marks.find(one => one.paragraph === index) ?? marks[0];
        if (mark) mend(mark);
      },
    },
  ]);
  return (
    <ol className="paragraphs">
      {body.map((paragraph, index) => (
        <ParagraphEditor
          key={index}
          paragraph={paragraph}
          index={index}
          language={language}
          marks={marks.filter(one => one.paragraph === index)}
          points={complaint.points}
          isFirst={index === 0}
          isLast={index === body.length - 1}
          onChange={changed => put(index, changed)}
          onMend={mend}
          onMove={by => move(index, by)}
          onRemove={() => onChange(body.filter((_, other) => other !== index))}
          onAdd={() =>
            onChange([...body.slice(0, index + 1), { block: 'help', text: '', point: '', states: [] }, ...body.slice(index + 1)])
          }
        />
      ))}
    </ol>
  );
}
