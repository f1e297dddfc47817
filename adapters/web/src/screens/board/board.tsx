// SPDX-License-Identifier: Apache-2.0
// The board: a column for each stage, in each the complaints by their next moment that matters. A card is moved by the command that leads there, and by nothing
// else: whoever drops it, or moves it by keys or by its menu, gets that command's form, and the engine decides. What cannot be moved there says what it misses.
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Row } from '../../api/client';
import { cache, complaintQuery, useComplaints, useOrganisation } from '../../api/queries';
import { useSession } from '../../app/session';
import { useLanguage, useSay } from '../../i18n';
import { useOffer } from '../../keys/registry';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { NotRead } from '../../ui/not_read';
import { waysOn } from '../complaint/guide';
import { byNextMoment } from '../worklist/groups';
import { BoardCard } from './card';
import { MoveDialog } from './move';

/** What is over leaves the board; it is found in the worklist. */
export const columns = ['Received', 'Acknowledged', 'Investigating', 'Discussing', 'Agreed', 'LetterSent', 'FollowingUp'] as const;
const shownAtMost = 50;

interface Moving {
  reference: string;
  /** The column it was dropped on; empty when it is still to be chosen. */
  to: string;
}

type Verdict = 'can' | 'cannot' | '';

/** Which columns would take the card that hangs at the pointer, as the engine tells of that complaint. */
function useDragging() {
  const language = useLanguage();
  const [dragged, setDragged] = useState<{ reference: string; ready: string[]; isKnown: boolean } | null>(null);
  const begin = (event: DragEvent, reference: string) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', reference);
    setDragged({ reference, ready: [], isKnown: false });
    void cache.ensureQueryData(complaintQuery(language, reference)).then(complaint => {
      const ready = waysOn(complaint).flatMap(one => (one.permitted.ready ? [one.to] : []));
      setDragged(now => (now?.reference === reference ? { reference, ready, isKnown: true } : now));
    });
  };
  const verdictOn = (stage: string, from: string): Verdict => {
    if (!dragged?.isKnown || stage === from) return '';
    return dragged.ready.includes(stage) ? 'can' : 'cannot';
  };
  return { dragged, begin, end: () => setDragged(null), verdictOn };
}

const cardsIn = (column: Element | null | undefined) => [...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];

/** Arrow keys: up and down in a column, left and right to the next that has cards. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]');
  if (!card || event.shiftKey || event.ctrlKey || event.altKey) return;
  const column = card.closest('[data-column]');
  const own = cardsIn(column);
  const at = own.indexOf(card);
  let wanted: HTMLElement | undefined;
  if (event.key === 'ArrowDown') wanted = own[at + 1];
  else if (event.key === 'ArrowUp') wanted = own[at - 1];
  else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const all = [...document.querySelectorAll('[data-column]')];
    const here = all.indexOf(column as Element);
    const others = event.key === 'ArrowRight' ? all.slice(here + 1) : all.slice(0, here).reverse();
    const cards = others.map(cardsIn).find(some => some.length > 0);
    wanted = cards?.[Math.min(at, cards.length - 1)];
  } else return;
  event.preventDefault();
  wanted?.querySelector<HTMLElement>('[data-row-link]')?.focus();
  wanted?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

interface ColumnProps {
  stage: (typeof columns)[number];
  handler: string;
  verdict: Verdict;
  onDrag: (event: DragEvent, row: Row) => void;
  onDragEnd: () => void;
  onDrop: () => void;
  onMove: (reference: string) => void;
}

function Column({ stage, handler, verdict, onDrag, onDragEnd, onDrop, onMove }: ColumnProps) {
  const say = useSay();
  const now = useNow();
  const list = useComplaints(handler ? { stage, handler } : { stage }, { limit: shownAtMost });
  const rows = byNextMoment(list.data?.complaints ?? []);
  const late = rows.filter(row => row.next_due_at !== null && Date.parse(row.next_due_at) < now).length;
  const count = `${rows.length}${list.data?.next ? '+' : ''}`;
  return (
    <section
      className={`board-column ${verdict}`}
      data-column={stage}
      aria-labelledby={`column-${stage}`}
      aria-busy={list.isPending || undefined}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault();
        onDrop();
      }}
    >
      <header>
        <h2 id={`column-${stage}`}>
          {say(`stage.${stage}`)} <span className="soft number">{count}</span>
        </h2>
        {late > 0 && <span className="tag late">{say('board.late', { count: late })}</span>}
        {verdict === 'can' && <span className="tag good">{say('board.drop')}</span>}
        {verdict === 'cannot' && <span className="tag">{say('board.notYet')}</span>}
      </header>
      <ul>
        {rows.map(row => (
          <BoardCard
            key={row.reference}
            row={row}
            onDrag={event => onDrag(event, row)}
            onDragEnd={onDragEnd}
            onMove={() => onMove(row.reference)}
          />
        ))}
      </ul>
      {list.isSuccess && rows.length === 0 && <p className="soft small board-none">{say('board.none')}</p>}
      {list.isError && <NotRead look="notice" failure={list.error} onTryAgain={list.refetch} />}
      {list.data?.next && <p className="soft small board-none">{say('board.more', { count: rows.length })}</p>}
    </section>
  );
}

const focused = (): string => document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card ?? '';

export function BoardScreen() {
  const say = useSay();
  const session = useSession();
  const [, goTo] = useLocation();
  const handler = new URLSearchParams(useSearch()).get('handler') ?? '';
  const staff = useOrganisation().data?.staff ?? [];
  const dragging = useDragging();
  const from = useRef('');
  const [moving, setMoving] = useState<Moving | null>(null);
  const choose = (id: string) => goTo(id ? `/board?handler=${id}` : '/board');
  const moveFocused = () => {
    const reference = focused();
    if (reference) setMoving({ reference, to: '' });
  };
  useOffer([{ id: 'board.move', keys: 'KeyM', run: moveFocused }]);
  return (
    <>
      <header className="spread">
        <div>
          <h1 tabIndex={-1}>{say('board.title')}</h1>
          <p className="soft">{say('board.lead')}</p>
        </div>
        <div className="line filters">
          <select className="select" aria-label={say('filter.handler')} value={handler} onChange={event => choose(event.target.value)}>
            <option value="">{say('filter.everybody')}</option>
            {staff.map(one => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          {session.staff_id && handler !== session.staff_id && (
            <Button look="quiet" onClick={() => choose(session.staff_id)}>
              {say('board.mine')}
            </Button>
          )}
        </div>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus among the cards inside */}
      <div className={`board${dragging.dragged ? ' dragging' : ''}`} onKeyDown={step}>
        {columns.map(stage => (
          <Column
            key={stage}
            stage={stage}
            handler={handler}
            verdict={dragging.verdictOn(stage, from.current)}
            onDrag={(event, row) => {
              from.current = row.stage;
              dragging.begin(event, row.reference);
            }}
            onDragEnd={dragging.end}
            onDrop={() => {
              const reference = dragging.dragged?.reference;
              dragging.end();
              if (reference && stage !== from.current) setMoving({ reference, to: stage });
            }}
            onMove={reference => setMoving({ reference, to: '' })}
          />
        ))}
      </div>
      {moving && <MoveDialog key={moving.reference + moving.to} {...moving} onClose={() => setMoving(null)} />}
    </>
  );
}
