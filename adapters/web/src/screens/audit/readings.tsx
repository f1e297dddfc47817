// SPDX-License-Identifier: Apache-2.0
// Who read what, newest first. Which complaint is asked for stands in the address; whose readings are asked for does not, for that would be a name.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { client, dataOf, ProblemError, type Schemas } from '../../api/client';
import { useStaffName } from '../../api/queries';
import { may, useSession } from '../../app/session';
import { useSay, useWords } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { NotRead } from '../../ui/not_read';
import { useUsers } from '../people/queries';
import { AuditTabs } from './tabs';

type Reading = Schemas['ReadingList']['readings'][number];

function useReadings(reference: string, user: string) {
  return useInfiniteQuery({
    queryKey: ['readings', reference, user],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam }) => {
      const query = {
        ...(reference ? { reference } : {}),
        ...(user ? { user } : {}),
        ...(pageParam === null ? {} : { before: pageParam }),
      };
      return dataOf(await client.GET('/api/v1/readings', { params: { query } }));
    },
    getNextPageParam: page => page.next,
    // What somebody reads while this is open belongs on it too, once it is asked for again.
    staleTime: 0,
  });
}

/** The route as the record has it, in words; a route that a newer server has is told as it is. */
function useWhat(): (reading: Reading) => string {
  const words = useWords();
  return reading => {
    const id = `readings.what.${reading.what.replace('/api/v1', '')}`;
    return words.has(id) ? words.say(id) : reading.what;
  };
}

function ReadingRow({ reading }: { reading: Reading }) {
  const say = useSay();
  const times = useTimes();
  const staffName = useStaffName();
  const whatOf = useWhat();
  const who = reading.staff ? staffName(reading.staff) : (reading.user ?? say('readings.way.operator'));
  const aside = [reading.staff ? reading.user : null, reading.user ? say(`readings.way.${reading.way}`) : null].filter(Boolean);
  return (
    <tr>
      <td>
        <time dateTime={reading.at}>{times.moment(reading.at)}</time>
      </td>
      <td>
        {who}
        {aside.length > 0 && <p className="small soft">{aside.join(' · ')}</p>}
      </td>
      <td>
        {whatOf(reading)}{' '}
        {reading.reference && (
          <Link href={`/audit/${reading.reference}`} className="number">
            {reading.reference}
          </Link>
        )}{' '}
        {reading.part && <span className="soft number small">{reading.part}</span>}
        {reading.searched && <p className="small soft">{say('readings.searched', { digest: reading.searched.slice(0, 8) })}</p>}
        {reading.outcome !== 'shown' && (
          <p>
            <span className={`tag ${reading.outcome === 'missing' ? 'soon' : 'late'}`}>{say(`readings.outcome.${reading.outcome}`)}</span>
          </p>
        )}
      </td>
    </tr>
  );
}

function Wanted({ reference, user, onUser }: { reference: string; user: string; onUser: (user: string) => void }) {
  const say = useSay();
  const [, goTo] = useLocation();
  const [typed, setTyped] = useState(reference);
  const users = useUsers(may(useSession(), 'read-users')).data ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim().toUpperCase();
    goTo(wanted ? `/audit/readings?reference=${encodeURIComponent(wanted)}` : '/audit/readings');
  };
  return (
    <form className="line readings-wanted" onSubmit={submit}>
      <input
        className="input"
        aria-label={say('audit.reference')}
        placeholder="R-7K3M-Q9PX"
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      {users.length > 0 && (
        <select className="select" aria-label={say('readings.by')} value={user} onChange={event => onUser(event.target.value)}>
          <option value="">{say('filter.everybody')}</option>
          {users.map(one => (
            <option key={one.name} value={one.name}>
              {one.display_name === one.name ? one.name : `${one.display_name} (${one.name})`}
            </option>
          ))}
        </select>
      )}
      <Button type="submit">{say('readings.show')}</Button>
    </form>
  );
}

function Table({ readings }: { readings: Reading[] }) {
  const say = useSay();
  return (
    <div className="table-wrap">
      <table className="table readings">
        <thead>
          <tr>
            {['when', 'who', 'what'].map(one => (
              <th key={one} scope="col">
                {say(`readings.column.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map((one, index) => (
            <ReadingRow key={`${one.at} ${index}`} reading={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ReadingsScreen() {
  const say = useSay();
  const reference = new URLSearchParams(useSearch()).get('reference') ?? '';
  const [user, setUser] = useState('');
  const query = useReadings(reference, user);
  const readings = query.data?.pages.flatMap(page => page.readings) ?? [];
  if (query.error instanceof ProblemError && query.error.status === 403) return <p className="empty">{say('readings.mayNot')}</p>;
  return (
    <div className="stack" style={{ gap: '1.5rem' }}>
      <AuditTabs at="readings" />
      <header>
        <h1 tabIndex={-1}>{say('readings.title')}</h1>
        <p className="soft">{say('readings.lead')}</p>
      </header>
      <Wanted key={reference} reference={reference} user={user} onUser={setUser} />
      {query.isPending && <div className="empty" aria-busy="true" />}
      {query.isError && <NotRead look="notice" failure={query.error} onTryAgain={query.refetch} />}
      {query.isSuccess && readings.length === 0 && <p className="empty">{say('readings.none')}</p>}
      {readings.length > 0 && <Table readings={readings} />}
      {query.hasNextPage && (
        <p>
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('intake.older')}
          </Button>
        </p>
      )}
    </div>
  );
}
