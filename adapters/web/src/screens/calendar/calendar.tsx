// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useSession } from '../../app/session';
import { useLanguage, useSay } from '../../i18n';
import { plusDays, useTimes, weekdayOf } from '../../i18n/times';
import { Button } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import { monthAfter, monthName, weekdayNames, weeksOf } from '../../ui/month';
import { type Entry, useEntries } from './entries';

const icons: Record<Entry['kind'], IconName> = { appointment: 'phone', promise: 'tick', deadline: 'clock' };

function useEntryText(): (entry: Entry) => string {
  const say = useSay();
  return entry => {
    if (entry.kind === 'appointment') return say(`enum.kind.${entry.what}`);
    return entry.kind === 'promise' ? say('calendar.promise', { what: entry.what }) : say('calendar.due', { title: entry.what });
  };
}

function MonthGrid({ month, entries }: { month: string; entries: Entry[] }) {
  const say = useSay();
  const times = useTimes();
  const language = useLanguage();
  const textOf = useEntryText();
  const today = times.today();
  const shown = 3;
  return (
    <div className="table-wrap">
      <table className="calendar-month">
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
              {days.map(day => {
                const all = entries.filter(one => one.day === day);
                const looks = [day.startsWith(month) ? '' : 'off', weekdayOf(day) > 5 ? 'rest' : '', day === today ? 'is-today' : ''];
                return (
                  <td key={day} className={looks.join(' ').trim()}>
                    <span className="day-number">
                      <time dateTime={day}>{Number(day.slice(8))}</time>
                    </span>
                    {all.slice(0, shown).map(entry => (
                      <Link
                        key={entry.id}
                        href={`/complaints/${entry.reference}`}
                        className={`entry ${entry.kind}${entry.kind === 'promise' ? '-entry' : ''}${day < today && entry.kind !== 'appointment' ? ' late' : ''}`}
                        title={`${textOf(entry)} · ${entry.who}`}
                      >
                        {entry.at && entry.kind === 'appointment' ? `${times.clock(entry.at)} ` : ''}
                        {entry.who} · {textOf(entry)}
                      </Link>
                    ))}
                    {all.length > shown && (
                      <Link href={`/calendar?view=agenda&from=${day}`} className="small">
                        {say('calendar.more', { count: all.length - shown })}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Agenda({ entries, from, days }: { entries: Entry[]; from: string; days: number }) {
  const say = useSay();
  const times = useTimes();
  const textOf = useEntryText();
  const today = times.today();
  const listed = Array.from({ length: days }, (_, index) => plusDays(from, index)).filter(day => entries.some(one => one.day === day));
  if (listed.length === 0) return <p className="empty">{say('calendar.nothing')}</p>;
  return (
    <div className="agenda">
      {listed.map(day => (
        <section key={day} className={`agenda-day${day === today ? ' is-today' : ''}`}>
          <h2>
            {times.longDay(day)} {day === today && <span className="tag accent">{say('calendar.today')}</span>}
          </h2>
          <ul>
            {entries
              .filter(one => one.day === day)
              .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
              .map(entry => (
                <li key={entry.id} className="agenda-line">
                  <span className="number">{entry.at ? times.clock(entry.at) : ''}</span>
                  <Icon name={icons[entry.kind]} size={16} />
                  <span>
                    <Link href={`/complaints/${entry.reference}`}>{entry.who}</Link> · {textOf(entry)}
                    {day < today && entry.kind !== 'appointment' && <span className="tag late">{say('group.overdue')}</span>}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type View = 'week' | 'month' | 'agenda';
const views: View[] = ['week', 'month', 'agenda'];

export function CalendarScreen() {
  const say = useSay();
  const times = useTimes();
  const language = useLanguage();
  const session = useSession();
  const query = new URLSearchParams(useSearch());
  const [, goTo] = useLocation();
  const view = views.find(one => one === query.get('view')) ?? (window.innerWidth < 760 ? 'agenda' : 'month');
  const from = query.get('from') ?? times.today();
  const [onlyMine, setOnlyMine] = useState(false);
  const { entries: all, partly } = useEntries();
  const entries = onlyMine ? all.filter(one => one.staff === session.staff_id) : all;
  const go = (next: View, day: string) => goTo(`/calendar?view=${next}&from=${day}`);
  const step = (by: number) =>
    go(view, view === 'month' ? `${monthAfter(from.slice(0, 7), by)}-01` : plusDays(from, by * (view === 'week' ? 7 : 30)));
  const monday = plusDays(from, 1 - weekdayOf(from));
  const title =
    view === 'month'
      ? monthName(language, from.slice(0, 7))
      : `${times.day(view === 'week' ? monday : from)} – ${times.day(plusDays(view === 'week' ? monday : from, view === 'week' ? 6 : 29))}`;
  return (
    <>
      <header className="spread">
        <div>
          <h1 tabIndex={-1}>{say('calendar.title')}</h1>
          <p className="soft" aria-live="polite">
            {title}
          </p>
        </div>
        <div className="line">
          <label className="choice">
            <input type="checkbox" checked={onlyMine} onChange={event => setOnlyMine(event.target.checked)} />
            {say('calendar.mine')}
          </label>
          <fieldset className="choices">
            <legend className="hidden">{say('calendar.view')}</legend>
            {views.map(one => (
              <label key={one} className="choice">
                <input type="radio" name="calendar-view" checked={one === view} onChange={() => go(one, from)} />
                {say(`calendar.${one}`)}
              </label>
            ))}
          </fieldset>
          <Button icon="left" aria-label={say('calendar.before')} onClick={() => step(-1)} />
          <Button onClick={() => go(view, times.today())}>{say('calendar.today')}</Button>
          <Button icon="right" aria-label={say('calendar.after')} onClick={() => step(1)} />
        </div>
      </header>
      {view === 'month' ? (
        <MonthGrid month={from.slice(0, 7)} entries={entries} />
      ) : (
        <Agenda entries={entries} from={view === 'week' ? monday : from} days={view === 'week' ? 7 : 30} />
      )}
      {partly !== null && <p className="soft small">{say('calendar.partly', { count: partly })}</p>}
    </>
  );
}
