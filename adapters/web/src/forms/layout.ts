// SPDX-License-Identifier: Apache-2.0
// How the form of a command reads: which of its fields are asked for first, in which order, and what is filled in already. What is not named here is drawn
// after it, below "More". Which fields there are, and which must be filled in, is the server's to say.
import type { Complaint } from '../api/client';

export interface FormLayout {
  first?: string[];
  /** What the form is for, though the schema can do without it. */
  core?: string[];
  /** Not asked for here at all. */
  without?: string[];
  prefill?: (complaint: Complaint, staff: string) => Record<string, unknown>;
  /** Of whom on the staff one may choose; of all when it is not said. */
  among?: (complaint: Complaint) => string[];
}

const onlyOf = <T extends { id: string }>(list: readonly T[]): string | undefined => (list.length === 1 ? list[0]?.id : undefined);
const lastOf = <T extends { id: string }>(list: readonly T[]): string | undefined => list.at(-1)?.id;

const openPromise = (complaint: Complaint) => onlyOf(complaint.promises.filter(one => ['Agreed', 'Due', 'Missed'].includes(one.state)));

export const layouts: Record<string, FormLayout> = {
  acknowledge: {
    first: ['matter', 'questions'],
    without: ['handler', 'appointment'],
    prefill: complaint => (complaint.severity ? { severity: complaint.severity } : {}),
  },
  'assign-handler': { prefill: (complaint, staff) => (complaint.handler ? {} : { handler: staff }) },
  'define-points': {
    core: ['points'],
    first: ['points', 'situation'],
    prefill: complaint => ({ points: complaint.points.map(one => one.text), situation: complaint.situation ?? undefined }),
  },
  'make-appointment': { first: ['kind', 'at', 'with'], prefill: complaint => ({ kind: 'call', with: complaint.handler?.id }) },
  'change-appointment': {
    first: ['appointment', 'at', 'kind'],
    prefill: complaint => ({ appointment: onlyOf(complaint.appointments.filter(one => !one.cancelled)) }),
  },
  'cancel-appointment': {
    first: ['appointment', 'reason'],
    prefill: complaint => ({ appointment: onlyOf(complaint.appointments.filter(one => !one.cancelled)) }),
  },
  'record-contact': {
    first: ['direction', 'channel', 'summary'],
    prefill: complaint => ({ direction: 'out', channel: complaint.channel === 'email' ? 'phone' : complaint.channel }),
  },
  'request-statement': { first: ['name', 'role', 'email', 'question'] },
  'record-statement': {
    first: ['person', 'text'],
    prefill: complaint => ({ person: complaint.people_involved.find(one => !one.heard)?.person }),
  },
  'record-fact': { first: ['text', 'evidence'] },
  'record-root-cause': { first: ['circumstance', 'category'] },
  'conclude-investigation': { core: ['answers'], first: ['answers'] },
  'record-hearing': { first: ['desired_outcome', 'summary'] },
  'confirm-identity': { first: ['method', 'note'] },
  'propose-remedy': {
    core: ['promises'],
    first: ['description', 'promises', 'goodwill', 'compensation'],
    prefill: complaint => ({ promises: [{ what: '', owner: complaint.handler?.id ?? '', by: '' }] }),
  },
  'record-answer': {
    first: ['proposal', 'answer', 'words'],
    prefill: complaint => ({ proposal: complaint.proposals.findLast(one => one.answer === null)?.id }),
  },
  'draft-letter': { first: ['kind', 'matter', 'discussion', 'prevention'], without: ['letter', 'body'] },
  'review-letter': { prefill: complaint => ({ letter: lastOf(complaint.letters) }) },
  'return-letter': { first: ['letter', 'remarks'], prefill: complaint => ({ letter: lastOf(complaint.letters) }) },
  'approve-letter': { first: ['letter'], prefill: complaint => ({ letter: lastOf(complaint.letters) }) },
  'send-letter': { first: ['letter'], prefill: complaint => ({ letter: lastOf(complaint.letters) }) },
  'copy-letter': {
    first: ['letter', 'recipients', 'withhold'],
    prefill: complaint => ({ letter: lastOf(complaint.letters.filter(one => one.kind === 'final-response')) }),
  },
  'post-letter': { prefill: complaint => ({ letter: lastOf(complaint.letters) }) },
  'record-copy-read': {
    first: ['letter', 'recipient', 'learned'],
    prefill: complaint => ({ letter: lastOf(complaint.letters.filter(one => one.copies.length > 0)) }),
  },
  'keep-promise': { first: ['promise', 'evidence'], prefill: complaint => ({ promise: openPromise(complaint) }) },
  'amend-promise': { first: ['promise', 'by', 'explanation', 'agreement'], prefill: complaint => ({ promise: openPromise(complaint) }) },
  'release-promise': { first: ['promise', 'reason'], prefill: complaint => ({ promise: openPromise(complaint) }) },
  'record-follow-up': { first: ['satisfaction', 'words'] },
  'add-preventive-action': { core: ['what'], first: ['what', 'kind', 'none_because'] },
  'agree-preventive-action': { first: ['action', 'owner', 'by'], prefill: complaint => ({ action: onlyOf(complaint.preventive_actions) }) },
  'complete-preventive-action': { prefill: complaint => ({ action: onlyOf(complaint.preventive_actions) }) },
  'assess-preventive-action': {
    first: ['action', 'found', 'grounds'],
    prefill: complaint => ({ action: onlyOf(complaint.preventive_actions) }),
  },
  close: { first: ['outcome', 'lesson'] },
  extend: { first: ['deadline', 'by', 'reason', 'agreement'] },
  'hold-adverse-action': { first: ['what', 'systems'] },
  'lift-hold': { first: ['hold', 'reason'], prefill: complaint => ({ hold: onlyOf(complaint.holds.filter(one => !one.lifted)) }) },
  'name-staff': { first: ['staff', 'reason'] },
  'break-glass': {
    first: ['staff', 'hours', 'reason'],
    prefill: complaint => ({ staff: complaint.concerns_staff.length === 1 ? complaint.concerns_staff[0] : undefined, hours: 4 }),
    among: complaint => complaint.concerns_staff,
  },
  attach: { first: ['content'], without: ['name', 'type'] },
  'receive-complaint': {
    first: ['narrative', 'desired_outcome', 'complainant', 'channel', 'language'],
    without: ['received_at', 'mail', 'authentication', 'acknowledgement_withheld'],
  },
  'receive-message': { without: ['mail', 'authentication'] },
};

/** Of a field with parts: those that are asked for first. */
export const firstParts: Record<string, string[]> = { complainant: ['name', 'phone', 'email'] };

/** Fields in which one writes sentences. */
const long = new Set(
  'narrative text summary description explanation circumstance note remarks question lesson final_position words discussion prevention agreement grounds reason evidence because known_so_far delay_reason no_apology_because none_because learned goodwill what desired_outcome'.split(
    ' ',
  ),
);
/** Fields that name a member of staff. */
const staff = new Set(['handler', 'owner', 'with', 'signed_by', 'concerns_staff', 'staff']);

export const isLong = (name: string): boolean => long.has(name);
export const isStaff = (name: string): boolean => staff.has(name);
