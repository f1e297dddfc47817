// SPDX-License-Identifier: Apache-2.0
// One complaint: what now, the work, and what has been.
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type Answer, type Complaint, ProblemError } from '../../api/client';
import { useComplaint } from '../../api/queries';
import { useSay } from '../../i18n';
import { type Action, useOffer } from '../../keys/registry';
import { NotRead } from '../../ui/not_read';
import { rememberRow } from '../worklist/worklist';
import { LetIn } from './access';
import { sectionCommands, sectionOf } from './guide';
import { ComplaintHeader } from './header';
import { Memory } from './memory';
import { WhatNow } from './what_now';
import { Work } from './work';

export interface OpenForm {
  command: string;
  given?: Record<string, unknown>;
}

const commandKeys: Record<string, string> = {
  'add-note': 'KeyN',
  'record-contact': 'KeyT',
  'assign-handler': 'KeyA',
  'propose-remedy': 'KeyR',
  'draft-letter': 'KeyL',
  'keep-promise': 'KeyP',
};

function useComplaintKeys(complaint: Complaint | undefined, open: (form: OpenForm) => void, back: () => void) {
  const say = useSay();
  const offered = useMemo(
    () =>
      (complaint?.permitted_commands ?? [])
        .filter(one => one.ready)
        .map(
          (one): Action => ({
            id: `command.${one.name}`,
            label: say(`command.${one.name}`),
            keys: commandKeys[one.name],
            run: () => open({ command: one.name }),
          }),
        ),
    [complaint, say, open],
  );
  useOffer([...offered, { id: 'complaint.back', keys: 'Escape', quiet: true, run: back }]);
}

/** Brings the place of a form into sight; the form itself takes the focus. */
function scrollTo(command: string): void {
  requestAnimationFrame(() => {
    const form = document.querySelector('.form-here') ?? document.getElementById(`section-${sectionOf(command)}`);
    form?.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  });
}

export function ComplaintScreen({ reference }: { reference: string }) {
  const say = useSay();
  const [, goTo] = useLocation();
  const query = useComplaint(reference);
  const [form, setForm] = useState<OpenForm | null>(null);
  const open = useCallback((wanted: OpenForm) => {
    setForm(wanted);
    scrollTo(wanted.command);
  }, []);
  rememberRow(reference);
  useComplaintKeys(query.data, open, () => (form ? setForm(null) : goTo('/')));
  if (query.error instanceof ProblemError && query.error.status === 404) return <p className="empty">{say('complaint.unknown')}</p>;
  if (query.isError && !query.data) return <NotRead failure={query.error} onTryAgain={query.refetch} />;
  if (!query.data) return <div className="empty" aria-busy="true" />;
  const complaint = query.data;
  const done = (answer: Answer) => {
    const drafted = answer.events.includes('letter-drafted') && form?.command === 'draft-letter';
    setForm(null);
    if (drafted) goTo(`/complaints/${reference}/letters/letter-${complaint.letters.length + 1}`);
    else requestAnimationFrame(() => document.getElementById('what-now')?.focus({ preventScroll: true }));
  };
  const shared = { complaint, form, open, close: () => setForm(null), done };
  return (
    <article className="complaint-page">
      <ComplaintHeader complaint={complaint} open={open} isWriting={form !== null} />
      <LetIn complaint={complaint} />
      <div className="complaint">
        <WhatNow {...shared} />
        <Work {...shared} />
        <Memory complaint={complaint} />
      </div>
    </article>
  );
}

export interface PartProps {
  complaint: Complaint;
  form: OpenForm | null;
  open: (form: OpenForm) => void;
  close: () => void;
  done: (answer: Answer) => void;
}

/** The permitted commands of a part of the page, those that may be given now. */
export function readyIn(complaint: Complaint, section: keyof typeof sectionCommands, without: string[] = []): string[] {
  return sectionCommands[section].filter(
    name => !without.includes(name) && complaint.permitted_commands.some(one => one.name === name && one.ready),
  );
}
