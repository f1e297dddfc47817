// SPDX-License-Identifier: Apache-2.0
// Who works here, as the API tells it. Users and roles are administered where the API has them; until then nothing here pretends to.
import { Link } from 'wouter';
import { useComplaints, useOrganisation } from '../../api/queries';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { isOver } from '../../ui/pips';

export function PeopleScreen() {
  const say = useSay();
  const times = useTimes();
  const organisation = useOrganisation().data;
  const rows = useComplaints({}).data?.complaints ?? [];
  const openOf = (id: string) => rows.filter(row => row.handler?.id === id && !isOver(row.stage)).length;
  const nameOf = (id: string | null) => organisation?.staff.find(one => one.id === id)?.name ?? '';
  const awayNow = (one: { from: string; until: string }) => one.until >= times.today();
  return (
    <div className="stack" style={{ gap: '1.5rem' }}>
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
              <th scope="col" className="number">
                {say('people.open')}
              </th>
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
                <td className="number">{openOf(one.id) > 0 ? <Link href={`/?handler=${one.id}`}>{openOf(one.id)}</Link> : '0'}</td>
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
