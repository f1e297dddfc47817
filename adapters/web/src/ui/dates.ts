// SPDX-License-Identifier: Apache-2.0
// A day as people type it: "4.3.", "04.03.2026", "2026-03-04", "tomorrow", "fri", "fri 10", "+2wd", "+3". Day before month, always. What cannot be read is
// no day; nothing is guessed.
import { plusDays, weekdayOf } from '../i18n/days';

const names: Record<string, [number, string[]]> = {
  monday: [1, ['mon', 'monday', 'pirmd', 'pirmdiena', 'пн', 'понедельник']],
  tuesday: [2, ['tue', 'tuesday', 'otrd', 'otrdiena', 'вт', 'вторник']],
  wednesday: [3, ['wed', 'wednesday', 'trešd', 'trešdiena', 'ср', 'среда']],
  thursday: [4, ['thu', 'thursday', 'ceturtd', 'ceturtdiena', 'чт', 'четверг']],
  friday: [5, ['fri', 'friday', 'piektd', 'piektdiena', 'пт', 'пятница']],
  saturday: [6, ['sat', 'saturday', 'sestd', 'sestdiena', 'сб', 'суббота']],
  sunday: [7, ['sun', 'sunday', 'svētd', 'svētdiena', 'вс', 'воскресенье']],
};
const offsets: Record<string, number> = {
  today: 0,
  šodien: 0,
  сегодня: 0,
  tomorrow: 1,
  rīt: 1,
  rit: 1,
  завтра: 1,
  parīt: 2,
  послезавтра: 2,
};

/** Working days by the week alone; holidays are the calendar's, and the engine says so when one is hit. */
export function plusWorkingDays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = plusDays(at, 1);
    if (weekdayOf(at) < 6) left -= 1;
  }
  return at;
}

function written(text: string, today: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dotted = /^(\d{1,2})[./ ](\d{1,2})[./ ]?(\d{4}|\d{2})?\.?$/.exec(text);
  if (!iso && !dotted) return null;
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [dotted?.[3] ?? today.slice(0, 4), dotted?.[2], dotted?.[1]];
  const full = `${String(year).length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${full}T12:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== full) return null;
  // "4.3." said in November is next year's.
  if (!iso && dotted?.[3] === undefined && full < plusDays(today, -180)) return `${Number(year) + 1}${full.slice(4)}`;
  return full;
}

export function parseDay(text: string, today: string): string | null {
  const plain = text.trim().toLowerCase();
  if (plain in offsets) return plusDays(today, offsets[plain] ?? 0);
  const ahead = /^\+(\d{1,3})\s*(wd|dd|рд)?$/.exec(plain);
  if (ahead) return ahead[2] ? plusWorkingDays(today, Number(ahead[1])) : plusDays(today, Number(ahead[1]));
  const named = Object.values(names).find(([, all]) => all.includes(plain.replace('.', '')));
  if (named) return plusDays(today, (named[0] - weekdayOf(today) + 7) % 7 || 7);
  return written(plain, today);
}

/** "10", "10:30", "1030", "10.30" */
export function parseClock(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.]?([0-5]\d))?$/.exec(text.trim());
  if (!found || Number(found[1]) > 23) return null;
  return `${String(found[1]).padStart(2, '0')}:${found[2] ?? '00'}`;
}

/** A day and a clock in one: "fri 10", "tomorrow 16:30". */
export function parseMoment(text: string, today: string): { day: string; clock: string | null } | null {
  const whole = parseDay(text, today);
  if (whole) return { day: whole, clock: null };
  const cut = text.trim().lastIndexOf(' ');
  const day = cut > 0 ? parseDay(text.trim().slice(0, cut), today) : null;
  const clock = cut > 0 ? parseClock(text.trim().slice(cut + 1)) : null;
  return day && clock ? { day, clock } : null;
}

export const dotted = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
