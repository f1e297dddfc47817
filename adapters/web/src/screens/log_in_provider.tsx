// SPDX-License-Identifier: Apache-2.0
// The way in by an identity provider, where one is set up: a plain link, for the browser leaves us and comes back; and why it came back without a session.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/client';
import { useSay } from '../i18n';

interface Way {
  title: string;
  start: string;
}

const outcomes = ['refused', 'expired', 'unlinked', 'unready', 'too-often'] as const;

function outcomeIn(search: string): (typeof outcomes)[number] | undefined {
  const said = new URLSearchParams(search).get('log-in');
  return outcomes.find(one => one === said);
}

async function readWays(): Promise<Way[]> {
  const { providers } = (await (await ask('/api/v1/log-in-ways')).json()) as { providers: Way[] };
  return providers;
}

export function ProviderLogIn() {
  const say = useSay();
  const ways = useQuery({ queryKey: ['log-in-ways'], queryFn: readWays, retry: false, staleTime: Number.POSITIVE_INFINITY });
  const outcome = outcomeIn(window.location.search);
  return (
    <>
      {outcome && (
        <div className="notice late" role="alert">
          {say(`logIn.provider.${outcome}`)}
        </div>
      )}
      {ways.data?.map(way => (
        <a key={way.start} className="button" href={way.start}>
          {say('logIn.provider', { title: way.title })}
        </a>
      ))}
    </>
  );
}
