// SPDX-License-Identifier: Apache-2.0
// One command on one complaint: its fields, what is written saved as it is written, and what the engine answers. The form decides nothing: whatever is
// filled in is sent, and a refusal comes back with what is missing, each with a way to it.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Answer, type Complaint, give, newKey, ProblemError, UnreachableError } from '../api/client';
import { emptyFields, pruned, useCommandSchema } from '../api/forms';
import { cache } from '../api/queries';
import { useSession } from '../app/session';
import { useDraft } from '../drafts/use_draft';
import { useSay, useWords } from '../i18n';
import { Button } from '../ui/button';
import { tell } from '../ui/toast';
import { Conflict } from './conflict';
import { FormComplaint } from './context';
import { useFailureText } from './failure';
import { Fields } from './fields';
import { layouts } from './layout';
import { MissingList } from './missing';
import { Saved } from './saved';

type Values = Record<string, unknown>;
type Failure = { kind: 'failed'; thrown: ProblemError | UnreachableError } | { kind: 'conflict'; version: number };

interface Props {
  complaint: Complaint;
  command: string;
  /** Filled in by where the form stands: the promise whose line it is on. Named apart, so that two promises have two drafts. */
  given?: Values;
  onDone: (answer: Answer) => void;
  onCancel?: () => void;
  onGo: (command: string) => void;
  submitLabel?: string;
}

/** Sends what stands in the draft; answers what came of it. */
function useGiving(complaint: Complaint, command: string) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (fields: Values, version: number, key: string): Promise<Answer | null> => {
    setPending(true);
    setFailure(null);
    try {
      return await give({ reference: complaint.reference, name: command, fields, version, key });
    } catch (thrown) {
      if (thrown instanceof ProblemError && thrown.status === 412)
        setFailure({ kind: 'conflict', version: thrown.problem.current_version ?? version });
      else if (thrown instanceof ProblemError || thrown instanceof UnreachableError) setFailure({ kind: 'failed', thrown });
      else throw thrown;
      return null;
    } finally {
      setPending(false);
    }
  };
  return { pending, failure, setFailure, run };
}

function Failed({ failure, onGo }: { failure: Failure | null; onGo: (command: string) => void }) {
  const textOf = useFailureText();
  if (failure?.kind !== 'failed') return null;
  const { title, detail } = textOf(failure.thrown);
  const missing = failure.thrown instanceof ProblemError ? failure.thrown.problem.missing : undefined;
  return (
    <div className="notice late" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {detail && <p className="small">{detail}</p>}
      {missing && missing.length > 1 && <MissingList missing={missing} onGo={onGo} />}
    </div>
  );
}

export function CommandForm({ complaint, command, given, onDone, onCancel, onGo, submitLabel }: Props) {
  const say = useSay();
  const words = useWords();
  const session = useSession();
  const schema = useCommandSchema(command);
  const form = useRef<HTMLFormElement>(null);
  // The form goes on from where the complaint stood when it was opened; what has happened since is the conflict's to tell.
  const [version, setVersion] = useState(complaint.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was filled in when the form was opened stays
  const opened = useMemo(() => ({ ...layouts[command]?.prefill?.(complaint, session.staff_id), ...given }), [command]);
  const draft = useDraft<Values>(
    `${session.name}/${complaint.reference}/${command}${given ? `/${Object.values(given).join('/')}` : ''}`,
    opened,
  );
  const [file, setFile] = useState<Values>({});
  const [wrong, setWrong] = useState<string[]>([]);
  const giving = useGiving(complaint, command);
  const isFile = command === 'attach';
  // biome-ignore lint/correctness/useExhaustiveDependencies: there is nothing to focus before the fields are known
  useEffect(() => {
    if (!form.current?.contains(document.activeElement)) {
      const first =
        form.current?.querySelector<HTMLElement>('textarea, input, select') ??
        form.current?.querySelector<HTMLElement>('button[type=submit]');
      first?.focus({ preventScroll: true });
    }
  }, [schema]);
  // Nothing written yet, and somebody else has moved the complaint on: there is nothing to conflict with.
  useEffect(() => {
    if (draft.savedAt === null) setVersion(complaint.version);
  }, [complaint.version, draft.savedAt]);
  if (!schema) return <p className="soft">{say('loading')}</p>;
  const submit = async (at: number) => {
    const fields = (pruned(isFile ? file : draft.value) ?? {}) as Values;
    const needed = emptyFields(schema, fields);
    setWrong(needed);
    if (needed.length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid], [data-field]:has(.wrong) input')?.focus());
      return;
    }
    const answer = await giving.run(fields, at, isFile ? newKey() : draft.key);
    if (!answer) return;
    draft.discard();
    for (const kind of ['complaint', 'history']) void cache.invalidateQueries({ queryKey: [kind, complaint.reference] });
    void cache.invalidateQueries({ queryKey: ['complaints'] });
    tell(say('done', { command: words.say(`command.${command}`) }));
    onDone(answer);
  };
  const press = (event: KeyboardEvent) => {
    if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void submit(version);
  };
  const lead = `lead.${command}`;
  const change = isFile ? setFile : draft.set;
  return (
    <FormComplaint value={complaint}>
      <form
        ref={form}
        className="command-form stack"
        aria-label={say(`command.${command}`)}
        noValidate
        onKeyDown={press}
        onSubmit={event => {
          event.preventDefault();
          void submit(version);
        }}
      >
        {words.has(lead) && <p className="lead">{words.say(lead)}</p>}
        <Failed failure={giving.failure} onGo={onGo} />
        <Fields schema={schema} command={command} value={isFile ? file : draft.value} wrong={wrong} onChange={change} />
        <div className="form-foot">
          <Button look="primary" type="submit" pending={giving.pending}>
            {submitLabel ?? say(`command.${command}`)}
          </Button>
          {onCancel && (
            <Button look="quiet" onClick={onCancel}>
              {say(draft.savedAt === null ? 'cancel' : 'later')}
            </Button>
          )}
          <Saved draft={draft} />
        </div>
      </form>
      {giving.failure?.kind === 'conflict' && (
        <Conflict
          reference={complaint.reference}
          from={version}
          onKeep={() => {
            giving.setFailure(null);
            void cache.invalidateQueries({ queryKey: ['complaint', complaint.reference] });
            setVersion(giving.failure?.kind === 'conflict' ? giving.failure.version : version);
          }}
          onSend={now => {
            setVersion(now);
            void submit(now);
          }}
        />
      )}
    </FormComplaint>
  );
}
