// SPDX-License-Identifier: Apache-2.0
// What a person decides about a mail in quarantine, each with a reason that stands in the history. Releasing it says, where our reading is wrong or missing,
// what they read themselves; nothing is deleted whatever is decided. The first decision stands, and who took it is told to whoever comes second.
import { type FormEvent, useDeferredValue, useState } from 'react';
import { ask, ProblemError } from '../../api/client';
import { pruned } from '../../api/forms';
import { cache, useComplaints } from '../../api/queries';
import { useSession } from '../../app/session';
import { type DraftHandle, useDraft } from '../../drafts/use_draft';
import { type FailureText, useFailureText } from '../../forms/failure';
import { Saved } from '../../forms/saved';
import { useSay } from '../../i18n';
import { useOffer } from '../../keys/registry';
import { Button } from '../../ui/button';
import { tell } from '../../ui/toast';
import type { Mail } from './queries';

type Values = Record<string, string>;
const verdicts = ['release', 'file', 'discard'] as const;
type Verdict = (typeof verdicts)[number];

/** The fields of each decision, as the API names them; those in which one writes sentences are `long`. */
const fields: Record<Verdict, { name: string; long?: boolean; needed?: boolean }[]> = {
  release: [{ name: 'reason', long: true, needed: true }, { name: 'name' }, { name: 'email' }, { name: 'narrative', long: true }],
  file: [{ name: 'reason', long: true, needed: true }],
  discard: [{ name: 'reason', long: true, needed: true }],
};

function Line({ name, long, needed, draft, wrong }: (typeof fields)['release'][number] & { draft: DraftHandle<Values>; wrong: boolean }) {
  const say = useSay();
  const id = `decide-${name}`;
  const shared = {
    id,
    value: draft.value[name] ?? '',
    'aria-required': needed,
    'aria-invalid': wrong || undefined,
    'aria-describedby': `${id}-hint`,
    onChange: (event: { target: { value: string } }) => draft.set({ ...draft.value, [name]: event.target.value }),
  };
  return (
    <div className="field" data-field={name}>
      <label htmlFor={id}>
        {say(`decide.field.${name}`)} {!needed && <span className="optional">{say('optional')}</span>}
      </label>
      <p id={`${id}-hint`} className="hint">
        {say(`decide.hint.${name}`)}
      </p>
      {long ? (
        <textarea className="area" rows={2} {...shared} />
      ) : (
        <input className="input" type={name === 'email' ? 'email' : 'text'} {...shared} />
      )}
      {wrong && <p className="wrong">{say('field.needed')}</p>}
    </div>
  );
}

/** A complaint by its reference or by whose it is: what is typed is looked for, and what is found can be chosen. */
function Where({ draft, wrong }: { draft: DraftHandle<Values>; wrong: boolean }) {
  const say = useSay();
  const typed = useDeferredValue((draft.value.search ?? '').trim());
  const found = useComplaints(typed.length >= 2 ? { q: typed } : {}, { limit: 6 }).data?.complaints ?? [];
  return (
    <div className="field" data-field="reference">
      <label htmlFor="decide-search">{say('decide.field.reference')}</label>
      <p id="decide-search-hint" className="hint">
        {say('decide.hint.reference')}
      </p>
      <input
        id="decide-search"
        className="input"
        type="search"
        value={draft.value.search ?? ''}
        aria-describedby="decide-search-hint"
        aria-invalid={wrong || undefined}
        onChange={event => draft.set({ ...draft.value, search: event.target.value })}
      />
      {wrong && <p className="wrong">{say('field.needed')}</p>}
      <fieldset className="choices found">
        <legend className="hidden">{say('decide.found')}</legend>
        {found.map(row => (
          <label key={row.reference} className="choice">
            <input
              type="radio"
              name="decide-reference"
              checked={draft.value.reference === row.reference}
              onChange={() => draft.set({ ...draft.value, reference: row.reference })}
            />
            <span>
              {row.complainant_name} <span className="soft small number">{row.reference}</span>
            </span>
          </label>
        ))}
        {found.length === 0 && <p className="soft small">{say('nothingFound')}</p>}
      </fieldset>
    </div>
  );
}

function useDeciding(mail: Mail, verdict: Verdict, draft: DraftHandle<Values>, onDone: () => void) {
  const say = useSay();
  const textOf = useFailureText();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const send = async () => {
    setPending(true);
    setFailure(null);
    const { search: _, ...filled } = draft.value;
    try {
      const path = `/api/v1/intake/${encodeURIComponent(mail.id)}/${verdict}`;
      const body = JSON.stringify(pruned(filled));
      await ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      draft.discard();
      tell(say(`decide.done.${verdict}`));
      onDone();
    } catch (thrown) {
      // Somebody was quicker: their decision is read below, and what was written here stays.
      setFailure(
        thrown instanceof ProblemError && thrown.status === 409
          ? { title: say('decide.tooLate'), detail: say('decide.kept') }
          : textOf(thrown),
      );
    } finally {
      setPending(false);
      for (const kind of ['mail', 'intake', 'complaints']) void cache.invalidateQueries({ queryKey: [kind] });
    }
  };
  return { pending, failure, send };
}

type Deciding = { mail: Mail; open: boolean; onDone: () => void };

function DecisionForm({ mail, verdict, open, onDone }: Deciding & { verdict: Verdict }) {
  const say = useSay();
  const session = useSession();
  const draft = useDraft<Values>(`${session.name}/mail/${mail.id}/${verdict}`, {});
  const [wrong, setWrong] = useState<string[]>([]);
  const deciding = useDeciding(mail, verdict, draft, onDone);
  // That somebody was quicker is heard from the stream of events too, sometimes before our own answer.
  const late = open || deciding.pending ? null : { title: say('decide.tooLate'), detail: say('decide.kept') };
  const failure = deciding.failure ?? late;
  const submit = () => {
    const needed = [...fields[verdict].filter(one => one.needed).map(one => one.name), ...(verdict === 'file' ? ['reference'] : [])];
    const empty = needed.filter(name => !draft.value[name]?.trim());
    setWrong(empty);
    if (empty.length > 0) document.getElementById(`decide-${empty[0] === 'reference' ? 'search' : empty[0]}`)?.focus();
    else void deciding.send();
  };
  useOffer([{ id: 'mail.decide', keys: 'Ctrl+Enter', run: submit }]);
  const press = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form className="stack" noValidate aria-label={say(`decide.${verdict}`)} onSubmit={press}>
      <p className="hint">{say(`decide.lead.${verdict}`)}</p>
      {failure && (
        <div className="notice late" role="alert">
          <p>
            <strong>{failure.title}</strong>
          </p>
          {failure.detail && <p className="small">{failure.detail}</p>}
        </div>
      )}
      {verdict === 'file' && <Where draft={draft} wrong={wrong.includes('reference')} />}
      {fields[verdict].map(one => (
        <Line key={one.name} {...one} draft={draft} wrong={wrong.includes(one.name)} />
      ))}
      <div className="form-foot">
        {open && (
          <Button look={verdict === 'discard' ? 'danger' : 'primary'} type="submit" pending={deciding.pending}>
            {say(`decide.${verdict}`)}
          </Button>
        )}
        <Saved draft={draft} />
      </div>
    </form>
  );
}

/** Whoever began to decide keeps what they wrote when somebody else was quicker, and is told. */
export function Decide({ mail, open }: { mail: Mail; open: boolean }) {
  const say = useSay();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  if (!open && !verdict) return null;
  return (
    <section className="card stack decide" aria-labelledby="decide">
      <h2 id="decide">{say('decide.title')}</h2>
      <fieldset className="choices">
        <legend className="hidden">{say('decide.title')}</legend>
        {verdicts.map(one => (
          <label key={one} className="choice">
            <input type="radio" name="verdict" checked={verdict === one} onChange={() => setVerdict(one)} />
            {say(`decide.${one}`)}
          </label>
        ))}
      </fieldset>
      {verdict ? (
        <DecisionForm key={verdict} mail={mail} verdict={verdict} open={open} onDone={() => setVerdict(null)} />
      ) : (
        <p className="soft">{say('decide.lead')}</p>
      )}
    </section>
  );
}
