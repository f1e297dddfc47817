// SPDX-License-Identifier: Apache-2.0
// A month to pick a day from. Arrow keys move by day and week, Page Up and Down by month.
import { type KeyboardEvent, useState } from 'react';
import { useLanguage, useSay } from '../i18n';
import { plusDays, weekdayOf } from '../i18n/times';
import { Button } from './button';

export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const start = plusDays(first, 1 - weekdayOf(first));
  const weeks: string[][] = [];
  for (let week = 0; week < 6; ++week) {
    const days = Array.from({ length: 7 }, (_, day) => plusDays(start, week * 7 + day));
    if (week < 4 || days.some(day => day.startsWith(month))) weeks.push(days);
  }
  return weeks;
}

export function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

export function weekdayNames(language: string, width: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday: width, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(2024, 0, 1 + day))));
}

export function monthName(language: string, month: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function Month({ value, today, onPick }: { value: string; today: string; onPick: (day: string) => void }) {
  const say = useSay();
  const language = useLanguage();
  const [cursor, setCursor] = useState(value || today);
  const month = cursor.slice(0, 7);
  const goTo = (day: string, grid: HTMLElement) => {
    setCursor(day);
    requestAnimationFrame(() => grid.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus());
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const grid = event.currentTarget;
    const by = { PageUp: -1, PageDown: 1 }[event.key];
    if (by) goTo(`${monthAfter(month, by)}-01`, grid);
    else if (steps[event.key]) goTo(plusDays(cursor, steps[event.key] ?? 0), grid);
    else return;
    event.preventDefault();
  };
  return (
    <div className="month-picker">
      <div className="spread">
        <Button look="quiet" icon="left" aria-label={say('month.before')} onClick={() => setCursor(`${monthAfter(month, -1)}-01`)} />
        <strong aria-live="polite">{monthName(language, month)}</strong>
        <Button look="quiet" icon="right" aria-label={say('month.after')} onClick={() => setCursor(`${monthAfter(month, 1)}-01`)} />
      </div>
      <table onKeyDown={press}>
        <thead>
          <tr>
            {weekdayNames(language, 'short').map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map(days => (
            <tr key={days[0]}>
              {days.map(day => (
                <td key={day} className={day.startsWith(month) ? '' : 'off'}>
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === cursor ? 0 : -1}
                    aria-current={day === today ? 'date' : undefined}
                    aria-pressed={day === value}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
