// SPDX-License-Identifier: Apache-2.0
// An event of the history in a person's words: what happened, and the part of it somebody said or wrote.
import type { Event } from '../../api/client';
import { useStaffName } from '../../api/queries';
import { useWords } from '../../i18n';
import { useTimes } from '../../i18n/times';

export interface EventText {
  title: string;
  detail: string;
}

/** How much of the history a zoom shows. */
export type Zoom = 'story' | 'all' | 'audit';

const story = new Set(
  'complaint-received complaint-acknowledged handler-assigned appointment-made appointment-changed appointment-cancelled contact-recorded hearing-recorded remedy-proposed proposal-answered schedule-agreed agreement-not-reached letter-queued letter-returned-undelivered promise-kept promise-broken promise-amended promise-released follow-up-recorded complaint-closed complaint-escalated complaint-withdrawn complaint-merged complaint-referred complaint-reopened information-asked information-recorded note-added hold-placed hold-lifted response-extended investigation-concluded staff-named glass-broken'.split(
    ' ',
  ),
);
const machinery = new Set(
  'deadline-set deadline-moved deadline-warning-given stage-moved letter-queued points-defined waiting-ended letter-reviewed letter-approved'.split(
    ' ',
  ),
);

export function belongsTo(event: Event, zoom: Zoom): boolean {
  if (zoom === 'audit') return true;
  return zoom === 'story' ? story.has(event.type) : !machinery.has(event.type);
}

const said = [
  'summary',
  'text',
  'note',
  'question',
  'words',
  'desired_outcome',
  'description',
  'circumstance',
  'what',
  'reason',
  'explanation',
  'evidence',
  'lesson',
  'final_position',
  'remarks',
  'name',
];

export function useEventText(): (event: Event) => EventText {
  const words = useWords();
  const times = useTimes();
  const staffName = useStaffName();
  return event => {
    const data = event.data as Record<string, unknown>;
    const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : '');
    const known = (id: string) => (words.has(id) ? words.say(id) : '');
    const at = text('at') || text('due_at') || text('until');
    const day = text('by') && /^\d{4}-/.test(text('by')) ? times.day(text('by')) : '';
    const values = {
      handler: staffName(text('handler') || text('with') || text('owner') || text('staff')),
      at: at ? times.moment(at) : '',
      day,
      kind: known(`enum.kind.${text('kind')}`),
      channel: known(`enum.channel.${text('channel')}`),
      direction: text('direction') || 'other',
      answer: text('answer') || 'other',
      finding: known(`enum.finding.${text('finding')}`),
      satisfaction: known(`enum.satisfaction.${text('satisfaction')}`),
      outcome: known(`enum.outcome.${text('outcome')}`),
      from: known(`stage.${text('from')}`),
      to: known(`stage.${text('to')}`) || text('to') || known(`escalation.${text('level')}`),
      deadline: known(`deadline.${text('deadline')}`) || text('deadline'),
      state: known(`deadlineState.${text('state')}`) || text('state'),
      name: text('name'),
    };
    const id = `event.${event.type}`;
    const detail = said.map(text).find(Boolean) ?? '';
    return { title: words.has(id) ? words.say(id, values) : event.type, detail: detail === values.name ? text('question') : detail };
  };
}
