// SPDX-License-Identifier: Apache-2.0
// Taking a complaint in while the person talks: everything is kept from the first key on, and complaints of the same name show up beside it.
import { type FormEvent, useDeferredValue, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Answer, ask } from '../../api/client';
import { emptyFields, pruned, useCommandSchema } from '../../api/forms';
import { cache, useComplaints } from '../../api/queries';
import { useSession } from '../../app/session';
import { useDraft } from '../../drafts/use_draft';
import { useFailureText } from '../../forms/failure';
import { Fields } from '../../forms/fields';
import { Saved } from '../../forms/saved';
import { useLanguage, useSay } from '../../i18n';
import { useOffer } from '../../keys/registry';
import { Button } from '../../ui/button';
import { Pips } from '../../ui/pips';
import { tell } from '../../ui/toast';

type Values = Record<string, unknown>;

function Known({ name }: { name: string }) {
  const say = useSay();
  const wanted = useDeferredValue(name.trim());
  const rows = useComplaints({ q: wanted }, { limit: 6, enabled: wanted.length >= 3 }).data?.complaints ?? [];
  if (wanted.length < 3 || rows.length === 0) return null;
  return (
    <aside className="card stack" aria-live="polite">
      <h2>{say('newComplaint.known')}</h2>
      <ul className="stack">
        {rows.map(row => (
          <li key={row.reference}>
            <Link href={`/complaints/${row.reference}`}>{row.complainant_name}</Link>
            <p className="small soft">
              <span className="number">{row.reference}</span> <Pips stage={row.stage} />
            </p>
          </li>
        ))}
      </ul>
    </aside>
  );
}

export function NewComplaint() {
  const say = useSay();
  const failureText = useFailureText();
  const language = useLanguage();
  const session = useSession();
  const [, goTo] = useLocation();
  const schema = useCommandSchema('receive-complaint');
  const draft = useDraft<Values>(`${session.name}/new/receive-complaint`, { channel: 'phone', language });
  const [wrong, setWrong] = useState<string[]>([]);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState('');
  useOffer([{ id: 'complaint.back', keys: 'Escape', quiet: true, run: () => goTo('/') }]);
  if (!schema) return <div className="empty" aria-busy="true" />;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const fields = (pruned(draft.value) ?? {}) as Values;
    const needed = emptyFields(schema, fields);
    setWrong(needed.map(one => (one.startsWith('complainant') ? 'complainant' : one)));
    setFailure('');
    if (needed.length > 0) return;
    setPending(true);
    try {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': draft.key };
      const response = await ask('/api/v1/complaints', { method: 'POST', headers, body: JSON.stringify(fields) });
      const { reference } = (await response.json()) as Answer;
      draft.discard();
      void cache.invalidateQueries({ queryKey: ['complaints'] });
      tell(say('newComplaint.taken', { reference }));
      goTo(`/complaints/${reference}`);
    } catch (thrown) {
      const { title, detail } = failureText(thrown);
      setFailure([title, detail].filter(Boolean).join(' '));
    } finally {
      setPending(false);
    }
  };
  const name = String((draft.value.complainant as Values | undefined)?.name ?? '');
  return (
    <div className="worklist peeking">
      <div className="stack narrow">
        <header>
          <h1 tabIndex={-1}>{say('newComplaint.title')}</h1>
          <p className="soft">{say('newComplaint.lead')}</p>
        </header>
        <form className="command-form stack card" noValidate aria-label={say('newComplaint.title')} onSubmit={event => void submit(event)}>
          {failure && (
            <div className="notice late" role="alert">
              {failure}
            </div>
          )}
          <Fields schema={schema} command="receive-complaint" value={draft.value} wrong={wrong} onChange={draft.set} />
          <div className="form-foot">
            <Button look="primary" type="submit" pending={pending}>
              {say('command.receive-complaint')}
            </Button>
            <Saved draft={draft} />
          </div>
        </form>
      </div>
      <Known name={name} />
    </div>
  );
}
