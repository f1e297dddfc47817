// SPDX-License-Identifier: Apache-2.0
// Who works here now. When the session ends while somebody works, the screen stays as it is, under a dialog that lets them in again: nothing that was
// written is lost by it.
import { useQuery } from '@tanstack/react-query';
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useState } from 'react';
import { onSignedOut } from '../api/client';
import { forgetFirst, rememberFirst } from '../api/early';
import { cache, firstList } from '../api/queries';
import { logOut, readSession, type Session } from '../api/session';
import { drafts } from '../drafts/store';
import { useSay } from '../i18n';
import { Button } from '../ui/button';
import { languages, preferences } from './preferences';

const LogIn = lazy(() => import('../screens/log_in').then(one => ({ default: one.LogIn })));
const LogInAgain = lazy(() => import('../screens/log_in').then(one => ({ default: one.LogInAgain })));

const Context = createContext<Session>({ name: '', display_name: '', staff_id: '', roles: [], language: 'en', may: [] });
export const useSession = (): Session => useContext(Context);
/** What the server said this person may do; it is only drawn here, and asked again there. */
export const may = (session: Session, action: string): boolean => session.may?.includes(action) ?? false;

export async function leave(): Promise<void> {
  drafts.flush();
  forgetFirst();
  await logOut();
  cache.clear();
}

function welcome(session: Session): void {
  cache.setQueryData(['session'], session);
  const spoken = languages.find(one => one === session.language);
  if (spoken && !preferences.get().languageChosen) preferences.set({ language: spoken });
}

/** The requests that every screen of theirs begins with. Nothing is asked that their roles would be turned away from. */
function useFirstRequests(session: Session | null | undefined): void {
  useEffect(() => {
    if (session === undefined) return;
    if (session === null) forgetFirst();
    else rememberFirst(['/api/v1/session', '/api/v1/organisation', ...(may(session, 'read-complaints') ? [firstList] : [])]);
  }, [session]);
}

export function SessionGate({ children }: { children: ReactNode }) {
  const say = useSay();
  const [expired, setExpired] = useState(false);
  const session = useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: Number.POSITIVE_INFINITY });
  useEffect(() => onSignedOut(() => setExpired(true)), []);
  useFirstRequests(session.data);
  if (session.isPending) return <p className="hidden">{say('loading')}</p>;
  if (session.isError)
    return (
      <main className="log-in">
        <p>{say('unreachable')}</p>
        <Button look="primary" onClick={() => void session.refetch()}>
          {say('tryAgain')}
        </Button>
      </main>
    );
  if (!session.data)
    return (
      <Suspense>
        <LogIn onDone={welcome} />
      </Suspense>
    );
  const again = (renewed: Session) => {
    setExpired(false);
    // Somebody else's session must not show what the one before them was reading.
    if (renewed.name !== session.data?.name) cache.clear();
    welcome(renewed);
    void cache.invalidateQueries({ predicate: query => query.queryKey[0] !== 'session' });
  };
  return (
    <Context value={session.data}>
      {children}
      <Suspense>{expired && <LogInAgain name={session.data.name} onDone={again} />}</Suspense>
    </Context>
  );
}
