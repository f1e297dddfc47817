// SPDX-License-Identifier: Apache-2.0
// What became of every mail. The numbers always add up, and what was put aside says why.
import { useState } from 'react';
import { Link } from 'wouter';
import { useIntake, useOutbox } from '../../api/queries';
import { useLanguage, useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Icon } from '../../ui/icon';
import { localeOf } from '../../ui/month';

const shows = ['all', 'filed', 'quarantined'] as const;

function Outbox() {
  const say = useSay();
  const times = useTimes();
  const outbox = useOutbox().data;
  if (!outbox) return null;
  return (
    <section className="stack" aria-labelledby="outbox">
      <h2 id="outbox">{say('intake.outbox')}</h2>
      {outbox.waiting > 0 && <p>{say('intake.outboxWaiting', { count: outbox.waiting })}</p>}
      {outbox.incidents.length === 0 ? (
        <p className="soft">{say('intake.outboxNone')}</p>
      ) : (
        <ul className="stack">
          {outbox.incidents.map(one => (
            <li key={one.id} className="notice late">
              <p className="line">
                <Icon name="warning" size={16} />
                <Link href={`/complaints/${one.reference}/letters/${one.letter}`}>{one.reference}</Link>
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

export function IntakeScreen() {
  const say = useSay();
  const times = useTimes();
  const language = useLanguage();
  const intake = useIntake().data;
  const [show, setShow] = useState<(typeof shows)[number]>('all');
  const entries = intake?.entries.filter(one => show === 'all' || one.state === show) ?? [];
  const size = new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  return (
    <div className="stack" style={{ gap: '1.75rem' }}>
      <header className="spread">
        <div>
          <h1 tabIndex={-1}>{say('intake.title')}</h1>
          {intake && (
            <p className="soft">
              {say('intake.sum', {
                received: intake.received,
                filed: intake.filed,
                quarantined: intake.quarantined,
                waiting: intake.waiting,
              })}
            </p>
          )}
        </div>
        <fieldset className="choices">
          <legend className="hidden">{say('intake.show')}</legend>
          {shows.map(one => (
            <label key={one} className="choice">
              <input type="radio" name="intake-show" checked={show === one} onChange={() => setShow(one)} />
              {say(`intake.${one}`)}
            </label>
          ))}
        </fieldset>
      </header>
      {intake && entries.length === 0 && <p className="empty">{say('intake.none')}</p>}
      {entries.length > 0 && (
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
                    <time dateTime={one.received_at}>{times.moment(one.received_at)}</time>
                  </td>
                  <td>
                    <span className={`tag ${one.state === 'filed' ? 'good' : 'soon'}`}>{say(`intake.${one.state}`)}</span>
                    {one.reason && <p className="small">{one.reason}</p>}
                  </td>
                  <td>
                    {one.reference ? (
                      <Link href={`/complaints/${one.reference}`} className="number">
                        {one.reference}
                      </Link>
                    ) : (
                      ''
                    )}
                  </td>
                  <td className="soft wide-only">{one.inlet}</td>
                  <td className="number soft wide-only">{size.format(one.size / 1000)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Outbox />
    </div>
  );
}
