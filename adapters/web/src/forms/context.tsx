// SPDX-License-Identifier: Apache-2.0
// What a form may let somebody choose from: the parts of the complaint it is about.
import { createContext, useContext } from 'react';
import type { Complaint } from '../api/client';

const Context = createContext<Complaint | null>(null);
export const FormComplaint = Context.Provider;
export const useFormComplaint = (): Complaint | null => useContext(Context);

export interface Choice {
  value: string;
  text: string;
}

export const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)}…` : text);

type Words = { say: (id: string) => string; day: (at: string) => string; moment: (at: string) => string };

/** The parts that a field of this name may name; nothing when the field names no part. */
export function partsNamed(field: string, complaint: Complaint, { say, day, moment }: Words): Choice[] | null {
  const of = <T extends { id: string }>(list: readonly T[], text: (one: T) => string) =>
    list.map(one => ({ value: one.id, text: shortened(text(one)) }));
  const people = complaint.people_involved.map(one => ({ value: one.person, text: one.role ? `${one.name}, ${one.role}` : one.name }));
  const lists: Record<string, () => Choice[]> = {
    point: () => of(complaint.points, one => one.text),
    proposal: () => of(complaint.proposals, one => one.description),
    promise: () =>
      of(
        complaint.promises.filter(one => ['Agreed', 'Due', 'Missed'].includes(one.state)),
        one => `${one.what} (${day(one.by)})`,
      ),
    appointment: () =>
      of(
        complaint.appointments.filter(one => !one.cancelled),
        one => `${say(`enum.kind.${one.kind}`)}, ${moment(one.at)}`,
      ),
    letter: () => of(complaint.letters, one => `${say(`enum.kind.${one.kind}`)} · ${say(`letterState.${one.state}`)}`),
    action: () => of(complaint.preventive_actions, one => one.what),
    hold: () =>
      of(
        complaint.holds.filter(one => !one.lifted),
        one => one.what,
      ),
    person: () => people,
    recipient: () => people,
    recipients: () => people,
    deadline: () =>
      complaint.deadlines
        .filter(one => one.state === 'running' && one.promise === null)
        .map(one => ({ value: one.name, text: `${one.title} (${moment(one.due_at)})` })),
  };
  return lists[field]?.() ?? null;
}
