// SPDX-License-Identifier: Apache-2.0
// Where things stand on the page: which commands belong to which part of the work, and in which order a stage is usually gone through. This orders what the
// engine permits; it permits nothing itself.
import type { Complaint, Permitted } from '../../api/client';

export const sections = ['story', 'access', 'investigation', 'agreement', 'promises', 'letters', 'after'] as const;
export type Section = (typeof sections)[number];

export const sectionCommands: Record<Section, string[]> = {
  story: [
    'define-points',
    'record-contact',
    'make-appointment',
    'change-appointment',
    'cancel-appointment',
    'ask-complainant',
    'record-information',
    'confirm-identity',
    'add-note',
    'attach',
    'assign-handler',
    'acknowledge',
  ],
  access: ['name-staff', 'break-glass'],
  investigation: [
    'begin-investigation',
    'request-statement',
    'record-statement',
    'record-fact',
    'record-root-cause',
    'conclude-investigation',
  ],
  agreement: ['record-hearing', 'propose-remedy', 'record-answer', 'agree-schedule', 'conclude-without-agreement'],
  promises: ['keep-promise', 'amend-promise', 'release-promise', 'hold-adverse-action', 'lift-hold', 'extend'],
  letters: [
    'draft-letter',
    'review-letter',
    'return-letter',
    'approve-letter',
    'send-letter',
    'post-letter',
    'copy-letter',
    'record-copy-read',
  ],
  after: [
    'record-follow-up',
    'add-preventive-action',
    'agree-preventive-action',
    'complete-preventive-action',
    'assess-preventive-action',
    'close',
    'reopen',
  ],
};

export const exits = ['escalate', 'conclude-without-agreement', 'refer', 'merge', 'withdraw'];

export function sectionOf(command: string): Section {
  return sections.find(one => sectionCommands[one].includes(command)) ?? 'story';
}

interface Step {
  command: string;
  done: (complaint: Complaint) => boolean;
}

const answered = (complaint: Complaint) => complaint.points.length > 0 && complaint.points.every(one => one.finding !== null);
const final = (complaint: Complaint) => complaint.letters.findLast(one => one.kind === 'final-response');
const never = () => false;

/** What is usually done at a stage, in order, the last of them being what leads on. */
export const steps: Record<string, Step[]> = {
  Received: [
    { command: 'assign-handler', done: one => one.handler !== null },
    { command: 'define-points', done: one => one.points.length > 0 },
    { command: 'make-appointment', done: one => one.appointments.some(other => !other.cancelled) },
    { command: 'acknowledge', done: never },
  ],
  Acknowledged: [
    { command: 'define-points', done: one => one.points.length > 0 },
    { command: 'begin-investigation', done: never },
  ],
  Investigating: [
    { command: 'request-statement', done: one => one.people_involved.length > 0 },
    { command: 'record-statement', done: one => one.people_involved.length > 0 && one.people_involved.every(other => other.heard) },
    { command: 'record-fact', done: one => one.facts.length > 0 },
    { command: 'record-root-cause', done: one => one.root_cause !== null },
    { command: 'conclude-investigation', done: answered },
  ],
  Discussing: [
    { command: 'record-contact', done: one => one.contacts.length > 0 },
    { command: 'record-hearing', done: one => one.hearing !== null },
    { command: 'confirm-identity', done: one => one.identity_confirmed },
    { command: 'propose-remedy', done: one => one.proposals.length > 0 },
    { command: 'record-answer', done: one => one.proposals.some(other => other.answer === 'accept') },
    { command: 'agree-schedule', done: never },
  ],
  Agreed: [
    { command: 'add-preventive-action', done: one => one.preventive_actions.length > 0 || one.prevention_ruled_out },
    { command: 'draft-letter', done: one => final(one) !== undefined },
    { command: 'review-letter', done: one => ['Reviewed', 'Approved', 'Queued', 'Accepted'].includes(final(one)?.state ?? '') },
    { command: 'approve-letter', done: one => ['Approved', 'Queued', 'Accepted'].includes(final(one)?.state ?? '') },
    { command: 'send-letter', done: one => ['Queued', 'Accepted'].includes(final(one)?.state ?? '') },
  ],
  LetterSent: [{ command: 'copy-letter', done: one => one.letters.some(other => other.copies.length > 0) }],
  FollowingUp: [
    {
      command: 'keep-promise',
      done: one => one.promises.length > 0 && one.promises.every(other => !['Agreed', 'Due', 'Missed', 'Proposed'].includes(other.state)),
    },
    { command: 'record-follow-up', done: one => one.satisfaction !== null },
    { command: 'close', done: never },
  ],
  NotAgreed: [
    { command: 'draft-letter', done: one => final(one) !== undefined },
    { command: 'close', done: never },
  ],
};

export interface GuidedStep {
  permitted: Permitted;
  done: boolean;
}

export function guided(complaint: Complaint): GuidedStep[] {
  return (steps[complaint.stage] ?? []).flatMap(step => {
    const permitted = complaint.permitted_commands.find(one => one.name === step.command);
    return permitted ? [{ permitted, done: step.done(complaint) }] : [];
  });
}

/** The first step that is neither done nor blocked. */
export function nextStep(all: GuidedStep[]): GuidedStep | undefined {
  return all.find(one => !one.done && one.permitted.ready) ?? all.find(one => !one.done);
}

/** Where a command usually takes a complaint. Where it went, the engine says. */
const leadsTo: Record<string, string> = {
  acknowledge: 'Acknowledged',
  'begin-investigation': 'Investigating',
  'conclude-investigation': 'Discussing',
  'agree-schedule': 'Agreed',
  'send-letter': 'LetterSent',
  'copy-letter': 'FollowingUp',
  close: 'Closed',
};

export interface Way {
  permitted: Permitted;
  to: string;
}

/** The usual steps of this stage that lead to another, for the eye of whoever looks at the board. */
export function waysOn(complaint: Complaint): Way[] {
  return guided(complaint).flatMap(({ permitted }) => {
    const to = leadsTo[permitted.name];
    return to ? [{ permitted, to }] : [];
  });
}
