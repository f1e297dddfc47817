// SPDX-License-Identifier: Apache-2.0
// A day, or a day and an hour, typed as people type it. The browser's own date field writes the day in the order of the browser's language, which may not be
// the page's, and 03/04 is two different days: so this one says the weekday back in words.
import { useEffect, useState } from 'react';
import { useSay } from '../i18n';
import { momentIn, useTimes } from '../i18n/times';
import { dotted, parseClock, parseDay, parseMoment, plusWorkingDays } from './dates';
import { Menu } from './menu';
import { Month } from './month';

interface Props {
  id: string;
  value: string;
  onChange: (value: string) => void;
  invalid?: boolean;
  describedBy?: string;
}

function useTyped(shown: string): [string, (text: string) => void] {
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  return [text, setText];
}

/** The value is a day as in 2026-03-04, and empty while what is typed is no day. */
export function DateField({ id, value, onChange, invalid, describedBy }: Props) {
  const say = useSay();
  const times = useTimes();
  const today = times.today();
  const [text, setText] = useTyped(value ? dotted(value) : '');
  const [unreadable, setUnreadable] = useState(false);
  const settle = () => {
    const day = parseDay(text, today);
    setUnreadable(day === null && text.trim() !== '');
    if (day) setText(dotted(day));
    onChange(day ?? '');
  };
  const picks = [1, 2, 5].map(count => [say('pick.workingDays', { count }), plusWorkingDays(today, count)] as const);
  return (
    <div className="date">
      <div className="date-line">
        <input
          id={id}
          className="input"
          value={text}
          placeholder={say('date.form')}
          autoComplete="off"
          aria-invalid={invalid || unreadable || undefined}
          aria-describedby={`${id}-echo ${describedBy ?? ''}`}
          onChange={event => setText(event.target.value)}
          onBlur={settle}
        />
        <Menu label={say('date.pick')} icon="calendar" look="plain">
          {close => (
            <Month
              value={value}
              today={today}
              onPick={day => {
                onChange(day);
                close();
              }}
            />
          )}
        </Menu>
      </div>
      <p id={`${id}-echo`} className={unreadable ? 'wrong' : 'hint'} aria-live="polite">
        {unreadable ? say('date.unreadable') : value ? times.longDay(value) : say('date.hint')}
      </p>
      <div className="picks">
        {picks.map(([name, day]) => (
          <button key={name} type="button" className="pick" onClick={() => onChange(day)}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The value is a moment in UTC as in 2026-03-04T08:30:00Z; day and hour are those of the organisation's zone. */
export function MomentField({ id, value, onChange, invalid, describedBy }: Props) {
  const say = useSay();
  const times = useTimes();
  const today = times.today();
  const [text, setText] = useTyped(value ? dotted(times.dayOf(value)) : '');
  const [hour, setHour] = useTyped(value ? times.clock(value) : '');
  const [unreadable, setUnreadable] = useState(false);
  const settle = (typedDay: string, typedHour: string) => {
    const moment = parseMoment(typedDay, today);
    const clock = moment?.clock ?? parseClock(typedHour);
    setUnreadable(typedDay.trim() !== '' && moment === null);
    if (moment && clock) onChange(momentIn(times.zone, moment.day, clock));
    else if (value) onChange('');
    if (moment) setText(dotted(moment.day));
    if (clock) setHour(clock);
  };
  const picks = [
    [say('pick.tomorrowTen'), plusWorkingDays(today, 1), '10:00'],
    [say('pick.tomorrowFour'), plusWorkingDays(today, 1), '16:00'],
    [say('pick.twoDaysTen'), plusWorkingDays(today, 2), '10:00'],
  ] as const;
  return (
    <div className="date">
      <div className="date-line">
        <input
          id={id}
          className="input"
          value={text}
          placeholder={say('date.form')}
          autoComplete="off"
          aria-invalid={invalid || unreadable || undefined}
          aria-describedby={`${id}-echo ${describedBy ?? ''}`}
          onChange={event => setText(event.target.value)}
          onBlur={() => settle(text, hour)}
        />
        <input
          className="input clock-input number"
          value={hour}
          placeholder="10:00"
          aria-label={say('date.clock')}
          autoComplete="off"
          onChange={event => setHour(event.target.value)}
          onBlur={() => settle(text, hour)}
        />
        <Menu label={say('date.pick')} icon="calendar" look="plain">
          {close => (
            <Month
              value={value ? times.dayOf(value) : ''}
              today={today}
              onPick={day => {
                settle(dotted(day), hour || '10:00');
                close();
              }}
            />
          )}
        </Menu>
      </div>
      <p id={`${id}-echo`} className={unreadable ? 'wrong' : 'hint'} aria-live="polite">
        {unreadable
          ? say('date.unreadable')
          : value
            ? `${times.longDay(value)}, ${times.clock(value)} (${times.zone})`
            : say('date.momentHint')}
      </p>
      <div className="picks">
        {picks.map(([name, day, clock]) => (
          <button key={name} type="button" className="pick" onClick={() => onChange(momentIn(times.zone, day, clock))}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
