// SPDX-License-Identifier: Apache-2.0
// A deadline in both its forms: the moment itself, and how long that is from now. Never a minus sign, and never by colour alone.
import { useSyncExternalStore } from 'react';
import { useSay } from '../i18n';
import { spanTo, useTimes } from '../i18n/times';
import { Icon } from './icon';

const tick = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all that show the time, so that two hundred rows are drawn anew together, and not each for itself. */
function listen(listener: () => void): () => void {
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, tick);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function current(): number {
  if (timer === undefined && Date.now() - now > tick) now = Date.now();
  return now;
}

export const useNow = (): number => useSyncExternalStore(listen, current);

export function useSpan(): (at: string, now: number) => string {
  const say = useSay();
  return (at, now) => {
    const span = spanTo(at, now);
    const nearly = span.days > 0 && span.days < 3 ? say('span.daysHours', { days: span.days, hours: span.hours }) : null;
    const whole = Math.round(span.days + span.hours / 24);
    const long =
      nearly ?? (span.days > 0 ? say('span.days', { days: whole }) : say('span.hours', { hours: span.hours, minutes: span.minutes }));
    return say(span.overdue ? 'span.late' : 'span.left', { span: long });
  };
}

export function urgencyOf(at: string | null, now: number, today: string, dayOf: (at: string) => string): 'late' | 'soon' | 'calm' {
  if (at === null) return 'calm';
  if (Date.parse(at) < now) return 'late';
  return dayOf(at) === today ? 'soon' : 'calm';
}

export function Clock({ at }: { at: string | null }) {
  const say = useSay();
  const times = useTimes();
  const now = useNow();
  const spanOf = useSpan();
  if (at === null) return <span className="soft small">{say('clock.none')}</span>;
  const urgency = urgencyOf(at, now, times.today(), times.dayOf);
  return (
    <span className={`clock ${urgency}`}>
      {urgency === 'late' && <Icon name="warning" size={15} />}
      <time dateTime={at}>{times.moment(at)}</time>
      <span className="clock-span">{spanOf(at, now)}</span>
    </span>
  );
}
