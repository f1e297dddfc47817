// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ProblemError } from '../../api/client';
import { useHistory, useStaffName } from '../../api/queries';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { NotRead } from '../../ui/not_read';
import { useEventText } from '../complaint/event_text';
import { AuditTabs } from './tabs';
import { type Verdict, verify } from './verify';

function VerdictText({ verdict }: { verdict: Verdict }) {
  const say = useSay();
  const { broken, digests } = verdict;
  return (
    <div className={`notice ${broken ? 'late' : 'good'}`} role="status">
      <p>
        <strong>
          {broken
            ? say('audit.broken', { sequence: broken.sequence, why: say(`audit.why.${broken.why}`) })
            : say('audit.sound', { count: digests.length })}
        </strong>
      </p>
      <p className="small">{say('audit.limits')}</p>
    </div>
  );
}

function Trail({ reference }: { reference: string }) {
  const say = useSay();
  const times = useTimes();
  const textOf = useEventText();
  const staffName = useStaffName();
  const history = useHistory(reference);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  if (history.error instanceof ProblemError && history.error.status === 404) return <p className="empty">{say('audit.unknown')}</p>;
  if (history.isError && !history.data) return <NotRead failure={history.error} onTryAgain={history.refetch} />;
  if (!history.data) return <div className="empty" aria-busy="true" />;
  const { leaves, events } = history.data;
  const broken = verdict?.broken?.sequence ?? Number.POSITIVE_INFINITY;
  return (
    <div className="stack">
      <div className="spread">
        <p className="line">
          <Link href={`/complaints/${reference}`} className="number">
            {reference}
          </Link>
          <span className="soft">
            {say('audit.version')}: {String((leaves[0]?.leaf as { machine?: string })?.machine ?? '')}
          </span>
        </p>
        {window.isSecureContext ? (
          <Button look="primary" icon="shield" onClick={() => void verify(leaves).then(setVerdict)}>
            {say('audit.verify')}
          </Button>
        ) : (
          <p className="small soft">{say('audit.insecure')}</p>
        )}
      </div>
      {verdict && <VerdictText verdict={verdict} />}
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                #
              </th>
              <th scope="col">{say('audit.entry')}</th>
              <th scope="col">{say('audit.digest')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event, index) => (
              <tr key={event.sequence}>
                <td className="number">{event.sequence}</td>
                <td>
                  {textOf(event).title} <code className="digest">{event.type}</code>
                  <p className="small soft">
                    <time dateTime={event.at}>{times.moment(event.at)}</time> ·{' '}
                    {staffName(String(event.actor.id ?? '')) || say(`actor.${event.actor.kind}`)} · {String(event.actor.via ?? '')}
                  </p>
                </td>
                <td>
                  {verdict && (
                    <span className={`tag ${event.sequence < broken ? 'good' : 'late'}`}>
                      <Icon name={event.sequence < broken ? 'tick' : 'warning'} size={13} />
                      {verdict.digests[index]?.slice(0, 12) ?? ''}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

export function AuditScreen({ reference = '' }: { reference?: string }) {
  const say = useSay();
  const [, goTo] = useLocation();
  const [wanted, setWanted] = useState(reference);
  return (
    <div className="stack narrow" style={{ gap: '1.5rem' }}>
      <AuditTabs at="history" />
      <header>
        <h1 tabIndex={-1}>{say('audit.title')}</h1>
        <p className="soft">{say('audit.lead')}</p>
      </header>
      <form
        className="line"
        onSubmit={event => {
          event.preventDefault();
          if (wanted.trim()) goTo(`/audit/${wanted.trim().toUpperCase()}`);
        }}
      >
        <input
          className="input"
          style={{ width: '12rem' }}
          aria-label={say('audit.reference')}
          placeholder="R-7K3M-Q9PX"
          value={wanted}
          onChange={event => setWanted(event.target.value)}
        />
        <Button type="submit">{say('audit.open')}</Button>
      </form>
      {reference && <Trail reference={reference} />}
    </div>
  );
}
