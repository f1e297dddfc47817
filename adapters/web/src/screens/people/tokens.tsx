// SPDX-License-Identifier: Apache-2.0
// The tokens of somebody's programs. A token is shown once, when it is made, and is kept nowhere here: not in a draft, nor in what was read. Afterwards one
// can only see that it is there, what it may do, and take it back.
import { type FormEvent, useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import { useSession } from '../../app/session';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { NotRead } from '../../ui/not_read';
import { tell } from '../../ui/toast';
import { useBelonging, useTokens } from './queries';
import { Scopes, useActionName } from './scopes';

function Shown({ token, onKept }: { token: string; onKept: () => void }) {
  const say = useSay();
  const box = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(token);
      tell(say('tokens.copied'));
    } catch {
      // The browser lets pages copy only over a secure connection; it is selected now, and Ctrl+C does the same.
      tell(say('tokens.selected'));
    }
  };
  return (
    <div className="notice good">
      <label htmlFor="new-token">
        <strong>{say('tokens.shownOnce')}</strong>
      </label>
      <textarea
        ref={box}
        id="new-token"
        className="area token"
        readOnly
        rows={2}
        spellCheck={false}
        value={token}
        aria-describedby="new-token-hint"
        onFocus={event => event.target.select()}
      />
      <p id="new-token-hint" className="small">
        {say('tokens.shownHint')}
      </p>
      <div className="line">
        <Button look="primary" onClick={() => void copy()}>
          {say('tokens.copy')}
        </Button>
        <Button onClick={onKept}>{say('tokens.kept')}</Button>
      </div>
    </div>
  );
}

function Make({ name, pending, onMake }: { name: string; pending: boolean; onMake: (scopes: string[]) => Promise<boolean> }) {
  const say = useSay();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const [whole, setWhole] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const [needed, setNeeded] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isChosen = whole || chosen.length > 0;
    setNeeded(!isChosen);
    if (!isChosen || !(await onMake(whole ? [] : chosen))) return;
    setOpen(false);
    setChosen([]);
  };
  const everything = session.name === name ? say('tokens.wholeOwn') : say('tokens.whole', { name });
  return (
    <details className="more" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say('tokens.make')}</summary>
      <form className="stack" noValidate aria-label={say('tokens.make')} onSubmit={event => void submit(event)}>
        <fieldset className="field">
          <legend>{say('tokens.mayDo')}</legend>
          <div className="choices">
            {[false, true].map(one => (
              <label key={String(one)} className="choice">
                <input type="radio" name="token-scope" checked={whole === one} onChange={() => setWhole(one)} />
                {one ? everything : say('tokens.some')}
              </label>
            ))}
          </div>
        </fieldset>
        {!whole && <Scopes name={name} chosen={chosen} onChoose={setChosen} />}
        {needed && <p className="wrong">{say('tokens.needed')}</p>}
        <Button type="submit" className="start" pending={pending}>
          {say('tokens.makeIt')}
        </Button>
      </form>
    </details>
  );
}

function ScopesOf({ scopes }: { scopes: string[] }) {
  const say = useSay();
  const actionName = useActionName();
  if (scopes.length === 0 || scopes.includes('*')) return <>{say('tokens.everything')}</>;
  return <>{scopes.map(actionName).join(', ')}</>;
}

export function Tokens({ name }: { name: string }) {
  const say = useSay();
  const times = useTimes();
  const tokens = useTokens(name);
  const belonging = useBelonging(name, 'tokens');
  const [made, setMade] = useState('');
  const make = async (scopes: string[]) => {
    const response = await belonging.add({ scopes });
    if (response) setMade(((await response.json()) as Schemas['NewToken']).token);
    return response !== null;
  };
  const takeBack = async (id: string) => {
    if (await belonging.remove(id)) tell(say('users.tokenGone'));
  };
  if (tokens.isError) return <NotRead look="notice" failure={tokens.error} onTryAgain={tokens.refetch} />;
  return (
    <>
      {belonging.failure && (
        <p className="notice late" role="alert">
          {belonging.failure}
        </p>
      )}
      {made && <Shown token={made} onKept={() => setMade('')} />}
      {tokens.data?.length === 0 && <p className="soft">{say('users.noTokens')}</p>}
      <ul className="stack">
        {tokens.data?.map(one => (
          <li key={one.id} className="spread small token-line">
            <span>
              <span className="number">{one.id}</span> <span className="soft">{times.day(one.made_at)}</span>
              <span className="soft">
                {' '}
                · <ScopesOf scopes={one.scopes} />
              </span>
            </span>
            <Button
              look="danger"
              pending={belonging.pending === one.id}
              aria-label={say('tokens.takeBackOf', { id: one.id })}
              onClick={() => void takeBack(one.id)}
            >
              {say('users.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
      {!made && <Make name={name} pending={belonging.pending === 'tokens'} onMake={make} />}
    </>
  );
}
