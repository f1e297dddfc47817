// SPDX-License-Identifier: Apache-2.0
// The right column: the clocks and why they stand where they stand, what it has cost the person so far, and the timeline in three zooms. Zooms fold; nothing
// is ever left out of "audit".
import { useState } from 'react';
import { Link } from 'wouter';
import type { Complaint, Deadline, Event } from '../../api/client';
import { useFiles, useHistory, useStaffName } from '../../api/queries';
import { may, useSession } from '../../app/session';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { useOffer } from '../../keys/registry';
import { useNow, useSpan } from '../../ui/clock';
import { Icon } from '../../ui/icon';
import { belongsTo, useEventText, type Zoom } from './event_text';

function DeadlineLine({ deadline, promise }: { deadline: Deadline; promise: string | undefined }) {
  const say = useSay();
  const times = useTimes();
  const now = useNow();
  const spanOf = useSpan();
  const running = deadline.state === 'running';
  const { owed } = deadline;
  const late = owed || (running && Date.parse(deadline.due_at) < now);
  const state = deadline.settled ? 'settled' : deadline.state;
  return (
    <li className="deadline">
      <div className="spread">
        <span>
          {deadline.title}
          {promise && <span className="soft">: {promise}</span>}
        </span>
        {!running && (
          <span className={`tag ${deadline.state === 'met' ? 'good' : deadline.state === 'passed' ? 'late' : ''}`}>
            {say(`deadlineState.${state}`)}
          </span>
        )}
      </div>
      <p className={`small ${late ? 'late-text' : 'soft'}`}>
        <time dateTime={deadline.due_at}>{times.moment(deadline.due_at)}</time>
        {(running || owed) && <> · {spanOf(deadline.due_at, now)}</>}
      </p>
      {deadline.because_text && (
        <details className="because">
          <summary>{say('deadline.why')}</summary>
          <p className="small">{deadline.because_text}</p>
        </details>
      )}
    </li>
  );
}

function Deadlines({ complaint }: { complaint: Complaint }) {
  const say = useSay();
  const rank = (one: Deadline) => (one.state === 'running' || one.owed ? '0' : '1') + one.due_at;
  const sorted = [...complaint.deadlines].sort((a, b) => rank(a).localeCompare(rank(b)));
  return (
    <section className="stack" aria-labelledby="deadlines">
      <h2 id="deadlines">{say('memory.deadlines')}</h2>
      {complaint.waiting !== 'NotWaiting' && <p className="notice small">{say('memory.paused')}</p>}
      <ul className="stack">
        {sorted.map(one => (
          <DeadlineLine
            key={one.name + (one.promise ?? '')}
            deadline={one}
            promise={complaint.promises.find(other => other.id === one.promise)?.what}
          />
        ))}
      </ul>
    </section>
  );
}

function Effort({ complaint }: { complaint: Complaint }) {
  const say = useSay();
  const { effort } = complaint;
  const told = (['contacts', 'transfers', 'questions', 'repetitions', 'days_waited'] as const).filter(name => effort[name] > 0);
  if (told.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="effort">
      <h2 id="effort">{say('memory.effort')}</h2>
      <p className="small soft">{told.map(name => say(`effort.${name}`, { count: effort[name] })).join(' · ')}</p>
    </section>
  );
}

function TimelineEntry({ event, zoom }: { event: Event; zoom: Zoom }) {
  const say = useSay();
  const times = useTimes();
  const textOf = useEventText();
  const staffName = useStaffName();
  const { title, detail } = textOf(event);
  const actor = event.actor as { kind?: string; id?: string; via?: string };
  const isPromise = event.type.startsWith('promise-');
  return (
    <li className="event" data-promise={isPromise || undefined} tabIndex={-1}>
      <p className="small soft">
        <time dateTime={event.at}>{times.moment(event.at)}</time> · {actor.id ? staffName(actor.id) : say(`actor.${actor.kind}`)}
        {zoom === 'audit' && (
          <>
            {' '}
            · {actor.via} · <span className="number">#{event.sequence}</span>
          </>
        )}
      </p>
      <p>{title}</p>
      {detail && detail.length <= 180 && <p className="small said soft">{detail}</p>}
      {detail.length > 180 && (
        <details className="because">
          <summary className="small">{detail.slice(0, 120)}…</summary>
          <p className="small said">{detail}</p>
        </details>
      )}
      {zoom === 'audit' && <code className="small">{event.type}</code>}
    </li>
  );
}

function jump(step: number): void {
  const promises = [...document.querySelectorAll<HTMLElement>('.event[data-promise]')];
  const at = promises.indexOf(document.activeElement as HTMLElement);
  const next = promises[at < 0 ? (step > 0 ? 0 : promises.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}

function Timeline({ reference }: { reference: string }) {
  const say = useSay();
  const session = useSession();
  const [zoom, setZoom] = useState<Zoom>('story');
  const history = useHistory(reference);
  const events = (history.data?.events ?? []).filter(one => belongsTo(one, zoom)).reverse();
  useOffer([
    { id: 'timeline.next', keys: 'BracketRight', quiet: true, run: () => jump(1) },
    { id: 'timeline.before', keys: 'BracketLeft', quiet: true, run: () => jump(-1) },
  ]);
  return (
    <section className="stack" aria-labelledby="timeline">
      <div className="spread">
        <h2 id="timeline">{say('memory.timeline')}</h2>
        <span className="line no-print">
          {may(session, 'read-readings') && (
            <Link href={`/audit/readings?reference=${reference}`} className="small">
              {say('memory.readings')}
            </Link>
          )}
          <Link href={`/audit/${reference}`} className="small line">
            <Icon name="shield" size={14} />
            {say('memory.verify')}
          </Link>
        </span>
      </div>
      <fieldset className="zoom no-print">
        <legend className="hidden">{say('memory.zoom')}</legend>
        {(['story', 'all', 'audit'] as const).map(one => (
          <label key={one} className="choice">
            <input type="radio" name="zoom" checked={zoom === one} onChange={() => setZoom(one)} />
            {say(`zoom.${one}`)}
          </label>
        ))}
      </fieldset>
      <ol className="timeline">
        {events.map(event => (
          <TimelineEntry key={event.sequence} event={event} zoom={zoom} />
        ))}
      </ol>
    </section>
  );
}

function Attachments({ complaint }: { complaint: Complaint }) {
  const say = useSay();
  const { reference } = complaint;
  const came = useFiles(reference, complaint.mail !== null).data?.files ?? [];
  const files = (useHistory(reference).data?.events ?? []).filter(one => one.type === 'file-attached');
  if (files.length === 0 && came.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="attachments">
      <h2 id="attachments">{say('memory.attachments')}</h2>
      <ul className="stack small">
        {came.map(one => (
          <li key={one.links.self} className="line">
            <Icon name="mail" size={15} />
            <a href={one.links.self} download className="said">
              {one.name || say('mail.unnamed')}
            </a>
          </li>
        ))}
        {files.map(one => (
          <li key={one.sequence} className="line">
            <Icon name="letter" size={15} />
            {String((one.data as { name?: string }).name ?? '')}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Memory({ complaint }: { complaint: Complaint }) {
  const say = useSay();
  return (
    <aside className="memory" aria-label={say('memory')}>
      <Deadlines complaint={complaint} />
      <Effort complaint={complaint} />
      <Attachments complaint={complaint} />
      <Timeline reference={complaint.reference} />
    </aside>
  );
}
