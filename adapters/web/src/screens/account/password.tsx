// SPDX-License-Identifier: Apache-2.0
// Another password for oneself. What is typed stands in the boxes and nowhere else, and can be pasted from whatever keeps passwords.
import { type FormEvent, useState } from 'react';
import { ask } from '../../api/client';
import { useFailureText } from '../../forms/failure';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Labelled } from '../../ui/labelled';
import { tell } from '../../ui/toast';

function Box({ id, label, hint, isOld, shown, value, onChange }: BoxProps) {
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        className="input"
        type={shown ? 'text' : 'password'}
        autoComplete={isOld ? 'current-password' : 'new-password'}
        aria-describedby={hint ? `${id}-hint` : undefined}
        required
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </Labelled>
  );
}

interface BoxProps {
  id: string;
  label: string;
  hint?: string;
  isOld?: true;
  shown: boolean;
  value: string;
  onChange: (value: string) => void;
}

export function Password({ name }: { name: string }) {
  const say = useSay();
  const textOf = useFailureText();
  const [old, setOld] = useState('');
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    setFailure('');
    try {
      const body = JSON.stringify({ old, new: wanted });
      await ask('/api/v1/session/password', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      setOld('');
      setWanted('');
      tell(say('password.changed'));
    } catch (thrown) {
      const { title, detail } = textOf(thrown);
      setFailure([title, detail].filter(Boolean).join(' '));
    } finally {
      setPending(false);
    }
  };
  return (
    <form className="stack" aria-label={say('password.title')} onSubmit={event => void submit(event)}>
      {failure && (
        <div className="notice late" role="alert">
          {failure}
        </div>
      )}
      {/* So that whatever keeps passwords knows whose this is. */}
      <input type="text" className="hidden" autoComplete="username" tabIndex={-1} aria-hidden="true" readOnly value={name} />
      <Box id="password-old" label={say('password.old')} isOld shown={shown} value={old} onChange={setOld} />
      <Box
        id="password-new"
        label={say('users.newPassword')}
        hint={say('password.hint')}
        shown={shown}
        value={wanted}
        onChange={setWanted}
      />
      <label className="line tick">
        <input type="checkbox" checked={shown} onChange={event => setShown(event.target.checked)} />
        {say('password.show')}
      </label>
      <Button type="submit" className="start" pending={pending}>
        {say('password.change')}
      </Button>
    </form>
  );
}
