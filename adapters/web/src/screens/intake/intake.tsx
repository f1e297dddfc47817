// SPDX-License-Identifier: Apache-2.0
// What became of every mail. The numbers always add up, and what was put aside says why, and leads to whoever may decide about it.
import { Link, useLocation, useSearch } from 'wouter';
import type { Schemas } from '../../api/client';
import { useOutbox, useStaffName } from '../../api/queries';
import { may, useSession } from '../../app/session';
import { useLanguage, useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { localeOf } from '../../ui/month';
import { NotRead } from '../../ui/not_read';
import { useIntake } from './queries';
import { useReasonText } from './reason';

type MailEntry = Schemas['MailEntry'];

const shows = ['all', 'undecided', 'quarantined', 'filed'] as const;

/** A letter, a notice about a complaint, or a mail of the morning, which is about none. */
function About({ incident }: { incident: Schemas['Outbox']['incidents'][number] }) {
  const say = useSay();
  const { reference, letter } = incident;
  if (!reference) return <span>{say('intake.digest')}</span>;
  return <Link href={letter ? `/complaints/${reference}/letters/${letter}` : `/complaints/${reference}`}>{reference}</Link>;
}

function Outbox() {
  const say = useSay();
  const times = useTimes();
  const outbox = useOutbox().data;
  if (!outbox) return null;
  return (
    <section className="stack" aria-labelledby="outbox">
      <h2 id="outbox">{say('intake.outbox')}</h2>
      {outbox.waiting > 0 && <p>{say('intake.outboxWaiting', { count: outbox.waiting })}</p>}
      {outbox.incidents.length === 0 && outbox.waiting === 0 && <p className="soft">{say('intake.outboxNone')}</p>}
      {outbox.incidents.length > 0 && (
        <ul className="stack">
          {outbox.incidents.map(one => (
            <li key={one.id} className="notice late">
              <p className="line">
                <Icon name="warning" size={16} />
                <About incident={one} />
                <span>{say('intake.attempts', { count: one.attempts })}</span>
                <span className="soft">{times.moment(one.due_at)}</span>
              </p>
              <p className="small said">{one.last_reply}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function State({ entry }: { entry: MailEntry }) {
  const say = useSay();
  const reasonText = useReasonText();
  const staffName = useStaffName();
  if (entry.decision)
    return (
      <>
        <span className={`tag ${entry.decision.verdict === 'discarded' ? '' : 'good'}`}>{say(`verdict.${entry.decision.verdict}`)}</span>
        <p className="small">
          {staffName(entry.decision.by)}: <span className="said">{entry.decision.reason}</span>
        </p>
      </>
    );
  return (
    <>
      <span className={`tag ${entry.state === 'filed' ? 'good' : 'soon'}`}>{say(`intake.${entry.state}`)}</span>
      {entry.reason && <p className="small">{reasonText(entry.reason)}</p>}
    </>
  );
}

function Journal({ entries }: { entries: MailEntry[] }) {
  const say = useSay();
  const times = useTimes();
  const language = useLanguage();
  const size = new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('intake.received')}</th>
            <th scope="col">{say('intake.state')}</th>
            <th scope="col">{say('intake.complaint')}</th>
            <th scope="col" className="wide-only">
              {say('intake.inlet')}
            </th>
            <th scope="col" className="number wide-only">
              {say('intake.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(one => (
            <tr key={one.id}>
              <td>
                <Link href={`/intake/${one.id}`} aria-label={say('mail.open', { at: times.moment(one.received_at) })}>
                  <time dateTime={one.received_at}>{times.moment(one.received_at)}</time>
                </Link>
              </td>
              <td>
                <State entry={one} />
              </td>
              <td>
                {one.reference && (
                  <Link href={`/complaints/${one.reference}`} className="number">
                    {one.reference}
                  </Link>
                )}
              </td>
              <td className="soft wide-only">{one.inlet}</td>
              <td className="number soft wide-only">{size.format(one.size / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function IntakeScreen() {
  const say = useSay();
  const session = useSession();
  const [, goTo] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get('show');
  const show = shows.find(one => one === wanted) ?? 'all';
  const intake = useIntake(show);
  const first = intake.data?.pages[0];
  const entries = intake.data?.pages.flatMap(page => page.entries) ?? [];
  return (
    <div className="stack" style={{ gap: '1.75rem' }}>
      <header className="spread">
        <div>
          <h1 tabIndex={-1}>{say('intake.title')}</h1>
          {first && (
            <p className="soft">
              {say('intake.sum', { received: first.received, filed: first.filed, quarantined: first.quarantined, waiting: first.waiting })}
            </p>
          )}
        </div>
        <fieldset className="choices">
          <legend className="hidden">{say('intake.show')}</legend>
          {shows.map(one => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="intake-show"
                checked={show === one}
                onChange={() => goTo(one === 'all' ? '/intake' : `/intake?show=${one}`)}
              />
              {say(`intake.${one}`)}
              {one === 'undecided' && first && first.undecided > 0 && <span className="tag soon count">{first.undecided}</span>}
            </label>
          ))}
        </fieldset>
      </header>
      {intake.isError && <NotRead look="notice" failure={intake.error} onTryAgain={intake.refetch} />}
      {first && entries.length === 0 && <p className="empty">{say(show === 'undecided' ? 'intake.noneUndecided' : 'intake.none')}</p>}
      {entries.length > 0 && <Journal entries={entries} />}
      {intake.hasNextPage && (
        <p>
          <Button pending={intake.isFetchingNextPage} onClick={() => void intake.fetchNextPage()}>
            {say('intake.older')}
          </Button>
        </p>
      )}
      {may(session, 'read-outbox') && <Outbox />}
    </div>
  );
}
