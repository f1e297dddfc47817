// SPDX-License-Identifier: Apache-2.0
// What a profile would mean: for something that comes in at a moment, or for a complaint that is there. The engine works it out, and changes nothing.
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../api/client';
import { may, useSession } from '../../app/session';
import { useSay, useWords } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { MomentField } from '../../ui/date_field';
import { NotRead } from '../../ui/not_read';
import { type Dates, type Trial, useTrial } from './queries';

const channels = ['email', 'phone', 'web-form', 'chat', 'social', 'post', 'in-person'];

function Outcome({ dates, isComplaint }: { dates: Dates; isComplaint: boolean }) {
  const say = useSay();
  const words = useWords();
  const times = useTimes();
  const startName = (start: string) => (words.has(`milestone.${start}`) ? words.say(`milestone.${start}`) : start);
  return (
    <div className="stack" role="status">
      <ul className="stack">
        {dates.dates.map((one, index) => (
          <li key={one.name + index} className="deadline">
            <p className="spread">
              <span>
                {one.title}: <strong>{times.moment(one.due_at)}</strong>
              </span>
              {!one.runs && <span className="tag good">{say('deadlineState.met')}</span>}
            </p>
            {isComplaint && one.present_due_at !== one.due_at && (
              <p className="small soft">
                {one.present_due_at ? say('rules.presently', { at: times.moment(one.present_due_at) }) : say('rules.presentlyNone')}
              </p>
            )}
            <details className="because">
              <summary>{say('deadline.why')}</summary>
              <p className="small">{one.because_text}</p>
            </details>
          </li>
        ))}
      </ul>
      {dates.not_started.length > 0 && (
        <p className="small soft">
          {say('rules.notStarted')} {dates.not_started.map(one => `${one.title} (${startName(one.start)})`).join(', ')}
        </p>
      )}
      {isComplaint && <p className="small soft">{say('rules.tryLimits')}</p>}
    </div>
  );
}

function Result({ profile, trial }: { profile: string; trial: Trial }) {
  const say = useSay();
  const query = useTrial(profile, trial);
  if (query.error instanceof ProblemError && query.error.status === 404) return <p className="notice late">{say('complaint.unknown')}</p>;
  if (query.isError) return <NotRead look="notice" failure={query.error} onTryAgain={query.refetch} />;
  return query.data ? <Outcome dates={query.data} isComplaint={'reference' in trial} /> : <p className="soft">{say('loading')}</p>;
}

export function Try({ profile }: { profile: string }) {
  const say = useSay();
  const mayRead = may(useSession(), 'read-complaints');
  const [onComplaint, setOnComplaint] = useState(false);
  const [at, setAt] = useState('');
  const [channel, setChannel] = useState('email');
  const [reference, setReference] = useState('');
  const [trial, setTrial] = useState<Trial | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!onComplaint) setTrial({ received_at: at || new Date().toISOString().replace(/\.\d+/, ''), channel });
    else if (reference.trim()) setTrial({ reference: reference.trim().toUpperCase() });
  };
  return (
    <section className="card stack" aria-labelledby="try">
      <h2 id="try">{say('rules.try')}</h2>
      <form className="stack" aria-labelledby="try" onSubmit={submit}>
        {mayRead && (
          <fieldset className="choices">
            <legend className="hidden">{say('rules.tryOn')}</legend>
            {[false, true].map(one => (
              <label key={String(one)} className="choice">
                <input type="radio" name="try-on" checked={onComplaint === one} onChange={() => setOnComplaint(one)} />
                {say(one ? 'rules.tryOnComplaint' : 'rules.tryOnMoment')}
              </label>
            ))}
          </fieldset>
        )}
        {onComplaint ? (
          <div className="field">
            <label htmlFor="try-reference">{say('audit.reference')}</label>
            <input
              id="try-reference"
              className="input"
              placeholder="R-7K3M-Q9PX"
              value={reference}
              onChange={event => setReference(event.target.value)}
            />
          </div>
        ) : (
          <>
            <div className="field">
              <label htmlFor="try-at">{say('rules.receivedAt')}</label>
              <p id="try-at-hint" className="hint">
                {say('rules.receivedHint')}
              </p>
              <MomentField id="try-at" value={at} onChange={setAt} invalid={false} describedBy="try-at-hint" />
            </div>
            <div className="field">
              <label htmlFor="try-channel">{say('field.channel')}</label>
              <select id="try-channel" className="select" value={channel} onChange={event => setChannel(event.target.value)}>
                {channels.map(one => (
                  <option key={one} value={one}>
                    {say(`enum.channel.${one}`)}
                  </option>
                ))}
              </select>
            </div>
          </>
        )}
        <Button type="submit" className="start">
          {say('rules.tryIt')}
        </Button>
      </form>
      {trial && <Result profile={profile} trial={trial} />}
    </section>
  );
}
