// SPDX-License-Identifier: Apache-2.0
// Who else has a complaint before them just now. Each page says for itself that it is there, as long as somebody sits before it; a page that falls silent is
// gone by itself. It tells, and keeps nobody from anything.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { newKey, sendQuietly } from './client';
import { cache } from './queries';
import type { components } from './schema';

export type Present = components['schemas']['Presence']['present'][number];
type Mode = components['schemas']['PresenceNoted']['mode'];

const page = newKey();
/** Well below the 45 seconds after which the server forgets us. */
const beat = 20_000;
/** Nobody sits before a page on which nothing was done for so long; without this an open page would also keep its log-in alive for ever. */
const patience = 300_000;

let touchedAt = Date.now();
function touch(): void {
  touchedAt = Date.now();
}
if (typeof window !== 'undefined')
  for (const kind of ['pointerdown', 'keydown', 'wheel']) window.addEventListener(kind, touch, { passive: true, capture: true });

async function send(reference: string, mode: Mode): Promise<void> {
  const answer = await sendQuietly(`/api/v1/complaints/${encodeURIComponent(reference)}/presence`, { page, mode });
  if (answer && mode !== 'away') cache.setQueryData(['presence', reference], (answer as { present: Present[] }).present);
}

let sent = Promise.resolve();
/** One after the other, so that a screen that opens is not overtaken by the one it replaces. */
function note(reference: string, mode: Mode): void {
  sent = sent.then(() => send(reference, mode));
}

/** Says that we are there, and answers who else is. */
export function usePresence(reference: string, isWriting: boolean): Present[] {
  const others = useQuery<Present[]>({
    queryKey: ['presence', reference],
    queryFn: () => [],
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const mode = isWriting ? 'writing' : 'reading';
  useEffect(() => {
    const say = () => {
      if (Date.now() - touchedAt < patience && (!document.hidden || mode === 'writing')) note(reference, mode);
    };
    // A page that closes becomes hidden after it has said that it goes, and must not take that back.
    const comeBack = () => {
      if (!document.hidden) say();
    };
    say();
    const timer = setInterval(say, beat);
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [reference, mode]);
  useEffect(() => {
    const leave = () => void send(reference, 'away');
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      note(reference, 'away');
    };
  }, [reference]);
  return others.data ?? [];
}
