// SPDX-License-Identifier: Apache-2.0
// The foot of the composer: whether the letter is ready, which points it answers, and what may be done with it now. What is permitted comes from the engine.
import { useState } from 'react';
import { type Complaint, give, newKey, type Paragraph, type Schemas } from '../../api/client';
import { cache } from '../../api/queries';
import { hold } from '../../app/held';
import { useSession } from '../../app/session';
import { useFailureText } from '../../forms/failure';
import { MissingList } from '../../forms/missing';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { standingMarks } from './composer';

interface Props {
  complaint: Complaint;
  entry: Complaint['letters'][number];
  body: Paragraph[];
  saved: Paragraph[];
  review: Schemas['LetterReview'] | undefined;
  changed: boolean;
  saving: boolean;
  isHeld: boolean;
  onSave?: () => void;
  onForm: (command: string) => void;
  onSaid: (text: string, mood?: 'done' | 'refused') => void;
}

function Points({ points, body }: { points: Complaint['points']; body: Paragraph[] }) {
  const say = useSay();
  if (points.length === 0) return null;
  const isAnswered = (id: string) => body.some(one => one.point === id && one.text.trim() !== '');
  return (
    <div className="line small">
      <span>{say('letter.points', { done: points.filter(one => isAnswered(one.id)).length, of: points.length })}</span>
      {points.map((point, index) => (
        <span key={point.id} className={`tag ${isAnswered(point.id) ? 'good' : 'soon'}`} title={point.text}>
          <Icon name={isAnswered(point.id) ? 'tick' : 'clock'} size={13} />
          {index + 1}
        </span>
      ))}
    </div>
  );
}

function Standing({ review, saved, body, changed }: Pick<Props, 'review' | 'saved' | 'body' | 'changed'>) {
  const say = useSay();
  const marks = standingMarks(review, saved, body);
  const readability = review?.wording.readability;
  // What is marked in the text needs no second telling.
  const others = review?.missing.filter(one => !one.reason.startsWith('Wording')) ?? [];
  return (
    <div className="stack foot-standing">
      <p className="line">
        <span className={`tag ${review?.ready ? 'good' : 'soon'}`}>
          <Icon name={review?.ready ? 'tick' : 'warning'} size={14} />
          {say(review?.ready ? 'letter.ready' : 'letter.notReady')}
        </span>
        <span className="small">{marks.length > 0 ? say('letter.marks', { count: marks.length }) : say('letter.noMarks')}</span>
        {changed && <span className="tag">{say('letter.unsaved')}</span>}
        {readability && (
          <span className="small soft wide">
            {say('letter.readability', { words: readability.average_sentence_words, longest: readability.longest_sentence_words })}
          </span>
        )}
      </p>
      {others.length > 0 && (
        <details className="more small" open={others.length < 3}>
          <summary>{say('letter.checks')}</summary>
          <MissingList missing={others} onGo={() => undefined} />
        </details>
      )}
    </div>
  );
}

/** The state a letter stands in, and the command that usually takes it on. */
const leadsOn: Record<string, string> = {
  Drafted: 'review-letter',
  Reviewed: 'approve-letter',
  Approved: 'send-letter',
  Bounced: 'send-letter',
};

export function LetterFoot(props: Props) {
  const { complaint, entry, review, changed, onSaid } = props;
  const say = useSay();
  const failureText = useFailureText();
  const session = useSession();
  const [pending, setPending] = useState('');
  const ready = (name: string) => complaint.permitted_commands.some(one => one.name === name && one.ready);
  const weak = review?.wording.findings?.some(one => one.severity === 'should') ?? false;
  const run = async (name: string) => {
    // Wording that stands in spite of the review needs a reason on record, so it is asked for.
    if (name === 'approve-letter' && weak) return props.onForm(name);
    if (name === 'send-letter') return hold(session.name, { reference: complaint.reference, letter: entry.id, subject: entry.subject });
    setPending(name);
    try {
      await give({ reference: complaint.reference, name, fields: { letter: entry.id }, version: complaint.version, key: newKey() });
      onSaid(say('done', { command: say(`command.${name}`) }));
    } catch (failure) {
      onSaid(failureText(failure).title, 'refused');
    } finally {
      setPending('');
      for (const kind of ['complaint', 'history', 'letter']) void cache.invalidateQueries({ queryKey: [kind, complaint.reference] });
    }
  };
  const next = leadsOn[entry.state];
  const others = ['return-letter'].filter(ready);
  return (
    <footer className="letter-foot no-print">
      <div className="stack">
        <Standing {...props} />
        <Points points={complaint.points} body={props.body} />
      </div>
      <div className="line">
        {others.map(name => (
          <Button key={name} onClick={() => props.onForm(name)}>
            {say(`command.${name}`)}
          </Button>
        ))}
        {props.onSave && (
          <Button look={changed ? 'primary' : 'plain'} pending={props.saving} onClick={props.onSave}>
            {say('letter.save')}
          </Button>
        )}
        {next && ready(next) && !props.isHeld && (
          <Button look={changed ? 'plain' : 'primary'} pending={pending === next} onClick={() => void run(next)}>
            {say(`command.${next}`)}
          </Button>
        )}
      </div>
    </footer>
  );
}
