// SPDX-License-Identifier: Apache-2.0
// Moments and days as people of the organisation say them. A day is a day of the organisation's zone.
import { createContext, useContext } from 'react';

export { plusDays, weekdayOf } from './days';

export interface Times {
  zone: string;
  /** "Tue 3 Mar 12:00", with the year when it is another */
  moment: (at: string | Date) => string;
  clock: (at: string | Date) => string;
  /** "Tue 3 Mar" of a moment or of a day as in 2026-03-03 */
  day: (at: string | Date) => string;
  longDay: (at: string | Date) => string;
  /** The day of a moment, as 2026-03-03 */
  dayOf: (at: string | Date) => string;
  today: () => string;
}

const isDay = (at: string | Date): at is string => typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at);

const formats = new Map<string, Intl.DateTimeFormat>();
/** Making one takes a hundred times as long as using it, and a list of two hundred rows uses a thousand. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options);
  const known = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(name, known);
  return known;
}

function dayIn(zone: string, at: Date): string {
  return formatOf('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

export function timesOf(language: string, zone: string): Times {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (at: string | Date, options: Intl.DateTimeFormatOptions): string => {
    const date = new Date(at);
    const timeZone = isDay(at) ? 'UTC' : zone;
    return formatOf(locale, { ...options, timeZone }).format(date);
  };
  const dayOf = (at: string | Date): string => (isDay(at) ? at : dayIn(zone, new Date(at)));
  const today = () => dayIn(zone, new Date());
  const year = (at: string | Date): Intl.DateTimeFormatOptions =>
    dayOf(at).slice(0, 4) === today().slice(0, 4) ? {} : { year: 'numeric' };
  const day = (at: string | Date) => format(at, { weekday: 'short', day: 'numeric', month: 'short', ...year(at) }).replace(/,/g, '');
  const clock = (at: string | Date) => format(at, { hour: '2-digit', minute: '2-digit', hour12: false });
  return {
    zone,
    clock,
    day,
    moment: at => `${day(at)}, ${clock(at)}`,
    longDay: at => format(at, { weekday: 'long', day: 'numeric', month: 'long', ...year(at) }),
    dayOf,
    today,
  };
}

const Context = createContext<Times>(timesOf('en', 'UTC'));
export const TimesProvider = Context.Provider;
export const useTimes = (): Times => useContext(Context);

const minute = 60_000;

export interface Span {
  overdue: boolean;
  days: number;
  hours: number;
  minutes: number;
}

/** How long until then, or since: never with a minus. */
export function spanTo(at: string, now: number): Span {
  const whole = Math.floor(Math.abs(new Date(at).getTime() - now) / minute);
  return {
    overdue: new Date(at).getTime() < now,
    days: Math.floor(whole / 1440),
    hours: Math.floor((whole % 1440) / 60),
    minutes: whole % 60,
  };
}

/** The moment of a wall clock in a zone, as RFC 3339 in UTC. */
export function momentIn(zone: string, day: string, clock: string): string {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  const shown = (at: number) => {
    const text = formatOf('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
    return Date.parse(`${text.replace(' ', 'T')}Z`);
  };
  const guess = wanted - (shown(wanted) - wanted);
  return new Date(guess - (shown(guess) - wanted)).toISOString().replace('.000', '');
}
