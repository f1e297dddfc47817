// SPDX-License-Identifier: Apache-2.0
// One paragraph to edit. The marks lie in a layer of the same text behind the box, so the box stays an ordinary one, with the keyboard's own ways.
import type { Complaint, Paragraph } from '../../api/client';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { type Mark, phraseFor, pieces } from './marks';

export interface NumberedMark extends Mark {
  number: number;
}

interface Props {
  paragraph: Paragraph;
  index: number;
  marks: NumberedMark[];
  points: Complaint['points'];
  language: string;
  isFirst: boolean;
  isLast: boolean;
  onChange: (paragraph: Paragraph) => void;
  onMend: (mark: Mark) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
  onAdd: () => void;
}

const blocks = ['greeting', 'joining', 'help', 'care', 'apology', 'goodwill', 'open-door', 'schedule'] as const;

function Note({ mark, onMend }: { mark: NumberedMark; onMend: (mark: Mark) => void }) {
  const say = useSay();
  const { finding } = mark;
  return (
    <li className={`note ${finding.severity}`}>
      <p className="line small">
        <span className="note-number">{mark.number}</span>
        <strong>{say(`severity.${finding.severity}`)}</strong>
      </p>
      <p className="small">{finding.why}</p>
      <p className="small soft">{finding.suggestion}</p>
      <Button look="quiet" icon="pen" onClick={() => onMend(mark)}>
        {say(phraseFor(finding) === null ? 'letter.rewrite' : 'letter.mend')}
      </Button>
    </li>
  );
}

export function ParagraphEditor(props: Props) {
  const { paragraph, index, marks, points, onChange } = props;
  const say = useSay();
  const block = say(`enum.block.${paragraph.block}`);
  return (
    <li className="paragraph" data-paragraph={index}>
      <div className="paragraph-head no-print">
        <select
          className="bare-select"
          aria-label={say('field.block')}
          value={paragraph.block}
          onChange={event => onChange({ ...paragraph, block: event.target.value as Paragraph['block'] })}
        >
          {blocks.map(one => (
            <option key={one} value={one}>
              {say(`enum.block.${one}`)}
            </option>
          ))}
        </select>
        {points.length > 0 && (
          <select
            className={`bare-select point-select${paragraph.point ? '' : ' none'}`}
            aria-label={say('letter.answersPoint')}
            value={paragraph.point ?? ''}
            onChange={event => onChange({ ...paragraph, point: event.target.value })}
          >
            <option value="">
              {say('letter.answersPoint')}: {say('letter.noPoint')}
            </option>
            {points.map((point, at) => (
              <option key={point.id} value={point.id}>
                {say('letter.answersPoint')}: {at + 1}. {point.text.slice(0, 60)}
              </option>
            ))}
          </select>
        )}
        <span className="paragraph-tools">
          {!props.isFirst && (
            <button type="button" className="tool" aria-label={say('letter.up')} onClick={() => props.onMove(-1)}>
              <span style={{ rotate: '180deg', display: 'inline-flex' }}>
                <Icon name="down" size={15} />
              </span>
            </button>
          )}
          {!props.isLast && (
            <button type="button" className="tool" aria-label={say('letter.down')} onClick={() => props.onMove(1)}>
              <Icon name="down" size={15} />
            </button>
          )}
          <button type="button" className="tool" aria-label={say('letter.addParagraph')} onClick={props.onAdd}>
            <Icon name="plus" size={15} />
          </button>
          <button type="button" className="tool" aria-label={say('letter.removeParagraph')} onClick={props.onRemove}>
            <Icon name="cross" size={15} />
          </button>
        </span>
      </div>
      <div className="marked" lang={props.language}>
        <div className="marked-layer" aria-hidden="true">
          {pieces(paragraph.text, marks).map((piece, at) =>
            piece.mark === null ? (
              piece.text
            ) : (
              <mark key={at} className={marks.find(one => one.number === piece.mark)?.finding.severity}>
                {piece.text}
              </mark>
            ),
          )}{' '}
        </div>
        <textarea
          className="marked-text"
          aria-label={say('letter.paragraph', { number: index + 1, block })}
          rows={1}
          value={paragraph.text}
          onChange={event => onChange({ ...paragraph, text: event.target.value })}
        />
      </div>
      {marks.length > 0 && (
        <ul className="notes">
          {marks.map(mark => (
            <Note key={mark.number} mark={mark} onMend={props.onMend} />
          ))}
        </ul>
      )}
    </li>
  );
}
