// SPDX-License-Identifier: Apache-2.0
// What stands in the calendar, gathered from the open complaints: appointments, promises and deadlines. The API has no calendar of its own yet, so each
// complaint is read; `partly` says when there are more than that reaches.
import { useQueries } from '@tanstack/react-query';
import type { Complaint } from '../../api/client';
import { complaintQuery, useComplaints } from '../../api/queries';
import { useLanguage } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { isOver } from '../../ui/pips';

export interface Entry {
  id: string;
  kind: 'appointment' | 'promise' | 'deadline';
  day: string;
  at: string | null;
  what: string;
  who: string;
  staff: string;
  reference: string;
}

// What was agreed with somebody stands before what only the clock knows.
const ranks: Record<Entry['kind'], string> = { appointment: '0', promise: '1', deadline: '2' };

const readAtMost = 100;

function entriesOf(complaint: Complaint, dayOf: (at: string) => string): Entry[] {
  const { reference } = complaint;
  const shared = { reference, who: complaint.complainant.name };
  const handler = complaint.handler?.id ?? '';
  const appointments = complaint.appointments
    .filter(one => !one.cancelled)
    .map(
      (one): Entry => ({
        ...shared,
        id: reference + one.id,
        kind: 'appointment',
        day: dayOf(one.at),
        at: one.at,
        what: one.kind,
        staff: one.with || handler,
      }),
    );
  const promises = complaint.promises
    .filter(one => ['Agreed', 'Due', 'Missed'].includes(one.state))
    .map((one): Entry => ({ ...shared, id: reference + one.id, kind: 'promise', day: one.by, at: null, what: one.what, staff: one.owner }));
  const deadlines = complaint.deadlines
    .filter(one => (one.state === 'running' || one.owed) && one.promise === null)
    .map(
      (one): Entry => ({
        ...shared,
        id: reference + one.name,
        kind: 'deadline',
        day: dayOf(one.due_at),
        at: one.due_at,
        what: one.title,
        staff: handler,
      }),
    );
  return [...appointments, ...promises, ...deadlines];
}

export function useEntries(): { entries: Entry[]; partly: number | null; loading: boolean } {
  const language = useLanguage();
  const times = useTimes();
  const list = useComplaints({});
  const open = (list.data?.complaints ?? []).filter(row => !isOver(row.stage));
  const read = open.slice(0, readAtMost);
  const complaints = useQueries({ queries: read.map(row => ({ ...complaintQuery(language, row.reference), staleTime: 60_000 })) });
  const entries = complaints.flatMap(one => (one.data ? entriesOf(one.data, times.dayOf) : []));
  const isPartly = open.length > readAtMost || Boolean(list.data?.next);
  return {
    entries: entries.sort((a, b) => (a.day + ranks[a.kind] + (a.at ?? '')).localeCompare(b.day + ranks[b.kind] + (b.at ?? ''))),
    partly: isPartly ? read.length : null,
    loading: list.isPending || complaints.some(one => one.isPending),
  };
}
