// SPDX-License-Identifier: Apache-2.0
// What was promised, what was written, and what came of it.
import { Link } from 'wouter';
import { useStaffName } from '../../api/queries';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Icon } from '../../ui/icon';
import { type PartProps, readyIn } from './complaint';
import { Doing } from './work';

const promiseLooks: Record<string, string> = { Kept: 'good', Missed: 'late', Agreed: 'accent' };

export function Promises({ complaint, open }: PartProps) {
  const say = useSay();
  const times = useTimes();
  const staffName = useStaffName();
  const ready = readyIn(complaint, 'promises');
  const onLine = ['keep-promise', 'amend-promise', 'release-promise'].filter(name => ready.includes(name));
  return (
    <>
      {complaint.promises.length > 0 && (
        <ul className="lines">
          {complaint.promises.map(one => (
            <li key={one.id} className="promise" id={one.id}>
              <div className="promise-what">
                <p>{one.what}</p>
                <p className="soft small">
                  {staffName(one.owner)} · <time dateTime={one.by}>{times.day(one.by)}</time>
                  {one.earlier.length > 0 && <> · {say('promise.earlier', { day: one.earlier.map(times.day).join(', ') })}</>}
                </p>
                {one.evidence && <p className="small said">{one.evidence}</p>}
              </div>
              <span className={`tag ${promiseLooks[one.state] ?? ''}`}>{say(`promiseState.${one.state}`)}</span>
              {['Agreed', 'Due', 'Missed'].includes(one.state) && (
                <div className="line small">
                  {onLine.map(name => (
                    <button key={name} type="button" className="link" onClick={() => open({ command: name, given: { promise: one.id } })}>
                      {say(`short.${name}`)}
                    </button>
                  ))}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {complaint.holds.map(one => (
        <p key={one.id} className="line">
          <Icon name="lock" size={15} /> {one.what}{' '}
          <span className={`tag ${one.lifted ? '' : 'accent'}`}>{say(one.lifted ? 'hold.lifted' : 'hold.stands')}</span>
        </p>
      ))}
      <Doing names={ready.filter(name => !onLine.includes(name))} open={open} />
    </>
  );
}

const letterLooks: Record<string, string> = {
  Accepted: 'good',
  Bounced: 'late',
  Queued: 'accent',
  Approved: 'accent',
  Drafted: 'soon',
  Reviewed: 'soon',
};

export function Letters({ complaint, open }: PartProps) {
  const say = useSay();
  const ready = readyIn(complaint, 'letters');
  const people = complaint.people_involved;
  return (
    <>
      <ul className="lines">
        {complaint.letters.map(one => (
          <li key={one.id} className="promise">
            <div className="promise-what">
              <Link href={`/complaints/${complaint.reference}/letters/${one.id}`}>{say(`enum.kind.${one.kind}`)}</Link>
              <p className="soft small">{one.subject}</p>
              {one.copies.length > 0 && (
                <p className="soft small">
                  {say('letter.copiesTo')}:{' '}
                  {one.copies.map(copy => people.find(other => other.person === copy.recipient)?.name ?? copy.recipient).join(', ')}
                </p>
              )}
            </div>
            <span className={`tag ${letterLooks[one.state] ?? ''}`}>{say(`letterState.${one.state}`)}</span>
          </li>
        ))}
      </ul>
      <Doing names={ready.filter(name => ['draft-letter', 'copy-letter', 'record-copy-read', 'post-letter'].includes(name))} open={open} />
    </>
  );
}

export function After({ complaint, open }: PartProps) {
  const say = useSay();
  const times = useTimes();
  const staffName = useStaffName();
  return (
    <>
      {complaint.satisfaction && (
        <p>
          {say('after.satisfaction')}: <strong>{say(`enum.satisfaction.${complaint.satisfaction}`)}</strong>
        </p>
      )}
      {complaint.outcome && (
        <p>
          {say('field.outcome')}: <strong>{say(`enum.outcome.${complaint.outcome}`)}</strong>
        </p>
      )}
      {complaint.preventive_actions.length > 0 && (
        <div className="stack">
          <h3>{say('after.actions')}</h3>
          <ul className="lines">
            {complaint.preventive_actions.map(one => (
              <li key={one.id} className="promise">
                <div className="promise-what">
                  <p>{one.what}</p>
                  {(one.owner || one.by) && (
                    <p className="soft small">
                      {staffName(one.owner)} {one.by && `· ${times.day(one.by)}`}
                    </p>
                  )}
                </div>
                <span className="tag">{say(`actionState.${one.state}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {complaint.prevention_ruled_out && <p className="soft">{say('after.ruledOut')}</p>}
      <Doing names={readyIn(complaint, 'after')} open={open} />
    </>
  );
}
