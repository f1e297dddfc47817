// SPDX-License-Identifier: Apache-2.0
// Who works here, as the API tells it. Who may log in, and in which roles, is a screen of its own.
import { Link } from 'wouter';
import { useComplaints, useOrganisation } from '../../api/queries';
import { may, useSession } from '../../app/session';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { isOver } from '../../ui/pips';
import { PeopleTabs } from './tabs';

export function PeopleScreen() {
  const say = useSay();
  const times = useTimes();
  const organisation = useOrganisation().data;
  const session = useSession();
  const readsComplaints = may(session, 'read-complaints');
  const rows = useComplaints({}, { enabled: readsComplaints }).data?.complaints ?? [];
  const openOf = (id: string) => rows.filter(row => row.handler?.id === id && !isOver(row.stage)).length;
  const nameOf = (id: string | null) => organisation?.staff.find(one => one.id === id)?.name ?? '';
  const awayNow = (one: { from: string; until: string }) => one.until >= times.today();
  return (
    <div className="stack" style={{ gap: '1.5rem' }}>
      <PeopleTabs at="people" />
      <header>
        <h1 tabIndex={-1}>{say('people.title')}</h1>
        <p className="soft">{say('people.lead')}</p>
      </header>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('people.name')}</th>
              <th scope="col">{say('people.role')}</th>
              <th scope="col" className="wide-only">
                {say('people.manager')}
              </th>
              {readsComplaints && (
                <th scope="col" className="number">
                  {say('people.open')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {organisation?.staff.map(one => (
              <tr key={one.id}>
                <td>
                  <strong>{one.name}</strong>
                  {one.away.filter(awayNow).map(away => (
                    <p key={away.from} className="small soft">
                      {say('people.away', { from: times.day(away.from), until: times.day(away.until) })}
                    </p>
                  ))}
                </td>
                <td>{one.title}</td>
                <td className="soft wide-only">{nameOf(one.line_manager)}</td>
                {readsComplaints && (
                  <td className="number">{openOf(one.id) > 0 ? <Link href={`/?handler=${one.id}`}>{openOf(one.id)}</Link> : '0'}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {organisation && (
        <section className="stack" aria-labelledby="organisation">
          <h2 id="organisation">
            {say('people.organisation')}: {organisation.name}
          </h2>
          <p>{say('people.calendar', { calendar: organisation.calendar, zone: organisation.zone })}</p>
          <p>{say('people.profile', { profile: organisation.profile })}</p>
        </section>
      )}
    </div>
  );
}
