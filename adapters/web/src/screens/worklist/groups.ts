// SPDX-License-Identifier: Apache-2.0
// How the worklist is told: which rows a number of the sentence stands for, and under which day a row comes.
import type { Row } from '../../api/client';
import { plusDays, type Times } from '../../i18n/times';
import { isOver } from '../../ui/pips';

export const filters = ['overdue', 'today', 'nobody', 'waiting', 'mine', 'open', 'over'] as const;
export type FilterName = (typeof filters)[number];

export function belongs(row: Row, filter: FilterName, staff: string, times: Times, now: number): boolean {
  const open = !isOver(row.stage);
  const due = row.next_due_at;
  if (filter === 'over') return !open;
  if (!open) return false;
  if (filter === 'overdue') return due !== null && Date.parse(due) < now;
  if (filter === 'today') return due !== null && Date.parse(due) >= now && times.dayOf(due) === times.today();
  if (filter === 'nobody') return row.handler === null;
  if (filter === 'waiting') return row.waiting !== 'NotWaiting';
  if (filter === 'mine') return row.handler?.id === staff;
  return true;
}

export const groupNames = ['overdue', 'today', 'tomorrow', 'week', 'later', 'waiting', 'none', 'over'] as const;
export type GroupName = (typeof groupNames)[number];

export function groupOf(row: Row, times: Times, now: number): GroupName {
  if (isOver(row.stage)) return 'over';
  if (row.waiting !== 'NotWaiting') return 'waiting';
  if (row.next_due_at === null) return 'none';
  if (Date.parse(row.next_due_at) < now) return 'overdue';
  const day = times.dayOf(row.next_due_at);
  const today = times.today();
  if (day === today) return 'today';
  if (day === plusDays(today, 1)) return 'tomorrow';
  return day <= plusDays(today, 7) ? 'week' : 'later';
}

export function byNextMoment(rows: Row[]): Row[] {
  const due = (row: Row) => row.next_due_at ?? '9999';
  return [...rows].sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.received_at < b.received_at ? -1 : 1));
}

export function grouped(rows: Row[], times: Times, now: number): [GroupName, Row[]][] {
  const sorted = byNextMoment(rows);
  return groupNames
    .map((name): [GroupName, Row[]] => [name, sorted.filter(row => groupOf(row, times, now) === name)])
    .filter(([, all]) => all.length > 0);
}
