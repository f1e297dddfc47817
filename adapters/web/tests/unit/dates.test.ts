// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { momentIn, plusDays, spanTo, timesOf } from '../../src/i18n/times';
import { parseClock, parseDay, parseMoment, plusWorkingDays } from '../../src/ui/dates';
import { monthAfter, weeksOf } from '../../src/ui/month';

const today = '2026-11-22'; // a Sunday

describe('a day as people type it', () => {
  const said: [string, string | null][] = [
    ['4.12.', '2026-12-04'],
    ['04.12.2026', '2026-12-04'],
    ['4/12/26', '2026-12-04'],
    ['2026-12-04', '2026-12-04'],
    ['4.3.', '2027-03-04'],
    ['tomorrow', '2026-11-23'],
    ['rīt', '2026-11-23'],
    ['завтра', '2026-11-23'],
    ['fri', '2026-11-27'],
    ['пт', '2026-11-27'],
    ['+2wd', '2026-11-24'],
    ['+3', '2026-11-25'],
    ['31.2.2026', null],
    ['13.13.', null],
    ['soon', null],
  ];
  it.each(said)('%s is %s', (text, day) => expect(parseDay(text, today)).toBe(day));

  it('is never read with the month first', () => expect(parseDay('03/04/2026', today)).toBe('2026-04-03'));
  it('goes with an hour', () => expect(parseMoment('fri 10', today)).toEqual({ day: '2026-11-27', clock: '10:00' }));
  it('takes hours as they are said', () => {
    expect(['9', '0930', '17.05', '25', '9:75'].map(parseClock)).toEqual(['09:00', '09:30', '17:05', null, null]);
  });
});

describe('the calendar', () => {
  it('leaves weekends out of working days', () => expect(plusWorkingDays('2026-11-20', 3)).toBe('2026-11-25'));
  it('begins weeks on Monday', () => expect(weeksOf('2026-11')[0]?.[0]).toBe('2026-10-26'));
  it('shows every day of a month once', () =>
    expect(
      weeksOf('2026-03')
        .flat()
        .filter(day => day.startsWith('2026-03')),
    ).toHaveLength(31));
  it('steps over the year', () => expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']));
  it('knows leap days', () => expect(plusDays('2028-02-28', 1)).toBe('2028-02-29'));
});

describe('a moment', () => {
  it('is of the zone of the organisation, summer and winter', () => {
    expect(momentIn('Europe/Riga', '2026-11-23', '10:30')).toBe('2026-11-23T08:30:00Z');
    expect(momentIn('Europe/Riga', '2026-07-01', '10:30')).toBe('2026-07-01T07:30:00Z');
  });
  it('is on the day of that zone', () => expect(timesOf('en', 'Europe/Riga').dayOf('2026-11-22T22:30:00Z')).toBe('2026-11-23'));
  it('is told without a minus sign', () => {
    expect(spanTo('2026-11-22T10:00:00Z', Date.parse('2026-11-22T13:10:00Z'))).toEqual({ overdue: true, days: 0, hours: 3, minutes: 10 });
  });
});
