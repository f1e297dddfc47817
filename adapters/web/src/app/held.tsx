// SPDX-License-Identifier: Apache-2.0
// A letter that was told to go is held for ten seconds, in sight, and can be called back. It is held among the drafts, so a reload neither loses it nor sends
// it twice: the key it will be sent with was drawn when it was told to go.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { give, newKey, ProblemError } from '../api/client';
import { cache } from '../api/queries';
import { drafts } from '../drafts/store';
import { mayPass } from '../forms/failure';
import { useSay } from '../i18n';
import { useOffer } from '../keys/registry';
import { Button } from '../ui/button';
import { tell } from '../ui/toast';
import { useSession } from './session';

export const holdSeconds = 10;

export interface Held {
  reference: string;
  letter: string;
  subject: string;
  goesAt: number;
}

const beginning = (user: string): string => `${user}/held/`;

export function hold(user: string, letter: Omit<Held, 'goesAt'>): void {
  drafts.put(`${beginning(user)}${letter.reference}/${letter.letter}`, { ...letter, goesAt: Date.now() + holdSeconds * 1000 }, newKey());
  drafts.flush();
}

export function useHeld(): [string, Held][] {
  const user = useSession().name;
  const names = useSyncExternalStore(drafts.subscribe, () => drafts.names(beginning(user)).join('\n'));
  return names
    .split('\n')
    .filter(Boolean)
    .flatMap((name): [string, Held][] => {
      const held = drafts.get<Held>(name);
      return held ? [[name, held.value]] : [];
    });
}

const underWay = new Set<string>();

async function letGo(name: string, say: ReturnType<typeof useSay>): Promise<void> {
  const held = drafts.get<Held>(name);
  if (!held || underWay.has(name)) return;
  underWay.add(name);
  const { reference, letter } = held.value;
  try {
    // Whatever else happened to the complaint in these ten seconds, the engine reads the letter once more before it goes.
    await give({ reference, name: 'send-letter', fields: { letter }, version: null, key: held.key });
    drafts.discard(name);
    tell(say('held.sent'));
  } catch (failure) {
    // Refused is refused; when nobody answered, or the server has no room just now, it stays held, and is tried again with the same key.
    if (failure instanceof ProblemError && !mayPass(failure)) {
      drafts.discard(name);
      tell(say('held.refused', { why: failure.problem.title ?? '' }), 'refused');
    } else setTimeout(() => underWay.delete(name), 5000);
    return;
  } finally {
    void cache.invalidateQueries({ queryKey: ['complaint', reference] });
    void cache.invalidateQueries({ queryKey: ['history', reference] });
  }
  underWay.delete(name);
}

export function HeldLetters() {
  const say = useSay();
  const held = useHeld();
  const [now, setNow] = useState(Date.now);
  const waiting = held.length > 0;
  useEffect(() => {
    if (!waiting) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [waiting]);
  useEffect(() => {
    for (const [name, one] of held) if (one.goesAt <= now) void letGo(name, say);
  });
  const [name, first] = held[0] ?? [];
  useOffer(name ? [{ id: 'undoSend', keys: 'KeyZ', run: () => drafts.discard(name) }] : []);
  if (!name || !first) return null;
  const seconds = Math.max(0, Math.ceil((first.goesAt - now) / 1000));
  return (
    <div className="held" role="status">
      <span>
        {say('held.waiting')} <strong className="number">{seconds}</strong>
      </span>
      <Button icon="undo" onClick={() => drafts.discard(name)}>
        {say('held.undo')}
      </Button>
    </div>
  );
}
