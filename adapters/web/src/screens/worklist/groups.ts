// SPDX-License-Identifier: Apache-2.0
// How the worklist is told: which rows a number of the sentence stands for, and under which day a row comes.
import type { Row } from '../../api/client';
import { plusDays, type Times } from '../../i18n/times';
import { isOver } from '../../ui/pips';

export const filters = ['overdue', 'today', 'nobody', 'waiting', 'mine', 'open', 'over'] as const;
export type FilterName = (typeof filters)[number];

/** The moment that the list is told at. Its day is worked out once, and not for each row. */
interface Moment {
  now: number;
  today: string;
  tomorrow: string;
  inAWeek: string;
}

function momentAt(times: Times, now: number): Moment {
  const today = times.today();
  return { now, today, tomorrow: plusDays(today, 1), inAWeek: plusDays(today, 7) };
}

export const groupNames = ['overdue', 'today', 'tomorrow', 'week', 'later', 'waiting', 'none', 'over'] as const;
export type GroupName = (typeof groupNames)[number];

/** A row, and when it is due as a day of the organisation's. */
export interface Placed {
  row: Row;
  isOver: boolean;
  due: 'overdue' | 'today' | 'tomorrow' | 'week' | 'later' | 'none';
}

function dueOf(due: string | null, times: Times, at: Moment): Placed['due'] {
  if (due === null) return 'none';
  if (Date.parse(due) < at.now) return 'overdue';
  const day = times.dayOf(due);
  if (day === at.today) return 'today';
  if (day === at.tomorrow) return 'tomorrow';
  return day <= at.inAWeek ? 'week' : 'later';
}

export function placed(rows: Row[], times: Times, now: number): Placed[] {
  const at = momentAt(times, now);
  return rows.map(row => ({ row, isOver: isOver(row.stage), due: dueOf(row.next_due_at, times, at) }));
}

export function belongs({ row, isOver: over, due }: Placed, filter: FilterName, staff: string): boolean {
  if (filter === 'over') return over;
  if (over) return false;
  if (filter === 'overdue' || filter === 'today') return due === filter;
  if (filter === 'nobody') return row.handler === null;
  if (filter === 'waiting') return row.waiting !== 'NotWaiting';
  if (filter === 'mine') return row.handler?.id === staff;
  return true;
}

function groupOf({ row, isOver: over, due }: Placed): GroupName {
  if (over) return 'over';
  return row.waiting === 'NotWaiting' ? due : 'waiting';
}

export function byNextMoment(rows: Row[]): Row[] {
  const due = (row: Row) => row.next_due_at ?? '9999';
  return [...rows].sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.received_at < b.received_at ? -1 : 1));
}

export function grouped(all: Placed[]): [GroupName, Row[]][] {
  const groups = new Map(groupNames.map((name): [GroupName, Row[]] => [name, []]));
  for (const one of all) groups.get(groupOf(one))?.push(one.row);
  return [...groups].filter(([, rows]) => rows.length > 0).map(([name, rows]) => [name, byNextMoment(rows)]);
}
