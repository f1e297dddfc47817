// SPDX-License-Identifier: Apache-2.0
// Whom of our own staff the complaint is about. They find it nowhere; a second person may let one of them read it for some hours, and here it stands who did
// so, until when and why.
import type { Complaint, Event } from '../../api/client';
import { useHistory, useStaffName } from '../../api/queries';
import { may, useSession } from '../../app/session';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { useNow } from '../../ui/clock';
import { type PartProps, readyIn } from './complaint';
import { Doing } from './work';

interface Leave {
  staff: string;
  until: string;
  reason: string;
  by: string;
}

const textOf = (event: Event, name: string): string => (typeof event.data[name] === 'string' ? (event.data[name] as string) : '');

/** Every leave to read that was given, newest first. */
function leavesIn(events: Event[]): Leave[] {
  return events
    .filter(one => one.type === 'glass-broken')
    .map(one => ({ staff: textOf(one, 'staff'), until: textOf(one, 'until'), reason: textOf(one, 'reason'), by: one.actor.id ?? '' }))
    .reverse();
}

function Named({ staff, leave, reason }: { staff: string; leave: Leave | undefined; reason: string }) {
  const say = useSay();
  const times = useTimes();
  const now = useNow();
  const staffName = useStaffName();
  const isOpen = leave !== undefined && Date.parse(leave.until) > now;
  return (
    <li>
      <p className="line">
        <strong>{staffName(staff)}</strong>
        <span className={`tag ${isOpen ? 'soon' : ''}`}>
          {isOpen ? say('access.readsUntil', { at: times.moment(leave.until) }) : say('access.hidden')}
        </span>
      </p>
      {reason && <p className="small said">{reason}</p>}
      {leave && (
        <p className="small soft">
          {say(isOpen ? 'access.letIn' : 'access.wasLetIn', { name: staffName(leave.by), at: times.moment(leave.until) })}{' '}
          <span className="said">{leave.reason}</span>
        </p>
      )}
    </li>
  );
}

function WhomItIsAbout({ complaint }: { complaint: Complaint }) {
  const events = useHistory(complaint.reference).data?.events ?? [];
  const leaves = leavesIn(events);
  const reasonFor = (staff: string) => {
    const named = events.find(one => one.type === 'staff-named' && textOf(one, 'staff') === staff);
    return named ? textOf(named, 'reason') : '';
  };
  return (
    <ul className="stack">
      {complaint.concerns_staff.map(staff => (
        <Named key={staff} staff={staff} leave={leaves.find(one => one.staff === staff)} reason={reasonFor(staff)} />
      ))}
    </ul>
  );
}

export function Access(props: PartProps) {
  const { complaint, open } = props;
  const say = useSay();
  return (
    <>
      {complaint.concerns_staff.length > 0 && (
        <>
          <p className="soft small">{say('access.lead')}</p>
          <WhomItIsAbout complaint={complaint} />
        </>
      )}
      <Doing names={readyIn(complaint, 'access')} open={open} />
    </>
  );
}

/** For whoever was let in to read what is about themselves: that it is so, and until when. */
export function LetIn({ complaint }: { complaint: Complaint }) {
  const say = useSay();
  const session = useSession();
  const times = useTimes();
  const isAboutThem = session.staff_id !== null && complaint.concerns_staff.includes(session.staff_id);
  if (!isAboutThem) return null;
  return (
    <div className="notice let-in" role="note">
      <p>
        <strong>{say('access.aboutYou')}</strong>
      </p>
      {may(session, 'read-history') && <Until reference={complaint.reference} staff={session.staff_id} moment={times.moment} />}
    </div>
  );
}

function Until({ reference, staff, moment }: { reference: string; staff: string; moment: (at: string) => string }) {
  const say = useSay();
  const leave = leavesIn(useHistory(reference).data?.events ?? []).find(one => one.staff === staff);
  return leave ? <p className="small">{say('access.youUntil', { at: moment(leave.until) })}</p> : null;
}
