// SPDX-License-Identifier: Apache-2.0
// "My day": one sentence whose numbers are filters, and under it every open complaint by the next moment that matters.

import { type MouseEvent, Suspense, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Row } from '../../api/client';
import { type Filter, useComplaints, useNameOf } from '../../api/queries';
import { later } from '../../app/later';
import { useSession } from '../../app/session';
import { useSearchText } from '../../app/shell';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { useOffer } from '../../keys/registry';
import { useNow } from '../../ui/clock';
import { NotRead } from '../../ui/not_read';
import { Filters } from './filters';
import { belongs, type FilterName, filters, grouped, placed } from './groups';
import { WorkRow } from './row';

const BulkBar = later(() => import('./bulk').then(one => ({ default: one.BulkBar })));
const Peek = later(() => import('./peek').then(one => ({ default: one.Peek })));

interface Wanted {
  filter: FilterName;
  stage: string;
  handler: string;
}

function readWanted(search: string): Wanted {
  const query = new URLSearchParams(search);
  const filter = filters.find(one => one === query.get('show')) ?? 'open';
  return { filter, stage: query.get('stage') ?? '', handler: query.get('handler') ?? '' };
}

function useRows(wanted: Wanted) {
  const session = useSession();
  const times = useTimes();
  const now = useNow();
  const text = useSearchText().trim();
  const filter: Filter = {};
  if (wanted.stage) filter.stage = wanted.stage;
  if (wanted.handler) filter.handler = wanted.handler;
  if (text) filter.q = text;
  const list = useComplaints(filter);
  const all = list.data?.complaints;
  // Whoever looks for somebody, or for a stage, means those that are over too.
  const everything = Boolean(text || wanted.stage) && wanted.filter === 'open';
  const told = useMemo(() => {
    const rows = placed(all ?? [], times, now);
    const of = (name: FilterName) => rows.filter(row => belongs(row, name, session.staff_id));
    const shown = everything ? rows : of(wanted.filter);
    const counts = new Map(filters.map(name => [name, of(name).length]));
    return { shown: shown.map(one => one.row), groups: grouped(shown), count: (name: FilterName) => counts.get(name) ?? 0 };
  }, [all, everything, wanted.filter, session.staff_id, times, now]);
  return { list, text, ...told };
}

const rowLinks = () => [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
const focusedReference = (): string | undefined => document.activeElement?.closest<HTMLElement>('[data-reference]')?.dataset.reference;

let lastRow = '';
/** The row that was opened last: whoever comes back finds the cursor there. */
export const rememberRow = (reference: string): void => {
  lastRow = reference;
};

function moveBy(step: number): void {
  const links = rowLinks();
  const at = links.findIndex(link => link.closest('[data-reference]')?.contains(document.activeElement));
  const remembered = links.findIndex(link => link.closest<HTMLElement>('[data-reference]')?.dataset.reference === lastRow);
  const next = at >= 0 ? at + step : remembered >= 0 ? remembered : 0;
  const link = links[Math.min(Math.max(0, next), links.length - 1)];
  // The browser's own scrolling would put the row in the middle, and lay the page out once more than is needed.
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'nearest' });
}

function useSelection(shown: Row[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef('');
  /** A row that was not drawn anew holds an older copy of this, so what is chosen is asked of the state, and not of the copy. */
  const toggle = (reference: string, extend: boolean) => {
    const order = extend ? rowLinks().map(link => link.closest<HTMLElement>('[data-reference]')?.dataset.reference ?? '') : [];
    const [from = -1, to = -1] = [order.indexOf(anchor.current), order.indexOf(reference)].sort((a, b) => a - b);
    setChosen(before => {
      const next = new Set(before);
      if (extend && from >= 0) for (const one of order.slice(from, to + 1)) next.add(one);
      else if (!next.delete(reference)) next.add(reference);
      return next;
    });
    anchor.current = reference;
  };
  return { chosen: new Set([...chosen].filter(one => shown.some(row => row.reference === one))), toggle, setChosen };
}

function useWorklistKeys(shown: Row[], selection: ReturnType<typeof useSelection>, peek: string, setPeek: (reference: string) => void) {
  const onRow = (act: (reference: string) => void) => () => {
    const reference = focusedReference();
    if (reference) act(reference);
  };
  useOffer([
    { id: 'worklist.next', keys: 'KeyJ, ArrowDown', quiet: true, run: () => moveBy(1) },
    { id: 'worklist.before', keys: 'KeyK, ArrowUp', quiet: true, run: () => moveBy(-1) },
    { id: 'worklist.choose', keys: 'KeyX', quiet: true, run: onRow(one => selection.toggle(one, false)) },
    { id: 'worklist.chooseRange', keys: 'Shift+KeyX', quiet: true, run: onRow(one => selection.toggle(one, true)) },
    { id: 'worklist.chooseAll', keys: 'Shift+KeyA', run: () => selection.setChosen(new Set(shown.map(row => row.reference))) },
    { id: 'worklist.peek', keys: 'Space', quiet: true, run: onRow(one => setPeek(peek === one ? '' : one)) },
    {
      id: 'worklist.letGo',
      keys: 'Escape',
      quiet: true,
      run: () => {
        setPeek('');
        selection.setChosen(new Set());
      },
    },
  ]);
}

function Sentence({ count, wanted, onPick }: { count: (name: FilterName) => number; wanted: Wanted; onPick: (name: FilterName) => void }) {
  const say = useSay();
  const told = (['overdue', 'today', 'nobody', 'waiting', 'mine', 'open'] as const).filter(
    name => name === 'open' || count(name) > 0 || wanted.filter === name,
  );
  return (
    <p className="sentence">
      {told.map(name => (
        <button
          key={name}
          type="button"
          className={`sentence-part ${name}`}
          aria-pressed={wanted.filter === name}
          onClick={() => onPick(wanted.filter === name ? 'open' : name)}
        >
          <strong className="number">{count(name)}</strong> {say(`sentence.${name}`, { count: count(name) })}
        </button>
      ))}
    </p>
  );
}

export function Worklist() {
  const say = useSay();
  const session = useSession();
  const name = useNameOf(session.staff_id, session.display_name);
  const search = useSearch();
  const [, goTo] = useLocation();
  const wanted = readWanted(search);
  const { list, count, groups, shown, text } = useRows(wanted);
  const selection = useSelection(shown);
  const [peek, setPeek] = useState('');
  const now = useNow();
  const hour = new Date(now).getHours();
  const greeting = hour < 12 ? 'morning' : hour < 18 ? 'day' : 'evening';
  useWorklistKeys(shown, selection, peek, setPeek);
  const change = (part: Partial<Wanted>) => {
    const next = { ...wanted, ...part };
    const query = new URLSearchParams();
    if (next.filter !== 'open') query.set('show', next.filter);
    if (next.stage) query.set('stage', next.stage);
    if (next.handler) query.set('handler', next.handler);
    const asked = query.toString();
    goTo(asked ? `/?${asked}` : '/');
  };
  const press = (event: MouseEvent, reference: string) => selection.toggle(reference, event.shiftKey);
  const openRow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(event.currentTarget.pathname);
  };
  const peeked = useMemo(() => shown.find(row => row.reference === peek), [shown, peek]);
  return (
    <>
      <header className="stack">
        <h1 tabIndex={-1}>{say(`greeting.${greeting}`, { name: name.split(' ')[0] ?? '' })}</h1>
        <Sentence count={count} wanted={wanted} onPick={filter => change({ filter })} />
        <Filters wanted={wanted} text={text} query={search} onChange={change} />
      </header>
      <div className={`worklist${peeked ? ' peeking' : ''}`}>
        <div className="stack">
          {groups.map(([name, rows]) => (
            <section key={name} className={`group ${name}`} aria-labelledby={`group-${name}`}>
              <h2 id={`group-${name}`}>
                {say(`group.${name}`)} <span className="soft number">{rows.length}</span>
              </h2>
              <ul>
                {rows.map(row => (
                  <WorkRow
                    key={row.reference}
                    row={row}
                    chosen={selection.chosen.has(row.reference)}
                    peeked={row.reference === peek}
                    onOpen={openRow}
                    onChoose={press}
                    onPeek={setPeek}
                  />
                ))}
              </ul>
            </section>
          ))}
          {list.isSuccess && shown.length === 0 && <p className="empty">{say(text ? 'worklist.noneFound' : 'worklist.none')}</p>}
          {list.isError && <NotRead look="notice" failure={list.error} onTryAgain={list.refetch} />}
          {list.data?.next && <p className="soft small">{say('worklist.more', { count: list.data.complaints.length })}</p>}
        </div>
        <Suspense>{peeked && <Peek key={peek} row={peeked} onClose={() => setPeek('')} />}</Suspense>
      </div>
      <Suspense>
        {selection.chosen.size > 0 && (
          <BulkBar
            rows={shown.filter(row => selection.chosen.has(row.reference))}
            all={shown.length}
            onChoose={all => selection.setChosen(new Set(all ?? shown.map(row => row.reference)))}
          />
        )}
      </Suspense>
    </>
  );
}
