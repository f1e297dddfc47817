// SPDX-License-Identifier: Apache-2.0
// The profiles that are there: each is the rules of one regime.
import { Link } from 'wouter';
import { useSay } from '../../i18n';
import { NotRead } from '../../ui/not_read';
import { useProfiles } from './queries';
import { RuleTabs } from './tabs';

export function ProfilesScreen() {
  const say = useSay();
  const profiles = useProfiles();
  return (
    <div className="stack narrow" style={{ gap: '1.5rem' }}>
      <RuleTabs at="profiles" />
      <header>
        <h1 tabIndex={-1}>{say('rules.profilesTitle')}</h1>
        <p className="soft">{say('rules.profilesLead')}</p>
      </header>
      {profiles.isPending && <div className="empty" aria-busy="true" />}
      {profiles.isError && <NotRead failure={profiles.error} onTryAgain={profiles.refetch} />}
      <ul className="stack">
        {profiles.data?.profiles.map(one => (
          <li key={one.name} className="card spread">
            <span>
              <Link href={`/rules/profiles/${encodeURIComponent(one.name)}`}>{one.title}</Link>{' '}
              <span className="soft small">{one.name}</span>
            </span>
            <span className="line">
              {one.calendar && <span className="soft small">{say('rules.calendar', { calendar: one.calendar })}</span>}
              {one.is_ours && <span className="tag good">{say('rules.ours')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
