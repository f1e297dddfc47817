// SPDX-License-Identifier: Apache-2.0
// One profile as sentences that whoever answers for it can check against its source, and what it would mean for a moment or a complaint.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ProblemError } from '../../api/client';
import { useSay, useWords } from '../../i18n';
import { Icon } from '../../ui/icon';
import { NotRead } from '../../ui/not_read';
import { type DeadlineRule, type Period, type Profile, useProfile } from './queries';
import { RuleTabs } from './tabs';
import { Try } from './trial';

export function usePeriod(): (period: Period) => string {
  const say = useSay();
  return ({ amount, unit }) => say(`period.${unit}`, { count: amount });
}

/** What a value of a rule is called; one that a newer server has is told as it is. */
function useValueName(): (kind: string, value: string) => string {
  const words = useWords();
  return (kind, value) => (words.has(`${kind}.${value}`) ? words.say(`${kind}.${value}`) : value);
}

function Source({ text }: { text: string }) {
  const say = useSay();
  return text ? (
    <p className="small soft">
      {say('rules.source')}: {text}
    </p>
  ) : null;
}

function Deadline({ rule }: { rule: DeadlineRule }) {
  const say = useSay();
  const period = usePeriod();
  const name = useValueName();
  const channels = rule.channels.map(one => say(`enum.channel.${one}`)).join(', ');
  const { extension } = rule;
  const sentences = [
    say('rules.metBy', { what: name('milestone', rule.met_by) }),
    ...(channels ? [say('rules.onChannels', { channels })] : []),
    ...['starts_from', 'day_of_start', 'ends_at', 'on_day_off', 'while_waiting', 'silence'].map(kind =>
      name(`rules.${kind}`, rule[kind as 'silence']),
    ),
    say('rules.warn', { period: period(rule.warn_before) }),
    ...(rule.drafts_on_warning ? [say('rules.drafts', { letter: say(`enum.kind.${rule.drafts_on_warning}`) })] : []),
    extension
      ? say(extension.at_most ? 'rules.extended' : 'rules.extendedFreely', {
          times: extension.times,
          period: extension.at_most ? period(extension.at_most) : '',
          needs: name('rules.needs', extension.needs),
        })
      : say('rules.notExtended'),
    ...(extension?.notice ? [extension.notice] : []),
  ];
  return (
    <li className="card stack">
      <h3>
        {rule.title}: {say('rules.periodFrom', { period: period(rule.period), start: name('milestone', rule.start) })}
      </h3>
      <ul className="dashes">
        {sentences.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Source text={[rule.source, extension?.source].filter(Boolean).join('; ')} />
    </li>
  );
}

function Fact({ title, source = '', children }: { title: string; source?: string; children: ReactNode }) {
  return (
    <div className="stack">
      <h3>{title}</h3>
      <p>{children}</p>
      <Source text={source} />
    </div>
  );
}

function Others({ profile }: { profile: Profile }) {
  const say = useSay();
  const period = usePeriod();
  const name = useValueName();
  const { referral, retention } = profile;
  return (
    <section className="card stack" aria-labelledby="profile-others">
      <h2 id="profile-others">{say('rules.others')}</h2>
      <ul className="dashes">
        <li>{say('rules.informationWithin', { period: period(profile.information_within) })}</li>
        <li>{name('rules.staff_notices', profile.staff_notices)}</li>
        <li>{name('rules.approver', profile.approver)}</li>
      </ul>
      {referral && (
        <Fact title={say('rules.referral')} source={referral.source}>
          {referral.body}
          {referral.within && <> · {say('rules.within', { period: period(referral.within) })}</>}
          {referral.address && <span className="soft"> · {referral.address}</span>}
        </Fact>
      )}
      {retention && (
        <Fact title={say('rules.retention')} source={retention.source}>
          {period(retention.keep)}
        </Fact>
      )}
      {profile.contents.map(one => (
        <Fact key={one.letter} title={say('rules.contents', { letter: name('enum.kind', one.letter) })} source={one.source}>
          {one.contents.map(part => name('contents', part)).join(', ')}
        </Fact>
      ))}
    </section>
  );
}

export function ProfileScreen({ name }: { name: string }) {
  const say = useSay();
  const query = useProfile(name);
  if (query.error instanceof ProblemError && query.error.status === 404) return <p className="empty">{say('rules.noProfile')}</p>;
  if (query.isError && !query.data) return <NotRead failure={query.error} onTryAgain={query.refetch} />;
  const profile = query.data;
  if (!profile) return <div className="empty" aria-busy="true" />;
  return (
    <div className="stack narrow" style={{ gap: '1.5rem' }}>
      <RuleTabs at="profiles" />
      <header>
        <Link href="/rules/profiles" className="line small">
          <Icon name="left" size={15} />
          {say('rules.allProfiles')}
        </Link>
        <h1 tabIndex={-1}>{profile.title}</h1>
        <p className="soft line">
          <span>{profile.calendar ? say('rules.calendar', { calendar: profile.calendar }) : say('rules.ownCalendar')}</span>
          {profile.is_ours && <span className="tag good">{say('rules.ours')}</span>}
        </p>
      </header>
      <Try profile={name} />
      <section className="stack" aria-labelledby="profile-deadlines">
        <h2 id="profile-deadlines">{say('memory.deadlines')}</h2>
        <ul className="stack">
          {profile.deadlines.map((rule, index) => (
            <Deadline key={rule.name + rule.start + index} rule={rule} />
          ))}
        </ul>
      </section>
      <Others profile={profile} />
    </div>
  );
}
