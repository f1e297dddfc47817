// SPDX-License-Identifier: Apache-2.0
// A complaint beside the list, so that many need not be opened at all: what was asked for, what was said last, what is promised, what comes next.
import { Link } from 'wouter';
import type { Row } from '../../api/client';
import { useComplaint } from '../../api/queries';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { Clock } from '../../ui/clock';
import { Pips } from '../../ui/pips';

export function Peek({ row, onClose }: { row: Row; onClose: () => void }) {
  const say = useSay();
  const times = useTimes();
  const complaint = useComplaint(row.reference).data;
  const last = complaint?.contacts.at(-1);
  const promises = complaint?.promises.filter(one => ['Agreed', 'Due', 'Missed'].includes(one.state)) ?? [];
  const appointment = complaint?.appointments.find(one => !one.cancelled && Date.parse(one.at) > Date.now());
  return (
    <aside className="peek card stack" aria-label={say('worklist.peekAt', { name: row.complainant_name })}>
      <div className="spread">
        <h2>{row.complainant_name}</h2>
        <Button look="quiet" icon="cross" aria-label={say('close')} onClick={onClose} />
      </div>
      <div className="small stack">
        <Pips stage={row.stage} />
        <Clock at={row.next_due_at} />
      </div>
      {complaint ? (
        <>
          {complaint.hearing && (
            <section>
              <h3>{say('section.wants')}</h3>
              <p className="said">{complaint.hearing.desired_outcome}</p>
            </section>
          )}
          {appointment && (
            <section>
              <h3>{say(`enum.kind.${appointment.kind}`)}</h3>
              <p>{times.moment(appointment.at)}</p>
            </section>
          )}
          {last && (
            <section>
              <h3>{say('peek.last')}</h3>
              <p className="said">{last.summary}</p>
            </section>
          )}
          {promises.length > 0 && (
            <section>
              <h3>{say('section.promises')}</h3>
              <ul className="stack">
                {promises.map(one => (
                  <li key={one.id}>
                    {one.what} <span className="soft">· {times.day(one.by)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h3>{say('section.narrative')}</h3>
            <p className="said peek-text">{complaint.narrative}</p>
          </section>
        </>
      ) : (
        <p className="soft">{say('loading')}</p>
      )}
      <Link href={`/complaints/${row.reference}`} className="button primary">
        {say('open')}
      </Link>
    </aside>
  );
}
