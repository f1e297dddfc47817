// SPDX-License-Identifier: Apache-2.0
// When somebody logged in, or was turned away. Whoever sees an attempt that was not theirs knows that it is time for another password.
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { NotRead } from '../../ui/not_read';
import { useLogIns } from './queries';

export function LogIns({ name }: { name: string }) {
  const say = useSay();
  const times = useTimes();
  const logIns = useLogIns(name);
  if (logIns.isError) return <NotRead look="notice" failure={logIns.error} onTryAgain={logIns.refetch} />;
  if (!logIns.data) return <p className="soft">{say('loading')}</p>;
  if (logIns.data.length === 0) return <p className="soft">{say('users.noLogIns')}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard */}
      <ul className="stack bulk-results" tabIndex={0} aria-label={say('users.logIns')}>
        {logIns.data.map((one, index) => (
          <li key={index} className="line small">
            <span className={`tag ${one.succeeded ? 'good' : 'late'}`}>{say(one.succeeded ? 'users.let' : 'users.turnedAway')}</span>
            <time dateTime={one.at}>{times.moment(one.at)}</time>
            <span className="soft number">{one.address}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
